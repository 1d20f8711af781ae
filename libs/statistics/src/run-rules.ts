import { numberAt } from './fields.js';

/** The line and the limits of a control chart, a value per point. */
export interface ChartLines {
  centre: readonly number[];
  lower: readonly number[];
  upper: readonly number[];
}

/** Numbers of points that make a signal; fixed in a measure's definition version. */
export interface RunRules {
  /** points in a row on one side of the centre */
  shift: number;
  /** points in a row that each rise, or each fall */
  trend: number;
}

export const RUN_RULES: RunRules = { shift: 8, trend: 6 };

/** With fewer points a control chart has no limits and gives no signals. */
export const MINIMUM_CHART_POINTS = 12;

/** A pattern that chance alone seldom makes; `from` and `to` are the first and last point, counted from 0. */
export interface ChartSignal {
  rule: 'outside' | 'shift' | 'trend' | 'moving-range';
  direction: 'up' | 'down';
  from: number;
  to: number;
}

/**
 * The rules with their defaults filled in; @throws StatisticsInputError naming `rules.shift` or
 * `rules.trend`.
 */
export function runRules(given: Partial<RunRules> | undefined): RunRules {
  const least = { min: 3, max: 100, whole: true };
  return {
    shift: numberAt(given?.shift ?? RUN_RULES.shift, 'rules.shift', least),
    trend: numberAt(given?.trend ?? RUN_RULES.trend, 'rules.trend', least),
  };
}

/**
 * The signals of a control chart: one point outside the limits, a shift of `shift` points on one side of the
 * centre, a trend of `trend` points that each rise or fall. A point on the centre ends a run, and an equal
 * successor ends a trend: that errs on the side of silence.
 */
export function runSignals(
  values: readonly number[],
  { centre, lower, upper }: ChartLines,
  rules: RunRules,
): ChartSignal[] {
  const sides = values.map((value, index) => side(value, centre[index]!));
  const steps = values.slice(1).map((value, index) => side(value, values[index]!));
  const outside = values.flatMap((value, index): ChartSignal[] => {
    if (side(value, upper[index]!) > 0) return [{ rule: 'outside', direction: 'up', from: index, to: index }];
    if (side(value, lower[index]!) < 0)
      return [{ rule: 'outside', direction: 'down', from: index, to: index }];
    return [];
  });
  const shifts = runs(sides, rules.shift).map((run): ChartSignal => ({ rule: 'shift', ...run }));
  const trends = runs(steps, rules.trend - 1).map((run): ChartSignal => ({
    rule: 'trend',
    ...run,
    to: run.to + 1,
  }));
  return [...outside, ...shifts, ...trends];
}

/** −1, 0 or 1; a difference that is rounding of equal values counts as none. */
export function side(value: number, line: number): number {
  const speck = 1e-12 * Math.max(Math.abs(value), Math.abs(line));
  return value > line + speck ? 1 : value < line - speck ? -1 : 0;
}

function runs(signs: readonly number[], least: number): Pick<ChartSignal, 'direction' | 'from' | 'to'>[] {
  const found: Pick<ChartSignal, 'direction' | 'from' | 'to'>[] = [];
  let from = 0;
  for (let end = 1; end <= signs.length; end += 1) {
    if (end < signs.length && signs[end] === signs[from]) continue;
    if (signs[from] !== 0 && end - from >= least)
      found.push({ direction: signs[from]! > 0 ? 'up' : 'down', from, to: end - 1 });
    from = end;
  }
  return found;
}
