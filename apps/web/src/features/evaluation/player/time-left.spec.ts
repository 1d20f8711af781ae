import { describe, expect, it } from '@jest/globals';
import type { Answers, QuestionnaireItem } from '#libs/contracts';
import { progressAt } from './time-left';

const words = (nl: string) => ({ nl, en: nl });
const scale = (key: string, more: Partial<QuestionnaireItem> = {}) =>
  ({
    type: 'scale',
    key,
    text: words(key),
    min: 1,
    max: 10,
    lowLabel: words('l'),
    highLabel: words('h'),
    ...more,
  }) as QuestionnaireItem;
const text = (key: string) => ({ type: 'text', key, text: words(key), maxLength: 500 }) as QuestionnaireItem;

describe('the progress of an evaluation (SUR-15)', () => {
  it('begins at the minutes of the questionnaire and ends under a minute', () => {
    const content = { minutes: 1, items: [scale('a'), scale('b'), scale('c'), text('d')] };
    expect(progressAt(content, {}, 'a')).toEqual({ number: 1, total: 4, share: 0, minutes: 1 });
    expect(progressAt(content, {}, 'd')).toEqual({ number: 4, total: 4, share: 0.5, minutes: 0 });
  });

  it('never says more minutes further on', () => {
    const items = Array.from({ length: 24 }, (_, i) => (i % 6 === 5 ? text(`i${i}`) : scale(`i${i}`)));
    const minutes = items.map((item) => progressAt({ minutes: 8, items }, {}, item.key).minutes);
    expect(minutes[0]).toBe(8);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
  });

  it('names no total while an open answer may still add items', () => {
    const items = [
      scale('grade'),
      scale('low', { condition: { item: 'grade', operator: 'at-most', value: 6 } }),
      text('improve'),
    ];
    const content = { minutes: 2, items };
    const low: Answers = { grade: { value: 3 } };
    expect(progressAt(content, {}, 'grade').total).toBeNull();
    expect(progressAt(content, low, 'low')).toMatchObject({ number: 2, total: 3 });
    expect(progressAt(content, { grade: { value: 8 } }, 'improve')).toMatchObject({ number: 2, total: 2 });
  });

  it('reads an item that is not asked as the first', () => {
    expect(progressAt({ minutes: 1, items: [scale('a')] }, {}, 'gone')).toMatchObject({
      number: 1,
      share: 0,
    });
  });
});
