import { Injectable } from '@nestjs/common';
import type { AttendanceView, AttendeeKind, Role } from '#libs/contracts';
import { attendedTime, LivePresence, type AttendedTime, type Presence } from '#libs/live';
import { Clock, Database } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { Attendance } from './attendance.entity.js';
import { keptStays } from './attendance.rules.js';
import { RegistrationsQueries } from './registrations.queries.js';

interface Known {
  personId: string;
  name: string;
  email: string;
  roles: { role: Role; bigNumber: string | null }[];
}
/** Somebody of whom there is something to say: registered, measured or named. */
export interface Somebody {
  practice: { id: string; name: string; agb: string };
  person: Known;
  attendeeKind: AttendeeKind;
  registered: boolean;
  stays: Presence[];
  kept: Attendance | null;
}

/** Who was at a session, with what is known of each. Every method runs in the open transaction. */
@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly presence: LivePresence,
    private readonly registrations: RegistrationsQueries,
  ) {}

  /** Who was registered, who was measured, and who was named by organiser or report: each once per practice. */
  async everybody(session: Session): Promise<Somebody[]> {
    const { id: sessionId } = session;
    const coming = (await this.registrations.participants(sessionId)).flatMap(({ registration }) =>
      registration?.state === 'registered' ? [registration] : [],
    );
    const stays = (await this.presence.stays(sessionId)).filter(
      ({ audience, practiceId }) => audience === 'participant' && practiceId !== null,
    );
    const kept = await this.database.repository(Attendance).findBy({ sessionId });
    const keyOf = (practiceId: string | null, personId: string) => `${practiceId} ${personId}`;
    const keys = new Set([
      ...coming.map(({ practice, person }) => keyOf(practice.id, person.id)),
      ...stays.map(({ practiceId, personId }) => keyOf(practiceId, personId)),
      ...kept.map(({ practiceId, personId }) => keyOf(practiceId, personId)),
    ]);
    const pairs = [...keys].map((key) => key.split(' ') as [string, string]);
    const people = await this.known(pairs);
    return pairs
      .flatMap(([practiceId, personId]): Somebody[] => {
        const one = people.get(keyOf(practiceId, personId));
        if (!one) return [];
        const registration = coming.find(
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

  /** What counts of somebody: what organiser or report said, else what was measured. */
  time(session: Session, one: Somebody): AttendedTime {
    const most = session.accreditedHours === null ? null : Number(session.accreditedHours);
    const stays = one.kept ? keptStays(one.kept) : one.stays;
    return attendedTime(stays, { ...session, now: this.clock.now() }, most);
  }

  view(session: Session, one: Somebody): AttendanceView {
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
}

/** The number that one of the roles carries. */
export const bigOf = ({ person }: Somebody): string | null =>
  person.roles.find(({ bigNumber }) => bigNumber)?.bigNumber ?? null;
