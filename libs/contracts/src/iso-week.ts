/** An ISO 8601 week as it stands in an address: `2026-W47`. */
export type IsoWeek = string;

const DAY = 86_400_000;
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** 0 for Monday. */
const weekday = (time: number): number => (new Date(time).getUTCDay() + 6) % 7;

/** The Monday of a local date, both as `yyyy-mm-dd`. */
export function mondayOn(date: string): string {
  const time = day(date);
  return iso(time - weekday(time) * DAY);
}

/** The week of a local date (ISO 8601: the week belongs to the year of its Thursday). */
export function weekOf(date: string): IsoWeek {
  const thursday = day(mondayOn(date)) + 3 * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.round((thursday - day(mondayOn(`${year}-01-04`)) - 3 * DAY) / (7 * DAY));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of a week; null for a text that names no week, and for week 53 of a year that has 52. */
export function mondayOf(week: IsoWeek): string | null {
  const match = /^(20\d{2})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const monday = iso(day(mondayOn(`${match[1]}-01-04`)) + (Number(match[2]) - 1) * 7 * DAY);
  return weekOf(monday) === week ? monday : null;
}

/** So many weeks after a Monday (or before, below zero), as a Monday. */
export function weeksAfter(monday: string, weeks: number): string {
  return iso(day(monday) + weeks * 7 * DAY);
}
