import type { ModerationTextView } from '#libs/contracts';

export interface QuestionTexts {
  item: string;
  question: ModerationTextView['question'];
  texts: ModerationTextView[];
}

/** The texts under their questions, in the order in which they came. */
export function byQuestion(texts: readonly ModerationTextView[]): QuestionTexts[] {
  const groups = new Map<string, QuestionTexts>();
  for (const text of texts) {
    const group = groups.get(text.item) ?? { item: text.item, question: text.question, texts: [] };
    group.texts.push(text);
    groups.set(text.item, group);
  }
  return [...groups.values()];
}

export const isWaiting = (text: ModerationTextView): boolean => text.state === 'new';

/** The one to go to after a decision: the next that waits, on the page's own order, else the first; null when none is left. */
export function nextWaiting(texts: readonly ModerationTextView[], decided: string): string | null {
  const order = byQuestion(texts).flatMap((group) => group.texts);
  const at = order.findIndex((text) => text.id === decided);
  const others = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
  return others.find(isWaiting)?.id ?? null;
}

/** What stands in the field at first: what was shown before, else the guard's own wording, else the text itself. */
export const proposalFor = (text: ModerationTextView): string =>
  text.shown ?? text.findings?.rewrite ?? text.original;
