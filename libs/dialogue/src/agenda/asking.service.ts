import { Injectable } from '@nestjs/common';
import { agendaRoom, type DialogueYearView, type PassOnView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  fresh,
  isId,
  localInstant,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canPassOn } from '../dialogue.policy.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { deadlineOn } from './agenda-dates.rules.js';
import { AgendaMails } from './agenda-mails.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { MOST_COMPARED } from './assignment.rules.js';
import { DialogueYear } from './dialogue-year.entity.js';
import { defaultInvited } from './votes.rules.js';

export interface AskWish {
  /** Ids of departments in this year; as many most wanted as there are dates when left out. */
  yearDepartmentIds?: string[];
  /** Local day; may be left out when asking again. */
  preferUntil?: string;
}

/** From counted votes to sessions: who is asked, who passes the dates on, and what is settled (DIA-01, DIA-03). */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly agenda: AgendaQueries,
    private readonly mails: AgendaMails,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Ends voting and asks the invited departments which dates suit: through the coordinating specialist, who passes the dates on, or at once
   * when there is none. Asked again it mails who has not answered; with other departments only those that are new.
   * @throws conflict.stale · agenda.not-voting · agenda.no-dates · agenda.no-departments · agenda.times-invalid
   */
  async ask(actor: Actor, id: string, wish: AskWish, version?: number): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const year = await this.agenda.lock(id, 'write');
      fresh(year, version);
      if (year.state !== 'voting' && year.state !== 'asking')
        throw new DomainError('agenda.not-voting', { state: year.state });
      const now = this.clock.now();
      const first = year.state === 'voting';
      const dates = await this.agenda.dates(id);
      if (dates.length === 0) throw new DomainError('agenda.no-dates');
      if (wish.preferUntil !== undefined) year.preferUntil = deadlineOn(wish.preferUntil, now);
      if (!year.preferUntil || year.preferUntil <= now) throw new DomainError('agenda.times-invalid');
      const invited = await this.invite(id, wish.yearDepartmentIds, first ? dates.length : null);
      year.state = 'asking';
      year.version += 1;
      if (first) await this.mails.callOffVotes(id);
      await this.database.repository(DialogueYear).save(year);
      const reached = await this.tell(actor, year, first || !wish.yearDepartmentIds ? 'all' : 'new');
      await this.database.repository(DialogueYear).save(year);
      return this.done(actor, year, first ? 'agenda.departments-asked' : 'agenda.departments-reminded', {
        invited,
        reached,
        passedOn: year.passedOnAt !== null,
      });
    });
  }

  /** What the coordinating specialist passes on. @throws not-found for others, and before departments are asked */
  async passOnPage(actor: Actor, id: string): Promise<PassOnView> {
    return this.database.transaction(actor, async () =>
      this.passOnView(actor, await this.reach(actor, id, 'read')),
    );
  }

  /** Sends the dates to the departments, once: a second press changes nothing. @throws not-found · agenda.not-asking */
  async passOn(actor: Actor, id: string): Promise<PassOnView> {
    return this.database.transaction(actor, async () => {
      const year = await this.reach(actor, id, 'write');
      if (year.state !== 'asking') throw new DomainError('agenda.not-asking', { state: year.state });
      if (!year.passedOnAt) {
        year.passedOnAt = this.clock.now();
        year.version += 1;
        await this.database.repository(DialogueYear).save(year);
        const reached = await this.mails.askDepartments(actor, year, 'all');
        await this.done(actor, year, 'agenda.dates-passed-on', { reached });
      }
      return this.passOnView(actor, year);
    });
  }

  /**
   * Settles the agenda: a session is made of every place. Also when it is not the proposal.
   * @throws conflict.stale · agenda.not-asking · agenda.confirmed · agenda.assignment-invalid · session.times-invalid
   */
  async confirm(
    actor: Actor,
    id: string,
    places: readonly { dateId: string; yearDepartmentId: string }[],
    version?: number,
  ): Promise<DialogueYearView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const year = await this.agenda.lock(id, 'write');
      fresh(year, version);
      if (year.state === 'confirmed') throw new DomainError('agenda.confirmed');
      if (year.state !== 'asking') throw new DomainError('agenda.not-asking', { state: year.state });
      const dates = new Map((await this.agenda.dates(id)).map((one) => [one.id, one]));
      const departments = await this.agenda.departments(id);
      const invited = new Map(departments.flatMap((one) => (one.invited ? [[one.id, one] as const] : [])));
      const onceEach =
        places.length > 0 &&
        new Set(places.map(({ dateId }) => dateId)).size === places.length &&
        new Set(places.map(({ yearDepartmentId }) => yearDepartmentId)).size === places.length;
      if (!onceEach) throw new DomainError('agenda.assignment-invalid');
      const sessionIds: string[] = [];
      const placed = new Map<string, { startsAt: Date; endsAt: Date }>();
      for (const { dateId, yearDepartmentId } of places) {
        const date = dates.get(dateId);
        const department = invited.get(yearDepartmentId);
        if (!date || !department) throw new DomainError('agenda.assignment-invalid');
        placed.set(yearDepartmentId, {
          startsAt: localInstant(date.date, date.startTime),
          endsAt: localInstant(date.date, date.endTime),
        });
        sessionIds.push(
          await this.sessions.create(actor, {
            departmentId: department.departmentId,
            yearId: id,
            date: date.date,
            startTime: date.startTime,
            endTime: date.endTime,
          }),
        );
      }
      for (const one of invited.keys()) await this.mails.departmentDone(one);
      const mails = await this.mails.tellPlaced(actor, year, placed);
      year.state = 'confirmed';
      year.confirmedAt = this.clock.now();
      year.version += 1;
      await this.database.repository(DialogueYear).save(year);
      return this.done(actor, year, 'agenda.confirmed', { sessionIds, mails });
    });
  }

  /** @param dates how many most wanted are invited by default; null keeps who is invited. @returns how many are */
  private async invite(id: string, wished: string[] | undefined, dates: number | null): Promise<number> {
    const departments = await this.agenda.departments(id);
    const chosen =
      wished ??
      (dates === null
        ? departments.flatMap((one) => (one.invited ? [one.id] : []))
        : defaultInvited(departments, Math.min(dates, MOST_COMPARED)));
    const known = departments.filter((one) => chosen.includes(one.id));
    if (known.length === 0 || known.length !== new Set(chosen).size || known.length > MOST_COMPARED)
      throw new DomainError('agenda.no-departments');
    await this.database.query(
      `update dialogue_year_department set invited = id = any($2::uuid[]), version = version + 1
       where year_id = $1 and invited <> (id = any($2::uuid[]))`,
      [id, chosen],
    );
    for (const one of departments)
      if (one.invited && !chosen.includes(one.id)) await this.mails.departmentDone(one.id);
    return known.length;
  }

  /** @returns who got a mail */
  private async tell(actor: Actor, year: DialogueYear, whom: 'all' | 'new'): Promise<number> {
    if (!year.passedOnAt) {
      if (await this.mails.askCoordinator(actor, year)) return 1;
      year.passedOnAt = this.clock.now();
    }
    return this.mails.askDepartments(actor, year, whom);
  }

  /** Who may not pass the dates on does not learn that they are there. */
  private async reach(actor: Actor, id: string, purpose: 'read' | 'write'): Promise<DialogueYear> {
    allow(isId(id) && canPassOn(actor, id), 'not-found', { what: 'dialogue-year' });
    const year = purpose === 'write' ? await this.agenda.lock(id, 'write') : await this.agenda.one(id);
    const known = canManageDialogue(actor) || year.state === 'asking' || year.state === 'confirmed';
    allow(known, 'not-found', { what: 'dialogue-year' });
    return year;
  }

  /** Names of contacts are for the organiser and the coordinating specialist, who knows whom the dates go to. */
  private async passOnView(actor: Actor, year: DialogueYear): Promise<PassOnView> {
    const [region] = await this.database.query<{ name: string }>(`select name from region where id = $1`, [
      actor.regionId,
    ]);
    const departments = await this.agenda.departments(year.id);
    return {
      yearId: year.id,
      year: year.year,
      region: region?.name ?? '',
      passedOnAt: year.passedOnAt?.toISOString() ?? null,
      preferUntil: year.preferUntil?.toISOString() ?? null,
      dates: await this.agenda.dates(year.id),
      departments: departments
        .filter((one) => one.invited)
        .map(({ id, name, contact, practices }) => ({
          id,
          name,
          contact: contact?.name ?? null,
          wantedBy: practices,
        })),
    };
  }

  private async done(
    actor: Actor,
    year: DialogueYear,
    event: string,
    detail: Record<string, unknown>,
  ): Promise<DialogueYearView> {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'dialogue-year',
      subjectId: year.id,
      detail,
    });
    await this.rooms.announce(agendaRoom(year.id), 'agenda.changed');
    return this.agenda.board(year);
  }
}
