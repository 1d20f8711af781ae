import { OTHER_QUESTIONS } from '#libs/contracts';
import type { BoardCategory, QuestionBoard } from './board.queries.js';
import { planMinutes } from './plan.rules.js';

/** A part of the hour, in minutes from its start. */
export interface HourPart {
  /** Questions that nobody put in a category stand together, under OTHER_QUESTIONS and without a name. */
  category: BoardCategory;
  minutes: number;
  from: number;
}

/**
 * The hour as it will go, the same for desk, specialist, deck and clock: categories that have questions, minutes of their own or the
 * department's word, in order. What stands in no category comes after the other questions and before what the department closes with.
 * @param total minutes of the session
 */
export function hourParts(board: QuestionBoard, total: number): HourPart[] {
  const parts = board.categories.filter(
    ({ kind, minutes, questions }) => kind === 'department' || minutes !== null || questions.length > 0,
  );
  if (board.loose.length > 0) {
    const place = parts.findLastIndex(({ kind }) => kind === 'questions') + 1;
    parts.splice(place, 0, {
      id: OTHER_QUESTIONS,
      name: '',
      kind: 'questions',
      position: place,
      minutes: null,
      questions: board.loose,
    });
  }
  const plan = planMinutes(
    parts.map(({ minutes, questions }) => ({ minutes, questions: questions.length })),
    total,
  );
  let from = 0;
  return parts.map((category, place) => {
    const part = { category, minutes: plan[place] ?? 0, from };
    from += part.minutes;
    return part;
  });
}
