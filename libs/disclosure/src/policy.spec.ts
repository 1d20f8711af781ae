import { describe, expect, it } from '@jest/globals';
import {
  allOrNothing,
  COARSENING,
  dominated,
  oneCategoryHoldsAll,
  POLICY,
  primarySensitive,
  protectionLevels,
} from './policy.js';
import { invertByar, rateInterval } from './rates.js';
import { linkage } from './linkage.js';

describe('the primary rules (MIR-07)', () => {
  it('hides counts from 1 to one less than the threshold; zeros only when asked', () => {
    expect([0, 1, 4, 5, 9].map((count) => primarySensitive(count))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    const region = { ...POLICY, minCell: POLICY.minCellPublic };
    expect([4, 9, 10].map((count) => primarySensitive(count, region))).toEqual([true, true, false]);
    expect(primarySensitive(0, { minCell: 5, suppressZero: true })).toBe(true);
  });

  it('asks of each count how far an interval must reach below and above it', () => {
    expect([1, 2, 3, 4].map((count) => protectionLevels(count))).toEqual([
      { lower: 1, upper: 4 },
      { lower: 1, upper: 3 },
      { lower: 2, upper: 2 },
      { lower: 2, upper: 2 },
    ]);
    expect(protectionLevels(0)).toEqual({ lower: 0, upper: 5 });
    expect(protectionLevels(9, { minCell: 10, p: 0.5 })).toEqual({ lower: 5, upper: 5 });
  });

  it('finds a total that the second contributor can undo to within 20 per cent', () => {
    expect(dominated([100, 60, 19])).toBe(true);
    expect(dominated([100, 60, 20])).toBe(false);
    expect(dominated([100, 60, 20], { dominancePercent: 20, coalition: 2 })).toBe(true);
    expect(dominated([100])).toBe(true);
    expect(dominated([0, 0])).toBe(false);
    expect(dominated([])).toBe(false);
  });

  it('finds shares of 0 and 100 per cent with a small denominator, and rows in which one category holds all', () => {
    expect([allOrNothing(0, 19), allOrNothing(19, 19), allOrNothing(0, 20), allOrNothing(7, 19)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(allOrNothing(0, 0)).toBe(false);
    expect([[0, 12, 0], [1, 12, 0], [12], [0, 0]].map(oneCategoryHoldsAll)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('gives up detail in one fixed order, and its rules have a version', () => {
    expect(COARSENING).toEqual([
      'drop-age-band',
      'drop-sex',
      'quarter-to-year',
      'merge-specialism',
      'aggregate-only',
      'refuse',
    ]);
    expect(POLICY.version).toBe('sdc-1.0');
  });
});

describe('what shown figures allow (MIR-07)', () => {
  it('holds every count that rounds to the rate, and no other', () => {
    for (const denominator of [217, 2350, 48_000])
      for (const displayed of [0, 0.4, 1.3, 57.1]) {
        const { counts } = rateInterval(displayed, 1, 1000, denominator);
        const fits = [...Array(Math.ceil(denominator * 0.07)).keys()].filter(
          (count) => Math.abs((1000 * count) / denominator - displayed) <= 0.05 + 1e-12,
        );
        expect(fits).toEqual(
          [...Array(Math.max(0, counts.hi - counts.lo + 1)).keys()].map((at) => counts.lo + at),
        );
      }
    expect(() => rateInterval(1, 1, 1000, 0)).toThrow(RangeError);
  });

  it('finds the practice behind the interval it shows, for many practices', () => {
    const z = 1.959963984540054;
    const shown = (count: number, size: number) => {
      const round = (value: number) => Math.round((1e4 * value) / size) / 10;
      const up = count + 1;
      return {
        rate: round(count),
        lo: round(count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3),
        hi: round(up * (1 - 1 / (9 * up) + z / (3 * Math.sqrt(up))) ** 3),
        decimals: 1,
        per: 1000,
      };
    };
    for (const [count, size] of [
      [41, 2210],
      [137, 2480],
      [512, 9120],
    ] as const) {
      const { counts, denominators, fits } = invertByar(shown(count, size), { it: size, other: size * 3 });
      expect(counts!.lo <= count && count <= counts!.hi).toBe(true);
      expect(denominators!.lo <= size && size <= denominators!.hi).toBe(true);
      expect(fits).toEqual(['it']);
    }
  });

  it('says so when no count gives what is shown', () => {
    expect(invertByar({ rate: 50, lo: 49.9, hi: 50.1, decimals: 1, per: 1000 }, {}, 500)).toEqual({
      counts: null,
      denominators: null,
      fits: [],
    });
  });

  it('links no label whose values were all withheld', () => {
    const release = new Map([
      ['A', [null, null]],
      ['B', [3.1, null]],
    ]);
    expect(linkage(release, release)).toEqual({
      links: [
        { label: 'A', candidates: [], unique: false },
        { label: 'B', candidates: ['B'], unique: true },
      ],
      uniquelyRelinked: 1,
    });
  });
});
