import type { CampaignView, Role } from '#libs/contracts';

/** Who can be asked by role, in the order of the page. */
export const ASKED_ROLES = [
  'practice-holder',
  'practice-contact',
  'practice-employee',
  'discussion-leader',
  'practice-consultant',
] as const satisfies readonly Role[];

/** Two weeks to answer. */
export const USUAL_DAYS = 14;

/**
 * A reminder halfway and one shortly before the end of the usual time, on a working day when the evaluation opens on one.
 * @param opensOn local day, `2026-11-23`
 */
export function usualReminders(opensOn: string): number[] {
  const weekday = (days: number) => {
    const day = new Date(`${opensOn}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + USUAL_DAYS - days);
    return day.getUTCDay();
  };
  return [7, [2, 3, 4].find((days) => weekday(days) % 6 !== 0) ?? 2];
}

/** Whom a questionnaire is made for; the person can change it. */
export function rolesFor(questionnaireKey: string): Role[] {
  return [questionnaireKey === 'value-survey-staff' ? 'practice-employee' : 'practice-holder'];
}

/** The strongest promise that is true for this audience; by name is always true. */
export function truestLevel(levels: CampaignView['levels']): CampaignView['anonymity'] {
  return levels.find((one) => one.possible)?.level ?? 'named';
}

/** Days before the end: whole, each once, within the time to answer, the earliest mail first. Null when they are not that. */
export function reminderDays(first: number | null, second: number | null, within: number): number[] | null {
  const days = [first, second].filter((day) => day !== null);
  const fits = days.every((day) => Number.isInteger(day) && day >= 1 && day < within);
  return fits && new Set(days).size === days.length ? days.toSorted((a, b) => b - a) : null;
}
