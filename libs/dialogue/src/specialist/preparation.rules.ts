import type { QuestionAnswerView, SpecialistView } from '#libs/contracts';
import type { BoardCategory, BoardQuestion, QuestionBoard } from '../questions/board.queries.js';
import { hourParts } from '../questions/hour.rules.js';

/** A part of the hour with what the plan gives it; minutes from the start. */
export interface PlannedPart {
  id: string;
  name: string;
  kind: BoardCategory['kind'];
  minutes: number;
  from: number;
  questions: BoardQuestion[];
}

/**
 * The hour with what one reader may see of it. Time is planned over everything on the board, so that all screens and files tell the same.
 * @param total minutes of the session
 * @param shown which questions the reader sees; the others count for the time alone
 */
export function plannedHour(
  board: QuestionBoard,
  total: number,
  shown: (question: BoardQuestion) => boolean = () => true,
): PlannedPart[] {
  return hourParts(board, total).map(({ category: { id, name, kind, questions }, minutes, from }) => ({
    id,
    name,
    kind,
    questions: questions.filter(shown),
    minutes,
    from,
  }));
}

/** Minutes between two instants. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / 60_000);

/** Something was marked or noted. */
export function isPrepared({ timing, tooEarly, onTime, tooLate, note }: QuestionAnswerView): boolean {
  return timing !== null || [tooEarly, onTime, tooLate, note].some((text) => text.trim() !== '');
}

export interface Progress {
  prepared: number;
  questions: number;
  /** Practices behind the questions, each once. */
  practices: number;
}
export function progressOf(board: QuestionBoard): Progress {
  const all = [...board.categories.flatMap(({ questions }) => questions), ...board.loose];
  return {
    prepared: all.filter(({ answer }) => isPrepared(answer)).length,
    questions: all.length,
    practices: new Set(all.flatMap(({ practiceIds }) => practiceIds)).size,
  };
}

/** What the specialist's page may hold of the questions: how many practices ask, never which (DIA-08). */
export function shownCategories(parts: readonly PlannedPart[]): SpecialistView['categories'] {
  return parts.map(({ id, name, kind, minutes, questions }) => ({
    id,
    name,
    kind,
    minutes,
    questions: questions.map((question) => ({
      id: question.id,
      text: question.text,
      practices: question.practiceIds.length,
      late: question.late,
      answer: question.answer,
    })),
  }));
}
