import { StatisticsInputError } from './errors.js';
import { median } from './quantiles.js';
import { side } from './run-rules.js';

/** A pattern that chance alone seldom makes; `from` and `to` are places in the values as they were given. */
export interface RunSignal {
  rule: 'shift' | 'trend' | 'few-runs' | 'many-runs';
  /** Null where the rule says nothing of up or down. */
  direction: 'up' | 'down' | null;
  from: number;
  to: number;
}

export interface RunChart {
  /** Of the baseline, or of all values; null without any. */
  median: number | null;
  /** Runs above and below the median, and points that are not on it; what the two run rules count. */
  runs: number;
  useful: number;
  signals: RunSignal[];
}

/** Points in a row on one side of the median, and points that each rise or fall (Perla, Provost & Murray 2011). */
export const SHIFT_POINTS = 6;
export const TREND_POINTS = 5;
/** With fewer points that are not on the median nothing is said of the number of runs. */
export const MINIMUM_USEFUL_POINTS = 10;
const TAIL = 0.025;

/**
 * A run chart: values in time order with their median and the rules that tell a change from chance (Perla RJ, Provost LP, Murray SK. The
 * run chart: a simple analytical tool for learning from variation in healthcare processes. BMJ Qual Saf 2011;20:46–51). A shift is six or
 * more points in a row on one side of the median: points on it are skipped, they neither add to a run nor end it. A trend is five or more
 * points that each rise or fall: of equal neighbours one counts. Too few or too many runs: fewer or more than chance leaves in 95 % of
 * charts with as many points above and below, by the exact law (Swed & Eisenhart 1943).
 * @param values null where nothing was measured: skipped
 * @param baseline the first and the last place that the median is of; of all when left out
 * @throws StatisticsInputError on a value that is no number
 */
export function runChart(
  values: readonly (number | null)[],
  baseline: readonly [first: number, last: number] = [0, values.length - 1],
): RunChart {
  const points = values.flatMap((value, at) => {
    if (value !== null && !Number.isFinite(value))
      throw new StatisticsInputError(`values[${at}]`, 'must be a number');
    return value === null ? [] : [{ at, value }];
  });
  const based = points.filter(({ at }) => at >= baseline[0] && at <= baseline[1]);
  if (based.length === 0) return { median: null, runs: 0, useful: 0, signals: [] };
  const centre = median(based.map(({ value }) => value));
  const sides = points.flatMap(({ at, value }) => {
    const sign = side(value, centre);
    return sign === 0 ? [] : [{ at, sign }];
  });
  const shifts = streaks(sides).filter((run) => run.count >= SHIFT_POINTS);
  const changing = points.filter(({ value }, k) => k === 0 || side(value, points[k - 1]!.value) !== 0);
  const steps = changing
    .slice(1)
    .map(({ at, value }, k) => ({ at, sign: side(value, changing[k]!.value), before: changing[k]!.at }));
  const trends = streaks(steps).filter((run) => run.count >= TREND_POINTS - 1);
  const runs = streaks(sides).length;
  return {
    median: centre,
    runs,
    useful: sides.length,
    signals: [
      ...shifts.map(({ sign, from, to }): RunSignal => ({ rule: 'shift', direction: word(sign), from, to })),
      ...trends.map(({ sign, from, to }): RunSignal => ({
        rule: 'trend',
        direction: word(sign),
        from: steps.find(({ at }) => at === from)!.before,
        to,
      })),
      ...runCount(sides, runs),
    ],
  };
}

const word = (sign: number): 'up' | 'down' => (sign > 0 ? 'up' : 'down');

function streaks(
  signs: readonly { at: number; sign: number }[],
): { sign: number; from: number; to: number; count: number }[] {
  const found: { sign: number; from: number; to: number; count: number }[] = [];
  for (const { at, sign } of signs) {
    const last = found.at(-1);
    if (last?.sign === sign) {
      last.to = at;
      last.count += 1;
    } else found.push({ sign, from: at, to: at, count: 1 });
  }
  return found;
}

function runCount(sides: readonly { at: number; sign: number }[], runs: number): RunSignal[] {
  const first = sides[0];
  const last = sides.at(-1);
  if (!first || !last || sides.length < MINIMUM_USEFUL_POINTS) return [];
  const above = sides.filter(({ sign }) => sign > 0).length;
  const [least, most] = runLimits(above, sides.length - above);
  const at = { direction: null, from: first.at, to: last.at };
  if (runs < least) return [{ rule: 'few-runs', ...at }];
  return runs > most ? [{ rule: 'many-runs', ...at }] : [];
}

/** The least and the most runs that chance leaves, 2.5 % on either side, of so many points above and below the median. */
export function runLimits(above: number, below: number): [least: number, most: number] {
  const all = above + below;
  if (above === 0 || below === 0) return [1, all];
  const chances = Array.from({ length: all + 1 }, (_, runs) => runChance(runs, above, below));
  let least = 2;
  let low = 0;
  while (least <= all && low + chances[least]! <= TAIL) {
    low += chances[least]!;
    least += 1;
  }
  let most = all;
  let high = 0;
  while (most >= 2 && high + chances[most]! <= TAIL) {
    high += chances[most]!;
    most -= 1;
  }
  return [least, most];
}

/** The chance of exactly so many runs (Wald & Wolfowitz 1940). */
function runChance(runs: number, above: number, below: number): number {
  if (runs < 2) return 0;
  const half = Math.floor(runs / 2);
  const ways =
    runs % 2 === 0
      ? Math.LN2 + choose(above - 1, half - 1) + choose(below - 1, half - 1)
      : logSum(
          choose(above - 1, half) + choose(below - 1, half - 1),
          choose(above - 1, half - 1) + choose(below - 1, half),
        );
  return Math.exp(ways - choose(above + below, above));
}

const logSum = (a: number, b: number): number => {
  const most = Math.max(a, b);
  return most === -Infinity ? -Infinity : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
};

/** The logarithm of n over k. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity;
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
