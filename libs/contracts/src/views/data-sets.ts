import type { Words } from './list.js';

/** What an extract counts. */
export const EXTRACT_KINDS = ['referrals', 'diagnostics', 'consults', 'prescriptions', 'list-sizes'] as const;
export type ExtractKind = (typeof EXTRACT_KINDS)[number];
export const SOURCE_QUALITIES = ['good', 'fair', 'poor', 'unknown'] as const;
/** How far a source can be trusted, in the steward's judgement (MIR-04). */
export type SourceQuality = (typeof SOURCE_QUALITIES)[number];

export interface DataSourceView {
  id: string;
  name: string;
  /** Where the figures come from, e.g. ZorgDomein; and who makes the extract. */
  system: string;
  supplier: string;
  kind: ExtractKind;
  quality: SourceQuality;
  qualityNote: string | null;
  /** Part that still comes in after the extract was made, in percent. */
  latePercent: number | null;
  /** What these figures do not say; at least one goes on every card. */
  limitations: string[];
  /** What the source calls a practice, where that is neither its AGB code nor its name → id of the practice. */
  aliases: Record<string, string>;
  dataSets: number;
  version: number;
}

/** What a column of an extract can mean. `date` fields take a day, a month, a quarter or a year. */
export const EXTRACT_FIELDS = [
  'practice',
  'practice-name',
  'period',
  'item',
  'item-name',
  'sex',
  'age',
  'count',
  'urgent',
  'consults',
  'listed',
  'extract-at',
] as const;
export type ExtractField = (typeof EXTRACT_FIELDS)[number];

/** What the mapping of columns alone does not say about a file. */
export interface ExtractReading {
  /** `totals`: every row is a total, two of the same are a fault. `parts`: rows of the same are added up. */
  rows: 'totals' | 'parts';
  /** What a period written as a day means. */
  dates: 'month' | 'quarter';
  /** Only so many characters of the item's code count, e.g. 9 of a BNF code; null for all. */
  itemCharacters: number | null;
}

/** The first look at a file, of which nothing is kept: proposes which column is which. */
export interface ExtractLookView {
  format: { kind: 'csv' | 'tsv' | 'xlsx'; encoding: string | null; separator: string | null };
  headings: string[];
  /** Per heading a few values, only of columns that look like codes, periods or numbers. */
  samples: string[][];
  /** Heading index → field; absent where unknown. */
  mapping: Record<number, ExtractField>;
  reading: ExtractReading;
  /** The mapping was saved for this source before. */
  remembered: boolean;
  /** Columns that seem to hold free text or a person's data: never read, by number, with why. */
  refusedColumns: { column: number; reason: Words }[];
  /** Fields without which it cannot be read. */
  missing: ExtractField[];
}

export type DataSetState =
  | 'loading'
  | 'checked'
  | 'approved'
  | 'superseded'
  | 'withdrawn'
  | 'refused'
  | 'failed';

export interface DataSetSummaryView {
  id: string;
  source: { id: string; name: string; kind: ExtractKind };
  state: DataSetState;
  fileName: string;
  /** Half-open. */
  period: { from: string; toExclusive: string } | null;
  rows: number;
  refusedRows: number;
  warnings: number;
  extractAt: string | null;
  loadedBy: string | null;
  loadedAt: string | null;
  approvedBy: string | null;
  approvedAt: string | null;
  supersedes: string | null;
  version: number;
}

export type CheckSeverity = 'note' | 'warning' | 'stop';
export type CheckCode =
  | 'gap'
  | 'jump'
  | 'small-list'
  | 'extract-dates-differ'
  | 'duplicates'
  | 'unknown-practices'
  | 'practices-missing'
  | 'no-list-size'
  | 'late-period'
  | 'total-differs';
/** One thing that was found in a data set; `stop` keeps it from being released. */
export interface ExtractCheckView {
  code: CheckCode;
  severity: CheckSeverity;
  sentence: Words;
  count: number;
  /** At most twenty examples. */
  examples: {
    practice: string | null;
    period: string | null;
    item: string | null;
    was: number | null;
    is: number | null;
  }[];
}
export interface ExtractProfileView {
  rows: number;
  read: number;
  refused: number;
  practices: { inFile: number; known: number; unknown: number; missing: number };
  periods: { from: string; months: number; practices: number; count: number }[];
  items: { code: string; name: string; count: number }[];
  totals: { count: number; urgent: number | null; consults: number | null };
  extractDates: { at: string; practices: number }[];
  strata: string[];
  checks: ExtractCheckView[];
}
export interface DataSetView extends DataSetSummaryView {
  bytes: number;
  format: ExtractLookView['format'];
  /** Heading → field, as it was read. */
  mapping: Record<string, ExtractField>;
  reading: ExtractReading;
  profile: ExtractProfileView | null;
  /** 0..1 while loading. */
  fraction: number;
  commitment: string | null;
  why: string | null;
  /** What changed against the data set it replaces. */
  difference: {
    cells: number;
    practices: number;
    examples: { practice: string; item: string; period: string; was: number; is: number }[];
  } | null;
  mayApprove: boolean;
  history: { state: DataSetState; at: string; by: string | null }[];
}
export interface DataSetRefusalView {
  row: number;
  field: ExtractField | null;
  code: string;
  sentence: Words;
}
