import { type Moment, calendarDay } from '../../../lib/format';

const DAY = 86_400_000;

/** A local date some months later: `2026-10-01` and 12 give `2027-10-01`. For first days of months. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** The last local day of so many months from now; never a day too many, whatever the lengths of the months. */
export function dayAfterMonths(now: Moment, months: number): string {
  const today = new Date(calendarDay(now) * DAY).toISOString().slice(0, 10);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return new Date(end - DAY).toISOString().slice(0, 10);
}
