import type { LiveItemView, LiveQuestionView } from '#libs/contracts';
import { shownSeconds } from '../../../lib/live-clock';
import type { LiveScreen } from '#libs/contracts';

/** How the time of a part stands: `soon` in its last two minutes, `over` after it. */
export type TimeState = 'calm' | 'soon' | 'over';
const SOON_MS = 120_000;

/** Short parts would be `soon` from their start: never before a quarter of their time is left. */
export function timeState(leftMs: number, ofSeconds: number): TimeState {
  if (leftMs < 0) return 'over';
  return leftMs <= Math.min(SOON_MS, ofSeconds * 250) ? 'soon' : 'calm';
}

/** `06.40`, or `1.06.40` from an hour on; what ran over as what it ran over. The dot is how people write times here. */
export function digits(ms: number, language: 'nl' | 'en'): string {
  const total = Math.abs(shownSeconds(ms));
  const mark = language === 'nl' ? '.' : ':';
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor((total % 3600) / 60))}${mark}${two(total % 60)}`;
  return hours > 0 ? `${hours}${mark}${rest}` : rest;
}

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
