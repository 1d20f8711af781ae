import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PracticePerson } from '#libs/access';
import type {
  AttendeeKind,
  SessionParticipantView,
  PracticeSessionView,
  RegistrationState,
} from '#libs/contracts';
import { Database, found, type Actor } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { Registration } from './registration.entity.js';
import type { Receiver } from './registration-mails.service.js';

/** Who can go for a practice: its own people (ORG-03…05, locums and trainees among them: ORG-12). */
const STAFF = ['practice-holder', 'practice-contact', 'practice-employee'] as const;

interface RegistrationRow {
  id: string;
  practiceId: string;
  practiceName: string;
  state: RegistrationState;
  personId: string;
  name: string;
  email: string;
  attendeeKind: AttendeeKind;
  askedAt: Date;
  excuse: string | null;
  version: number;
  place: number;
}

/** Who comes to a session, as views. Every method runs in the open transaction. */
@Injectable()
export class RegistrationsQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
  ) {}

  async departmentOf(session: Session): Promise<string> {
    const [row] = await this.database.query<{ name: string }>('select name from department where id = $1', [
      session.departmentId,
    ]);
    return row?.name ?? '';
  }

  /** The practice while it is in business, or null. */
  async practice(id: string): Promise<{ id: string; name: string } | null> {
    const [row] = await this.database.query<{ id: string; name: string }>(
      'select id, name from practice where id = $1 and archived_at is null',
      [id],
    );
    return row ?? null;
  }

  /** The same, whether it closed since or not. */
  async anyPractice(id: string): Promise<{ id: string; name: string } | null> {
    const [row] = await this.database.query<{ id: string; name: string }>(
      'select id, name from practice where id = $1',
      [id],
    );
    return row ?? null;
  }

  practices(): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      'select id, name from practice where archived_at is null order by lower(name), id',
    );
  }

  /** Practices in business that were invited to a session and said nothing yet. */
  invitedWithoutAnswer(sessionId: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `select p.id, p.name from practice p where p.archived_at is null
         and exists (select 1 from session_step t where t.session_id = $1 and t.kind = 'invite' and t.state = 'done')
         and not exists (select 1 from session_registration r where r.session_id = $1 and r.practice_id = p.id)
       order by lower(p.name), p.id`,
      [sessionId],
    );
  }

  staffOf(practiceIds: string[]): Promise<Map<string, PracticePerson[]>> {
    return this.people.peopleOfPractices(practiceIds, [...STAFF]);
  }

  /** Who goes for a practice, as long as they work there; null for who left. */
  async goer(practiceId: string, personId: string): Promise<Receiver | null> {
    const staff = (await this.staffOf([practiceId])).get(practiceId) ?? [];
    return staff.some((one) => one.personId === personId) ? this.receiver(personId) : null;
  }

  async receiver(personId: string): Promise<Receiver> {
    const [row] = await this.database.query<Receiver>(
      `select id as "personId", name, email, language from person where id = $1`,
      [personId],
    );
    return found(row, 'person');
  }

  /** What every practice said of a session, who does not come too. */
  rowsOf(sessionId: string): Promise<Registration[]> {
    return this.database.repository(Registration).findBy({ sessionId });
  }

  /** Practices with what they did; with `practiceId` that one alone. Questions that were taken back do not count. */
  async participants(sessionId: string, practiceId: string | null = null): Promise<SessionParticipantView[]> {
    const rows = await this.database.query<{
      practice: { id: string; name: string };
      questions: number;
      row: RegistrationRow | null;
    }>(
      `with line as (
         select r.*, row_number() over (partition by r.state order by r.asked_at, r.id)::int as place
         from session_registration r where r.session_id = $1
       )
       select jsonb_build_object('id', p.id, 'name', p.name) as practice,
         (select count(*)::int from session_question q
           where q.session_id = $1 and q.practice_id = p.id and q.state = 'asked') as questions,
         case when l.id is null then null else jsonb_build_object('id', l.id, 'state', l.state, 'personId', l.person_id,
           'name', e.name, 'email', e.email, 'attendeeKind', l.attendee_kind, 'askedAt', l.asked_at, 'excuse', l.excuse,
           'version', l.version, 'place', l.place) end as row
       from practice p left join line l on l.practice_id = p.id left join person e on e.id = l.person_id
       where (p.archived_at is null or l.id is not null) and ($2::uuid is null or p.id = $2)
       order by lower(p.name), p.id`,
      [sessionId, practiceId],
    );
    return rows.map(({ practice, questions, row }) => ({
      practice,
      questions,
      registration: row && {
        id: row.id,
        practice,
        state: row.state,
        person: { id: row.personId, name: row.name, email: row.email },
        attendeeKind: row.attendeeKind,
        waitingPlace: row.state === 'waiting' ? row.place : null,
        excuse: row.excuse,
        askedAt: new Date(row.askedAt).toISOString(),
        version: row.version,
      },
    }));
  }

  /** What the page of a practice says of the session besides the session itself. */
  async surroundings(session: Session): Promise<{
    questionsUntil: Date | null;
    registered: number;
    liveOpen: boolean;
    handoutPublished: boolean;
  }> {
    const [row] = await this.database.query<{
      questionsUntil: Date | null;
      registered: number;
      liveOpen: boolean;
      handoutPublished: boolean;
    }>(
      `select (select due_at from session_step where session_id = $1 and kind = 'share' and state in ('planned', 'late')) as "questionsUntil",
         (select count(*)::int from session_registration where session_id = $1 and state = 'registered') as registered,
         exists (select 1 from live_room where id = $1 and ended_at is null) as "liveOpen",
         exists (select 1 from handout where session_id = $1 and state = 'published') as "handoutPublished"`,
      [session.id],
    );
    return row ?? { questionsUntil: null, registered: 0, liveOpen: false, handoutPublished: false };
  }

  /** The people of a practice: who went last time, who is asking, then by name. */
  async choices(actor: Actor, session: Session, practiceId: string): Promise<PracticeSessionView['people']> {
    const staff = (await this.staffOf([practiceId])).get(practiceId) ?? [];
    const [last] = await this.database.query<{ personId: string }>(
      `select r.person_id as "personId" from session_registration r join dialogue_session s on s.id = r.session_id
       where r.practice_id = $1 and r.state = 'registered' and s.state <> 'cancelled' and s.starts_at < $2
         and r.person_id = any($3) order by s.starts_at desc limit 1`,
      [practiceId, session.startsAt, staff.map(({ personId }) => personId)],
    );
    const rank = (id: string) => (id === last?.personId ? 0 : id === actor.personId ? 1 : 2);
    return staff
      .map(({ personId, name, roles }) => ({
        id: personId,
        name,
        jobTitle: roles.find(({ jobTitle }) => jobTitle)?.jobTitle ?? null,
        lastTime: personId === last?.personId,
      }))
      .sort((a, b) => rank(a.id) - rank(b.id));
  }
}
