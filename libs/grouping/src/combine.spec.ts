import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combine } from './combine.js';
import type { Prices } from './prices.js';
import { compile } from './problem.js';
import type { Column, Problem } from './problem.js';
import { sampleInstance } from './sample.js';

const N = 8;
const THEMES = 3;
const DATES = 3;

const problems = fc
  .record({
    themeCap: fc.constantFrom(null, 1, 2),
    dateCap: fc.constantFrom(null, 1),
    penalty: fc.constantFrom(0.3, 10),
  })
  .map(({ themeCap, dateCap, penalty }) => {
    const shape = { practices: N, seed: 1, themes: THEMES, dates: DATES, min: 2, max: 3, themeCap, dateCap };
    return { ...compile(sampleInstance(shape)), penalty };
  });

const columns = fc.array(
  fc.record({
    members: fc
      .uniqueArray(fc.nat(N - 1), { minLength: 2, maxLength: 3 })
      .map((members) => members.sort((a, b) => a - b)),
    theme: fc.nat(THEMES - 1),
    date: fc.nat(DATES - 1),
    value: fc.integer({ min: 0, max: 300 }).map((value) => value / 100),
    level: fc.constant(0),
  }),
  { maxLength: 14 },
);

/** Prices so high that no column gains under them: then their sum bounds every combination. */
function coveringPrices(problem: Problem, known: readonly Column[]): Prices {
  const practice = new Float64Array(N).fill(-problem.penalty);
  for (const { members, value } of known)
    for (const i of members) practice[i] = Math.max(practice[i]!, value / members.length);
  return {
    practice,
    theme: new Float64Array(THEMES),
    date: new Float64Array(DATES),
    cuts: [],
    cut: new Float64Array(0),
  };
}

function worthOfAll(problem: Problem, chosen: readonly Column[]): number {
  const seated = chosen.reduce((sum, { members }) => sum + members.length, 0);
  return chosen.reduce((sum, { value }) => sum + value, 0) - problem.penalty * (N - seated);
}

function fits(problem: Problem, chosen: readonly Column[]): boolean {
  const members = chosen.flatMap((column) => column.members);
  const count = (key: 'theme' | 'date', value: number) =>
    chosen.filter((column) => column[key] === value).length;
  return (
    new Set(members).size === members.length &&
    chosen.every(
      ({ theme, date }) =>
        count('theme', theme) <= problem.themeCap[theme]! && count('date', date) <= problem.dateCap[date]!,
    )
  );
}

/** The best worth of all subsets of the columns. */
function bruteForce(problem: Problem, known: readonly Column[]): number {
  let best = -Infinity;
  for (let mask = 0; mask < 1 << known.length; mask++) {
    const chosen = known.filter((_, c) => mask & (1 << c));
    if (fits(problem, chosen)) best = Math.max(best, worthOfAll(problem, chosen));
  }
  return best;
}

const whole = { effort: 1e9, shouldStop: () => false };

describe('combine', () => {
  it('finds the combination that trying every subset finds, caps and practices left out included', () => {
    fc.assert(
      fc.property(problems, columns, (problem, known) => {
        const prices = coveringPrices(problem, known);
        const worth = prices.practice.reduce((sum, price) => sum + price, 0);
        const best = bruteForce(problem, known);
        const found = combine(problem, known, { prices, worth }, best - 0.5, whole);
        expect(found.complete).toBe(true);
        expect(fits(problem, found.columns!)).toBe(true);
        expect(worthOfAll(problem, found.columns!)).toBeCloseTo(best, 9);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('proves that nothing beats the best combination', () => {
    fc.assert(
      fc.property(problems, columns, (problem, known) => {
        const prices = coveringPrices(problem, known);
        const worth = prices.practice.reduce((sum, price) => sum + price, 0);
        const found = combine(problem, known, { prices, worth }, bruteForce(problem, known), whole);
        expect(found).toEqual({ columns: null, complete: true });
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  it('says that it did not look at everything when its effort is spent', () => {
    const problem = {
      ...compile(sampleInstance({ practices: N, seed: 1, themes: 3, dates: 3 })),
      penalty: 10,
    };
    const pair = (a: number, b: number, value: number): Column => ({
      members: [a, b],
      theme: 0,
      date: 0,
      level: 0,
      value,
    });
    const known = [pair(0, 1, 1), pair(2, 3, 1), pair(4, 5, 1), pair(6, 7, 1), pair(1, 2, 1.2)];
    const prices = coveringPrices(problem, known);
    const worth = prices.practice.reduce((sum, price) => sum + price, 0);
    const found = combine(problem, known, { prices, worth }, -80, { ...whole, effort: 3 });
    expect(found).toEqual({ columns: null, complete: false });
  });
});
