import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarEntry } from '../templates/template-params.template.js';

export interface CalendarParty {
  name: string;
  email: string;
}

/**
 * Europe/Amsterdam as Outlook wants it: yearly rules from 1970, no RDATEs (field.md B1). The European rule has stood since
 * 1996; earlier dates never occur in an invitation.
 */
const AMSTERDAM = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'X-LIC-LOCATION:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * An iCalendar file (RFC 5545/5546) for one meeting: the UID stays, the sequence rises with every change, CANCEL goes only
 * to who leaves. With an attendee it is that person's own invitation; others are never listed.
 */
export function renderCalendar(
  entry: CalendarEntry,
  organiser: CalendarParty,
  attendee?: CalendarParty,
  issuedAt = new Date(),
): string {
  const zone = entry.timeZone;
  const calendar = ical({
    prodId: { company: 'Leerkring', product: 'Leerkring', language: 'NL' },
    method: entry.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // The zone belongs to the event alone: a calendar with a zone writes DTSTAMP in it, and RFC 5545 wants that in UTC.
    timezone: { name: null, generator: (name) => (name === 'Europe/Amsterdam' ? AMSTERDAM : null) },
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: DateTime.fromISO(entry.startsAt, { zone }),
    end: DateTime.fromISO(entry.endsAt, { zone }),
    timezone: zone,
    stamp: DateTime.fromJSDate(issuedAt, { zone: 'utc' }),
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    status: entry.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organiser.name, email: organiser.email },
    attendees: attendee
      ? [
          {
            name: attendee.name,
            email: attendee.email,
            role: ICalAttendeeRole.REQ,
            status: ICalAttendeeStatus.NEEDSACTION,
            rsvp: true,
          },
        ]
      : [],
  });
  return calendar.toString();
}
