import { inCone } from './cone.js';
import { dot, type Matrix } from './matrix.js';

/**
 * No finite maximum of the likelihood exists: a combination of the columns divides the outcomes, wholly or up
 * to a border.
 */
export interface Separation {
  kind: 'complete' | 'quasi-complete';
  /** one dividing direction over the columns of the design: ≥ 0 where y = 1 and ≤ 0 where y = 0 */
  direction: number[];
}

/**
 * Detects complete and quasi-complete separation exactly (Albert & Anderson 1984; as a linear programme,
 * Konis 2007). With rows aᵢ = (2yᵢ − 1)·xᵢ the outcomes overlap just when Σ aᵢ(1 + vᵢ) = 0 for some v ≥ 0;
 * else Farkas' lemma gives a direction that separates. The separation is complete just when no weights w ≥ 0
 * with Σ w = 1 give Σ wᵢaᵢ = 0.
 * @param design rows of the design matrix, the intercept included, of full rank and with columns of about
 * unit size
 */
export function separation(design: Matrix, y: readonly number[]): Separation | null {
  const rows = distinct(design.map((row, index) => row.map((value) => (y[index] === 1 ? value : -value))));
  const target = rows[0]!.map((_, column) => -rows.reduce((sum, row) => sum + row[column]!, 0));
  const overlap = inCone(rows, target);
  if (overlap.inside) return null;
  const size = Math.max(...overlap.direction.map(Math.abs));
  const direction = overlap.direction.map((value) => -value / size);
  const weights = inCone(
    rows.map((row) => [...row, 1]),
    [...target.map(() => 0), 1],
  );
  const complete = !weights.inside || rows.every((row) => dot(row, direction) > 1e-6);
  return { kind: complete ? 'complete' : 'quasi-complete', direction };
}

/** Answers on a scale repeat, and a repeated row changes nothing here. */
function distinct(rows: number[][]): number[][] {
  return [...new Map(rows.map((row) => [row.join(), row])).values()];
}
