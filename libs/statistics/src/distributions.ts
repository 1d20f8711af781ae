import { compiled, igamc, ndtr, ndtri, stdtri } from 'cephes';

// its WebAssembly is compiled asynchronously, once, in about 20 ms; no function exists before that
await compiled;

/** Above this size the Cornish–Fisher expansion is exact to ten digits, and quicker than summing. */
const LARGE = 1e5;

/** Standard normal quantile. */
export function normalQuantile(p: number): number {
  return ndtri(p);
}

/** The two-sided `z` of a confidence level: Φ⁻¹(1 − α/2). */
export function zOf(confidence: number): number {
  return -ndtri((1 - confidence) / 2);
}

/** Two-sided p-value of a standard normal `z`; 1 for `z` = 0. */
export function twoSidedNormal(z: number): number {
  return Math.min(1, 2 * ndtr(-Math.abs(z)));
}

/** Student's t quantile, `df` a whole number of at least 1. */
export function tQuantile(p: number, df: number): number {
  return stdtri(df, p);
}

/** Q(shape, x), the upper tail of a gamma variable of scale 1. */
function gammaTail(shape: number, x: number): number {
  try {
    return igamc(shape, x);
  } catch {
    // cephes throws where a tail is smaller than the smallest double
    return x > shape ? 0 : 1;
  }
}

/** P(X ≥ x) of a chi-square variable. */
export function chiSquareTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammaTail(df / 2, x / 2);
}

/** Chi-square quantile. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/**
 * Quantile of a gamma variable of scale 1, by halving: the inverse of cephes fails here and there above shape
 * 5000.
 */
export function gammaQuantile(p: number, shape: number): number {
  const near = cornishFisher(p, { mean: shape, variance: shape, third: 2 * shape, fourth: 6 * shape });
  if (shape > LARGE) return near;
  let low = 0;
  let high = Math.max(near, shape);
  while (gammaTail(shape, high) > 1 - p) [low, high] = [high, 2 * high];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (gammaTail(shape, middle) > 1 - p) low = middle;
    else high = middle;
  }
}

/** Interpolated quantile of a Poisson count, see `interpolated`. */
export function interpolatedPoissonQuantile(p: number, mean: number): number {
  if (mean > LARGE) return cornishFisher(p, spreadOut({ mean, variance: mean, third: mean, fourth: mean }));
  return interpolated(p, Math.floor(mean), Infinity, (r) => mean / (r + 1));
}

/**
 * Interpolated quantile of the number of hits among `n` with chance `theta` each, 0 < theta < 1, see
 * `interpolated`.
 */
export function interpolatedBinomialQuantile(p: number, n: number, theta: number): number {
  const unit = theta * (1 - theta);
  const variance = n * unit;
  if (variance > LARGE) {
    const cumulants = {
      mean: n * theta,
      variance,
      third: variance * (1 - 2 * theta),
      fourth: variance * (1 - 6 * unit),
    };
    return cornishFisher(p, spreadOut(cumulants));
  }
  const odds = theta / (1 - theta);
  return interpolated(p, Math.min(n, Math.floor((n + 1) * theta)), n, (r) => ((n - r) / (r + 1)) * odds);
}

/**
 * Interpolated quantile of a count (Spiegelhalter 2005, appendix): r is the smallest whole number with F(r) ≥
 * p and the quantile is r − (F(r) − p) / (F(r) − F(r − 1)), with F(−1) = 0. It can fall below 0 when even
 * F(0) exceeds p. The masses follow from their ratios, `ratio(r)` = mass(r + 1)/mass(r), outward from the
 * mode, so nothing under- or overflows and nothing cancels.
 */
function interpolated(p: number, mode: number, highest: number, ratio: (r: number) => number): number {
  const below: number[] = [];
  for (let r = mode, mass = 1; r > 0 && mass > 1e-30; r -= 1) below.push((mass /= ratio(r - 1)));
  const masses = [...below.reverse(), 1];
  for (let r = mode, mass = 1; r < highest && mass > 1e-30; r += 1) masses.push((mass *= ratio(r)));
  const wanted = p * masses.reduce((sum, mass) => sum + mass, 0);
  let reached = 0;
  for (let index = 0; index < masses.length; index += 1) {
    reached += masses[index]!;
    if (reached >= wanted) return mode - below.length + index - (reached - wanted) / masses[index]!;
  }
  return mode - below.length + masses.length - 1;
}

interface Cumulants {
  mean: number;
  variance: number;
  third: number;
  fourth: number;
}

/**
 * An interpolated quantile is the quantile of the count plus a uniform value on (−1, 0), and cumulants add
 * up.
 */
function spreadOut({ mean, variance, third, fourth }: Cumulants): Cumulants {
  return { mean: mean - 1 / 2, variance: variance + 1 / 12, third, fourth: fourth - 1 / 120 };
}

/** Cornish–Fisher expansion of a quantile to the second order. */
function cornishFisher(p: number, { mean, variance, third, fourth }: Cumulants): number {
  const z = ndtri(p);
  const sd = Math.sqrt(variance);
  const skewness = third / (variance * sd);
  const kurtosis = fourth / variance ** 2;
  const bend =
    (skewness * (z * z - 1)) / 6 +
    (kurtosis * (z ** 3 - 3 * z)) / 24 -
    (skewness ** 2 * (2 * z ** 3 - 5 * z)) / 36;
  return mean + sd * (z + bend);
}
