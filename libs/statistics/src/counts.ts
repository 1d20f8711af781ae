import { gammaQuantile, zOf } from './distributions.js';
import { confidenceAt, COUNT, DENOMINATOR, numberAt } from './fields.js';
import { scaled, type Interval } from './interval.js';
import { warning, type StatisticsWarning } from './warnings.js';

/** From this number of events Byar's approximation is used, below it the exact interval. */
export const BYAR_FROM = 10;

/**
 * Byar's approximate interval of a Poisson count: O(1 − 1/(9O) − z/(3√O))³ to (O+1)(1 − 1/(9(O+1)) +
 * z/(3√(O+1)))³ (Breslow & Day 1987; PHEindicatormethods). There is no lower limit for 0 events.
 */
export function byarInterval(x: number, confidence?: number): Interval {
  const count = numberAt(x, 'x', COUNT);
  const z = zOf(confidenceAt(confidence));
  const above = count + 1;
  const upper = above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3;
  if (count === 0) return [null, upper];
  // at very high confidence and few events the cube would turn negative
  const root = Math.max(0, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)));
  return [count * root ** 3, upper];
}

/** The exact interval of a Poisson count: χ²(α/2; 2O)/2 to χ²(1 − α/2; 2O + 2)/2 (Garwood 1936). */
export function exactPoissonInterval(x: number, confidence?: number): Interval {
  const count = numberAt(x, 'x', COUNT);
  const half = (1 - confidenceAt(confidence)) / 2;
  return [count === 0 ? 0 : gammaQuantile(half, count), gammaQuantile(1 - half, count + 1)];
}

/** The interval rule for every count: exact below 10 events, Byar from 10 (PHEindicatormethods). */
export function countInterval(x: number, confidence?: number): Interval {
  return x < BYAR_FROM ? exactPoissonInterval(x, confidence) : byarInterval(x, confidence);
}

export interface CountRate {
  x: number;
  denominator: number;
  per: number;
  rate: number;
  interval: Interval;
  warnings: StatisticsWarning[];
}

/**
 * A crude rate per `per` (1000) with the interval of its count.
 * @throws StatisticsInputError naming `x`, `denominator`, `per` or `confidence`
 */
export function countRate(input: {
  x: number;
  denominator: number;
  per?: number;
  confidence?: number;
}): CountRate {
  const x = numberAt(input.x, 'x', COUNT);
  const denominator = numberAt(input.denominator, 'denominator', DENOMINATOR);
  const per = input.per === undefined ? 1000 : numberAt(input.per, 'per', { above: 0 });
  const interval = scaled(countInterval(x, input.confidence), per / denominator);
  return { x, denominator, per, rate: (x / denominator) * per, interval, warnings: fewEvents(x) };
}

/** Below 10 events a rate says little by itself. */
export function fewEvents(events: number): StatisticsWarning[] {
  return events < BYAR_FROM
    ? [warning('few-events', `Fewer than ${BYAR_FROM} events (${events}): the rate is very uncertain.`)]
    : [];
}
