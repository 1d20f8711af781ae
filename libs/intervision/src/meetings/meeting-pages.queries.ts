import type {
  MeetingChoicesView,
  MeetingCirclesView,
  MeetingSummaryView,
  MeetingView,
  RoundKindSlug,
} from '#libs/contracts';
import type { Database } from '#libs/platform';

/** Who is looking, as the queries on meetings need it. */
export interface MeetingOnlooker {
  /** Sees every meeting of the region. */
  all: boolean;
  /** Practices whose meetings are the reader's. */
  own: string[];
  /** Practices for which the reader calls others together. */
  organising: string[];
  /** Practices that the reader advises. */
  advised: string[];
  /** Groups that the reader leads. */
  led: string[];
}

const STAMP = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** What a meeting `e` is called after: its group `g`, or the circle of the practice `o` that calls it. */
const GROUP = `coalesce(g.name, case e.circle when 'district' then o.district when 'fto' then o.fto_group when 'dto' then o.dto_group end, o.name, e.title)`;
const AROUND = `left join intervision_group g on g.id = e.group_id left join round r on r.id = g.round_id
  left join round_theme t on t.id = g.theme_id left join practice o on o.id = e.organiser_practice_id`;
const SUMMARY = (
  mine: string,
): string => `'id', e.id, 'groupId', e.group_id, 'circle', e.circle, 'title', e.title, 'group', ${GROUP}, 'theme', t.name,
  'state', e.state, 'mandatory', e.mandatory, 'startsAt', ${STAMP('e.starts_at')}, 'endsAt', ${STAMP('e.ends_at')},
  'practices', (select count(*) from meeting_practice c where c.meeting_id = e.id and c.left_at is null), 'mine', ${mine}`;

/** Where a list of meetings goes on. */
export interface MeetingsCursor {
  at: string;
  id: string;
}

/** One page of meetings and how many there are, in one statement. Coming: soonest first; past: latest first. */
export async function meetingList(
  database: Database,
  onlooker: MeetingOnlooker,
  options: {
    when: 'coming' | 'past';
    circle: 'group' | 'extra' | null;
    groupId: string | null;
    mine: boolean;
    now: Date;
    after: MeetingsCursor | null;
    limit: number;
  },
): Promise<{ items: (MeetingSummaryView & { at: string })[]; total: number }> {
  const coming = options.when === 'coming';
  const rows = await database.query<{ item: (MeetingSummaryView & { at: string }) | null; total: number }>(
    `with seen as (
       select e.*, (e.group_id = any($4::uuid[]) or e.organiser_practice_id = any($5::uuid[]) or exists (select 1 from meeting_practice w
           where w.meeting_id = e.id and w.left_at is null and w.practice_id = any($2::uuid[]))) is true as mine,
         ${coming ? `coalesce(e.starts_at, 'infinity')` : `coalesce(e.starts_at, e.created_at)`} as at
       from meeting e
       where ${coming ? `(e.state = 'polling' or e.state = 'planned' and e.ends_at > $6)` : `(e.state in ('closed', 'cancelled') or e.state = 'planned' and e.ends_at <= $6)`}
         and ($7::uuid is null or e.group_id = $7) and ($8::text is null or (e.group_id is null) = ($8 = 'extra'))),
     wanted as (
       select * from seen s where s.mine or not $9 and ($1 or exists (select 1 from meeting_practice w
         where w.meeting_id = s.id and w.left_at is null and w.practice_id = any($3::uuid[])))),
     page as (
       select * from wanted w where $10::timestamptz is null or (w.at, w.id) ${coming ? '>' : '<'} ($10, $11)
       order by w.at ${coming ? '' : 'desc'}, w.id ${coming ? '' : 'desc'} limit $12)
     select (select count(*)::integer from wanted) as total,
       case when e.id is null then null else jsonb_build_object(${SUMMARY('e.mine')}, 'at', e.at::text) end as item
     from (select 1) one left join page e on true ${AROUND} order by e.at ${coming ? '' : 'desc'}, e.id ${coming ? '' : 'desc'}`,
    [
      onlooker.all,
      onlooker.own,
      onlooker.advised,
      onlooker.led,
      onlooker.organising,
      options.now,
      options.groupId,
      options.circle,
      options.mine,
      options.after?.at ?? null,
      options.after?.id ?? null,
      options.limit,
    ],
  );
  return { items: rows.flatMap(({ item }) => item ?? []), total: rows[0]?.total ?? 0 };
}

type PageRow = Omit<MeetingView, 'mine' | 'may' | 'ownPracticeIds' | 'scopeRule'> & {
  kind: RoundKindSlug | null;
};

/** The page of one meeting, but for what depends on who reads it. */
export async function meetingPage(database: Database, id: string): Promise<PageRow | null> {
  const [row] = await database.query<{ page: PageRow }>(
    `select jsonb_build_object(${SUMMARY('false')}, 'region', region.name, 'date', e.date, 'startTime', e.start_time, 'endTime', e.end_time,
       'location', e.location, 'meetingLink', e.meeting_link, 'kind', r.kind, 'organiserPracticeId', e.organiser_practice_id,
       'leader', case when g.id is not null then (select jsonb_build_object('practice', l.name, 'person', g.leader_name, 'personId', g.leader_person_id)
           from (select 1) one left join practice l on l.id = g.leader_practice_id where g.leader_practice_id is not null or g.leader_name is not null)
         when o.id is not null then jsonb_build_object('practice', o.name, 'person', null, 'personId', null) end,
       'members', coalesce((select jsonb_agg(jsonb_build_object('practiceId', p.id, 'name', p.name, 'town', p.town) order by p.name, p.id)
         from meeting_practice m join practice p on p.id = m.practice_id where m.meeting_id = e.id and m.left_at is null), '[]'),
       'closedAt', ${STAMP('e.closed_at')}, 'version', e.version,
       'next', (select jsonb_build_object('id', n.id, 'state', n.state, 'startsAt', ${STAMP('n.starts_at')}) from meeting n
         where n.group_id = e.group_id and n.id <> e.id and (n.state = 'polling' or n.state = 'planned' and n.starts_at > e.starts_at)
         order by n.starts_at nulls last, n.id limit 1)) as page
     from meeting e join region on region.id = e.region_id ${AROUND} where e.id = $1`,
    [id],
  );
  return row?.page ?? null;
}

/** The words around a meeting that mails and calendars need. */
export async function wordsAround(
  database: Database,
  id: string,
): Promise<{
  group: string | null;
  round: string | null;
  leader: string | null;
  region: string;
  replyTo: string | null;
}> {
  const [row] = await database.query<Awaited<ReturnType<typeof wordsAround>>>(
    `select g.name as "group", r.name as round, g.leader_name as leader, region.name as region, region.reply_to as "replyTo"
     from meeting e join region on region.id = e.region_id left join intervision_group g on g.id = e.group_id left join round r on r.id = g.round_id
     where e.id = $1`,
    [id],
  );
  if (!row) throw new Error('A meeting was not found.');
  return row;
}

/** Groups that go on and that the reader may plan for, with their next meeting; practices that may call others together. */
export async function meetingChoices(
  database: Database,
  onlooker: MeetingOnlooker,
  now: Date,
): Promise<MeetingChoicesView> {
  const groups = await database.query<MeetingChoicesView['groups'][number]>(
    `select g.id, g.name, r.name as round, t.name as theme,
       (select ${STAMP('min(e.starts_at)')} from meeting e where e.group_id = g.id and e.state = 'planned' and e.ends_at > $3) as "nextAt"
     from intervision_group g join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id
     where g.ended_on is null and ($1 or g.id = any($2::uuid[])) order by r.id desc, g.number limit 200`,
    [onlooker.all, onlooker.led, now],
  );
  const practices = await database.query<MeetingChoicesView['practices'][number]>(
    `select id, name, town from practice where archived_at is null and ($1 or id = any($2::uuid[])) order by name, id limit 500`,
    [onlooker.all, onlooker.organising],
  );
  return { groups, practices };
}

/** Whom this practice can call together; null for a practice that is not in the register. */
export async function meetingCircles(
  database: Database,
  practiceId: string,
): Promise<MeetingCirclesView | null> {
  const rows = await database.query<{
    id: string;
    name: string;
    town: string | null;
    district: string | null;
    fto: string | null;
    dto: string | null;
  }>(
    `select id, name, town, district, fto_group as fto, dto_group as dto from practice where archived_at is null order by name, id`,
  );
  const own = rows.find(({ id }) => id === practiceId);
  if (!own) return null;
  const view = ({ id, name, town }: (typeof rows)[number]) => ({ id, name, town });
  const others = rows.filter(({ id }) => id !== practiceId);
  return {
    practice: view(own),
    circles: (['district', 'fto', 'dto'] as const).flatMap((circle) => {
      const name = own[circle];
      const practices = others.filter((one) => one[circle] === name).map(view);
      return name === null || practices.length === 0 ? [] : [{ circle, name, practices }];
    }),
    others: others.map(view),
  };
}
