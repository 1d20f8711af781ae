import { anneal, movesBudget, secondsBudget } from './annealing.js';
import type { Pins } from './annealing.js';
import { GroupingInputError } from './instance.js';
import type { Instance, Solution } from './instance.js';
import { allowed, compile, valueOf } from './problem.js';
import type { Problem } from './problem.js';
import { Random } from './random.js';
import { assemble, placedAsGroup, placedGroups } from './solution.js';
import type { PlacedGroup } from './solution.js';
import { State } from './state.js';
import type { Progress } from './run.js';

/** What must stay: practices in a group, whole groups (theme, date and members), leaders of groups. */
export interface PinRequest {
  practices?: { practice: string; group: string }[];
  groups?: string[];
  leaders?: { group: string; practice: string }[];
}

/** Options of `improveFrom`. */
export interface ImproveFromOptions {
  pins?: PinRequest;
  seconds?: number;
  iterations?: number;
  seed?: number;
  onProgress?: (progress: Progress) => void;
  shouldStop?: () => boolean;
}

interface Pinned extends Pins {
  leaders: Map<string, number>;
}

function readPins(problem: Problem, groups: PlacedGroup[], request: PinRequest): Pinned {
  const pins: Pinned = {
    practice: new Uint8Array(problem.n),
    frozen: new Uint8Array(problem.n),
    leaders: new Map(),
  };
  const groupAt = (id: string, path: string) => {
    const group = groups.find((candidate) => candidate.id === id);
    if (!group) throw new GroupingInputError(path, `names no group of the solution, found "${id}"`);
    return group;
  };
  const practiceAt = (id: string, path: string) => {
    const i = problem.practiceIndex.get(id);
    if (i === undefined)
      throw new GroupingInputError(path, `names no practice of the instance, found "${id}"`);
    return i;
  };
  const seat = (i: number, group: PlacedGroup) => {
    for (const other of groups) other.column.members = other.column.members.filter((j) => j !== i);
    group.column.members = [...group.column.members, i].sort((a, b) => a - b);
    pins.practice[i] = 1;
  };
  request.practices?.forEach(({ practice, group }, k) =>
    seat(practiceAt(practice, `pins.practices[${k}].practice`), groupAt(group, `pins.practices[${k}].group`)),
  );
  request.leaders?.forEach(({ group, practice }, k) => {
    const i = practiceAt(practice, `pins.leaders[${k}].practice`);
    if (!problem.canLead[i])
      throw new GroupingInputError(`pins.leaders[${k}].practice`, `cannot lead, found "${practice}"`);
    seat(i, groupAt(group, `pins.leaders[${k}].group`));
    pins.leaders.set(group, i);
  });
  request.groups?.forEach((id, k) => {
    for (const i of groupAt(id, `pins.groups[${k}]`).column.members) pins.frozen[i] = 1;
  });
  return pins;
}

/**
 * A better grouping from here: practices, groups and leaders that are pinned stay, and the objective never gets worse
 * unless the grouping broke a hard rule. A broken group with a pin in it is left as it is; without one it is redone.
 * @throws GroupingInputError when a pin names something unknown.
 */
export function improveFrom(
  instance: Instance,
  solution: Solution,
  options: ImproveFromOptions = {},
): Solution {
  const began = performance.now();
  const problem = compile(instance);
  const groups = placedGroups(problem, solution);
  const pins = readPins(problem, groups, options.pins ?? {});
  const pinned = (group: PlacedGroup) => group.column.members.some((i) => pins.practice[i] || pins.frozen[i]);
  const whole = new Set(options.pins?.groups ?? []);
  const start: PlacedGroup[] = [];
  const aside: PlacedGroup[] = [];
  for (const group of groups) {
    const { members, theme, date } = group.column;
    const leader = pins.leaders.get(group.id);
    const led = leader === undefined || problem.presence[leader * problem.dates + date] === 2;
    if (led && allowed(problem, members, theme, date)) {
      const column = { members, theme, date, ...valueOf(problem, members, theme, date) };
      start.push({
        ...group,
        column,
        leader: leader === undefined ? group.leader : instance.practices[leader]!.id,
      });
    } else if (pinned(group) || whole.has(group.id)) aside.push(group);
  }
  // A broken pinned group takes no part: the search runs on the instance without its members and its share of the caps.
  const out = new Set(aside.flatMap(({ column }) => column.members));
  const working = out.size > 0 ? withoutGroups(problem, out, aside) : problem;
  const state = new State(working);
  const slots = state.load(start.map(({ column }) => column));
  start.forEach((group, k) => {
    const leader = pins.leaders.get(group.id);
    if (leader !== undefined) state.mustLead[slots[k]!] = leader;
  });
  for (let i = 0; i < problem.n; i++) if (out.has(i)) pins.practice[i] = 1;
  const iterations = anneal(working, state, {
    random: new Random(options.seed ?? 1),
    budget:
      options.iterations !== undefined
        ? movesBudget(options.iterations)
        : secondsBudget(options.seconds ?? 1),
    hot: 0.025,
    poolPrice: -problem.penalty,
    pins,
    shouldStop: options.shouldStop,
    onProgress: (fraction) =>
      options.onProgress?.({
        phase: 'improving',
        fraction,
        objective: state.worth() / problem.n,
        bound: solution.bound,
        unassigned: state.poolSize,
      }),
  });
  const placed = nameGroups(state.columns(), start, pins);
  const result = assemble(
    instance,
    [...placed, ...aside].map((group) => placedAsGroup(problem, group)),
    solution,
  );
  result.groups.sort((a, b) => order(groups, a.id) - order(groups, b.id));
  result.iterations = iterations;
  result.seconds = Math.round(performance.now() - began) / 1000;
  return result;
}

function order(groups: PlacedGroup[], id: string): number {
  const k = groups.findIndex((group) => group.id === id);
  return k < 0 ? groups.length : k;
}

/** Gives every column the id of the group it came from: the one with a pin in it, else the one it shares most with. */
function nameGroups(columns: PlacedGroup['column'][], start: PlacedGroup[], pins: Pinned): PlacedGroup[] {
  const pairs: { column: number; group: number; shared: number }[] = [];
  columns.forEach((column, c) => {
    start.forEach((group, g) => {
      const common = column.members.filter((i) => group.column.members.includes(i));
      const held = common.some((i) => pins.practice[i] || pins.frozen[i]);
      if (common.length > 0) pairs.push({ column: c, group: g, shared: common.length + (held ? 1000 : 0) });
    });
  });
  pairs.sort((a, b) => b.shared - a.shared || a.column - b.column || a.group - b.group);
  const named = new Map<number, PlacedGroup>();
  const used = new Set<number>();
  for (const { column, group } of pairs) {
    if (named.has(column) || used.has(group)) continue;
    used.add(group);
    named.set(column, { ...start[group]!, column: columns[column]! });
  }
  const ids = new Set(start.map(({ id }) => id));
  let next = 1;
  return columns.map((column, c) => {
    const known = named.get(c);
    if (known) return known;
    const spare = start.findIndex((_, g) => !used.has(g));
    if (spare >= 0) {
      used.add(spare);
      return { ...start[spare]!, column };
    }
    while (ids.has(`G${next}`)) next += 1;
    ids.add(`G${next}`);
    return { id: `G${next}`, leader: '', column };
  });
}

function withoutGroups(problem: Problem, out: ReadonlySet<number>, aside: PlacedGroup[]): Problem {
  const themeCap = problem.themeCap.slice();
  const dateCap = problem.dateCap.slice();
  for (const { column } of aside) {
    themeCap[column.theme] = Math.max(0, themeCap[column.theme]! - 1);
    dateCap[column.date] = Math.max(0, dateCap[column.date]! - 1);
  }
  const themeOk = problem.themeOk.slice();
  for (const i of out) themeOk.fill(0, i * problem.themes, (i + 1) * problem.themes);
  return { ...problem, themeCap, dateCap, themeOk };
}
