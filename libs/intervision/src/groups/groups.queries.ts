import type { GroupSummaryView, GroupView, RoundKindSlug } from '#libs/contracts';
import { isId, ZONE, type Database } from '#libs/platform';
import type { PublishedGroup } from './group.rules.js';

/** The days of members are days here, whoever reads them. */
const LOCAL = `'${ZONE}'`;

/** The groups of a round that go on, with their present members, in order. */
export function publishedGroups(
  database: Database,
  roundId: string,
): Promise<(PublishedGroup & { number: number; version: number })[]> {
  return database.query(
    `select g.id, g.number, g.version, g.theme_id as "themeId", g.date_id as "dateId", g.leader_practice_id as "leaderPracticeId",
       coalesce((select jsonb_agg(m.practice_id order by m.joined_at, m.id) from group_member m where m.group_id = g.id and m.left_at is null), '[]') as members
     from intervision_group g where g.round_id = $1 and g.ended_on is null order by g.number`,
    [roundId],
  );
}

/** Who is looking, as the queries on groups need it. */
export interface Onlooker {
  /** Sees every group of the region. */
  all: boolean;
  /** Practices whose groups the reader is a member of. */
  own: string[];
  /** Practices that the reader advises. */
  advised: string[];
  /** Groups that the reader leads. */
  led: string[];
}

const MAY_SEE = `($2 or g.id = any($5::uuid[]) or exists (select 1 from group_member v where v.group_id = g.id and v.left_at is null
  and (v.practice_id = any($3::uuid[]) or v.practice_id = any($4::uuid[]))))`;

type GroupRow = Omit<GroupView, 'scopeRule'> & { kind: RoundKindSlug };

/**
 * The whole group page in one statement, or null when there is no such group for this reader. Members who left are on it
 * with their dates (GRP-13); why a practice is here is told to that practice alone.
 */
export async function groupPage(
  database: Database,
  id: string,
  onlooker: Onlooker,
): Promise<GroupRow | null> {
  if (!isId(id)) return null;
  const [row] = await database.query<{ page: GroupRow }>(
    `select jsonb_build_object(
       'id', g.id, 'name', g.name, 'number', g.number, 'kind', r.kind, 'roundId', r.id, 'round', r.name, 'region', region.name,
       'theme', jsonb_build_object('name', t.name, 'description', t.description),
       'meetings', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'state', e.state, 'mandatory', e.mandatory,
           'startsAt', to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'endsAt', to_char(e.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'location', e.location,
           'meetingLink', case when $2 or g.id = any($5::uuid[]) or exists (select 1 from group_member v where v.group_id = g.id and v.left_at is null
             and v.practice_id = any($3::uuid[])) then e.meeting_link end, 'version', e.version) order by e.starts_at nulls last, e.id), '[]')
         from meeting e where e.group_id = g.id and e.state <> 'cancelled'),
       'leader', (select jsonb_build_object('practice', lp.name, 'person', g.leader_name) from practice lp where lp.id = g.leader_practice_id),
       'members', coalesce(m.members, '[]'), 'why', m.why, 'version', g.version) as page
     from intervision_group g join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id join region on region.id = g.region_id
       left join lateral (
         select jsonb_agg(jsonb_build_object('practiceId', p.id, 'name', p.name, 'town', p.town,
             'leads', m.left_at is null and p.id is not distinct from g.leader_practice_id,
             'since', to_char(m.joined_at at time zone ${LOCAL}, 'YYYY-MM-DD'), 'until', to_char(m.left_at at time zone ${LOCAL}, 'YYYY-MM-DD'),
             'contact', case when m.left_at is null then (select c.name from role_assignment a join person c on c.id = a.person_id
                where a.scope_id = p.id and a.until is null and a.role in ('practice-contact', 'practice-holder') and c.archived_at is null
                order by a.role, a.id limit 1) end)
             order by (m.left_at is not null), (p.id = g.leader_practice_id) desc nulls last, p.name, m.joined_at) as members,
           (jsonb_agg(m.why order by p.name) filter (where m.left_at is null and p.id = any($3::uuid[])))->0 as why
         from group_member m join practice p on p.id = m.practice_id where m.group_id = g.id) m on true
     where g.id = $1 and ${MAY_SEE}`,
    [id, onlooker.all, onlooker.own, onlooker.advised, onlooker.led],
  );
  return row?.page ?? null;
}

/** Where a list of groups goes on: newest round first, groups by number. */
export interface GroupsCursor {
  roundId: string;
  number: number;
}

/** One page of groups and how many there are, in one statement. */
export async function groupList(
  database: Database,
  onlooker: Onlooker,
  options: { roundId?: string; mine: boolean; after: GroupsCursor | null; limit: number; now: Date },
): Promise<{ items: GroupSummaryView[]; total: number }> {
  const rows = await database.query<{ item: GroupSummaryView | null; total: number }>(
    `with visible as (
       select g.*, (g.id = any($5::uuid[]) or exists (select 1 from group_member o where o.group_id = g.id and o.left_at is null
           and o.practice_id = any($3::uuid[]))) as mine
       from intervision_group g where ($1::uuid is null or g.round_id = $1) and ${MAY_SEE}),
     wanted as (select * from visible where mine or not $6),
     page as (select * from wanted w where $7::uuid is null or w.round_id < $7 or (w.round_id = $7 and w.number > $8)
       order by w.round_id desc, w.number limit $9)
     select (select count(*)::integer from wanted) as total,
       case when g.id is null then null else jsonb_build_object('id', g.id, 'name', g.name, 'number', g.number, 'roundId', g.round_id, 'round', r.name, 'theme', t.name,
         'startsAt', (select to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from meeting e
           where e.group_id = g.id and e.state in ('planned', 'closed') order by (e.state = 'planned' and e.ends_at > $10) desc,
             case when e.ends_at > $10 then e.starts_at end, e.starts_at desc limit 1),
         'members', (select count(*) from group_member m where m.group_id = g.id and m.left_at is null), 'leader', g.leader_name, 'mine', g.mine,
         'state', case when g.ended_on is null then 'active' else 'ended' end) end as item
     from (select 1) one left join page g on true left join round r on r.id = g.round_id left join round_theme t on t.id = g.theme_id
     order by g.round_id desc, g.number`,
    [
      options.roundId ?? null,
      onlooker.all,
      onlooker.own,
      onlooker.advised,
      onlooker.led,
      options.mine,
      options.after?.roundId ?? null,
      options.after?.number ?? 0,
      options.limit,
      options.now,
    ],
  );
  return {
    items: rows.flatMap(({ item }) => item ?? []),
    total: rows[0]?.total ?? 0,
  };
}

/** Groups of one practice, for its page in the register (GRP-13). */
export function groupsOfPractice(
  database: Database,
  practiceId: string,
): Promise<
  { id: string; name: string; round: string; theme: string; since: string; until: string | null }[]
> {
  return database.query(
    `select g.id, g.name, r.name as round, t.name as theme, to_char(m.joined_at at time zone ${LOCAL}, 'YYYY-MM-DD') as since,
       coalesce(to_char(m.left_at at time zone ${LOCAL}, 'YYYY-MM-DD'), to_char(g.ended_on, 'YYYY-MM-DD')) as until
     from group_member m join intervision_group g on g.id = m.group_id join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id
     where m.practice_id = $1 order by m.joined_at desc, m.id desc`,
    [practiceId],
  );
}
