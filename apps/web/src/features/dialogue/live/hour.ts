import type { LiveItemView, LiveQuestionView } from '#libs/contracts';
import type { LiveScreen } from '#libs/contracts';

export interface NowOn {
  item: LiveItemView | null;
  question: LiveQuestionView | null;
  /** Place of the question in its part, from 1, and how many the part has. */
  number: number;
  of: number;
  /** What comes in this part, in order: what is open after the question that is on, then what is open before it. */
  next: LiveQuestionView[];
  /** Everything in this part that was handled or passed over. */
  done: LiveQuestionView[];
}

/** What is on, seen from the part that runs. */
export function nowOn(view: LiveScreen): NowOn {
  const item = view.clock.items.find(({ id }) => id === view.clock.currentId) ?? null;
  const question = view.questions.find(({ id }) => id === view.questionId) ?? null;
  const partId = question?.categoryId ?? item?.id;
  const family = view.questions.filter(({ categoryId }) => categoryId === partId);
  const place = question?.position ?? 0;
  const open = family.filter(({ state }) => state === 'open');
  return {
    item,
    question,
    number: question ? family.findIndex(({ id }) => id === question.id) + 1 : 0,
    of: family.length,
    next: [
      ...open.filter(({ position }) => position > place),
      ...open.filter(({ position }) => position < place),
    ],
    done: family.filter(({ state }) => state === 'answered' || state === 'parked' || state === 'skipped'),
  };
}

/** What the parts that are still to come get less than was planned, in seconds. */
export function lostSeconds(items: readonly LiveItemView[], seconds: readonly number[]): number {
  return items.reduce(
    (sum, item, at) =>
      item.state === 'open' ? sum + Math.max(0, item.plannedSeconds - (seconds[at] ?? item.seconds)) : sum,
    0,
  );
}

/** How the hour stands, in numbers. */
export function tally(questions: readonly LiveQuestionView[]) {
  const count = (...states: LiveQuestionView['state'][]) =>
    questions.filter(({ state }) => states.includes(state)).length;
  return {
    answered: count('answered'),
    parked: count('parked'),
    skipped: count('skipped'),
    open: count('open', 'current', 'skipped'),
  };
}
