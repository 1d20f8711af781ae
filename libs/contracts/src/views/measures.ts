import type { ExtractKind } from './data-sets.js';
import type { Words } from './list.js';

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
