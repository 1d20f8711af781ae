import { Injectable } from '@nestjs/common';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import type { RoundOpenPreviewView, RoundRemindedView } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { Clock, Database, type Actor } from '#libs/platform';
import { ParticipantsQueries } from './participants.queries.js';
import { Round } from './round.entity.js';

/** What an answer takes, in minutes (XCT-08). */
export const ANSWER_MINUTES = 3;

/** Nobody is reminded by hand twice within this time: a second click is a slip. */
const REST = 60 * 60_000;

/** Invitations and reminders of a round: one mail with its own link per contact person (field B1). Inside the transaction. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mails: MailsService,
    private readonly taskLinks: TaskLinksService,
    private readonly people: PeopleQueries,
    private readonly participants: ParticipantsQueries,
  ) {}

  /** Who gets a mail when the round opens now: the practice's contacts, else its holders. */
  async preview(roundId: string): Promise<RoundOpenPreviewView> {
    const practices = await this.participants.uninvited(roundId);
    const people = await this.people.addresseesOfPractices(practices.map((practice) => practice.practiceId));
    return {
      participants: practices.length,
      recipients: practices.flatMap((practice) =>
        (people.get(practice.practiceId) ?? []).map((person) => ({
          practiceId: practice.practiceId,
          practice: practice.name,
          name: person.name,
          email: person.email,
        })),
      ),
      unreachable: practices.filter((practice) => !people.get(practice.practiceId)?.length),
    };
  }

  /** Invites every practice that takes part and was not invited yet. @returns practices invited and mails planned. */
  async inviteNew(actor: Actor, round: Round): Promise<{ practices: number; mails: number }> {
    // past the deadline, before the sweep closed the round: a link would be dead on arrival
    if (!round.answerUntil || round.answerUntil <= this.clock.now()) return { practices: 0, mails: 0 };
    const practices = await this.participants.uninvited(round.id);
    const { reached, mails } = await this.write(actor, round, practices, 'round-invitation');
    await this.database.query(
      `update round_participant set invited_at = $2 where round_id = $1 and practice_id = any($3::uuid[])`,
      [round.id, this.clock.now(), reached],
    );
    return { practices: reached.length, mails };
  }

  /** Reminds who has not answered, and nobody else (features 8). Who was reminded within the hour is left in peace. */
  async remind(actor: Actor, round: Round): Promise<RoundRemindedView> {
    const now = this.clock.now();
    const silent = await this.participants.silent(round.id);
    const due = silent.filter(
      ({ lastReminderAt }) => !lastReminderAt || now.getTime() - lastReminderAt.getTime() >= REST,
    );
    const { reached, mails } = await this.write(actor, round, due, 'round-reminder');
    await this.database.query(
      `update round_participant set reminders = reminders + 1, last_reminder_at = $2, invited_at = coalesce(invited_at, $2)
       where round_id = $1 and practice_id = any($3::uuid[])`,
      [round.id, now, reached],
    );
    return {
      practices: reached.length,
      mails,
      unreachable: due.length - reached.length,
      recently: silent.length - due.length,
    };
  }

  /**
   * Calls off reminders that are still waiting to be sent, e.g. because the mail server was away: the practice has answered.
   * Who also speaks for a practice that has not keeps theirs.
   */
  async callOff(roundId: string, practiceId: string): Promise<void> {
    const silent = (await this.participants.silent(roundId)).map((practice) => practice.practiceId);
    const people = await this.people.addresseesOfPractices([practiceId, ...silent]);
    const others = new Set(
      silent
        .filter((id) => id !== practiceId)
        .flatMap((id) => (people.get(id) ?? []).map((person) => person.personId)),
    );
    for (const { personId } of people.get(practiceId) ?? [])
      if (!others.has(personId)) await this.mails.cancel(roundId, ['round-reminder'], personId);
  }

  private async write(
    actor: Actor,
    round: Round,
    practices: { practiceId: string; name: string }[],
    template: 'round-invitation' | 'round-reminder',
  ): Promise<{ reached: string[]; mails: number }> {
    const until = round.answerUntil as Date;
    const people = await this.people.addresseesOfPractices(practices.map((practice) => practice.practiceId));
    const reached: string[] = [];
    let mails = 0;
    for (const { practiceId, name } of practices) {
      const persons = people.get(practiceId) ?? [];
      for (const person of persons) {
        const taskLinkId = await this.taskLinks.create(actor, {
          personId: person.personId,
          kind: 'round-answer',
          subjectId: round.id,
          practiceId,
          until,
        });
        const params = {
          taskLinkId,
          round: round.name,
          practice: name,
          deadline: until.toISOString(),
          minutes: ANSWER_MINUTES,
        };
        const to = {
          personId: person.personId,
          name: person.name,
          email: person.email,
          language: person.language,
        };
        await (template === 'round-invitation'
          ? this.mails.plan(actor, {
              template,
              params: { ...params, introduction: round.introduction },
              to,
              subjectId: round.id,
            })
          : this.mails.plan(actor, { template, params, to, subjectId: round.id }));
        mails += 1;
      }
      if (persons.length > 0) reached.push(practiceId);
    }
    return { reached, mails };
  }
}
