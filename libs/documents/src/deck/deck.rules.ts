import type { Language } from '#libs/contracts';

/** Where the figures of a slide come from (MIR-02): shown under it, never left out. */
export interface ProvenanceSpec {
  source: string;
  /** How many answered. */
  n?: number;
  /** How many were asked and did not answer. */
  nonResponse?: number;
  period?: string;
  remark?: string;
}

/** What a series stands for; without one the palette's next colour. */
export type Tone = 'accent' | 'soft' | 'neutral' | 'warn' | 'bad';

/** Paragraphs, separated by line ends. */
export interface TextBlock {
  kind: 'text';
  text: string;
}

export interface BulletsBlock {
  kind: 'bullets';
  items: readonly (string | { text: string; level: 0 | 1 | 2 })[];
}

export interface TableColumnSpec {
  heading: string;
  /** Part of the width, relative to the other columns that name one. Without any: after what the cells hold. */
  share?: number;
  /** Default: numbers at the end, text at the start. */
  align?: 'start' | 'end';
  /** `percent` takes fractions: 0.25 shows as 25%. */
  unit?: 'count' | 'percent';
}

/** A table under one heading row, which is repeated wherever the table goes on. Numbers are written in the deck's language. */
export interface TableBlock {
  kind: 'table';
  columns: readonly TableColumnSpec[];
  rows: readonly (readonly (string | number | null)[])[];
  /** What the table shows, for who cannot see it. */
  summary?: string;
  /** `open`: a few texts beside each other, large and without a filled heading, to be read from the back of a room. */
  look?: 'house' | 'open';
}

export interface SeriesSpec {
  name: string;
  /** One per category; null where there is no figure to show. */
  values: readonly (number | null)[];
  tone?: Tone;
}

/** A native bar chart with its data: how often each answer was given, for one group or for several. */
export interface BarsBlock {
  kind: 'bars';
  /** One sentence that says what the chart shows; stands above it and opens its alternative text. */
  reading: string;
  categories: readonly string[];
  series: readonly SeriesSpec[];
  /** Several series beside each other, on each other, or each bar as a whole of 100 %. */
  arrangement?: 'grouped' | 'stacked' | 'shares';
  /** `percent` takes fractions: 0.25 shows as 25 %. */
  unit?: 'count' | 'percent';
}

/** One big number (or word) with what it means. */
export interface FigureBlock {
  kind: 'figure';
  value: string;
  caption: string;
}

export type BlockSpec = TextBlock | BulletsBlock | TableBlock | BarsBlock | FigureBlock;

export interface SlideSpec {
  title: string;
  subtitle?: string;
  /** `statement`: the title is what the slide is about, a question or a chapter, and stands large. */
  look?: 'house' | 'statement';
  /** A few words above the title of a statement: what it belongs to. */
  kicker?: string;
  blocks: readonly BlockSpec[];
  /** A second column beside the blocks. */
  beside?: readonly BlockSpec[];
  provenance?: ProvenanceSpec;
  /** What the speaker sees and the room does not. */
  notes?: string;
}

/** A presentation in plain words; `deck` makes the file. */
export interface DeckSpec {
  language: Language;
  title: string;
  subtitle?: string;
  author?: string;
  organisation?: string;
  /** The moment that the file says it was made. */
  madeAt: Date;
  slides: readonly SlideSpec[];
}
