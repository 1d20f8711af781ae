import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { sessionRoom, type AttendanceReportView } from '#libs/contracts';
import { presentSpans, type Presence } from '#libs/live';
import { Clock, Database, Rooms, type Actor } from '#libs/platform';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { Attendance } from './attendance.entity.js';
import { checkBegun, keptStays } from './attendance.rules.js';
import { AttendanceService } from './attendance.service.js';
import { assertOrganises } from './registrations.policy.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { matchRow, nearSession, readReport, type ReportPerson } from './teams-report.rules.js';

/** Reports of the video meeting, for what the live room did not measure (feature 30). */
@Injectable()
export class AttendanceReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly registrations: RegistrationsQueries,
    private readonly attendance: AttendanceService,
  ) {}

  /**
   * Takes over a report of the video meeting. People are recognised by address or name, never by a guess; of the others nothing is kept. A
   * meeting that was restarted has several reports: each adds its stays, the same one twice adds nothing. A correction of the organiser
   * stays as it is.
   * @param upload the file, asked for when the actor may hand it in
   * @throws upload.empty · upload.unreadable
   */
  async take(actor: Actor, sessionId: string, upload: () => Promise<Buffer>): Promise<AttendanceReportView> {
    assertOrganises(actor, sessionId);
    await this.database.transaction(actor, async () =>
      checkBegun(await sessionOf(this.database, sessionId), this.clock.now()),
    );
    const file = await upload();
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, sessionId);
      checkBegun(session, this.clock.now());
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
        const all = presentSpans([...keptStays(before), ...stays], session.endsAt);
        await this.attendance.keep(actor, before, session, practiceId, personId, {
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

  /** Everybody of a practice, who is registered marked. */
  private async candidates(sessionId: string): Promise<(ReportPerson & { practice: string })[]> {
    const rows = await this.registrations.participants(sessionId);
    const staff = await this.registrations.staffOf(rows.map(({ practice }) => practice.id));
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
}
