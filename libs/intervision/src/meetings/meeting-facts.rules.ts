import { DomainError, guardedTexts } from '#libs/platform';
import type { Meeting } from './meeting.entity.js';
import { meetingInstants, type MeetingTimes } from './meeting.rules.js';

/** The texts that were given, without what looks like a patient (DIA-20). @throws text.identifiers */
export function textsOf(
  given: { title?: string | undefined; location?: string | null | undefined },
  confirmed: boolean,
): { title?: string; location?: string | null } {
  const texts = guardedTexts(
    {
      ...(given.title === undefined ? {} : { title: given.title }),
      ...(given.location ? { location: given.location } : {}),
    } as Record<'title' | 'location', string>,
    confirmed,
  );
  const emptied = given.location !== undefined && !given.location?.trim();
  return { ...texts, ...(emptied && { location: null }) };
}

/**
 * Date and times as they become, with their instants; null when nothing was said of them.
 * @throws validation.failed for times that are not complete or in the wrong order · meeting.past
 */
export function timesOf(given: Partial<MeetingTimes>, was: Meeting | null, now: Date) {
  const { date, startTime, endTime } = given;
  if (date === undefined && startTime === undefined && endTime === undefined) return null;
  const times = {
    date: date ?? was?.date,
    startTime: startTime ?? was?.startTime,
    endTime: endTime ?? was?.endTime,
  };
  const missing = (['date', 'startTime', 'endTime'] as const).filter((field) => !times[field]);
  if (missing.length > 0)
    throw new DomainError('validation.failed', {
      fields: missing.map((field) => ({ field, rule: 'isDefined' })),
    });
  const whole = times as MeetingTimes;
  if (whole.endTime <= whole.startTime)
    throw new DomainError('validation.failed', { fields: [{ field: 'endTime', rule: 'afterStart' }] });
  const same =
    was && (['date', 'startTime', 'endTime'] as const).every((field) => was[field] === whole[field]);
  if (same) return null;
  const instants = instantsOf(whole, was?.timeZone);
  if (instants.endsAt <= now) throw new DomainError('meeting.past');
  return { ...whole, ...instants };
}

function instantsOf(times: MeetingTimes, zone: string | undefined) {
  try {
    return meetingInstants(times, zone);
  } catch {
    throw new DomainError('validation.failed', { fields: [{ field: 'date', rule: 'isDate' }] });
  }
}
