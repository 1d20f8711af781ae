import { cleanText, refused, understood, type Parsed } from './parsed.js';

/** `dutch`: 1.234,5 · `point`: 1,234.5 or 1234.5, as programs write it. */
export type NumberStyle = 'dutch' | 'point';

const GROUP_SIGN = /[ '’]/;

/**
 * A number as people type it, read the Dutch way. The rules, in this order:
 * 1. Both signs occur: the last one is the decimal sign (1.234,5 and 1,234.5), the other must group by three.
 * 2. One sign, more than once: it groups by three (1.234.567, 1,234,567).
 * 3. One comma: decimal (3,5 and also 3,353).
 * 4. One point: it groups when exactly three digits follow and one to three precede, not beginning with 0 (3.353 is three
 *    thousand); otherwise it is the decimal sign (1234.5, 0.125, 1234.567).
 * With style `point` (see detectNumberStyle) rules 3 and 4 change places. Spaces and apostrophes between digits group.
 * Exponents, currency signs and units are refused; a percent sign is for the caller to strip.
 */
export function parseDecimal(text: string, style: NumberStyle = 'dutch'): Parsed<number> {
  const bare = cleanText(text).replace(/^[\u2212\u2013]/, '-');
  const match = /^([+-]?)\s?(\d[\d.,]*(?:[ '’]\d[\d.,]*)*)$/.exec(bare);
  if (!match) return refused('number.invalid', text);
  const digits = match[2]!;
  if (GROUP_SIGN.test(digits) && !/^\d{1,3}([ '’]\d{3})+([.,]\d+)?$/.test(digits))
    return refused('number.invalid', text);
  const plain = normalised(digits.replace(/[ '’]/g, ''), style);
  if (plain === null) return refused('number.invalid', text);
  const value = Number(plain);
  if (!Number.isFinite(value)) return refused('number.invalid', text);
  return understood(match[1] === '-' && value !== 0 ? -value : value);
}

/**
 * A whole number: 3353, 3.353, 3 353 and also 3353,0. `3,353` is refused as ambiguous: a Dutch reader sees a fraction, an
 * English program may have meant three thousand, and nobody should be enrolled 3 patients by accident.
 */
export function parseDutchInteger(text: string): Parsed<number> {
  const bare = cleanText(text);
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(bare) && !bare.endsWith(',000'))
    return refused('number.ambiguous', text);
  if (/^[+-]?[1-9]\d{0,2},000$/.test(bare)) return refused('number.ambiguous', text);
  const parsed = parseDecimal(text);
  if (!parsed.ok) return parsed;
  if (!Number.isSafeInteger(parsed.value)) return refused('number.not-whole', text);
  return parsed;
}

/**
 * How a column writes its numbers, from all its values: `point` only if some value has a point that cannot group and no value
 * needs the comma as decimal sign. A single 27.500 cannot tell; a column with 69.93 in it can.
 */
export function detectNumberStyle(values: Iterable<string>): NumberStyle {
  let point = 0;
  let comma = 0;
  for (const value of values) {
    const bare = cleanText(value).replace(/^[+-]/, '');
    if (/^\d+,\d+$/.test(bare) || /^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) comma += 1;
    else if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare)) point += 1;
    else if (/^\d+\.\d+$/.test(bare) && !/^[1-9]\d{0,2}\.\d{3}$/.test(bare)) point += 1;
  }
  return point > 0 && comma === 0 ? 'point' : 'dutch';
}

function normalised(digits: string, style: NumberStyle): string | null {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint >= 0 && lastComma >= 0) {
    const decimal = lastPoint > lastComma ? '.' : ',';
    const [whole = '', fraction, ...more] = digits.split(decimal);
    const group = decimal === '.' ? ',' : '.';
    if (more.length > 0 || fraction === undefined || !/^\d+$/.test(fraction)) return null;
    return isGrouped(whole, group) ? `${whole.replaceAll(group, '')}.${fraction}` : null;
  }
  const sign = lastPoint >= 0 ? '.' : lastComma >= 0 ? ',' : '';
  if (sign === '') return digits;
  const parts = digits.split(sign);
  if (parts.length > 2) return isGrouped(digits, sign) ? parts.join('') : null;
  const [whole = '', fraction = ''] = parts;
  if (!/^\d+$/.test(fraction)) return null;
  const groupingSign = style === 'dutch' ? '.' : ',';
  if (sign === groupingSign && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3) return whole + fraction;
  return `${whole}.${fraction}`;
}

function isGrouped(whole: string, group: string): boolean {
  return group === '.' ? /^[1-9]\d{0,2}(\.\d{3})+$/.test(whole) : /^[1-9]\d{0,2}(,\d{3})+$/.test(whole);
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'waar', 'true', '1', 'x']);
const NO = new Set(['nee', 'n', 'no', 'onwaar', 'false', '0']);

/** ja/nee in the spellings of spreadsheets and forms. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = cleanText(text).toLowerCase();
  if (YES.has(word)) return understood(true);
  if (NO.has(word)) return understood(false);
  return refused('boolean.invalid', text);
}
