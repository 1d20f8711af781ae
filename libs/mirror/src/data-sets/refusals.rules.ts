import type { DataSetRefusalView, ExtractField, Words } from '#libs/contracts';
import { fillSentence } from '#libs/tabular';

/** What a row can be refused for, in both languages. No sentence holds a cell of the file. */
const SENTENCES = {
  'row-shape': {
    nl: 'De rij heeft {cells} cellen en er zijn {headings} kolommen.',
    en: 'The row has {cells} cells and there are {headings} columns.',
  },
  'cell-error': { nl: 'In de cel staat een Excel-fout.', en: 'The cell holds a spreadsheet error.' },
  'practice-missing': { nl: 'De praktijk ontbreekt.', en: 'The practice is missing.' },
  'practice-digits': {
    nl: 'De AGB-code heeft geen 8 cijfers; misschien is de nul vooraan weggevallen.',
    en: 'The AGB code has not 8 digits; perhaps its leading zero was lost.',
  },
  'unknown-practice': {
    nl: 'Deze praktijk staat niet in het register van de regio.',
    en: 'This practice is not in the register of the region.',
  },
  'period-missing': { nl: 'De periode ontbreekt.', en: 'The period is missing.' },
  'period-unreadable': { nl: 'Dit is geen periode.', en: 'This is no period.' },
  'period-mixed': {
    nl: 'De periode duurt {months} maanden en die van de meeste rijen {most}: dan zou dubbel worden geteld.',
    en: 'The period lasts {months} months and that of most rows {most}: counting both would count twice.',
  },
  'item-missing': { nl: 'De code ontbreekt.', en: 'The code is missing.' },
  'item-unreadable': { nl: 'Dit kan geen code zijn.', en: 'This cannot be a code.' },
  'item-personal': {
    nl: 'Dit lijkt een gegeven van een persoon.',
    en: 'This looks like a detail of a person.',
  },
  'sex-unknown': { nl: 'Dit is niet man, vrouw of samen.', en: 'This is not male, female or both.' },
  'age-unreadable': { nl: 'Dit is geen leeftijdsgroep.', en: 'This is no age band.' },
  'age-overlap': {
    nl: 'Deze leeftijdsgroep overlapt een andere van dezelfde praktijk en periode.',
    en: 'This age band overlaps another of the same practice and period.',
  },
  'number-missing': { nl: 'Het aantal ontbreekt.', en: 'The number is missing.' },
  'number-unreadable': { nl: 'Dit is geen getal.', en: 'This is no number.' },
  'number-negative': { nl: 'Een aantal is niet negatief.', en: 'A number is not negative.' },
  'number-not-whole': { nl: 'Een aantal is een heel getal.', en: 'A number is a whole number.' },
  'number-too-large': { nl: 'Dit aantal is te groot.', en: 'This number is too large.' },
  'part-exceeds': { nl: 'Het deel is groter dan het geheel.', en: 'The part is larger than the whole.' },
  'listed-conflict': {
    nl: 'De meeste rijen van deze praktijk en periode noemen een ander aantal ingeschreven patiënten.',
    en: 'Most rows of this practice and period name another number of registered patients.',
  },
  'date-unreadable': { nl: 'Dit is geen datum.', en: 'This is no date.' },
  duplicate: {
    nl: 'Deze praktijk, periode en code staan ook in rij {other}; welke klopt, weet alleen de leverancier.',
    en: 'This practice, period and code are in row {other} too; only the supplier knows which is right.',
  },
} satisfies Record<string, Words>;

export type RefusalCode = keyof typeof SENTENCES;

/** Why one row was not read. */
export interface Refusal {
  row: number;
  field: ExtractField | null;
  code: RefusalCode;
  detail: Record<string, number>;
}

/** Refusals that are kept; all are counted. */
export const MOST_REFUSALS = 10_000;

export function refusalView(
  row: number,
  field: string | null,
  code: string,
  detail: Record<string, number>,
): DataSetRefusalView {
  const sentence: Words = SENTENCES[code as RefusalCode] ?? {
    nl: 'De rij is niet gelezen.',
    en: 'The row was not read.',
  };
  return {
    row,
    field: field as ExtractField | null,
    code,
    sentence: { nl: fillSentence(sentence.nl, detail, 'nl'), en: fillSentence(sentence.en, detail, 'en') },
  };
}

/** Counts refused rows, each once, and keeps the first reasons. */
export class Refusals {
  rows = 0;
  readonly kept: Refusal[] = [];
  readonly byCode = new Map<RefusalCode, number>();
  private seen = new Uint8Array(1 << 13);

  add(row: number, field: ExtractField | null, code: RefusalCode, detail: Record<string, number> = {}): void {
    if (this.kept.length < MOST_REFUSALS) this.kept.push({ row, field, code, detail });
    this.byCode.set(code, (this.byCode.get(code) ?? 0) + 1);
    const byte = row >> 3;
    if (byte >= this.seen.length) {
      const grown = new Uint8Array(Math.max(byte + 1, this.seen.length * 2));
      grown.set(this.seen);
      this.seen = grown;
    }
    const bit = 1 << (row & 7);
    if ((this.seen[byte]! & bit) !== 0) return;
    this.seen[byte]! |= bit;
    this.rows += 1;
  }

  has(row: number): boolean {
    return ((this.seen[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }
}
