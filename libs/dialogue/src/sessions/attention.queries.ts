import type { SessionStepKind } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** A step that waits for its organiser, or could not be carried out. */
export interface WaitingStep {
  id: string;
  sessionId: string;
  department: string;
  kind: SessionStepKind;
  dueAt: Date;
  startsAt: Date;
  stuck: boolean;
}

/** @param overdue a step that is planned and was due before this moment could not be carried out */
export function waitingSteps(database: Database, overdue: Date): Promise<WaitingStep[]> {
  return database.query(
    `select t.id, s.id as "sessionId", d.name as department, t.kind, t.due_at as "dueAt", s.starts_at as "startsAt",
       t.state = 'planned' as stuck
     from session_step t join dialogue_session s on s.id = t.session_id join department d on d.id = s.department_id
     where s.state <> 'cancelled' and (t.state = 'late' or (t.state = 'planned' and t.due_at < $1))
     order by t.due_at, t.id limit 50`,
    [overdue],
  );
}

/** A session in which questions wait to be put in a category before they go to the specialist. */
export interface UnsortedSession {
  sessionId: string;
  department: string;
  questions: number;
  shareAt: Date;
}

/** @param until the moment of sharing lies before this */
export function unsortedSessions(database: Database, until: Date): Promise<UnsortedSession[]> {
  return database.query(
    `select s.id as "sessionId", d.name as department, t.due_at as "shareAt", q.n as questions
     from dialogue_session s join department d on d.id = s.department_id
       join session_step t on t.session_id = s.id and t.kind = 'share' and t.state = 'planned' and t.due_at < $1
       cross join lateral (select count(*)::int as n from session_question q where q.session_id = s.id and q.state = 'asked'
         and q.category_id is null and q.merged_into is null and q.fate is null) q
     where s.state = 'planned' and s.shared_at is null and q.n > 0 order by t.due_at, s.id`,
    [until],
  );
}

/** A session whose handout waits for its organiser: to be finished, or to be published. */
export interface UnpublishedHandout {
  sessionId: string;
  department: string;
  state: 'draft' | 'checking' | 'checked';
}

/** @param now a check whose time is up waits for the organiser too */
export function unpublishedHandouts(database: Database, now: Date): Promise<UnpublishedHandout[]> {
  return database.query(
    `select s.id as "sessionId", d.name as department, h.state
     from handout h join dialogue_session s on s.id = h.session_id join department d on d.id = s.department_id
     where h.state in ('draft', 'checked') or (h.state = 'checking' and h.check_until < $1)
     order by s.ends_at, s.id limit 20`,
    [now],
  );
}

/** A session for which one of the reader's practices was invited and did nothing yet, or whose registrant left the practice. */
export interface OpenRegistration {
  sessionId: string;
  department: string;
  practiceId: string;
  practice: string;
  startsAt: Date;
  /** Until when questions go to the specialist; null when that is past or not planned. */
  until: Date | null;
  /** Somebody was registered, who does not work there any more. */
  left: boolean;
}

export function openRegistrations(
  database: Database,
  practiceIds: string[],
  now: Date,
): Promise<OpenRegistration[]> {
  return database.query(
    `select s.id as "sessionId", d.name as department, p.id as "practiceId", p.name as practice, s.starts_at as "startsAt",
       (select t.due_at from session_step t where t.session_id = s.id and t.kind = 'share' and t.state = 'planned') as until,
       r.id is not null as left
     from dialogue_session s join department d on d.id = s.department_id
       join practice p on p.id = any($1) and p.archived_at is null
       left join session_registration r on r.session_id = s.id and r.practice_id = p.id
     where s.state = 'planned' and s.starts_at > $2
       and case when r.id is null
         then exists (select 1 from session_step t where t.session_id = s.id and t.kind = 'invite' and t.state = 'done')
         else r.state <> 'excused' and not exists (select 1 from role_assignment held where held.region_id = s.region_id
           and held.person_id = r.person_id and held.scope_kind = 'practice' and held.scope_id = p.id and held.until is null) end
     order by s.starts_at, lower(p.name), p.id`,
    [practiceIds, now],
  );
}

/** A session that comes up, with the practice for which the reader has a place; null for who organises or answers in it. */
export interface ComingSession {
  sessionId: string;
  department: string;
  startsAt: Date;
  state: 'planned' | 'live';
  practiceId: string | null;
}

/** @param ask.all every session of the region, for who organises */
export function comingSessions(
  database: Database,
  ask: { all: boolean; practiceIds: string[]; sessionIds: string[]; now: Date; until: Date },
): Promise<ComingSession[]> {
  return database.query(
    `select s.id as "sessionId", d.name as department, s.starts_at as "startsAt", s.state,
       (select r.practice_id from session_registration r where r.session_id = s.id and r.state = 'registered'
         and r.practice_id = any($2) order by r.practice_id limit 1) as "practiceId"
     from dialogue_session s join department d on d.id = s.department_id
     where s.state in ('planned', 'live') and s.ends_at > $4 and s.starts_at < $5
       and ($1 or s.id = any($3) or exists (select 1 from session_registration r where r.session_id = s.id
         and r.state = 'registered' and r.practice_id = any($2)))
     order by s.starts_at, s.id limit 20`,
    [ask.all, ask.practiceIds, ask.sessionIds, ask.now, ask.until],
  );
}
