import type { ConflictView, FormingView } from '#libs/contracts';
import type { Instance, PinRequest, Solution } from '#libs/grouping';
import type { Pins } from '../proposals/proposal.entity.js';
import type { FormingRun } from './forming-run.entity.js';

/** A run whose worker has been silent for this long is taken up by another. */
export const SILENCE_MS = 30_000;
/** A run that brought down its worker this often is not tried again. */
export const MOST_ATTEMPTS = 3;

/**
 * Seconds of computing for so many practices: sixty are done within ten seconds, proven when the engine manages
 * (models: grouping, targets).
 */
export function defaultSeconds(practices: number): number {
  if (practices <= 24) return 7;
  if (practices <= 60) return 9;
  return practices <= 120 ? 24 : 45;
}

/** The letter of a proposal that comes after these: A, B, … Z, A2, B2, … */
export function nextLabel(taken: readonly string[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (let round = 1; ; round++)
    for (const letter of letters) {
      const label = round === 1 ? letter : `${letter}${round}`;
      if (!taken.includes(label)) return label;
    }
}

/** Pins of the screen as the engine wants them: with the group a practice is in and the practice that leads. */
export function pinRequest(solution: Solution, pins: Pins): PinRequest {
  return {
    practices: pins.practices.flatMap((practice) => {
      const group = solution.groups.find(({ members }) => members.includes(practice));
      return group ? [{ practice, group: group.id }] : [];
    }),
    groups: pins.groups,
    leaders: pins.leaders.flatMap((id) => {
      const group = solution.groups.find((one) => one.id === id);
      return group?.leader ? [{ group: id, practice: group.leader }] : [];
    }),
  };
}

/**
 * The instance of a repair, from the published groups: what members, leaders and dates were agreed on holds, also where
 * an answer says otherwise by now, so that a repair changes nothing but what was asked for (GRP-16).
 */
export function agreedInstance(instance: Instance, current: Solution): Instance {
  const seat = new Map(current.groups.flatMap((group) => group.members.map((id) => [id, group] as const)));
  return {
    ...instance,
    practices: instance.practices.map((practice) => {
      const group = seat.get(practice.id);
      if (!group) return practice;
      const leads = group.leader === practice.id;
      const comes = practice.available.includes(group.date);
      return {
        ...practice,
        canLead: practice.canLead || leads,
        available: leads && !comes ? [...practice.available, group.date] : practice.available,
        maybe:
          leads || comes || practice.maybe.includes(group.date)
            ? practice.maybe.filter((id) => !(leads && id === group.date))
            : [...practice.maybe, group.date],
        excludedThemes: practice.excludedThemes.filter((id) => id !== group.theme),
      };
    }),
  };
}

/** A run as the screen follows it. */
export function formingView(run: FormingRun, names: Readonly<Record<string, string>>): FormingView {
  const named = (id: string): { id: string; name: string } => ({ id, name: names[id] ?? '' });
  const outcome = run.outcome;
  const conflicts: ConflictView[] = (outcome?.conflicts ?? []).map((conflict) => ({
    code: conflict.code,
    sentence: { nl: conflict.message, en: conflict.messageEn },
    practices: conflict.practices.map(named),
  }));
  return {
    id: run.id,
    state: run.state,
    purpose: run.purpose,
    phase: run.phase,
    fraction: run.fraction,
    practices: outcome?.practices ?? run.instance?.practices.length ?? 0,
    unassigned: (outcome?.unassigned ?? []).map(named),
    conflicts,
    relaxations: (outcome?.relaxations ?? []).map(({ change: _change, ...view }) => view),
    proposalIds: outcome?.proposalIds ?? [],
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    failure: run.failure,
  };
}
