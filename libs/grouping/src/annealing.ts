import type { Column, Problem } from './problem.js';
import { Moves } from './moves.js';
import type { Random } from './random.js';
import { State } from './state.js';

/** How long a search may go on: `fraction` runs from 0 to 1 and is asked every few hundred moves. */
export interface Budget {
  fraction(iterations: number): number;
}

/** A budget of moves: the same seed then gives the same result. */
export function movesBudget(iterations: number): Budget {
  return { fraction: (done) => (iterations <= 0 ? 1 : done / iterations) };
}

/** A budget of wall-clock seconds from now. */
export function secondsBudget(seconds: number): Budget {
  const start = performance.now();
  return { fraction: () => (seconds <= 0 ? 1 : (performance.now() - start) / (seconds * 1000)) };
}

/**
 * A budget of wall-clock seconds from now that is stretched, at most to `most` seconds, until so many moves are done:
 * on a busy machine a search that has hardly begun is worth more than what comes after it.
 */
export function patientBudget(seconds: number, most: number, moves: number): Budget {
  const start = performance.now();
  return {
    fraction: (done) => {
      const passed = (performance.now() - start) / 1000;
      if (passed >= most) return 1;
      return Math.max(passed / most, Math.min(passed / seconds, done / moves));
    },
  };
}

/** What must stay as it is: pinned practices do not move, frozen groups keep their type and members. */
export interface Pins {
  practice: Uint8Array;
  /** Per practice: 1 when its group keeps theme, date and members. */
  frozen: Uint8Array;
}

/** Settings of one annealing run; temperatures are in units of one practice's phi. */
export interface AnnealOptions {
  random: Random;
  budget: Budget;
  hot?: number;
  cold?: number;
  pins?: Pins;
  /** A constant price of a practice in the pool instead of the falling one; low keeps everybody seated. */
  poolPrice?: number;
  /** Called with the groups held at quiet moments after the hot start, to collect columns. */
  collect?: (columns: Column[]) => void;
  shouldStop?: () => boolean;
  onProgress?: (fraction: number, state: State) => void;
}

const CHUNK = 256;
/** Groups are collected from this part of a run on (earlier ones are too poor to recombine), and this often. */
const COLLECT_FROM = 0.3;
const COLLECT_EVERY = 0.001;

/**
 * Anneals a state in place and leaves it at the best grouping seen. Early on a practice in the pool costs little, so
 * that groups can be dissolved and chains of moves can go through the pool; at the end it costs more than any gain.
 * @returns the number of moves tried.
 */
export function anneal(problem: Problem, state: State, options: AnnealOptions): number {
  const { random, budget, hot = 0.15, cold = 0.004, collect, shouldStop, onProgress } = options;
  if (problem.n === 0 || problem.themes === 0 || problem.dates === 0) return 0;
  let best = state.columns();
  let bestWorth = state.worth();
  const keep = () => {
    if (state.worth() > bestWorth + 1e-9) {
      bestWorth = state.worth();
      best = state.columns();
    }
  };
  const moves = new Moves(problem, state, random, options.pins);
  let iterations = 0;
  let fraction = 0;
  let nextCollect = COLLECT_FROM;
  const refresh = Math.max(CHUNK, 16 * problem.n);
  let nextRefresh = refresh;
  while ((fraction = budget.fraction(iterations)) < 1) {
    moves.temperature = hot * Math.pow(cold / hot, fraction);
    // The price of the pool starts below any seat but within reach of the heat, and ends far below.
    moves.poolValue =
      options.poolPrice ?? (fraction < 0.7 ? -0.5 - 0.5 * fraction : -0.85 - 10 * (fraction - 0.7));
    for (let k = 0; k < CHUNK; k++) moves.step();
    iterations += CHUNK;
    if (iterations >= nextRefresh) {
      nextRefresh += refresh;
      if (fraction > 0.4) {
        keep();
      }
      if (shouldStop?.()) break;
      onProgress?.(fraction, state);
    }
    if (collect && fraction >= nextCollect) {
      nextCollect += COLLECT_EVERY;
      collect(state.columns());
    }
  }
  keep();
  state.load(best);
  return iterations;
}
