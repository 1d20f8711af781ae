import type { DateFit } from '#libs/contracts';

/** Departments and dates that can be compared exactly: 2^12 sets of departments for each date. */
export const MOST_COMPARED = 12;

export interface AssignableDate {
  id: string;
}
export interface AssignableDepartment {
  id: string;
  /** How wanted it is; the sum over all departments stays under 10 million. */
  points: number;
  /** Date id → how it suits; a date without an answer is absent. */
  fits: Readonly<Record<string, DateFit>>;
}
export interface Placed {
  dateId: string;
  departmentId: string;
  fit: Exclude<DateFit, 'no'> | 'unknown';
}

type Fit = Placed['fit'];

/** How one department suits one date; null where it cannot come. */
export function fitOn(department: AssignableDepartment, dateId: string): Fit | null {
  const fit = department.fits[dateId] ?? 'unknown';
  return fit === 'no' ? null : fit;
}

/**
 * What each department is worth on each date, as whole numbers whose sums compare what counts, the first before the second: places
 * filled, places that suit, places nobody spoke against, wantedness of who is placed, early dates used, and at last the most wanted on
 * the earliest. Null where a department cannot come.
 * @returns rows are dates, columns departments, in the order that they are given
 */
export function worths(
  dates: readonly AssignableDate[],
  departments: readonly AssignableDepartment[],
): (number | null)[][] {
  const all = departments.length;
  const places = Math.min(dates.length, all) + 1;
  const points = departments.reduce((sum, one) => sum + one.points, 0);
  // each is more than all that comes after it can add up to
  const early = dates.length * dates.length * all + 1;
  const wanted = (dates.length * dates.length + 1) * early;
  const silent = (points + 1) * wanted;
  const suits = places * silent;
  const placed = places * suits;
  const byWish = [...departments].sort((a, b) => b.points - a.points);
  return dates.map(({ id }, place) =>
    departments.map((one) => {
      const fit = fitOn(one, id);
      if (fit === null) return null;
      const left = dates.length - place;
      return (
        placed +
        (fit === 'yes' ? suits : 0) +
        (fit === 'maybe' ? 0 : silent) +
        one.points * wanted +
        left * early +
        left * (all - byWish.indexOf(one))
      );
    }),
  );
}

/**
 * The best assignment of departments to dates (DIA-03), exactly: dynamic programming over the sets of departments that have a date. Best
 * is first as many departments placed as possible, then as many as possible on a date that suits, then as few as possible on one that
 * suits only if needed, then the most wanted placed, then the earliest dates used, the most wanted first. Never on a date that a
 * department said no to.
 * @param dates the earliest first
 * @throws RangeError with more than 12 departments
 */
export function bestAssignment(
  dates: readonly AssignableDate[],
  departments: readonly AssignableDepartment[],
): Placed[] {
  if (departments.length > MOST_COMPARED)
    throw new RangeError(`At most ${MOST_COMPARED} departments can be compared, not ${departments.length}.`);
  const worthOf = worths(dates, departments);
  const sets = 1 << departments.length;
  let best = new Float64Array(sets).fill(-1);
  best[0] = 0;
  /** Per date and set: the department that took the date last, or -1. */
  const taken: Int8Array[] = [];
  for (const row of worthOf) {
    const next = best.slice();
    const took = new Int8Array(sets).fill(-1);
    for (let set = 0; set < sets; set += 1) {
      const base = best[set] as number;
      if (base < 0) continue;
      row.forEach((value, department) => {
        if (value === null || set & (1 << department)) return;
        const after = set | (1 << department);
        if (base + value > (next[after] as number)) {
          next[after] = base + value;
          took[after] = department;
        }
      });
    }
    best = next;
    taken.push(took);
  }
  let set = best.indexOf(Math.max(...best));
  const places: Placed[] = [];
  for (let place = dates.length - 1; place >= 0; place -= 1) {
    const department = taken[place]?.[set] ?? -1;
    if (department < 0) continue;
    const one = departments[department] as AssignableDepartment;
    const dateId = (dates[place] as AssignableDate).id;
    places.unshift({ dateId, departmentId: one.id, fit: fitOn(one, dateId) as Fit });
    set &= ~(1 << department);
  }
  return places;
}

/**
 * Departments that together have too few dates: the one without a date, and every department that could make room for it only by losing
 * its own (Hall's theorem, by alternating paths in an assignment that places as many as possible).
 * @returns the departments with the dates that they could come on, all taken by themselves
 */
export function crowd(
  unplacedId: string,
  places: readonly Placed[],
  dates: readonly AssignableDate[],
  departments: readonly AssignableDepartment[],
): { departmentIds: string[]; dateIds: string[] } {
  const at = new Map(places.map((one) => [one.dateId, one.departmentId]));
  const inCrowd = new Set([unplacedId]);
  const reached = new Set<string>();
  for (const id of inCrowd) {
    const one = departments.find((department) => department.id === id);
    for (const date of dates) {
      if (!one || fitOn(one, date.id) === null) continue;
      reached.add(date.id);
      const holder = at.get(date.id);
      if (holder !== undefined) inCrowd.add(holder);
    }
  }
  return {
    departmentIds: departments.filter(({ id }) => inCrowd.has(id)).map(({ id }) => id),
    dateIds: dates.filter(({ id }) => reached.has(id)).map(({ id }) => id),
  };
}
