import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { sessionRoom, type AttendanceView, type Attendee, type Role } from '#libs/contracts';
import {
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  localInstant,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { Attendance } from './attendance.entity.js';
import { AttendanceQueries } from './attendance.queries.js';
import { checkBegun } from './attendance.rules.js';
import { assertOrganises } from './registrations.policy.js';
import { RegistrationsQueries } from './registrations.queries.js';

const ROLE_ORDER: readonly Role[] = ['practice-holder', 'practice-contact', 'practice-employee'];

/** What the organiser says of one person. Null takes the correction back: then what was measured counts again. */
export type AttendanceChange = { joinedAt: string; leftAt: string } | { absent: true } | null;

/**
 * Who was really there (features 30, 31): what the live room measured, unless the organiser or a report says otherwise. Certificate and
 * accreditation list are made of it and of nothing else.
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly queries: AttendanceQueries,
    private readonly registrations: RegistrationsQueries,
  ) {}

  /** @throws auth.forbidden for who does not organise */
  async list(actor: Actor, sessionId: string): Promise<AttendanceView[]> {
    assertOrganises(actor, sessionId);
    return this.database.transaction(actor, async () =>
      this.views(await sessionOf(this.database, sessionId)),
    );
  }

  /**
   * Corrects one person of one practice, who need not have been registered.
   * @throws validation.failed for an end before its beginning or a session that has not begun · registration.person-unknown ·
   *   conflict.stale · not-found
   */
  async correct(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    personId: string,
    change: AttendanceChange,
    version?: number,
  ): Promise<AttendanceView[]> {
    assertOrganises(actor, sessionId);
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      checkBegun(session, this.clock.now());
      // one that closed since was there all the same
      found((isId(practiceId) && (await this.registrations.anyPractice(practiceId))) || null, 'practice');
      const staff = (await this.registrations.staffOf([practiceId])).get(practiceId) ?? [];
      const people = await this.queries.everybody(session);
      const here = people.find(
        ({ practice, person }) => practice.id === practiceId && person.personId === personId,
      );
      if (!here && !staff.some((one) => one.personId === personId))
        throw new DomainError('registration.person-unknown');
      fresh({ version: here?.kept?.version ?? 0 }, version);
      const rows = this.database.repository(Attendance);
      if (change === null) await rows.delete({ sessionId, practiceId, personId });
      else {
        const { joinedAt, leftAt } = times(change);
        await this.keep(actor, here?.kept ?? null, session, practiceId, personId, {
          joinedAt,
          leftAt,
          stays: [],
          source: 'organiser',
        });
      }
      this.audit.record(actor, {
        event: 'attendance.corrected',
        action: 'U',
        subjectKind: 'session',
        subjectId: sessionId,
        practiceId,
        detail: { personId, present: change === null ? null : !('absent' in change) },
      });
      await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
      return this.views(session);
    });
  }

  /**
   * Who was there, for what follows a session (DIA-15): measured in the hour or corrected, else who was in
   * the room at another time, else who was registered. Inside the open transaction.
   */
  async attendees(sessionId: string): Promise<Attendee[]> {
    const session = await sessionOf(this.database, sessionId);
    const people = await this.queries.everybody(session);
    const present = people.filter((one) => this.queries.time(session, one).present);
    const corrected = people.some(({ kept }) => kept !== null);
    // an hour that was held at another moment than planned, or outside the live room, was still held
    const seen = people.filter(({ stays }) => stays.length > 0);
    const otherwise = seen.length > 0 ? seen : people.filter(({ registered }) => registered);
    return (present.length > 0 || corrected ? present : otherwise).map(({ person, practice }) => ({
      personId: person.personId,
      practiceId: practice.id,
      role: ROLE_ORDER.find((role) => person.roles.some((held) => held.role === role)) ?? 'practice-employee',
    }));
  }

  /** Writes down what was said of somebody. Inside the open transaction, with the session held. */
  async keep(
    actor: Actor,
    before: Attendance | null,
    session: Session,
    practiceId: string,
    personId: string,
    values: Pick<Attendance, 'joinedAt' | 'leftAt' | 'stays' | 'source'>,
  ): Promise<void> {
    const rows = this.database.repository(Attendance);
    const row = before ?? rows.create({ id: newId(), version: 0 });
    Object.assign(row, {
      regionId: actor.regionId,
      sessionId: session.id,
      practiceId,
      personId,
      ...values,
      setBy: actor.personId,
      setAt: this.clock.now(),
      version: row.version + 1,
    });
    await rows.save(row);
  }

  private async views(session: Session): Promise<AttendanceView[]> {
    return (await this.queries.everybody(session)).map((one) => this.queries.view(session, one));
  }
}

/** @throws validation.failed */
function times(change: Exclude<AttendanceChange, null>): { joinedAt: Date | null; leftAt: Date | null } {
  if ('absent' in change) return { joinedAt: null, leftAt: null };
  const [joinedAt, leftAt] = [instant(change.joinedAt), instant(change.leftAt)];
  if (!(leftAt > joinedAt))
    throw new DomainError('validation.failed', { fields: [{ field: 'leftAt', rule: 'afterJoined' }] });
  return { joinedAt, leftAt };
}

/** ISO 8601; without an offset it is Dutch local time. */
function instant(text: string): Date {
  const [date, time] = text.split('T');
  if (!date || !time || /(Z|[+-]\d{2}:?\d{2})$/.test(text)) return new Date(text);
  return localInstant(date, time);
}
