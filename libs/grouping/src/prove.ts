import { anneal, movesBudget } from './annealing.js';
import { incumbent, offer, type Progress, type Run } from './run.js';
import { generate } from './generate.js';
import type { Generation } from './generate.js';
import { chooseColumns } from './master.js';
import { Pricer } from './pricing.js';
import { reducedValue } from './prices.js';
import type { Prices } from './prices.js';
import type { Column } from './problem.js';
import type { Random } from './random.js';
import { RestrictedMaster } from './restricted.js';
import { State } from './state.js';

/** Limits of the improving step. `deterministic` counts rounds and nodes instead of seconds. */
export interface ImproveOptions {
  seconds: number;
  deterministic: boolean;
  prove: boolean;
  random: Random;
  shouldStop: () => boolean;
  report: (phase: Progress['phase'], fraction: number) => void;
}

const LARGEST_PRICED = 400;
const ENUMERATED = 250_000;
const CLOSED = 1e-6;
/** Below this many practices column generation is quicker than a recombination. */
const SMALLEST_RECOMBINED = 24;
/** Most seen columns given to one recombination, and the most seconds it may take when more is to come. */
const RECOMBINED = 400;
const RECOMBINE_SECONDS = 0.5;

function lower(run: Run, bound: number): void {
  run.bound = Math.min(run.bound, bound);
  if (run.bound - incumbent(run) < CLOSED) {
    run.bound = incumbent(run);
    run.optimal = true;
  }
}

/** The columns worth giving to the integer master: best reduced value first, the incumbent always. */
function promising(
  run: Run,
  columns: readonly Column[],
  prices: Prices,
  gap: number,
  limit: number,
): Column[] {
  const keep = new Set(run.best);
  const rated = columns
    .filter((column) => !keep.has(column))
    .map((column) => ({ column, reduced: reducedValue(prices, column) }))
    .filter(({ reduced }) => reduced >= -gap - 1e-9)
    .sort((a, b) => b.reduced - a.reduced);
  return [...run.best, ...rated.slice(0, limit).map(({ column }) => column)];
}

/** Columns by identity of members and type, so that the incumbent's own columns are recognised. */
function unique(columns: readonly Column[]): Column[] {
  const byKey = new Map<string, Column>();
  for (const column of columns) {
    const key = `${column.theme}/${column.date}/${column.members.join(',')}`;
    if (!byKey.has(key)) byKey.set(key, column);
  }
  return [...byKey.values()];
}

/**
 * Improves and, when it can, proves the incumbent of a run: column generation with exact pricing, a restricted master
 * MILP, then every column that could still be part of something better.
 */
export async function improve(run: Run, options: ImproveOptions): Promise<void> {
  const { problem } = run;
  const began = performance.now();
  const left = () => options.seconds - (performance.now() - began) / 1000;
  const stopped = () => options.shouldStop() || (!options.deterministic && left() <= 0);
  if (problem.n === 0 || stopped()) return;
  if (problem.n > 1000) return;
  const priced = problem.n <= LARGEST_PRICED && (options.prove || problem.n <= 120);
  if (problem.n > SMALLEST_RECOMBINED || !priced) await recombineSeen(run, options, left);
  // Column generation pays only when it can end: it needs about a second for 60 practices, three for 120.
  if (!priced || stopped() || (!options.prove && problem.n > 24 && left() < problem.n / 40)) return;
  const share = options.prove ? 0.75 : 0.7;
  const until = performance.now() + options.seconds * 1000 * share;
  const generation = await generate(problem, unique([...run.best, ...run.pool.all()]), {
    shouldStop: () => options.shouldStop() || (!options.deterministic && performance.now() > until),
    rounds: options.deterministic && !options.prove ? 30 : 2000,
    nodes: options.deterministic ? (options.prove ? 3_000_000 : 20_000) : Infinity,
    target: incumbent(run),
    cuts: options.prove ? 600 : 0,
    onRound: (bound) => {
      lower(run, bound);
      options.report('improving', (performance.now() - began) / (options.seconds * 1000));
    },
  });
  lower(run, generation.bound);
  if (run.optimal || options.shouldStop()) return;
  await recombine(
    run,
    generation.columns,
    { seconds: left() * (options.prove ? 0.25 : 0.9), nodes: options.deterministic ? 200 : undefined },
    generation,
  );
  lower(run, generation.bound);
  if (!run.optimal && generation.converged && !stopped()) await finish(run, generation, options, left);
}

/**
 * Recombines groups of different annealing runs: the relaxation over all columns seen tells which of them could still
 * be part of something better, the integer master chooses among the best of those.
 */
async function recombineSeen(run: Run, options: ImproveOptions, left: () => number): Promise<void> {
  const columns = unique([...run.best, ...run.pool.all()]);
  const master = await RestrictedMaster.open(run.problem);
  let worth = 0;
  let prices: Prices;
  try {
    master.add(columns);
    ({ worth, prices } = master.solve());
  } finally {
    master.dispose();
  }
  const list = promising(run, columns, prices, worth - incumbent(run), RECOMBINED);
  await recombine(run, list, {
    seconds: options.prove ? Math.min(RECOMBINE_SECONDS, left()) : left(),
    nodes: options.deterministic ? 50 : undefined,
  });
}

interface Limits {
  seconds: number;
  nodes?: number;
}

/** Solves the integer master over known columns and takes over what is better. */
async function recombine(
  run: Run,
  columns: readonly Column[],
  limits: Limits,
  generation?: Generation,
): Promise<void> {
  if (limits.seconds <= 0.02) return;
  const all = unique([...run.best, ...columns]);
  const gap = generation ? generation.bound - incumbent(run) : Infinity;
  const list = generation ? promising(run, all, generation.prices, gap, 6000) : all.slice(0, 8000);
  const choice = await chooseColumns(run.problem, unique(list), run.best, {
    seconds: Number.isFinite(limits.seconds) ? limits.seconds : undefined,
    nodes: limits.nodes,
  });
  if (choice.columns) offer(run, choice.columns);
}

/**
 * Enumerates every column within a slice of the gap and chooses exactly among them. What lies outside the slice can
 * reach at most bound - slice, so each slice improves the proven bound, the incumbent, or both.
 */
async function finish(
  run: Run,
  generation: Generation,
  options: ImproveOptions,
  left: () => number,
): Promise<void> {
  const { problem } = run;
  const pricer = new Pricer(problem);
  const tired = () => options.shouldStop() || (!options.deterministic && left() <= 0.05);
  let slice = Infinity;
  for (let round = 0; round < (options.prove ? 12 : 4) && !run.optimal && !tired(); round++) {
    options.report('proving', 1 - left() / options.seconds);
    const gap = generation.bound - incumbent(run);
    slice = Math.min(slice, gap);
    let count = 0;
    const limit = options.prove ? (round < 8 ? ENUMERATED / 4 : ENUMERATED / 10) : ENUMERATED / 20;
    const result = pricer.price(generation.prices, {
      threshold: -slice - 1e-9,
      keep: Infinity,
      nodes: options.deterministic ? (options.prove ? 3_000_000 : 20_000) : Infinity,
      onFound: () => (count += 1),
      tooMany: () => count > limit,
      shouldStop: () => count > limit || tired(),
    });
    if (!result.complete) {
      polish(run, options);
      slice /= 2;
      continue;
    }
    const before = incumbent(run);
    const whole = slice >= gap - 1e-9;
    const columns = unique([
      ...run.best,
      ...run.pool.all().filter((column) => reducedValue(generation.prices, column) >= -slice),
      ...result.found.map(({ column }) => column),
    ]);
    const choice = await chooseColumns(problem, columns, run.best, {
      seconds: options.deterministic ? undefined : whole ? left() : left() * 0.6,
      nodes: options.deterministic ? (options.prove ? 20_000 : 100) : undefined,
      shouldStop: options.shouldStop,
    });
    if (choice.columns) offer(run, choice.columns);
    lower(run, Math.max(choice.bound, incumbent(run), whole ? -Infinity : generation.bound - slice));
    if (whole || run.optimal) return;
    slice = incumbent(run) > before + 1e-9 ? generation.bound - incumbent(run) : slice * 1.6;
  }
}

/** A cool annealing from the incumbent; its groups join the pool. */
function polish(run: Run, options: ImproveOptions): void {
  const state = new State(run.problem);
  state.load(run.best);
  const fresh: Column[] = [];
  run.iterations += anneal(run.problem, state, {
    random: options.random,
    budget: movesBudget(300_000),
    hot: 0.02,
    collect: (columns) => fresh.push(...columns),
  });
  for (const column of fresh) run.pool.add(column);
  offer(run, state.columns());
}
