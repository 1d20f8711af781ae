import { COUNT, DENOMINATOR, numberAt, numbersAt } from './fields.js';
import { MINIMUM_CHART_POINTS, runRules, runSignals, type ChartSignal, type RunRules } from './run-rules.js';
import { warning, type StatisticsWarning } from './warnings.js';
import { tooFewPoints } from './xmr.js';

/** d₂: the expected range of two standard normal values. */
const D2 = 1.128;

export interface LaneyChart {
  per: number;
  rates: number[];
  uBar: number;
  /** spread of the z-scores from point to point; null for one point, or without events */
  sigmaZ: number | null;
  /** limits per point; null below 12 points */
  ucl: number[] | null;
  lcl: number[] | null;
  signals: ChartSignal[];
  warnings: StatisticsWarning[];
}

/**
 * Laney's u′ chart of counts over changing denominators: ū = Σc/Σn, σᵢ = √(ū/nᵢ), σz = mean |Δz| / 1.128,
 * limits ū ∓ 3σᵢσz (Laney 2002). The lower limit is not cut at 0; a drawing stops there.
 * @throws StatisticsInputError naming the offending value
 */
export function laneyChart(input: {
  counts: readonly number[];
  n: readonly number[];
  per?: number;
  rules?: Partial<RunRules>;
}): LaneyChart {
  const counts = numbersAt(input.counts, 'counts', COUNT);
  const sizes = numbersAt(input.n, 'n', DENOMINATOR, { length: counts.length, like: 'counts' });
  const per = input.per === undefined ? 1000 : numberAt(input.per, 'per', { above: 0 });
  const rules = runRules(input.rules);
  const mean = counts.reduce((total, count) => total + count, 0) / sizes.reduce((total, n) => total + n, 0);
  const rates = counts.map((count, index) => (count / sizes[index]!) * per);
  const uBar = mean * per;
  const warnings: StatisticsWarning[] = [];
  if (counts.length < MINIMUM_CHART_POINTS) warnings.push(tooFewPoints(counts.length));
  if (mean === 0) warnings.push(warning('no-events', 'There are no events, so there is no spread either.'));
  const none = { per, rates, uBar, ucl: null, lcl: null, signals: [], warnings };
  if (mean === 0 || counts.length === 1) return { ...none, sigmaZ: null };
  const sigmas = sizes.map((n) => Math.sqrt(mean / n));
  const z = rates.map((rate, index) => (rate / per - mean) / sigmas[index]!);
  const sigmaZ =
    z.slice(1).reduce((total, value, index) => total + Math.abs(value - z[index]!), 0) / (z.length - 1) / D2;
  if (counts.length < MINIMUM_CHART_POINTS) return { ...none, sigmaZ };
  const ucl = sigmas.map((sigma) => (mean + 3 * sigma * sigmaZ) * per);
  const lcl = sigmas.map((sigma) => (mean - 3 * sigma * sigmaZ) * per);
  if (lcl.some((limit) => limit < 0))
    warnings.push(warning('limit-below-zero', 'A lower limit lies below 0: no rate can be that low.'));
  const signals = runSignals(rates, { centre: rates.map(() => uBar), lower: lcl, upper: ucl }, rules);
  return { per, rates, uBar, sigmaZ, ucl, lcl, signals, warnings };
}
