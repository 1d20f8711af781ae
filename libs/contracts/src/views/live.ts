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

/** `in-handout` only after the end: it was not on, and its answer is written down. */
export type LiveQuestionState = 'open' | 'current' | 'answered' | 'parked' | 'skipped' | 'in-handout';
export type FollowUpState = 'new' | 'shown' | 'asking' | 'answered' | 'parked' | 'removed' | 'withdrawn';
/** What the moderator can make of one; taking it back is its asker's. */
export type FollowUpStep = Exclude<FollowUpState, 'withdrawn'>;

/** A question in the room as participants see it: no practice, in no field. */
export interface LiveQuestionView {
  id: string;
  categoryId: string;
  /** Place in its category, from 1. */
  position: number;
  text: string;
  practices: number;
  state: LiveQuestionState;
}
/** Who asked is absent unless the asker chose to show it. */
export type FollowUpView = {
  id: string;
  /** The question that was on when it was asked. */
  questionId: string | null;
  text: string;
  /** Practices that joined it with "wij ook", besides the one that asked. */
  endorsements: number;
  askedAt: string;
  state: Exclude<FollowUpState, 'new' | 'removed' | 'withdrawn'>;
} & ({ by: 'practice'; practice: string } | { by: 'anonymous' });
/** A follow-up question as its asker sees it, also while it waits for the moderator and after it was taken out. */
export interface OwnFollowUpView {
  id: string;
  text: string;
  named: boolean;
  state: FollowUpState;
  askedAt: string;
}
/** What a practice asked and joined: its own part of the participant's snapshot, at a version of that room. */
export interface OwnLiveView {
  version: number;
  ownFollowUps: OwnFollowUpView[];
  /** Follow-ups that the own practice joined. */
  joinedIds: string[];
}
export interface ModeratedFollowUpView {
  id: string;
  questionId: string | null;
  text: string;
  endorsements: number;
  askedAt: string;
  state: FollowUpState;
  practice: string;
  named: boolean;
  note: string;
}
/** Somebody who may be in the room besides the moderators. A specialist has no practice. */
export interface LivePersonView {
  personId: string;
  name: string;
  practice: string | null;
  here: boolean;
  removed: boolean;
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
  meetingLink: string | null;
  /** Version of the audience's room at which this was read. */
  version: number;
  clock: LiveClockView;
  questionId: string | null;
  questions: LiveQuestionView[];
  presence: LivePresenceView;
}
export interface ParticipantLiveView extends LiveSnapshot, OwnLiveView {
  audience: 'participant';
  practice: { id: string; name: string };
  /** Ids of questions that the own practice asked, joined or had merged. */
  ownQuestionIds: string[];
  followUps: FollowUpView[];
  moderated: boolean;
  /** When the evaluation is sent; null where there is none. */
  evaluationAt: string | null;
}
export interface SpecialistLiveView extends LiveSnapshot {
  audience: 'specialist';
  /** The moderator lets the specialist go through the questions. */
  specialistSteers: boolean;
  followUps: FollowUpView[];
  answers: Record<string, QuestionAnswerView>;
}
export interface ModeratorLiveView extends LiveSnapshot {
  audience: 'moderator';
  specialistSteers: boolean;
  followUps: ModeratedFollowUpView[];
  answers: Record<string, QuestionAnswerView>;
  /** Question id → how many were merged into it, itself included. */
  mergedFrom: Record<string, number>;
  people: LivePersonView[];
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
  /** For who asked it: what became of one that the others do not see. Without its text. */
  | { type: 'follow-up-state'; id: string; state: FollowUpState }
  | { type: 'presence'; presence: LivePresenceView }
  | { type: 'reload' };
export type SpecialistFact =
  | ParticipantFact
  | { type: 'answer'; questionId: string; answer: QuestionAnswerView }
  | { type: 'steering'; specialistSteers: boolean };
export type ModeratorFact =
  | { type: 'clock'; clock: LiveClockView; questionId: string | null }
  | { type: 'question'; question: LiveQuestionView }
  | { type: 'follow-up'; followUp: ModeratedFollowUpView }
  | { type: 'presence'; presence: LivePresenceView; people: LivePersonView[] }
  | { type: 'answer'; questionId: string; answer: QuestionAnswerView }
  | { type: 'steering'; specialistSteers: boolean }
  | { type: 'reload' };

/** Questions that nobody put in a category form this part of the hour. */
export const OTHER_QUESTIONS = 'other';

/**
 * What the moderator does: one click or key each. `questionId` and `partId` are what the moderator saw: another one on now is a conflict.
 * `earlier` moves a question one place up in its part, `reopen` takes back what was said of it and shows it again.
 */
export const LIVE_ACTIONS = [
  'start',
  'answered',
  'park',
  'skip',
  'show',
  'earlier',
  'reopen',
  'pause',
  'resume',
  'next-item',
  'extend',
  'let-steer',
  'steer-alone',
  'end',
] as const;
export type LiveAction = (typeof LIVE_ACTIONS)[number];
