import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDesign } from './design.js';
import { logisticRegression } from './index.js';
import { dot } from './matrix.js';
import { separation } from './separation.js';

const repeat = (value: number, times: number): number[] => new Array<number>(times).fill(value);

/** A two by two table as respondents: high/low among those with and without. */
function table(a: number, b: number, c: number, d: number): { y: number[]; predictors: { x: number[] } } {
  return {
    y: [...repeat(1, a), ...repeat(0, b), ...repeat(1, c), ...repeat(0, d)],
    predictors: { x: [...repeat(1, a + b), ...repeat(0, c + d)] },
  };
}

const cell = fc.integer({ min: 1, max: 40 });
const respondents = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    { minLength: 4, maxLength: 40 },
  )
  .map((rows) => ({
    y: rows.map(([y]) => y),
    predictors: { u: rows.map(([, u]) => u), v: rows.map(([, , v]) => v) },
  }))
  .filter(({ y, predictors }) => {
    try {
      readDesign({ y, predictors });
      return true;
    } catch {
      return false;
    }
  });

describe('logistic regression', () => {
  it('gives the odds ratio of a two by two table with its known standard error (SUR-07)', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const { coef, se, or } = logisticRegression(table(a, b, c, d));
        expect(or[1]! / ((a * d) / (b * c))).toBeCloseTo(1, 8);
        expect(se[1]!).toBeCloseTo(Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 8);
        expect(coef[0]!).toBeCloseTo(Math.log(c / d), 8);
      }),
      { numRuns: 40 },
    );
  });

  it('solves the score equations, or proves that no finite solution exists (SUR-07)', () => {
    let separated = 0;
    fc.assert(
      fc.property(respondents, ({ y, predictors }) => {
        const fit = logisticRegression({ y, predictors });
        const rows = y.map((_, index) => [1, predictors.u[index]!, predictors.v[index]!]);
        if (fit.separation) {
          separated += 1;
          const design = readDesign({ y, predictors });
          const sides = design.rows.map(
            (row, index) => (y[index] === 1 ? 1 : -1) * dot(row, fit.separation!.direction),
          );
          expect(Math.min(...sides)).toBeGreaterThanOrEqual(-1e-7);
          expect(Math.max(...sides)).toBeGreaterThan(1e-7);
          if (fit.separation.kind === 'quasi-complete') expect(Math.min(...sides)).toBeLessThanOrEqual(1e-6);
          expect(fit.coef).toEqual([null, null, null]);
          expect(fit.orInterval).toEqual([
            [null, null],
            [null, null],
            [null, null],
          ]);
        } else {
          const rest = rows.map(
            (row, index) => y[index]! - 1 / (1 + Math.exp(-dot(row, fit.coef.map(Number)))),
          );
          for (const column of [0, 1, 2])
            expect(
              dot(
                rest,
                rows.map((row) => row[column]!),
              ),
            ).toBeCloseTo(0, 6);
          fit.orInterval.forEach(([low, high], index) => {
            expect(low!).toBeLessThanOrEqual(fit.or[index]!);
            expect(high!).toBeGreaterThanOrEqual(fit.or[index]!);
          });
        }
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(separated).toBeGreaterThan(10);
  });

  it('widens its intervals with the level and mirrors when the outcome turns', () => {
    const data = table(20, 10, 12, 18);
    const [narrow, wide] = [0.9, 0.99].map(
      (confidence) => logisticRegression({ ...data, confidence }).orInterval[1]!,
    );
    expect(wide![0]!).toBeLessThan(narrow![0]!);
    expect(wide![1]!).toBeGreaterThan(narrow![1]!);
    const turned = logisticRegression({ ...data, y: data.y.map((value) => 1 - value) });
    expect(turned.coef[1]!).toBeCloseTo(-logisticRegression(data).coef[1]!, 9);
  });

  it('does not mind where a predictor has its zero or how large its unit is', () => {
    const data = table(20, 10, 12, 18);
    const plain = logisticRegression(data);
    const years = logisticRegression({
      ...data,
      predictors: { x: data.predictors.x.map((value) => 2020 + 1000 * value) },
    });
    expect(years.coef[1]! * 1000).toBeCloseTo(plain.coef[1]!, 8);
    expect(years.deviance!).toBeCloseTo(plain.deviance!, 9);
    expect(years.se[1]! * 1000).toBeCloseTo(plain.se[1]!, 8);
  });

  it('tells complete from quasi-complete separation, and names what separates (SUR-13)', () => {
    const noise = [2, 1, 3, 2, 1, 3, 3, 1];
    const y = [0, 0, 0, 0, 1, 1, 1, 1];
    const complete = logisticRegression({ y, predictors: { x: [1, 2, 2, 3, 4, 4, 5, 5], noise } });
    expect(complete.separation).toMatchObject({ kind: 'complete' });
    expect(complete.separation!.terms).toContain('x');
    expect(complete.warnings[0]!.code).toBe('separation');
    const quasi = logisticRegression({
      y,
      predictors: { x: [1, 2, 2, 3, 3, 4, 5, 5], noise: [1, 2, 1, 2, 2, 1, 2, 1] },
    });
    expect(quasi.separation?.kind).toBe('quasi-complete');
    expect(quasi.warnings[0]!.code).toBe('quasi-separation');
    expect(logisticRegression(table(5, 0, 4, 6)).separation?.kind).toBe('quasi-complete');
    expect(
      separation(
        [
          [1, -1],
          [1, 1],
          [1, 1],
          [1, -1],
        ],
        [0, 1, 0, 1],
      ),
    ).toBeNull();
  });

  it('warns of few events per variable and of an interval that is a hundred times as high as low (SUR-13)', () => {
    const sparse = logisticRegression(table(12, 1, 3, 9));
    expect(sparse.warnings.map(({ code }) => code)).toEqual(['small-sample', 'wide-interval']);
    expect(sparse.firth).not.toBeNull();
    const { y, predictors } = table(12, 4, 3, 9);
    const two = logisticRegression({
      y,
      predictors: { ...predictors, z: y.map((_, index) => (index * 5) % 7) },
    });
    expect(two).toMatchObject({ events: 13, eventsPerVariable: 6.5 });
    expect(two.warnings.map(({ code }) => code)).toContain('events-per-variable');
    expect(logisticRegression(table(40, 30, 35, 45)).warnings).toEqual([]);
    expect(logisticRegression(table(40, 30, 35, 45)).firth).toBeNull();
  });

  it('refuses a predictor that says nothing beside the others, by its name', () => {
    const y = [0, 1, 0, 1, 1, 0];
    const u = [1, 2, 3, 4, 5, 6];
    const refused = (predictors: Record<string, number[]>) => () => logisticRegression({ y, predictors });
    expect(refused({ u, twice: u.map((value) => 2 * value + 1) })).toThrow(
      'twice: says nothing beside the other predictors',
    );
    expect(refused({ u, flat: repeat(0.1, 6) })).toThrow(
      'flat: must hold more than one value, found only 0.1.',
    );
    expect(refused({ u, v: [1, 0, 0, 1, 0, 1], w: [2, 2, 3, 5, 5, 7] })).toThrow('w: says nothing');
  });
});

describe("Firth's fit", () => {
  it('adds one half to every cell of a two by two table, also to an empty one', () => {
    fc.assert(
      fc.property(
        fc.nat(12),
        fc.nat(12),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (a, b, c, d) => {
          fc.pre(a + b > 0);
          const { firth } = logisticRegression(table(a, b, c, d));
          fc.pre(firth !== null);
          expect(firth!.or[1]! / (((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5)))).toBeCloseTo(1, 7);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives finite estimates within their profile intervals for separated data', () => {
    const fit = logisticRegression({
      y: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
      predictors: { x: [1, 2, 2, 3, 3, 4, 4, 5, 5, 5] },
    });
    expect(fit.converged).toBe(false);
    const { or, orInterval, p } = fit.firth!;
    expect(orInterval[0]).toEqual([null, null]);
    expect(orInterval[1]![0]!).toBeLessThan(or[1]!);
    expect(orInterval[1]![1]!).toBeGreaterThan(or[1]!);
    // the interval leaves out 1 just when the test is below 5 %
    expect(orInterval[1]![0]! > 1).toBe(p[1]! < 0.05);
  });

  it('has a profile interval that leaves out 1 just when its test is below the level', () => {
    fc.assert(
      fc.property(
        fc.nat(15),
        fc.nat(15),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (a, b, c, d) => {
          fc.pre(a + b > 0);
          const { firth } = logisticRegression(table(a, b, c, d));
          fc.pre(firth !== null);
          const [low, high] = firth!.orInterval[1]!;
          expect(low! > 1 || high! < 1).toBe(firth!.p[1]! < 0.05);
        },
      ),
      { numRuns: 40 },
    );
  });
});
