import { Injectable } from '@nestjs/common';
import { TaskLinksService } from '#libs/access';
import type { Words } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import type { Actor } from '#libs/platform';
import type { PracticeAddressee } from '../proposals/proposals.queries.js';
import { calendarEntry } from './group.rules.js';
import type { Group } from './group.entity.js';

/** A group with the words its mails need. */
export interface MailedGroup {
  group: Group;
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
    const { group, round } = mailed;
    for (const to of addressees) {
      await this.mails.plan(actor, {
        template: 'group-left',
        to,
        subjectId: group.id,
        params: {
          round,
          practice: practice.name,
          group: group.name,
          startsAt: group.startsAt.toISOString(),
          calendar: calendarEntry({ ...group, round, theme: mailed.theme }, 'CANCEL'),
        },
      });
    }
  }

  private async base(
    actor: Actor,
    { group, round, theme }: MailedGroup,
    practice: { id: string; name: string },
    to: PracticeAddressee,
  ) {
    const until = new Date(group.endsAt.getTime() + LINK_DAYS_AFTER * 86_400_000);
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
      startsAt: group.startsAt.toISOString(),
      endsAt: group.endsAt.toISOString(),
      leader: group.leaderName,
      calendar: calendarEntry({ ...group, round, theme }),
    };
  }
}
