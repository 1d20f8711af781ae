import type { Design } from './design.js';
import { deviance, information, score } from './likelihood.js';
import { dot, invertPositive, times } from './matrix.js';

const MOST_ITERATIONS = 100;

/** A fit on the standardised design. */
export interface Fitted {
  coef: number[];
  covariance: number[][];
  deviance: number;
  iter: number;
}

/**
 * Maximum likelihood by Fisher scoring with step-halving. `iter` counts steps until the deviance changes by
 * less than 1e-8 of itself.
 * @returns null when it does not settle, which only data at the brink of separation bring about
 */
export function fisherScoring({ rows, y, terms }: Design): Fitted | null {
  // the usual start: fitted values of 1/4 and 3/4, one weighted least squares step away from the outcomes
  const weight = 3 / 16;
  const start = invertPositive(
    information(
      rows,
      rows.map(() => weight),
    ),
  );
  if (!start) return null;
  const working = rows.map((_, index) => weight * ((y[index] === 1 ? 1 : -1) * (Math.log(3) + 4 / 3)));
  let coef = times(
    start.inverse,
    terms.map((_, column) => rows.reduce((sum, row, index) => sum + row[column]! * working[index]!, 0)),
  );
  let before = -2 * y.length * Math.log(0.75);
  let now = deviance(rows, y, coef);
  let iter = 1;
  while (Math.abs(now - before) / (Math.abs(now) + 0.1) >= 1e-8) {
    if (iter >= MOST_ITERATIONS) return null;
    const next = newtonStep(rows, y, coef, now);
    if (!next) return null;
    before = now;
    ({ coef, deviance: now } = next);
    iter += 1;
  }
  // the deviance is flat at its minimum: a few steps more make the estimates as exact as the numbers allow
  for (let extra = 0; extra < 5; extra += 1) {
    const next = newtonStep(rows, y, coef, now);
    if (!next) break;
    ({ coef, deviance: now } = next);
  }
  const fitted = rows.map((row) => 1 / (1 + Math.exp(-dot(row, coef))));
  const final = invertPositive(
    information(
      rows,
      fitted.map((value) => value * (1 - value)),
    ),
  );
  return final && { coef, covariance: final.inverse, deviance: now, iter };
}

function newtonStep(
  rows: Design['rows'],
  y: readonly number[],
  coef: readonly number[],
  now: number,
): { coef: number[]; deviance: number } | null {
  const fitted = rows.map((row) => 1 / (1 + Math.exp(-dot(row, coef))));
  const inverse = invertPositive(
    information(
      rows,
      fitted.map((value) => value * (1 - value)),
    ),
  )?.inverse;
  if (!inverse) return null;
  const step = times(inverse, score(rows, y, fitted));
  for (let part = 1; part > 1e-6; part /= 2) {
    const next = coef.map((value, index) => value + part * step[index]!);
    const reached = deviance(rows, y, next);
    if (reached <= now * (1 + 1e-12)) return { coef: next, deviance: reached };
  }
  return null;
}
