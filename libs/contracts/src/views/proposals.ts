import type { Words } from './list.js';

export type ConflictCode =
  | 'SIZE_ARITHMETIC'
  | 'NOT_ENOUGH_LEADERS'
  | 'FORBIDDEN_CLIQUE'
  | 'NO_COMMON_DATE'
  | 'NO_LEADER_ON_DATE'
  | 'LEADER_DATE_CONFLICT'
  | (string & {});
export interface ConflictView {
  code: ConflictCode;
  sentence: Words;
  practices: { id: string; name: string }[];
}
/** One way out of rules that clash; accepting it changes the round's rules or one answer and forms again. */
export interface RelaxationView {
  id: string;
  family: string;
  title: Words;
  sentence: Words;
  unassignedAfter: number;
  /** Change of each mean score ×100; what it costs. */
  cost: ScoreDeltas;
}
export interface FormingView {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  purpose: 'form' | 'improve' | 'repair';
  phase: string;
  /** 0..1 */
  fraction: number;
  practices: number;
  unassigned: { id: string; name: string }[];
  conflicts: ConflictView[];
  relaxations: RelaxationView[];
  proposalIds: string[];
  startedAt: string | null;
  finishedAt: string | null;
  failure: string | null;
}
/** Mean scores ×100 over the practices to whom the term applies; null when it applies to nobody. */
export interface ScoresView {
  theme: number | null;
  attendance: number | null;
  continuity: number | null;
  motivation: number | null;
  /** Value ×100 of the practice that is served worst. */
  worst: number | null;
  p10: number | null;
  belowThreshold: number;
  firstChoice: number;
}
export type ScoreDeltas = Record<'theme' | 'attendance' | 'continuity' | 'motivation' | 'worst', number>;
export interface ProposalSummaryView {
  id: string;
  label: string;
  kind: 'best-total' | 'more-continuity' | 'fairest' | 'adjusted' | 'repair';
  state: 'ready' | 'published' | 'superseded';
  objective: number;
  /** Any valid upper bound of the objective, null when none was proven. */
  bound: number | null;
  /** How far below the best possible at most, in percent, measured against the round's own weights. */
  gapPercent: number | null;
  optimal: boolean;
  scores: ScoresView;
  groups: number;
  unassigned: number;
  /** The answers changed after this proposal was made. */
  stale: boolean;
  version: number;
}
export interface BoardMemberView {
  practiceId: string;
  name: string;
  district: string | null;
  /** Rank of the group's theme in its list, null when unranked or nothing was ranked. */
  rank: number | null;
  attendance: 'yes' | 'maybe' | 'no';
  leader: boolean;
  canLead: boolean;
  pinned: boolean;
  /** Value ×100. */
  value: number;
}
export interface BoardGroupView {
  id: string;
  number: number;
  themeId: string;
  theme: string;
  dateId: string;
  date: string;
  leaderPracticeId: string | null;
  leaderName: string | null;
  members: BoardMemberView[];
  pinned: boolean;
  leaderPinned: boolean;
  violations: Words[];
}
export interface ProposalView extends ProposalSummaryView {
  roundId: string;
  board: BoardGroupView[];
  left: { practiceId: string; name: string; reason: Words }[];
  moves: Words[];
  canUndo: boolean;
}
/** A change on the board. `group: null` takes the practice out. */
export type BoardChange =
  | { kind: 'move'; practiceId: string; groupId: string | null }
  | { kind: 'swap'; a: string; b: string }
  | { kind: 'leader'; groupId: string; practiceId: string }
  | { kind: 'retype'; groupId: string; themeId?: string; dateId?: string };
/** What a change would do, before it is done. */
export interface EffectView {
  allowed: boolean;
  violations: Words[];
  deltas: ScoreDeltas;
  groups: { groupId: string; delta: number }[];
  leaders: { groupId: string; practiceId: string | null }[];
}
export interface ExplanationView {
  practiceId: string;
  name: string;
  groupId: string | null;
  sentence: Words;
  terms: { term: 'theme' | 'attendance' | 'continuity' | 'motivation'; value: number | null; words: Words }[];
  whyNotFirst: Words | null;
  alternative: { sentence: Words; change: BoardChange | null } | null;
}
/** Who receives what when this proposal is published; shown before it leaves the building. */
export interface PublishPreviewView {
  groups: number;
  practices: number;
  mails: number;
  recipients: { practice: string; names: string[]; what: Words }[];
  unreachable: { practiceId: string; name: string }[];
  warnings: Words[];
}
