import type { Instance, Solution } from './instance.js';
import { LEVELS, linkShare, UNLIMITED, valueOf } from './problem.js';
import type { Problem } from './problem.js';
import { placedGroups } from './solution.js';
import type { PlacedGroup } from './solution.js';
import { compiledOf } from './effect.js';

/** Why a practice cannot take a seat. */
export type BlockerCode =
  | 'NO_SUCH_GROUP'
  | 'DATE'
  | 'THEME'
  | 'FULL'
  | 'TOO_SMALL'
  | 'FORBIDDEN_PAIR'
  | 'LEADER_LOST'
  | 'DISTRICT'
  | 'PARTNER_CANNOT'
  | 'COST';

/** One tried move (`swapWith` null) or swap of a practice into another group; gains in utility, cost in N * objective. */
export interface Trial {
  group: PlacedGroup;
  swapWith: number | null;
  /** What stands in the way; null when every hard rule allows it. */
  blocker: BlockerCode | null;
  /** Change of the practice's own utility. */
  gain: number;
  /** Change of the sum over all practices; for a blocked trial of the own utility only. */
  total: number;
}

/** A grouping opened for trying seats. */
export interface Seating {
  problem: Problem;
  groups: PlacedGroup[];
  seat: Map<number, PlacedGroup>;
}

/** Opens a solution for trials. */
export function openSeating(instance: Instance, solution: Solution): Seating {
  const problem = compiledOf(instance);
  const groups = placedGroups(problem, solution);
  const seat = new Map<number, PlacedGroup>();
  for (const group of groups) for (const i of group.column.members) seat.set(i, group);
  return { problem, groups, seat };
}

/** u_i among these members at the level the group then takes. */
export function utilityIn(
  problem: Problem,
  i: number,
  members: readonly number[],
  theme: number,
  date: number,
): number {
  const { level } = valueOf(problem, members, theme, date);
  return (
    problem.themeGain[i * problem.themes + theme]! +
    problem.dateGain[i * problem.dates + date]! +
    problem.levelGain[i * LEVELS + level]! +
    linkShare(problem, i, members)
  );
}

/** The first hard rule that keeps these members from being a group, seen from practice i; null when none does. */
function blockerOf(
  problem: Problem,
  i: number,
  members: readonly number[],
  theme: number,
  date: number,
): BlockerCode | null {
  const presence = (j: number) => problem.presence[j * problem.dates + date]!;
  if (!problem.themeOk[i * problem.themes + theme]) return 'THEME';
  const absent = members.filter((j) => presence(j) === 0);
  if (absent.length > problem.maxAbsent) return presence(i) === 0 ? 'DATE' : 'PARTNER_CANNOT';
  if (problem.foes[i]!.some((foe) => members.includes(foe))) return 'FORBIDDEN_PAIR';
  if (members.length > problem.max) return 'FULL';
  if (members.length < problem.min) return 'TOO_SMALL';
  if (!members.some((j) => problem.canLead[j] === 1 && presence(j) === 2)) return 'LEADER_LOST';
  if (problem.maxPerDistrict < UNLIMITED) {
    const counts = new Map<number, number>();
    for (const j of members) counts.set(problem.district[j]!, (counts.get(problem.district[j]!) ?? 0) + 1);
    if (Math.max(...counts.values()) > problem.maxPerDistrict) return 'DISTRICT';
  }
  return null;
}

/** Every move and swap of practice i into group h. Works for a practice that sits nowhere too. */
export function trialsInto(seating: Seating, i: number, h: PlacedGroup): Trial[] {
  const { problem, seat } = seating;
  const own = seat.get(i);
  const { theme, date, members } = h.column;
  const before = own ? utilityIn(problem, i, own.column.members, own.column.theme, own.column.date) : 0;
  const trials: Trial[] = [];
  const consider = (swapWith: number | null) => {
    const here = [...members.filter((j) => j !== swapWith), i];
    const there = own
      ? [...own.column.members.filter((j) => j !== i), ...(swapWith === null ? [] : [swapWith])]
      : [];
    const gain = utilityIn(problem, i, here, theme, date) - before;
    let blocker = blockerOf(problem, i, here, theme, date);
    if (!blocker && own && there.length > 0) {
      const back = blockerOf(problem, swapWith ?? there[0]!, there, own.column.theme, own.column.date);
      if (back) blocker = back === 'TOO_SMALL' || back === 'LEADER_LOST' ? back : 'PARTNER_CANNOT';
    }
    // Without a group of its own the practice swapped out would be left out.
    if (!blocker && !own && swapWith !== null) blocker = 'FULL';
    let total = gain;
    if (!blocker) {
      const rest =
        own && there.length > 0 ? valueOf(problem, there, own.column.theme, own.column.date).value : 0;
      total = valueOf(problem, here, theme, date).value + rest - h.column.value - (own?.column.value ?? 0);
      if (!own) total += problem.penalty;
    }
    trials.push({ group: h, swapWith, blocker, gain, total });
  };
  consider(null);
  for (const j of members) consider(j);
  return trials;
}
