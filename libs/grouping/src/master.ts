import { LinearModel, maximise } from '#libs/optimisation';
import type { SolveLimits, SolveResult } from '#libs/optimisation';
import { UNLIMITED } from './problem.js';
import type { Column, Problem } from './problem.js';

/** Outcome of choosing among columns: the chosen ones and a proven upper bound over these columns. */
export interface ChoiceResult {
  columns: Column[] | null;
  bound: number;
  optimal: boolean;
}

/** Rows of the set-partitioning master: one per practice, then one per capped theme and per capped date. */
export interface MasterRows {
  count: number;
  themeRow: Int32Array;
  dateRow: Int32Array;
  upper: number[];
}

/** The rows of the master for a problem. */
export function masterRows(problem: Problem): MasterRows {
  let count = problem.n;
  const upper: number[] = new Array<number>(problem.n).fill(1);
  const rowsFor = (caps: Int32Array) =>
    Int32Array.from(caps, (cap) => {
      if (cap >= UNLIMITED) return -1;
      upper.push(cap);
      return count++;
    });
  const [themeRow, dateRow] = [rowsFor(problem.themeCap), rowsFor(problem.dateCap)];
  return { themeRow, dateRow, upper, count };
}

/**
 * Chooses the best disjoint columns: max sum v_g x_g - penalty * left out, at most once per practice, caps respected.
 * `start` are columns of the incumbent; they must be among `columns`.
 */
export async function chooseColumns(
  problem: Problem,
  columns: readonly Column[],
  start: readonly Column[],
  limits: SolveLimits,
): Promise<ChoiceResult> {
  const { n, penalty } = problem;
  const rows = masterRows(problem);
  const model = new LinearModel();
  const entries: [number, number][][] = Array.from({ length: rows.count }, () => []);
  columns.forEach((column, k) => {
    model.column(column.value, 0, 1, true);
    for (const i of column.members) entries[i]!.push([k, 1]);
    if (rows.themeRow[column.theme]! >= 0) entries[rows.themeRow[column.theme]!]!.push([k, 1]);
    if (rows.dateRow[column.date]! >= 0) entries[rows.dateRow[column.date]!]!.push([k, 1]);
  });
  for (let i = 0; i < n; i++) entries[i]!.push([model.column(-penalty, 0, 1, false), 1]);
  entries.forEach((row, r) => model.row(r < n ? 1 : -Infinity, rows.upper[r]!, row));
  const chosen = new Set(start);
  const covered = new Uint8Array(n);
  const values = columns.map((column): number => {
    if (!chosen.has(column)) return 0;
    for (const i of column.members) covered[i] = 1;
    return 1;
  });
  for (let i = 0; i < n; i++) values.push(1 - covered[i]!);
  const result: SolveResult = await maximise(model, {
    ...limits,
    start: start.length > 0 ? values : undefined,
  });
  return {
    columns: result.values ? columns.filter((_, k) => result.values![k]! > 0.5) : null,
    bound: result.bound,
    optimal: result.optimal,
  };
}
