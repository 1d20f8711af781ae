import { Injectable } from '@nestjs/common';
import { agendaRoom, type DateFit, type DepartmentDatesView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  isId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canAnswerForDepartment, canManageDialogue } from '../dialogue.policy.js';
import { AgendaMails } from './agenda-mails.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { DialogueYear } from './dialogue-year.entity.js';
import { YearDepartment } from './year-department.entity.js';

export interface DatesAnswer {
  /** A date that is left out is not answered. */
  answers: { dateId: string; fit: DateFit }[];
  note: string | null;
  /** The writer has read the warnings about the note. */
  confirmed?: boolean;
}

/** A department says which dates suit: from the link in its mail, without an account (DIA-03). */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly agenda: AgendaQueries,
    private readonly mails: AgendaMails,
  ) {}

  /** @throws not-found for who may not answer for it */
  async page(actor: Actor, yearDepartmentId: string): Promise<DepartmentDatesView> {
    return this.database.transaction(actor, async () => {
      const own = await this.reach(actor, yearDepartmentId);
      return this.view(actor, own, await this.agenda.one(own.yearId));
    });
  }

  /**
   * The whole answer, in place of an earlier one.
   * @throws not-found · agenda.not-asking · vote.closed after the deadline · text.identifiers · conflict.stale
   */
  async save(
    actor: Actor,
    yearDepartmentId: string,
    answer: DatesAnswer,
    version?: number,
  ): Promise<DepartmentDatesView> {
    return this.database.transaction(actor, async () => {
      const seen = await this.reach(actor, yearDepartmentId);
      const year = await this.agenda.lock(seen.yearId, 'read');
      const own = found(
        await this.database.repository(YearDepartment).findOne({
          where: { id: yearDepartmentId },
          lock: { mode: 'pessimistic_write' },
        }),
        'department-dates',
      );
      if (year.state !== 'asking' || !own.invited)
        throw new DomainError('agenda.not-asking', { state: year.state });
      if (!this.isOpen(actor, year, own)) throw new DomainError('vote.closed');
      fresh(own, version);
      const { note } = guardedTexts({ note: answer.note ?? '' }, answer.confirmed ?? false);
      const dates = await this.agenda.dates(year.id);
      const given = new Map(answer.answers.map(({ dateId, fit }) => [dateId, fit]));
      for (const dateId of given.keys())
        found(dates.find(({ id }) => id === dateId) ?? null, 'dialogue-date');
      await this.database.query(`delete from department_preference where year_department_id = $1`, [own.id]);
      await this.database.query(
        `insert into department_preference (year_department_id, date_id, region_id, answer)
         select $1, d.id, current_region(), d.fit from unnest($2::uuid[], $3::text[]) as d (id, fit)`,
        [own.id, [...given.keys()], [...given.values()]],
      );
      Object.assign(own, {
        note: note || null,
        answeredAt: given.size > 0 ? this.clock.now() : null,
        answeredBy: given.size > 0 ? actor.personId : null,
        version: own.version + 1,
      });
      await this.database.repository(YearDepartment).save(own);
      if (own.answeredAt) await this.mails.departmentDone(own.id);
      this.audit.record(actor, {
        event: 'agenda.dates-answered',
        action: 'U',
        subjectKind: 'dialogue-year',
        subjectId: year.id,
        detail: { yearDepartmentId: own.id, dates: given.size },
      });
      await this.rooms.announce(agendaRoom(year.id), 'agenda.changed');
      return this.view(actor, own, year);
    });
  }

  /** Who may not answer for it does not learn that it is asked. */
  private async reach(actor: Actor, id: string): Promise<YearDepartment> {
    const asked = isId(id) && canAnswerForDepartment(actor, id);
    return found(
      asked ? await this.database.repository(YearDepartment).findOneBy({ id }) : null,
      'department-dates',
    );
  }

  /** The organiser enters what came by phone, also after the deadline. */
  private isOpen(actor: Actor, year: DialogueYear, own: YearDepartment): boolean {
    if (year.state !== 'asking' || !own.invited || !year.preferUntil) return false;
    return canManageDialogue(actor) || this.clock.now() <= year.preferUntil;
  }

  private async view(actor: Actor, own: YearDepartment, year: DialogueYear): Promise<DepartmentDatesView> {
    const [names] = await this.database.query<{ region: string; department: string }>(
      `select region.name as region, d.name as department from region, department d where region.id = $1 and d.id = $2`,
      [actor.regionId, own.departmentId],
    );
    const fits = await this.database.query<{ dateId: string; fit: DateFit }>(
      `select date_id as "dateId", answer as fit from department_preference where year_department_id = $1`,
      [own.id],
    );
    allow(names !== undefined, 'not-found', { what: 'department-dates' });
    return {
      id: own.id,
      year: year.year,
      region: names.region,
      department: names.department,
      open: this.isOpen(actor, year, own),
      preferUntil: year.preferUntil?.toISOString() ?? null,
      dates: (await this.agenda.dates(year.id)).map((date) => ({
        ...date,
        fit: fits.find(({ dateId }) => dateId === date.id)?.fit ?? null,
      })),
      note: own.note,
      answeredAt: own.answeredAt?.toISOString() ?? null,
      version: own.version,
    };
  }
}
