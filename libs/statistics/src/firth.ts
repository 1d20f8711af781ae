import { unstandardise, type Design } from './design.js';
import { chiSquareQuantile, chiSquareTail } from './distributions.js';
import type { Interval } from './interval.js';
import { deviance, information, score } from './likelihood.js';
import { dot, invertPositive, times } from './matrix.js';

const MOST_STEPS = 200;
/** Multiplications that intervals and tests may cost; then what is left stays null. */
const MOST_WORK = 2e8;

/** Firth's fit; lists run parallel to the terms of the model. */
export interface FirthFit {
  coef: number[];
  se: number[];
  or: number[];
  /** profile penalised likelihood; null for the intercept, and where a limit could not be found */
  orInterval: Interval[];
  /** penalised likelihood ratio test; null for the intercept */
  p: (number | null)[];
}

/**
 * Logistic regression with Firth's penalty: the log-likelihood plus ½ ln|I(β)|, so the score is Xᵀ(y − π +
 * h(½ − π)) with h the leverages. Estimates are finite for separated data too (Firth 1993; Heinze & Schemper
 * 2002). Intervals and p-values come from the profile of the penalised likelihood, because Wald's mislead in
 * just those data.
 * @returns null when it does not settle
 */
export function firthFit(design: Design, confidence: number): FirthFit | null {
  const best = maximise(
    design,
    design.terms.map(() => 0),
    null,
    { work: Infinity },
  );
  if (!best) return null;
  const { coef, se } = unstandardise(design, best.coef, best.covariance);
  const reach = chiSquareQuantile(confidence, 1);
  const budget: Budget = { work: MOST_WORK };
  const orInterval = design.terms.map((_, index): Interval => {
    if (index === 0) return [null, null];
    const scale = design.scales[index - 1]!;
    const limits = [-1, 1].map((sign) => profileLimit(design, best, index, sign * reach, budget));
    const [lower, upper] = limits.map((limit) => (limit === null ? null : Math.exp(limit / scale)));
    return [lower!, upper!];
  });
  const p = design.terms.map((_, index) => {
    if (index === 0) return null;
    const without = maximise(
      design,
      best.coef.map((value, at) => (at === index ? 0 : value)),
      index,
      budget,
    );
    return without && chiSquareTail(2 * (best.logLikelihood - without.logLikelihood), 1);
  });
  return { coef, se, or: coef.map(Math.exp), orInterval, p };
}

interface Budget {
  work: number;
}

interface Penalised {
  coef: number[];
  /** penalised */
  logLikelihood: number;
  covariance: number[][];
}

interface Evaluated extends Penalised {
  fitted: number[];
  /** π(1 − π) */
  weights: number[];
}

function evaluate({ rows, y }: Design, coef: readonly number[]): Evaluated | null {
  const fitted = rows.map((row) => 1 / (1 + Math.exp(-dot(row, coef))));
  const weights = fitted.map((value) => value * (1 - value));
  const inverted = invertPositive(information(rows, weights));
  if (!inverted) return null;
  const logLikelihood = (inverted.logDeterminant - deviance(rows, y, coef)) / 2;
  return { coef: [...coef], logLikelihood, covariance: inverted.inverse, fitted, weights };
}

/** The maximum over all coefficients, or over all but the one at `held`. */
function maximise(
  design: Design,
  start: readonly number[],
  held: number | null,
  budget: Budget,
): Penalised | null {
  let now = evaluate(design, start);
  if (!now) return null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    budget.work -= 3 * design.rows.length * design.terms.length ** 2;
    if (budget.work < 0) return null;
    const { coef, logLikelihood } = now;
    const move = direction(design, now, held);
    if (!move) return null;
    const size = Math.max(...move.map(Math.abs));
    if (size < 1e-10) return now;
    // far steps leave the region where the information is known
    let part = Math.min(1, 5 / size);
    let next = evaluate(design, moved(coef, move, part));
    while (!next || next.logLikelihood < logLikelihood - 1e-12 * (1 + Math.abs(logLikelihood))) {
      part /= 2;
      if (part < 1e-10) return now;
      next = evaluate(design, moved(coef, move, part));
    }
    now = next;
  }
  return null;
}

function moved(coef: readonly number[], move: readonly number[], part: number): number[] {
  return coef.map((value, at) => value + part * move[at]!);
}

/**
 * A scoring step on the data that the penalty amounts to: every respondent counts 1 + h times, h/2 of them on
 * either side.
 */
function direction(
  { rows, y }: Design,
  { fitted, weights, covariance }: Evaluated,
  held: number | null,
): number[] | null {
  const keep = rows[0]!.map((_, at) => at).filter((at) => at !== held);
  const leverages = rows.map((row, index) => weights[index]! * dot(row, times(covariance, row)));
  const kept = held === null ? rows : rows.map((row) => keep.map((at) => row[at]!));
  const slope = score(
    kept,
    y.map((value, index) => value + leverages[index]! * (0.5 - fitted[index]!)),
    fitted,
  );
  const augmented = information(
    kept,
    weights.map((weight, index) => weight * (1 + leverages[index]!)),
  );
  const inverse = invertPositive(augmented)?.inverse;
  if (!inverse) return null;
  const move = times(inverse, slope);
  return rows[0]!.map((_, at) => (at === held ? 0 : move[keep.indexOf(at)]!));
}

/**
 * Where 2(l* − l(β)) reaches the reach on the side of its sign: doubling steps to bracket it, then the
 * Illinois method.
 */
function profileLimit(
  design: Design,
  best: Penalised,
  index: number,
  signedReach: number,
  budget: Budget,
): number | null {
  const sign = Math.sign(signedReach);
  const reach = Math.abs(signedReach);
  const middle = best.coef[index]!;
  let warm = best.coef;
  const excess = (at: number): number | null => {
    const fit = maximise(
      design,
      warm.map((value, column) => (column === index ? at : value)),
      index,
      budget,
    );
    if (!fit) return null;
    warm = fit.coef;
    return 2 * (best.logLikelihood - fit.logLikelihood) - reach;
  };
  let inner = middle;
  let innerExcess = -reach;
  let width = 2 * Math.sqrt(best.covariance[index]![index]!);
  let outer = middle + sign * width;
  let outerExcess = excess(outer);
  for (let tries = 0; outerExcess !== null && outerExcess < 0 && tries < 30; tries += 1) {
    [inner, innerExcess] = [outer, outerExcess];
    width *= 2;
    outer = middle + sign * width;
    outerExcess = excess(outer);
  }
  if (outerExcess === null || outerExcess < 0) return null;
  let last = 0;
  for (let step = 0; step < 100; step += 1) {
    const guess: number = outer - (outerExcess * (outer - inner)) / (outerExcess - innerExcess);
    const found = excess(guess);
    if (found === null) return null;
    if (Math.abs(found) < 1e-9 || Math.abs(outer - inner) < 1e-12 * (1 + Math.abs(outer))) return guess;
    // an end that stays twice counts half, or the other end would creep
    if (found > 0) {
      [outer, outerExcess] = [guess, found];
      if (last > 0) innerExcess /= 2;
    } else {
      [inner, innerExcess] = [guess, found];
      if (last < 0) outerExcess /= 2;
    }
    last = Math.sign(found);
  }
  return (inner + outer) / 2;
}
