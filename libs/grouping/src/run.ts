import { worthOf, type ColumnPool } from './columns.js';
import type { Column, Problem } from './problem.js';

/** What a search is doing; objective and bound are per practice, null when not known yet. */
export interface Progress {
  phase: 'counting' | 'annealing' | 'seating' | 'improving' | 'proving' | 'relaxing';
  /** 0..1 of the budget. */
  fraction: number;
  objective: number | null;
  bound: number | null;
  unassigned: number;
}

/** Options of `formGroups`. */
export interface FormOptions {
  /** Wall-clock budget (default 1, with `prove` 60). Ignored when `iterations` is given. */
  seconds?: number;
  /** Budget of annealing moves: the same seed and iterations give the same result on any machine. */
  iterations?: number;
  seed?: number;
  /** Goes on with column generation until the result is proven or the budget is gone. */
  prove?: boolean;
  /** Practice names for the sentences of the conflicts. */
  names?: Readonly<Record<string, string>>;
  onProgress?: (progress: Progress) => void;
  shouldStop?: () => boolean;
}

/** The state of one run: the incumbent, the columns seen, the best proven bound (both N times the objective). */
export interface Run {
  problem: Problem;
  best: Column[];
  pool: ColumnPool;
  bound: number;
  optimal: boolean;
  iterations: number;
  provenLeftOut: number | null;
}

/** Worth of the incumbent, N times its objective. */
export function incumbent(run: Run): number {
  return worthOf(run.best, run.problem.n, run.problem.penalty);
}

/** Practices in no group of the incumbent. */
export function leftOut(problem: Problem, columns: readonly Column[]): number[] {
  const seated = new Uint8Array(problem.n);
  for (const { members } of columns) for (const i of members) seated[i] = 1;
  return [...seated.keys()].filter((i) => !seated[i]);
}

/** Takes a grouping over when it is better; true when it was. */
export function offer(run: Run, columns: Column[]): boolean {
  for (const column of columns) run.pool.add(column);
  if (worthOf(columns, run.problem.n, run.problem.penalty) <= incumbent(run) + 1e-9 && run.best.length > 0)
    return false;
  run.best = columns;
  return true;
}
