import { BREAK, EDGE, MARK, NUMBER, PLACEHOLDER, SPACE, WORD, type Tokens } from './tokens.js';

/** Is the token glued to the one before it by a letter or digit, so that it is only a part of something? */
export function continuesWord(tokens: Tokens, at: number): boolean {
  const before = tokens.kind(at - 1);
  return before === WORD || before === NUMBER;
}

/** Is the number the fraction of a decimal (0,93), or a part of a version (3.12)? */
export function isFraction(tokens: Tokens, at: number): boolean {
  return tokens.isMark(at - 1, '.,') && tokens.kind(at - 2) === NUMBER;
}

/** Does a decimal follow glued to the number (93,5)? */
export function hasFraction(tokens: Tokens, end: number): boolean {
  return tokens.isMark(end, '.,') && tokens.kind(end + 1) === NUMBER;
}

/**
 * The words before a token, nearest first: at most `most` of them, on the same line (or with `lines` also before it), not past a number or
 * an end of sentence.
 */
export function wordsBefore(
  tokens: Tokens,
  at: number,
  most: number,
  reach = 2 * most + 4,
  lines = false,
): string[] {
  const found: string[] = [];
  for (let here = at - 1; here >= at - reach && found.length < most; here--) {
    const kind = tokens.kind(here);
    if (kind === BREAK && lines) continue;
    if (kind === EDGE || kind === BREAK || kind === NUMBER || kind === PLACEHOLDER) break;
    if (kind === MARK && tokens.isMark(here, '?!;')) break;
    if (kind === WORD) found.push(tokens.word(here));
  }
  return found;
}

/** The words behind a token, nearest first, under the same limits. */
export function wordsAfter(tokens: Tokens, at: number, most: number, reach = 2 * most + 4): string[] {
  const found: string[] = [];
  for (let here = at; here < at + reach && found.length < most; here++) {
    const kind = tokens.kind(here);
    if (kind === EDGE || kind === BREAK || kind === NUMBER || kind === PLACEHOLDER) break;
    if (kind === MARK && tokens.isMark(here, '?!;')) break;
    if (kind === WORD) found.push(tokens.word(here));
  }
  return found;
}

/** One number of a spaced or dashed series, and what stands between it and the next. */
export interface DigitGroup {
  digits: string;
  /** Token behind the group. */
  end: number;
  /** What separated it from the group before: '' for the first, else the mark, or a space. */
  separator: string;
}

/**
 * The numbers from `at` on that are only parted by spaces and the given marks, with `lines` by ends of lines too, until `most` digits are
 * gathered.
 * At most three tokens may stand between two of them.
 */
export function digitGroups(
  tokens: Tokens,
  at: number,
  marks: string,
  most: number,
  lines = false,
): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let here = at;
  let separator = '';
  let total = 0;
  while (tokens.kind(here) === NUMBER) {
    const digits = tokens.digits(here);
    total += digits.length;
    groups.push({ digits, end: here + 1, separator });
    if (total >= most) break;
    const next = behindSeparator(tokens, here + 1, marks, lines);
    if (!next) break;
    separator = next.separator;
    here = next.at;
  }
  return groups;
}

function behindSeparator(
  tokens: Tokens,
  from: number,
  marks: string,
  lines: boolean,
): { at: number; separator: string } | undefined {
  let separator = '';
  let at = from;
  for (; at < from + 4; at++) {
    const kind = tokens.kind(at);
    if (kind === SPACE && tokens.end(at) - tokens.start(at) <= 2) separator ||= ' ';
    else if (lines && kind === BREAK) separator ||= ' ';
    else if (kind === MARK && tokens.isMark(at, marks)) separator = separator.trim() + tokens.raw(at);
    else break;
  }
  return separator && tokens.kind(at) === NUMBER ? { at, separator } : undefined;
}
