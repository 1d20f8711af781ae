import { anneal, movesBudget, patientBudget } from './annealing.js';
import { certificates } from './certificates.js';
import { ColumnPool } from './columns.js';
import { fillGreedily } from './greedy.js';
import type { Conflict, Instance, Solution } from './instance.js';
import { Names } from './names.js';
import { asGroup, compile, fair, LEVELS } from './problem.js';
import type { Problem } from './problem.js';
import { improve } from './prove.js';
import { Random } from './random.js';
import { relaxFamilies } from './families.js';
import { incumbent, leftOut, offer, type FormOptions, type Progress, type Run } from './run.js';
import { seatMost } from './slots.js';
import { State } from './state.js';

const LARGE = 240;
interface Plan {
  /** Runs in all; each gets an equal part of the budget. */
  starts: number;
  /** How many of them start from a greedy grouping; the others go on from the best so far, at `again`. */
  fresh: number;
  hot: number;
  again: number;
  cold: number;
  /** The part of the seconds for all runs together; the rest is for pricing and recombining the groups they saw. */
  share: number;
  /** On a busy machine they get more, up to this part of the seconds, until so many moves per practice are done. */
  patience: number;
  moves: number;
}

/**
 * How to anneal n practices. A small round freezes early in one of many good structures, so several short runs whose
 * groups are recombined beat one long run; up to sixty, going on from the best of two at a lower heat found better
 * groupings than fresh starts. A large round gets few moves per practice: there a cool start is worth more. Where
 * columns can be priced within a second (up to 120), less annealing and more pricing comes closer to the best.
 */
function plan(n: number, prove: boolean): Plan {
  const fresh = (starts: number, hot: number, cold: number, share: number, moves = 4000): Plan => ({
    starts,
    fresh: starts,
    hot,
    again: hot,
    cold,
    share,
    patience: n <= 120 ? 0.7 : Math.max(share, 0.85),
    moves,
  });
  if (n <= 24) return fresh(2, 0.15, 0.015, 0.25);
  if (n <= 60) return { ...fresh(4, 0.15, 0.02, 0.35), fresh: 2, again: 0.08 };
  // proving goes on from the columns of few long runs
  if (n <= 80 && prove) return fresh(2, 0.15, 0.004, 0.4);
  if (n <= 120) return prove ? fresh(1, 0.06, 0.015, 0.3) : fresh(3, 0.06, 0.015, 0.2, 1000);
  if (n <= 1000) return fresh(1, 0.05, 0.01, n <= LARGE ? 0.8 : 0.85);
  return fresh(1, 0.05, 0.004, 0.93);
}

/** What every practice would have if each got all it wants: a bound without any search. */
function plainBound(problem: Problem): number {
  const top = (list: Float64Array, i: number, width: number) =>
    list.subarray(i * width, (i + 1) * width).reduce((a, b) => Math.max(a, b), 0);
  let bound = 0;
  for (let i = 0; i < problem.n; i++) {
    const links = problem.linkGain
      .slice(problem.linkStart[i]!, problem.linkStart[i + 1]!)
      .sort()
      .reverse()
      .slice(0, problem.max - 1);
    const shared = links.reduce((sum, gain) => sum + gain, 0);
    bound += fair(
      problem,
      top(problem.themeGain, i, problem.themes) +
        top(problem.dateGain, i, problem.dates) +
        top(problem.levelGain, i, LEVELS) +
        shared,
    );
  }
  return bound;
}

/**
 * Forms groups: counting checks, annealing from several starts, the smallest number left out when somebody has no
 * place, then column generation. Stops as soon as the result is proven best.
 * @returns a solution whose `bound` is a proven upper bound on the objective, or null when none is known.
 */
export async function formGroups(instance: Instance, options: FormOptions = {}): Promise<Solution> {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const problem = compile(instance);
  const names = new Names(instance, options.names);
  const { seed = 1, iterations, prove = false, shouldStop = () => false } = options;
  const seconds = iterations === undefined ? (options.seconds ?? (prove ? 60 : 1)) : Infinity;
  const { n } = problem;
  const run: Run = {
    problem,
    best: [],
    pool: new ColumnPool(),
    bound: Infinity,
    optimal: n === 0,
    iterations: 0,
    provenLeftOut: null,
  };
  const report = (phase: Progress['phase'], fraction: number) =>
    options.onProgress?.({
      phase,
      fraction: Math.min(1, fraction),
      objective: n > 0 && run.best.length > 0 ? incumbent(run) / n : null,
      bound: Number.isFinite(run.bound) ? run.bound / n : null,
      unassigned: run.best.length > 0 ? leftOut(problem, run.best).length : n,
    });
  report('counting', 0);
  let conflicts: Conflict[] = certificates(problem, names);
  if (n > 0) {
    if (n <= LARGE || prove) run.bound = plainBound(problem);
    const { starts, fresh, hot, again, cold, share: part, patience, moves } = plan(n, prove);
    // Of a long budget annealing gets a small part: proving does more.
    const share = Math.min(part * seconds, prove && n <= LARGE ? 0.3 + n / 80 : Infinity);
    const most = prove ? share : patience * seconds;
    const random = new Random(seed);
    for (let k = 0; k < starts && !shouldStop(); k++) {
      const state = new State(problem);
      if (k < fresh) fillGreedily(state, random);
      else state.load(run.best);
      const budget =
        iterations === undefined
          ? patientBudget(share / starts, most / starts, (moves * n) / starts)
          : movesBudget(Math.ceil(iterations / starts));
      run.iterations += anneal(problem, state, {
        random,
        budget,
        hot: k < fresh ? hot : again,
        cold,
        shouldStop,
        collect: n > 1000 ? undefined : (columns) => columns.forEach((column) => run.pool.add(column)),
        onProgress: (fraction) =>
          report('annealing', (((k + fraction) / starts) * share) / Math.min(seconds, 1e9)),
      });
      offer(run, state.columns());
    }
    if (leftOut(problem, run.best).length > 0)
      await seatEverybody(run, random, conflicts.length > 0, Math.max(1, seconds - elapsed()), report);
    await improve(run, {
      seconds: Math.max(0, seconds - elapsed()),
      deterministic: iterations !== undefined,
      prove,
      random,
      shouldStop,
      report,
    });
  }
  const left = leftOut(problem, run.best);
  if (left.length > 0 && conflicts.length === 0 && !shouldStop()) {
    report('relaxing', 1);
    conflicts = (
      await relaxFamilies(problem, {
        seconds: Math.min(20, Math.max(2, Number.isFinite(seconds) ? seconds - elapsed() : 4)),
        left: left.map((i) => instance.practices[i]!.id),
        shouldStop,
      })
    ).conflicts;
  }
  return asSolution(run, conflicts, elapsed());
}

async function seatEverybody(
  run: Run,
  random: Random,
  clash: boolean,
  seconds: number,
  report: (phase: Progress['phase'], fraction: number) => void,
): Promise<void> {
  const { problem } = run;
  report('seating', 0.5);
  if (problem.n > 600) return;
  const seating = await seatMost(problem, { seconds, nodes: Number.isFinite(seconds) ? undefined : 300 });
  run.provenLeftOut = seating.provenLeftOut;
  if (seating.leftOut >= leftOut(problem, run.best).length) return;
  const state = new State(problem);
  state.load(seating.columns);
  run.iterations += anneal(problem, state, {
    random,
    budget: movesBudget(clash ? 200_000 : 400_000),
    hot: 0.03,
    poolPrice: -problem.penalty,
    collect: (columns) => columns.forEach((column) => run.pool.add(column)),
  });
  offer(run, state.columns());
}

/** The incumbent of a run as `igroups-solution/1`. */
export function asSolution(run: Run, conflicts: Conflict[], seconds: number): Solution {
  const { problem } = run;
  const { practices, name } = problem.instance;
  const order = [...run.best].sort(
    (a, b) => a.date - b.date || a.theme - b.theme || a.members[0]! - b.members[0]!,
  );
  const left = leftOut(problem, run.best);
  const reasons = (id: string) =>
    conflicts.filter((conflict) => conflict.practices.includes(id) || conflict.practices.length === 0);
  const objective = problem.n === 0 ? 0 : incumbent(run) / problem.n;
  const bound =
    problem.n === 0
      ? 0
      : run.optimal
        ? objective
        : Number.isFinite(run.bound)
          ? Math.max(objective, run.bound / problem.n)
          : null;
  return {
    format: 'igroups-solution/1',
    instance: name,
    status: left.length === 0 ? 'feasible' : order.length > 0 ? 'partial' : 'infeasible',
    groups: order.map((column, k) => asGroup(problem, column, `G${k + 1}`)),
    unassigned: left.map((i) => {
      const { id } = practices[i]!;
      const found = reasons(id).map(({ code }) => code);
      return { id, reasons: found.length > 0 ? [...new Set(found)] : ['COMBINATION'] };
    }),
    conflicts: left.length > 0 ? conflicts : [],
    objective,
    bound,
    optimal: run.optimal,
    seconds: Math.round(seconds * 1000) / 1000,
    iterations: run.iterations,
  };
}
