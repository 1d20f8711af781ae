import { numbersAt } from './fields.js';
import {
  MINIMUM_CHART_POINTS,
  runRules,
  runSignals,
  side,
  type ChartSignal,
  type RunRules,
} from './run-rules.js';
import { warning, type StatisticsWarning } from './warnings.js';

/**
 * Limits per mean moving range: 3/d₂ for individual values, D₄ for the moving range, with d₂ = 1.128 for two
 * points.
 */
const INDIVIDUALS = 2.66;
const RANGES = 3.267;

export interface XmrChart {
  mean: number;
  /** mean moving range; null for one point */
  mrBar: number | null;
  /** limits of the values; null below 12 points */
  lcl: number | null;
  ucl: number | null;
  /** upper limit of the moving range; null below 12 points */
  urlMR: number | null;
  movingRanges: number[];
  signals: ChartSignal[];
  warnings: StatisticsWarning[];
}

/**
 * XmR chart of a series in time order: mean ∓ 2.66·MR̄, moving range up to 3.267·MR̄ (Wheeler; NHS "Making
 * data count").
 * @throws StatisticsInputError naming the offending value
 */
export function xmrChart(input: { values: readonly number[]; rules?: Partial<RunRules> }): XmrChart {
  const values = numbersAt(input.values, 'values');
  const rules = runRules(input.rules);
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const movingRanges = values.slice(1).map((value, index) => Math.abs(value - values[index]!));
  const mrBar =
    movingRanges.length === 0
      ? null
      : movingRanges.reduce((total, range) => total + range, 0) / movingRanges.length;
  if (mrBar === null || values.length < MINIMUM_CHART_POINTS) {
    const warnings = [tooFewPoints(values.length)];
    return { mean, mrBar, lcl: null, ucl: null, urlMR: null, movingRanges, signals: [], warnings };
  }
  const lcl = mean - INDIVIDUALS * mrBar;
  const ucl = mean + INDIVIDUALS * mrBar;
  const urlMR = RANGES * mrBar;
  const flat = (value: number): number[] => values.map(() => value);
  const signals = runSignals(values, { centre: flat(mean), lower: flat(lcl), upper: flat(ucl) }, rules);
  movingRanges.forEach((range, index) => {
    if (side(range, urlMR) > 0) {
      const direction = values[index + 1]! > values[index]! ? 'up' : 'down';
      signals.push({ rule: 'moving-range', direction, from: index, to: index + 1 });
    }
  });
  const warnings = mrBar === 0 ? [warning('no-variation', 'All values are the same.')] : [];
  return { mean, mrBar, lcl, ucl, urlMR, movingRanges, signals, warnings };
}

export function tooFewPoints(points: number): StatisticsWarning {
  return warning(
    'too-few-points',
    `Fewer than ${MINIMUM_CHART_POINTS} points (${points}): no limits are given.`,
  );
}
