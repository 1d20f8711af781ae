import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AccreditationLayout } from '#libs/contracts';
import { Clock, Database, found, type Actor } from '#libs/platform';
import { writeDutchCsv, writeXlsx } from '#libs/tabular';
import { canSeeSession } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { sessionOf } from '../sessions/sessions.queries.js';
import { DEFAULT_ACCREDITATION } from '../sessions/settings.rules.js';
import { accreditationTable } from './accreditation.rules.js';
import { AttendanceQueries, bigOf, type Somebody } from './attendance.queries.js';
import { certificate } from './certificate.template.js';
import { assertOrganises } from './registrations.policy.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** What follows from having been there: the accreditation list and everybody's own certificate (feature 31). */
@Injectable()
export class AttendancePapers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly queries: AttendanceQueries,
  ) {}

  /** The accreditation list as the region lays it out, of who was really there. */
  async accreditation(
    actor: Actor,
    sessionId: string,
  ): Promise<{ name: string; type: string; body: Buffer }> {
    assertOrganises(actor, sessionId);
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, sessionId);
      const people = await this.queries.everybody(session);
      const layout = await this.layout();
      const { columns, rows } = accreditationTable(
        layout,
        { activityId: session.activityId, date: session.date },
        people.map((one) => ({
          attendance: this.queries.view(session, one),
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
      const { minutes, hours } = this.queries.time(session, own);
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
    const people = await this.queries.everybody(session);
    return (
      people.find(
        (one) => one.person.personId === actor.personId && this.queries.time(session, one).present,
      ) ?? null
    );
  }

  private async layout(): Promise<AccreditationLayout> {
    const [row] = await this.database.query<{ accreditation: Partial<AccreditationLayout> }>(
      'select accreditation from dialogue_settings where region_id = current_region()',
    );
    return { ...DEFAULT_ACCREDITATION, ...row?.accreditation };
  }
}

const clockTime = (iso: string): string =>
  new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
    new Date(iso),
  );
