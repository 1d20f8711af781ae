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
  'loading' | 'checked' | 'approved' | 'superseded' | 'withdrawn' | 'refused' | 'failed';

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

export type Standardisation = 'none' | 'direct' | 'indirect';
export type IntervalMethod = 'none' | 'exact-poisson' | 'byar' | 'byar-dobson' | 'wilson';
/** A measure as reviewed data (MIR-02): what is counted, over what, and how to read it. */
export interface MeasureContent {
  title: Words;
  kind: ExtractKind;
  numerator: 'count' | 'urgent' | 'consults';
  numeratorWords: Words;
  /** Registered patients, or all of what is counted (a share). */
  denominator: 'listed' | 'count' | 'count-and-consults';
  denominatorWords: Words;
  /** 1000 for "per 1.000", 100 for percent. */
  per: number;
  decimals: number;
  standardisation: Standardisation;
  intervalMethod: IntervalMethod;
  /** Why it matters, and that no height is right or wrong. */
  why: Words;
  direction: Words;
  caseMix: Words;
  limitations: Words[];
  /** Points on one side that count as a shift, and in a row as a trend. */
  runRules: { shift: number; trend: number };
}
export interface MeasureView {
  id: string;
  code: string;
  origin: 'built-in' | 'own';
  current: MeasureVersionView | null;
  draft: MeasureVersionView | null;
  /** Since when it cannot be chosen any more; null while it can. */
  archivedAt: string | null;
  version: number;
}
/** One reviewed version of a definition, as a card or somebody's memory names it. */
export interface MeasureDefinitionView {
  code: string;
  origin: 'built-in' | 'own';
  archivedAt: string | null;
  version: MeasureVersionView;
  /** The version that counts now, and since when. */
  current: { number: string; since: string | null };
  /** All reviewed ones, the newest first. */
  versions: { number: string; reviewedAt: string | null }[];
}
export interface MeasureVersionView {
  id: string;
  number: string;
  state: 'draft' | 'reviewed';
  content: MeasureContent;
  author: string | null;
  reviewer: string | null;
  reviewedAt: string | null;
  reviewBy: string | null;
  /** The review date has passed. */
  overdue: boolean;
  version: number;
}

export type DisclosureMode = 'own' | 'pseudonymous' | 'open' | 'aggregate';

/** Where a figure comes from: schema urn:spiegel:provenance-card:1. */
export interface ProvenanceCard {
  cardVersion: 1;
  figureId: string;
  releaseId: string;
  supersedes: string | null;
  measure: {
    code: string;
    title: string;
    definitionVersion: string;
    definitionUrl: string;
    numerator: string;
    unit: string;
    standardisation: Standardisation;
    referencePopulation?: string;
    intervalMethod: IntervalMethod;
    confidence?: number;
  };
  period: { from: string; toExclusive: string; complete: boolean; expectedLateRegistrationPct?: number };
  sources: {
    system: string;
    supplier: string;
    extractAt: string;
    importId: string;
    /** Rounded to tens: a row count is a statement too. */
    rows: number;
    rejectedRows?: number;
    commitment: string;
  }[];
  denominator: { definition: string; referenceDate: string; bands?: string[] };
  transformations: {
    step: number;
    activity:
      | 'import'
      | 'validate'
      | 'deduplicate'
      | 'map'
      | 'aggregate'
      | 'standardise'
      | 'suppress'
      | 'label'
      | 'publish';
    code: string;
    codeVersion: string;
    parametersHash: string;
    at?: string;
  }[];
  disclosureControl: {
    policyVersion: string;
    mode: DisclosureMode;
    consentId?: string | null;
    auditId: string;
    auditVerdict: 'safe';
    attackerModels?: string[];
  };
  artefact: { sha256: string; mediaType: string; bytes: number };
  responsibility: {
    importedBy: { role: string; organisation: string };
    approvedBy: { role: string; organisation: string };
    approvedAt: string;
  };
  limitations: string[];
  cardHash: string;
}
/** The texts of a card to read, in both languages; the card itself has them in Dutch, under its hash. */
export interface CardWords {
  title: Words;
  numerator: Words;
  denominator: Words;
  unit: Words;
  /** In the order of the card. What somebody wrote about a source stands in both as it was written. */
  limitations: Words[];
}
/** A card with what the server found when it checked it, and how good its sources are. */
export interface CardView {
  card: ProvenanceCard;
  words: CardWords;
  /** The card's own hash holds, and the artefact's hash equals the bytes served. */
  verified: boolean;
  quality: SourceQuality;
  qualityNote: string | null;
  reviewBy: string | null;
  overdue: boolean;
  /** When the figure replaced an earlier one. */
  correctedAt: string | null;
}

/** A number with its margin; `value` per `MeasureContent.per`, or the ratio O/E for funnels. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}
export interface TrendPoint {
  from: string;
  months: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}
export interface FigureTrendView {
  points: TrendPoint[];
  /** Limits, from twelve points on: Laney u' where denominators differ, else XmR. */
  chart: {
    method: 'laney-u' | 'xmr';
    centre: number;
    lower: number[];
    upper: number[];
    signals: { index: number; rule: 'outside' | 'shift' | 'trend' }[];
  } | null;
  needed: number;
  /** Where what is counted changed: nothing is joined or computed over a break. */
  breaks: { from: string; reason: Words }[];
  sentence: Words;
}
export interface FigureRemarkView {
  id: string;
  practice: string | null;
  /** It is the reader's own practice. */
  own: boolean;
  kind: 'comment' | 'dispute';
  text: string;
  state: 'open' | 'answered' | 'accepted' | 'declined' | 'withdrawn';
  answer: string | null;
  at: string;
  answeredAt: string | null;
  measure: { code: string; title: Words };
  item: { code: string; name: string };
  period: { from: string; toExclusive: string };
  mayAnswer: boolean;
  mayWithdraw: boolean;
  version: number;
}
/** Where the reader's practice stands among its group; other practices without name, size or margin (disclosure §2.6). */
export interface GroupComparisonFigure {
  groupId: string;
  group: string;
  mode: 'pseudonymous' | 'open';
  figureId: string;
  /** Sorted by value; null was not shown, always last. `practice` only in open mode. */
  bars: { label: string; practice: string | null; value: number | null; own: boolean }[];
  /** From six practices on. */
  middle: { median: number; low: number; high: number } | null;
  remarks: FigureRemarkView[];
  card: CardView;
}
/** Everything about one measure and item for one practice. */
export interface OwnFigureView {
  measure: { code: string; version: string; content: MeasureContent; overdue: boolean };
  item: { code: string; name: string };
  period: { from: string; toExclusive: string };
  sentence: Words;
  detail: Words;
  own: Estimate & { numerator: number; denominator: number; expected: number | null };
  region: { value: number; figureId: string; card: CardView } | null;
  group: GroupComparisonFigure | null;
  /** Why there is no group, in words. */
  noGroup: Words | null;
  trend: FigureTrendView;
  /** Per age and sex, where the source has them; own practice and region. */
  breakdown: { stratum: Words; own: Estimate | null; region: number | null }[];
  caseMix: Words;
  remarks: FigureRemarkView[];
  card: CardView;
}
/** What there is to look at, for the choosers of the page. */
export interface FigureChoicesView {
  practice: { id: string; name: string };
  measures: { code: string; title: Words; kind: ExtractKind; overdue: boolean }[];
  items: { kind: ExtractKind; code: string; name: string }[];
  periods: { from: string; toExclusive: string }[];
  /** How this reader sees each group's figures now: by name, without names, or not at all. */
  groups: { id: string; name: string; mode: 'pseudonymous' | 'open' | 'none' }[];
  /** The measures and items in which the practice stands out most, for a start; no league table. */
  suggestions: { measure: string; item: string; sentence: Words }[];
}

/** The coordinator's view over the region: who differs more than chance explains. */
export interface FunnelView {
  measure: { code: string; version: string; content: MeasureContent; overdue: boolean };
  item: { code: string; name: string };
  period: { from: string; toExclusive: string };
  sentence: Words;
  detail: Words;
  points: { label: string; expected: number; ratio: number; outside: 'none' | 'high' | 'low' }[];
  /** Practices that are not drawn, for their own small counts or somebody else's. */
  left: number;
  limits: { expected: number; low95: number; high95: number; low998: number; high998: number }[];
  overdispersion: { factor: number; tau2: number; applied: boolean; words: Words } | null;
  card: CardView;
}

export interface ReleaseView {
  id: string;
  audience: 'group' | 'region' | 'staff';
  mode: 'pseudonymous' | 'open' | 'aggregate';
  group: { id: string; name: string } | null;
  kind: ExtractKind;
  period: { from: string; toExclusive: string };
  state: 'preparing' | 'released' | 'refused' | 'superseded' | 'withdrawn' | 'failed';
  fraction: number;
  figures: number;
  reason: Words | null;
  coarsened: Words | null;
  releasedAt: string | null;
  supersedes: string | null;
  version: number;
}

/**
 * "What could be derived?": what the gate would do with a data set if it were released now, audience by audience as the worker gets to
 * them; counts, no intervals (D7).
 */
export interface PrivacyTestView {
  /** `none`: nobody asked for one. */
  state: 'none' | 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  /** 0..1. */
  fraction: number;
  askedBy: string | null;
  askedAt: string | null;
  endedAt: string | null;
  /** Why it stopped or failed. */
  reason: Words | null;
  audiences: PrivacyTestAudienceView[];
  /** 0 when nobody asked for one. */
  version: number;
}
export interface PrivacyTestAudienceView {
  audience: ReleaseView['audience'];
  /** Only for the audience `group`. */
  group: { id: string; name: string } | null;
  /** Numbers that would be shown, and numbers that would be hidden. */
  shown: number;
  hidden: number;
  /**
   * `coarsened`: safe after merging items; `refused`: nothing can be shown; `unfinished`: given up, so nobody knows; `unseen`: the test ended
   * before this audience.
   */
  outcome: 'waiting' | 'looking' | 'safe' | 'coarsened' | 'refused' | 'unfinished' | 'unseen';
  reason: Words | null;
}

export interface OpenModeScope {
  groupId: string;
  members: string[];
  measures: string[];
  period: { from: string; toExclusive: string };
  granularity: 'year' | 'quarter';
  viewers: ('practice-holder' | 'practice-contact' | 'practice-employee')[];
  exportAllowed: boolean;
  endsOn: string;
}
export interface OpenModeView {
  id: string;
  groupId: string;
  group: string;
  state: 'proposed' | 'active' | 'ended';
  scope: OpenModeScope;
  scopeHash: string;
  /** Practices by name with when they signed. */
  signatures: { practiceId: string; practice: string; signedAt: string | null }[];
  maySign: string[];
  mayWithdraw: string[];
  endedBecause: Words | null;
  version: number;
}

/** The figures a group prepares for its meeting (MIR-05): first the story, then two to four figures. */
export interface GroupPreparationView {
  groupId: string;
  group: string;
  mode: 'pseudonymous' | 'open' | 'none';
  story: string;
  question: string;
  figures: { measure: string; item: string; view: OwnFigureView | null }[];
  openMode: OpenModeView | null;
  mayPrepare: boolean;
  version: number;
}
