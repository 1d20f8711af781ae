import { ZONE } from '../../lib/format';

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' });

/** The greeting that fits the time in Amsterdam: morning from 6, afternoon from 12, evening from 18. */
export function partOfDay(now: number | Date): PartOfDay {
  const hour = Number(hourOf.format(now));
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
