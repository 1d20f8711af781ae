import { DateTime } from 'luxon';
import { DomainError, isSkipped, localDay, localInstant } from '#libs/platform';

/** Local day and times of a date on which a session can be. */
export interface DateWish {
  date: string;
  startTime: string;
  endTime: string;
}

/** DIA-04: one hour, online, in the evening. */
const USUAL = { startTime: '19:30', endTime: '20:30' } as const;
/** February, April, September and November: once a quarter, clear of the long holidays. */
const MONTHS = [2, 4, 9, 11];
const TUESDAY = 2;
const WEEKS_TO_TRY = 4;
/** A deadline is the whole of its day. */
const END_OF_DAY = '23:59';
const FURTHEST_DAYS = 730;

/** @throws agenda.times-invalid unless it is a day of that year and the end comes after the start · session.times-skipped when the clock goes forward then */
export function checkedDate(wish: DateWish, year: number): DateWish {
  const day = DateTime.fromISO(wish.date, { zone: 'utc' });
  const right =
    day.isValid && day.toISODate() === wish.date && day.year === year && wish.startTime < wish.endTime;
  if (!right) throw new DomainError('agenda.times-invalid', { ...wish, year });
  for (const time of [wish.startTime, wish.endTime])
    if (isSkipped(wish.date, time)) throw new DomainError('session.times-skipped', { date: wish.date, time });
  return { date: wish.date, startTime: wish.startTime, endTime: wish.endTime };
}

/**
 * Four dates to begin with (DIA-01): the second Tuesday of four months, a week on for every week with a holiday in it. The organiser
 * changes them as they like.
 * @param flagged a public or school holiday falls on that day
 * @param today days that passed are not proposed
 */
export function usualDates(year: number, flagged: (date: string) => boolean, today: string): DateWish[] {
  return MONTHS.flatMap((month) => {
    const first = DateTime.utc(year, month, 1);
    const tuesday = first.plus({ days: ((TUESDAY - first.weekday + 7) % 7) + 7 });
    const days = Array.from(
      { length: WEEKS_TO_TRY },
      (_, weeks) => tuesday.plus({ weeks }).toISODate() as string,
    );
    const date = days.find((day) => !flagged(day)) ?? (days[0] as string);
    return date > today ? [{ date, ...USUAL }] : [];
  });
}

/** The end of a local day, as a deadline. @throws agenda.times-invalid when it passed, or is more than two years away */
export function deadlineOn(date: string, now: Date): Date {
  const real = DateTime.fromISO(date, { zone: 'utc' }).isValid;
  const until = real ? localInstant(date, END_OF_DAY) : null;
  if (!until || until <= now || date > localDay(now, FURTHEST_DAYS))
    throw new DomainError('agenda.times-invalid', { date });
  return until;
}
