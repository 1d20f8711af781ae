import type { ActionItemView, ActionState } from '#libs/contracts';
import { practicesOf, type Actor, type Database } from '#libs/platform';
import { answersFor } from '../intervision.policy.js';

/** What decides which actions somebody reaches: their practices, what they lead or organise, the one meeting of a task link. */
export interface Reach {
  practiceIds: string[];
  groupIds: string[];
  organised: string[];
  meetingId: string | null;
  personId: string | null;
}

/** A coordinator or consultant reaches nothing by that role: what is said stays among who belongs to it (SES-02). */
export function reachOf(actor: Actor): Reach {
  const { personId, task } = actor;
  if (actor.kind === 'task') {
    const own = task?.kind === 'meeting' && task.practiceId ? [task.practiceId] : [];
    return { practiceIds: own, groupIds: [], organised: [], meetingId: task?.subjectId ?? null, personId };
  }
  return {
    practiceIds: practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee'),
    groupIds: actor.roles.flatMap(({ role, scopeId }) =>
      role === 'discussion-leader' && scopeId ? [scopeId] : [],
    ),
    organised: answersFor(actor),
    meetingId: null,
    personId,
  };
}

const reachValues = ({ practiceIds, groupIds, organised, meetingId }: Reach): unknown[] => [
  practiceIds,
  groupIds,
  organised,
  meetingId,
];

/**
 * Action `a` of meeting `e` is within reach ($1 practices, $2 groups, $3 organisers, $4 the one meeting of a task link): who belongs to that
 * meeting, or to a later one of the same group, where it is looked back on.
 */
const REACHED = `exists (select 1 from meeting m left join meeting_practice p on p.meeting_id = m.id and p.left_at is null
   where (m.id = a.meeting_id or m.group_id = a.group_id and m.state <> 'cancelled'
       and coalesce(m.starts_at, 'infinity') >= coalesce(e.starts_at, '-infinity'))
     and ($4::uuid is null or m.id = $4)
     and (p.practice_id = any($1::uuid[]) or m.group_id = any($2::uuid[]) or m.group_id is null and m.organiser_practice_id = any($3::uuid[])))`;

const FROM = `from action_item a join meeting e on e.id = a.meeting_id join practice o on o.id = a.owner_practice_id
   left join person w on w.id = a.owner_id left join intervision_group g on g.id = a.group_id`;

const COLUMNS = `a.id, a.text, a.owner_practice_id as "ownerPracticeId", o.name as "ownerPractice", a.owner_id as "ownerId", w.name as owner,
   a.due_on::text as "dueOn", a.state, e.id as "meetingId", e.title as meeting, e.starts_at as "meetingAt", g.id as "groupId", g.name as "group",
   a.version`;

type Row = Omit<ActionItemView, 'meetingAt' | 'late' | 'mine'> & { meetingAt: Date | null };

function itemOf(row: Row, reach: Reach, today: string): ActionItemView {
  const ownPractice = reach.practiceIds.includes(row.ownerPracticeId);
  return {
    ...row,
    meetingAt: row.meetingAt?.toISOString() ?? null,
    late: row.state === 'open' && row.dueOn < today,
    mine: row.ownerId === null ? ownPractice : row.ownerId === reach.personId,
  };
}

const ORDER = `(a.state <> 'open'), a.due_on, a.id`;

/** The actions of one meeting, open ones first. The caller has decided that the reader belongs to it. */
export async function actionsOfMeeting(
  database: Database,
  meetingId: string,
  reach: Reach,
  today: string,
): Promise<ActionItemView[]> {
  const rows = await database.query<Row>(
    `select ${COLUMNS} ${FROM} where a.meeting_id = $1 order by a.id limit 200`,
    [meetingId],
  );
  return rows.map((row) => itemOf(row, reach, today));
}

/** What the group agreed on before this meeting: still open, or done since the meeting before it. */
export async function actionsBefore(
  database: Database,
  meeting: { id: string; groupId: string | null; startsAt: Date | null },
  reach: Reach,
  today: string,
): Promise<ActionItemView[]> {
  if (meeting.groupId === null) return [];
  const rows = await database.query<Row>(
    `select ${COLUMNS} ${FROM}
     where a.group_id = $1 and a.meeting_id <> $2 and coalesce(e.starts_at, '-infinity') < coalesce($3::timestamptz, 'infinity')
       and (a.state = 'open' or a.state = 'done' and a.closed_at >= coalesce((select max(b.ends_at) from meeting b
         where b.group_id = $1 and b.id <> $2 and b.state in ('planned', 'closed') and b.ends_at <= coalesce($3, 'infinity')), '-infinity'))
     order by ${ORDER} limit 200`,
    [meeting.groupId, meeting.id, meeting.startsAt],
  );
  return rows.map((row) => itemOf(row, reach, today));
}

/** Open actions of a group, soonest first; the caller has decided that the reader belongs to it. */
export async function openActionsOf(
  database: Database,
  groupId: string,
  reach: Reach,
  today: string,
): Promise<ActionItemView[]> {
  const rows = await database.query<Row>(
    `select ${COLUMNS} ${FROM} where a.group_id = $1 and a.state = 'open' order by ${ORDER} limit 200`,
    [groupId],
  );
  return rows.map((row) => itemOf(row, reach, today));
}

/** One action within reach, or null. */
export async function reachedAction(
  database: Database,
  id: string,
  reach: Reach,
  today: string,
): Promise<ActionItemView | null> {
  const [row] = await database.query<Row>(`select ${COLUMNS} ${FROM} where a.id = $5 and ${REACHED}`, [
    ...reachValues(reach),
    id,
  ]);
  return row ? itemOf(row, reach, today) : null;
}

export interface ActionsWish {
  state?: ActionState;
  groupId?: string;
  mine?: boolean;
}

/** Where a page begins: after an open or closed action of that day. */
const CURSOR = /^([01])~(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/;

/** Actions within reach, open ones first, by their day. A cursor that makes no sense begins at the beginning. */
export async function reachedActions(
  database: Database,
  reach: Reach,
  wish: ActionsWish & { cursor?: string; limit: number },
  today: string,
): Promise<{ items: ActionItemView[]; next: string | null; total: number }> {
  const [, closed = null, due = null, last = null] = CURSOR.exec(wish.cursor ?? '') ?? [];
  const where = `where ${REACHED} and ($5::text is null or a.state = $5) and ($6::uuid is null or a.group_id = $6)
     and (not $7 or a.owner_id = $8 or a.owner_id is null and a.owner_practice_id = any($1))`;
  const values = [
    ...reachValues(reach),
    wish.state ?? null,
    wish.groupId ?? null,
    wish.mine ?? false,
    reach.personId,
  ];
  const rows = await database.query<Row>(
    `select ${COLUMNS} ${FROM} ${where}
       and ($9::text is null or ((a.state <> 'open')::int::text, a.due_on, a.id) > ($9, $10::date, $11::uuid))
     order by ${ORDER} limit $12`,
    [...values, closed, due, last, wish.limit + 1],
  );
  const [count] = await database.query<{ n: number }>(`select count(*)::int as n ${FROM} ${where}`, values);
  const items = rows.slice(0, wish.limit).map((row) => itemOf(row, reach, today));
  const end = items.at(-1);
  return {
    items,
    next: rows.length > wish.limit && end ? `${end.state === 'open' ? 0 : 1}~${end.dueOn}~${end.id}` : null,
    total: count?.n ?? 0,
  };
}

/** Groups of which the reader reaches an action. */
export function reachedGroups(database: Database, reach: Reach): Promise<{ id: string; name: string }[]> {
  return database.query(
    `select distinct g.id, g.name ${FROM} where g.id is not null and ${REACHED} order by g.name`,
    [...reachValues(reach)],
  );
}
