import {
  continuesWord,
  digitGroups,
  hasFraction,
  isFraction,
  wordsBefore,
  type DigitGroup,
} from './context.js';
import { finding, type Finding } from './finding.js';
import { SERIES } from './lexicon.js';
import { NUMBER, WORD, type Tokens } from './tokens.js';

const CUES = /^(?:bsn|bsnr|bsnnr|bsnnummer|burgerservice|burgerservicen|sofi)/;

/** The elfproef of the citizen service number: 9·d1 + 8·d2 + … + 2·d8 − d9 is a multiple of 11, and not all are 0. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(digits[at]);
  return sum % 11 === 0;
}

/** "BSN", "burger service nummer", "B.S.N." or "b s n" before the number. */
function hasCue(before: string[]): boolean {
  return (
    before.some((word) => CUES.test(word)) ||
    before.join(' ').includes('n s b') ||
    (before.includes('service') && before.includes('burger'))
  );
}

/**
 * Citizen service numbers: nine digits that pass the elfproef, whole or parted by one kind of separator. In a series of orders or
 * invoices one in eleven numbers passes by chance, so there it only warns. Right behind the word BSN a number that fails the
 * elfproef warns too: it is more likely mistyped than harmless.
 */
export function findBsns(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== NUMBER || tokens.digits(at).length > 9 || isAmongSingles(tokens, at)) continue;
    const one =
      bsnAt(tokens, at, digitGroups(tokens, at, '.-/·', 9), wordsBefore(tokens, at, 5)) ??
      acrossLines(tokens, at);
    if (one) found.push(one);
  }
  return found;
}

function bsnAt(
  tokens: Tokens,
  at: number,
  groups: readonly DigitGroup[],
  before: string[],
): Finding | undefined {
  const last = groups.at(-1);
  const digits = groups.map((group) => group.digits).join('');
  if (!last || digits.length < 8 || digits.length > 9) return undefined;
  const cue = hasCue(before);
  const glued = continuesWord(tokens, at) && !(cue && tokens.kind(at - 1) === WORD);
  if (glued || tokens.kind(last.end) === WORD || !standsAlone(tokens, at, groups, cue)) return undefined;
  const level = levelOf(digits, cue, before);
  return level && finding('BSN', tokens.start(at), tokens.start(last.end), { level });
}

/** Behind the word BSN a number can go on behind a comma and on the next line; only one that passes the elfproef is meant then. */
function acrossLines(tokens: Tokens, at: number): Finding | undefined {
  const before = wordsBefore(tokens, at, 5, 14, true);
  if (!hasCue(before)) return undefined;
  const groups = digitGroups(tokens, at, '.-/·,', 9, true);
  const digits = groups.map((group) => group.digits).join('');
  return passesElfproef(digits.padStart(9, '0')) ? bsnAt(tokens, at, groups, before) : undefined;
}

/** One digit right behind another number: no citizen service number begins here, and rows of digits stay cheap. */
function isAmongSingles(tokens: Tokens, at: number): boolean {
  const parted = tokens.isSpace(at - 1) || tokens.isMark(at - 1, '.-');
  return parted && tokens.kind(at - 2) === NUMBER && tokens.end(at) - tokens.start(at) === 1;
}

function levelOf(digits: string, cue: boolean, before: string[]): 'block' | 'warn' | undefined {
  if (digits.length === 8) return cue && passesElfproef(`0${digits}`) ? 'block' : undefined;
  if (passesElfproef(digits)) {
    return !cue && before.slice(0, 3).some((word) => SERIES.test(word)) ? 'warn' : 'block';
  }
  const right = before.filter((word) => !/^(?:nr|nummer|is|number|no)$/.test(word));
  return cue && CUES.test(right[0] ?? '') ? 'warn' : undefined;
}

/** One kind of separator, a grouping that people write, and no more digits of the same series around it. */
function standsAlone(tokens: Tokens, at: number, groups: readonly DigitGroup[], cue: boolean): boolean {
  const last = groups.at(-1);
  if (!last) return false;
  if (groups.length === 1) return cue || !(isFraction(tokens, at) || hasFraction(tokens, last.end));
  const separators = new Set(groups.slice(1).map((group) => group.separator));
  if (separators.size > 1) return cue;
  const separator = [...separators][0] ?? '';
  const singles = groups.every((group) => group.digits.length === 1);
  if (cue) return true;
  if (separator === '/' || separator.length > 1) return false;
  // 2025-118-44 is a case number; 2025-11-844 is how a citizen service number is grouped
  const lengths = groups.map((group) => group.digits.length).join('');
  if (/^(?:19|20)/.test(groups[0]?.digits ?? '') && lengths === '432') return false;
  const smallest = Math.min(...groups.map((group) => group.digits.length));
  if (!singles && (groups.length > 5 || smallest < 2)) return false;
  if (separator !== ' ' || singles) {
    const before = separator === ' ' ? tokens.isSpace(at - 1) : tokens.isMark(at - 1, separator);
    const behind = separator === ' ' ? tokens.isSpace(last.end) : tokens.isMark(last.end, separator);
    if (before && tokens.kind(at - 2) === NUMBER) return false;
    if (behind && tokens.kind(last.end + 1) === NUMBER) return false;
  }
  return true;
}
