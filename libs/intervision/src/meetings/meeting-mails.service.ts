import { Injectable } from '@nestjs/common';
import { MailsService } from '#libs/notifications';
import type { Actor } from '#libs/platform';
import { addresseesOf, type PracticeAddressee } from '../proposals/proposals.queries.js';
import { MeetingLinks } from './meeting-links.service.js';
import type { Meeting } from './meeting.entity.js';
import { calendarEntry } from './meeting.rules.js';

/** A meeting with the words that its mails need. */
export interface MailedMeeting {
  meeting: Meeting;
  group: string | null;
  round: string | null;
  leader: string | null;
}

/** Somebody who is told, for which practice. */
export type MeetingAddressee = PracticeAddressee & { practice: string };

/** Plans the mails about meetings, one per person per practice, inside the open transaction (features 12). */
@Injectable()
export class MeetingMails {
  constructor(
    private readonly mails: MailsService,
    private readonly links: MeetingLinks,
  ) {}

  /** To who is asked to be there, once there is a date. */
  async planned(actor: Actor, mailed: MailedMeeting, to: readonly MeetingAddressee[]): Promise<void> {
    for (const one of to)
      await this.mails.plan(actor, {
        template: 'meeting-planned',
        to: one,
        subjectId: mailed.meeting.id,
        params: await this.base(actor, mailed, one),
      });
  }

  /** To who stays; `from`: when it was, if it moved. */
  async changed(
    actor: Actor,
    mailed: MailedMeeting,
    to: readonly MeetingAddressee[],
    from: Date | null,
  ): Promise<void> {
    for (const one of to)
      await this.mails.plan(actor, {
        template: 'meeting-changed',
        to: one,
        subjectId: mailed.meeting.id,
        params: { ...(await this.base(actor, mailed, one)), from: from?.toISOString() ?? null },
      });
  }

  /** To who is not asked any more, and to all when the meeting is off: only their calendars are told so. */
  async cancelled(
    actor: Actor,
    mailed: MailedMeeting,
    to: readonly MeetingAddressee[],
    why: 'left' | 'cancelled',
  ): Promise<void> {
    const { meeting } = mailed;
    for (const one of to)
      await this.mails.plan(actor, {
        template: 'meeting-cancelled',
        to: one,
        subjectId: meeting.id,
        params: {
          practice: one.practice,
          group: mailed.group,
          title: meeting.title,
          startsAt: meeting.startsAt?.toISOString() ?? null,
          why,
          calendar: calendarEntry(meeting, mailed, 'CANCEL'),
        },
      });
  }

  private async base(actor: Actor, mailed: MailedMeeting, to: MeetingAddressee) {
    const { meeting, group, leader } = mailed;
    const calendar = calendarEntry(meeting, mailed);
    if (!calendar) throw new Error('A meeting without a date is not announced.');
    return {
      taskLinkId: await this.links.create(actor, meeting, to.personId, to.practiceId),
      practice: to.practice,
      group,
      title: meeting.title,
      startsAt: calendar.startsAt,
      endsAt: calendar.endsAt,
      location: meeting.location,
      meetingLink: meeting.meetingLink,
      leader,
      calendar,
    };
  }
}

/** Contact and holder of each of these practices, with the practice's name. */
export async function told(
  database: Parameters<typeof addresseesOf>[0],
  practiceIds: readonly string[],
): Promise<MeetingAddressee[]> {
  if (practiceIds.length === 0) return [];
  const names = await database.query<{ id: string; name: string }>(
    `select id, name from practice where id = any($1::uuid[])`,
    [practiceIds],
  );
  const addressees = await addresseesOf(database, practiceIds);
  return addressees.map((one) => ({
    ...one,
    practice: names.find(({ id }) => id === one.practiceId)?.name ?? '',
  }));
}
