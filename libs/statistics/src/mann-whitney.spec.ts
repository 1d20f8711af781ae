import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hodgesLehmann } from './hodges-lehmann.js';
import { compareGroups, holmAdjusted, mannWhitney, median, orderedTrend } from './index.js';

const grades = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: most });

/** Twice the distance of U from its mean, in whole numbers. */
function distance(a: readonly number[], b: readonly number[]): number {
  let twice = 0;
  for (const one of a) for (const other of b) twice += 2 * Number(one > other) + Number(one === other);
  return Math.abs(twice - a.length * b.length);
}

/** Every way to call `size` of the values the first group. */
function* splits(values: readonly number[], size: number): Generator<[number[], number[]]> {
  for (let mask = 0; mask < 2 ** values.length; mask += 1) {
    const first = values.filter((_, index) => (mask >> index) & 1);
    if (first.length === size) yield [first, values.filter((_, index) => !((mask >> index) & 1))];
  }
}

describe('Mann-Whitney', () => {
  it('equals the enumeration of all arrangements, ties included (SUR-06)', () => {
    fc.assert(
      fc.property(grades(5), grades(5), (a, b) => {
        let hits = 0;
        let all = 0;
        for (const [first, second] of splits([...a, ...b], a.length)) {
          all += 1;
          if (distance(first, second) >= distance(a, b)) hits += 1;
        }
        expect(mannWhitney({ a, b }).pExactConditional).toBeCloseTo(hits / all, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('shares all pairs between U1 and U2, mirrors when the groups swap, and keeps p above 0 and at most 1', () => {
    fc.assert(
      fc.property(grades(60), grades(60), (a, b) => {
        const found = mannWhitney({ a, b });
        const mirrored = mannWhitney({ a: b, b: a });
        expect(found.U1 + found.U2).toBe(a.length * b.length);
        expect([mirrored.U1, mirrored.U2]).toEqual([found.U2, found.U1]);
        expect(mirrored.cliffsDelta).toBeCloseTo(-found.cliffsDelta, 12);
        expect(mirrored.hodgesLehmann).toBeCloseTo(-found.hodgesLehmann, 12);
        expect(mirrored.variant).toBe(found.variant);
        for (const p of [
          found.p,
          found.pUntied,
          found.pTieCorrected ?? 1,
          found.pTieCorrectedContinuity ?? 1,
          found.pExactIgnoringTies ?? 1,
        ]) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThanOrEqual(1);
        }
        expect(mirrored.p).toBeCloseTo(found.p, 12);
      }),
    );
  });

  it('is exact up to n1·n2 = 2000 and asymptotic above, and always says which', () => {
    const range = (n: number): number[] => Array.from({ length: n }, (_, index) => (index * 7) % 11);
    expect(mannWhitney({ a: range(40), b: range(50) }).variant).toBe('exact-conditional-on-ties');
    const large = mannWhitney({ a: range(40), b: range(51) });
    expect(large).toMatchObject({
      variant: 'asymptotic-tie-corrected-continuity',
      pExactConditional: null,
      pExactIgnoringTies: null,
    });
    expect(large.p).toBe(large.pTieCorrectedContinuity);
    expect(large.warnings).toMatchObject([{ code: 'exact-not-computed' }]);
    const long = mannWhitney({ a: range(2000), b: [5] });
    expect(long.pExactConditional).toBeGreaterThan(0.9);
  });

  it('says nothing about values that are all equal', () => {
    expect(mannWhitney({ a: [7, 7, 7], b: [7, 7] })).toMatchObject({
      p: 1,
      zTieCorrected: null,
      cliffsDelta: 0,
      U1: 3,
      U2: 3,
    });
    const many = new Array<number>(60).fill(7);
    expect(mannWhitney({ a: many, b: many })).toMatchObject({ p: 1, pTieCorrected: null });
  });

  it('finds the median of all differences without listing them', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.array(value, { minLength: 1, maxLength: 12 }),
        (a, b) => {
          expect(hodgesLehmann(a, b)).toBeCloseTo(
            median(a.flatMap((one) => b.map((other) => one - other))),
            9,
          );
        },
      ),
    );
  });
});

describe('comparing two groups', () => {
  const first = { name: 'medewerkers', values: [7, 6, 8, 7, 5, 7, 6, 8, 7, 4] };
  const second = { name: 'houders', values: [8, 8, 9, 7, 8] };

  it('names the higher group when there is proof, and U of each group (SUR-06)', () => {
    const found = compareGroups({ first, second });
    expect(found.verdict).toEqual({ kind: 'difference', higher: 'houders' });
    expect(found.groups).toMatchObject([
      { name: 'medewerkers', U: 7, n: 10 },
      { name: 'houders', U: 43, n: 5 },
    ]);
    expect(found).toMatchObject({
      variant: 'exact-conditional-on-ties',
      tied: true,
      cliffsDelta: -0.72,
      magnitude: 'large',
      shift: -1,
    });
  });

  it('says no proof of difference, never no difference (SUR-13)', () => {
    expect(compareGroups({ first, second, alpha: 0.01 }).verdict).toEqual({
      kind: 'no-proof-of-difference',
      higher: null,
    });
  });

  it('refuses a group below the minimum instead of computing it', () => {
    expect(() => compareGroups({ first, second, minimum: 8 })).toThrow(
      'second.values: must hold at least 8 values, found 5.',
    );
    expect(() => compareGroups({ first, second: { ...second, name: first.name } })).toThrow('second.name');
  });

  it('adjusts several p-values by Holm, never below the raw value', () => {
    expect(holmAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 }),
        (p) => {
          holmAdjusted(p).forEach((value, index) => {
            expect(value).toBeGreaterThanOrEqual(p[index]!);
            expect(value).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });
});

describe('a trend over ordered groups', () => {
  const named = (...groups: number[][]): { name: string; values: number[] }[] =>
    groups.map((values, index) => ({ name: String(2024 + index), values }));

  it('is the Mann-Whitney test when there are two groups (SUR-14)', () => {
    fc.assert(
      fc.property(grades(20), grades(20), (a, b) => {
        const trend = orderedTrend({ groups: named(a, b), permutations: 99 });
        const test = mannWhitney({ a, b });
        expect(trend.J).toBe(test.U2);
        expect(trend.effect).toBeCloseTo(-test.cliffsDelta, 12);
        if (test.zTieCorrected !== null) expect(Math.abs(trend.z!)).toBeCloseTo(test.zTieCorrected, 9);
      }),
    );
  });

  it('permutes few answers, the same for the same seed, close to the exact p', () => {
    const groups = named([7, 6, 8, 7, 5, 7, 6, 8, 7, 4], [8, 8, 9, 7, 8]);
    const found = orderedTrend({ groups, permutations: 20_000, seed: 3 });
    expect(found.variant).toBe('permutation');
    expect(found.p).toBeCloseTo(0.031968, 2);
    expect(orderedTrend({ groups, permutations: 20_000, seed: 3 }).p).toBe(found.p);
    expect(found.verdict).toEqual({ kind: 'trend', direction: 'up' });
  });

  it('uses the tie-corrected normal law for many answers, and says no proof of trend without one', () => {
    const level = Array.from({ length: 30 }, (_, index) => 1 + (index % 10));
    const found = orderedTrend({ groups: named(level, level, level) });
    expect(found).toMatchObject({
      variant: 'asymptotic-tie-corrected',
      effect: 0,
      p: 1,
      verdict: { kind: 'no-proof-of-trend', direction: null },
    });
    const falling = orderedTrend({
      groups: named(
        level.map((value) => value + 4),
        level.map((value) => value + 2),
        level,
      ),
    });
    expect(falling.verdict).toEqual({ kind: 'trend', direction: 'down' });
    expect(orderedTrend({ groups: named([5, 5], [5, 5]) })).toMatchObject({ z: null, p: 1 });
    expect(() => orderedTrend({ groups: named([1]) })).toThrow(
      'groups: must hold at least 2 groups, found 1.',
    );
  });
});
