import type { ExtractKind } from './data-sets.js';
import type { Words } from './list.js';

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
