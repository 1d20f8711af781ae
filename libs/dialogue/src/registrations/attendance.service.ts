import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  sessionRoom,
  type AccreditationLayout,
  type AttendanceReportView,
  type AttendanceView,
  type Attendee,
  type AttendeeKind,
  type Role,
} from '#libs/contracts';
import { LivePresence } from '#libs/live';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  localDay,
  localInstant,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { writeDutchCsv, writeXlsx } from '#libs/tabular';
import { canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { DEFAULT_ACCREDITATION } from '../sessions/settings.rules.js';
import { accreditationTable } from './accreditation.rules.js';
import { Attendance } from './attendance.entity.js';
import { attendedTime, joinedStays, type Presence } from './attendance.rules.js';
import { certificate } from './certificate.template.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { matchRow, nearSession, readReport, type ReportPerson } from './teams-report.rules.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const ROLE_ORDER: readonly Role[] = ['practice-holder', 'practice-contact', 'practice-employee'];

/** What the organiser says of one person. Null takes the correction back: then what was measured counts again. */
export type AttendanceChange = { joinedAt: string; leftAt: string } | { absent: true } | null;

interface Known {
  personId: string;
  name: string;
  email: string;
  roles: { role: Role; bigNumber: string | null }[];
}
interface Somebody {
  practice: { id: string; name: string; agb: string };
  person: Known;
  attendeeKind: AttendeeKind;
  registered: boolean;
  stays: Presence[];
  kept: Attendance | null;
}

/**
 * Who was really there (features 30, 31): what the live room measured, unless the organiser or a report says otherwise. The certificate and
 * the accreditation list are made of it and of nothing else.
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly presence: LivePresence,
    private readonly queries: RegistrationsQueries,
  ) {}

  /** @throws auth.forbidden for who does not organise */
  async list(actor: Actor, sessionId: string): Promise<AttendanceView[]> {
    this.manage(actor, sessionId);
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
    this.manage(actor, sessionId);
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      this.begun(session);
      found((isId(practiceId) && (await this.queries.practice(practiceId))) || null, 'practice');
      const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
      const people = await this.everybody(session);
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
   * Takes over a report of the video meeting. People are recognised by address or name, never by a guess; of the others nothing is kept. A
   * meeting that was restarted has several reports: each adds its stays, the same one twice adds nothing. A correction of the organiser
   * stays as it is.
   * @param upload the file, asked for when the actor may hand it in
   * @throws upload.empty · upload.unreadable
   */
  async report(
    actor: Actor,
    sessionId: string,
    upload: () => Promise<Buffer>,
  ): Promise<AttendanceReportView> {
    this.manage(actor, sessionId);
    await this.database.transaction(actor, async () => this.begun(await sessionOf(this.database, sessionId)));
    const file = await upload();
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      this.begun(session);
      const lines = await readReport(file, session.startsAt);
      const people = await this.candidates(sessionId);
      const added = new Map<string, { person: ReportPerson; stays: Presence[] }>();
      const names = new Map(people.map(({ practiceId, practice }) => [practiceId, practice]));
      const rows = lines.map((line): AttendanceReportView['rows'][number] => {
        const { row, name, joinedAt, leftAt } = line;
        const view = {
          row,
          name,
          joinedAt: joinedAt?.toISOString() ?? null,
          leftAt: leftAt?.toISOString() ?? null,
          practice: null,
        };
        if (!joinedAt || !leftAt || leftAt < joinedAt) return { ...view, verdict: 'unreadable' };
        if (!nearSession(joinedAt, session.startsAt)) return { ...view, verdict: 'outside' };
        const match = matchRow(line, people);
        if (!('person' in match)) return { ...view, verdict: match.verdict };
        const { person, verdict } = match;
        const key = `${person.practiceId} ${person.personId}`;
        const known = added.get(key) ?? { person, stays: [] };
        known.stays.push({ joinedAt, leftAt });
        added.set(key, known);
        return { ...view, verdict, practice: names.get(person.practiceId) ?? null };
      });
      let taken = 0;
      const kept = await this.database.repository(Attendance).findBy({ sessionId });
      for (const { person, stays } of added.values()) {
        const { practiceId, personId } = person;
        const before = kept.find((one) => one.practiceId === practiceId && one.personId === personId) ?? null;
        if (before?.source === 'organiser') continue;
        const all = joinedStays([...staysOf(before), ...stays], session.endsAt);
        await this.keep(actor, before, session, practiceId, personId, {
          joinedAt: all[0]?.from ?? null,
          leftAt: all.at(-1)?.to ?? null,
          stays: all.map(({ from, to }) => [from.toISOString(), to.toISOString()]),
          source: 'report',
        });
        taken += 1;
      }
      this.audit.record(actor, {
        event: 'attendance.report-read',
        action: 'U',
        subjectKind: 'session',
        subjectId: sessionId,
        detail: { rows: rows.length, people: taken },
      });
      await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
      return { people: taken, rows };
    });
  }

  /** Who was there, for what follows a session (DIA-15): measured or corrected, else who was registered. Inside the open transaction. */
  async attendees(sessionId: string): Promise<Attendee[]> {
    const session = await sessionOf(this.database, sessionId);
    const people = await this.everybody(session);
    const measured = people.some(({ stays, kept }) => stays.length > 0 || kept !== null);
    return people
      .filter((one) => (measured ? this.time(session, one).present : one.registered))
      .map(({ person, practice }) => ({
        personId: person.personId,
        practiceId: practice.id,
        role:
          ROLE_ORDER.find((role) => person.roles.some((held) => held.role === role)) ?? 'practice-employee',
      }));
  }

  /** The accreditation list as the region lays it out, of who was really there. */
  async accreditation(
    actor: Actor,
    sessionId: string,
  ): Promise<{ name: string; type: string; body: Buffer }> {
    this.manage(actor, sessionId);
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, sessionId);
      const people = await this.everybody(session);
      const layout = await this.layout();
      const { columns, rows } = accreditationTable(
        layout,
        { activityId: session.activityId, date: session.date },
        people.map((one) => ({
          attendance: this.view(session, one),
          email: one.person.email,
          agb: one.practice.agb,
        })),
        clockTime,
      );
      this.audit.record(actor, {
        event: 'attendance.exported',
        action: 'E',
        subjectKind: 'session',
        subjectId: sessionId,
        detail: { people: rows.length, format: layout.format },
      });
      const base = `accreditatie-${session.date}`;
      if (layout.format === 'csv')
        return { name: `${base}.csv`, type: CSV, body: writeDutchCsv(columns, rows) };
      const body = await writeXlsx({ sheets: [{ name: 'Deelnemers', columns, rows }] });
      return { name: `${base}.xlsx`, type: XLSX, body };
    });
  }

  /** The actor's own certificate. @throws not-found for who was not there, and as long as the session goes on */
  async certificate(actor: Actor, sessionId: string): Promise<{ name: string; type: string; body: Buffer }> {
    found(canSeeSession(actor, sessionId) || null, 'session');
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, sessionId);
      const own = found(await this.ownPresence(actor, session), 'certificate');
      const { minutes, hours } = this.time(session, own);
      const [names] = await this.database.query<{ region: string; department: string }>(
        `select g.name as region, d.name as department from region g, department d where g.id = $1 and d.id = $2`,
        [session.regionId, session.departmentId],
      );
      this.audit.record(actor, {
        event: 'attendance.certificate-made',
        action: 'E',
        subjectKind: 'session',
        subjectId: sessionId,
        practiceId: own.practice.id,
      });
      const file = await certificate({
        language: actor.language,
        name: own.person.name,
        bigNumber: bigOf(own),
        practice: own.practice.name,
        title: session.title,
        department: names?.department ?? '',
        region: names?.region ?? '',
        startsAt: session.startsAt,
        activityId: session.activityId,
        minutes,
        hours,
        madeAt: this.clock.now(),
      });
      return { ...file, type: 'application/pdf' };
    });
  }

  /** Inside the open transaction. */
  async hasCertificate(actor: Actor, session: Session): Promise<boolean> {
    return (await this.ownPresence(actor, session)) !== null;
  }

  private async ownPresence(actor: Actor, session: Session): Promise<Somebody | null> {
    if (actor.personId === null || session.state !== 'ended') return null;
    const people = await this.everybody(session);
    return (
      people.find((one) => one.person.personId === actor.personId && this.time(session, one).present) ?? null
    );
  }

  private manage(actor: Actor, sessionId: string): void {
    found((isId(sessionId) && canSeeSession(actor, sessionId)) || null, 'session');
    allow(canManageDialogue(actor));
  }

  private begun(session: Session): void {
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    if (session.startsAt > this.clock.now())
      throw new DomainError('validation.failed', { fields: [{ field: 'joinedAt', rule: 'notBegun' }] });
  }

  private async views(session: Session): Promise<AttendanceView[]> {
    return (await this.everybody(session)).map((one) => this.view(session, one));
  }

  private time(session: Session, one: Somebody) {
    const most = session.accreditedHours === null ? null : Number(session.accreditedHours);
    const stays = one.kept ? staysOf(one.kept) : one.stays;
    return attendedTime(stays, { ...session, now: this.clock.now() }, most);
  }

  private view(session: Session, one: Somebody): AttendanceView {
    const { kept } = one;
    const time = this.time(session, one);
    return {
      practice: { id: one.practice.id, name: one.practice.name },
      person: { id: one.person.personId, name: one.person.name },
      attendeeKind: one.attendeeKind,
      registered: one.registered,
      stays: one.stays.map(({ joinedAt, leftAt }) => ({
        joinedAt: joinedAt.toISOString(),
        leftAt: leftAt?.toISOString() ?? null,
      })),
      corrected: kept && {
        joinedAt: kept.joinedAt?.toISOString() ?? null,
        leftAt: kept.leftAt?.toISOString() ?? null,
        source: kept.source,
      },
      ...time,
      joinedAt: time.joinedAt?.toISOString() ?? null,
      leftAt: time.leftAt?.toISOString() ?? null,
      bigNumber: bigOf(one),
      version: kept?.version ?? 0,
    };
  }

  /** Who was registered, who was measured, and who was named by organiser or report: each once per practice. */
  private async everybody(session: Session): Promise<Somebody[]> {
    const { id: sessionId } = session;
    const registrations = (await this.queries.participants(sessionId)).flatMap(({ registration }) =>
      registration?.state === 'registered' ? [registration] : [],
    );
    const stays = (await this.presence.stays(sessionId)).filter(
      ({ audience, practiceId }) => audience === 'participant' && practiceId !== null,
    );
    const kept = await this.database.repository(Attendance).findBy({ sessionId });
    const keyOf = (practiceId: string | null, personId: string) => `${practiceId} ${personId}`;
    const keys = new Set([
      ...registrations.map(({ practice, person }) => keyOf(practice.id, person.id)),
      ...stays.map(({ practiceId, personId }) => keyOf(practiceId, personId)),
      ...kept.map(({ practiceId, personId }) => keyOf(practiceId, personId)),
    ]);
    const pairs = [...keys].map((key) => key.split(' ') as [string, string]);
    const people = await this.known(pairs);
    return pairs
      .flatMap(([practiceId, personId]): Somebody[] => {
        const one = people.get(keyOf(practiceId, personId));
        if (!one) return [];
        const registration = registrations.find(
          ({ practice, person }) => practice.id === practiceId && person.id === personId,
        );
        return [
          {
            ...one,
            attendeeKind: registration?.attendeeKind ?? 'gp',
            registered: registration !== undefined,
            stays: stays.filter((stay) => stay.practiceId === practiceId && stay.personId === personId),
            kept: kept.find((row) => row.practiceId === practiceId && row.personId === personId) ?? null,
          },
        ];
      })
      .sort(
        (a, b) =>
          a.practice.name.localeCompare(b.practice.name, 'nl') ||
          a.person.name.localeCompare(b.person.name, 'nl'),
      );
  }

  /** Names and BIG numbers, of people who have left the practice since too. */
  private async known(
    pairs: readonly [string, string][],
  ): Promise<Map<string, Pick<Somebody, 'practice' | 'person'>>> {
    const rows = await this.database.query<{
      practice: Somebody['practice'];
      person: Known;
    }>(
      `select jsonb_build_object('id', p.id, 'name', p.name, 'agb', p.agb) as practice,
         jsonb_build_object('personId', e.id, 'name', e.name, 'email', e.email, 'roles', coalesce((
           select jsonb_agg(jsonb_build_object('role', r.role, 'bigNumber', r.big_number) order by r.until nulls first, r.since)
           from role_assignment r where r.region_id = current_region() and r.person_id = e.id and r.scope_id = p.id), '[]')) as person
       from unnest($1::uuid[], $2::uuid[]) as x(practice_id, person_id)
         join practice p on p.id = x.practice_id join person e on e.id = x.person_id`,
      [pairs.map(([practiceId]) => practiceId), pairs.map(([, personId]) => personId)],
    );
    return new Map(
      rows.map(({ practice, person }) => [`${practice.id} ${person.personId}`, { practice, person }]),
    );
  }

  /** Everybody of a practice, who is registered marked. */
  private async candidates(sessionId: string): Promise<(ReportPerson & { practice: string })[]> {
    const rows = await this.queries.participants(sessionId);
    const staff = await this.queries.staffOf(rows.map(({ practice }) => practice.id));
    return rows.flatMap(({ practice, registration }) => {
      const coming = registration?.state === 'registered' ? registration.person : null;
      const people = (staff.get(practice.id) ?? []).map(({ personId, name, email }) => ({
        personId,
        name,
        email,
        practiceId: practice.id,
        practice: practice.name,
        registered: personId === coming?.id,
      }));
      if (coming && !people.some(({ personId }) => personId === coming.id))
        people.push({
          personId: coming.id,
          name: coming.name,
          email: coming.email,
          practiceId: practice.id,
          practice: practice.name,
          registered: true,
        });
      return people;
    });
  }

  private async layout(): Promise<AccreditationLayout> {
    const [row] = await this.database.query<{ accreditation: Partial<AccreditationLayout> }>(
      'select accreditation from dialogue_settings where region_id = current_region()',
    );
    return { ...DEFAULT_ACCREDITATION, ...row?.accreditation };
  }

  private async keep(
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
}

const clockTime = (iso: string): string =>
  new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
    new Date(iso),
  );

const bigOf = ({ person }: Somebody): string | null =>
  person.roles.find(({ bigNumber }) => bigNumber)?.bigNumber ?? null;

/** The stays that a correction stands for; none when it says: not there. */
function staysOf(kept: Attendance | null): Presence[] {
  if (!kept?.joinedAt) return [];
  if (kept.stays.length > 0)
    return kept.stays.map(([from, to]) => ({ joinedAt: new Date(from), leftAt: new Date(to) }));
  return [{ joinedAt: kept.joinedAt, leftAt: kept.leftAt }];
}

/** @throws validation.failed */
function times(change: Exclude<AttendanceChange, null>): { joinedAt: Date | null; leftAt: Date | null } {
  if ('absent' in change) return { joinedAt: null, leftAt: null };
  const [joinedAt, leftAt] = [instant(change.joinedAt), instant(change.leftAt)];
  if (!(leftAt > joinedAt) || localDay(joinedAt) > localDay(leftAt))
    throw new DomainError('validation.failed', { fields: [{ field: 'leftAt', rule: 'afterJoined' }] });
  return { joinedAt, leftAt };
}

/** ISO 8601; without an offset it is Dutch local time. */
function instant(text: string): Date {
  const [date, time] = text.split('T');
  if (!date || !time || /(Z|[+-]\d{2}:?\d{2})$/.test(text)) return new Date(text);
  return localInstant(date, time);
}
