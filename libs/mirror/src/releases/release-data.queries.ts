import type { ExtractKind } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { Cell, LedgerStatement, SumOfAtoms } from './cells.rules.js';
import type { Stretch } from './window.rules.js';

/** A quarter: data per month are taken together when all three are there; half years and years stay what they are. */
const STRETCH = `case when a.months <= 3 then date_trunc('quarter', a.starts)::date else a.starts end`;
const LENGTH = `case when a.months <= 3 then 3 else a.months end`;

/** Approved data sets of a kind that count now, in the order in which they became known. */
export async function approvedSets(database: Database, kind: ExtractKind): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select d.id from data_set d join data_source s on s.id = d.source_id
     where s.kind = $1 and d.state = 'approved' order by d.approved_at, d.id`,
    [kind],
  );
  return rows.map(({ id }) => id);
}

/** Data sets in the order in which they became known, whatever has become of them. */
export async function inOrder(database: Database, dataSets: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from data_set where id = any($1::uuid[]) order by coalesce(approved_at, created_at), id`,
    [dataSets],
  );
  return rows.map(({ id }) => id);
}

/** Which whole stretches each practice has in each of these data sets. @param practice only this one */
export async function presenceIn(
  database: Database,
  dataSets: readonly string[],
  practice: string | null = null,
): Promise<{ practice: string; dataSet: string; stretch: Stretch }[]> {
  const rows = await database.query<{ practice: string; data_set: string; starts: string; months: number }>(
    `with whole as (
       select data_set_id, starts, length from (
         select a.data_set_id, ${STRETCH} as starts, ${LENGTH} as length, a.months, count(distinct a.starts) as parts
         from figure_atom a where a.data_set_id = any($1::uuid[]) group by 1, 2, 3, 4) t
       where t.months * t.parts >= t.length)
     select distinct a.practice_id as practice, a.data_set_id as data_set, w.starts::text, w.length as months
     from figure_atom a join whole w on w.data_set_id = a.data_set_id and w.starts = ${STRETCH}
     where a.data_set_id = any($1::uuid[]) and ($2::uuid is null or a.practice_id = $2)`,
    [dataSets, practice],
  );
  return rows.map((row) => ({
    practice: row.practice,
    dataSet: row.data_set,
    stretch: { from: row.starts, months: row.months },
  }));
}

/** The cells of these data sets over all strata, from the given day on. */
export async function cellsOf(
  database: Database,
  dataSets: readonly string[],
  from: string,
): Promise<Cell[]> {
  return database.query<Cell>(
    `select a.practice_id as practice, a.item, (${STRETCH})::text as quarter, a.data_set_id as "dataSet",
       sum(a.count)::integer as count, sum(a.urgent)::integer as urgent, sum(a.consults)::integer as consults
     from figure_atom a where a.data_set_id = any($1::uuid[]) and a.starts >= $2 group by 1, 2, 3, 4`,
    [dataSets, from],
  );
}

/** A practice's figures in one stretch are those of this data set. */
export interface Pick {
  practice: string;
  starts: string;
  until: string;
  data_set: string;
}

export interface StratumRow {
  practice: string;
  item: string;
  sex: string;
  age: string;
  count: number;
  urgent: number | null;
  consults: number | null;
}

/** What was counted per practice, item and stratum over the picked stretches. */
export async function strataOf(database: Database, picks: readonly Pick[]): Promise<StratumRow[]> {
  return database.query<StratumRow>(
    `select a.practice_id as practice, a.item, a.sex, a.age, sum(a.count)::integer as count, sum(a.urgent)::integer as urgent,
       sum(a.consults)::integer as consults
     from jsonb_to_recordset($1::jsonb) as p(practice uuid, starts date, until date, data_set uuid)
     join figure_atom a on a.data_set_id = p.data_set and a.practice_id = p.practice and a.starts >= p.starts and a.starts < p.until
     group by 1, 2, 3, 4`,
    [JSON.stringify(picks)],
  );
}

export interface ListedRow {
  practice: string;
  sex: string;
  age: string;
  /** Patients times months. */
  time: number;
  /** Months that it is over. */
  months: number;
}

/** Registered patients over the picked stretches: from the same data set, or else from the newest list sizes. */
export async function listedOf(database: Database, picks: readonly Pick[]): Promise<ListedRow[]> {
  return database.query<ListedRow>(
    `with pick as (select * from jsonb_to_recordset($1::jsonb) as p(practice uuid, starts date, until date, data_set uuid)),
     sizes as (
       select d.id, d.approved_at from data_set d join data_source s on s.id = d.source_id
       where s.kind = 'list-sizes' and d.state = 'approved'),
     chosen as (
       select p.practice, p.starts, p.until, coalesce(
         (select p.data_set where exists (select 1 from listed l
            where l.data_set_id = p.data_set and l.practice_id = p.practice and l.starts >= p.starts and l.starts < p.until)),
         (select z.id from sizes z where exists (select 1 from listed l
            where l.data_set_id = z.id and l.practice_id = p.practice and l.starts >= p.starts and l.starts < p.until)
          order by z.approved_at desc, z.id desc limit 1)) as data_set
       from pick p)
     select l.practice_id as practice, l.sex, l.age, sum(l.listed * l.months)::double precision as time, sum(l.months)::integer as months
     from chosen c join listed l on l.data_set_id = c.data_set and l.practice_id = c.practice and l.starts >= c.starts and l.starts < c.until
     group by 1, 2, 3`,
    [JSON.stringify(picks)],
  );
}

/** What was ever published about a kind and can be read by members of these groups, or by staff. */
export async function ledgerOf(
  database: Database,
  kind: string,
  readable: { groups: readonly string[]; staff: boolean },
): Promise<LedgerStatement[]> {
  const rows = await database.query<{ key: string; terms: SumOfAtoms; lo: string; hi: string | null }>(
    `select key, terms, lo, hi from ledger_statement
     where kind = $1 and (audience = 'region' or (audience = 'group' and group_id = any($2::uuid[])) or (audience = 'staff' and $3))
     order by id`,
    [kind, readable.groups, readable.staff],
  );
  return rows.map(({ key, terms, lo, hi }) => ({
    key,
    sum: terms,
    lo: Number(lo),
    hi: hi === null ? null : Number(hi),
  }));
}

/** The groups to which figures of a kind were ever shown, with everybody who was in them then. */
export async function shownTo(database: Database, kind: string): Promise<{ members: string[] }[]> {
  return database.query(
    `select array_agg(distinct m.id order by m.id) as members from release r cross join unnest(r.members) as m(id)
     where r.kind = $1 and r.audience = 'group' and exists (select 1 from ledger_statement s where s.release_id = r.id)
     group by r.group_id order by r.group_id`,
    [kind],
  );
}

/** Whether staff saw a funnel over another year that has quarters in common with this one. */
export async function shownInPart(
  database: Database,
  kind: string,
  window: { from: string; toExclusive: string },
): Promise<boolean> {
  const rows = await database.query(
    `select 1 from release r where r.kind = $1 and r.audience = 'staff' and r.period_from < $3 and r.period_to > $2
       and (r.period_from <> $2 or r.period_to <> $3) and exists (select 1 from ledger_statement s where s.release_id = r.id) limit 1`,
    [kind, window.from, window.toExclusive],
  );
  return rows.length > 0;
}

/** Groups that go on, with their present members. */
export async function standingGroups(
  database: Database,
): Promise<{ id: string; name: string; members: string[] }[]> {
  return database.query(
    `select g.id, g.name, array_agg(m.practice_id order by m.practice_id) as members
     from intervision_group g join group_member m on m.group_id = g.id and m.left_at is null
     where g.ended_on is null group by g.id, g.name order by g.id`,
  );
}

/** All groups, ended ones too, that one of these practices is or was in: what they showed was read. */
export async function groupsReadBy(database: Database, practices: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select distinct group_id as id from group_member where practice_id = any($1::uuid[])
     union select r.group_id from release r where r.group_id is not null and r.members && $1::uuid[]`,
    [practices],
  );
  return rows.map(({ id }) => id);
}
