import { separate } from './cuts.js';
import { Pricer } from './pricing.js';
import { reducedValue } from './prices.js';
import type { PricedColumn, Prices } from './prices.js';
import { UNLIMITED } from './problem.js';
import type { Column, Problem } from './problem.js';
import { RestrictedMaster } from './restricted.js';

/** Outcome of column generation. */
export interface Generation {
  /** Proven bound, N times the objective. */
  bound: number;
  columns: Column[];
  /** Prices under which no combination of the columns is worth more than `worth`. */
  prices: Prices;
  worth: number;
  /** How much of every column the relaxation uses. */
  use: Float64Array;
  /** The linear relaxation is solved to the end: `worth` is the proven bound and holds for every column. */
  converged: boolean;
  rounds: number;
  /** Subset-row cuts in use. */
  cuts: number;
}

/** Limits of column generation. */
export interface GenerationLimits {
  /** Asked often; true ends the pricing with the best bound so far. */
  shouldStop: () => boolean;
  /** True ends the cuts over the known columns as well, which follow when the relaxation was not solved to the end. */
  ended: () => boolean;
  /** Largest number of rounds of pricing; 0 keeps to the known columns. */
  rounds: number;
  /** Most search nodes per type; a pricing that needs more ends the generation with the bound so far. */
  nodes: number;
  /** Ends early when the bound comes down to this worth. */
  target: number;
  /** Most subset-row cuts to add once the relaxation is solved (0: none). */
  cuts: number;
  /** Where smoothing starts; prices near the final ones save rounds, those of the first relaxation are wild. */
  centre: Prices;
  onRound?: (
    bound: number,
    worth: number,
    master: RestrictedMaster,
    use: Float64Array,
    prices: Prices,
  ) => void;
}

const EPSILON = 1e-7;
/** Columns that end a round of pricing: then new prices are worth more than more columns under the old ones. */
const ENOUGH = 100;
/** The weight of the best prices so far when the relaxation's own are still wild. */
const SMOOTHING = 0.8;
/** Under this part of the columns found being of use, the smoothed prices are too far from the relaxation's. */
const USEFUL = 0.2;
/** Most rounds of cuts over the known columns after an unfinished pricing. */
const CLOSING = 12;

/** Lagrangian bound: what the prices alone would pay, plus the most that unpriced value can add. */
export function boundAt(problem: Problem, prices: Prices, highest: number): number {
  let bound = 0;
  for (const price of prices.practice) bound += price;
  for (let i = 0; i < problem.n; i++) bound += Math.max(0, -problem.penalty - prices.practice[i]!);
  prices.theme.forEach(
    (price, t) => (bound += price > 0 && problem.themeCap[t]! < UNLIMITED ? price * problem.themeCap[t]! : 0),
  );
  prices.date.forEach(
    (price, d) => (bound += price > 0 && problem.dateCap[d]! < UNLIMITED ? price * problem.dateCap[d]! : 0),
  );
  for (const price of prices.cut) bound += price;
  return bound + Math.floor(problem.n / problem.min) * Math.max(0, highest);
}

function blend(a: Prices, b: Prices, share: number): Prices {
  const mix = (x: Float64Array, y: Float64Array) => x.map((value, k) => share * value + (1 - share) * y[k]!);
  const cut = b.cut.map((value, c) => share * (a.cut[c] ?? 0) + (1 - share) * value);
  return {
    practice: mix(a.practice, b.practice),
    theme: mix(a.theme, b.theme),
    date: mix(a.date, b.date),
    cuts: b.cuts,
    cut,
  };
}

/** The best columns of a round, without letting a few practices take them all. */
function choose(problem: Problem, found: readonly PricedColumn[], limit: number): Column[] {
  const seen = new Set<string>();
  const load = new Int32Array(problem.n);
  const share = Math.max(6, Math.ceil((limit * problem.max * 3) / problem.n));
  const chosen: Column[] = [];
  for (const { column } of [...found].sort((a, b) => b.reduced - a.reduced)) {
    if (chosen.length >= limit) break;
    if (column.members.some((i) => load[i]! >= share)) continue;
    const key = `${column.theme}/${column.date}/${column.members.join(',')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const i of column.members) load[i]! += 1;
    chosen.push(column);
  }
  return chosen;
}

/**
 * Solves the linear relaxation of the set-partitioning model by column generation with exact pricing and smoothed
 * prices (in-out separation), then with cuts. Stops with the best proven bound when a limit is reached.
 */
export async function generate(
  problem: Problem,
  start: readonly Column[],
  limits: GenerationLimits,
): Promise<Generation> {
  const master = await RestrictedMaster.open(problem);
  const pricer = new Pricer(problem);
  try {
    master.add(start);
    let { worth, prices: outer, use } = master.solve();
    let inner = limits.centre;
    let best = { bound: Infinity, prices: outer };
    let converged = false;
    let nodes = 400;
    let smoothing = SMOOTHING;
    let rounds = 0;
    const known = new Set<string>();
    const addCuts = (): boolean => {
      if (master.cuts.length >= limits.cuts) return false;
      const cuts = separate(problem.n, master.columns, use, known, 30);
      if (cuts.length === 0) return false;
      for (const { practices } of cuts) known.add(practices.join(','));
      master.cut(cuts);
      ({ worth, prices: outer, use } = master.solve());
      smoothing = 0.3;
      return true;
    };
    while (rounds < limits.rounds && !limits.shouldStop()) {
      rounds += 1;
      const asked = rounds === 1 ? inner : smoothing > 0 ? blend(inner, outer, smoothing) : outer;
      const result = pricer.price(asked, {
        threshold: EPSILON,
        keep: 2,
        nodes,
        enough: ENOUGH,
        shouldStop: limits.shouldStop,
      });
      const bound = boundAt(problem, asked, result.highest);
      if (bound < best.bound) {
        best = { bound, prices: asked };
        inner = asked;
      }
      const useful = result.found.flatMap(({ column }) => {
        const reduced = reducedValue(outer, column);
        return reduced > EPSILON ? [{ column, reduced }] : [];
      });
      if (best.bound <= limits.target + 1e-9) break;
      const closed = best.bound - worth < 1e-6;
      if (closed && !addCuts()) {
        converged = true;
        break;
      }
      if (closed) continue;
      if (useful.length > 0 && useful.length < USEFUL * result.found.length)
        smoothing = Math.max(0, smoothing - 0.3);
      if (useful.length === 0) {
        if (asked !== outer) smoothing = smoothing > 0.2 ? smoothing - 0.3 : 0;
        else if (!result.complete && nodes >= limits.nodes) break;
        else if (!result.complete) nodes = Math.min(limits.nodes, nodes * 8);
        else if (result.complete && !addCuts()) {
          converged = true;
          break;
        }
        continue;
      }
      master.add(choose(problem, useful, 150 + problem.n));
      ({ worth, prices: outer, use } = master.solve());
      if (smoothing < SMOOTHING && asked === outer) smoothing = 0.3;
      limits.onRound?.(best.bound, worth, master, use, outer);
    }
    const finished = converged || best.bound <= limits.target + 1e-9;
    for (let round = 0; round < CLOSING && !finished && !limits.ended() && addCuts(); round++);
    return {
      bound: best.bound,
      columns: master.columns,
      prices: converged ? best.prices : outer,
      worth: converged ? best.bound : worth,
      use,
      converged,
      rounds,
      cuts: master.cuts.length,
    };
  } finally {
    master.dispose();
  }
}
