import { Injectable } from '@nestjs/common';
import { agendaRoom, type DialogueYearSummaryView, type DialogueYearView } from '#libs/contracts';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  localDay,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { dateFlags } from '#libs/practices';
import { canManageDialogue } from '../dialogue.policy.js';
import { checkedDate, deadlineOn, usualDates, type DateWish } from './agenda-dates.rules.js';
import { AgendaMails } from './agenda-mails.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { MOST_COMPARED } from './assignment.rules.js';
import { DialogueDate } from './dialogue-date.entity.js';
import { DialogueYear } from './dialogue-year.entity.js';

export interface YearChange {
  /** Local day until the end of which practices can choose; only while they can. */
  voteUntil?: string;
  /** The same for departments. */
  preferUntil?: string;
  /** Coordinating specialist (ORG-09); made when nobody has this address yet. */
  coordinator?: { name: string; email: string } | null;
}

/** The agenda of a year: its dates and the departments that can be chosen (DIA-01). */
@Injectable()
export class YearsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly people: PeopleQueries,
    private readonly links: TaskLinksService,
    private readonly agenda: AgendaQueries,
    private readonly mails: AgendaMails,
  ) {}

  /** The newest first. */
  async list(actor: Actor): Promise<DialogueYearSummaryView[]> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, () => this.agenda.years());
  }

  /** @throws not-found */
  async get(actor: Actor, id: string): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => this.agenda.board(await this.agenda.one(id)));
  }

  /** May hear that the agenda changed. */
  async mayWatch(actor: Actor, id: string): Promise<boolean> {
    if (!canManageDialogue(actor) || !isId(id)) return false;
    return this.database.transaction(
      actor,
      async () => (await this.database.repository(DialogueYear).countBy({ id })) > 0,
    );
  }

  /**
   * A draft with four usual dates, every department of the register to choose from, and the region's coordinating specialist where there
   * is exactly one. @throws agenda.year-taken
   */
  async create(actor: Actor, year: number): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const id = newId();
      const made = await this.database.query<{ id: string }>(
        `insert into dialogue_year (id, region_id, year, coordinator_person_id, created_at)
         select $1, current_region(), $2, (select min(r.person_id::text)::uuid from role_assignment r
           where r.region_id = current_region() and r.role = 'coordinating-specialist' and r.until is null
           having count(distinct r.person_id) = 1), $3
         on conflict (region_id, year) do nothing returning id`,
        [id, year, now],
      );
      if (made.length === 0) throw new DomainError('agenda.year-taken', { year });
      const region = await this.agenda.holidayRegion();
      const flagged = (date: string): boolean => dateFlags(date, region).length > 0;
      const dates = usualDates(year, flagged, localDay(now));
      await this.database
        .repository(DialogueDate)
        .insert(dates.map((date) => ({ id: newId(), regionId: actor.regionId, yearId: id, ...date })));
      await this.database.query(
        `insert into dialogue_year_department (region_id, year_id, department_id)
         select current_region(), $1, id from department where archived_at is null`,
        [id],
      );
      this.note(actor, 'agenda.created', 'C', id, { year, dates: dates.length });
      return this.agenda.board(await this.agenda.one(id));
    });
  }

  /**
   * Moves a deadline, with the links and the reminder that hang on it, or names another coordinating specialist.
   * @throws conflict.stale · agenda.confirmed · agenda.times-invalid · agenda.not-voting · agenda.not-asking
   */
  async change(actor: Actor, id: string, change: YearChange, version?: number): Promise<DialogueYearView> {
    return this.write(actor, id, version, 'agenda.changed', async (year) => {
      const { voteUntil, preferUntil, coordinator } = change;
      if (coordinator !== undefined) await this.setCoordinator(actor, year, coordinator);
      if (voteUntil !== undefined) {
        if (year.state !== 'voting') throw new DomainError('agenda.not-voting', { state: year.state });
        year.voteUntil = deadlineOn(voteUntil, this.clock.now());
        await this.links.move(id, year.voteUntil);
        await this.mails.askVotes(actor, year, 'new');
      }
      if (preferUntil !== undefined) {
        if (year.state !== 'asking') throw new DomainError('agenda.not-asking', { state: year.state });
        year.preferUntil = deadlineOn(preferUntil, this.clock.now());
        await this.links.move(id, year.preferUntil);
        for (const one of await this.agenda.departments(id))
          if (one.invited) await this.links.move(one.id, year.preferUntil);
        if (year.passedOnAt) await this.mails.askDepartments(actor, year, 'new');
      }
      return {
        fields: Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field])),
      };
    });
  }

  /** @throws conflict.stale · agenda.confirmed · agenda.times-invalid also for the thirteenth date, or one that is there already */
  async addDate(actor: Actor, id: string, wish: DateWish, version?: number): Promise<DialogueYearView> {
    return this.write(actor, id, version, 'agenda.date-added', async (year) => {
      const date = checkedDate(wish, year.year);
      const dates = await this.agenda.dates(id);
      if (dates.length >= MOST_COMPARED)
        throw new DomainError('agenda.times-invalid', { most: MOST_COMPARED });
      this.assertFree(dates, date);
      const dateId = newId();
      await this.database
        .repository(DialogueDate)
        .insert({ id: dateId, regionId: actor.regionId, yearId: id, ...date });
      return { dateId };
    });
  }

  /**
   * Another day or time. What departments said about this date was about the old one: it is asked again, the other answers stay (field B1).
   * @throws conflict.stale · agenda.confirmed · agenda.times-invalid · not-found
   */
  async changeDate(
    actor: Actor,
    id: string,
    dateId: string,
    wish: Partial<DateWish>,
    version?: number,
  ): Promise<DialogueYearView> {
    return this.write(actor, id, version, 'agenda.date-changed', async (year) => {
      const row = await this.dateOf(id, dateId);
      const date = checkedDate(
        {
          date: wish.date ?? row.date,
          startTime: wish.startTime ?? row.startTime,
          endTime: wish.endTime ?? row.endTime,
        },
        year.year,
      );
      const others = (await this.agenda.dates(id)).filter((one) => one.id !== dateId);
      this.assertFree(others, date);
      const moved =
        date.date !== row.date || date.startTime !== row.startTime || date.endTime !== row.endTime;
      if (moved) await this.askAgain(dateId);
      await this.database.repository(DialogueDate).save(Object.assign(row, date));
      return { dateId, moved };
    });
  }

  /** @throws conflict.stale · agenda.confirmed · not-found · agenda.no-dates for the last one once departments were asked */
  async removeDate(actor: Actor, id: string, dateId: string, version?: number): Promise<DialogueYearView> {
    return this.write(actor, id, version, 'agenda.date-removed', async (year) => {
      await this.dateOf(id, dateId);
      if (year.state === 'asking' && (await this.agenda.dates(id)).length === 1)
        throw new DomainError('agenda.no-dates');
      await this.database.repository(DialogueDate).delete({ id: dateId });
      return { dateId };
    });
  }

  /**
   * Which departments can be chosen. Once practices choose, departments come in and none go out: a vote stays what it was.
   * @throws conflict.stale · agenda.confirmed · agenda.not-draft · not-found for a department of another region or an archived one
   */
  async setDepartments(
    actor: Actor,
    id: string,
    departmentIds: string[],
    version?: number,
  ): Promise<DialogueYearView> {
    return this.write(actor, id, version, 'agenda.departments-changed', async (year) => {
      const now = await this.agenda.departments(id);
      const gone = now.filter(({ departmentId }) => !departmentIds.includes(departmentId));
      if (gone.length > 0 && year.state !== 'draft')
        throw new DomainError('agenda.not-draft', { state: year.state });
      const added = departmentIds.filter((one) => !now.some(({ departmentId }) => departmentId === one));
      const known = await this.database.query(
        `select 1 from department where id = any($1::uuid[]) and archived_at is null`,
        [added],
      );
      found(known.length === new Set(added).size ? known : null, 'department');
      await this.database.query(`delete from dialogue_year_department where id = any($1::uuid[])`, [
        gone.map((one) => one.id),
      ]);
      await this.database.query(
        `insert into dialogue_year_department (region_id, year_id, department_id)
         select current_region(), $1, unnest($2::uuid[])`,
        [id, [...new Set(added)]],
      );
      return { added: added.length, removed: gone.length };
    });
  }

  private async write(
    actor: Actor,
    id: string,
    version: number | undefined,
    event: string,
    work: (year: DialogueYear) => Promise<Record<string, unknown>>,
  ): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const year = await this.agenda.lock(id, 'write');
      fresh(year, version);
      if (year.state === 'confirmed') throw new DomainError('agenda.confirmed');
      const detail = await work(year);
      year.version += 1;
      await this.database.repository(DialogueYear).save(year);
      this.note(actor, event, 'U', id, detail);
      await this.rooms.announce(agendaRoom(id), 'agenda.changed');
      return this.agenda.board(year);
    });
  }

  /** The link of who did it before ends; before the dates are passed on, the new one gets a mail. */
  private async setCoordinator(
    actor: Actor,
    year: DialogueYear,
    coordinator: { name: string; email: string } | null,
  ): Promise<void> {
    const before = year.coordinatorPersonId;
    year.coordinatorPersonId = null;
    if (coordinator) {
      const { id, created } = await this.people.upsertPerson(coordinator.name, coordinator.email);
      if (created)
        this.audit.record(actor, {
          event: 'person.created',
          action: 'C',
          subjectKind: 'person',
          subjectId: id,
        });
      year.coordinatorPersonId = id;
    }
    if (before === year.coordinatorPersonId) return;
    if (before) await this.links.revoke(year.id, before);
    if (year.state === 'asking' && !year.passedOnAt) await this.mails.askCoordinator(actor, year);
  }

  private async dateOf(yearId: string, dateId: string): Promise<DialogueDate> {
    return found(
      isId(dateId) ? await this.database.repository(DialogueDate).findOneBy({ id: dateId, yearId }) : null,
      'dialogue-date',
    );
  }

  /** Who spoke about the old day has not answered the new one. */
  private async askAgain(dateId: string): Promise<void> {
    await this.database.query(
      `with gone as (delete from department_preference where date_id = $1 returning year_department_id)
       update dialogue_year_department yd set answered_at = null, version = version + 1 from gone
       where yd.id = gone.year_department_id`,
      [dateId],
    );
  }

  private assertFree(dates: readonly DateWish[], wish: DateWish): void {
    if (dates.some(({ date, startTime }) => date === wish.date && startTime === wish.startTime))
      throw new DomainError('agenda.times-invalid', { ...wish, reason: 'twice' });
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'dialogue-year', subjectId, detail });
  }
}
