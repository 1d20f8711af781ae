import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  analyse,
  ANALYSIS_NAMES,
  mannWhitneyFromU,
  type AnalysisName,
  type AnalysisResult,
} from './index.js';

type Json = Record<string, unknown>;
const fixture = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Json;
const vectors = fixture('stats_vectors');

/** The fields a case gives to the engine; all its other fields are results. */
const INPUTS: Record<AnalysisName, readonly string[]> = {
  counts: ['x', 'denominator'],
  wilson: ['x', 'n'],
  dsr: ['bands', 'events', 'pop', 'stdpop', 'per'],
  isr: ['bands', 'events', 'pop', 'refEvents', 'refPop'],
  funnelPoisson: ['E'],
  funnelBinomial: ['theta', 'n'],
  overdispersion: ['O', 'E'],
  xmr: ['values'],
  laneyU: ['counts', 'n'],
  mannWhitney: ['a', 'b'],
  logistic: ['y', 'betrokkenheid', 'tijd'],
};

const inputOf = (name: AnalysisName, one: Json): Json =>
  Object.fromEntries(Object.entries(one).filter(([field]) => INPUTS[name].includes(field)));

/**
 * Every field that is expected, however deep, is there and within 1e-6 of itself. Gives how many figures were
 * compared.
 */
function compare(expected: unknown, found: unknown, path: string): number {
  if (typeof expected === 'number') {
    if (typeof found !== 'number' || Math.abs(found - expected) > 1e-6 * Math.abs(expected) + 1e-12)
      throw new Error(`${path}: expected ${expected}, found ${String(found)}`);
    return 1;
  }
  if (Array.isArray(expected)) {
    expect(found).toHaveLength(expected.length);
    return expected.reduce<number>(
      (total, one, index) => total + compare(one, (found as unknown[])[index], `${path}[${index}]`),
      0,
    );
  }
  if (typeof expected === 'object' && expected !== null)
    return Object.entries(expected).reduce(
      (total, [field, one]) => total + compare(one, (found as Json)[field], `${path}.${field}`),
      0,
    );
  if (expected !== found) throw new Error(`${path}: expected ${String(expected)}, found ${String(found)}`);
  return 1;
}

describe('the reference figures', () => {
  it.each(ANALYSIS_NAMES)('gives every field of %s within 1e-6 (SUR-06, SUR-07)', (name) => {
    const given = vectors[name] as Json | Json[];
    const named = name === 'mannWhitney';
    const cases = (Array.isArray(given) ? given : named ? Object.values(given) : [given]) as Json[];
    const { results, answerIsNo } = analyse(
      name,
      cases.map((one) => inputOf(name, one)),
    );
    expect(answerIsNo).toBe(false);
    const figures = compare(cases, results, name);
    expect(figures).toBeGreaterThan(10);
    for (const result of results as Json[])
      expect(result).toMatchObject({ method: expect.any(String), warnings: expect.any(Array) });
    // the recorded results of a case are no input, and one case gives one result
    expect(analyse(name, given).results).toEqual(
      named
        ? Object.fromEntries(Object.keys(given).map((key, index) => [key, (results as Json[])[index]]))
        : Array.isArray(given)
          ? results
          : (results as Json[])[0],
    );
  });

  it('refuses Wald intervals for the separated case, and says so (SUR-07, SUR-13)', () => {
    const { results, answerIsNo } = analyse('logistic', vectors['logisticSeparation']);
    expect(answerIsNo).toBe(true);
    expect(results).toMatchObject({
      converged: false,
      coef: [null, null],
      orCIwald95: [
        [null, null],
        [null, null],
      ],
      separation: { kind: 'complete', terms: ['x'] },
    });
    expect((results as AnalysisResult).warnings[0]).toMatchObject({ code: 'separation' });
  });
});

describe('the published factsheet', () => {
  const { mannWhitney: published, logistic: ratios } = fixture('factsheet_checks') as {
    mannWhitney: {
      U: number;
      n1: number;
      n2: number;
      published_p: number;
      mu: number;
      sd_noTies: number;
      variants: Record<string, Json>;
    };
    logistic: { or: number; lo: number; hi: number; p: number }[];
  };

  it('prints 0.107 for U = 223 with 46 and 7 answers only when exact and untied (SUR-06)', () => {
    const found = mannWhitneyFromU(published);
    expect(found.mu).toBe(published.mu);
    expect(found.sd).toBeCloseTo(published.sd_noTies, 9);
    const { exact_noTies_two_sided_2xTail, ...others } = found;
    expect(exact_noTies_two_sided_2xTail!.p).toBeCloseTo(0.10728855294704115, 12);
    expect(found.asymptotic_noTieCorr_noCC.z).toBeCloseTo(1.628762, 6);
    expect(found.asymptotic_noTieCorr_noCC.p).toBeCloseTo(0.103364, 6);
    expect(found.asymptotic_noTieCorr_CC.z).toBeCloseTo(1.615626, 6);
    expect(found.asymptotic_noTieCorr_CC.p).toBeCloseTo(0.106175, 6);
    expect(found.exact_noTies_midP!.p).toBeCloseTo(0.10437723, 8);
    expect(found.exact_strict_tail!.p).toBeCloseTo(0.101466, 6);
    const rounded = Object.values(others).flatMap((one) =>
      typeof one === 'object' && one ? [one.p.toFixed(3)] : [],
    );
    expect(rounded).toHaveLength(4);
    expect(rounded).not.toContain(String(published.published_p));
  });

  it('finds the p-value of a printed odds ratio back from its interval (SUR-07)', async () => {
    const { twoSidedNormal, zOf } = await import('./distributions.js');
    for (const { or, lo, hi, p } of ratios) {
      const se = Math.log(hi / lo) / (2 * zOf(0.95));
      expect(twoSidedNormal(Math.log(or) / se)).toBeCloseTo(p, 5);
    }
  });
});
