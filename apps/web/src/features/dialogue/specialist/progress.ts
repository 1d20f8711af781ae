import type { QuestionAnswerView, SpecialistView } from '#libs/contracts';
import type { Fields } from './saver';

export type ShownAnswer = Omit<QuestionAnswerView, 'version'>;

/** An answer as it stands on the screen: what was typed goes before what is kept. */
export function shownAnswer(answer: QuestionAnswerView, local: Fields | undefined): ShownAnswer {
  const { version: _version, ...kept } = answer;
  return { ...kept, ...(local as Partial<ShownAnswer> | undefined) };
}

/** Something was marked or noted; the same rule as the server's. */
export function isPrepared({ timing, tooEarly, onTime, tooLate, note }: ShownAnswer): boolean {
  return timing !== null || [tooEarly, onTime, tooLate, note].some((text) => text.trim() !== '');
}

/** The questions in the order of the page, numbered through. */
export function numbered(categories: SpecialistView['categories']) {
  return categories
    .flatMap(({ questions }) => questions)
    .map((question, at) => ({ ...question, number: at + 1 }));
}

/**
 * The question to go to: the next one that is not prepared yet, after the one that was on, else from the top; when all are prepared simply
 * the next.
 * @param way 1 onwards, -1 back: back never skips
 */
export function nextQuestion(
  ids: readonly string[],
  open: ReadonlySet<string>,
  from: string | null,
  way: 1 | -1,
): string | null {
  if (ids.length === 0) return null;
  const at = from === null ? -1 : ids.indexOf(from);
  if (way === -1) return ids[Math.max(0, at - 1)] ?? null;
  const after = [...ids.slice(at + 1), ...ids.slice(0, at + 1)];
  return after.find((id) => open.has(id) && id !== from) ?? ids[(at + 1) % ids.length] ?? null;
}
