import type { HandoutContent } from '#libs/contracts';

export type Item = HandoutContent['sections'][number]['items'][number];
export const idOf = (item: Item): string => item.questionId ?? item.followUpId ?? '';

/** As the server counts it: a mark alone is no answer. */
export const isUnanswered = (item: Item): boolean =>
  [item.answer, item.tooEarly, item.onTime, item.tooLate].every((text) => text.trim() === '');
