import { cleanText, refused, understood, type Parsed } from './parsed.js';

/**
 * An AGB code: 8 digits, as text. White space between the digits and Excel's ways of forcing text (`'0107…`, `="0107…"`) are
 * taken away. Seven digits are refused although a lost zero is likely: a typing error would become somebody else's code.
 */
export function parseAgb(text: string, storedAsNumber = false): Parsed<string> {
  return digitCode(text, 8, 'agb', storedAsNumber);
}

/** A BIG registration number: 11 digits, as text; read like an AGB code. */
export function parseBig(text: string, storedAsNumber = false): Parsed<string> {
  return digitCode(text, 11, 'big', storedAsNumber);
}

function digitCode(
  text: string,
  length: number,
  name: 'agb' | 'big',
  storedAsNumber: boolean,
): Parsed<string> {
  const bare = cleanText(text)
    .replace(/^="?([\d ]+)"?$/, '$1')
    .replace(/^'/, '')
    .replace(/ /g, '');
  if (/^\d+$/.test(bare)) {
    if (bare.length === length) return understood(bare);
    const lost = storedAsNumber && bare.length < length;
    return refused(lost ? `${name}.zero-lost` : `${name}.digits`, text, { count: bare.length });
  }
  const count = bare.replace(/\D/g, '').length;
  return count === length || count === 0
    ? refused(`${name}.characters`, text)
    : refused(`${name}.digits`, text, { count });
}

/** A Dutch postcode as `3811 AB`, whatever its spaces and case; PostNL does not use the letters SA, SD and SS. */
export function parsePostcode(text: string): Parsed<string> {
  const bare = cleanText(text)
    .toUpperCase()
    .replace(/^NL[- ]/, '')
    .replace(/[\s.-]/g, '');
  const match = /^([1-9]\d{3})([A-Z]{2})$/.exec(bare);
  if (!match || /^S[ADS]$/.test(match[2]!)) return refused('postcode.invalid', text);
  return understood(`${match[1]} ${match[2]}`);
}

/** The shape of one e-mail address (one @, a domain with a dot, no spaces); whether it exists only a mail can tell. */
export function parseEmail(text: string): Parsed<string> {
  const bare = cleanText(text).replace(/^mailto:/i, '');
  const shape =
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}\p{L}$/u;
  if (bare.length > 254 || bare.indexOf('@') > 64 || !shape.test(bare)) return refused('email.invalid', text);
  return understood(bare);
}
