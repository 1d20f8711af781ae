import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockText, shownSeconds, untilNextSecond } from './live-clock';

describe('the clock on the screen', () => {
  it.each([
    [245_000, '4:05'],
    [244_001, '4:05'],
    [1, '0:01'],
    [0, '0:00'],
    [-1, '0:00'],
    [-999, '0:00'],
    [-1_000, '-0:01'],
    [-12_400, '-0:12'],
    [3_600_000, '1:00:00'],
    [-3_725_000, '-1:02:05'],
  ])('shows %d ms as %s', (ms, text) => expect(clockText(ms)).toBe(text));

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
