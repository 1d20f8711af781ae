import { GroupingInputError } from './instance.js';
import type { Instance, Solution, SolutionGroup, UnassignedPractice } from './instance.js';
import { checkSolution } from './check.js';
import { pickLeader, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';

/** The groups of a solution by index, in its order, with their ids and leaders kept. */
export interface PlacedGroup {
  id: string;
  leader: string;
  column: Column;
}

/**
 * Compiles the groups of a solution.
 * @throws GroupingInputError naming the path of an id the instance does not know or of a practice that sits twice.
 */
export function placedGroups(problem: Problem, solution: Solution): PlacedGroup[] {
  const seen = new Set<string>();
  return solution.groups.map((group, k) => {
    const at = `groups[${k}]`;
    const theme = problem.themeIndex.get(group.theme);
    if (theme === undefined)
      throw new GroupingInputError(`${at}.theme`, `names no theme of the instance, found "${group.theme}"`);
    const date = problem.dateIndex.get(group.date);
    if (date === undefined)
      throw new GroupingInputError(`${at}.date`, `names no date of the instance, found "${group.date}"`);
    const members = group.members.map((id, place) => {
      const i = problem.practiceIndex.get(id);
      if (i === undefined)
        throw new GroupingInputError(
          `${at}.members[${place}]`,
          `names no practice of the instance, found "${id}"`,
        );
      if (seen.has(id)) throw new GroupingInputError(`${at}.members[${place}]`, `repeats practice "${id}"`);
      seen.add(id);
      return i;
    });
    members.sort((a, b) => a - b);
    return {
      id: group.id,
      leader: group.leader,
      column: { members, theme, date, ...valueOf(problem, members, theme, date) },
    };
  });
}

/** The leader kept when it still can lead these members on this date, else the best other one, else "". */
export function leaderFor(
  problem: Problem,
  members: readonly number[],
  date: number,
  wanted: string,
): string {
  const i = problem.practiceIndex.get(wanted);
  if (
    i !== undefined &&
    members.includes(i) &&
    problem.canLead[i] &&
    problem.presence[i * problem.dates + date] === 2
  )
    return wanted;
  const picked = pickLeader(problem, members, date);
  return picked === null ? '' : problem.instance.practices[picked]!.id;
}

/** A solution of these groups: status, left-out list and objective follow from the checker. */
export function assemble(
  instance: Instance,
  groups: SolutionGroup[],
  base: Solution,
  reasons: (id: string) => string[] = () => [],
): Solution {
  const seated = new Set(groups.flatMap(({ members }) => members));
  const known = new Map(base.unassigned.map((left) => [left.id, left.reasons]));
  const unassigned: UnassignedPractice[] = instance.practices
    .filter(({ id }) => !seated.has(id))
    .map(({ id }) => ({ id, reasons: [...new Set([...(known.get(id) ?? []), ...reasons(id)])] }));
  const solution: Solution = {
    ...base,
    status: unassigned.length === 0 ? 'feasible' : groups.length > 0 ? 'partial' : 'infeasible',
    groups,
    unassigned,
    conflicts: unassigned.length === 0 ? [] : base.conflicts,
    objective: null,
    optimal: false,
  };
  solution.objective = checkSolution(instance, solution).objective;
  solution.bound = base.bound === null ? null : Math.max(base.bound, solution.objective);
  return solution;
}

/** Ids of a placed group. */
export function placedAsGroup(problem: Problem, { id, leader, column }: PlacedGroup): SolutionGroup {
  const { practices, themes, dates } = problem.instance;
  return {
    id,
    theme: themes[column.theme]!.id,
    date: dates[column.date]!.id,
    leader: leaderFor(problem, column.members, column.date, leader),
    members: column.members.map((i) => practices[i]!.id),
  };
}
