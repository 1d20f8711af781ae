import { dayAt, localInstant, localDay } from '#libs/platform';

/** The owner hears of an action this many days before its day, and once more on the day. */
const DAYS_BEFORE = 3;
/** Local time of day at which a reminder goes out. */
const HOUR = '08:00';

/** When the owner of an action is reminded next after `now`; null when both moments are over. @param dueOn local date */
export function nextActionReminder(dueOn: string, now: Date): Date | null {
  const day = localInstant(dueOn, HOUR);
  const before = dayAt(day, -DAYS_BEFORE, HOUR);
  if (before > now) return before;
  return day > now ? day : null;
}

/** What a reminder that is carried out now may still say: before its day or on it; after it nobody is reminded. */
export function reminderNow(dueOn: string, now: Date): 'soon' | 'today' | null {
  const today = localDay(now);
  if (dueOn < today) return null;
  return dueOn === today ? 'today' : 'soon';
}

/** The end of a local day, as deadline. */
export const endOfDay = (dueOn: string): Date => localInstant(dueOn, '23:59');
