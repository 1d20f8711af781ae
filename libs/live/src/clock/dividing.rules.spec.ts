import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dividedSeconds } from '#libs/contracts';

const weights = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 10 });

describe('dividing what is left (feature 26)', () => {
  it.each<[number[], number, number[]]>([
    [[], 100, []],
    [[1, 2, 3], 3600, [600, 1200, 1800]],
    [[1, 1], 61, [31, 30]],
    [[1, 100], 1010, [30, 980]],
    [[0, 0, 0], 300, [100, 100, 100]],
    [[5, 1, 1], 62, [21, 21, 20]],
    [[3, 1], 0, [0, 0]],
    [[3, 1], -50, [0, 0]],
    [[1], 12.9, [12]],
  ])('gives %j of %d seconds %j', (given, total, shares) => {
    expect(dividedSeconds(given, total)).toEqual(shares);
  });

  it('is exact, and nobody is below the floor while there is time', () =>
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 7_200 }), (given, total) => {
        const shares = dividedSeconds(given, total);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(total);
        const least = Math.min(30, Math.floor(total / given.length));
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(least);
      }),
    ));

  it('never gives anybody more because there is a second less', () =>
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 4_000 }), (given, total) => {
        const fewer = dividedSeconds(given, total - 1);
        for (const [at, share] of dividedSeconds(given, total).entries())
          expect(fewer[at]).toBeLessThanOrEqual(share);
      }),
      { numRuns: 500 },
    ));

  it('gives who weighs more never less', () =>
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 4_000 }), (given, total) => {
        const shares = dividedSeconds(given, total);
        for (const [a, one] of given.entries())
          for (const [b, other] of given.entries())
            if (one > other) expect((shares[a] as number) - (shares[b] as number)).toBeGreaterThanOrEqual(-1);
      }),
    ));
});
