import { dot, type Matrix } from './matrix.js';

/** −2 × the log-likelihood of a logistic model; stable for any linear predictor. */
export function deviance(rows: Matrix, y: readonly number[], coef: readonly number[]): number {
  let total = 0;
  rows.forEach((row, index) => {
    const against = y[index] === 1 ? -dot(row, coef) : dot(row, coef);
    total += against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  });
  return 2 * total;
}

/** Xᵀ(y − fitted): zero at the maximum of the likelihood. */
export function score(rows: Matrix, y: readonly number[], fitted: readonly number[]): number[] {
  const total = rows[0]!.map(() => 0);
  rows.forEach((row, index) => {
    const rest = y[index]! - fitted[index]!;
    for (let column = 0; column < total.length; column += 1) total[column]! += row[column]! * rest;
  });
  return total;
}

/** Fisher's information XᵀWX for diagonal weights. */
export function information(rows: Matrix, weights: readonly number[]): number[][] {
  const size = rows[0]!.length;
  const total = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  rows.forEach((row, index) => {
    for (let left = 0; left < size; left += 1)
      for (let right = 0; right <= left; right += 1)
        total[left]![right]! += weights[index]! * row[left]! * row[right]!;
  });
  for (let left = 0; left < size; left += 1)
    for (let right = 0; right < left; right += 1) total[right]![left] = total[left]![right]!;
  return total;
}
