import type { RoundState } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** An open round in which one of the reader's practices takes part. */
export interface OwnRound {
  roundId: string;
  round: string;
  practiceId: string;
  practice: string;
  answerUntil: Date | null;
  submitted: boolean;
  answered: number;
  participants: number;
}

export function ownOpenRounds(database: Database, practiceIds: readonly string[]): Promise<OwnRound[]> {
  return database.query<OwnRound>(
    `select r.id as "roundId", r.name as round, p.id as "practiceId", p.name as practice, r.answer_until as "answerUntil",
       a.submitted_at is not null as submitted, c.answered, c.participants
     from round r join round_participant m on m.round_id = r.id and m.taking_part join practice p on p.id = m.practice_id and p.archived_at is null
       left join round_answer a on a.round_id = r.id and a.practice_id = p.id
       cross join lateral (select count(*)::integer as participants, count(o.submitted_at)::integer as answered
         from round_participant q left join round_answer o on o.round_id = q.round_id and o.practice_id = q.practice_id
         where q.round_id = r.id and q.taking_part) c
     where r.state = 'open' and p.id = any($1::uuid[]) order by r.answer_until, p.name limit 50`,
    [practiceIds],
  );
}

/** A meeting that is to come of a practice of the reader, or that the reader leads. */
export interface OwnMeeting {
  id: string;
  /** Null outside a group. */
  group: string | null;
  title: string;
  startsAt: Date;
  location: string | null;
}

export function ownMeetings(
  database: Database,
  options: {
    practiceIds: readonly string[];
    organised: readonly string[];
    groupIds: readonly string[];
    from: Date;
  },
): Promise<OwnMeeting[]> {
  return database.query<OwnMeeting>(
    `select e.id, g.name as "group", e.title, e.starts_at as "startsAt", e.location
     from meeting e left join intervision_group g on g.id = e.group_id
     where e.state = 'planned' and e.ends_at > $3 and (g.id = any($2::uuid[]) or e.organiser_practice_id = any($4::uuid[])
       or exists (select 1 from meeting_practice m where m.meeting_id = e.id and m.left_at is null and m.practice_id = any($1::uuid[])))
     order by e.starts_at, e.id limit 20`,
    [options.practiceIds, options.groupIds, options.from, options.organised],
  );
}

/** A group of the reader that was published lately. */
export interface NewGroup {
  id: string;
  group: string;
  theme: string;
  /** The reader's practices in it; null for who leads it only. */
  practice: string | null;
  publishedAt: Date;
}

export function newGroups(
  database: Database,
  options: { practiceIds: readonly string[]; groupIds: readonly string[]; since: Date },
): Promise<NewGroup[]> {
  return database.query<NewGroup>(
    `select g.id, g.name as "group", t.name as theme, r.published_at as "publishedAt",
       (select string_agg(p.name, ', ' order by p.name) from group_member m join practice p on p.id = m.practice_id
        where m.group_id = g.id and m.left_at is null and p.id = any($1::uuid[])) as practice
     from intervision_group g join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id
     where g.ended_on is null and r.published_at > $3 and (g.id = any($2::uuid[])
       or exists (select 1 from group_member m where m.group_id = g.id and m.left_at is null and m.practice_id = any($1::uuid[])))
     order by r.published_at desc, g.number limit 20`,
    [options.practiceIds, options.groupIds, options.since],
  );
}

/** A group that met and has not agreed on a next time. */
export interface UnplannedGroup {
  id: string;
  group: string;
  theme: string;
  metAt: Date;
}

/** Groups that go on, of which the last meeting closed after `since` and no other is planned or being planned (GRP-14). */
export function unplannedGroups(
  database: Database,
  groupIds: readonly string[],
  since: Date,
): Promise<UnplannedGroup[]> {
  return database.query<UnplannedGroup>(
    `select g.id, g.name as "group", t.name as theme, max(e.starts_at) as "metAt"
     from intervision_group g join round_theme t on t.id = g.theme_id join meeting e on e.group_id = g.id and e.state <> 'cancelled'
     where g.id = any($1::uuid[]) and g.ended_on is null group by g.id, t.name
     having bool_and(e.state = 'closed') and max(e.closed_at) > $2 order by max(e.starts_at), g.id`,
    [groupIds, since],
  );
}

/** How far a round is, for who runs it. */
export interface WatchedRound {
  id: string;
  name: string;
  state: RoundState;
  answerUntil: Date | null;
  openedAt: Date | null;
  publishedAt: Date | null;
  answered: number;
  participants: number;
  groups: number;
  ready: number;
  /** Computing goes on. */
  busy: boolean;
  /** Members of its groups that are archived or merged by now: a repair is wanted (GRP-16). */
  gone: string[];
}

/** Rounds that go on, and those published not longer ago than `since`, or with a repair to do. */
export function watchedRounds(database: Database, since: Date): Promise<WatchedRound[]> {
  return database.query<WatchedRound>(
    `select r.id, r.name, r.state, r.answer_until as "answerUntil", r.answer_from as "openedAt", r.published_at as "publishedAt",
       c.participants, c.answered, g.groups, coalesce(g.gone, '{}') as gone,
       (select count(*)::integer from proposal p where p.round_id = r.id and p.state = 'ready') as ready,
       exists (select 1 from forming_run f where f.round_id = r.id and f.state in ('queued', 'running')) as busy
     from round r
       cross join lateral (select count(*)::integer as participants, count(o.submitted_at)::integer as answered
         from round_participant q left join round_answer o on o.round_id = q.round_id and o.practice_id = q.practice_id
         where q.round_id = r.id and q.taking_part) c
       cross join lateral (select count(distinct i.id)::integer as groups, array_agg(distinct p.name) filter (where p.archived_at is not null) as gone
         from intervision_group i left join group_member m on m.group_id = i.id and m.left_at is null left join practice p on p.id = m.practice_id
         where i.round_id = r.id and i.ended_on is null) g
     where r.state in ('draft', 'open', 'closed') or (r.state = 'published' and (r.published_at > $1 or g.gone is not null))
     order by r.id desc limit 50`,
    [since],
  );
}

/** What the register and earlier rounds hold: whether there is something to begin with. */
export async function beginnings(
  database: Database,
  since: Date,
): Promise<{
  practices: number;
  rounds: number;
  imports: { id: string; at: Date; fileName: string; counts: Record<string, number> }[];
}> {
  const [row] = await database.query<{
    practices: number;
    rounds: number;
    imports: { id: string; at: string; fileName: string; counts: Record<string, number> }[];
  }>(
    `select (select count(*)::integer from practice where archived_at is null) as practices,
       (select count(*)::integer from round where state <> 'archived') as rounds,
       coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'at', i.applied_at, 'fileName', i.file_name, 'counts', i.counts) order by i.applied_at desc)
         from (select * from practice_import where state = 'applied' and applied_at > $1 order by applied_at desc limit 5) i), '[]') as imports`,
    [since],
  );
  return {
    practices: row?.practices ?? 0,
    rounds: row?.rounds ?? 0,
    imports: (row?.imports ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
  };
}
