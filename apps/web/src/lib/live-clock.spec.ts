import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownSeconds, untilNextSecond } from './live-clock';

describe('the clock on the screen', () => {
  it.each([
    [245_000, 245],
    [244_001, 245],
    [1, 1],
    [0, 0],
    [-1, 0],
    [-999, 0],
    [-1_000, -1],
    [-12_400, -12],
    [3_600_000, 3_600],
    [-3_725_000, -3_725],
  ])('shows %d ms as %d seconds', (ms, seconds) => expect(shownSeconds(ms)).toBe(seconds));

  it('turns when it says it will, and not before', () =>
    fc.assert(
      fc.property(fc.integer({ min: -7_200_000, max: 7_200_000 }), (ms) => {
        const wait = untilNextSecond(ms);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1000);
        // a turn shows within a millisecond of it; around 0 one second takes two
        expect(shownSeconds(ms - wait + 1)).toBe(shownSeconds(ms));
        expect(shownSeconds(ms) - shownSeconds(ms - wait - 1)).toBeGreaterThanOrEqual(0);
        expect(shownSeconds(ms) - shownSeconds(ms - wait - 1)).toBeLessThanOrEqual(1);
      }),
    ));
});
