import { meetingInstants, type MeetingTimes } from '../meetings/meeting.rules.js';

/** A field that was refused, and why. */
interface Wrong {
  wrong: { field: 'date' | 'endTime'; rule: 'isDate' | 'afterStart' | 'inPast' | 'tooLongAgo' };
}

/**
 * The times of a meeting that was held, with their instants: over by now, and in this year or the last, because what counted in an earlier
 * year was reported long ago.
 * @param today local date, `2027-02-09`
 */
export function heldTimes(
  { date, startTime, endTime }: MeetingTimes,
  now: Date,
  today: string,
): (MeetingTimes & { startsAt: Date; endsAt: Date }) | Wrong {
  if (endTime <= startTime) return { wrong: { field: 'endTime', rule: 'afterStart' } };
  let instants: { startsAt: Date; endsAt: Date };
  try {
    instants = meetingInstants({ date, startTime, endTime });
  } catch {
    return { wrong: { field: 'date', rule: 'isDate' } };
  }
  if (instants.endsAt > now) return { wrong: { field: 'date', rule: 'inPast' } };
  if (Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - 1)
    return { wrong: { field: 'date', rule: 'tooLongAgo' } };
  return { date, startTime, endTime, ...instants };
}
