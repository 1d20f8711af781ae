import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  sessionRoom,
  type AttendeeKind,
  type PracticeSessionView,
  type SessionParticipantView,
} from '#libs/contracts';
import {
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { RoomEcho } from '../sessions/room-echo.service.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { AttendeeChoice, type RegistrationWish } from './attendee-choice.service.js';
import { PracticePage } from './practice-page.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationMails, type MailedSession, type Receiver } from './registration-mails.service.js';
import { assertOrganises, assertSpeaksFor } from './registrations.policy.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { checkOpen, freePlaces, waitingLine } from './registrations.rules.js';

/**
 * One person per practice (DIA-06, DIA-07, feature 33). Everything that touches the places of a session holds its row, so that of forty
 * practices at once exactly as many are in as there are places, and the others wait in the order in which they came.
 */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly echo: RoomEcho,
    private readonly queries: RegistrationsQueries,
    private readonly choice: AttendeeChoice,
    private readonly mails: RegistrationMails,
    private readonly page: PracticePage,
  ) {}

  /** Every practice of the region with what it did: the organiser's list. */
  async participants(actor: Actor, sessionId: string): Promise<SessionParticipantView[]> {
    assertOrganises(actor, sessionId);
    return this.database.transaction(actor, async () => {
      await sessionOf(this.database, sessionId);
      return this.queries.participants(sessionId);
    });
  }

  /**
   * Registers a practice, or lets somebody else go for it. Without a version it is meant as the first registration, so that of two
   * colleagues at once the second hears that it is done.
   * @throws registration.already · registration.person-elsewhere · registration.person-unknown · text.identifiers · session.ended ·
   *   session.cancelled · conflict.stale · not-found
   */
  async register(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    wish: RegistrationWish,
    version?: number,
  ): Promise<PracticeSessionView> {
    assertSpeaksFor(actor, sessionId, practiceId);
    return this.database.transaction(actor, async () => {
      const { session, rows, own, practice } = await this.lock(sessionId, practiceId);
      fresh({ version: own?.version ?? 0 }, version);
      const to = await this.choice.chosen(actor, practiceId, wish);
      const active = own !== null && own.state !== 'excused';
      if (active && version === undefined && own.personId !== to.personId)
        throw new DomainError('registration.already');
      const elsewhere = rows.some(
        (row) => row.practiceId !== practiceId && row.personId === to.personId && row.state !== 'excused',
      );
      if (elsewhere) throw new DomainError('registration.person-elsewhere');
      const mailed = { session, department: await this.queries.departmentOf(session) };
      const leaver = active && own.personId !== to.personId ? own.personId : null;
      if (active) await this.replace(actor, mailed, practice, rows, own, to, wish.attendeeKind);
      else await this.enter(actor, mailed, practice, rows, own, to, wish.attendeeKind);
      await this.tell(sessionId, leaver);
      return this.page.view(actor, session, practiceId);
    });
  }

  /**
   * The practice does not come; a place that comes free goes to the first in line. Who was never registered can say so too, and is no
   * longer reminded.
   * @param confirmed the writer has read what the guard warns of in the reason
   * @throws text.identifiers · registration.none when it was excused already · session.ended · session.cancelled · conflict.stale
   */
  async excuse(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    input: { reason: string; confirmed: boolean },
    version?: number,
  ): Promise<PracticeSessionView> {
    assertSpeaksFor(actor, sessionId, practiceId);
    const { reason } = guardedTexts({ reason: input.reason }, input.confirmed);
    return this.database.transaction(actor, async () => {
      const { session, rows, own, practice } = await this.lock(sessionId, practiceId);
      fresh({ version: own?.version ?? 0 }, version);
      if (own?.state === 'excused') throw new DomainError('registration.none');
      const mailed = { session, department: await this.queries.departmentOf(session) };
      const row = own ?? this.blank(actor, session, practiceId, await this.choice.speaker(actor, practiceId));
      const before = own?.state ?? null;
      Object.assign(row, { state: 'excused', excuse: reason || null, version: row.version + 1 });
      if (before === 'registered')
        await this.mails.left(
          actor,
          mailed,
          practice,
          await this.queries.receiver(row.personId),
          'excused',
          true,
        );
      await this.database.repository(Registration).save(row);
      this.audit.record(actor, {
        event: 'registration.excused',
        action: 'U',
        subjectKind: 'session',
        subjectId: sessionId,
        practiceId,
        detail: { before, reason: reason !== '' },
      });
      await this.moveUp(actor, mailed, own ? rows : [...rows, row]);
      await this.tell(sessionId, own?.personId ?? null);
      return this.page.view(actor, session, practiceId);
    });
  }

  /** There are more places now: who waits moves up. Inside the open transaction, with the session held. @returns how many did */
  async fillPlaces(actor: Actor, session: Session): Promise<number> {
    const rows = await this.queries.rowsOf(session.id);
    const up = await this.moveUp(
      actor,
      { session, department: await this.queries.departmentOf(session) },
      rows,
    );
    await this.echo.people(session.id);
    return up;
  }

  private async enter(
    actor: Actor,
    mailed: MailedSession,
    practice: { id: string; name: string },
    rows: readonly Registration[],
    own: Registration | null,
    to: Receiver,
    attendeeKind: AttendeeKind,
  ): Promise<void> {
    const { session } = mailed;
    const state = freePlaces(session.places, rows) > 0 ? 'registered' : 'waiting';
    const row = own ?? this.blank(actor, session, practice.id, to.personId);
    Object.assign(row, {
      state,
      personId: to.personId,
      attendeeKind,
      askedAt: this.clock.now(),
      registeredBy: actor.personId,
      excuse: null,
      version: row.version + 1,
    });
    if (state === 'registered') await this.mails.registered(actor, mailed, practice, row, to);
    else await this.mails.waiting(actor, mailed, practice, waitingLine(rows).length + 1, to);
    await this.database.repository(Registration).save(row);
    this.note(actor, 'registration.made', row);
  }

  private async replace(
    actor: Actor,
    mailed: MailedSession,
    practice: { id: string; name: string },
    rows: readonly Registration[],
    row: Registration,
    to: Receiver,
    attendeeKind: AttendeeKind,
  ): Promise<void> {
    const leaver = row.personId === to.personId ? null : await this.queries.receiver(row.personId);
    if (!leaver && row.attendeeKind === attendeeKind) return;
    const coming = row.state === 'registered';
    Object.assign(row, {
      personId: to.personId,
      attendeeKind,
      registeredBy: actor.personId,
      version: row.version + 1,
    });
    if (leaver) {
      await this.mails.left(actor, mailed, practice, leaver, 'replaced', coming);
      if (coming) await this.mails.registered(actor, mailed, practice, row, to);
      else {
        const place = waitingLine(rows).findIndex(({ id }) => id === row.id) + 1;
        await this.mails.waiting(actor, mailed, practice, place, to);
      }
    }
    await this.database.repository(Registration).save(row);
    this.note(actor, leaver ? 'registration.replaced' : 'registration.changed', row);
  }

  /** Gives free places to who waits, the first in line first, and mails them at once. A practice that closed is passed over. */
  private async moveUp(actor: Actor, mailed: MailedSession, rows: readonly Registration[]): Promise<number> {
    const inBusiness = new Map((await this.queries.practices()).map((practice) => [practice.id, practice]));
    const line = waitingLine(rows).flatMap((row) => {
      const practice = inBusiness.get(row.practiceId);
      return practice ? [{ row, practice }] : [];
    });
    const up = line.slice(0, freePlaces(mailed.session.places, rows));
    for (const { row, practice } of up) {
      Object.assign(row, { state: 'registered', version: row.version + 1 });
      await this.mails.registeredOrChoose(actor, mailed, practice, row);
      await this.database.repository(Registration).save(row);
      this.note(actor, 'registration.moved-up', row);
    }
    return up.length;
  }

  /** Open pages read again, and a room that is open hears who comes and who does not any more. */
  private async tell(sessionId: string, leftPersonId: string | null): Promise<void> {
    await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
    await this.echo.people(sessionId, leftPersonId);
  }

  private async lock(sessionId: string, practiceId: string) {
    const session = await lockSession(this.database, sessionId);
    checkOpen(session, this.clock.now());
    const practice = found(await this.queries.practice(practiceId), 'practice');
    const rows = await this.queries.rowsOf(sessionId);
    return { session, practice, rows, own: rows.find((row) => row.practiceId === practiceId) ?? null };
  }

  private blank(actor: Actor, session: Session, practiceId: string, personId: string): Registration {
    const now = this.clock.now();
    return this.database.repository(Registration).create({
      id: newId(),
      regionId: actor.regionId,
      sessionId: session.id,
      practiceId,
      state: 'excused',
      personId,
      attendeeKind: 'gp',
      askedAt: now,
      registeredBy: actor.personId,
      excuse: null,
      calendarSequence: 0,
      createdAt: now,
      version: 0,
    });
  }

  private note(actor: Actor, event: string, row: Registration): void {
    this.audit.record(actor, {
      event,
      action: event === 'registration.made' ? 'C' : 'U',
      subjectKind: 'session',
      subjectId: row.sessionId,
      practiceId: row.practiceId,
      detail: { personId: row.personId, state: row.state, version: row.version },
    });
  }
}
