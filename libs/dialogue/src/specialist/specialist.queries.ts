import type { QuestionAnswerView, SpecialistView } from '#libs/contracts';
import { allow, type Actor, type Database } from '#libs/platform';
import { canManageDialogue, canSeeSession, isSpecialistOf } from '../dialogue.policy.js';
import type { BoardQuestion, QuestionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';

/**
 * The session for who prepares it: its specialists of this moment and the organisers (ORG-10). Whoever may know that it is there is
 * refused, anybody else hears that it is not.
 * @throws not-found · auth.forbidden
 */
export async function preparedSession(
  database: Database,
  actor: Actor,
  sessionId: string,
  held = false,
): Promise<Session> {
  const session = await (held ? lockSession(database, sessionId) : sessionOf(database, sessionId));
  allow(canSeeSession(actor, session.id), 'not-found', { what: 'session' });
  if (canManageDialogue(actor)) return session;
  allow(isSpecialistOf(actor, session.id));
  allow(await isInvited(database, session.id, actor.personId), 'not-found', { what: 'session' });
  return session;
}

/** Stands among the specialists now; somebody who was taken off keeps nothing. */
async function isInvited(database: Database, sessionId: string, personId: string | null): Promise<boolean> {
  const rows = await database.query(
    `select 1 from session_specialist where session_id = $1 and person_id = $2 and removed_at is null`,
    [sessionId, personId],
  );
  return rows.length > 0;
}

/** Names around a session and how far its handout is. */
export interface SessionContext {
  region: string;
  department: string;
  phone: string | null;
  phoneHours: string | null;
  adviceConsult: string | null;
  agreementUrl: string | null;
  handout: SpecialistView['handout'];
}
export async function contextOf(database: Database, session: Session): Promise<SessionContext> {
  const [row] = await database.query<SessionContext>(
    `select region.name as region, d.name as department, d.phone, d.phone_hours as "phoneHours",
       d.advice_consult as "adviceConsult", d.agreement_url as "agreementUrl", coalesce(h.state, 'none') as handout
     from department d join region on region.id = d.region_id left join handout h on h.session_id = $2 where d.id = $1`,
    [session.departmentId, session.id],
  );
  return row as SessionContext;
}

/** It went to the specialist; what was asked after that is not there until it is shared too (DIA-21). */
export const isShared = ({ sharedAt }: Pick<BoardQuestion, 'sharedAt'>): boolean => sharedAt !== null;

/** The board with only what went to the specialist. */
export function sharedOf(board: QuestionBoard): QuestionBoard {
  return {
    categories: board.categories.map((category) => ({
      ...category,
      questions: category.questions.filter(isShared),
    })),
    loose: board.loose.filter(isShared),
  };
}

/** One answer as it is kept; version 0 before anything was noted. */
export async function answerOf(database: Database, questionId: string): Promise<QuestionAnswerView> {
  const [row] = await database.query<QuestionAnswerView>(
    `select timing, too_early as "tooEarly", on_time as "onTime", too_late as "tooLate", note, version
     from question_answer where question_id = $1`,
    [questionId],
  );
  return row ?? { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 };
}
