import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse, ANALYSIS_NAMES, StatisticsInputError, type AnalysisName } from './index.js';

/** Analysis, input, and the path that the sentence begins with. */
const REFUSED: [AnalysisName, unknown, string][] = [
  ['counts', null, 'case'],
  ['counts', [], 'cases'],
  ['counts', [7], '[0]'],
  ['counts', {}, 'x'],
  ['counts', { x: 1 }, 'denominator'],
  ['counts', { x: 1, denominator: 0 }, 'denominator'],
  ['counts', { x: 1.5, denominator: 10 }, 'x'],
  ['counts', { x: -1, denominator: 10 }, 'x'],
  ['counts', { x: '1', denominator: 10 }, 'x'],
  ['counts', { x: Number.NaN, denominator: 10 }, 'x'],
  ['counts', { x: 1, denominator: Number.POSITIVE_INFINITY }, 'denominator'],
  ['counts', { x: 1e300, denominator: 10 }, 'x'],
  ['counts', { x: { y: 1 }, denominator: { y: 1 } }, 'x'],
  ['counts', { x: 1, denominator: 10, denominatr: 10 }, 'denominatr'],
  [
    'counts',
    [
      { x: 1, denominator: 10 },
      { x: 1, denominator: -2 },
    ],
    '[1].denominator',
  ],
  ['counts', { june: { x: 1, denominator: 10 }, july: { x: 1, denominator: null } }, 'july.denominator'],
  ['wilson', { x: 3, n: 2 }, 'x'],
  ['wilson', { x: 0, n: 0 }, 'n'],
  ['dsr', { events: [12, 3], pop: [10, 0], stdpop: [1, 1] }, 'pop[1]'],
  ['dsr', { events: [12, 3], pop: [10], stdpop: [1, 1] }, 'pop'],
  ['dsr', { events: [12, 3], pop: [10, 20], stdpop: [0, 0] }, 'stdpop'],
  ['dsr', { events: [], pop: [], stdpop: [] }, 'events'],
  ['dsr', { events: [12], pop: [10], stdpop: [1], bands: ['a', 'b'] }, 'bands'],
  ['dsr', { events: [12], pop: [10], stdpop: [1], per: 0 }, 'per'],
  ['isr', { events: [2], pop: [10], refEvents: [0], refPop: [10] }, 'refEvents'],
  ['isr', { events: [2], pop: [0], refEvents: [1], refPop: [10] }, 'pop[0]'],
  ['isr', { events: [2], pop: [10], refEvents: [1], refPop: [0] }, 'refPop[0]'],
  ['funnelPoisson', { E: 0 }, 'E'],
  ['funnelPoisson', { E: {} }, 'E'],
  ['funnelBinomial', { theta: 1, n: 5 }, 'theta'],
  ['funnelBinomial', { theta: 0.1, n: 2.5 }, 'n'],
  ['overdispersion', { O: [1, 2], E: [1, 2] }, 'O'],
  ['overdispersion', { O: new Array(10).fill(4), E: [...new Array<number>(9).fill(4), 0] }, 'E[9]'],
  ['overdispersion', { O: new Array(10).fill(4), E: new Array(10).fill(4), quantileType: 6 }, 'quantileType'],
  ['xmr', { values: [] }, 'values'],
  ['xmr', { values: [1, '2'] }, 'values[1]'],
  ['laneyU', { counts: [1, 2], n: [10, 0] }, 'n[1]'],
  ['laneyU', { counts: [1, 2.5], n: [10, 10] }, 'counts[1]'],
  ['mannWhitney', { a: [], b: [1] }, 'a'],
  ['mannWhitney', { a: [1], b: [null] }, 'b[0]'],
  ['mannWhitney', { a: 3, b: [1] }, 'a'],
  ['logistic', { x: [1, 2] }, 'y'],
  ['logistic', { y: [0, 1] }, 'predictors'],
  ['logistic', { y: [1, 1], x: [1, 2] }, 'y'],
  ['logistic', { y: [0, 2], x: [1, 2] }, 'y[1]'],
  ['logistic', { y: [0, 1], x: [1] }, 'x'],
  ['logistic', { y: [0, 1], x: 'abc' }, 'x'],
  ['logistic', [{ y: [0, 1], x: [1, 1] }], '[0].x'],
];

describe('input that cannot be computed with', () => {
  it.each(REFUSED)('is refused with one sentence that names the path: %s %j at %s', (name, input, path) => {
    const refuse = () => analyse(name, input);
    expect(refuse).toThrow(StatisticsInputError);
    try {
      refuse();
    } catch (error) {
      expect((error as StatisticsInputError).path).toBe(path);
      expect((error as Error).message).toMatch(/^\S+: [^\n]+\.$/);
    }
  });

  it('is the only reason to fail: any other JSON is computed or refused, never a crash', () => {
    const number = fc.oneof(
      fc.integer({ min: -2, max: 40 }),
      fc.double(),
      fc.constantFrom(0, 1e15, 1e-9, 9007199254740991),
    );
    const list = fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, number), {
      maxLength: 16,
    });
    const field = fc.constantFrom(
      ...'x n denominator events pop stdpop refEvents refPop E theta O values counts a b y per'.split(' '),
    );
    const one = fc.dictionary(field, fc.oneof(number, list, fc.jsonValue({ maxDepth: 1 })), { maxKeys: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...ANALYSIS_NAMES), one, fc.boolean(), (name, input, complete) => {
        const filled = complete
          ? { x: 3, n: 9, denominator: 4, E: 5, theta: 0.2, a: [1, 2], b: [2], values: [1, 2], ...input }
          : input;
        try {
          expect(JSON.stringify(analyse(name, filled).results)).not.toContain('NaN');
        } catch (error) {
          if (!(error instanceof StatisticsInputError)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
