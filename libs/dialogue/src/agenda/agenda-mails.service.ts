import { Injectable } from '@nestjs/common';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import { MailsService, type PlannedMail } from '#libs/notifications';
import { Clock, Database, dayAt, type Actor } from '#libs/platform';
import { AgendaQueries } from './agenda.queries.js';
import { DialogueYear } from './dialogue-year.entity.js';
import { mostRanked } from './votes.rules.js';

/** What ranking takes, in minutes. */
export const VOTE_MINUTES = 2;
/** Who has not answered hears it once more, so many days before the deadline, at this time of day (field B1). */
const REMIND_DAYS = 2;
const REMIND_AT = '09:00';
/** Nobody gets two of the same mails by hand within this time: a second click is a slip. */
const REST_MS = 3_600_000;

/** Mails of the agenda, each with a link of its own. Inside the open transaction. */
@Injectable()
export class AgendaMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mails: MailsService,
    private readonly links: TaskLinksService,
    private readonly people: PeopleQueries,
    private readonly agenda: AgendaQueries,
  ) {}

  /**
   * Asks practices that have not voted, and once more two days before the deadline.
   * @param whom `all` who have not voted, but for whoever was mailed within the hour; `new`: only who never was, e.g. because the deadline
   *   moved and only the reminder has to
   * @returns practices that get a mail now
   */
  async askVotes(actor: Actor, year: DialogueYear, whom: 'all' | 'new'): Promise<number> {
    const until = year.voteUntil as Date;
    const voters = (await this.agenda.voters(year.id)).filter(({ source }) => source === null);
    await this.mails.cancel(year.id, ['department-vote']);
    const mailed = await this.mailed(year.id, 'department-vote', whom);
    const people = await this.people.addresseesOfPractices(voters.map(({ practiceId }) => practiceId));
    const most = mostRanked((await this.agenda.departments(year.id)).length);
    const remindAt = this.reminder(until);
    const planned: PlannedMail<'department-vote'>[] = [];
    const reached = new Set<string>();
    for (const { practiceId, name } of voters)
      for (const person of people.get(practiceId) ?? []) {
        const now = !mailed.has(person.personId);
        if (person.email === '' || (!now && !remindAt)) continue;
        if (now) reached.add(practiceId);
        const taskLinkId = await this.links.create(actor, {
          personId: person.personId,
          kind: 'department-vote',
          subjectId: year.id,
          practiceId,
          until,
        });
        const mail: PlannedMail<'department-vote'> = {
          template: 'department-vote',
          params: {
            taskLinkId,
            year: year.year,
            practice: name,
            deadline: until.toISOString(),
            most,
            minutes: VOTE_MINUTES,
          },
          to: {
            personId: person.personId,
            name: person.name,
            email: person.email,
            language: person.language,
          },
          subjectId: year.id,
        };
        planned.push(...(now ? [mail] : []), ...(remindAt ? [{ ...mail, dueAt: remindAt }] : []));
      }
    await this.mails.planAll(actor, planned);
    return reached.size;
  }

  /** A practice voted: its people are not reminded, unless they also speak for one that has not. */
  async voted(yearId: string, practiceId: string): Promise<void> {
    const silent = (await this.agenda.voters(yearId)).flatMap((one) =>
      one.source === null && one.practiceId !== practiceId ? [one.practiceId] : [],
    );
    const people = await this.people.addresseesOfPractices([practiceId, ...silent]);
    const others = new Set(silent.flatMap((id) => (people.get(id) ?? []).map(({ personId }) => personId)));
    for (const { personId } of people.get(practiceId) ?? [])
      if (!others.has(personId)) await this.mails.cancel(yearId, ['department-vote'], personId);
  }

  /** Voting is over: what was still to come does not go. */
  async callOffVotes(yearId: string): Promise<void> {
    await this.mails.cancel(yearId, ['department-vote']);
  }

  /** The dates to the coordinating specialist, who passes them on (DIA-03). @returns false when there is nobody with an address */
  async askCoordinator(actor: Actor, year: DialogueYear): Promise<boolean> {
    const to = await this.agenda.coordinator(year);
    if (!to) return false;
    await this.mails.cancel(year.id, ['agenda-dates']);
    const invited = (await this.agenda.departments(year.id)).filter((one) => one.invited);
    const taskLinkId = await this.links.create(actor, {
      personId: to.personId,
      kind: 'agenda-dates',
      subjectId: year.id,
      practiceId: null,
      until: year.preferUntil as Date,
    });
    await this.mails.plan(actor, {
      template: 'agenda-dates',
      params: {
        taskLinkId,
        year: year.year,
        starts: this.agenda.starts(await this.agenda.dates(year.id)),
        departments: invited.map(({ name }) => name),
      },
      to,
      subjectId: year.id,
    });
    return true;
  }

  /**
   * Asks invited departments that have not answered which dates suit, and once more before the deadline.
   * @param whom as with votes
   * @returns departments that get a mail now
   */
  async askDepartments(actor: Actor, year: DialogueYear, whom: 'all' | 'new'): Promise<number> {
    const until = year.preferUntil as Date;
    const starts = this.agenda.starts(await this.agenda.dates(year.id));
    const asked = (await this.agenda.departments(year.id)).filter((one) => one.invited && !one.answeredAt);
    const remindAt = this.reminder(until);
    let reached = 0;
    for (const { id, name, contact } of asked) {
      if (!contact) continue;
      await this.mails.cancel(id, ['department-dates']);
      const now = !(await this.mailed(id, 'department-dates', whom)).has(contact.personId);
      if (!now && !remindAt) continue;
      if (now) reached += 1;
      const taskLinkId = await this.links.create(actor, {
        personId: contact.personId,
        kind: 'department-dates',
        subjectId: id,
        practiceId: null,
        until,
      });
      const mail: PlannedMail<'department-dates'> = {
        template: 'department-dates',
        params: { taskLinkId, year: year.year, department: name, starts, deadline: until.toISOString() },
        to: contact,
        subjectId: id,
      };
      await this.mails.planAll(actor, [
        ...(now ? [mail] : []),
        ...(remindAt ? [{ ...mail, dueAt: remindAt }] : []),
      ]);
    }
    return reached;
  }

  /** A department answered, or is not asked any more. */
  async departmentDone(yearDepartmentId: string): Promise<void> {
    await this.mails.cancel(yearDepartmentId, ['department-dates']);
  }

  /**
   * The agenda is fixed: every invited department that can be reached hears its date, or that there is none.
   * @param placed moments by year-department id
   * @returns how many
   */
  async tellPlaced(
    actor: Actor,
    year: DialogueYear,
    placed: ReadonlyMap<string, { startsAt: Date; endsAt: Date }>,
  ): Promise<number> {
    const invited = (await this.agenda.departments(year.id)).filter((one) => one.invited);
    const mails = invited.flatMap(({ id, name, contact }): PlannedMail<'department-placed'>[] => {
      if (!contact) return [];
      const moment = placed.get(id);
      const params = {
        year: year.year,
        department: name,
        startsAt: moment?.startsAt.toISOString() ?? null,
        endsAt: moment?.endsAt.toISOString() ?? null,
      };
      return [{ template: 'department-placed', params, to: contact, subjectId: id }];
    });
    await this.mails.planAll(actor, mails);
    return mails.length;
  }

  /** Null when it would come within half a day of the first mail. */
  private reminder(until: Date): Date | null {
    const at = dayAt(until, -REMIND_DAYS, REMIND_AT);
    return at.getTime() - this.clock.now().getTime() > 43_200_000 ? at : null;
  }

  /** Who got this mail about it: within the hour (`all` are asked), or ever (`new`). What was called off does not count. */
  private async mailed(subjectId: string, template: string, whom: 'all' | 'new'): Promise<Set<string>> {
    const now = this.clock.now();
    const rows = await this.database.query<{ id: string }>(
      `select distinct person_id as id from mail where subject_id = $1 and template = $2 and person_id is not null
         and state <> 'cancelled' and due_at <= $4 and ($3::timestamptz is null or due_at > $3)`,
      [subjectId, template, whom === 'all' ? new Date(now.getTime() - REST_MS) : null, now],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
