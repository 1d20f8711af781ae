import { DateTime } from 'luxon';
import { dayAt, DomainError, isSkipped, localDay, ZONE } from '#libs/platform';

/** The local date and times of a session. */
export interface SessionTimes {
  date: string;
  startTime: string;
  endTime: string;
}
const LONGEST_MS = 8 * 3_600_000;

/**
 * When a session is, from what people agreed on.
 * @throws session.times-invalid when it is no moment, its end is not after its start, or it lies behind or more than two years ahead
 * @throws session.times-skipped when the clock goes forward then
 */
export function sessionMoments(
  { date, startTime, endTime }: SessionTimes,
  now: Date,
  zone = ZONE,
): { startsAt: Date; endsAt: Date } {
  const refuse = (reason: string): never => {
    throw new DomainError('session.times-invalid', { reason });
  };
  const day = DateTime.fromISO(date, { zone });
  if (!day.isValid || day.toISODate() !== date) refuse('no-moment');
  const at = (time: string): Date => {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) refuse('no-moment');
    if (isSkipped(date, time, zone)) throw new DomainError('session.times-skipped', { date, time });
    return dayAt(day.plus({ hours: 12 }).toJSDate(), 0, time, zone);
  };
  const [startsAt, endsAt] = [at(startTime), at(endTime)];
  if (endsAt <= startsAt || endsAt.getTime() - startsAt.getTime() > LONGEST_MS) refuse('end');
  if (startsAt <= now) refuse('past');
  if (localDay(startsAt) > localDay(now, 730)) refuse('too-far');
  return { startsAt, endsAt };
}
