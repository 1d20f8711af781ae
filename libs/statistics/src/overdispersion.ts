import { StatisticsInputError } from './errors.js';
import { COUNT, DENOMINATOR, numberAt, numbersAt } from './fields.js';
import { MINIMUM_FUNNEL_UNITS } from './funnel.js';
import { quantile } from './quantiles.js';
import { warning, type StatisticsWarning } from './warnings.js';

/** One transformation of O/E and what it says of the spread between units. */
export interface Dispersion {
  z: number[];
  zWinsorised: number[];
  /** Σ zw² / I: 1 when the units differ by chance only */
  phi: number;
  /** variance between units (DerSimonian & Laird); 0 when there is no overdispersion */
  tau2: number;
  /** (y − θ₀)/√(s² + τ²) */
  zAdjustedAdditive: number[];
  /** z/√φ, when φ inflates */
  zAdjustedMultiplicative: number[];
}

export interface Overdispersion {
  ratio: number[];
  winsorise: number;
  quantileType: 7;
  /** y = √(O/E), s = 1/(2√E), θ₀ = 1 */
  sqrtTransform: Dispersion;
  /** y = ln(O/E), s = 1/√E, θ₀ = 0; null when a unit has no events */
  logTransform: Dispersion | null;
  warnings: StatisticsWarning[];
}

/**
 * Overdispersion of O/E between units (Spiegelhalter 2005; FunnelPlotR). z-scores are winsorised at
 * `winsorise` and 1 − `winsorise` (quantile type 7), φ = Σ zw²/I, τ² = max(0, (Iφ − (I − 1)) / (Σw − Σw²/Σw))
 * with w = 1/s². Limits and z-scores are inflated only if Iφ > I − 1.
 * @throws StatisticsInputError naming the offending value; fewer than 10 units are refused
 */
export function overdispersion(input: {
  O: readonly number[];
  E: readonly number[];
  winsorise?: number;
}): Overdispersion {
  const observed = numbersAt(input.O, 'O', COUNT, { least: MINIMUM_FUNNEL_UNITS });
  const expected = numbersAt(input.E, 'E', DENOMINATOR, { length: observed.length, like: 'O' });
  const winsorise =
    input.winsorise === undefined ? 0.1 : numberAt(input.winsorise, 'winsorise', { min: 0, below: 0.5 });
  const ratio = observed.map((count, index) => count / expected[index]!);
  const sqrtTransform = dispersion(
    ratio.map((value) => Math.sqrt(value) - 1),
    expected.map((value) => 1 / (2 * Math.sqrt(value))),
    winsorise,
  );
  const warnings: StatisticsWarning[] = [];
  let logTransform: Dispersion | null = null;
  if (observed.includes(0)) {
    const about = `O[${observed.indexOf(0)}]`;
    warnings.push(warning('log-undefined', 'A unit without events has no logarithm of O/E.', about));
  } else {
    logTransform = dispersion(
      ratio.map((value) => Math.log(value)),
      expected.map((value) => 1 / Math.sqrt(value)),
      winsorise,
    );
  }
  if (sqrtTransform.tau2 === 0)
    warnings.push(
      warning('not-overdispersed', 'The units differ no more than by chance: nothing is inflated.'),
    );
  return { ratio, winsorise, quantileType: 7, sqrtTransform, logTransform, warnings };
}

/**
 * The additive limit of a unit: θ₀ + z√(s² + τ²), on the transformed scale.
 * @throws StatisticsInputError
 */
export function adjustedLimit(theta0: number, z: number, s: number, tau2: number): number {
  if (!(tau2 >= 0)) throw new StatisticsInputError('tau2', `must be at least 0, found ${tau2}`);
  return theta0 + z * Math.sqrt(s * s + tau2);
}

function dispersion(deviations: number[], errors: number[], winsorise: number): Dispersion {
  const units = deviations.length;
  const z = deviations.map((deviation, index) => deviation / errors[index]!);
  const low = quantile(z, winsorise);
  const high = quantile(z, 1 - winsorise);
  const zWinsorised = z.map((value) => Math.min(high, Math.max(low, value)));
  const phi = zWinsorised.reduce((total, value) => total + value * value, 0) / units;
  const weights = errors.map((error) => 1 / (error * error));
  const weight = weights.reduce((total, value) => total + value, 0);
  const squares = weights.reduce((total, value) => total + value * value, 0);
  const tau2 = Math.max(0, (units * phi - (units - 1)) / (weight - squares / weight));
  const inflation = tau2 > 0 ? Math.sqrt(phi) : 1;
  return {
    z,
    zWinsorised,
    phi,
    tau2,
    zAdjustedAdditive: deviations.map(
      (deviation, index) => deviation / Math.sqrt(errors[index]! ** 2 + tau2),
    ),
    zAdjustedMultiplicative: z.map((value) => value / inflation),
  };
}
