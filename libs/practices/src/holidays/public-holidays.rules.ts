import { DateTime } from 'luxon';
import type { Words } from '#libs/contracts';

export interface PublicHoliday {
  /** Local date, `2027-03-29`. */
  date: string;
  name: Words;
  /** False for Bevrijdingsdag: most employers give that day off once in five years, practices differ (features 13). */
  dayOffForAll: boolean;
}

/** Easter Sunday in the Gregorian calendar (anonymous computus, Meeus/Jones/Butcher). */
export function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return DateTime.utc(year, Math.floor(n / 31), (n % 31) + 1);
}

/** King's Day: 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): DateTime {
  const day = DateTime.utc(year, 4, 27);
  return day.weekday === 7 ? day.minus({ days: 1 }) : day;
}

/**
 * The Dutch public holidays of one calendar year, in order. Good Friday is left out: it is a working day in most of the
 * country and no practice is closed by law.
 */
export function publicHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  const rows: [DateTime, string, string, boolean?][] = [
    [DateTime.utc(year, 1, 1), 'Nieuwjaarsdag', 'New Year’s Day'],
    [easter, 'Eerste paasdag', 'Easter Sunday'],
    [easter.plus({ days: 1 }), 'Tweede paasdag', 'Easter Monday'],
    [kingsDay(year), 'Koningsdag', 'King’s Day'],
    [
      DateTime.utc(year, 5, 5),
      'Bevrijdingsdag (niet voor iedereen vrij)',
      'Liberation Day (not a day off for all)',
      false,
    ],
    [easter.plus({ days: 39 }), 'Hemelvaartsdag', 'Ascension Day'],
    [easter.plus({ days: 49 }), 'Eerste pinksterdag', 'Whit Sunday'],
    [easter.plus({ days: 50 }), 'Tweede pinksterdag', 'Whit Monday'],
    [DateTime.utc(year, 12, 25), 'Eerste kerstdag', 'Christmas Day'],
    [DateTime.utc(year, 12, 26), 'Tweede kerstdag', 'Boxing Day'],
  ];
  return rows
    .map(([day, nl, en, dayOffForAll = true]) => ({
      date: day.toISODate() as string,
      name: { nl, en },
      dayOffForAll,
    }))
    .sort((one, other) => one.date.localeCompare(other.date));
}
