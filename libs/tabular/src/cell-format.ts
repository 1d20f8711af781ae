/** What a number format makes of a number: only what changes its meaning, never its looks. */
export type NumberKind =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'percent' }
  /** A format of zeros only, such as 00000000: the way people keep the leading zero of a code in a number cell. */
  | { kind: 'zeros'; width: number };

const PLAIN: NumberKind = { kind: 'plain' };
const DAY_MS = 86_400_000;

/** The meaning of a built-in format number or of a custom format code (ECMA-376 part 1, 18.8.30). */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return { kind: 'percent' };
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
      return { kind: 'date' };
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
    return PLAIN;
  }
  const first = code.split(';')[0] ?? '';
  // Quoted words, escaped characters, padding and [colours or locales] are looks; [h] counts hours and stays.
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .trim();
  if (/^general|^standaard/i.test(bare)) return PLAIN;
  if (/[yjd]/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  if (/^m+$/i.test(bare.replace(/[^a-z]/gi, '')) && !/[0#?]/.test(bare)) return { kind: 'date' };
  if (bare.includes('%')) return { kind: 'percent' };
  if (/^0{2,}$/.test(bare)) return { kind: 'zeros', width: bare.length };
  return PLAIN;
}

/**
 * A stored number as the text a Dutch reader would type: no grouping, a decimal comma, no exponent, 15 significant digits as
 * Excel shows them. A comma on purpose: with a point, 3.353 would later be read as three thousand.
 */
export function numberText(stored: string, kind: NumberKind): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (kind.kind === 'percent') return `${plainText(value * 100)}%`;
  if (kind.kind === 'zeros' && Number.isInteger(value) && value >= 0) {
    return plainText(value).padStart(kind.width, '0');
  }
  return plainText(value);
}

/**
 * A serial day as ISO text: `yyyy-mm-dd`, with ` hh:mm` or ` hh:mm:ss` when the cell also holds a time; a time alone gives
 * `hh:mm`. The day that Excel counts but that never was (29 February 1900) gives null, as does what is no calendar day.
 */
export function serialText(stored: string, kind: 'date' | 'time', from1904: boolean): string | null {
  const serial = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const seconds = Math.round((serial % 1) * 86_400);
  let day = Math.floor(serial) + Math.floor(seconds / 86_400);
  const time = clockText(seconds % 86_400);
  if (kind === 'time' && day === 0) return time;
  if (kind === 'time') return clockText(day * 86_400 + (seconds % 86_400));
  if (from1904) day += 1462;
  else if (day === 60 || day === 0) return null;
  else if (day < 60) day += 1;
  const iso = new Date(Date.UTC(1899, 11, 30) + day * DAY_MS).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? iso : `${iso} ${time}`;
}

function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const rest = seconds % 60;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
  return rest === 0 ? clock : `${clock}:${two(rest)}`;
}

function plainText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (rounded === 0) return '0';
  if (Math.abs(rounded) >= 1e21) return String(rounded).replace('.', ',');
  const text = String(rounded);
  const exact = text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
  return exact.replace('.', ',');
}
