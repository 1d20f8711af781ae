import type { Answers, QuestionnaireContent, QuestionnaireItem } from '#libs/contracts';
import { askedItems, isGiven } from './order';

export interface Progress {
  /** Place of the item among those that are asked, from 1. */
  number: number;
  /** How many are asked; null while an answer that is still open may add or take away items. */
  total: number | null;
  /** Part of the work that lies before this item, 0..1. */
  share: number;
  /** Whole minutes that are left; 0 for less than one. */
  minutes: number;
}

/** How long an item takes compared with one grade. */
function weight(item: QuestionnaireItem): number {
  if (item.type === 'text') return 3;
  return item.type === 'choice' && item.multiple ? 1.5 : 1;
}

/**
 * How far somebody is on this item. The minutes are the questionnaire's own estimate, divided over the items by the time
 * that each kind takes; a text counts for three grades.
 */
export function progressAt(
  content: Pick<QuestionnaireContent, 'items' | 'minutes'>,
  answers: Answers,
  key: string,
): Progress {
  const asked = askedItems(content.items, answers);
  const index = Math.max(
    0,
    asked.findIndex((item) => item.key === key),
  );
  const sum = (items: QuestionnaireItem[]) => items.reduce((total, item) => total + weight(item), 0);
  const whole = sum(asked);
  const share = whole === 0 ? 1 : sum(asked.slice(0, index)) / whole;
  const left = content.minutes * (1 - share);
  const undecided = content.items.some(
    ({ condition }) =>
      condition && asked.some(({ key: on }) => on === condition.item) && !isGiven(answers[condition.item]),
  );
  return {
    number: index + 1,
    total: undecided ? null : asked.length,
    share,
    minutes: left < 0.75 ? 0 : Math.max(1, Math.round(left)),
  };
}
