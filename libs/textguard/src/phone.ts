import { continuesWord, digitGroups, wordsBefore, type DigitGroup } from './context.js';
import { finding, type Finding } from './finding.js';
import { SERIES } from './lexicon.js';
import { NUMBER, WORD, type Tokens } from './tokens.js';

/** Numbers everybody may know: information and emergency services. */
const SERVICE = /^0(?:800|900|906|909)/;
/** Dutch prefixes: mobile, geographic, corporate (085, 088, 084, 087, 091, 097). */
const PREFIX = /^0(?:6|1[0-8]|2[02-69]|3[0-68]|4[0135-9]|5[0-9]|7\d|8[4578]|9[17])/;
const NATIONAL = /^0[1-9]\d{8}$/;
const CALL = /^(?:tel|telefoon|telnr|telefoonnummer|telefoonnr|mobiel|mob|gsm|bel|bellen|nummer|nr|t|m)$/;

/**
 * Telephone numbers: ten national digits, or +31/0031 with nine, in any usual grouping; numbers of other countries with + or 00.
 * Not 112, 113, 0800 and 0900 numbers. Own rules instead of a phone library: the guard only has to recognise Dutch numbering,
 * and a library of that kind weighs more than this whole engine in the browser.
 */
export function findPhones(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== NUMBER) continue;
    const plus = tokens.isMark(at - 1, '+');
    if (!plus && !tokens.digits(at).startsWith('0')) continue;
    if (!plus && startsInside(tokens, at)) continue;
    const groups = digitGroups(tokens, at, '-./()_', 15);
    const count = plus ? internationalGroups(groups, '') : nationalGroups(tokens, at, groups);
    const last = groups[count - 1];
    if (!last) continue;
    const digits = groups
      .slice(0, count)
      .map((group) => group.digits)
      .join('');
    if (tokens.kind(last.end) === WORD && !digits.startsWith('06') && count === 1) continue;
    const before = wordsBefore(tokens, at, 2);
    const series = count === 1 && before.slice(0, 2).some((word) => SERIES.test(word));
    const bracket = tokens.isMark(at - 1, '(') && tokens.isMark(at + 1, ')');
    const start = plus || bracket ? tokens.start(at - 1) : tokens.start(at);
    found.push(finding('PHONE', start, tokens.start(last.end), series ? { level: 'warn' } : {}));
  }
  return found;
}

/** A number glued to letters (but for "tel06…"), or the tail of a decimal or a dashed code. */
function startsInside(tokens: Tokens, at: number): boolean {
  if (continuesWord(tokens, at)) return !CALL.test(tokens.word(at - 1));
  return tokens.isMark(at - 1, '.,-') && tokens.kind(at - 2) === NUMBER;
}

/** How many groups make a Dutch number of ten digits; 0 when they do not. */
function nationalGroups(tokens: Tokens, at: number, groups: DigitGroup[]): number {
  const first = groups[0]?.digits ?? '';
  if (first.startsWith('00')) return internationalGroups(groups, '00');
  let digits = '';
  for (let count = 1; count <= groups.length; count++) {
    digits += groups[count - 1]?.digits ?? '';
    if (digits.length > 10) return 0;
    if (digits.length < 10) continue;
    if (!NATIONAL.test(digits) || SERVICE.test(digits)) return 0;
    if (count === 1) return PREFIX.test(digits) || callsBefore(tokens, at) ? 1 : 0;
    return isPhoneGrouping(groups.slice(0, count)) ? count : 0;
  }
  return 0;
}

function callsBefore(tokens: Tokens, at: number): boolean {
  return wordsBefore(tokens, at, 3).some((word) => CALL.test(word));
}

/** Not a date with a number behind it (01-02-2024 12), nor a row of small numbers. */
function isPhoneGrouping(groups: DigitGroup[]): boolean {
  const lengths = groups.map((group) => group.digits.length);
  if (lengths.every((length) => length === 1)) return true;
  const first = groups[0]?.digits ?? '';
  if (first.length === 1 || (first.length === 2 && first !== '06')) return false;
  const year = groups[2]?.digits ?? '';
  if (first.length === 2 && lengths[1] === 2 && /^(?:19|20)\d\d$/.test(year)) {
    return Number(groups[1]?.digits) > 12;
  }
  return true;
}

/** How many groups make a number with a country code; a Dutch one exactly, another by its length. */
function internationalGroups(groups: DigitGroup[], prefix: '' | '00'): number {
  let digits = '';
  let best = 0;
  for (let count = 1; count <= groups.length; count++) {
    digits += groups[count - 1]?.digits ?? '';
    const number = digits.slice(prefix.length);
    if (!digits.startsWith(prefix) || number.startsWith('0')) return 0;
    if (number.startsWith('31')) {
      if (/^310?[1-9]\d{8}$/.test(number)) return count;
      continue;
    }
    const whole = prefix === '' || (groups[0]?.digits.length ?? 0) === 4 || count > 1 || number.length >= 10;
    if (whole && /^[1-9]\d{8,12}$/.test(number)) best = count;
  }
  return best;
}
