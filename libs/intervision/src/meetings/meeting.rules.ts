import type { CalendarEntry } from '#libs/notifications';
import { localInstant } from '#libs/platform';

/** A local date with the times of a meeting on it, `2027-02-09`, `19:30`. */
export interface MeetingTimes {
  date: string;
  startTime: string;
  endTime: string;
}

/** A meeting that nobody closed is closed this long after its end. */
export const CLOSES_AFTER_HOURS = 2;

/** The instants of a local date and times; right on both sides of a clock change. @throws on a date that does not exist. */
export function meetingInstants(
  { date, startTime, endTime }: MeetingTimes,
  zone?: string,
): { startsAt: Date; endsAt: Date } {
  return { startsAt: localInstant(date, startTime, zone), endsAt: localInstant(date, endTime, zone) };
}

/** A meeting that is still to come, or whose date is still being asked for; one that has begun is coming until it is over. */
export function isComing(meeting: { state: string; endsAt: Date | null }, now: Date): boolean {
  if (meeting.state === 'polling') return true;
  return meeting.state === 'planned' && meeting.endsAt !== null && meeting.endsAt > now;
}

/** What the calendar shows of a meeting. */
export interface MeetingEntry {
  title: string;
  calendarUid: string;
  calendarSequence: number;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string | null;
  meetingLink: string | null;
}

/**
 * A meeting as a calendar entry, or null as long as it has no date. The UID stays for life and the sequence rises with every change; CANCEL
 * is for who leaves, and for all when the meeting is off (features 12).
 */
export function calendarEntry(
  meeting: MeetingEntry,
  around: { group: string | null; round: string | null },
  method: CalendarEntry['method'] = 'REQUEST',
): CalendarEntry | null {
  if (!meeting.startsAt || !meeting.endsAt) return null;
  return {
    method,
    uid: meeting.calendarUid,
    sequence: meeting.calendarSequence,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    timeZone: meeting.timeZone,
    summary: around.group === null ? meeting.title : `${around.group}: ${meeting.title}`,
    description: [around.round, meeting.meetingLink].filter((line) => line !== null).join('\n'),
    location: meeting.location ?? meeting.meetingLink,
  };
}
