import type { CalendarEntry } from '#libs/notifications';
import { DomainError } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import type { Registration } from './registration.entity.js';

/** As long as the hour lasts somebody can take over; after it nothing changes. @throws session.ended · session.cancelled */
export function checkOpen(session: Pick<Session, 'state' | 'endsAt'>, now: Date): void {
  if (session.state === 'cancelled') throw new DomainError('session.cancelled');
  if (session.state === 'ended' || session.endsAt <= now) throw new DomainError('session.ended');
}

/** Those who wait, the first in line first. */
export function waitingLine<Row extends Pick<Registration, 'id' | 'state' | 'askedAt'>>(
  rows: readonly Row[],
): Row[] {
  return rows
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Places that are free; Infinity where there is no maximum, never below 0. */
export function freePlaces(places: number | null, rows: readonly Pick<Registration, 'state'>[]): number {
  if (places === null) return Infinity;
  return Math.max(0, places - rows.filter(({ state }) => state === 'registered').length);
}

/** The session in somebody's calendar (feature 12): one UID, the sequence that this receiver gets. */
export function sessionEntry(
  session: Session,
  department: string,
  sequence: number,
  method: CalendarEntry['method'] = 'REQUEST',
): CalendarEntry {
  return {
    method,
    uid: session.calendarUid,
    sequence,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    timeZone: session.timeZone,
    summary: session.title,
    description: [department, session.meetingLink].filter(Boolean).join('\n'),
    location: session.meetingLink,
  };
}
