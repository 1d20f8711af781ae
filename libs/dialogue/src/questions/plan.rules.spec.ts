import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planMinutes } from './plan.rules.js';

const open = (questions: number) => ({ minutes: null, questions });
const given = (minutes: number) => ({ minutes, questions: 3 });

describe('the hour divided over the categories (DIA-11, feature 26)', () => {
  it.each([
    [[], 60, []],
    [[open(4)], 60, [60]],
    [[open(3), open(3)], 60, [30, 30]],
    [[open(6), open(3), given(10)], 60, [33, 17, 10]],
    [[given(40), given(30)], 60, [40, 30]],
    [[given(60), open(5)], 60, [60, 1]],
    [[open(0), open(1)], 60, [30, 30]],
  ])('%j over %i minutes is %j', (categories, total, plan) => {
    expect(planMinutes(categories, total)).toEqual(plan);
  });

  it('adds up to the hour, gives everybody a minute, and more questions never less', () => {
    const category = fc.record({
      minutes: fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }),
      questions: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(category, { minLength: 1, maxLength: 9 }), (categories) => {
        const plan = planMinutes(categories, 60);
        const own = categories.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
        const free = categories.flatMap(({ minutes, questions }, place) =>
          minutes === null ? [{ questions: Math.max(questions, 1), minutes: plan[place] as number }] : [],
        );
        if (free.length > 0)
          expect(plan.reduce((sum, one) => sum + one, 0)).toBe(own + Math.max(60 - own, free.length));
        for (const a of free) {
          expect(a.minutes).toBeGreaterThanOrEqual(1);
          for (const b of free)
            if (a.questions > b.questions) expect(a.minutes).toBeGreaterThanOrEqual(b.minutes);
        }
      }),
    );
  });
});
