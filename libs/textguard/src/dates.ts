import { MONTHS } from './lexicon.js';
import { NUMBER, WORD, type Tokens } from './tokens.js';

/** A day in the calendar as it stands in a text. */
export interface WrittenDate {
  /** Token behind the date. */
  end: number;
  /** The year; two digits are taken as written, 0 to 99. */
  year: number;
  /** Are all four digits of the year written? */
  full: boolean;
  /** A bare row of digits (03041952) is only a date where a cue says so. */
  bare: boolean;
}

const FIRST_YEAR = 1880;
const LAST_YEAR = 2049;

/** Reads a date that begins at the token: 3-4-1952, 03/04/52, 3 april '52, 1952-04-03, 03041952; nothing when it is none. */
export function dateAt(tokens: Tokens, at: number): WrittenDate | undefined {
  if (tokens.kind(at) !== NUMBER) return undefined;
  const digits = tokens.digits(at);
  if (digits.length === 8 || digits.length === 6) return bareDate(digits, at);
  if (digits.length === 4) return yearFirst(tokens, at);
  if (digits.length > 2 || !isDay(digits)) return undefined;
  return numeric(tokens, at) ?? withMonth(tokens, at);
}

function isDay(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 31;
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function written(end: number, digits: string, bare = false): WrittenDate | undefined {
  const year = Number(digits);
  if (digits.length === 2) return { end, year, full: false, bare };
  if (digits.length !== 4 || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  return { end, year, full: true, bare };
}

function bareDate(digits: string, at: number): WrittenDate | undefined {
  if (isDay(digits.slice(0, 2)) && isMonth(digits.slice(2, 4))) {
    const date = written(at + 1, digits.slice(4), true);
    if (date) return date;
  }
  if (digits.length === 8 && isMonth(digits.slice(4, 6)) && isDay(digits.slice(6))) {
    return written(at + 1, digits.slice(0, 4), true);
  }
  return undefined;
}

/** One of - / . or spaces, also with spaces around the mark; the token behind it and the mark. */
function separator(tokens: Tokens, at: number): { at: number; mark: string } | undefined {
  let here = tokens.skipSpace(at);
  const spaced = here > at;
  if (!tokens.isMark(here, '-/.')) return spaced ? { at: here, mark: ' ' } : undefined;
  const mark = tokens.raw(here);
  here = tokens.skipSpace(here + 1);
  return { at: here, mark };
}

function numeric(tokens: Tokens, at: number): WrittenDate | undefined {
  const first = separator(tokens, at + 1);
  if (!first || tokens.kind(first.at) !== NUMBER) return undefined;
  const second = separator(tokens, first.at + 1);
  if (!second || second.mark !== first.mark) return undefined;
  const day = tokens.digits(at);
  const month = tokens.digits(first.at);
  const swapped = first.mark === '/' && isMonth(day) && isDay(month);
  if (month.length > 2 || !(isMonth(month) || swapped)) return undefined;
  return yearAt(tokens, second.at);
}

/** The year, with or without an apostrophe before two digits. */
function yearAt(tokens: Tokens, at: number): WrittenDate | undefined {
  const start = tokens.isMark(at, "'") ? at + 1 : at;
  if (tokens.kind(start) !== NUMBER) return undefined;
  return written(start + 1, tokens.digits(start));
}

function withMonth(tokens: Tokens, at: number): WrittenDate | undefined {
  let here = at + 1;
  if (/^(?:e|de|ste)$/.test(tokens.word(here))) here += 1;
  here = behindGap(tokens, here);
  if (tokens.kind(here) !== WORD || !MONTHS.has(tokens.word(here))) return undefined;
  return yearAt(tokens, behindGap(tokens, here + 1));
}

function behindGap(tokens: Tokens, at: number): number {
  let here = at;
  for (let step = 0; step < 3 && (tokens.isSpace(here) || tokens.isMark(here, '-./,')); step++) here += 1;
  return here;
}

function yearFirst(tokens: Tokens, at: number): WrittenDate | undefined {
  const first = separator(tokens, at + 1);
  if (!first || first.mark === ' ' || !isMonth(tokens.digits(first.at))) return undefined;
  const second = separator(tokens, first.at + 1);
  if (!second || second.mark !== first.mark || !isDay(tokens.digits(second.at))) return undefined;
  return written(second.at + 1, tokens.digits(at));
}
