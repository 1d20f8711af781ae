import type { MeetingPresence, Role } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** One word that was said of a practice. */
export interface SaidRow {
  version: number;
  state: MeetingPresence | null;
  replacedBy: string | null;
  by: string | null;
  at: string;
  people: { personId: string; minutes: number | null }[];
}
export interface PracticeRow {
  id: string;
  name: string;
  agb: string;
  /** The practice that it became part of: what was measured is there. */
  mergedInto: string | null;
  /** The latest first. */
  said: SaidRow[];
  /** Its people now, holders first. */
  staff: { personId: string; name: string }[];
}

/** Practices with everything that was said of them about one meeting, in one statement. Inside the open transaction. */
export function saidOf(
  database: Database,
  meetingId: string,
  practiceIds: readonly string[],
): Promise<PracticeRow[]> {
  return database.query<PracticeRow>(
    `select p.id, p.name, p.agb, p.merged_into as "mergedInto",
       coalesce((select jsonb_agg(jsonb_build_object('version', a.version, 'state', a.state, 'replacedBy', a.replaced_by, 'by', w.name,
           'at', to_char(a.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'people', coalesce((select jsonb_agg(jsonb_build_object('personId', d.person_id, 'minutes', d.minutes) order by d.person_id)
             from meeting_attendee d where d.attendance_id = a.id), '[]')) order by a.version desc)
         from meeting_attendance a left join person w on w.id = a.set_by where a.meeting_id = $1 and a.practice_id = p.id), '[]') as said,
       coalesce((select jsonb_agg(jsonb_build_object('personId', s.id, 'name', s.name) order by s.turn, s.name, s.id) from (
           select h.id, h.name, min(array_position(array['practice-holder', 'practice-contact', 'practice-employee'], r.role)) as turn
           from role_assignment r join person h on h.id = r.person_id and h.archived_at is null
           where r.scope_id = coalesce(p.merged_into, p.id) and r.until is null
             and r.role in ('practice-holder', 'practice-contact', 'practice-employee') group by h.id, h.name) s), '[]') as staff
     from practice p where p.id = any($2::uuid[]) order by p.name, p.id`,
    [meetingId, practiceIds],
  );
}

/** Somebody as papers name them. */
export interface NamedPerson {
  personId: string;
  name: string;
  email: string;
  bigNumber: string | null;
  /** The highest at this practice; who left it since has the last. */
  role: Role | null;
}

/** People with their number and role at a practice, of those who left it since too. Keyed `practice person`. */
export async function namedPeople(
  database: Database,
  pairs: readonly { practiceId: string | null; personId: string }[],
): Promise<Map<string, NamedPerson>> {
  const rows = await database.query<NamedPerson & { practiceId: string | null }>(
    `select x.practice_id as "practiceId", e.id as "personId", e.name, e.email,
       (select r.big_number from role_assignment r where r.person_id = e.id and r.big_number is not null
         order by (r.scope_id = x.practice_id) desc nulls last, r.until nulls first, r.since desc limit 1) as "bigNumber",
       (select r.role from role_assignment r where r.person_id = e.id and r.scope_id = x.practice_id
         order by r.until nulls first, array_position(array['practice-holder', 'practice-contact', 'practice-employee'], r.role) limit 1) as role
     from unnest($1::uuid[], $2::uuid[]) as x(practice_id, person_id) join person e on e.id = x.person_id`,
    [pairs.map(({ practiceId }) => practiceId), pairs.map(({ personId }) => personId)],
  );
  return new Map(rows.map(({ practiceId, ...person }) => [personKey(practiceId, person.personId), person]));
}

export const personKey = (practiceId: string | null, personId: string): string => `${practiceId} ${personId}`;

/** One more word about a practice; the versions before it stay. Inside the open transaction, with the meeting held. */
export async function say(
  database: Database,
  word: {
    meetingId: string;
    regionId: string;
    practiceId: string;
    version: number;
    state: MeetingPresence | null;
    replacedBy: string | null;
    people: readonly { personId: string; minutes: number | null }[];
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await database.query(
    `with said as (
       insert into meeting_attendance (region_id, meeting_id, practice_id, version, state, replaced_by, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id)
     insert into meeting_attendee (attendance_id, person_id, region_id, minutes)
       select said.id, x.person_id, $1, x.minutes from said, unnest($9::uuid[], $10::integer[]) as x(person_id, minutes)`,
    [
      word.regionId,
      word.meetingId,
      word.practiceId,
      word.version,
      word.state,
      word.replacedBy,
      word.by,
      word.at,
      word.people.map(({ personId }) => personId),
      word.people.map(({ minutes }) => minutes),
    ],
  );
}
