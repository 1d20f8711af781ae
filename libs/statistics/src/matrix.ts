/** A small dense matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/**
 * The inverse of a symmetric positive definite matrix and the logarithm of its determinant; null when it is
 * not positive definite.
 */
export function invertPositive(matrix: Matrix): { inverse: number[][]; logDeterminant: number } | null {
  const size = matrix.length;
  const lower = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row]![column]!;
      for (let k = 0; k < column; k += 1) rest -= lower[row]![k]! * lower[column]![k]!;
      if (row !== column) {
        lower[row]![column] = rest / lower[column]![column]!;
      } else {
        if (!(rest > matrix[row]![row]! * 1e-14)) return null;
        lower[row]![row] = Math.sqrt(rest);
        logDeterminant += Math.log(rest);
      }
    }
  }
  const inverse = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column += 1) {
    const solved = new Array<number>(size).fill(0);
    for (let row = column; row < size; row += 1) {
      let rest = row === column ? 1 : 0;
      for (let k = column; k < row; k += 1) rest -= lower[row]![k]! * solved[k]!;
      solved[row] = rest / lower[row]![row]!;
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let rest = solved[row]!;
      for (let k = row + 1; k < size; k += 1) rest -= lower[k]![row]! * solved[k]!;
      solved[row] = rest / lower[row]![row]!;
    }
    solved.forEach((value, row) => (inverse[row]![column] = value));
  }
  return { inverse, logDeterminant };
}

/** Matrix times vector. */
export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(left: readonly number[], right: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < left.length; index += 1) total += left[index]! * right[index]!;
  return total;
}
