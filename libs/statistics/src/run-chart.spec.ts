import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runChart, runLimits } from './run-chart.js';

describe('the run chart of a practice (REF-07)', () => {
  it.each([
    // the exact law: of 5 and 5 points P(R ≤ 2) = 2/252, P(R ≤ 3) = 10/252
    [5, 5, 3, 9],
    // Swed & Eisenhart, table II, 2.5 %: significant at 6 or fewer, and at 16 or more, of 10 and 10
    [10, 10, 7, 15],
    // 8 and 8: at 4 or fewer, at 14 or more
    [8, 8, 5, 13],
    // 6 and 4: at 2 or fewer, at 9 or more
    [6, 4, 3, 8],
  ])('takes %i points above and %i below for chance with %i to %i runs', (above, below, least, most) => {
    expect(runLimits(above, below)).toEqual([least, most]);
  });

  it('sees a shift of six points, and skips the ones on the median', () => {
    const chart = runChart([12, 9, 11, 9, 10, 13, 8, 7, 6, 10, 5, 7, 6], [0, 5]);
    expect(chart.median).toBe(10.5);
    const skipped = runChart([12, 8, 11, 9, 10, 8, 7, 10, 6, 5, 7, 6], [0, 4]);
    expect(skipped.median).toBe(10);
    // places 4 and 7 are on the median
    expect(skipped.signals).toContainEqual({ rule: 'shift', direction: 'down', from: 3, to: 11 });
    expect(chart.signals).toContainEqual({ rule: 'shift', direction: 'down', from: 6, to: 12 });
  });

  it('sees no shift in five points', () => {
    expect(
      runChart([12, 8, 12, 8, 7, 6, 7, 6], [0, 3]).signals.filter(({ rule }) => rule === 'shift'),
    ).toEqual([]);
  });

  it('sees a trend of five points that each fall, an equal neighbour counted once', () => {
    expect(runChart([3, 9, 8, 8, 7, 6, 5, 9]).signals).toContainEqual({
      rule: 'trend',
      direction: 'down',
      from: 1,
      to: 6,
    });
    expect(runChart([9, 8, 7, 6, 9]).signals).toEqual([]);
  });

  it('says that a zigzag and a chart of two halves are no chance', () => {
    const zigzag = Array.from({ length: 14 }, (_, k) => (k % 2 ? 3 : 9));
    expect(runChart(zigzag).signals.map(({ rule }) => rule)).toEqual(['many-runs']);
    const halves = [...Array<number>(7).fill(9), ...Array<number>(7).fill(3)];
    expect(runChart(halves).signals.map(({ rule }) => rule)).toEqual(['shift', 'shift', 'few-runs']);
  });

  it('leaves weeks without a list out, and says nothing of nothing', () => {
    expect(runChart([null, 4, null, 6]).median).toBe(5);
    expect(runChart([null, null])).toEqual({ median: null, runs: 0, useful: 0, signals: [] });
    expect(runChart([4, 5, 6], [3, 4]).median).toBeNull();
    expect(() => runChart([1, Number.NaN])).toThrow('values[1]: must be a number.');
  });

  it('turned upside down says the same with up for down', () => {
    const turned = { up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
        const chart = runChart(values);
        const other = runChart(values.map((value) => -value));
        expect(other.signals).toEqual(
          chart.signals.map((one) => ({ ...one, direction: one.direction && turned[one.direction] })),
        );
      }),
    );
  });
});
