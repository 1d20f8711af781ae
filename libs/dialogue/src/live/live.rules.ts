import {
  OTHER_QUESTIONS,
  type FollowUpView,
  type LiveQuestionState,
  type LiveQuestionView,
  type ModeratedFollowUpView,
  type OwnFollowUpView,
} from '#libs/contracts';
import type { ClockPart } from '#libs/live';
import type { BoardQuestion, QuestionBoard } from '../questions/board.queries.js';
import { hourParts } from '../questions/hour.rules.js';

/** The room can be opened this long before the session starts. */
export const OPENS_BEFORE_MS = 30 * 60_000;
/** What a practice may have open at one moment (DIA-10: some). */
export const MOST_FOLLOW_UPS = 5;
/** Words for a part of the hour that no organiser named; pages say it in the reader's language by its id. */
const OTHER_NAME = 'Overige vragen';

/** What was decided in the room besides the fates of questions. */
export interface Course {
  questionId: string | null;
  skipped: readonly string[];
}

/**
 * The parts of the hour as the clock has them; without any question one part for whatever is asked.
 * @param minutes length of the session
 */
export function partsOf(board: QuestionBoard, minutes: number): ClockPart[] {
  const parts = hourParts(board, minutes).map(({ category: { id, name }, minutes: own }) => ({
    id,
    name: id === OTHER_QUESTIONS ? OTHER_NAME : name,
    seconds: own * 60,
  }));
  return parts.length > 0 ? parts : [{ id: OTHER_QUESTIONS, name: OTHER_NAME, seconds: minutes * 60 }];
}

/** Every question that is on the board, whatever part it stands in. */
export function boardQuestions(board: QuestionBoard): BoardQuestion[] {
  return [...board.categories.flatMap(({ questions }) => questions), ...board.loose];
}

function stateOf(question: BoardQuestion, course: Course): LiveQuestionState {
  if (course.questionId === question.id) return 'current';
  if (question.fate === 'answered-live') return 'answered';
  if (question.fate === 'parked') return 'parked';
  if (question.fate === 'in-handout') return 'in-handout';
  return course.skipped.includes(question.id) ? 'skipped' : 'open';
}

/** The questions in the order of the hour. Who asked is counted, never named. */
export function liveQuestions(board: QuestionBoard, course: Course): LiveQuestionView[] {
  const groups = [...board.categories, { id: OTHER_QUESTIONS, questions: board.loose }];
  return groups.flatMap(({ id: categoryId, questions }) =>
    questions.map((question, place) => ({
      id: question.id,
      categoryId,
      position: place + 1,
      text: question.text,
      practices: question.practiceIds.length,
      state: stateOf(question, course),
    })),
  );
}

/** Where the hour goes: to a part, and to a question in it; null where the part has none that is open. */
export interface Place {
  partId: string | null;
  questionId: string | null;
}
interface Parts {
  parts: readonly { id: string; done: boolean }[];
  questions: readonly LiveQuestionView[];
}

/** The first open question of a part: after this position, else from its start; what was passed over waits until it is asked for. */
export function nextQuestion(
  questions: readonly LiveQuestionView[],
  partId: string,
  after = 0,
): LiveQuestionView | null {
  const open = questions.filter(({ categoryId, state }) => categoryId === partId && state === 'open');
  return open.find(({ position }) => position > after) ?? open[0] ?? null;
}

/** The part that comes after this one: not over yet, and with an open question or without any, such as the department's own. */
export function nextPart({ parts, questions }: Parts, current: string | null): Place | null {
  const from = parts.findIndex(({ id }) => id === current) + 1;
  for (const { id, done } of [...parts.slice(from), ...parts.slice(0, Math.max(from - 1, 0))]) {
    if (done || id === current) continue;
    const question = nextQuestion(questions, id);
    const spoken = !questions.some(({ categoryId }) => categoryId === id);
    if (question || spoken) return { partId: id, questionId: question?.id ?? null };
  }
  return null;
}

/** Where the hour goes after the question that was on: on in its part, else to the next part, else nowhere: all was asked. */
export function afterQuestion(hour: Parts, partId: string | null, questionId: string): Place {
  const was = hour.questions.find(({ id }) => id === questionId);
  const home = was?.categoryId ?? partId;
  const next = home === null ? null : nextQuestion(hour.questions, home, was?.position ?? 0);
  if (next) return { partId: home, questionId: next.id };
  return nextPart(hour, home) ?? { partId, questionId: null };
}

/** Questions that read otherwise than before, as they read now. */
export function changedQuestions(
  before: readonly LiveQuestionView[],
  now: readonly LiveQuestionView[],
): LiveQuestionView[] {
  const was = new Map(before.map((question) => [question.id, JSON.stringify(question)]));
  return now.filter((question) => was.get(question.id) !== JSON.stringify(question));
}

/** What becomes of a question that was not answered in the hour: its answer is written down, or it waits for one (feature 40). */
export function fateAtEnd({ answer }: Pick<BoardQuestion, 'answer'>): 'in-handout' | 'parked' {
  const { timing, tooEarly, onTime, tooLate, note } = answer;
  return timing !== null || [tooEarly, onTime, tooLate, note].some((text) => text !== '')
    ? 'in-handout'
    : 'parked';
}

/** A follow-up question with what is known around it. */
export interface KnownFollowUp {
  id: string;
  questionId: string | null;
  practiceId: string;
  practice: string;
  text: string;
  named: boolean;
  /** The other participants may read it. */
  shown: boolean;
  state: ModeratedFollowUpView['state'];
  note: string;
  askedAt: Date;
  endorsements: number;
}

export function moderatedView(one: KnownFollowUp): ModeratedFollowUpView {
  const { id, questionId, text, endorsements, askedAt, state, practice, named, note } = one;
  return { id, questionId, text, endorsements, askedAt: askedAt.toISOString(), state, practice, named, note };
}

/** As other participants and the specialist see it; null where they may not. Who asked only where the asker chose so. */
export function publicView(one: KnownFollowUp): FollowUpView | null {
  const { id, questionId, text, endorsements, state } = one;
  if (!one.shown || state === 'new' || state === 'removed' || state === 'withdrawn') return null;
  const view = { id, questionId, text, endorsements, askedAt: one.askedAt.toISOString(), state };
  return one.named ? { ...view, by: 'practice', practice: one.practice } : { ...view, by: 'anonymous' };
}

export function ownView({ id, text, named, state, askedAt }: KnownFollowUp): OwnFollowUpView {
  return { id, text, named, state, askedAt: askedAt.toISOString() };
}
