import type { Words } from './list.js';

export type RoundState = 'draft' | 'open' | 'closed' | 'published' | 'archived';
export type RoundKindSlug =
  | 'plus-praktijk'
  | 'regional-s3'
  | 'mtvp-thematic'
  | 'assistants'
  | 'course-return'
  | 'free';
/** What a kind of round starts with; a round takes a copy and may differ (requirements A16: configuration, not code). */
export interface RoundKindView {
  slug: RoundKindSlug;
  name: Words;
  /** One sentence on what this kind is for. */
  purpose: Words;
  programme: string | null;
  meetingsPerYear: number;
  /** What may be discussed, shown to the members (GRP-11). */
  scopeRule: Words | null;
  rules: RoundRules;
  asks: RoundAsk[];
  /** One sentence per rule, weight and question, to show beside it. */
  explanations: Record<RoundExplanationKey, Words>;
}
export type RoundExplanationKey =
  | `rule.${Exclude<keyof RoundRules, 'weights'>}`
  | `weight.${keyof RoundRules['weights']}`
  | `ask.${RoundAsk}`;
/** The questions an answer page can hold. */
export const ROUND_ASKS = ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'] as const;
export type RoundAsk = (typeof ROUND_ASKS)[number];

export interface RoundRules {
  groupSize: { min: number; max: number };
  /** Members that may miss the group's date. */
  maxAbsentPerGroup: number;
  maxPerDistrict: number | null;
  requireRankedTheme: boolean;
  /** Four weights that add up to 1. */
  weights: { theme: number; attendance: number; continuity: number; motivation: number };
}
export interface ThemeView {
  id: string;
  /** At most 24 characters, for cards and boards. */
  shortName: string;
  name: string;
  description: string | null;
  maxGroups: number | null;
  /** Removed from the answer page; answers that name it are kept. */
  archived: boolean;
}
export interface RoundDateView {
  id: string;
  /** Local date, `2027-02-09`. */
  date: string;
  startTime: string;
  endTime: string;
  maxGroups: number | null;
  archived: boolean;
  /** Public holiday or school holiday on that day; a flag, never a ban. */
  flags: { kind: 'public-holiday' | 'school-holiday' | 'weekend'; name: Words }[];
}
export interface RoundSummaryView {
  id: string;
  kind: RoundKindSlug;
  name: string;
  state: RoundState;
  answerUntil: string | null;
  participants: number;
  answered: number;
  groups: number;
  version: number;
}
export interface RoundView extends RoundSummaryView {
  /** Why these groups are made, shown at the top of the answer page. */
  introduction: string | null;
  answerFrom: string | null;
  asks: RoundAsk[];
  rules: RoundRules;
  themes: ThemeView[];
  dates: RoundDateView[];
  publishedAt: string | null;
  publishedProposalId: string | null;
  scopeRule: Words | null;
  /** Days before the deadline on which who has not answered gets a reminder, at 09.00 local time. */
  reminderDays: number[];
  /** Later dates carry no school-holiday flag: the ministry has not published them. */
  holidaysKnownUntil: string;
}
/** Who gets what when a round is opened, for the confirmation. */
export interface RoundOpenPreviewView {
  participants: number;
  /** One mail each. */
  recipients: { practiceId: string; practice: string; name: string; email: string }[];
  /** No person with an e-mail address: a call is the only way. */
  unreachable: { practiceId: string; name: string }[];
}
/** What sending reminders did. */
export interface RoundRemindedView {
  /** Practices that got a reminder now. */
  practices: number;
  mails: number;
  /** Practices without an answer that nobody can mail. */
  unreachable: number;
  /** Practices without an answer that were reminded less than an hour ago and are left in peace. */
  recently: number;
}

export type DateAnswer = 'yes' | 'maybe' | 'no';
export type StayWish = 'yes' | 'neutral' | 'no';
/** The answer of one practice; every field may still be unanswered. */
export interface RoundAnswerView {
  roundId: string;
  practice: { id: string; name: string };
  /** Theme ids in order of preference, at most three. */
  ranked: string[];
  excluded: string[];
  /** Date id → answer; a date that is absent is unanswered. */
  dates: Record<string, DateAnswer>;
  motivation: number | null;
  stay: StayWish | null;
  canLead: boolean | null;
  leader: { personId: string; name: string } | null;
  submittedAt: string | null;
  savedAt: string | null;
  /** How the last change came in. */
  via: 'link' | 'account' | 'phone' | null;
  version: number;
}
/** Everything the answer page needs in one GET. */
export interface AnswerPageView {
  round: RoundView;
  answer: RoundAnswerView;
  region: string;
  /** People of the practice who could lead. */
  leaderChoices: { personId: string; name: string }[];
  /** Partners of the last published round of this kind. */
  partners: { round: string; practices: string[] } | null;
  editable: boolean;
}
/** One practice in the coordinator's overview of a round. */
export interface ParticipantView {
  practiceId: string;
  name: string;
  district: string | null;
  state: 'unanswered' | 'started' | 'submitted' | 'without-answer' | 'not-taking-part';
  via: 'link' | 'account' | 'phone' | null;
  ranked: string[];
  datesAnswered: number;
  motivation: number | null;
  canLead: boolean | null;
  invited: boolean;
  reminders: number;
  lastReminderAt: string | null;
  submittedAt: string | null;
  /** No person with an e-mail address: a call is the only way. */
  unreachable: boolean;
}
export interface ForbiddenPairView {
  id: string;
  a: { id: string; name: string };
  b: { id: string; name: string };
  reason: string;
}
