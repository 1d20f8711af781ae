import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digits, shownSeconds, timeState, untilNextSecond } from './live-clock';

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

describe('how live time is said', () => {
  it.each([
    [400_000, 'nl', '06.40'],
    [399_001, 'nl', '06.40'],
    [0, 'nl', '00.00'],
    [-75_000, 'nl', '01.15'],
    [-999, 'nl', '00.00'],
    [3_661_000, 'en', '1:01:01'],
  ] as const)('%i ms in %s is %s', (ms, language, text) => {
    expect(digits(ms, language)).toBe(text);
  });

  it.each([
    [500_000, 900, 'calm'],
    [120_000, 900, 'soon'],
    [120_000, 300, 'calm'],
    [75_000, 300, 'soon'],
    [-1, 900, 'over'],
  ] as const)('%i ms left of %i seconds is %s (DIA-11)', (left, of, state) => {
    expect(timeState(left, of)).toBe(state);
  });
});
