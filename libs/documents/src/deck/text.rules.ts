/** Widths of Arial's characters in thousandths of the letter size; Calibri is narrower, so a line that fits here fits there. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [278, ' !,./:;I[\\]ft·'],
  [333, '()-`r'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [556, '#$0123456789?L_abdeghnopqu–'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@—…'],
];
const WIDTH = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));
const BOLD = 1.08;
const FOREIGN = 800;
const FULL = 1000;
const PICTURE = 1400;
const SIGN = 3000;

/**
 * Text as a slide can hold it: line ends made one, what XML forbids and what turns the reading direction taken out, half
 * characters replaced. Emoji and scripts of every direction stay.
 */
export function plainText(text: string): string {
  return plainPart(text).trim();
}

/** The same for a part of a text, whose first and last space stand between words. */
export function plainPart(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[^\S\n]+/g, ' ');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}

/** The first letter with a direction decides, as it does in a word processor. */
export function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  );
}

/** Width of one line in inches at a letter size in points, estimated on the wide side. */
export function widthOf(text: string, points: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += letterWidth(letter);
  return ((sum / 1000) * points * (bold ? BOLD : 1)) / 72;
}

/**
 * Where the lines of a text end when it is set in a box: offsets into the text, the last one its length. Breaks at spaces
 * and, in words longer than a line, between characters. An empty text has one line.
 */
export function lineEnds(text: string, points: number, inches: number, bold = false): number[] {
  const limit = (inches * 72 * 1000) / (points * (bold ? BOLD : 1));
  const ends: number[] = [];
  let [start, used, afterSpace, word, at] = [0, 0, 0, 0, 0];
  for (const letter of text) {
    const width = letterWidth(letter);
    if (letter === ' ') {
      used += width;
      afterSpace = at + 1;
      word = 0;
    } else {
      if (used + width > limit && at > start) {
        const end = afterSpace > start && word + width <= limit ? afterSpace : at;
        if (end === at) word = 0;
        ends.push(end);
        start = end;
        used = word;
      }
      used += width;
      word += width;
    }
    at += letter.length;
  }
  ends.push(text.length);
  return ends;
}

/**
 * What fits in so many lines, ended with '…' when something stays behind, and what stays behind ('' when nothing does).
 * The suffix always stands at the end and counts for the room.
 */
export function fitted(
  text: string,
  points: number,
  inches: number,
  lines: number,
  bold = false,
  suffix = '',
): { shown: string; rest: string } {
  const fits = (shown: string): boolean => lineEnds(shown, points, inches, bold).length <= lines;
  if (fits(text + suffix)) return { shown: text + suffix, rest: '' };
  let cut = lineEnds(text, points, inches, bold)[lines - 1] ?? text.length;
  for (;;) {
    const shown = `${text.slice(0, cut).trimEnd()}…${suffix}`;
    if (cut <= 0 || fits(shown)) return { shown, rest: text.slice(cut).trimStart() };
    const space = text.lastIndexOf(' ', cut - 2);
    // a word that fills the line gives way a character at a time, and never half a character
    cut =
      space > 0 && space > cut - 30 ? space + 1 : cut - (/[\udc00-\udfff]/.test(text[cut - 1] ?? '') ? 2 : 1);
  }
}

function letterWidth(letter: string): number {
  const known = WIDTH.get(letter);
  if (known !== undefined) return known;
  if (/[\p{M}\u200b-\u200f\u2060]/u.test(letter)) return 0;
  if (/[\ufdfa-\ufdfd]/.test(letter)) return SIGN;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(letter)) return PICTURE;
  const base = WIDTH.get(letter.normalize('NFD')[0] ?? '');
  if (base !== undefined) return base;
  return /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\uffef]|[\u{20000}-\u{3ffff}]/u.test(
    letter,
  )
    ? FULL
    : FOREIGN;
}
