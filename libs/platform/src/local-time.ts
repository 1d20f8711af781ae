import { DateTime } from 'luxon';

/** Times that people agree on are agreed in this zone, whatever the machine's own is. */
export const ZONE = 'Europe/Amsterdam';

/**
 * The instant of a local date and time; right on both sides of a change of the clock. A time that the spring change skips is the one an
 * hour later, a time that the autumn change repeats is the first.
 * @throws on a date or time that does not exist
 */
export function localInstant(date: string, time: string, zone = ZONE): Date {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone });
  if (!moment.isValid) throw new Error(`${date} ${time} is no moment in ${zone}.`);
  // of a time that comes twice, luxon takes either
  const before = moment.minus({ hours: 1 });
  return (before.toFormat('HH:mm') === moment.toFormat('HH:mm') ? before : moment).toJSDate();
}

/** Does the spring change of the clock skip this local time? */
export function isSkipped(date: string, time: string, zone = ZONE): boolean {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone });
  return moment.isValid && moment.toFormat('HH:mm') !== time.slice(0, 5);
}

/** The local clock time of `moment`, so many calendar days on: the same time on both sides of a change of the clock. */
export function daysOn(moment: Date, days: number, zone = ZONE): Date {
  return DateTime.fromJSDate(moment, { zone }).plus({ days }).toJSDate();
}

/** The local date of an instant, so many calendar days on. */
export function localDay(moment: Date, days = 0, zone = ZONE): string {
  return DateTime.fromJSDate(moment, { zone }).plus({ days }).toISODate() as string;
}

/** So many days before or after the local date of `moment`, at a local time of day such as `09:00`. */
export function dayAt(moment: Date, days: number, time: string, zone = ZONE): Date {
  return localInstant(localDay(moment, days, zone), time, zone);
}
