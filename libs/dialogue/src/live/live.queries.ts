import type { LivePersonView } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { KnownFollowUp } from './live.rules.js';

/** The practices in business for which this person is the registered one, and still works there; who is registered for two sees the first. */
export async function registrationsOf(
  database: Database,
  sessionId: string,
  personId: string | null,
): Promise<{ id: string; name: string }[]> {
  return database.query(
    `select p.id, p.name from session_registration r join practice p on p.id = r.practice_id
     where r.session_id = $1 and r.person_id = $2 and r.state = 'registered' and p.archived_at is null
       and exists (select 1 from role_assignment held where held.region_id = r.region_id and held.person_id = r.person_id
         and held.scope_kind = 'practice' and held.scope_id = p.id and held.until is null)
     order by r.asked_at, r.id`,
    [sessionId, personId],
  );
}

/** Who goes for a practice, so that a colleague can see it. */
export async function registeredFor(
  database: Database,
  sessionId: string,
  practiceIds: readonly string[],
): Promise<{ practiceId: string; practice: string; person: string | null } | null> {
  const [row] = await database.query<{ practiceId: string; practice: string; person: string | null }>(
    `select p.id as "practiceId", p.name as practice, n.name as person from practice p
     left join session_registration r on r.practice_id = p.id and r.session_id = $1 and r.state = 'registered'
     left join person n on n.id = r.person_id
     where p.id = any ($2) order by r.id is null, p.name limit 1`,
    [sessionId, practiceIds],
  );
  return row ?? null;
}

export async function isSpecialistNow(
  database: Database,
  sessionId: string,
  personId: string | null,
): Promise<boolean> {
  const rows = await database.query(
    `select 1 from session_specialist where session_id = $1 and person_id = $2 and removed_at is null`,
    [sessionId, personId],
  );
  return rows.length > 0;
}

/** Everybody who may be in the room: who is registered by practice, then the specialists. */
export async function invited(
  database: Database,
  sessionId: string,
): Promise<Omit<LivePersonView, 'here' | 'removed'>[]> {
  return database.query(
    `select person_id as "personId", name, practice from (
       select distinct on (r.person_id) r.person_id, n.name, p.name as practice from session_registration r
         join person n on n.id = r.person_id join practice p on p.id = r.practice_id
         where r.session_id = $1 and r.state = 'registered' order by r.person_id, r.asked_at
     ) registered
     union all
     select s.person_id, n.name, null from session_specialist s join person n on n.id = s.person_id
       where s.session_id = $1 and s.removed_at is null
     order by 3 nulls last, 2, 1`,
    [sessionId],
  );
}

export async function registeredPractices(database: Database, sessionId: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from session_registration where session_id = $1 and state = 'registered'`,
    [sessionId],
  );
  return row?.count ?? 0;
}

/** Follow-up questions of a session in the order in which they were asked, or the one that is named. */
export async function followUpsOf(
  database: Database,
  sessionId: string,
  followUpId: string | null = null,
): Promise<KnownFollowUp[]> {
  return database.query(
    `select f.id, f.question_id as "questionId", f.practice_id as "practiceId", p.name as practice, f.text, f.named, f.shown, f.state, f.note,
       f.asked_at as "askedAt",
       (select count(*)::int from follow_up_endorsement e where e.follow_up_id = f.id) as endorsements
     from follow_up_question f join practice p on p.id = f.practice_id
     where f.session_id = $1 and ($2::uuid is null or f.id = $2) order by f.asked_at, f.id`,
    [sessionId, followUpId],
  );
}

/** Follow-ups that a practice joined. */
export async function joinedBy(database: Database, sessionId: string, practiceId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select f.id from follow_up_question f join follow_up_endorsement e on e.follow_up_id = f.id
     where f.session_id = $1 and e.practice_id = $2 order by f.asked_at, f.id`,
    [sessionId, practiceId],
  );
  return rows.map(({ id }) => id);
}

/** What a screen says around the hour: whose department it is, and when the evaluation goes out. */
export async function surroundings(
  database: Database,
  sessionId: string,
): Promise<{ department: string; evaluationAt: Date | null }> {
  const [row] = await database.query<{ department: string; evaluationAt: Date | null }>(
    `select d.name as department, (select t.due_at from session_step t where t.session_id = s.id and t.kind = 'evaluate'
         and t.state <> 'stopped') as "evaluationAt"
     from dialogue_session s join department d on d.id = s.department_id where s.id = $1`,
    [sessionId],
  );
  return row ?? { department: '', evaluationAt: null };
}
