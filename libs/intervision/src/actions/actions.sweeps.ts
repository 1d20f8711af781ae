import { Injectable } from '@nestjs/common';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import { MailsService } from '#libs/notifications';
import { Clock, Database, daysOn, systemActor, type Actor } from '#libs/platform';
import { endOfDay, nextActionReminder, reminderNow } from './action-dates.rules.js';
import { OutcomeConsents } from './outcome-consents.service.js';

/** A link from a reminder stays good this long after the day of the action. */
const LINK_DAYS = 30;

interface DueAction {
  id: string;
  meetingId: string;
  groupId: string | null;
  practiceId: string;
  practice: string;
  ownerId: string | null;
  dueOn: string;
}

/** What the clock asks of actions and outcomes of one region: a row with a moment each; twice is once. */
@Injectable()
export class ActionsSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly links: TaskLinksService,
    private readonly mails: MailsService,
    private readonly consents: OutcomeConsents,
  ) {}

  /** One transaction per row, so that one's trouble never keeps another waiting. @throws after trying them all */
  async sweep(regionId: string): Promise<{ reminded: number; outcomes: number }> {
    const actor = systemActor(regionId);
    const done = { reminded: 0, outcomes: 0 };
    const failures: unknown[] = [];
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        failures.push(error);
      }
    };
    const due = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(
        `select id from action_item where remind_at <= $1 order by remind_at, id limit 500`,
        [this.clock.now()],
      ),
    );
    for (const { id } of due) await attempt(async () => void (done.reminded += await this.remind(actor, id)));
    for (const id of await this.consents.waiting(actor))
      await attempt(async () => {
        if ((await this.consents.keepTime(regionId, id)) !== 'nothing') done.outcomes += 1;
      });
    if (failures.length > 0)
      throw new AggregateError(failures, 'Some actions or outcomes could not be swept.');
    return done;
  }

  /** @returns mails planned */
  private remind(actor: Actor, id: string): Promise<number> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const [action] = await this.database.query<DueAction>(
        `select a.id, a.meeting_id as "meetingId", a.group_id as "groupId", o.id as "practiceId", o.name as practice, a.owner_id as "ownerId",
           a.due_on::text as "dueOn"
         from action_item a join practice o on o.id = a.owner_practice_id where a.id = $1 and a.remind_at <= $2 for update of a`,
        [id, now],
      );
      if (!action) return 0;
      await this.database.query(`update action_item set remind_at = $2 where id = $1`, [
        id,
        nextActionReminder(action.dueOn, now),
      ]);
      // a sweep that comes late is no reminder any more
      const when = reminderNow(action.dueOn, now);
      if (when === null) return 0;
      const meetingId = await this.lastMeetingOf(action);
      const receivers = await this.receivers(action);
      for (const to of receivers) {
        const taskLinkId = await this.links.create(actor, {
          personId: to.personId,
          kind: 'meeting',
          subjectId: meetingId,
          practiceId: action.practiceId,
          until: daysOn(endOfDay(action.dueOn), LINK_DAYS),
        });
        await this.mails.plan(actor, {
          template: 'action-due',
          params: {
            taskLinkId,
            practice: action.practice,
            deadline: endOfDay(action.dueOn).toISOString(),
            when,
          },
          to,
          subjectId: meetingId,
        });
      }
      return receivers.length;
    });
  }

  /** The owner when it was said who; or else who mails for the practice go to (ORG-05). */
  private async receivers({ practiceId, ownerId }: DueAction) {
    const people = await this.people.peopleOfPractice(practiceId);
    const owner = people.find(({ personId }) => personId === ownerId);
    if (owner) return [owner];
    return (await this.people.addresseesOfPractices([practiceId])).get(practiceId) ?? [];
  }

  /** Where the owner finds it: the last meeting of the group to which the practice was asked, since the one that it came from. */
  private async lastMeetingOf({ meetingId, groupId, practiceId }: DueAction): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `select m.id from meeting m join meeting_practice p on p.meeting_id = m.id and p.practice_id = $3 and p.left_at is null
       where (m.id = $1 or m.group_id = $2 and m.state in ('planned', 'closed')
         and m.starts_at >= (select starts_at from meeting where id = $1)) order by m.starts_at desc nulls last limit 1`,
      [meetingId, groupId, practiceId],
    );
    return row?.id ?? meetingId;
  }
}
