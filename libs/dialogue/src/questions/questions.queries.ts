import type { QuestionAnswerView } from '#libs/contracts';
import { Database, DomainError, found, isId, newId } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import type { GivenEndorsement } from './families.rules.js';
import { QuestionCategory } from './question-category.entity.js';
import { Question } from './question.entity.js';

/** The department's own part, unless the organiser says otherwise (DIA-13). */
const DEPARTMENT_MINUTES = 10;
const DEPARTMENT_PART = 'Vanuit de vakgroep';

/** What was asked for a session, and, for one practice, what it proposed or took back besides. One query. */
export async function questionsOf(
  database: Database,
  sessionId: string,
  practiceId: string | null = null,
): Promise<Question[]> {
  return database
    .repository(Question)
    .createQueryBuilder('q')
    .where(`q.session_id = :sessionId and (q.state = 'asked' or q.practice_id = :practiceId)`, {
      sessionId,
      practiceId,
    })
    .orderBy({ 'q.position': 'ASC', 'q.asked_at': 'ASC', 'q.id': 'ASC' })
    .getMany();
}

export async function endorsementsOf(database: Database, sessionId: string): Promise<GivenEndorsement[]> {
  return database.query<GivenEndorsement>(
    `select e.question_id as "questionId", e.practice_id as "practiceId" from question_endorsement e
     join session_question q on q.id = e.question_id where q.session_id = $1`,
    [sessionId],
  );
}

export async function categoriesOf(database: Database, sessionId: string): Promise<QuestionCategory[]> {
  return database
    .repository(QuestionCategory)
    .find({ where: { sessionId }, order: { position: 'ASC', id: 'ASC' } });
}

/** What specialist and moderator noted, by question. */
export async function answersOf(
  database: Database,
  sessionId: string,
): Promise<Map<string, QuestionAnswerView>> {
  const rows = await database.query<QuestionAnswerView & { id: string }>(
    `select a.question_id as id, a.timing, a.too_early as "tooEarly", a.on_time as "onTime", a.too_late as "tooLate", a.note, a.version
     from question_answer a join session_question q on q.id = a.question_id where q.session_id = $1`,
    [sessionId],
  );
  return new Map(rows.map(({ id, ...answer }) => [id, answer]));
}

/** One question of a session. @throws not-found */
export async function questionOf(database: Database, sessionId: string, id: string): Promise<Question> {
  return found(
    isId(id) ? await database.repository(Question).findOneBy({ id, sessionId }) : null,
    'question',
  );
}

/** One category of a session. @throws not-found */
export async function categoryOf(
  database: Database,
  sessionId: string,
  id: string,
): Promise<QuestionCategory> {
  return found(
    isId(id) ? await database.repository(QuestionCategory).findOneBy({ id, sessionId }) : null,
    'category',
  );
}

/** When the timeline shares the questions by itself; null when it did, was stopped, or does not. */
export async function sharesAt(database: Database, sessionId: string): Promise<Date | null> {
  const [row] = await database.query<{ at: Date }>(
    `select due_at as at from session_step where session_id = $1 and kind = 'share' and state = 'planned'`,
    [sessionId],
  );
  return row?.at ?? null;
}

/** Writes a question with one more version; the row is held by the session's lock. */
export async function saveQuestion(database: Database, question: Question): Promise<void> {
  question.version += 1;
  await database.repository(Question).save(question, { reload: false });
}

/** Gives the department its own part of the hour, once. The session is held. */
export async function ensureDepartmentPart(database: Database, session: Session): Promise<void> {
  await database.query(
    `insert into question_category (id, region_id, session_id, name, kind, position, minutes)
     select $1, $2, $3, $4, 'department', coalesce((select max(position) + 1 from question_category where session_id = $3), 0), $5
     where not exists (select 1 from question_category where session_id = $3 and kind = 'department')`,
    [newId(), session.regionId, session.id, DEPARTMENT_PART, DEPARTMENT_MINUTES],
  );
}

/** Place after the last question of a category, or of those in none. */
export async function lastPlace(
  database: Database,
  sessionId: string,
  categoryId: string | null,
): Promise<number> {
  const [row] = await database.query<{ place: number }>(
    `select coalesce(max(position) + 1, 0) as place from session_question
     where session_id = $1 and category_id is not distinct from $2 and state = 'asked'`,
    [sessionId, categoryId],
  );
  return row?.place ?? 0;
}

/** What one session can hold: far more than an hour answers, and few enough to look through. */
export const MOST_IN_SESSION = 500;

/** One more question is asked in this session, which is held. @throws question.session-full {most} */
export async function assertPlaceFor(database: Database, sessionId: string): Promise<void> {
  const [row] = await database.query<{ n: number }>(
    `select count(*)::int as n from session_question where session_id = $1 and state = 'asked'`,
    [sessionId],
  );
  if ((row?.n ?? 0) >= MOST_IN_SESSION)
    throw new DomainError('question.session-full', { most: MOST_IN_SESSION });
}
