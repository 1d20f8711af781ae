import type { QuestionAnswerView } from '#libs/contracts';
import type { Database } from '#libs/platform';
import { wordsForEverybody } from './desk.rules.js';

/** A question that stays: asked, not merged into another, not sent back. What was merged into it is counted in it. */
export interface BoardQuestion {
  id: string;
  categoryId: string | null;
  /** The wording for everybody. */
  text: string;
  position: number;
  late: boolean;
  fate: 'answered-live' | 'in-handout' | 'parked' | null;
  sharedAt: Date | null;
  /** Practices behind it: asker, merged askers and "wij ook", each once. */
  practiceIds: string[];
  /** How many questions were put together in it, itself included. */
  mergedFrom: number;
  answer: QuestionAnswerView;
}
/** A part of the hour with its questions in order. */
export interface BoardCategory {
  id: string;
  name: string;
  kind: 'questions' | 'department';
  position: number;
  minutes: number | null;
  questions: BoardQuestion[];
}
/** What desk, specialist, deck, live room and handout all start from. */
export interface QuestionBoard {
  categories: BoardCategory[];
  /** Questions that nobody put in a category yet. */
  loose: BoardQuestion[];
}

/** The questions of one session as everybody but their askers sees them. Two queries, however many questions. */
export async function questionBoard(database: Database, sessionId: string): Promise<QuestionBoard> {
  const categories = await database.query<Omit<BoardCategory, 'questions'>>(
    `select id, name, kind, position, minutes from question_category where session_id = $1 order by position, id`,
    [sessionId],
  );
  const rows = await database.query<BoardQuestion & { shownText: string | null }>(
    `with family as (
       select coalesce(q.merged_into, q.id) as head, q.id, q.practice_id from session_question q
       where q.session_id = $1 and q.state = 'asked'
     ), behind as (
       select head, practice_id from family where practice_id is not null
       union select f.head, e.practice_id from family f join question_endorsement e on e.question_id = f.id
     )
     select q.id, q.category_id as "categoryId", q.text, q.shown_text as "shownText", q.position, q.late, q.fate,
       q.shared_at as "sharedAt",
       coalesce((select array_agg(b.practice_id order by b.practice_id) from behind b where b.head = q.id), '{}') as "practiceIds",
       (select count(*)::int from family f where f.head = q.id) as "mergedFrom",
       jsonb_build_object('timing', a.timing, 'tooEarly', coalesce(a.too_early, ''), 'onTime', coalesce(a.on_time, ''),
         'tooLate', coalesce(a.too_late, ''), 'note', coalesce(a.note, ''), 'version', coalesce(a.version, 0)) as answer
     from session_question q left join question_answer a on a.question_id = q.id
     where q.session_id = $1 and q.state = 'asked' and q.merged_into is null and q.fate is distinct from 'sent-back'
     order by q.position, q.asked_at, q.id`,
    [sessionId],
  );
  const questions = rows.map(({ shownText, ...row }) => ({
    ...row,
    text: wordsForEverybody({ ...row, shownText }),
  }));
  const inCategory = (id: string | null) => questions.filter(({ categoryId }) => categoryId === id);
  return {
    categories: categories.map((category) => ({ ...category, questions: inCategory(category.id) })),
    loose: inCategory(null),
  };
}
