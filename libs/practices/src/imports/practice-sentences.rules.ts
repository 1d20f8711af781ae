import type { Words } from '#libs/contracts';
import { fillSentence, tabularSentence, type Details, type Language, type TabularCode } from '#libs/tabular';

/** What the practice import says about a row, beside the sentences of #libs/tabular about single cells. */
const SENTENCES = {
  'value.missing': { nl: '{Field} ontbreekt.', en: '{Field} is missing.' },
  'column.missing': {
    nl: '{Field} ontbreekt: het bestand heeft geen kolom daarvoor.',
    en: '{Field} is missing: the file has no column for it.',
  },
  'agb.duplicate': {
    nl: 'AGB-code {agb} staat ook in rij {rows}. Elke praktijk hoort één keer in het bestand.',
    en: 'AGB code {agb} is also in row {rows}. Each practice belongs in the file once.',
  },
  'text.formula': {
    nl: '"{text}" lijkt een formule: een tekst mag niet beginnen met {sign}.',
    en: '"{text}" looks like a formula: a text may not begin with {sign}.',
  },
  'text.control': {
    nl: '"{text}" bevat een onzichtbaar stuurteken.',
    en: '"{text}" holds an invisible control character.',
  },
  'text.too-long': {
    nl: 'De tekst is {length} tekens lang; het mogen er {limit} zijn.',
    en: 'The text is {length} characters long; {limit} are allowed.',
  },
  'name.no-letters': { nl: '"{text}" is geen naam.', en: '"{text}" is not a name.' },
  'list-size.range': {
    nl: 'Het aantal patiënten moet tussen 1 en {limit} liggen. Er staat "{text}".',
    en: 'The list size must be between 1 and {limit}. It says "{text}".',
  },
  'motivation.range': {
    nl: 'De motivatie is een cijfer van 1 tot en met 5. Er staat "{text}".',
    en: 'The motivation is a figure from 1 to 5. It says "{text}".',
  },
  'wave.invalid': {
    nl: '"{text}" is geen startgolf, zoals 1 of groep 2.',
    en: '"{text}" is not a start wave, such as 1 or group 2.',
  },
  'cell.error': {
    nl: 'In de cel staat een Excel-fout ({text}).',
    en: 'The cell holds an Excel error ({text}).',
  },
  'cell.uncalculated': {
    nl: 'In de cel staat een formule zonder uitkomst; plak de waarde zelf in de cel.',
    en: 'The cell holds a formula without a result; paste the value itself into the cell.',
  },
  'row.same': { nl: 'Geen verschil.', en: 'No difference.' },
  'row.new': { nl: 'Nieuwe praktijk.', en: 'New practice.' },
  'row.changed': { nl: 'Anders: {fields}.', en: 'Different: {fields}.' },
  'list-size.more': { nl: '{percent} % meer patiënten.', en: '{percent}% more patients.' },
  'list-size.fewer': { nl: '{percent} % minder patiënten.', en: '{percent}% fewer patients.' },
  'question.list-size-more': {
    nl: '{percent} % meer patiënten. Klopt dit?',
    en: '{percent}% more patients. Is this right?',
  },
  'question.list-size-fewer': {
    nl: '{percent} % minder patiënten. Klopt dit?',
    en: '{percent}% fewer patients. Is this right?',
  },
  'question.lookalike': {
    nl: 'Lijkt op {name} (AGB {agb}). Dezelfde praktijk?',
    en: 'Resembles {name} (AGB {agb}). The same practice?',
  },
  'question.other-name': {
    nl: 'Onder deze AGB-code staat nu {name}. Dezelfde praktijk?',
    en: 'This AGB code now belongs to {name}. The same practice?',
  },
  'question.vanished': {
    nl: 'Staat niet meer in het bestand. Laten staan?',
    en: 'Is no longer in the file. Keep it?',
  },
  'practice.archived': {
    nl: 'Deze praktijk is gearchiveerd; zet haar eerst terug in het register.',
    en: 'This practice is archived; restore it in the register first.',
  },
} as const satisfies Record<string, Words>;

export type PracticeCode = keyof typeof SENTENCES;

/** A sentence of the import as data: translate it with `practiceSentence`. */
export interface PracticeMessage {
  code: PracticeCode | TabularCode;
  details: Details;
}

/** One sentence, of this import or of a cell that could not be read. */
export function practiceSentence(message: PracticeMessage, language: Language): string {
  const { code, details } = message;
  if (!isPracticeCode(code)) return tabularSentence(code, details, language);
  // `Field` and `fields` depend on the language, so their details are kept per language.
  const local = Object.fromEntries(
    Object.entries(details)
      .filter(([name]) => !/_(nl|en)$/.test(name) || name.endsWith(`_${language}`))
      .map(([name, value]) => [name.replace(/_(nl|en)$/, ''), value]),
  );
  return fillSentence(SENTENCES[code][language], local, language);
}

/** The same in both languages. */
export function practiceWords(message: PracticeMessage): Words {
  return { nl: practiceSentence(message, 'nl'), en: practiceSentence(message, 'en') };
}

function isPracticeCode(code: string): code is PracticeCode {
  return Object.hasOwn(SENTENCES, code);
}
