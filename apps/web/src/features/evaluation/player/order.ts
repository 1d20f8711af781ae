import type { Answers, ItemAnswer, ItemCondition, QuestionnaireItem } from '#libs/contracts';

/** True when something was said: an empty text or no option at all is no answer. */
export function isGiven(answer: ItemAnswer | undefined): boolean {
  if (!answer) return false;
  if ('text' in answer) return answer.text.trim() !== '';
  if ('options' in answer) return answer.options.length > 0;
  return true;
}

/** May be passed over: texts always, other items where the questionnaire says so. */
export function mayPass(item: QuestionnaireItem): boolean {
  return item.type === 'text' || item.optional === true;
}

/** Offers "weet ik niet / niet van toepassing" (SUR-11): unless told otherwise, and never with a text. */
export function offersNotApplicable(item: QuestionnaireItem): boolean {
  return item.type !== 'text' && item.notApplicable !== false;
}

/** True when the earlier answer is one that the condition asks for. Nothing said, or "weet ik niet", never is. */
export function holds(condition: ItemCondition, answer: ItemAnswer | undefined): boolean {
  if (!answer) return false;
  if (condition.operator === 'any-of')
    return 'options' in answer && answer.options.some((option) => condition.options.includes(option));
  if (!('value' in answer)) return false;
  return condition.operator === 'at-least'
    ? answer.value >= condition.value
    : answer.value <= condition.value;
}

/**
 * The items that are asked with these answers, in their order. A condition looks back: what hangs on an item that is not
 * asked itself is not asked either, also when an answer from before still lies there.
 */
export function askedItems(items: readonly QuestionnaireItem[], answers: Answers): QuestionnaireItem[] {
  const asked = new Set<string>();
  return items.filter((item) => {
    const { condition } = item;
    if (condition && !(asked.has(condition.item) && holds(condition, answers[condition.item]))) return false;
    asked.add(item.key);
    return true;
  });
}

/** The answers with one more, or without it when `answer` is null. */
export function withAnswer(answers: Answers, key: string, answer: ItemAnswer | null): Answers {
  const next = { ...answers };
  if (answer) next[key] = answer;
  else delete next[key];
  return next;
}

/** What goes to the server: only what was asked and answered, texts without white space around them. */
export function answersToSend(items: readonly QuestionnaireItem[], answers: Answers): Answers {
  const sent: Answers = {};
  for (const { key } of askedItems(items, answers)) {
    const answer = answers[key];
    if (answer && isGiven(answer)) sent[key] = 'text' in answer ? { text: answer.text.trim() } : answer;
  }
  return sent;
}

/** The first item that is asked, may not be passed over and has no answer; null when the answer is complete. */
export function firstOpen(items: readonly QuestionnaireItem[], answers: Answers): string | null {
  const open = askedItems(items, answers).find((item) => !mayPass(item) && !isGiven(answers[item.key]));
  return open?.key ?? null;
}

/**
 * Where somebody goes on who comes back: where this device was; else at the first item without an answer; else at the last
 * one, where the button to send is.
 */
export function resumeAt(
  items: readonly QuestionnaireItem[],
  answers: Answers,
  lastSeen: string | null,
): string | null {
  const asked = askedItems(items, answers);
  if (lastSeen !== null && asked.some((item) => item.key === lastSeen)) return lastSeen;
  const open = asked.find((item) => !isGiven(answers[item.key])) ?? asked.at(-1);
  return open?.key ?? null;
}

/** The heading that an item stands under: its own, or that of the nearest item before it that has one. */
export function sectionOf(items: readonly QuestionnaireItem[], key: string): QuestionnaireItem['section'] {
  const index = items.findIndex((item) => item.key === key);
  return items.slice(0, index + 1).findLast((item) => item.section)?.section;
}
