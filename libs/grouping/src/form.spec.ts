import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSolution } from './check.js';
import { formGroups } from './form.js';
import type { Instance } from './instance.js';
import { allowed, compile, valueOf } from './problem.js';
import { readInstance } from './reader.js';
import { sampleInstance } from './sample.js';

const shapes = fc
  .record({
    practices: fc.integer({ min: 0, max: 20 }),
    seed: fc.integer({ min: 1, max: 10_000 }),
    themes: fc.integer({ min: 1, max: 7 }),
    dates: fc.integer({ min: 1, max: 8 }),
    min: fc.integer({ min: 3, max: 5 }),
    room: fc.integer({ min: 0, max: 3 }),
    leaders: fc.constantFrom(0, 0.15, 0.5, 1),
    availability: fc.constantFrom(0.2, 0.5, 0.9),
    forbidden: fc.constantFrom(0, 0.1, 0.6),
    history: fc.boolean(),
    ranked: fc.integer({ min: 0, max: 3 }),
    maxAbsent: fc.integer({ min: 0, max: 2 }),
    themeCap: fc.constantFrom(null, 1, 2),
    dateCap: fc.constantFrom(null, 1, 3),
    maxPerDistrict: fc.constantFrom(null, 2),
    requireRankedTheme: fc.boolean(),
  })
  .map(({ room, maxPerDistrict, requireRankedTheme, ...shape }) =>
    sampleInstance({ ...shape, max: shape.min + room, config: { maxPerDistrict, requireRankedTheme } }),
  );

/** The best objective by trying every partition with every theme and date; small instances without caps only. */
function bruteForce(instance: Instance): number {
  const problem = compile(instance);
  const { n } = problem;
  const best = new Map<number, number>();
  const value = (mask: number): number => {
    const known = best.get(mask);
    if (known !== undefined) return known;
    const members = [...Array(n).keys()].filter((i) => mask & (1 << i));
    let top = -Infinity;
    for (let d = 0; d < problem.dates; d++) {
      for (let t = 0; t < problem.themes; t++)
        if (allowed(problem, members, t, d)) top = Math.max(top, valueOf(problem, members, t, d).value);
    }
    best.set(mask, top);
    return top;
  };
  const memo = new Map<number, number>([[0, 0]]);
  const solve = (left: number): number => {
    const known = memo.get(left);
    if (known !== undefined) return known;
    const first = left & -left;
    let top = solve(left ^ first) - problem.penalty;
    const rest = left ^ first;
    for (let sub = rest; ; sub = (sub - 1) & rest) {
      const group = sub | first;
      const worth = value(group);
      if (worth > -Infinity) top = Math.max(top, worth + solve(left ^ group));
      if (sub === 0) break;
    }
    memo.set(left, top);
    return top;
  };
  return solve((1 << n) - 1) / n;
}

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as unknown;

describe('formGroups', () => {
  it('never breaks a hard rule, whatever the instance, and reports the objective of the checker (GRP-01, GRP-03)', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (instance) => {
        const solution = await formGroups(instance, { iterations: 8_000, seed: 3 });
        const report = checkSolution(instance, solution);
        expect(report.violations).toEqual([]);
        expect(report.objective).toBeCloseTo(solution.objective!, 9);
        expect(solution.bound === null || solution.bound >= report.objective - 1e-9).toBe(true);
        expect(solution.status === 'feasible').toBe(report.unassigned.length === 0);
      }),
      { numRuns: 25, seed: 20 },
    );
  }, 60_000);

  it.each([1, 2, 3, 4, 5, 6])('proves the optimum that trying everything finds (sample %i)', async (seed) => {
    const instance = sampleInstance({
      practices: 10 + (seed % 3),
      seed,
      themes: 3,
      dates: 4,
      min: 3,
      max: 5,
      forbidden: 0.2,
      maxAbsent: seed % 2,
    });
    const solution = await formGroups(instance, { iterations: 5_000, prove: true });
    expect(solution.optimal).toBe(true);
    expect(solution.objective).toBeCloseTo(bruteForce(instance), 9);
    expect(solution.bound).toBeCloseTo(solution.objective!, 6);
  });

  it('gives the same groups for the same seed and the same number of moves', async () => {
    const instance = sampleInstance({ practices: 22, seed: 5 });
    const once = await formGroups(instance, { iterations: 30_000, seed: 9 });
    const again = await formGroups(instance, { iterations: 30_000, seed: 9 });
    expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 });
  });

  it('leaves out equally few when the practices come in another order', async () => {
    const instance = sampleInstance({ practices: 13, seed: 4, dates: 3, availability: 0.3, min: 4, max: 5 });
    const turned = { ...instance, practices: [...instance.practices].reverse() };
    const [one, other] = [
      await formGroups(instance, { iterations: 5_000, prove: true }),
      await formGroups(turned, { iterations: 5_000, prove: true }),
    ];
    expect(one.unassigned.length).toBe(other.unassigned.length);
    expect(one.objective).toBeCloseTo(other.objective!, 6);
  });

  it.each([
    ['pub05-n7-size', 'SIZE_ARITHMETIC'],
    ['pub06-n30-nodate', 'NO_COMMON_DATE'],
  ])('says why somebody is left out of %s: %s', async (name, code) => {
    const solution = await formGroups(readInstance(fixture(name)), { iterations: 20_000 });
    expect(solution.status).not.toBe('feasible');
    expect(solution.unassigned).toHaveLength(1);
    expect(solution.conflicts.map((conflict) => conflict.code)).toContain(code);
    expect(solution.conflicts[0]!.message).toMatch(/^[^.]+\.$/);
  });

  it('proves the best grouping of 60 practices (GRP-04)', async () => {
    const known = fixture('known') as Record<string, { bound: number }>;
    const solution = await formGroups(readInstance(fixture('pub02-n60')), {
      iterations: 100_000,
      prove: true,
    });
    expect(solution.optimal).toBe(true);
    expect(solution.objective).toBeCloseTo(known['pub02-n60']!.bound, 5);
  }, 30_000);

  it.each([1, 2, 3])(
    'comes close to the best of 60 practices without proving it (GRP-04, seed %i)',
    async (seed) => {
      const known = fixture('known') as Record<string, { bound: number }>;
      const solution = await formGroups(readInstance(fixture('pub02-n60')), { iterations: 150_000, seed });
      expect(solution.objective! / known['pub02-n60']!.bound).toBeGreaterThan(0.997);
    },
  );

  it('handles nobody, one practice and a round in which everybody is forbidden to each other', async () => {
    const nobody = await formGroups(sampleInstance({ practices: 0 }), { iterations: 1_000 });
    expect(nobody).toMatchObject({ status: 'feasible', groups: [], optimal: true });
    const alone = await formGroups(sampleInstance({ practices: 1 }), { iterations: 1_000 });
    expect(alone).toMatchObject({ status: 'infeasible', groups: [] });
    const enemies = sampleInstance({ practices: 9 });
    enemies.forbiddenPairs = enemies.practices.flatMap(({ id: a }, i) =>
      enemies.practices.slice(i + 1).map(({ id: b }) => ({ a, b, reason: '' })),
    );
    const apart = await formGroups(enemies, { iterations: 1_000 });
    expect(apart.unassigned).toHaveLength(9);
    expect(apart.conflicts.map(({ code }) => code)).toContain('FORBIDDEN_CLIQUE');
  });

  it('stops when it is told to', async () => {
    const solution = await formGroups(sampleInstance({ practices: 60 }), {
      seconds: 60,
      prove: true,
      shouldStop: () => true,
    });
    expect(solution.optimal).toBe(false);
    expect(checkSolution(sampleInstance({ practices: 60 }), solution).violations).toEqual([]);
  });
});
