import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AccreditationLayout } from '#libs/contracts';
import { accreditationList, certificate, DEFAULT_ACCREDITATION } from '#libs/documents';
import { allow, Clock, Database, found, fresh, localDay, type Actor } from '#libs/platform';
import { canManageRounds, managesMeeting, takesPartIn } from '../intervision.policy.js';
import { wordsAround } from '../meetings/meeting-pages.queries.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { AttendanceRegister, type PersonThere, type Register } from './attendance-register.service.js';

export interface PaperFile {
  name: string;
  type: string;
  body: Buffer;
}
/** How the region lays out its accreditation lists. Inside the open transaction. */
export type LayoutSource = () => Promise<AccreditationLayout>;

/** What follows from having been at a meeting: everybody's own certificate, and the list for the accreditation (SES-13). */
@Injectable()
export class MeetingPapers {
  private layout: LayoutSource = () => Promise.resolve(DEFAULT_ACCREDITATION);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly register: AttendanceRegister,
  ) {}

  /** The layout is a setting of the region, which another context keeps. */
  laidOutBy(source: LayoutSource): void {
    this.layout = source;
  }

  /** The actor's own. @throws not-found for who was not there, and as long as the meeting was not closed */
  certificate(actor: Actor, meetingId: string): Promise<PaperFile> {
    return this.database.transaction(actor, async () => {
      const opened = await meetingFor(this.database, actor, meetingId);
      const { meeting, place } = opened;
      allow(takesPartIn(actor, place) || managesMeeting(actor, place));
      const own = found(this.ownTime(actor, meeting, await this.register.of(opened)), 'certificate');
      const { activityId } = await this.activity(meeting.id);
      const around = await wordsAround(this.database, meeting.id);
      const { person, practice, startsAt } = own;
      this.audit.record(actor, {
        event: 'meeting.certificate-made',
        action: 'E',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        practiceId: practice?.id ?? null,
      });
      const file = await certificate({
        language: actor.language,
        name: person.name,
        bigNumber: person.bigNumber,
        practice: practice?.name ?? '',
        activity: { kind: 'meeting', title: meeting.title, of: around.group, startsAt, activityId },
        region: around.region,
        minutes: person.time.minutes,
        hours: person.time.hours,
        measured: person.time.measured,
        madeAt: this.clock.now(),
      });
      return { ...file, type: 'application/pdf' };
    });
  }

  /** The list of who was really there, as the region lays it out, or in the other of the two forms. Only for coordinators. */
  accreditation(actor: Actor, meetingId: string, format?: AccreditationLayout['format']): Promise<PaperFile> {
    return this.database.transaction(actor, async () => {
      const opened = await meetingFor(this.database, actor, meetingId);
      allow(canManageRounds(actor));
      const { practices, others, hour } = await this.register.of(opened);
      const layout = await this.layout();
      const people = [
        ...practices.flatMap(({ practice, people }) => people.map((person) => ({ practice, person }))),
        ...others.map((person) => ({ practice: { name: '', agb: '' }, person })),
      ].filter(({ person }) => person.time.present);
      this.audit.record(actor, {
        event: 'meeting.attendance-exported',
        action: 'E',
        subjectKind: 'meeting',
        subjectId: meetingId,
        detail: { people: people.length, format: format ?? layout.format },
      });
      return accreditationList(
        { ...layout, ...(format && { format }) },
        {
          activityId: (await this.activity(meetingId)).activityId,
          date: opened.meeting.date ?? localDay(hour?.startsAt ?? this.clock.now()),
        },
        people.map(({ practice, person: { name, email, bigNumber, time } }) => ({
          name,
          email,
          bigNumber,
          practice: practice.name,
          agb: practice.agb,
          joinedAt: time.joinedAt?.toISOString() ?? null,
          leftAt: time.leftAt?.toISOString() ?? null,
          hours: time.hours,
          hoursFull: time.hoursFull,
        })),
      );
    });
  }

  /** Under which number points are given. @throws not-found · auth.forbidden · conflict.stale */
  setActivity(
    actor: Actor,
    meetingId: string,
    activityId: string | null,
    version?: number,
  ): Promise<{ activityId: string | null; version: number }> {
    return this.database.transaction(actor, async () => {
      const { meeting } = await meetingFor(this.database, actor, meetingId, true);
      allow(canManageRounds(actor));
      fresh(await this.activity(meeting.id), version);
      await this.database.query(
        `insert into meeting_accreditation (meeting_id, region_id, activity_id) values ($1, $2, $3)
         on conflict (meeting_id) do update set activity_id = excluded.activity_id, version = meeting_accreditation.version + 1`,
        [meeting.id, actor.regionId, activityId?.trim() || null],
      );
      this.audit.record(actor, {
        event: 'meeting.accreditation-set',
        action: 'U',
        subjectKind: 'meeting',
        subjectId: meeting.id,
      });
      return this.activity(meeting.id);
    });
  }

  /** Inside the open transaction; version 0 as long as nobody said. */
  async activity(meetingId: string): Promise<{ activityId: string | null; version: number }> {
    const [row] = await this.database.query<{ activityId: string | null; version: number }>(
      `select activity_id as "activityId", version from meeting_accreditation where meeting_id = $1`,
      [meetingId],
    );
    return row ?? { activityId: null, version: 0 };
  }

  /** The reader's own time at a meeting that is closed; null when there was none. */
  ownTime(
    actor: Actor,
    meeting: Meeting,
    { practices, others, hour }: Register,
  ): { person: PersonThere; practice: { id: string; name: string } | null; startsAt: Date } | null {
    if (actor.personId === null || meeting.state !== 'closed' || !hour) return null;
    const mine = ({ personId, time }: PersonThere) => personId === actor.personId && time.present;
    for (const { practice, people } of practices) {
      const person = people.find(mine);
      if (person) return { person, practice, startsAt: hour.startsAt };
    }
    const person = others.find(mine);
    return person ? { person, practice: null, startsAt: hour.startsAt } : null;
  }
}
