import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AccreditationLayout } from '#libs/contracts';
import { accreditationList, certificate, DEFAULT_ACCREDITATION } from '#libs/documents';
import { Clock, Database, found, type Actor } from '#libs/platform';
import { canSeeSession } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { sessionOf } from '../sessions/sessions.queries.js';
import { AttendanceQueries, bigOf, type Somebody } from './attendance.queries.js';
import { assertOrganises } from './registrations.policy.js';

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
      const present = people.flatMap((one) => {
        const view = this.queries.view(session, one);
        const { bigNumber, joinedAt, leftAt, hours, hoursFull } = view;
        const { name, email } = one.person;
        const { name: practice, agb } = one.practice;
        return view.present
          ? [{ name, bigNumber, practice, agb, email, joinedAt, leftAt, hours, hoursFull }]
          : [];
      });
      this.audit.record(actor, {
        event: 'attendance.exported',
        action: 'E',
        subjectKind: 'session',
        subjectId: sessionId,
        detail: { people: present.length, format: layout.format },
      });
      return accreditationList(layout, { activityId: session.activityId, date: session.date }, present);
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
        activity: {
          kind: 'session',
          title: session.title,
          of: names?.department ?? null,
          startsAt: session.startsAt,
          activityId: session.activityId,
        },
        region: names?.region ?? '',
        measured: own.kept?.source !== 'organiser',
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

  /** How the region lays the list out. Inside the open transaction. */
  async layout(): Promise<AccreditationLayout> {
    const [row] = await this.database.query<{ accreditation: Partial<AccreditationLayout> }>(
      'select accreditation from dialogue_settings where region_id = current_region()',
    );
    return { ...DEFAULT_ACCREDITATION, ...row?.accreditation };
  }
}
