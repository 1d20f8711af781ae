import type { HandoutSummaryView, HandoutsView } from '#libs/contracts';
import { holds, practicesOf, sha256, type Actor, type Database } from '#libs/platform';
import { canManageDialogue, practicesFor } from '../dialogue.policy.js';
import { questionBoard, type QuestionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { contextOf } from '../specialist/specialist.queries.js';
import { ownPartOf } from '../specialist/specialist.service.js';
import { Handout } from './handout.entity.js';
import type { HandoutFollowUp, HandoutSources } from './handout.rules.js';
import { excerptOf, prefixQuery, readCursor, searchWords, writeCursor } from './search.rules.js';

/** The handout of a session, held until the transaction ends where it will be changed; null before it was made. */
export function handoutOf(database: Database, sessionId: string, held = false): Promise<Handout | null> {
  return database.repository(Handout).findOne({
    where: { sessionId },
    ...(held ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
}

/** What a handout of this session is made of now. */
export async function sourcesOf(database: Database, session: Session): Promise<HandoutSources> {
  const contact = await contextOf(database, session);
  const board = await questionBoard(database, session.id);
  const ownPart = await ownPartOf(database, session.id);
  return {
    department: contact.department,
    board,
    followUps: await followUpsOf(database, session.id),
    ownPart,
    contact,
  };
}

/** Follow-up questions that were answered or left for later, at the question that they belong to now. */
async function followUpsOf(database: Database, sessionId: string): Promise<HandoutFollowUp[]> {
  return database.query<HandoutFollowUp>(
    `select f.id, coalesce(q.merged_into, q.id) as "questionId", f.text, f.note,
       array(select f.practice_id union select e.practice_id from follow_up_endorsement e where e.follow_up_id = f.id) as "practiceIds"
     from follow_up_question f left join session_question q on q.id = f.question_id
     where f.session_id = $1 and f.state in ('answered', 'parked') order by f.asked_at, f.id`,
    [sessionId],
  );
}

/** Questions and follow-up questions behind which a practice of the reader stands. */
export async function ownIdsOf(database: Database, actor: Actor, sessionId: string): Promise<string[]> {
  const own = new Set(practicesFor(actor, sessionId));
  if (own.size === 0) return [];
  const behind = (one: { practiceIds: string[] }): boolean => one.practiceIds.some((id) => own.has(id));
  const questions = everyQuestion(await questionBoard(database, sessionId)).filter(behind);
  const followUps = (await followUpsOf(database, sessionId)).filter(behind);
  return [...questions, ...followUps].map(({ id }) => id);
}

export const everyQuestion = (board: QuestionBoard): QuestionBoard['loose'] => [
  ...board.categories.flatMap(({ questions }) => questions),
  ...board.loose,
];

/** Practices in business, by name. */
export function openPractices(database: Database): Promise<{ id: string; name: string }[]> {
  return database.query('select id, name from practice where archived_at is null order by lower(name), id');
}

/**
 * Who had the mail that says that this handout is out, as ids of person and practice; a mail of before it carried that id goes by the name
 * of the practice. Mails that were called off do not count.
 */
export async function toldOf(database: Database, sessionId: string): Promise<Set<string>> {
  const rows = await database.query<{ key: string }>(
    `select person_id || ' ' || coalesce(params ->> 'practiceId',
         (select p.id::text from practice p where p.name = params ->> 'practice' order by p.archived_at nulls first limit 1), '') as key
     from mail where subject_id = $1 and template = 'handout-published' and state <> 'cancelled' and person_id is not null`,
    [sessionId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** A short mark of a text, that says whether it changed without keeping it. */
export const markOf = (text: string): string => sha256(text).toString('base64url').slice(0, 16);

interface FoundRow extends Omit<HandoutSummaryView, 'startsAt' | 'publishedAt'> {
  startsAt: Date;
  publishedAt: Date;
  words: string;
}

/** The sessions whose handouts the actor may find: null for those of the whole region, a specialist those of the own sessions. */
function sessionsOf(actor: Actor): string[] | null {
  const everything =
    canManageDialogue(actor) ||
    holds(actor, 'coordinating-specialist') ||
    holds(actor, 'practice-consultant') ||
    practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee').length > 0;
  if (everything) return null;
  return actor.roles.flatMap(({ role, scopeId }) => (role === 'specialist' && scopeId ? [scopeId] : []));
}

/** Published handouts that the actor may read, the newest first; with words, those in which every word occurs, also as a beginning. */
export async function publishedPage(
  database: Database,
  actor: Actor,
  wish: { q?: string; department?: string; year?: number; cursor?: string; limit: number },
): Promise<HandoutsView> {
  const words = searchWords(wish.q ?? '');
  const after = readCursor(wish.cursor);
  const values = [
    prefixQuery(words),
    words.map((word) => `%${word}%`),
    wish.department ?? null,
    wish.year ?? null,
    sessionsOf(actor),
  ];
  const from = `from handout h join dialogue_session s on s.id = h.session_id join department d on d.id = s.department_id
     cross join to_tsquery('dutch', $1) as asked
     where h.state = 'published' and s.state <> 'cancelled'
       and ($1 = '' or numnode(asked) > 0 and h.search @@ asked or lower(h.words) like all($2::text[]))
       and ($3::text is null or d.name = $3)
       and ($4::int is null or extract(year from s.starts_at at time zone s.time_zone) = $4)
       and ($5::uuid[] is null or s.id = any($5))`;
  const rows = await database.query<FoundRow>(
    `select h.session_id as "sessionId", h.content->>'title' as title, d.name as department, s.starts_at as "startsAt",
       h.published_at as "publishedAt", h.words,
       (select count(*)::int from jsonb_path_query(h.content, '$.sections[*].items[*] ? (@.hidden == false)')) as questions,
       case when $1 <> '' and numnode(asked) > 0 then ts_headline('dutch', h.words, asked,
         'StartSel=«, StopSel=», MaxWords=32, MinWords=16, MaxFragments=1') end as excerpt
     ${from} and ($6::timestamptz is null or (s.starts_at, h.session_id) < ($6, $7::uuid))
     order by s.starts_at desc, h.session_id desc limit $8`,
    [...values, after?.startsAt ?? null, after?.id ?? null, wish.limit + 1],
  );
  const [count] = await database.query<{ n: number }>(`select count(*)::int as n ${from}`, values);
  const facets = await database.query<{ department: string; year: number }>(
    `select distinct d.name as department, extract(year from s.starts_at at time zone s.time_zone)::int as year
     from handout h join dialogue_session s on s.id = h.session_id join department d on d.id = s.department_id
     where h.state = 'published' and s.state <> 'cancelled' and ($1::uuid[] is null or s.id = any($1))`,
    [sessionsOf(actor)],
  );
  const items = rows.slice(0, wish.limit).map(({ words: text, excerpt, ...row }): HandoutSummaryView => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    excerpt: excerpt?.includes('«') ? excerpt : words.length > 0 ? excerptOf(text, words) : null,
  }));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > wish.limit && last ? writeCursor(last) : null,
    total: count?.n ?? 0,
    departments: [...new Set(facets.map(({ department }) => department))].sort((a, b) =>
      a.localeCompare(b, 'nl'),
    ),
    years: [...new Set(facets.map(({ year }) => year))].sort((a, b) => b - a),
  };
}
