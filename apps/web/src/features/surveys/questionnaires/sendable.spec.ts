import { describe, expect, it } from '@jest/globals';
import type { QuestionnaireContent, QuestionnaireItem } from '#libs/contracts';
import { isSendable } from './sendable';

const words = { nl: '', en: '' };
const scale: QuestionnaireItem = {
  type: 'scale',
  key: 'grade',
  text: words,
  min: 1,
  max: 10,
  lowLabel: words,
  highLabel: words,
};
const text: QuestionnaireItem = { type: 'text', key: 'more', text: words, maxLength: 500 };
const content = (items: QuestionnaireItem[], minutes = 1): QuestionnaireContent => ({
  title: words,
  introduction: words,
  thanks: words,
  minutes,
  items,
});

describe('a draft on its way to the server', () => {
  it('may be incomplete', () => {
    expect(isSendable(content([]))).toBe(true);
    expect(isSendable(content([scale, text]))).toBe(true);
  });

  it.each<[string, QuestionnaireContent]>([
    ['the minutes', content([], Number.NaN)],
    ['an end of a scale', content([{ ...scale, max: Number.NaN }])],
    ['the length of a text', content([{ ...text, maxLength: Number.NaN }])],
    [
      'the value of a condition',
      content([scale, { ...text, condition: { item: 'grade', operator: 'at-least', value: Number.NaN } }]),
    ],
  ])('waits while %s is an empty field', (_what, draft) => {
    expect(isSendable(draft)).toBe(false);
  });
});
