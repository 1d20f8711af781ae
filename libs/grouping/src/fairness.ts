import type { Instance } from './instance.js';
import type { Valuation } from './terms.js';

/** How the good and the bad fall over the practices; means are over the practices a term applies to. */
export interface FairnessReport {
  minimum: number | null;
  /** The utility that one practice in ten does not reach. */
  p10: number | null;
  mean: number | null;
  belowThreshold: number;
  threshold: number;
  firstChoices: number;
  /** Practices at a theme they ranked, and those that ranked nothing. */
  ranked: number;
  preference: number | null;
  attendance: number | null;
  continuity: number | null;
  motivation: number | null;
}

/** Mean of the numbers present, or null when there are none. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value): value is number => value !== null);
  return present.length > 0 ? present.reduce((sum, value) => sum + value, 0) / present.length : null;
}

/** Minimum, tenth percentile, mean, and the counts beside them (fairness report of the grouping model). */
export function fairnessOf(instance: Instance, valuations: readonly Valuation[]): FairnessReport {
  const { threshold } = instance.config.fairness;
  const sorted = valuations.map(({ utility }) => utility).sort((a, b) => a - b);
  const first = instance.config.rankValues[0];
  return {
    minimum: sorted[0] ?? null,
    p10: sorted[Math.floor(sorted.length * 0.1)] ?? null,
    mean: meanOf(sorted),
    belowThreshold: sorted.filter((utility) => utility < threshold).length,
    threshold,
    firstChoices: valuations.filter(({ terms }) => terms.theme !== null && terms.theme === first).length,
    ranked: valuations.filter(({ terms }) => terms.theme === null || terms.theme > 0).length,
    preference: meanOf(valuations.map(({ terms }) => terms.theme)),
    attendance: meanOf(valuations.map(({ terms }) => terms.attendance)),
    continuity: meanOf(valuations.map(({ terms }) => terms.continuity)),
    motivation: meanOf(valuations.map(({ terms }) => terms.motivation)),
  };
}
