import { tQuantile } from './distributions.js';
import { confidenceAt, numbersAt } from './fields.js';
import { NO_INTERVAL, type Interval } from './interval.js';
import { median } from './quantiles.js';

export interface MeanEstimate {
  n: number;
  mean: number;
  median: number;
  /** sample standard deviation (n − 1); null for one value */
  sd: number | null;
  interval: Interval;
}

/**
 * Mean with Student's t interval, x̄ ∓ t(n − 1)·s/√n, and the median beside it (SUR-08). One value has
 * neither deviation nor interval.
 * @throws StatisticsInputError naming the offending value
 */
export function meanEstimate(input: { values: readonly number[]; confidence?: number }): MeanEstimate {
  const values = numbersAt(input.values, 'values');
  const confidence = confidenceAt(input.confidence);
  const n = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  const middle = median(values);
  if (n === 1) return { n, mean, median: middle, sd: null, interval: NO_INTERVAL };
  const sd = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1));
  const reach = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, median: middle, sd, interval: [mean - reach, mean + reach] };
}
