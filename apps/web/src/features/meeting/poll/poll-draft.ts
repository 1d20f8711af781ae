import type { OptionWish } from './poll-data';

/** No more than this can be asked at once. */
export const MOST_OPTIONS = 20;
/** A fortnight's notice at the least: nobody keeps tomorrow evening free. */
export const FIRST_DAYS = 14;

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const textOf = (day: Date): string => day.toISOString().slice(0, 10);

/** A local date so many days on. */
export function daysAfter(date: string, days: number): string {
  const day = noon(date);
  day.setUTCDate(day.getUTCDate() + days);
  return textOf(day);
}

/** The first day of the month so many months on from the month of `date`. */
export function monthAfter(date: string, months: number): string {
  const day = noon(`${date.slice(0, 7)}-01`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return textOf(day);
}

/** The weeks of the month of `date`, Monday to Sunday; null before its first day and after its last. */
export function monthWeeks(date: string): (string | null)[][] {
  const first = `${date.slice(0, 7)}-01`;
  const next = monthAfter(first, 1);
  const days: (string | null)[] = Array.from({ length: (noon(first).getUTCDay() + 6) % 7 }, () => null);
  for (let day = first; day < next; day = daysAfter(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** Every so-manieth day of the week (1 Monday … 7 Sunday) of the weeks to come, from the day after `today`. */
export function weekdaySeries(today: string, weekday: number, weeks: number): string[] {
  const ahead = (weekday - (noon(today).getUTCDay() || 7) + 7) % 7 || 7;
  return Array.from({ length: weeks }, (_, week) => daysAfter(today, ahead + 7 * week));
}

/** Options in order of time, each once. */
export function sortedOptions(options: readonly OptionWish[]): OptionWish[] {
  const key = ({ date, startTime, endTime }: OptionWish) => `${date} ${startTime} ${endTime}`;
  return [...new Map(options.map((one) => [key(one), one])).values()].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}

/** When answers are asked by unless somebody says otherwise: ten days on, but two days before the first date at the latest. */
export function usualDeadline(options: readonly OptionWish[], today: string): string {
  const first = sortedOptions(options)[0]?.date;
  const usual = daysAfter(today, 10);
  if (!first) return usual;
  const latest = daysAfter(first, -2);
  const soonest = daysAfter(today, 1);
  const fits = usual < latest ? usual : latest;
  return fits < soonest ? soonest : fits;
}
