import { sentences } from './sentences.js';

/** The two languages of the screen; Dutch comes first. */
export type Language = 'nl' | 'en';

/** Figures and words that fill the gaps of a sentence; never more than a short piece of the file itself. */
export type Details = Record<string, string | number>;

export type TabularCode = keyof typeof sentences;

/**
 * The one error of this lib: a file that cannot or may not be read, or a value that cannot be written.
 * `code` and `details` are for programs, `message` is one English sentence, `sentence('nl')` the same in Dutch.
 */
export class TabularError extends Error {
  constructor(
    readonly code: TabularCode,
    readonly details: Details = {},
  ) {
    super(tabularSentence(code, details, 'en'));
    this.name = 'TabularError';
  }

  sentence(language: Language): string {
    return tabularSentence(this.code, this.details, language);
  }
}

/** One plain sentence for a code of this lib, with its details filled in. */
export function tabularSentence(code: TabularCode, details: Details, language: Language): string {
  return fillSentence(sentences[code][language], details, language);
}

/** Fills `{name}` in a sentence; numbers get the grouping of the language. Unknown names stay visible. */
export function fillSentence(template: string, details: Details, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (gap, name: string) => {
    if (!Object.hasOwn(details, name)) return gap;
    const value = details[name];
    if (typeof value !== 'number') return String(value);
    return value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 2 });
  });
}

/** A value of the file as it may be quoted in a sentence: one line, at most 40 characters. */
export function excerpt(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line;
}

/** The letter that Excel shows above a column; 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
