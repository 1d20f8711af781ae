import type { QuestionFate } from '#libs/contracts';
import type { Question } from './question.entity.js';

type Fated = Pick<Question, 'id' | 'state' | 'fate' | 'fateReason' | 'mergedInto'>;
/** The question that another was merged into. */
export interface FatedHead extends Pick<Question, 'id' | 'fate' | 'fateReason'> {
  /** The wording for everybody, without what the guard would take out. */
  text: string;
  /** Practices that ask it. */
  practices: number;
}

/**
 * What became of a question, for who asked it (feature 40): never just gone. A merged question goes the way of the one it was merged into;
 * when that one is sent back, so is this.
 * @param head the question that it was merged into, when it was
 */
export function fateOf(question: Fated, head: FatedHead | null): QuestionFate {
  if (question.state === 'proposed') return { kind: 'proposed' };
  if (question.state === 'withdrawn') return { kind: 'withdrawn' };
  if (question.fate === 'sent-back') return { kind: 'sent-back', reason: question.fateReason ?? '' };
  if (!head) return question.fate ? { kind: question.fate } : { kind: 'open' };
  if (head.fate === 'sent-back') return { kind: 'sent-back', reason: head.fateReason ?? '' };
  return {
    kind: 'merged',
    into: { id: head.id, text: head.text },
    practices: head.practices,
    became: head.fate ?? 'open',
  };
}

/** The same, when the session does not go on: what was still open then goes with it. */
export function fateIn(session: Pick<AskingSession, 'state'>, fate: QuestionFate): QuestionFate {
  const open = fate.kind === 'open' || (fate.kind === 'merged' && fate.became === 'open');
  return session.state === 'cancelled' && open ? { kind: 'cancelled' } : fate;
}

/** What a session says about changing and asking. */
export interface AskingSession {
  state: 'planned' | 'live' | 'ended' | 'cancelled';
  startsAt: Date;
}

/** Asking, joining and taking back go on until the session starts; after sharing as late questions (DIA-21). */
export function takesQuestions(session: AskingSession, now: Date): boolean {
  return session.state === 'planned' && now < session.startsAt;
}

/**
 * The text of a question can be changed by its practice until it went to the specialist. What was sent back can be changed too and is then
 * asked anew; what was merged or parked is with the organiser.
 */
export function canBeChanged(
  question: Pick<Question, 'state' | 'sharedAt' | 'fate'>,
  fate: QuestionFate,
  session: AskingSession,
  now: Date,
): boolean {
  if (!takesQuestions(session, now)) return false;
  if (fate.kind === 'proposed' || fate.kind === 'sent-back') return true;
  return fate.kind === 'open' && question.sharedAt === null;
}

/** A practice can take back what did not go to the specialist, merged or not. */
export function canBeTakenBack(
  question: Pick<Question, 'state' | 'sharedAt'>,
  session: AskingSession,
  now: Date,
): boolean {
  return takesQuestions(session, now) && question.state !== 'withdrawn' && question.sharedAt === null;
}
