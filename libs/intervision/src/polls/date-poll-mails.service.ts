import { Injectable } from '@nestjs/common';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import { MailsService } from '#libs/notifications';
import { Clock, Database, daysOn, type Actor } from '#libs/platform';
import { MeetingLinks } from '../meetings/meeting-links.service.js';
import { meetingInstants } from '../meetings/meeting.rules.js';
import type { RankedDate } from './best-date.rules.js';
import { answerMinutes, LINK_DAYS_AFTER } from './poll.rules.js';
import { pollLeaders, type OpenedPoll, type PollOptionRow } from './polls.queries.js';

/** Nobody hears of the same poll twice within so many hours. */
const QUIET_HOURS = 20;

/** Plans the mails of a date poll, inside the open transaction. */
@Injectable()
export class DatePollMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly links: TaskLinksService,
    private readonly meetings: MeetingLinks,
    private readonly mails: MailsService,
  ) {}

  /** Asks the practices, one mail per person and practice: each has a link of its own. @returns mails planned */
  async ask(
    actor: Actor,
    opened: OpenedPoll,
    group: string | null,
    options: readonly PollOptionRow[],
    practices: readonly { practiceId: string; name: string }[],
  ): Promise<number> {
    const { poll, meeting } = opened;
    let planned = 0;
    for (const { practice, person } of await this.receivers(practices)) {
      await this.mails.plan(actor, {
        template: 'date-poll',
        to: person,
        subjectId: poll.id,
        params: {
          taskLinkId: await this.link(actor, opened, person.personId, practice.practiceId),
          practice: practice.name,
          group,
          title: meeting.title,
          starts: options.map((option) => meetingInstants(option).startsAt.toISOString()),
          deadline: poll.answerUntil.toISOString(),
          minutes: answerMinutes(options.length),
        },
      });
      planned += 1;
    }
    return planned;
  }

  /**
   * Reminds the practices that did not answer everything: one mail per person, whoever many practices they speak for, and none for who
   * heard of this poll in the last hours. @returns mails planned
   */
  async remind(
    actor: Actor,
    opened: OpenedPoll,
    group: string | null,
    practices: readonly { practiceId: string; name: string; open: number }[],
    why: 'open' | 'changed',
  ): Promise<number> {
    const { poll, meeting } = opened;
    const since = new Date(this.clock.now().getTime() - QUIET_HOURS * 3_600_000);
    const heard = await this.database.query<{ id: string }>(
      `select distinct person_id as id from mail where subject_id = $1 and person_id is not null and created_at > $2
         and (template = 'date-poll-reminder' or template = 'date-poll' and $3)`,
      [poll.id, since, why === 'open'],
    );
    const done = new Set(why === 'open' ? heard.map(({ id }) => id) : []);
    let planned = 0;
    const receivers = await this.receivers(practices);
    for (const { practice, person } of receivers) {
      if (done.has(person.personId)) continue;
      done.add(person.personId);
      const theirs = receivers.filter((one) => one.person.personId === person.personId);
      await this.mails.plan(actor, {
        template: 'date-poll-reminder',
        to: person,
        subjectId: poll.id,
        params: {
          taskLinkId: await this.link(actor, opened, person.personId, practice.practiceId),
          practices: theirs.map((one) => one.practice.name),
          group,
          title: meeting.title,
          open: practice.open,
          why,
          deadline: poll.answerUntil.toISOString(),
          minutes: answerMinutes(practice.open),
        },
      });
      planned += 1;
    }
    return planned;
  }

  /** Tells the leader that there is something to choose from, with the best date and its reason. */
  async propose(
    actor: Actor,
    opened: OpenedPoll,
    group: string | null,
    why: 'complete' | 'deadline',
    best: (RankedDate & { startsAt: Date }) | null,
  ): Promise<void> {
    for (const to of await pollLeaders(this.database, opened))
      await this.mails.plan(actor, {
        template: 'date-poll-proposal',
        to,
        subjectId: opened.poll.id,
        params: {
          pollId: opened.poll.id,
          group,
          title: opened.meeting.title,
          why,
          startsAt: best?.startsAt.toISOString() ?? null,
          reason: best?.reason ?? null,
        },
      });
  }

  /** Says kindly that it became a date on which they cannot come. */
  async missed(
    actor: Actor,
    opened: OpenedPoll,
    group: string | null,
    practices: readonly { practiceId: string; name: string }[],
    times: { startsAt: Date; endsAt: Date },
  ): Promise<void> {
    for (const { practice, person } of await this.receivers(practices))
      await this.mails.plan(actor, {
        template: 'date-poll-missed',
        to: person,
        subjectId: opened.poll.id,
        params: {
          taskLinkId: await this.meetings.create(
            actor,
            { id: opened.meeting.id, endsAt: times.endsAt },
            person.personId,
            practice.practiceId,
          ),
          practice: practice.name,
          group,
          title: opened.meeting.title,
          startsAt: times.startsAt.toISOString(),
          endsAt: times.endsAt.toISOString(),
        },
      });
  }

  /** What was not sent yet is not needed any more. */
  async callOff(pollId: string): Promise<void> {
    await this.mails.cancel(pollId, ['date-poll', 'date-poll-reminder']);
  }

  /** The links follow the deadline. */
  async move(pollId: string, answerUntil: Date): Promise<void> {
    await this.links.move(pollId, daysOn(answerUntil, LINK_DAYS_AFTER));
  }

  private link(actor: Actor, { poll }: OpenedPoll, personId: string, practiceId: string): Promise<string> {
    return this.links.create(actor, {
      personId,
      kind: 'date-poll',
      subjectId: poll.id,
      practiceId,
      until: daysOn(poll.answerUntil, LINK_DAYS_AFTER),
    });
  }

  private async receivers<P extends { practiceId: string }>(practices: readonly P[]) {
    const people = await this.people.addresseesOfPractices(practices.map(({ practiceId }) => practiceId));
    return practices.flatMap((practice) =>
      (people.get(practice.practiceId) ?? []).map((person) => ({ practice, person })),
    );
  }
}
