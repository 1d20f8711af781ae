import type { ExtractKind, SourceQuality } from './data-sets.js';
import type { IntervalMethod, MeasureContent, Standardisation } from './measures.js';
import type { Words } from './list.js';

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
