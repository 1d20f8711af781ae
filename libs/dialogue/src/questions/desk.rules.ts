import type { DeskQuestionView, QuestionAnswerView } from '#libs/contracts';
import { findingIn } from '#libs/platform';
import type { Family } from './families.rules.js';
import { fateOf } from './fate.rules.js';
import type { Question } from './question.entity.js';

const NO_ANSWER: QuestionAnswerView = {
  timing: null,
  tooEarly: '',
  onTime: '',
  tooLate: '',
  note: '',
  version: 0,
};

/** The wording for everybody, as it would be shared. */
export const shownTextOf = ({ shownText, text }: Pick<Question, 'shownText' | 'text'>): string =>
  shownText ?? text;

/** The guard lets these words go on: nothing was found, or the organiser worded it and confirmed it then. */
const isClean = (question: Pick<Question, 'id' | 'shownText' | 'text'>): boolean => {
  const verdict = findingIn(question.id, shownTextOf(question))?.verdict ?? 'pass';
  return verdict === 'pass' || (verdict === 'warn' && question.shownText !== null);
};

/**
 * The words that everybody gets. What the guard finds in a question that did not go to the specialist goes on in neutral words, for its
 * organiser did not let it through (DIA-20).
 */
export function wordsForEverybody(
  question: Pick<Question, 'id' | 'shownText' | 'text' | 'sharedAt'>,
): string {
  const words = shownTextOf(question);
  if (question.sharedAt !== null || isClean(question)) return words;
  return findingIn(question.id, words)?.rewrite ?? words;
}

/** One card of the desk: the question that stays, with what was put together in it. */
export function deskQuestion(
  { head, members, practiceIds, endorsedBy }: Family<Question>,
  practices: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, QuestionAnswerView>,
): DeskQuestionView {
  const nameOf = (id: string | null): string | null => (id === null ? null : (practices.get(id) ?? null));
  return {
    id: head.id,
    practice: head.practiceId ? { id: head.practiceId, name: nameOf(head.practiceId) ?? '' } : null,
    text: head.text,
    shownText: head.shownText,
    late: head.late,
    categoryId: head.categoryId,
    position: head.position,
    fate: fateOf(head, null),
    practices: practiceIds.size,
    merged: members.map(({ id, text, practiceId, late, version }) => ({
      id,
      text,
      practice: nameOf(practiceId),
      late,
      version,
    })),
    endorsed: endorsedBy.size,
    finding: findingIn(head.id, shownTextOf(head)),
    sharedAt: head.sharedAt?.toISOString() ?? null,
    answer: answers.get(head.id) ?? (head.sharedAt ? NO_ANSWER : null),
    version: head.version,
  };
}

/** What the organiser said of the texts in which the guard found something. */
export interface SharingChoice {
  /** Warned of, read, and they go along. */
  confirmed: readonly string[];
  /** They stay on the desk. */
  withheld: readonly string[];
}

type Shareable = Pick<Question, 'id' | 'text' | 'shownText' | 'sharedAt' | 'fate'>;
export interface SharingVerdict<Q> {
  go: Q[];
  /** Stay on the desk. */
  held: Q[];
  /** Nobody said yet what to do with them. */
  undecided: Q[];
}

/**
 * Which questions go to the specialist (DIA-08, DIA-20): open, not shared before, and with words that pass the guard once more. A text
 * that is blocked never goes; one that is warned of goes when the organiser confirmed it, or worded it and confirmed it then.
 * @param choice what the organiser said; null for the timeline, which shares what is clean and leaves the rest
 */
export function sharingVerdict<Q extends Shareable>(
  heads: readonly Q[],
  choice: SharingChoice | null,
): SharingVerdict<Q> {
  const verdict: SharingVerdict<Q> = { go: [], held: [], undecided: [] };
  for (const head of heads) {
    if (head.sharedAt !== null || head.fate !== null) continue;
    const found = findingIn(head.id, shownTextOf(head))?.verdict ?? 'pass';
    const said = choice?.withheld.includes(head.id)
      ? 'held'
      : found === 'warn' && choice?.confirmed.includes(head.id)
        ? 'go'
        : null;
    verdict[said ?? (isClean(head) ? 'go' : choice ? 'undecided' : 'held')].push(head);
  }
  return verdict;
}
