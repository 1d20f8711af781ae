import { zOf } from './distributions.js';
import { confidenceAt, COUNT, numberAt } from './fields.js';
import type { Interval } from './interval.js';
import { warning, type StatisticsWarning } from './warnings.js';

/** Below this number of observations a share is shown with a warning. */
export const SMALL_SAMPLE = 10;

export interface Proportion {
  x: number;
  n: number;
  p: number;
  interval: Interval;
  warnings: StatisticsWarning[];
}

/**
 * A share x/n with Wilson's score interval: (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)) (Wilson 1927).
 * @throws StatisticsInputError naming `x`, `n` or `confidence`
 */
export function proportion(input: { x: number; n: number; confidence?: number }): Proportion {
  const n = numberAt(input.n, 'n', { ...COUNT, min: 1 });
  const x = numberAt(input.x, 'x', { ...COUNT, max: n });
  const interval = wilsonInterval(x, n, input.confidence);
  const warnings =
    n < SMALL_SAMPLE
      ? [warning('small-sample', `Fewer than ${SMALL_SAMPLE} observations (${n}): the share says little.`)]
      : [];
  return { x, n, p: x / n, interval, warnings };
}

/** Wilson's score interval of x out of n; both limits lie in [0, 1]. */
export function wilsonInterval(x: number, n: number, confidence?: number): Interval {
  const z = zOf(confidenceAt(confidence));
  const spread = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const middle = 2 * x + z * z;
  const width = 2 * (n + z * z);
  // rounding would leave a speck beside 0 and 1, where the limits are exact
  return [
    x === 0 ? 0 : Math.max(0, (middle - spread) / width),
    x === n ? 1 : Math.min(1, (middle + spread) / width),
  ];
}
