/** One date a group may meet on; `date` is an ISO calendar day, `maxGroups` caps the groups on that day. */
export interface GroupingDate {
  id: string;
  date: string;
  maxGroups: number | null;
}

/** One subject a group may work on; `maxGroups` caps the groups on that theme. */
export interface GroupingTheme {
  id: string;
  name: string;
  maxGroups: number | null;
}

/** One practice and its answer to the round. `motivation` 1..5 or null when not answered. */
export interface GroupingPractice {
  id: string;
  district: string;
  listSize: number | null;
  motivation: number | null;
  canLead: boolean;
  /** Theme ids, most wanted first. */
  preferences: string[];
  excludedThemes: string[];
  available: string[];
  maybe: string[];
}

/** An earlier group; members that do not take part this round are allowed and ignored. */
export interface EarlierGroup {
  members: string[];
  weight: number;
}

/** Two practices that may never sit in one group. */
export interface ForbiddenPair {
  a: string;
  b: string;
  reason: string;
}

/** Weights of the four terms (any non-negative scale; each practice's weights are normalised over its own terms). */
export interface TermWeights {
  theme: number;
  attendance: number;
  continuity: number;
  motivation: number;
}

/** The rules of the round. Absent optional fields take the default named beside them. */
export interface GroupingConfig {
  groupSize: { min: number; max: number };
  /** Members of a group that may be neither available nor maybe on its date (default 0). */
  maxAbsentPerGroup: number;
  /** Members of one group from the same district (default null: no limit). */
  maxPerDistrict: number | null;
  /** A practice that ranked anything only sits at a theme it ranked (default false). */
  requireRankedTheme: boolean;
  /** Default .40 / .20 / .25 / .15. */
  weights: TermWeights;
  /** Value of the first, second, … choice; later ranks keep the last value (default 1, .75, .5). */
  rankValues: number[];
  /** Value of a date answered with "maybe" (default .5). */
  maybeValue: number;
  /** Concave correction: below `threshold` a practice counts (1 + lambda) times (default none). */
  fairness: { lambda: number; threshold: number };
  /** Cost of every practice left out, in the unit of the objective times N (default 10). */
  unassignedPenalty: number;
}

/** `igroups-instance/1` with every default filled in. */
export interface Instance {
  format: 'igroups-instance/1';
  name: string;
  config: GroupingConfig;
  themes: GroupingTheme[];
  dates: GroupingDate[];
  practices: GroupingPractice[];
  history: EarlierGroup[];
  forbiddenPairs: ForbiddenPair[];
}

/** One formed group, by ids. */
export interface SolutionGroup {
  id: string;
  theme: string;
  date: string;
  leader: string;
  members: string[];
}

/** A practice left out, with the reasons that are known (codes or sentences). */
export interface UnassignedPractice {
  id: string;
  reasons: string[];
}

/** Families of rules that can be relaxed one at a time to find out which of them clash. */
export type RuleFamily =
  | 'MIN_SIZE'
  | 'MAX_SIZE'
  | 'LEADERS'
  | 'DATES'
  | 'ABSENCE'
  | 'FORBIDDEN_PAIRS'
  | 'THEMES'
  | 'CAPACITY'
  | 'DISTRICT';

/** Codes of a clash that counting alone proves, or that relaxing one family of rules reveals. */
export type ConflictCode =
  | 'SIZE_ARITHMETIC'
  | 'NOT_ENOUGH_LEADERS'
  | 'FORBIDDEN_CLIQUE'
  | 'NO_COMMON_DATE'
  | 'NO_LEADER_ON_DATE'
  | 'LEADER_DATE_CONFLICT'
  | 'NO_THEME'
  | RuleFamily;

/** One clash: a proof in one sentence, in Dutch and English, and the practices it is about. */
export interface Conflict {
  code: ConflictCode;
  practices: string[];
  /** The Dutch sentence. */
  message: string;
  messageEn: string;
}

/** `igroups-solution/1`. */
export interface Solution {
  format: 'igroups-solution/1';
  instance: string;
  status: 'feasible' | 'partial' | 'infeasible';
  groups: SolutionGroup[];
  unassigned: UnassignedPractice[];
  conflicts: Conflict[];
  objective: number | null;
  /** Any valid upper bound on the objective, null when none is known. */
  bound: number | null;
  optimal: boolean;
  seconds: number;
  iterations: number;
}

/** Bad input: one sentence that starts with the JSON path of the offending value. */
export class GroupingInputError extends Error {
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path}: ${problem}.`);
    this.name = 'GroupingInputError';
  }
}
