import { finding, type Finding } from './finding.js';
import { WORD, type Tokens } from './tokens.js';

/** Length of an IBAN per country, from the public registry of IBAN formats. */
const LENGTHS = new Map<string, number>(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 ' +
    'GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ' +
    'ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const ALNUM = /^[A-Z0-9]$/;

/** Modulo 97 of ISO 13616: country and check digits moved behind, letters as 10 to 35, the rest is 1. */
export function passesModulo97(iban: string): boolean {
  if (!/^[A-Z0-9]{5,34}$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/**
 * Bank account numbers. A Dutch one in any spacing and with O and I for 0 and 1; one of another country whole or in groups of
 * four. A number of the Dutch shape that fails modulo 97 warns: it is a mistyped account.
 */
export function findIbans(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== WORD) continue;
    const start = countryStart(tokens, at);
    const here = start === undefined ? undefined : ibanAt(tokens, start);
    if (here) found.push(here);
  }
  return found;
}

/** Where a country code may begin: the first letter of a word, or behind the word IBAN glued to it. */
function countryStart(tokens: Tokens, at: number): number | undefined {
  const word = tokens.raw(at);
  if (/^iban[a-z]{2}$/i.test(word)) return tokens.start(at) + 4;
  return word.length <= 2 || /^nl/i.test(word) ? tokens.start(at) : undefined;
}

function ibanAt(tokens: Tokens, start: number): Finding | undefined {
  const country = collect(tokens, start, 2);
  if (!country) return undefined;
  const length = LENGTHS.get(country.value);
  if (!length) return undefined;
  const all = collect(tokens, start, length);
  if (!all || ALNUM.test(tokens.unit(all.end).toUpperCase())) return undefined;
  if (country.value === 'NL') {
    const put = dutchShape(all.value);
    if (!put) return undefined;
    return finding('IBAN', start, all.end, passesModulo97(put) ? {} : { level: 'warn' });
  }
  const regular = all.groups.every((size, group) => size === 4 || group === all.groups.length - 1);
  const written = tokens.text.slice(start, all.end);
  const capitals = written === written.toUpperCase();
  return regular && (capitals || all.groups.length === 1) && passesModulo97(all.value)
    ? finding('IBAN', start, all.end)
    : undefined;
}

/** Letters where letters belong and digits where digits belong, or nothing. */
function dutchShape(value: string): string | undefined {
  const digits = (part: string): string => part.replace(/O/g, '0').replace(/[IL]/g, '1');
  const bank = value.slice(4, 8).replace(/0/g, 'O').replace(/1/g, 'I');
  const put = `NL${digits(value.slice(2, 4))}${bank}${digits(value.slice(8))}`;
  return /^NL\d{2}[A-Z]{4}\d{10}$/.test(put) ? put : undefined;
}

/** The next `count` letters and digits, with at most three separators between two of them. */
function collect(
  tokens: Tokens,
  start: number,
  count: number,
): { value: string; end: number; groups: number[] } | undefined {
  let value = '';
  const groups: number[] = [0];
  let at = start;
  let gap = 0;
  while (value.length < count) {
    const character = tokens.unit(at).toUpperCase();
    if (ALNUM.test(character)) {
      if (gap > 0) groups.push(0);
      value += character;
      groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1;
      gap = 0;
    } else if (character !== '' && ' .-/_'.includes(character) && gap < 3) gap += 1;
    else return undefined;
    at += 1;
  }
  return { value, end: at, groups };
}
