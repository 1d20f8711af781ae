import { describe, expect, it } from '@jest/globals';
import { scaleItem } from './index.js';

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const labels = ['not-applicable', 'unknown'];

describe('a scale question', () => {
  const found = scaleItem({
    answers: [7, 8, null, 'unknown', 6, 7, 'not-applicable', 9, null, 'unknown'],
    categories: grades,
    labels,
    highFrom: 7,
  });

  it('shows item non-response and the labels beside the scale (SUR-09, SUR-11)', () => {
    expect(found).toMatchObject({ asked: 10, answered: 5, missing: 2 });
    expect(found.beside).toEqual([
      { label: 'not-applicable', count: 1, share: 0.1 },
      { label: 'unknown', count: 2, share: 0.2 },
    ]);
  });

  it('keeps categories nobody chose, and shares of answers only (SUR-08)', () => {
    expect(found.distribution).toHaveLength(10);
    expect(found.distribution[0]).toEqual({ category: 1, count: 0, share: 0 });
    expect(found.distribution[6]).toEqual({ category: 7, count: 2, share: 0.4 });
  });

  it('keeps labels out of the mean, the middle and the share from 7 (SUR-01)', () => {
    expect(found.mean).toMatchObject({ n: 5, mean: 7.4, median: 7 });
    expect(found.medianCategory).toEqual([7, 7]);
    expect(found.high).toMatchObject({ x: 4, n: 5, p: 0.8 });
    expect(scaleItem({ answers: [2, 9], categories: grades }).medianCategory).toEqual([2, 9]);
  });

  it('gives null instead of figures when nobody answered', () => {
    expect(scaleItem({ answers: [null, 'unknown'], categories: grades, labels, highFrom: 7 })).toMatchObject({
      answered: 0,
      mean: null,
      medianCategory: null,
      high: null,
      distribution: expect.arrayContaining([{ category: 5, count: 0, share: null }]),
    });
  });

  it('refuses an answer that is not on the scale, by its place', () => {
    const refused = (answers: (number | string | null)[]) => () =>
      scaleItem({ answers, categories: grades, labels });
    expect(refused([7, 11])).toThrow('answers[1]: must be a category, a label or null, found 11.');
    expect(refused([7.5])).toThrow('answers[0]');
    expect(refused(['none'])).toThrow('answers[0]: must be a category, a label or null, found "none".');
    expect(refused([])).toThrow('answers: must hold at least one value, found 0.');
    expect(() => scaleItem({ answers: [1], categories: [2, 1] })).toThrow('categories[1]');
    expect(() => scaleItem({ answers: [1], categories: [1, 2], highFrom: 3 })).toThrow('highFrom');
  });
});
