/** The text the detectors read, with the way back to the text the person wrote. */
export interface Normalised {
  text: string;
  /** Offset in the original of the first unit that became unit `at`. */
  originalStart(at: number): number;
  /** Offset in the original just after the last unit that became unit `at`. */
  originalEnd(at: number): number;
}

/** One letter with its accents; the bound keeps a tower of accents from being one endless segment. */
const SEGMENT = /\P{M}\p{M}{0,30}|\p{M}/gsu;
/** What nobody sees between two digits, half characters and the sign that stands for one among it. */
const INVISIBLE =
  /\p{Default_Ignorable_Code_Point}|\p{Surrogate}|[\u0000-\u0008\u000e-\u001f\u007f\ufff9-\ufffd]/gu;
const MARKS = /\p{M}/gu;
const NOT_PLAIN = /[^\t\n\r\x20-\x7e]/;
const DASH = /^[\p{Pd}\u2212\u2043\u02d7]$/u;
const SPACE = /^[\p{Zs}\t]$/u;
const BREAK = /^[\n\v\f\r\u0085\u2028\u2029]$/;
const APOSTROPHE = /^[\u0060\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02c8]$/;
const DIGIT = /^\p{Nd}$/u;

/** First digit of every block of ten that compatibility folding leaves alone (Arabic, Persian, Indic, Thai …). */
const DIGIT_ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xa8d0, 0xabf0,
];

/** Cyrillic and Greek letters that cannot be told from Latin ones by eye. */
const LOOKALIKES = new Map<string, string>();
for (const [alike, latin] of [
  ['аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'],
  ['АВЕКМНОРСТХІЈЅ', 'ABEKMHOPCTXIJS'],
  ['οΟΑΒΕΖΗΙΚΜΝΡΤΥΧ', 'oOABEZHIKMNPTYX'],
] as const) {
  Array.from(alike).forEach((letter, at) => LOOKALIKES.set(letter, latin[at] ?? letter));
}

function plainCharacter(character: string): string {
  if (DASH.test(character)) return '-';
  if (BREAK.test(character)) return '\n';
  if (SPACE.test(character)) return ' ';
  if (APOSTROPHE.test(character)) return "'";
  const alike = LOOKALIKES.get(character);
  if (alike !== undefined) return alike;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x7f && DIGIT.test(character)) {
    const zero = DIGIT_ZEROS.find((first) => code >= first && code < first + 10);
    if (zero !== undefined) return String(code - zero);
  }
  return character;
}

function plainSegment(segment: string): string {
  // a spacing accent would be folded into a space; as a quote it belongs to a name ("van ´t Hof")
  if (segment.length === 1 && segment.charCodeAt(0) < 0x300) {
    const first = plainCharacter(segment);
    if (first !== segment) return first;
  }
  const folded = segment.replace(INVISIBLE, '').normalize('NFKC').replace(MARKS, '');
  let plain = '';
  for (const character of folded) plain += plainCharacter(character);
  return plain;
}

/**
 * Makes a text readable for the detectors: compatibility forms folded (NFKC), accents joined, invisible characters gone, digits of
 * any script as 0-9, look-alike letters as Latin, one kind of dash, quote, space and line end. Every unit remembers where it came
 * from, so that spans can be given in the text as it was written.
 */
export function normalise(text: string): Normalised {
  if (!NOT_PLAIN.test(text)) {
    return {
      text: text.replace(/[\t\r`]/g, (one) => (one === '\t' ? ' ' : one === '\r' ? '\n' : "'")),
      originalStart: (at) => at,
      originalEnd: (at) => at + 1,
    };
  }
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(SEGMENT)) {
    const plain = plainSegment(match[0]);
    pieces.push(plain);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return {
    text: pieces.join(''),
    originalStart: (at) => starts[at] ?? text.length,
    originalEnd: (at) => ends[at] ?? text.length,
  };
}
