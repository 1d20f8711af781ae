import { DateTime } from 'luxon';
import type { HolidayRegion, RoundDateView } from '#libs/contracts';
import { publicHolidays } from './public-holidays.rules.js';
import { schoolHolidays } from './school-holidays.rules.js';

/**
 * What a person should know before choosing this day (features 13): public holiday, school holiday of the region, weekend.
 * A flag, never a ban. Days after the published school years carry no school flag.
 */
export function dateFlags(date: string, region: HolidayRegion): RoundDateView['flags'] {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  const flags: RoundDateView['flags'] = publicHolidays(day.year)
    .filter((holiday) => holiday.date === date)
    .map((holiday) => ({ kind: 'public-holiday' as const, name: holiday.name }));
  for (const holiday of schoolHolidays(region))
    if (date >= holiday.from && date <= holiday.to)
      flags.push({ kind: 'school-holiday', name: holiday.name });
  if (day.weekday === 6) flags.push({ kind: 'weekend', name: { nl: 'Zaterdag', en: 'Saturday' } });
  if (day.weekday === 7) flags.push({ kind: 'weekend', name: { nl: 'Zondag', en: 'Sunday' } });
  return flags;
}
