import type { DialogueSettingsView } from '#libs/contracts';
import { DEFAULT_ACCREDITATION } from '#libs/documents';
import { Database, found, isId } from '#libs/platform';
import { SessionStep } from './session-step.entity.js';
import { Session } from './session.entity.js';
import { timelineOf, type Timeline } from './settings.rules.js';
import { inTurn } from './steps.rules.js';

/** One session of the open transaction's region. @throws not-found */
export async function sessionOf(database: Database, id: string): Promise<Session> {
  return found(isId(id) ? await database.repository(Session).findOneBy({ id }) : null, 'session');
}

/** The same, held until the transaction ends: whatever belongs to a session changes one after the other. @throws not-found */
export async function lockSession(database: Database, id: string): Promise<Session> {
  return found(
    isId(id)
      ? await database.repository(Session).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null,
    'session',
  );
}

/** The steps of a session, in the order in which they are carried out. */
export async function stepsOf(database: Database, sessionId: string): Promise<SessionStep[]> {
  return (await database.repository(SessionStep).findBy({ sessionId })).sort(inTurn);
}

/** Until when questions still go to the specialist on their own; null when they are not shared by a step. */
export async function questionsUntil(database: Database, sessionId: string): Promise<Date | null> {
  const [row] = await database.query<{ dueAt: Date }>(
    `select due_at as "dueAt" from session_step where session_id = $1 and kind = 'share' and state <> 'stopped'`,
    [sessionId],
  );
  return row?.dueAt ?? null;
}

/** What the open transaction's region does otherwise than the defaults, filled in with them; version 0 when nothing was changed yet. */
export async function settingsOf(database: Database): Promise<DialogueSettingsView> {
  const [row] = await database.query<{
    timeline: Partial<Timeline>;
    accreditation: Partial<DialogueSettingsView['accreditation']>;
    version: number;
  }>('select timeline, accreditation, version from dialogue_settings where region_id = current_region()');
  return {
    timeline: timelineOf(row?.timeline ?? {}),
    accreditation: { ...DEFAULT_ACCREDITATION, ...row?.accreditation },
    version: row?.version ?? 0,
  };
}

/** Local time at which evaluations go out in the open transaction's region, `09:00`. */
export async function evaluationTimeOf(database: Database): Promise<string> {
  const [row] = await database.query<{ time: string }>(
    'select evaluation_time as time from region where id = current_region()',
  );
  return row?.time ?? '09:00';
}

/** Name of a department of the open transaction's region. @throws not-found */
export async function departmentName(database: Database, departmentId: string): Promise<string> {
  const [row] = isId(departmentId)
    ? await database.query<{ name: string }>('select name from department where id = $1', [departmentId])
    : [];
  return found(row, 'department').name;
}

/** Specialists of a session now, by name; whoever was put away as a person is none. */
export function specialistsOf(
  database: Database,
  sessionId: string,
): Promise<{ personId: string; name: string; email: string; language: 'nl' | 'en' }[]> {
  return database.query(
    `select p.id as "personId", p.name, p.email, p.language from session_specialist s join person p on p.id = s.person_id
     where s.session_id = $1 and s.removed_at is null and p.archived_at is null order by lower(p.name), p.id`,
    [sessionId],
  );
}

/** Its room was started and was not ended. */
export async function roomRuns(database: Database, sessionId: string): Promise<boolean> {
  const rows = await database.query(
    `select 1 from live_room where id = $1 and ended_at is null and clock ->> 'state' in ('running', 'paused')`,
    [sessionId],
  );
  return rows.length > 0;
}

/** Every practice can read the handout of this session. */
export async function hasPublishedHandout(database: Database, sessionId: string): Promise<boolean> {
  const rows = await database.query(`select 1 from handout where session_id = $1 and state = 'published'`, [
    sessionId,
  ]);
  return rows.length > 0;
}

/**
 * The sequence of the next calendar entry. One counter for the whole session, because somebody may leave and come back, for another practice
 * too: whatever a calendar saw last, the next is higher (RFC 5546). The session's row is held by whoever asks.
 */
export async function nextSequence(database: Database, session: Session): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `update dialogue_session set calendar_sequence = calendar_sequence + 1 where id = $1 returning calendar_sequence as n`,
    [session.id],
  );
  session.calendarSequence = row?.n ?? session.calendarSequence;
  return session.calendarSequence;
}
