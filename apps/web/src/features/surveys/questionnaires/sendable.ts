import type { QuestionnaireContent } from '#libs/contracts';

/** The server keeps a draft that is incomplete, not one in which a number is missing. */
export function isSendable({ minutes, items }: QuestionnaireContent): boolean {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) return false;
  return items.every((item) => {
    const numbers =
      item.type === 'scale'
        ? [item.min, item.max, item.highFrom ?? 0]
        : item.type === 'text'
          ? [item.maxLength]
          : [];
    if (item.condition && item.condition.operator !== 'any-of') numbers.push(item.condition.value);
    return numbers.every(Number.isFinite);
  });
}
