import { checkSolution } from './check.js';
import type { CheckReport, Violation } from './check.js';
import { meanOf } from './fairness.js';
import { GroupingInputError } from './instance.js';
import type { Instance, Solution, SolutionGroup } from './instance.js';
import { compile } from './problem.js';
import type { Problem } from './problem.js';
import { assemble, leaderFor } from './solution.js';

/** One change on the board. `to: null` takes a practice out of every group. */
export type BoardChange =
  | { kind: 'move'; practice: string; to: string | null }
  | { kind: 'swap'; a: string; b: string }
  | { kind: 'leader'; group: string; practice: string }
  | { kind: 'type'; group: string; theme?: string; date?: string };

/** Means times 100 over the practices a term applies to; `worst` is the lowest utility, `total` the objective, times 100. */
export interface TermPoints {
  preference: number | null;
  attendance: number | null;
  continuity: number | null;
  motivation: number | null;
  worst: number | null;
  total: number | null;
}

/** What a change does to one group it touches; `total` there is the mean utility. */
export interface GroupEffect {
  group: string;
  before: TermPoints | null;
  after: TermPoints | null;
  delta: TermPoints;
}

/** The preview of a change: nothing is stored, the new solution is returned. */
export interface Effect {
  solution: Solution;
  violations: Violation[];
  /** The violations the change brings in. */
  introduced: Violation[];
  before: TermPoints;
  after: TermPoints;
  delta: TermPoints;
  groups: GroupEffect[];
}

const compiled = new WeakMap<Instance, Problem>();

/** The compiled form of an instance, kept as long as the instance lives. The instance must not be changed meanwhile. */
export function compiledOf(instance: Instance): Problem {
  let problem = compiled.get(instance);
  if (!problem) compiled.set(instance, (problem = compile(instance)));
  return problem;
}

const hundred = (value: number | null) => (value === null ? null : value * 100);

/** The points of a whole grouping. */
export function pointsOf(report: CheckReport): TermPoints {
  const { fairness } = report;
  return {
    preference: hundred(fairness.preference),
    attendance: hundred(fairness.attendance),
    continuity: hundred(fairness.continuity),
    motivation: hundred(fairness.motivation),
    worst: hundred(fairness.minimum),
    total: report.objective * 100,
  };
}

function groupPoints(report: CheckReport, group: string): TermPoints | null {
  const members = report.practices.filter((practice) => practice.group === group);
  if (members.length === 0) return null;
  const utilities = members.map(({ utility }) => utility!);
  return {
    preference: hundred(meanOf(members.map(({ terms }) => terms!.theme))),
    attendance: hundred(meanOf(members.map(({ terms }) => terms!.attendance))),
    continuity: hundred(meanOf(members.map(({ terms }) => terms!.continuity))),
    motivation: hundred(meanOf(members.map(({ terms }) => terms!.motivation))),
    worst: hundred(Math.min(...utilities)),
    total: hundred(meanOf(utilities)),
  };
}

/** after - before, term by term; a term that is missing on one side counts as no change. */
export function pointsDelta(before: TermPoints | null, after: TermPoints | null): TermPoints {
  const minus = (name: keyof TermPoints) => {
    const [a, b] = [after?.[name] ?? null, before?.[name] ?? null];
    return a === null || b === null ? null : a - b;
  };
  return {
    preference: minus('preference'),
    attendance: minus('attendance'),
    continuity: minus('continuity'),
    motivation: minus('motivation'),
    worst: minus('worst'),
    total: minus('total'),
  };
}

/** The groups after a change and the ids of the groups it touches. */
function applied(
  instance: Instance,
  solution: Solution,
  change: BoardChange,
): { groups: SolutionGroup[]; touched: string[]; leader: string | null } {
  const groups = solution.groups.map((group) => ({ ...group, members: [...group.members] }));
  const groupOf = (practice: string) => groups.find(({ members }) => members.includes(practice));
  const known = (id: string, path: string) => {
    if (!instance.practices.some((practice) => practice.id === id))
      throw new GroupingInputError(path, `names no practice of the instance, found "${id}"`);
  };
  const named = (id: string, path: string) => {
    const group = groups.find((candidate) => candidate.id === id);
    if (!group) throw new GroupingInputError(path, `names no group of the solution, found "${id}"`);
    return group;
  };
  const touched: string[] = [];
  if (change.kind === 'move') {
    known(change.practice, 'change.practice');
    const from = groupOf(change.practice);
    const to = change.to === null ? null : named(change.to, 'change.to');
    if (from && from !== to) {
      from.members = from.members.filter((id) => id !== change.practice);
      touched.push(from.id);
    }
    if (to && from !== to) {
      to.members.push(change.practice);
      touched.push(to.id);
    }
  } else if (change.kind === 'swap') {
    known(change.a, 'change.a');
    known(change.b, 'change.b');
    const [from, to] = [groupOf(change.a), groupOf(change.b)];
    if (from !== to) {
      const replace = (group: SolutionGroup | undefined, out: string, into: string) => {
        if (!group) return;
        group.members = group.members.map((id) => (id === out ? into : id));
        touched.push(group.id);
      };
      replace(from, change.a, change.b);
      replace(to, change.b, change.a);
    }
  } else {
    const group = named(change.group, 'change.group');
    touched.push(group.id);
    if (change.kind === 'leader') {
      known(change.practice, 'change.practice');
      group.leader = change.practice;
      return { groups, touched, leader: group.id };
    }
    if (change.theme !== undefined) {
      if (!instance.themes.some(({ id }) => id === change.theme))
        throw new GroupingInputError(
          'change.theme',
          `names no theme of the instance, found "${change.theme}"`,
        );
      group.theme = change.theme;
    }
    if (change.date !== undefined) {
      if (!instance.dates.some(({ id }) => id === change.date))
        throw new GroupingInputError('change.date', `names no date of the instance, found "${change.date}"`);
      group.date = change.date;
    }
  }
  return { groups, touched, leader: null };
}

/**
 * What a change on the board would do: new violations with their sentences and the change of every term, in all and
 * per touched group. A leader that no longer can lead is replaced when the group has another.
 * @throws GroupingInputError when the change names something unknown.
 */
export function effectOf(
  instance: Instance,
  solution: Solution,
  change: BoardChange,
  options: { names?: Readonly<Record<string, string>> } = {},
): Effect {
  const problem = compiledOf(instance);
  const { groups, touched, leader } = applied(instance, solution, change);
  for (const group of groups) {
    if (!touched.includes(group.id) || group.id === leader) continue;
    const members = group.members.flatMap((id) => problem.practiceIndex.get(id) ?? []);
    const date = problem.dateIndex.get(group.date);
    if (date !== undefined) group.leader = leaderFor(problem, members, date, group.leader);
  }
  const next = assemble(
    instance,
    groups.filter(({ members }) => members.length > 0),
    solution,
  );
  const before = checkSolution(instance, solution, options);
  const after = checkSolution(instance, next, options);
  const old = new Set(
    before.violations.map(({ code, group, practices }) => `${code}/${group}/${practices.join(',')}`),
  );
  return {
    solution: next,
    violations: after.violations,
    introduced: after.violations.filter(
      ({ code, group, practices }) => !old.has(`${code}/${group}/${practices.join(',')}`),
    ),
    before: pointsOf(before),
    after: pointsOf(after),
    delta: pointsDelta(pointsOf(before), pointsOf(after)),
    groups: touched.map((group) => {
      const [was, is] = [groupPoints(before, group), groupPoints(after, group)];
      return { group, before: was, after: is, delta: pointsDelta(was, is) };
    }),
  };
}
