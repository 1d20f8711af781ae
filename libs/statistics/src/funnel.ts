import {
  interpolatedBinomialQuantile,
  interpolatedPoissonQuantile,
  normalQuantile,
} from './distributions.js';
import { COUNT, DENOMINATOR, numberAt } from './fields.js';

/** The tail probabilities at which funnels are drawn: two and three standard deviations. */
export const FUNNEL_TAILS = { p001: 0.001, p025: 0.025, p975: 0.975, p999: 0.999 } as const;

/** With fewer units there is neither a funnel nor an adjustment for overdispersion. */
export const MINIMUM_FUNNEL_UNITS = 10;

export type FunnelLimits = { [tail in keyof typeof FUNNEL_TAILS]: number };

/**
 * The exact interpolated limit of O/E at tail probability `p` for `E` expected events (Spiegelhalter 2005,
 * Stat Med 24:1185). It can lie below 0 when so little is expected that no count is low enough; a drawing
 * stops at 0.
 */
export function poissonFunnelLimit(E: number, p: number): number {
  const expected = numberAt(E, 'E', DENOMINATOR);
  return interpolatedPoissonQuantile(numberAt(p, 'p', { above: 0, below: 1 }), expected) / expected;
}

/** The normal approximation of the same limit: 1 + z/√E. */
export function poissonFunnelLimitNormal(E: number, p: number): number {
  const expected = numberAt(E, 'E', DENOMINATOR);
  return 1 + normalQuantile(numberAt(p, 'p', { above: 0, below: 1 })) / Math.sqrt(expected);
}

/**
 * The exact interpolated limit of a share around the target `theta` for `n` observations, at tail probability
 * `p` (Spiegelhalter 2005). Like the Poisson limit, it can lie just below 0.
 */
export function binomialFunnelLimit(theta: number, n: number, p: number): number {
  const target = numberAt(theta, 'theta', { above: 0, below: 1 });
  const size = numberAt(n, 'n', { ...COUNT, min: 1 });
  return interpolatedBinomialQuantile(numberAt(p, 'p', { above: 0, below: 1 }), size, target) / size;
}

/** All four limits of a funnel at once. */
export function funnelLimits(limit: (p: number) => number): FunnelLimits {
  const { p001, p025, p975, p999 } = FUNNEL_TAILS;
  return { p001: limit(p001), p025: limit(p025), p975: limit(p975), p999: limit(p999) };
}
