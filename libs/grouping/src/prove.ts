import { anneal, movesBudget } from './annealing.js';
import { combine } from './combine.js';
import { incumbent, offer, type Progress, type Run } from './run.js';
import { fillGreedily } from './greedy.js';
import { boundAt, generate } from './generate.js';
import type { Generation } from './generate.js';
import { chooseColumns } from './master.js';
import { Pricer } from './pricing.js';
import { reducedValue } from './prices.js';
import type { Prices } from './prices.js';
import { fair, LEVELS, linkShare } from './problem.js';
import type { Column } from './problem.js';
import type { Random } from './random.js';
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

/** Above this no combination is sought: the relaxation alone would take longer than it is worth. */
const LARGEST = 1000;
const LARGEST_PRICED = 400;
const LARGEST_PRICED_QUICKLY = 120;
const ENUMERATED = 250_000;
const CLOSED = 1e-6;
/** Without time to prove, the part of the gap that is enumerated first. */
const FIRST_SLICE = 0.4;
/** Effort for one combination of known columns: at most some seconds, mostly it ends after hundredths. */
const COMBINED = 100_000_000;
const FIRST_COMBINED = 3_000_000;
/** Most columns given to the integer master, which is only asked where the combination did not end. */
const RECOMBINED = 6000;

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

/** What every practice has in the incumbent: prices that are near the final ones. */
function utilities({ problem, best }: Run): Prices {
  const { n, themes, dates, themeGain, dateGain, levelGain } = problem;
  const practice = new Float64Array(n).fill(-problem.penalty);
  for (const { members, theme, date, level } of best) {
    for (const i of members) {
      const own =
        themeGain[i * themes + theme]! + dateGain[i * dates + date]! + levelGain[i * LEVELS + level]!;
      practice[i] = fair(problem, own + linkShare(problem, i, members));
    }
  }
  return {
    practice,
    theme: new Float64Array(themes),
    date: new Float64Array(dates),
    cuts: [],
    cut: new Float64Array(0),
  };
}

/**
 * Improves and, when it can, proves the incumbent of a run: column generation with exact pricing and cuts, the best
 * combination of the columns known by then, then every column that could still be part of something better.
 */
export async function improve(run: Run, options: ImproveOptions): Promise<void> {
  const { problem } = run;
  const { deterministic, prove } = options;
  const began = performance.now();
  const left = () => options.seconds - (performance.now() - began) / 1000;
  const stopped = () => options.shouldStop() || (!deterministic && left() <= 0);
  /** Stops what must leave this share of the time to the steps after it. */
  const leaving = (share: number) => () =>
    options.shouldStop() || (!deterministic && left() <= share * options.seconds);
  if (problem.n === 0 || problem.n > LARGEST || stopped()) return;
  const priced = problem.n <= (prove ? LARGEST_PRICED : LARGEST_PRICED_QUICKLY);
  const rounds = deterministic && !prove ? 30 : 2000;
  const generation = await generate(problem, unique([...run.best, ...run.pool.all()]), {
    shouldStop: leaving(prove ? 0.25 : 0.2),
    ended: leaving(0.15),
    rounds: priced ? rounds : 0,
    nodes: deterministic ? (prove ? 3_000_000 : 20_000) : Infinity,
    target: incumbent(run),
    cuts: 600,
    centre: utilities(run),
    onRound: (bound) => {
      lower(run, bound);
      options.report('improving', (performance.now() - began) / (options.seconds * 1000));
    },
  });
  lower(run, generation.bound);
  if (run.optimal || stopped()) return;
  const combineWithin = (effort: number) => {
    const combined = combine(
      problem,
      unique([...generation.columns, ...run.best]),
      generation,
      incumbent(run),
      {
        effort,
        shouldStop: leaving(prove ? 0.1 : 0),
      },
    );
    if (combined.columns) offer(run, combined.columns);
    return combined.complete;
  };
  let complete = combineWithin(FIRST_COMBINED);
  if (!complete && !stopped()) {
    // The search is only as fast as the incumbent is good.
    roundOff(run, generation, options);
    complete = combineWithin(COMBINED);
  }
  lower(run, generation.bound);
  if (prove && !complete && !generation.converged) {
    const gap = generation.worth - incumbent(run);
    const list = promising(run, generation.columns, generation.prices, gap, RECOMBINED);
    const choice = await chooseColumns(problem, unique(list), run.best, {
      seconds: deterministic ? undefined : left(),
      nodes: deterministic ? 200 : undefined,
      shouldStop: options.shouldStop,
    });
    if (choice.columns) offer(run, choice.columns);
  }
  if (priced && !run.optimal && (generation.converged || !prove))
    await finish(run, generation, options, left);
}

/** A cool annealing from the columns that the relaxation uses most. */
function roundOff(run: Run, { use, columns }: Generation, options: ImproveOptions): void {
  const { problem } = run;
  const themeLeft = problem.themeCap.slice();
  const dateLeft = problem.dateCap.slice();
  const seated = new Uint8Array(problem.n);
  const order = [...columns.keys()].filter((k) => use[k]! > 0.3).sort((a, b) => use[b]! - use[a]! || a - b);
  const kept: Column[] = [];
  for (const k of order) {
    const { members, theme, date } = columns[k]!;
    if (themeLeft[theme] === 0 || dateLeft[date] === 0 || members.some((i) => seated[i])) continue;
    themeLeft[theme]! -= 1;
    dateLeft[date]! -= 1;
    for (const i of members) seated[i] = 1;
    kept.push(columns[k]!);
  }
  const state = new State(problem);
  state.load(kept);
  fillGreedily(state, options.random);
  run.iterations += anneal(problem, state, {
    random: options.random,
    budget: movesBudget(500 * problem.n),
    hot: 0.02,
    cold: 0.01,
    shouldStop: options.shouldStop,
  });
  offer(run, state.columns());
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
  const { prices, worth } = generation;
  const { deterministic, prove } = options;
  const pricer = new Pricer(problem);
  const tired = () => options.shouldStop() || (!deterministic && left() <= (prove ? 0.05 : 0));
  let slice = prove ? Infinity : FIRST_SLICE * (worth - incumbent(run));
  for (let round = 0; round < (prove ? 12 : 4) && !run.optimal && !tired(); round++) {
    options.report('proving', 1 - left() / options.seconds);
    const gap = worth - incumbent(run);
    slice = Math.min(slice, gap);
    let count = 0;
    const limit = prove ? (round < 8 ? ENUMERATED / 4 : ENUMERATED / 10) : ENUMERATED / 20;
    const result = pricer.price(prices, {
      threshold: -slice - 1e-9,
      keep: Infinity,
      enough: Infinity,
      nodes: deterministic ? (prove ? 3_000_000 : 20_000) : Infinity,
      onFound: () => (count += 1),
      tooMany: () => count > limit,
      shouldStop: () => count > limit || tired(),
    });
    if (!result.complete) {
      if (prove) polish(run, options);
      slice /= 2;
      continue;
    }
    const before = incumbent(run);
    const whole = slice >= gap - 1e-9;
    const columns = unique([
      ...run.best,
      ...run.pool.all().filter((column) => reducedValue(prices, column) >= -slice),
      ...generation.columns,
      ...result.found.map(({ column }) => column),
    ]);
    const reserve = left() * 0.5;
    const combined = combine(problem, columns, generation, before, {
      effort: COMBINED,
      shouldStop: () => options.shouldStop() || (!deterministic && left() <= reserve),
    });
    if (combined.columns) offer(run, combined.columns);
    let chosen = incumbent(run);
    if (!combined.complete) {
      if (!prove) return;
      const choice = await chooseColumns(problem, columns, run.best, {
        seconds: deterministic ? undefined : whole ? left() : left() * 0.6,
        nodes: deterministic ? 20_000 : undefined,
        shouldStop: options.shouldStop,
      });
      if (choice.columns) offer(run, choice.columns);
      chosen = Math.max(choice.bound, incumbent(run));
    }
    // Prices of an unfinished relaxation prove nothing when a column beats them.
    const bound = boundAt(problem, prices, result.highest);
    if (bound > worth + CLOSED) return;
    lower(run, whole ? chosen : Math.max(chosen, bound - slice));
    if (whole || run.optimal) return;
    slice = incumbent(run) > before + 1e-9 ? worth - incumbent(run) : slice * 1.6;
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
