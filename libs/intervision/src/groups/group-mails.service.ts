import { Injectable } from '@nestjs/common';
import { TaskLinksService } from '#libs/access';
import type { Words } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { Clock, daysOn, type Actor } from '#libs/platform';
import type { PracticeAddressee } from '../proposals/proposals.queries.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { calendarEntry } from '../meetings/meeting.rules.js';
import type { Group } from './group.entity.js';

/** A group with the words its mails need. */
export interface MailedGroup {
  group: Group;
  /** The meeting that the mail speaks of; null when none is planned and there never was one. */
  meeting: Meeting | null;
  round: string;
  theme: string;
  /** Names of all practices that are members now. */
  members: string[];
}

/** The task link in a mail about a group stays good this long after the meeting, to look up who was there. */
const LINK_DAYS_AFTER = 60;

/** Plans the mails about groups, one per person per practice, inside the open transaction (features 12). */
@Injectable()
export class GroupMails {
  constructor(
    private readonly mails: MailsService,
    private readonly links: TaskLinksService,
    private readonly clock: Clock,
  ) {}

  /** To a practice that is new in a group. */
  async published(
    actor: Actor,
    mailed: MailedGroup,
    practice: { id: string; name: string; why: Words },
    addressees: readonly PracticeAddressee[],
  ): Promise<void> {
    for (const to of addressees) {
      await this.mails.plan(actor, {
        template: 'group-published',
        to,
        subjectId: mailed.group.id,
        params: {
          ...(await this.base(actor, mailed, practice, to)),
          members: mailed.members,
          why: practice.why,
        },
      });
    }
  }

  /** To a practice that stays in a group in which something changed. */
  async changed(
    actor: Actor,
    mailed: MailedGroup,
    practice: { id: string; name: string },
    changes: { joined: string[]; left: string[] },
    addressees: readonly PracticeAddressee[],
  ): Promise<void> {
    for (const to of addressees) {
      await this.mails.plan(actor, {
        template: 'group-changed',
        to,
        subjectId: mailed.group.id,
        params: { ...(await this.base(actor, mailed, practice, to)), ...changes },
      });
    }
  }

  /** To a practice that leaves: the only one whose calendar is told that the meeting is off. Its link ends. */
  async left(
    actor: Actor,
    mailed: MailedGroup,
    practice: { name: string },
    addressees: readonly PracticeAddressee[],
  ): Promise<void> {
    const { group, meeting, round } = mailed;
    for (const to of addressees) {
      await this.mails.plan(actor, {
        template: 'group-left',
        to,
        subjectId: group.id,
        params: {
          round,
          practice: practice.name,
          group: group.name,
          startsAt: meeting?.startsAt?.toISOString() ?? null,
          calendar: meeting && calendarEntry(meeting, { group: group.name, round }, 'CANCEL'),
        },
      });
    }
  }

  private async base(
    actor: Actor,
    { group, meeting, round, theme }: MailedGroup,
    practice: { id: string; name: string },
    to: PracticeAddressee,
  ) {
    const until = daysOn(meeting?.endsAt ?? this.clock.now(), LINK_DAYS_AFTER);
    return {
      taskLinkId: await this.links.create(actor, {
        personId: to.personId,
        kind: 'group-view',
        subjectId: group.id,
        practiceId: practice.id,
        until,
      }),
      round,
      practice: practice.name,
      group: group.name,
      theme,
      startsAt: meeting?.startsAt?.toISOString() ?? null,
      endsAt: meeting?.endsAt?.toISOString() ?? null,
      leader: group.leaderName,
      calendar: meeting && calendarEntry(meeting, { group: group.name, round }),
    };
  }
}
