import { dot } from './matrix.js';

const TOLERANCE = 1e-9;

/**
 * Whether b is a non-negative combination of the columns; if not, a direction y with y·column ≤ 0 for all
 * columns and y·b > 0.
 */
export type ConeAnswer = { inside: true } | { inside: false; direction: number[] };

/**
 * Farkas' lemma by the first phase of the simplex method: is `target` in the cone of `columns`? Dantzig's
 * rule at first, Bland's rule once that takes long, so it always ends. Columns should be of about unit size.
 */
export function inCone(columns: readonly (readonly number[])[], target: readonly number[]): ConeAnswer {
  const size = target.length;
  const flips = target.map((value) => (value < 0 ? -1 : 1));
  const column = (index: number): number[] =>
    index < columns.length
      ? columns[index]!.map((value, row) => value * flips[row]!)
      : Array.from({ length: size }, (_, row) => (row === index - columns.length ? 1 : 0));
  const basis = Array.from({ length: size }, (_, row) => columns.length + row);
  const inverse = basis.map((_, row) =>
    Array.from({ length: size }, (_unused, at): number => (row === at ? 1 : 0)),
  );
  const amounts = target.map(Math.abs);
  const scale = Math.max(1, ...amounts);
  for (let turn = 0; ; turn += 1) {
    const artificial = basis.map((index): number => (index >= columns.length ? 1 : 0));
    const prices = inverse[0]!.map((_, at) =>
      artificial.reduce((sum, cost, row) => sum + cost * inverse[row]![at]!, 0),
    );
    const shortfall = dot(artificial, amounts);
    if (shortfall <= TOLERANCE * scale) return { inside: true };
    const gains = prices.map((price, row) => price * flips[row]!);
    let entering = -1;
    let best = TOLERANCE;
    for (let index = 0; index < columns.length; index += 1) {
      const gain = dot(gains, columns[index]!);
      if (gain <= best) continue;
      entering = index;
      if (turn > 100 * size) break;
      best = gain;
    }
    if (entering < 0) return { inside: false, direction: gains };
    const step = inverse.map((row) => dot(row, column(entering)));
    let leaving = -1;
    let least = Infinity;
    step.forEach((value, row) => {
      if (value <= TOLERANCE) return;
      const ratio = amounts[row]! / value;
      const closer = ratio < least - TOLERANCE * (1 + least);
      if (leaving < 0 || closer || (ratio <= least && basis[row]! < basis[leaving]!)) {
        leaving = row;
        least = ratio;
      }
    });
    // the costs are bounded below by 0, so a column that gains always meets a row; rounding is the only way out
    if (leaving < 0) return { inside: false, direction: gains };
    const pivot = step[leaving]!;
    inverse[leaving] = inverse[leaving]!.map((value) => value / pivot);
    amounts[leaving] = Math.max(0, amounts[leaving]! / pivot);
    for (let row = 0; row < size; row += 1) {
      if (row === leaving || step[row] === 0) continue;
      const factor = step[row]!;
      inverse[row] = inverse[row]!.map((value, at) => value - factor * inverse[leaving]![at]!);
      amounts[row] = Math.max(0, amounts[row]! - factor * amounts[leaving]!);
    }
    basis[leaving] = entering;
  }
}
