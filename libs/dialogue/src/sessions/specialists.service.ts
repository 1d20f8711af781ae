import { Injectable } from '@nestjs/common';
import { sessionRoom, type DialogueSessionView } from '#libs/contracts';
import { PeopleQueries, PeopleService, TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import { MailsService, type Addressee } from '#libs/notifications';
import { allow, Clock, Database, DomainError, found, isId, newId, Rooms, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { questionBoard } from '../questions/board.queries.js';
import { sessionEntry } from '../registrations/registrations.rules.js';
import { progressOf } from '../specialist/preparation.rules.js';
import { sharedOf } from '../specialist/specialist.queries.js';
import { RoomEcho } from './room-echo.service.js';
import { SessionLinks } from './session-links.service.js';
import { SessionMoves, type SessionMove } from './session-moves.service.js';
import { sessionView } from './session-views.queries.js';
import type { Session } from './session.entity.js';
import { departmentName, lockSession, nextSequence, specialistsOf } from './sessions.queries.js';

/** What preparing takes, in minutes (journeys D4). */
const PREPARING = 45;
const MOST = 6;

/** Who answers in a session (ORG-10, DIA-08): added by name and address, with a personal link and without an account. */
@Injectable()
export class SpecialistsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly people: PeopleQueries,
    private readonly roles: PeopleService,
    private readonly mails: MailsService,
    private readonly links: SessionLinks,
    private readonly taskLinks: TaskLinksService,
    private readonly echo: RoomEcho,
    moves: SessionMoves,
  ) {
    moves.register((actor, session, move) => this.tell(actor, session, move));
  }

  /**
   * Adds somebody by name and address; an address that is known is that person. When the questions went out already, they go to this person
   * at once. @throws conflict.duplicate · session.ended · session.cancelled
   */
  async add(
    actor: Actor,
    sessionId: string,
    who: { name: string; email: string },
  ): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      if (session.state === 'ended') throw new DomainError('session.ended');
      const there = await specialistsOf(this.database, sessionId);
      if (there.length >= MOST)
        throw new DomainError('validation.failed', { fields: [{ field: 'email', rule: 'most' }] });
      const { id: personId } = await this.people.upsertPerson(who.name, who.email);
      if (there.some((one) => one.personId === personId))
        throw new DomainError('conflict.duplicate', { field: 'email' });
      await this.database.query(
        'insert into session_specialist (id, region_id, session_id, person_id, added_at) values ($1, $2, $3, $4, $5)',
        [newId(), actor.regionId, sessionId, personId, this.clock.now()],
      );
      if (session.sharedAt) await this.sendQuestions(actor, session, personId);
      await this.echo.people(sessionId);
      return this.changed(actor, session, 'session.specialist-added', personId);
    });
  }

  /**
   * Takes somebody off: every link and every open page of theirs ends at once. Who knew of the session hears it, and has it out of the
   * calendar when it was in there (feature 12). @throws not-found
   */
  async remove(actor: Actor, sessionId: string, personId: string): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      const [gone] = isId(personId)
        ? await this.database.query(
            `update session_specialist set removed_at = $3 where session_id = $1 and person_id = $2 and removed_at is null returning id`,
            [sessionId, personId, this.clock.now()],
          )
        : [];
      found(gone, 'specialist');
      await this.taskLinks.revoke(sessionId, personId);
      // who signs in holds a role over the session instead of a link
      const held = (await this.people.rolesOf([personId], { ended: false })).get(personId) ?? [];
      for (const { id, role, scopeId } of held)
        if (role === 'specialist' && scopeId === sessionId) await this.roles.endRole(actor, id);
      await this.mails.cancel(
        sessionId,
        ['specialist-questions', 'specialist-reminder', 'handout-check'],
        personId,
      );
      if (session.state !== 'cancelled' && session.endsAt > this.clock.now())
        await this.tellRemoved(actor, session, personId);
      await this.rooms.recheck(personId);
      await this.echo.people(sessionId, personId);
      return this.changed(actor, session, 'session.specialist-removed', personId);
    });
  }

  private async changed(
    actor: Actor,
    session: Session,
    event: string,
    personId: string,
  ): Promise<DialogueSessionView> {
    await this.rooms.announce(sessionRoom(session.id), 'session.changed');
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'dialogue-session',
      subjectId: session.id,
      detail: { personId },
    });
    return sessionView(this.database, session, this.clock.now());
  }

  private async sendQuestions(actor: Actor, session: Session, personId: string): Promise<void> {
    const to = found(
      (await specialistsOf(this.database, session.id)).find((one) => one.personId === personId),
      'specialist',
    );
    const { questions, practices } = progressOf(sharedOf(await questionBoard(this.database, session.id)));
    await this.mails.plan(actor, {
      template: 'specialist-questions',
      to,
      subjectId: session.id,
      params: { ...(await this.about(actor, session, personId)), questions, practices, minutes: PREPARING },
    });
  }

  /** Specialists that have their questions hear what changed; before that they know of nothing. */
  private async tell(actor: Actor, session: Session, move: SessionMove): Promise<number> {
    if (!session.sharedAt || move === 'places') return 0;
    const inCalendar = new Set(await this.inCalendar(session.id));
    const people = await specialistsOf(this.database, session.id);
    for (const to of people) {
      const about = await this.about(actor, session, to.personId);
      const { department, startsAt } = about;
      if (move === 'cancelled')
        await this.mails.plan(actor, {
          template: 'session-left',
          to,
          subjectId: session.id,
          params: {
            department,
            startsAt,
            practice: '',
            why: 'cancelled',
            calendar: inCalendar.has(to.personId)
              ? sessionEntry(session, department, session.calendarSequence, 'CANCEL')
              : null,
            audience: 'specialist',
          },
        });
      else
        await this.mails.plan(actor, {
          template: 'session-changed',
          to,
          subjectId: session.id,
          params: {
            ...about,
            practice: '',
            calendar: sessionEntry(session, department, session.calendarSequence),
            audience: 'specialist',
            ...(move === 'linked' ? { what: 'link' as const } : {}),
          },
        });
    }
    return people.length;
  }

  /** Who got nothing of ours that was not called off in time knows of nothing. */
  private async tellRemoved(actor: Actor, session: Session, personId: string): Promise<void> {
    const [to] = await this.database.query<Addressee>(
      `select p.id as "personId", p.name, p.email, p.language from person p where p.id = $1 and exists (
         select 1 from mail m where m.subject_id = $2 and m.person_id = p.id and m.state <> 'cancelled'
           and (m.template = 'specialist-questions' or m.params ->> 'audience' = 'specialist'))`,
      [personId, session.id],
    );
    if (!to) return;
    const department = await departmentName(this.database, session.departmentId);
    const inCalendar = (await this.inCalendar(session.id)).includes(personId);
    await this.mails.plan(actor, {
      template: 'session-left',
      to,
      subjectId: session.id,
      params: {
        department,
        startsAt: session.startsAt.toISOString(),
        practice: '',
        why: 'removed',
        calendar: inCalendar
          ? sessionEntry(session, department, await nextSequence(this.database, session), 'CANCEL')
          : null,
        audience: 'specialist',
      },
    });
  }

  /** Specialists who have the session in a calendar by the last of our mails; one that was called off in time was never there. */
  private async inCalendar(sessionId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select person_id as id from (
         select distinct on (person_id) person_id, template from mail
         where subject_id = $1 and template in ('session-changed', 'session-left') and state <> 'cancelled'
           and person_id is not null and params ->> 'audience' = 'specialist'
         order by person_id, created_at desc, id desc) last
       where template = 'session-changed'`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }

  private async about(actor: Actor, session: Session, personId: string) {
    return {
      taskLinkId: await this.links.forSpecialist(actor, session, personId),
      department: await departmentName(this.database, session.departmentId),
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
    };
  }
}
