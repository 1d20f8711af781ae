import type { QuestionAnswerView } from './questions.js';

export type LiveAudience = 'moderator' | 'participant' | 'specialist';

/** One part of the hour: a category of questions, or a step of a meeting. */
export interface LiveItemView {
  id: string;
  name: string;
  /** What was planned before the start, in seconds. */
  plannedSeconds: number;
  /** What it gets now that others took more or less. */
  seconds: number;
  /** What it took, once it is over. */
  spentSeconds: number;
  state: 'open' | 'current' | 'done';
}
/**
 * The clock as instants, never as ticks (architecture §7): with the server's offset every screen computes the same. While paused the
 * instants are null and what is left is said in milliseconds; below zero it ran over.
 */
export interface LiveClockView {
  state: 'waiting' | 'running' | 'paused' | 'ended';
  items: LiveItemView[];
  currentId: string | null;
  /** When the time of the current item is over. */
  itemEndsAt: string | null;
  itemLeftMs: number | null;
  /** When the hour is over; it does not move with pauses: the hour is strict (DIA-11). */
  endsAt: string;
  /** Seconds before (positive) or behind schedule. */
  aheadSeconds: number;
  /** The server's clock when this was made. */
  now: string;
}

export type LiveQuestionState = 'open' | 'current' | 'answered' | 'parked' | 'skipped';
export type FollowUpState = 'new' | 'shown' | 'asking' | 'answered' | 'parked' | 'removed';

/** A question in the room as participants see it: no practice, in no field. */
export interface LiveQuestionView {
  id: string;
  categoryId: string;
  text: string;
  practices: number;
  state: LiveQuestionState;
}
/** Who asked is absent unless the asker chose to show it. */
export type FollowUpView = {
  id: string;
  text: string;
  endorsements: number;
  state: Exclude<FollowUpState, 'new' | 'removed'>;
} & ({ by: 'practice'; practice: string } | { by: 'anonymous' });
export interface ModeratedFollowUpView {
  id: string;
  text: string;
  endorsements: number;
  state: FollowUpState;
  practice: string;
  named: boolean;
  note: string;
}
export interface LivePresenceView {
  /** Practices in the room now, of those registered. */
  practices: number;
  registered: number;
  specialists: number;
}

interface LiveSnapshot {
  sessionId: string;
  title: string;
  department: string;
  startsAt: string;
  endsAt: string;
  /** Version of the audience's room at which this was read. */
  version: number;
  clock: LiveClockView;
  questionId: string | null;
  questions: LiveQuestionView[];
  presence: LivePresenceView;
}
export interface ParticipantLiveView extends LiveSnapshot {
  audience: 'participant';
  practice: { id: string; name: string };
  meetingLink: string | null;
  /** Ids of questions that the own practice asked, joined or had merged. */
  ownQuestionIds: string[];
  followUps: FollowUpView[];
  ownFollowUpIds: string[];
  /** Follow-ups that the own practice joined. */
  joinedIds: string[];
  moderated: boolean;
}
export interface SpecialistLiveView extends LiveSnapshot {
  audience: 'specialist';
  followUps: FollowUpView[];
  answers: Record<string, QuestionAnswerView>;
}
export interface ModeratorLiveView extends LiveSnapshot {
  audience: 'moderator';
  followUps: ModeratedFollowUpView[];
  answers: Record<string, QuestionAnswerView>;
  /** Question id → how many were merged into it, itself included. */
  mergedFrom: Record<string, number>;
  people: { personId: string; name: string; practice: string | null; here: boolean; removed: boolean }[];
  moderated: boolean;
}

/**
 * What a fact tells, per audience: whole replacements of one thing, so that applying one twice changes nothing. A client that misses a
 * version reads the snapshot again (architecture §1.6).
 */
export type ParticipantFact =
  | { type: 'clock'; clock: LiveClockView; questionId: string | null }
  | { type: 'question'; question: LiveQuestionView }
  | { type: 'follow-up'; followUp: FollowUpView }
  | { type: 'follow-up-gone'; id: string }
  | { type: 'presence'; presence: LivePresenceView }
  | { type: 'reload' };
export type SpecialistFact =
  ParticipantFact | { type: 'answer'; questionId: string; answer: QuestionAnswerView };
export type ModeratorFact =
  | { type: 'clock'; clock: LiveClockView; questionId: string | null }
  | { type: 'question'; question: LiveQuestionView }
  | { type: 'follow-up'; followUp: ModeratedFollowUpView }
  | { type: 'presence'; presence: LivePresenceView; people: ModeratorLiveView['people'] }
  | { type: 'answer'; questionId: string; answer: QuestionAnswerView }
  | { type: 'reload' };

/** What the moderator does: one click or key each. `questionId` is the one the moderator saw: another one now is a conflict. */
export const LIVE_ACTIONS = [
  'start',
  'answered',
  'park',
  'skip',
  'show',
  'pause',
  'resume',
  'next-item',
  'extend',
  'end',
] as const;
export type LiveAction = (typeof LIVE_ACTIONS)[number];
