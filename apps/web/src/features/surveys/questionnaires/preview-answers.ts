import type { Answers, ItemAnswer, ItemCondition, QuestionnaireItem } from '#libs/contracts';

/** An answer that makes the condition true. */
function meeting(condition: ItemCondition, item: QuestionnaireItem): ItemAnswer | null {
  if (condition.operator === 'any-of')
    return condition.options.length > 0 ? { options: condition.options.slice(0, 1) } : null;
  return item.type === 'scale' ? { value: condition.value } : null;
}

/**
 * Answers with which an item is asked: what it depends on is answered so, and what that depends on. Other answers stay. Without
 * a way to ask it (its condition looks at nothing) the answers come back as they were.
 */
export function answersFor(items: readonly QuestionnaireItem[], key: string, answers: Answers): Answers {
  const next: Answers = { ...answers };
  const seen = new Set<string>();
  let item = items.find((one) => one.key === key);
  while (item?.condition && !seen.has(item.key)) {
    seen.add(item.key);
    const { condition } = item;
    const on = items.find((one) => one.key === condition.item);
    const answer = on && meeting(condition, on);
    if (!on || !answer) return answers;
    next[on.key] = answer;
    item = on;
  }
  return next;
}
