import type { FigureRemarkView, Words } from '#libs/contracts';
import { isId, type Database } from '#libs/platform';

/** A remark with the names of what it is about, before it is decided who reads what of it. */
export interface RemarkRow {
  id: string;
  practiceId: string;
  practice: string;
  kind: FigureRemarkView['kind'];
  text: string;
  state: FigureRemarkView['state'];
  answer: string | null;
  at: string;
  answeredAt: string | null;
  measureCode: string;
  title: Words | null;
  item: string;
  itemName: string | null;
  from: string;
  toExclusive: string;
  version: number;
}

const STAMP = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const COLUMNS = `r.id, r.practice_id as "practiceId", p.name as practice, r.kind, r.text, r.state, r.answer,
  to_char(r.created_at at time zone 'UTC', ${STAMP}) as at, to_char(r.answered_at at time zone 'UTC', ${STAMP}) as "answeredAt",
  r.measure_code as "measureCode", d.content -> 'title' as title, r.item, i.name as "itemName",
  to_char(r.period_from, 'YYYY-MM-DD') as "from", to_char(r.period_to, 'YYYY-MM-DD') as "toExclusive", r.version`;
const TABLES = `figure_remark r join practice p on p.id = r.practice_id
  left join lateral (select v.content from measure m join measure_version v on v.measure_id = m.id
    where m.code = r.measure_code order by (v.state = 'reviewed') desc, v.id desc limit 1) d on true
  left join figure_item i on i.kind = d.content ->> 'kind' and i.code = r.item`;
/** What waits comes first, a dispute before a comment; then what was done. */
const RANK = `(case when r.state <> 'open' then 2 when r.kind = 'comment' then 1 else 0 end)`;

export async function remarkById(database: Database, id: string): Promise<RemarkRow | null> {
  if (!isId(id)) return null;
  const [row] = await database.query<RemarkRow>(`select ${COLUMNS} from ${TABLES} where r.id = $1`, [id]);
  return row ?? null;
}

/**
 * Remarks that were not taken back, on figures of these practices of which the period overlaps: a dispute stays with the figure when the
 * period moves on a quarter. One statement.
 * @param readers practices whose people read; of other practices only those that share a group with one of them.
 */
export function remarksOn(
  database: Database,
  figure: { measureCode: string; item: string; from: string; toExclusive: string },
  practices: readonly string[],
  readers: readonly string[],
): Promise<RemarkRow[]> {
  return database.query(
    `select ${COLUMNS} from ${TABLES}
     where r.measure_code = $1 and r.item = $2 and r.period_from < $4::date and r.period_to > $3::date and r.state <> 'withdrawn'
       and r.practice_id = any($5::uuid[])
       and (r.practice_id = any($6::uuid[]) or exists (select 1 from group_member a join group_member b on b.group_id = a.group_id
         join intervision_group g on g.id = a.group_id and g.ended_on is null
         where a.practice_id = r.practice_id and a.left_at is null and b.practice_id = any($6::uuid[]) and b.left_at is null))
     order by r.id limit 50`,
    [figure.measureCode, figure.item, figure.from, figure.toExclusive, practices, readers],
  );
}

/** Where a list of remarks goes on. */
export interface RemarksCursor {
  rank: number;
  id: string;
}

/**
 * One page and how many there are, in one statement: open ones first and longest waiting first, then the others, newest first.
 * @param practiceIds null for every practice of the region
 */
export async function remarkList(
  database: Database,
  options: {
    practiceIds: readonly string[] | null;
    state: FigureRemarkView['state'] | null;
    after: RemarksCursor | null;
    limit: number;
  },
): Promise<{ items: (RemarkRow & { rank: number })[]; total: number }> {
  const wanted = `($1::uuid[] is null or r.practice_id = any($1)) and ($2::text is null or r.state = $2)`;
  const rows = await database.query<RemarkRow & { rank: number; total: number }>(
    `select n.total, l.* from (select count(*)::integer as total from figure_remark r where ${wanted}) n
     left join (select ${COLUMNS}, ${RANK} as rank from ${TABLES}
       where ${wanted} and ($3::integer is null or ${RANK} > $3 or (${RANK} = $3 and case when $3 < 2 then r.id > $4::uuid else r.id < $4 end))
       order by ${RANK}, case when r.state = 'open' then r.id end, r.id desc limit $5) l on true
     order by l.rank, case when l.rank < 2 then l.id end, l.id desc`,
    [
      options.practiceIds,
      options.state,
      options.after?.rank ?? null,
      options.after?.id ?? null,
      options.limit,
    ],
  );
  return { items: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}

/** How many remarks wait for an answer, disputes among them, and since when. One statement. */
export async function waitingRemarks(database: Database): Promise<{ waiting: number; disputes: number }> {
  const [row] = await database.query<{ waiting: number; disputes: number }>(
    `select count(*)::integer as waiting, (count(*) filter (where kind = 'dispute'))::integer as disputes
     from figure_remark where state = 'open'`,
  );
  return row ?? { waiting: 0, disputes: 0 };
}

/** Groups that go on in which a practice's figures are looked at. */
export async function groupsWith(database: Database, practiceId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select g.id from group_member m join intervision_group g on g.id = m.group_id and g.ended_on is null
     where m.practice_id = $1 and m.left_at is null order by 1`,
    [practiceId],
  );
  return rows.map(({ id }) => id);
}
