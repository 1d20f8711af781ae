import { BRACKETED } from './finding.js';

/** Kinds of token. A placeholder is a word of an earlier rewrite; nothing before or behind it may borrow from it. */
export const WORD = 1;
export const NUMBER = 2;
export const SPACE = 3;
export const BREAK = 4;
export const MARK = 5;
export const PLACEHOLDER = 6;
/** What stands before the first and after the last token. */
export const EDGE = 0;

/** Longest part of a token that anything looks at: no name, cue or number is longer. */
const READ = 48;
const LETTER = /\p{L}/u;
const ACCENTS = /\p{M}/gu;

/**
 * The normalised text as words, numbers, runs of white space and single marks, cut in one pass. Detectors look at a bounded
 * number of tokens around each, and at a bounded part of each token: that is why a scan is linear in the text.
 */
export class Tokens {
  private readonly kinds: number[] = [];
  private readonly starts: number[] = [];

  constructor(readonly text: string) {
    this.cut();
    this.starts.push(text.length);
  }

  get length(): number {
    return this.kinds.length;
  }

  kind(at: number): number {
    return this.kinds[at] ?? EDGE;
  }

  start(at: number): number {
    return this.starts[at] ?? this.text.length;
  }

  end(at: number): number {
    return this.starts[at + 1] ?? this.text.length;
  }

  /** The token as written, at most its first 48 units. */
  raw(at: number): string {
    if (at < 0 || at >= this.kinds.length) return '';
    const start = this.start(at);
    return this.text.slice(start, Math.min(this.end(at), start + READ));
  }

  /** One unit of the text; '' outside it. */
  unit(offset: number): string {
    return this.text[offset] ?? '';
  }

  /** A word in lower case without accents; '' for anything else. */
  word(at: number): string {
    if (this.kind(at) !== WORD) return '';
    const lower = this.raw(at).toLowerCase();
    return !/[^a-z]/.test(lower) ? lower : lower.normalize('NFD').replace(ACCENTS, '');
  }

  /** The digits of a number, with letters written for digits put right (O6 is 06); '' for anything else. */
  digits(at: number): string {
    if (this.kind(at) !== NUMBER) return '';
    return this.raw(at).replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  }

  isMark(at: number, marks: string): boolean {
    return this.kind(at) === MARK && marks.includes(this.text.charAt(this.start(at)));
  }

  isSpace(at: number): boolean {
    return this.kind(at) === SPACE;
  }

  /** A word that starts with a capital letter. */
  isCapital(at: number): boolean {
    if (this.kind(at) !== WORD) return false;
    const first = this.raw(at).charAt(0);
    return first !== first.toLowerCase();
  }

  /** A word of capitals only, at least two. */
  isUpper(at: number): boolean {
    if (this.kind(at) !== WORD) return false;
    const raw = this.raw(at);
    return raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  }

  /** The first token at or behind `at` that is no space on the same line. */
  skipSpace(at: number): number {
    return this.isSpace(at) ? at + 1 : at;
  }

  private add(kind: number, start: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
  }

  private cut(): void {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10) at = this.cutSpace(at);
      else if (code === 91 && this.cutPlaceholder(at)) at = text.indexOf(']', at) + 1;
      else if (isLetterOrDigit(text, at)) at = this.cutRun(at);
      else {
        this.add(MARK, at);
        at += code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1;
      }
    }
  }

  private cutSpace(from: number): number {
    let at = from;
    let lines = false;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 10) lines = true;
      else if (code !== 32) break;
    }
    this.add(lines ? BREAK : SPACE, from);
    return at;
  }

  private cutPlaceholder(at: number): boolean {
    if (!BRACKETED.some((word) => this.text.startsWith(word, at))) return false;
    this.add(PLACEHOLDER, at);
    return true;
  }

  /** A run of letters and digits: one number when its letters stand for digits, else its words and numbers apart. */
  private cutRun(from: number): number {
    const { text } = this;
    let end = from;
    let digits = 0;
    let alike = 0;
    for (; end < text.length && isLetterOrDigit(text, end); end += unitsAt(text, end)) {
      if (isDigit(text.charCodeAt(end))) digits += 1;
      else if (isDigitAlike(text.charAt(end))) alike += 1;
    }
    const length = end - from;
    if (alike > 0 && digits + alike === length && digits >= alike && this.meansDigits(from, end)) {
      this.add(NUMBER, from);
      return end;
    }
    for (let at = from, before = -1; at < end; at += unitsAt(text, at)) {
      const kind = isDigit(text.charCodeAt(at)) ? NUMBER : WORD;
      if (kind !== before) this.add(kind, at);
      before = kind;
    }
    return end;
  }

  /** "O6" and "1O" are numbers; "2l" and "I10" are not, unless the run is long. */
  private meansDigits(from: number, end: number): boolean {
    if (end - from > READ) return false;
    const run = this.text.slice(from, end);
    return run.length >= 4 || !/[Il]/.test(run);
  }
}

function unitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDigitAlike(character: string): boolean {
  return character === 'O' || character === 'o' || character === 'I' || character === 'l';
}

function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  return code > 0x7f && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
