import type { Language } from '#libs/contracts';
import type { ProvenanceSpec } from './deck.rules.js';

/** The few words that a document says by itself. */
export interface DocumentWords {
  locale: 'nl-NL' | 'en-GB';
  untitled: string;
  continued: (part: number) => string;
  source: string;
  answered: string;
  nonResponse: string;
  of: string;
  period: string;
  remark: string;
  noFigures: string;
  barChart: string;
  table: (columns: string, rows: string) => string;
  fullText: string;
  figures: string;
  titleLayout: string;
  contentLayout: string;
  emptyLayout: string;
  statementLayout: string;
  titlePrompt: string;
  category: string;
  /** What things are called in the list of objects of a slide. */
  names: Record<
    'title' | 'subtitle' | 'kicker' | 'text' | 'table' | 'chart' | 'provenance' | 'footer' | 'maker',
    string
  >;
}

const WORDS: Record<Language, DocumentWords> = {
  nl: {
    locale: 'nl-NL',
    untitled: 'Zonder titel',
    continued: (part) => (part === 2 ? '(vervolg)' : `(vervolg ${part - 1})`),
    source: 'Bron',
    answered: 'n',
    nonResponse: 'non-respons',
    of: 'van',
    period: 'periode',
    remark: 'let op',
    noFigures: 'Er zijn geen cijfers om te tonen.',
    barChart: 'Staafdiagram.',
    table: (columns, rows) => `Tabel met de kolommen ${columns}. Aantal rijen: ${rows}.`,
    fullText: 'Volledige tekst',
    figures: 'Cijfers bij de grafiek',
    titleLayout: 'Titeldia',
    contentLayout: 'Inhoud',
    emptyLayout: 'Leeg',
    statementLayout: 'Uitspraak',
    titlePrompt: 'Titel',
    category: 'Antwoord',
    names: {
      title: 'Titel',
      subtitle: 'Ondertitel',
      kicker: 'Onderdeel',
      text: 'Tekst',
      table: 'Tabel',
      chart: 'Grafiek',
      provenance: 'Herkomst',
      footer: 'Voettekst',
      maker: 'Afzender',
    },
  },
  en: {
    locale: 'en-GB',
    untitled: 'Untitled',
    continued: (part) => (part === 2 ? '(continued)' : `(continued ${part - 1})`),
    source: 'Source',
    answered: 'n',
    nonResponse: 'non-response',
    of: 'of',
    period: 'period',
    remark: 'note',
    noFigures: 'There are no figures to show.',
    barChart: 'Bar chart.',
    table: (columns, rows) => `Table with the columns ${columns}. Number of rows: ${rows}.`,
    fullText: 'Full text',
    figures: 'Figures of the chart',
    titleLayout: 'Title slide',
    contentLayout: 'Content',
    emptyLayout: 'Empty',
    statementLayout: 'Statement',
    titlePrompt: 'Title',
    category: 'Answer',
    names: {
      title: 'Title',
      subtitle: 'Subtitle',
      kicker: 'Part',
      text: 'Text',
      table: 'Table',
      chart: 'Chart',
      provenance: 'Provenance',
      footer: 'Footer',
      maker: 'Sender',
    },
  },
};

export function documentWords(language: Language): DocumentWords {
  return WORDS[language];
}

/** A number as people of that language write it; nothing for what is no number. */
export function writtenNumber(value: number, language: Language, percent = false): string {
  if (!Number.isFinite(value)) return '–';
  const style = percent
    ? ({ style: 'percent', maximumFractionDigits: 1 } as const)
    : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(WORDS[language].locale, style).format(value);
}

/** The origin of figures as name and value, in the order in which people read it. */
export function provenanceParts(provenance: ProvenanceSpec, language: Language): [string, string][] {
  const words = WORDS[language];
  const { n, nonResponse } = provenance;
  const parts: [string, string][] = [[words.source, provenance.source]];
  if (n !== undefined) parts.push([words.answered, writtenNumber(n, language)]);
  if (nonResponse !== undefined) {
    const asked = n === undefined ? 0 : n + nonResponse;
    const share = `${words.of} ${writtenNumber(asked, language)} (${Math.round((100 * nonResponse) / asked)}%)`;
    parts.push([
      words.nonResponse,
      [writtenNumber(nonResponse, language), asked > 0 ? share : ''].join(' ').trim(),
    ]);
  }
  if (provenance.period) parts.push([words.period, provenance.period]);
  if (provenance.remark) parts.push([words.remark, provenance.remark]);
  return parts;
}

/** `Bron: … · n = 34 · non-respons: 12 van 46 (26%) · periode: …` */
export function provenanceLine(provenance: ProvenanceSpec, language: Language): string {
  return provenanceParts(provenance, language)
    .map(([name, value]) => (name === WORDS[language].answered ? `${name} = ${value}` : `${name}: ${value}`))
    .join(' · ');
}
