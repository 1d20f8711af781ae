import { weeksAfter, type ReferralForm, type ReferralMomentView } from '#libs/contracts';
import { dayAt, localDay, localInstant } from '#libs/platform';

/** What a moment is when a practice chooses a form (REF-01): an hour every three weeks, daily, weekly. */
export const FIRST_MOMENT: Record<ReferralForm, { weekday: number | null; time: string; remind: boolean }> = {
  selected: { weekday: 4, time: '12:30', remind: true },
  daily: { weekday: null, time: '11:45', remind: false },
  weekly: { weekday: 2, time: '12:30', remind: true },
};

/** Local time at which the reminder of a day goes out. */
const REMINDER_TIME = '07:00';
/** Three weeks of days, and one for the way around. */
const LOOK_AHEAD = 22;

const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** True when the practice looks at its referrals on this local day. */
export function isMomentDay(
  moment: Pick<ReferralMomentView, 'form' | 'weekday' | 'fromWeek'>,
  day: string,
): boolean {
  const weekday = weekdayOf(day);
  if (moment.weekday === null) return weekday <= 5;
  if (moment.weekday !== weekday) return false;
  if (moment.form !== 'selected' || moment.fromWeek === null) return true;
  const monday = localDayBefore(day, weekday - 1);
  for (let week = moment.fromWeek; week <= monday; week = weeksAfter(week, 3))
    if (week === monday) return true;
  return false;
}

function localDayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The next time after `now` that the practice agreed on (REF-02). */
export function nextMoment(
  moment: Pick<ReferralMomentView, 'form' | 'weekday' | 'fromWeek' | 'time'>,
  now: Date,
): Date | null {
  return firstDay(moment, now, (day) => localInstant(day, moment.time));
}

/** When the next reminder is due: in the morning of a moment's day; null when none is wanted. */
export function nextReminder(
  moment: Pick<ReferralMomentView, 'form' | 'weekday' | 'fromWeek' | 'remind'>,
  now: Date,
): Date | null {
  return moment.remind ? firstDay(moment, now, (day) => localInstant(day, REMINDER_TIME)) : null;
}

function firstDay(
  moment: Pick<ReferralMomentView, 'form' | 'weekday' | 'fromWeek'>,
  now: Date,
  at: (day: string) => Date,
): Date | null {
  const start = moment.fromWeek !== null && moment.fromWeek > localDay(now) ? moment.fromWeek : localDay(now);
  const noon = localInstant(start, '12:00');
  for (let days = 0; days <= LOOK_AHEAD; days++) {
    const day = localDay(noon, days);
    if (isMomentDay(moment, day) && at(day) > now) return at(day);
  }
  return null;
}

/** The morning of the day on which an action is to be done; null when that is over. */
export function actionReminder(dueOn: string, now: Date): Date | null {
  const at = dayAt(localInstant(dueOn, '12:00'), 0, REMINDER_TIME);
  return at > now ? at : null;
}
