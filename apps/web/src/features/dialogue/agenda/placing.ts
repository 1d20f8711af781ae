import type { AgendaProposalView } from '#libs/contracts';
import type { Place } from './agenda-data';

/** Who is on which date: date id → department in this year. */
export type Placing = Readonly<Record<string, string>>;

export const placingOf = (proposal: AgendaProposalView | null): Placing =>
  Object.fromEntries(
    (proposal?.places ?? []).map(({ dateId, yearDepartmentId }) => [dateId, yearDepartmentId]),
  );

/**
 * Puts a department on a date, or takes it off when it is there already. Whoever had the date gets the one that comes free, so that nobody
 * loses a date without being told.
 */
export function placed(placing: Placing, dateId: string, yearDepartmentId: string): Placing {
  const next: Record<string, string> = { ...placing };
  if (placing[dateId] === yearDepartmentId) {
    delete next[dateId];
    return next;
  }
  const from = Object.keys(placing).find((date) => placing[date] === yearDepartmentId);
  const holder = placing[dateId];
  if (from !== undefined) delete next[from];
  if (from !== undefined && holder !== undefined) next[from] = holder;
  next[dateId] = yearDepartmentId;
  return next;
}

/** The same without dates and departments that are gone since. */
export function stillThere(placing: Placing, dateIds: readonly string[], ids: readonly string[]): Placing {
  return Object.fromEntries(
    Object.entries(placing).filter(([date, id]) => dateIds.includes(date) && ids.includes(id)),
  );
}

export const placesOf = (placing: Placing): Place[] =>
  Object.entries(placing).map(([dateId, yearDepartmentId]) => ({ dateId, yearDepartmentId }));

export const samePlacing = (a: Placing, b: Placing): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([date, id]) => b[date] === id);
