import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { offsetOf } from './server-time';

describe('what a device is off by', () => {
  it('is nothing before anything was measured', () => expect(offsetOf([], 5)).toBe(0));

  it('is measured in the middle of the way there and back', () =>
    expect(offsetOf([{ asked: 1000, answered: 1100, server: 61_050 }], 1100)).toBe(60_000));

  it('comes from the shortest way, as long as that is fresh', () => {
    const quick = { asked: 0, answered: 10, server: 1_005 };
    const slow = { asked: 60_000, answered: 62_000, server: 62_900 };
    expect(offsetOf([quick, slow], 62_000)).toBe(1_000);
    expect(offsetOf([quick, slow], 20 * 60_000)).toBe(1_900 - 0);
    expect(offsetOf([quick, slow], 60 * 60_000)).toBe(1_900);
  });

  it('does not believe an answer from before the question: the device was set back in between', () =>
    expect(offsetOf([{ asked: 5_000, answered: 4_000, server: 90_000 }], 4_000)).toBe(0));

  it('is wrong by half of the quickest way at most', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (truth, ways) => {
          const samples = ways.map(([there, back], n) => {
            const asked = 10_000 * n;
            return { asked, answered: asked + there + back, server: asked + there + truth };
          });
          const quickest = Math.min(...ways.map(([there, back]) => there + back));
          expect(Math.abs(offsetOf(samples, 90_000) - truth)).toBeLessThanOrEqual(quickest / 2 + 1);
        },
      ),
    ));
});
