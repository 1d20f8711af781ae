import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  sessionRoom,
  type AttendeeKind,
  type SessionParticipantView,
  type PracticeSessionView,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  isId,
  newId,
  Rooms,
  systemActor,
  type Actor,
} from '#libs/platform';
import { StaffService } from '#libs/practices';
import { canActForPractice, canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { AttendanceService } from './attendance.service.js';
import { Registration } from './registration.entity.js';
import {
  receiverOf,
  RegistrationMails,
  type MailedSession,
  type Receiver,
} from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { checkOpen, freePlaces, waitingLine } from './registrations.rules.js';

/** Somebody who is not among the people of the practice yet. */
export interface NewColleague {
  name: string;
  email: string;
  jobTitle?: string | null;
}
/** Who goes: one of the practice's people, or a new colleague. */
export interface RegistrationWish {
  personId?: string;
  person?: NewColleague;
  attendeeKind: AttendeeKind;
}

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
    private readonly people: PeopleQueries,
    private readonly staff: StaffService,
    private readonly queries: RegistrationsQueries,
    private readonly mails: RegistrationMails,
    private readonly attendance: AttendanceService,
  ) {}

  /** The page of one practice. @throws not-found for who may not act for it */
  async get(actor: Actor, sessionId: string, practiceId: string): Promise<PracticeSessionView> {
    this.reach(actor, sessionId, practiceId);
    return this.database.transaction(actor, async () =>
      this.page(actor, await sessionOf(this.database, sessionId), practiceId),
    );
  }

  /** Every practice of the region with what it did: the organiser's list. */
  async participants(actor: Actor, sessionId: string): Promise<SessionParticipantView[]> {
    found(canSeeSession(actor, sessionId) || null, 'session');
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      await sessionOf(this.database, sessionId);
      return this.queries.participants(sessionId);
    });
  }

  /**
   * Registers a practice, or lets somebody else go for it. Without a version it is meant as the first registration, so that of two
   * colleagues at once the second hears that it is done.
   * @throws registration.already · registration.person-elsewhere · registration.person-unknown · session.ended ·
   *   session.cancelled · conflict.stale · not-found
   */
  async register(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    wish: RegistrationWish,
    version?: number,
  ): Promise<PracticeSessionView> {
    this.reach(actor, sessionId, practiceId);
    return this.database.transaction(actor, async () => {
      const { session, rows, own, practice } = await this.lock(sessionId, practiceId);
      fresh({ version: own?.version ?? 0 }, version);
      const to = await this.chosen(actor, practiceId, wish);
      const active = own !== null && own.state !== 'excused';
      if (active && version === undefined && own.personId !== to.personId)
        throw new DomainError('registration.already');
      const elsewhere = rows.some(
        (row) => row.practiceId !== practiceId && row.personId === to.personId && row.state !== 'excused',
      );
      if (elsewhere) throw new DomainError('registration.person-elsewhere');
      const mailed = { session, department: await this.queries.departmentOf(session) };
      if (active) await this.replace(actor, mailed, practice, rows, own, to, wish.attendeeKind);
      else await this.enter(actor, mailed, practice, rows, own, to, wish.attendeeKind);
      await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
      return this.page(actor, session, practiceId);
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
    this.reach(actor, sessionId, practiceId);
    const { reason } = guardedTexts({ reason: input.reason }, input.confirmed);
    return this.database.transaction(actor, async () => {
      const { session, rows, own, practice } = await this.lock(sessionId, practiceId);
      fresh({ version: own?.version ?? 0 }, version);
      if (own?.state === 'excused') throw new DomainError('registration.none');
      const mailed = { session, department: await this.queries.departmentOf(session) };
      const row =
        own ?? (await this.fresh(actor, session, practiceId, await this.speaker(actor, practiceId)));
      const before = own?.state ?? null;
      Object.assign(row, { state: 'excused', excuse: reason || null, version: row.version + 1 });
      if (before === 'registered')
        await this.mails.left(actor, mailed, practice, await this.receiver(row.personId), 'excused', true);
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
      await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
      return this.page(actor, session, practiceId);
    });
  }

  /** There are more places now: who waits moves up. Inside the open transaction, with the session held. @returns how many did */
  async fillPlaces(actor: Actor, session: Session): Promise<number> {
    const rows = await this.rowsOf(session.id);
    return this.moveUp(actor, { session, department: await this.queries.departmentOf(session) }, rows);
  }

  /** Another moment or another link: everybody who comes gets the same calendar entry, changed. @returns mails */
  async tellChanged(actor: Actor, session: Session): Promise<number> {
    return this.tellComing(actor, session, async (mailed, practice, row, to) => {
      await this.mails.changed(actor, mailed, practice, row, to);
      await this.database.repository(Registration).save(row);
    });
  }

  /** The session is off: out of everybody's calendar; who waited hears it too. @returns mails */
  async tellCancelled(actor: Actor, session: Session): Promise<number> {
    return this.tellComing(actor, session, (mailed, practice, row, to) =>
      this.mails.left(actor, mailed, practice, to, 'cancelled', row.state === 'registered'),
    );
  }

  private async tellComing(
    actor: Actor,
    session: Session,
    tell: (
      mailed: MailedSession,
      practice: { id: string; name: string },
      row: Registration,
      to: Receiver,
    ) => Promise<void>,
  ): Promise<number> {
    const mailed = { session, department: await this.queries.departmentOf(session) };
    const rows = (await this.rowsOf(session.id)).filter(({ state }) => state !== 'excused');
    const names = new Map(
      (await this.queries.participants(session.id)).map(({ practice }) => [practice.id, practice]),
    );
    const cancelled = session.state === 'cancelled';
    const told = rows.filter(({ state }) => cancelled || state === 'registered');
    for (const row of told) {
      const practice = names.get(row.practiceId) ?? { id: row.practiceId, name: '' };
      await tell(mailed, practice, row, await this.receiver(row.personId));
    }
    return told.length;
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
    const row = own ?? (await this.fresh(actor, session, practice.id, to.personId));
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
    const leaver = row.personId === to.personId ? null : await this.receiver(row.personId);
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

  /** Gives free places to who waits, the first in line first, and mails them at once. */
  private async moveUp(actor: Actor, mailed: MailedSession, rows: readonly Registration[]): Promise<number> {
    const up = waitingLine(rows).slice(0, freePlaces(mailed.session.places, rows));
    for (const row of up) {
      Object.assign(row, { state: 'registered', version: row.version + 1 });
      const practice = found(await this.queries.practice(row.practiceId), 'practice');
      await this.mails.registered(actor, mailed, practice, row, await this.receiver(row.personId));
      await this.database.repository(Registration).save(row);
      this.note(actor, 'registration.moved-up', row);
    }
    return up.length;
  }

  /** Who may not act for the practice does not learn that the session exists. */
  private reach(actor: Actor, sessionId: string, practiceId: string): void {
    const may = canManageDialogue(actor) || canActForPractice(actor, sessionId, practiceId);
    found((isId(sessionId) && isId(practiceId) && may) || null, 'session');
  }

  private async lock(sessionId: string, practiceId: string) {
    const session = await lockSession(this.database, sessionId);
    checkOpen(session, this.clock.now());
    const practice = found(await this.queries.practice(practiceId), 'practice');
    const rows = await this.rowsOf(sessionId);
    return { session, practice, rows, own: rows.find((row) => row.practiceId === practiceId) ?? null };
  }

  private rowsOf(sessionId: string): Promise<Registration[]> {
    return this.database.repository(Registration).findBy({ sessionId });
  }

  private fresh(actor: Actor, session: Session, practiceId: string, personId: string): Promise<Registration> {
    const now = this.clock.now();
    const row = this.database.repository(Registration).create({
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
    return Promise.resolve(row);
  }

  /** The chosen person as a receiver of mail. */
  private async chosen(actor: Actor, practiceId: string, wish: RegistrationWish): Promise<Receiver> {
    const { personId, person } = wish;
    if ((personId === undefined) === (person === undefined))
      throw new DomainError('validation.failed', { fields: [{ field: 'personId', rule: 'oneOf' }] });
    const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const wanted = person?.email.trim().toLowerCase();
    const known = staff.find((one) => one.personId === personId || one.email.toLowerCase() === wanted);
    if (known) return receiverOf(known);
    if (!person) throw new DomainError('registration.person-unknown');
    allow(await this.mayAddPeople(actor, practiceId));
    await this.staff.add(systemActor(actor.regionId), practiceId, { ...person, role: 'practice-employee' });
    const now = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const added = found(
      now.find(({ email }) => email.toLowerCase() === wanted),
      'person',
    );
    this.audit.record(actor, {
      event: 'registration.colleague-added',
      action: 'C',
      subjectKind: 'person',
      subjectId: added.personId,
      practiceId,
    });
    return receiverOf(added);
  }

  /** A new colleague gets a role at the practice, so only its holder, its contact and the organiser name one, by link or not. */
  private async mayAddPeople(actor: Actor, practiceId: string): Promise<boolean> {
    if (canManageDialogue(actor)) return true;
    const people = (await this.people.addresseesOfPractices([practiceId])).get(practiceId) ?? [];
    const holders = await this.people.peopleOfPractices(
      [practiceId],
      ['practice-holder', 'practice-contact'],
    );
    return [...people, ...(holders.get(practiceId) ?? [])].some(
      ({ personId }) => personId === actor.personId,
    );
  }

  private async receiver(personId: string): Promise<Receiver> {
    const [row] = await this.database.query<Receiver>(
      `select id as "personId", name, email, language from person where id = $1`,
      [personId],
    );
    return found(row, 'person');
  }

  /** In whose name a practice that was never registered says that it does not come. */
  private async speaker(actor: Actor, practiceId: string): Promise<string> {
    const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    const self = staff.find(({ personId }) => personId === actor.personId) ?? staff[0];
    if (!self) throw new DomainError('registration.none');
    return self.personId;
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

  private async page(actor: Actor, session: Session, practiceId: string): Promise<PracticeSessionView> {
    const [participant] = await this.queries.participants(session.id, practiceId);
    const { practice, registration } = found(participant, 'session');
    const { questionsUntil, registered, liveOpen, handoutPublished } =
      await this.queries.surroundings(session);
    const { places } = session;
    return {
      session: {
        id: session.id,
        title: session.title,
        department: await this.queries.departmentOf(session),
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        state: session.state,
        introduction: session.introduction,
        meetingLink: registration?.state === 'registered' ? session.meetingLink : null,
        places,
        placesLeft: places === null ? null : Math.max(0, places - registered),
        questionsUntil: questionsUntil?.toISOString() ?? null,
        shared: session.sharedAt !== null,
        liveOpen: liveOpen && session.state !== 'cancelled',
        handoutPublished,
      },
      practice,
      registration,
      people: await this.queries.choices(actor, session, practiceId),
      mayAddPeople: await this.mayAddPeople(actor, practiceId),
      certificate: await this.attendance.hasCertificate(actor, session),
    };
  }
}
