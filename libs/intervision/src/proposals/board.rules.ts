import type {
  BoardChange,
  BoardGroupView,
  EffectView,
  ScoreDeltas,
  ScoresView,
  Words,
} from '#libs/contracts';
import {
  checkSolution,
  effectOf,
  GroupingInputError,
  type BoardChange as EngineChange,
  type CheckReport,
  type Instance,
  type Solution,
  type SolutionGroup,
  type Violation,
} from '#libs/grouping';
import { DomainError } from '#libs/platform';
import type { Pins, StoredSummary } from './proposal.entity.js';

export type Names = Readonly<Record<string, string>>;

/** A score 0..1 as the screen shows it: ×100 with one decimal. */
export const percent = (value: number): number => Math.round(value * 1000) / 10;
const percentOrNull = (value: number | null): number | null => (value === null ? null : percent(value));

/**
 * Gives groups numbers as ids, so that every sentence about them reads as the board does. Who has a number keeps it; the
 * others count on after the highest number there is or ever was (`last`).
 */
export function numbered(groups: readonly SolutionGroup[], last = 0): SolutionGroup[] {
  const numbers = groups.map(({ id }) => Number(id)).filter(Number.isInteger);
  let next = Math.max(last, 0, ...numbers);
  const ids = groups.map((group) =>
    Number.isInteger(Number(group.id)) ? group : { ...group, id: String((next += 1)) },
  );
  return ids.sort((a, b) => Number(a.id) - Number(b.id));
}

/** Groups from elsewhere as `igroups-solution/1`: everybody else of the instance is in no group. */
export function asSolution(instance: Instance, groups: SolutionGroup[]): Solution {
  const seated = new Set(groups.flatMap(({ members }) => members));
  const left = instance.practices.filter(({ id }) => !seated.has(id)).map(({ id }) => ({ id, reasons: [] }));
  return {
    format: 'igroups-solution/1',
    instance: instance.name,
    status: left.length === 0 ? 'feasible' : 'partial',
    groups,
    unassigned: left,
    conflicts: [],
    objective: null,
    bound: null,
    optimal: false,
    seconds: 0,
    iterations: 0,
  };
}

export function scoresOf({ fairness }: CheckReport): ScoresView {
  return {
    theme: percentOrNull(fairness.preference),
    attendance: percentOrNull(fairness.attendance),
    continuity: percentOrNull(fairness.continuity),
    motivation: percentOrNull(fairness.motivation),
    worst: percentOrNull(fairness.minimum),
    p10: percentOrNull(fairness.p10),
    belowThreshold: fairness.belowThreshold,
    firstChoice: fairness.firstChoices,
  };
}

/** How far under the bound, in percent of the bound; null without a bound. */
export function gapPercent(objective: number, bound: number | null): number | null {
  if (bound === null) return null;
  const gap = Math.max(0, bound - objective) / Math.max(Math.abs(bound), 1e-9);
  return Math.round(gap * 10_000) / 100;
}

/** Under this difference two objectives are the same grouping's worth. */
const CLOSED = 1e-6;

/** What is stored beside a proposal's groups. The bound holds for the instance, whoever moved the practices. */
export function summaryOf(instance: Instance, solution: Solution, bound: number | null): StoredSummary {
  const report = checkSolution(instance, solution);
  const valid = bound === null ? null : Math.max(bound, report.objective);
  return {
    objective: report.objective,
    bound: valid,
    optimal: valid !== null && valid - report.objective < CLOSED,
    scores: scoresOf(report),
    groups: solution.groups.length,
    unassigned: solution.unassigned.length,
  };
}

/** A change as the engine names it. */
function engineChange(change: BoardChange): EngineChange {
  switch (change.kind) {
    case 'move':
      return { kind: 'move', practice: change.practiceId, to: change.groupId };
    case 'swap':
      return { kind: 'swap', a: change.a, b: change.b };
    case 'leader':
      return { kind: 'leader', group: change.groupId, practice: change.practiceId };
    case 'retype':
      return { kind: 'type', group: change.groupId, theme: change.themeId, date: change.dateId };
  }
}

const sentence = ({ message, messageEn }: Violation): Words => ({ nl: message, en: messageEn });
const round1 = (value: number | null): number => Math.round((value ?? 0) * 10) / 10;

/** Difference of two rows of scores, as effects and relaxations show it. */
export function scoreDeltas(before: ScoresView, after: ScoresView): ScoreDeltas {
  const step = (term: keyof ScoreDeltas): number => round1((after[term] ?? 0) - (before[term] ?? 0));
  return {
    theme: step('theme'),
    attendance: step('attendance'),
    continuity: step('continuity'),
    motivation: step('motivation'),
    worst: step('worst'),
  };
}

/**
 * What a change by hand would do to every score, before it is done (features 21): the preview for the screen and the
 * groups as they would be. It is allowed when it breaks no hard rule that was not broken already.
 * @throws DomainError `not-found` when it names a practice, group, theme or date that is not there.
 */
export function tryChange(
  instance: Instance,
  solution: Solution,
  change: BoardChange,
  names: Names,
): { effect: EffectView; solution: Solution } {
  let engine: ReturnType<typeof effectOf>;
  try {
    engine = effectOf(instance, solution, engineChange(change), { names });
  } catch (error) {
    if (error instanceof GroupingInputError) throw new DomainError('not-found', { what: error.path });
    throw error;
  }
  const { delta, introduced } = engine;
  const leaders = new Map(solution.groups.map(({ id, leader }) => [id, leader]));
  return {
    solution: engine.solution,
    effect: {
      allowed: introduced.length === 0,
      violations: introduced.map(sentence),
      deltas: {
        theme: round1(delta.preference),
        attendance: round1(delta.attendance),
        continuity: round1(delta.continuity),
        motivation: round1(delta.motivation),
        worst: round1(delta.worst),
      },
      groups: engine.groups.map((group) => ({ groupId: group.group, delta: round1(group.delta.total) })),
      leaders: engine.solution.groups
        .filter(({ id, leader }) => leaders.get(id) !== leader)
        .map(({ id, leader }) => ({ groupId: id, practiceId: leader || null })),
    },
  };
}

/** People and places beside the groups, for the screen. */
export interface BoardNames {
  practices: Names;
  districts: Readonly<Record<string, string | null>>;
  /** Practice → the person who would lead for it. */
  leaders: Readonly<Record<string, string | null>>;
}

const byName = new Intl.Collator('nl');

/** The board: groups in order, the leading practice first, then by name. */
export function boardOf(
  instance: Instance,
  solution: Solution,
  pins: Pins,
  names: BoardNames,
): BoardGroupView[] {
  const report = checkSolution(instance, solution, { names: names.practices });
  const practices = new Map(instance.practices.map((practice) => [practice.id, practice]));
  const values = new Map(report.practices.map(({ practice, utility }) => [practice, utility]));
  return solution.groups.map((group) => ({
    id: group.id,
    number: Number(group.id),
    themeId: group.theme,
    theme: instance.themes.find(({ id }) => id === group.theme)?.name ?? '',
    dateId: group.date,
    date: instance.dates.find(({ id }) => id === group.date)?.date ?? '',
    leaderPracticeId: group.leader || null,
    leaderName: names.leaders[group.leader] ?? null,
    members: group.members
      .map((id) => {
        const practice = practices.get(id);
        const rank = practice?.preferences.indexOf(group.theme) ?? -1;
        return {
          practiceId: id,
          name: names.practices[id] ?? '',
          district: names.districts[id] ?? null,
          rank: rank < 0 ? null : rank + 1,
          attendance: practice?.available.includes(group.date)
            ? ('yes' as const)
            : practice?.maybe.includes(group.date)
              ? ('maybe' as const)
              : ('no' as const),
          leader: id === group.leader,
          canLead: practice?.canLead === true && practice.available.includes(group.date),
          pinned: pins.practices.includes(id) || pins.groups.includes(group.id),
          value: percent(values.get(id) ?? 0),
        };
      })
      .sort((a, b) => Number(b.leader) - Number(a.leader) || byName.compare(a.name, b.name)),
    pinned: pins.groups.includes(group.id),
    leaderPinned: pins.leaders.includes(group.id),
    violations: report.violations.filter((one) => one.group === group.id).map(sentence),
  }));
}
