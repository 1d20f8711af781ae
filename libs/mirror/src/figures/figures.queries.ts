import { Injectable } from '@nestjs/common';
import type { ExtractKind, ProvenanceCard } from '#libs/contracts';
import { Database } from '#libs/platform';
import type { ReviewedMeasure } from '../measures/measures.queries.js';
import { firstDay, monthNumber, type AtomRow, type ListedRow, type StandingSet } from './coverage.rules.js';

/** The code of all items of a kind together. */
export const ALL_ITEMS = '*';

/** What a page of figures begins with. */
export interface FigureContext {
  practice: string | null;
  /** Null for an item that the region does not have. */
  item: string | null;
  sets: StandingSet[];
  groups: { id: string; name: string }[];
}

/**
 * Reads of one practice's own figures. Every query names the practice; nothing of another is read here, and what is known of the
 * region or a group comes from releases.
 */
@Injectable()
export class FiguresQueries {
  constructor(private readonly database: Database) {}

  /**
   * The definition that counts now, names, current data sets and groups: one query. Null for a code without a reviewed version, or of a
   * measure that was put away; by its version it is still found, for the card of a figure that somebody kept.
   */
  async opening(of: {
    practiceId: string;
    measure: { code: string } | { versionId: string };
    item: string;
  }): Promise<OpenedFigure | null> {
    const [which, value] =
      'code' in of.measure
        ? ['m.code = $3 and m.archived_at is null', of.measure.code]
        : ['v.id = $3', of.measure.versionId];
    const [row] = await this.database.prepared<OpenedFigure>(
      `select json_build_object('id', v.id, 'measureId', m.id, 'code', m.code, 'number', v.number, 'content', v.content,
           'reviewBy', v.review_by) as measure,
         exists (select 1 from figure_remark k where k.practice_id = $1 and k.measure_code = m.code and k.item = $2) as remarked,
         ${CONTEXT(`v.content->>'kind'`)}
       from measure m join measure_version v on v.measure_id = m.id and v.state = 'reviewed'
       where ${which} and v.archived_at is null
       order by string_to_array(v.number, '.')::int[] desc limit 1`,
      [of.practiceId, of.item, value],
    );
    return row ?? null;
  }

  /** Names, current data sets of every kind, and groups: one query. */
  async context(practiceId: string): Promise<FigureContext> {
    const [row] = await this.database.query<FigureContext>(`select ${CONTEXT('null')}`, [practiceId, '']);
    return row as FigureContext;
  }

  /** Atoms of one practice and item (or of all items together) from some years. */
  async atoms(of: {
    sets: readonly string[];
    practiceId: string;
    item: string;
    from: string;
    toExclusive: string;
  }): Promise<AtomRow[]> {
    const single = of.item !== ALL_ITEMS;
    const columns = single
      ? `a.count, a.urgent, a.consults`
      : `sum(a.count)::integer as count, ${whole('urgent')}, ${whole('consults')}`;
    return this.database.prepared<AtomRow>(
      `select a.data_set_id as "dataSetId", a.starts::text as starts, a.months, a.sex, a.age, ${columns}
       from figure_atom a
       where a.data_set_id = any($1::uuid[]) and a.practice_id = $2 and a.starts >= $3 and a.starts < $4
       ${single ? 'and a.item = $5' : 'group by a.data_set_id, a.starts, a.months, a.sex, a.age'}`,
      [of.sets, of.practiceId, of.from, of.toExclusive, ...(single ? [of.item] : [])],
    );
  }

  /** Atoms of one practice by item over one window, without strata: to see where it stands out. */
  async itemSums(of: {
    sets: readonly string[];
    practiceId: string;
    from: string;
    toExclusive: string;
  }): Promise<(AtomRow & { item: string })[]> {
    return this.database.query(
      `select a.item, a.data_set_id as "dataSetId", a.starts::text as starts, a.months, a.sex, a.age,
         a.count, a.urgent, a.consults
       from figure_atom a
       where a.data_set_id = any($1::uuid[]) and a.practice_id = $2 and a.starts >= $3 and a.starts < $4`,
      [of.sets, of.practiceId, of.from, of.toExclusive],
    );
  }

  /**
   * List sizes of one practice; for extracts without them the periods in which the practice is there at all. Rows that begin up to
   * a year before `from` are among them: they may reach into it.
   */
  async listed(of: {
    sets: readonly string[];
    listSets: readonly string[];
    practiceId: string;
    from: string;
    toExclusive: string;
  }): Promise<ListedRow[]> {
    return this.database.prepared<ListedRow>(
      `with l as (
         select l.data_set_id, l.starts, l.months, l.sex, l.age, l.listed, l.extract_at from listed l
         where l.data_set_id = any($1::uuid[] || $2::uuid[]) and l.practice_id = $3 and l.starts >= $4 and l.starts < $5)
       select l.data_set_id as "dataSetId", l.starts::text as starts, l.months, l.sex, l.age, l.listed::double precision as listed,
         to_char(l.extract_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "extractAt" from l
       union all
       select distinct a.data_set_id, a.starts::text, a.months, '', '', null::double precision, null from figure_atom a
       where exists (select unnest($1::uuid[]) except select l.data_set_id from l)
         and a.data_set_id = any(array(select unnest($1::uuid[]) except select l.data_set_id from l))
         and a.practice_id = $3 and a.starts >= $4 and a.starts < $5`,
      [of.sets, of.listSets, of.practiceId, firstDay(monthNumber(of.from) - 11), of.toExclusive],
    );
  }

  /** Items of these kinds, by name. */
  async items(kinds: readonly ExtractKind[]): Promise<{ kind: ExtractKind; code: string; name: string }[]> {
    return this.database.query(
      `select kind, code, name from figure_item where kind = any($1::text[]) and code <> '' order by kind, lower(name), code`,
      [kinds],
    );
  }

  /** Those of these groups of which figures are released to their members. */
  async comparedGroups(groupIds: readonly string[]): Promise<string[]> {
    if (groupIds.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      `select distinct r.group_id as id from release r
       where r.group_id = any($1::uuid[]) and r.audience = 'group' and r.state = 'released'`,
      [groupIds],
    );
    return rows.map(({ id }) => id);
  }

  /** What the region's newest release of exactly this definition and period shows of an item. */
  async regionFigure(of: {
    measureVersionId: string;
    item: string;
    period: { from: string; toExclusive: string };
  }): Promise<{ id: string; state: string; card: ProvenanceCard; body: object } | null> {
    const [row] = await this.database.prepared<{
      id: string;
      state: string;
      card: ProvenanceCard;
      body: object;
    }>(
      `select f.id, r.state, f.card, f.body from release r join release_figure f on f.release_id = r.id
       where r.audience = 'region' and r.state = 'released' and r.period_to = $4 and r.period_from = $3
         and f.measure_version_id = $1 and f.item = $2
       order by r.released_at desc, r.id desc limit 1`,
      [of.measureVersionId, of.item, of.period.from, of.period.toExclusive],
    );
    return row ?? null;
  }

  /** What the region's newest releases of a period show, by measure version and item. */
  async regionBodies(
    versionIds: readonly string[],
    period: { from: string; toExclusive: string },
  ): Promise<{ measure_version_id: string; item: string; state: string; body: object }[]> {
    return this.database.query(
      `select f.measure_version_id, f.item, r.state, f.body from release_figure f join release r on r.id = f.release_id
       where r.audience = 'region' and r.state = 'released' and f.measure_version_id = any($1::uuid[])
         and r.period_from = $2 and r.period_to = $3
       order by r.released_at`,
      [versionIds, period.from, period.toExclusive],
    );
  }

  /** One of these practices is in the group now. */
  async inGroup(groupId: string, practiceIds: readonly string[]): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from group_member where group_id = $1 and left_at is null and practice_id = any($2::uuid[]) limit 1`,
      [groupId, practiceIds],
    );
    return rows.length > 0;
  }

  /** A released figure with what decides who may read it. Withdrawn ones are gone. */
  async released(figureId: string): Promise<ReleasedFigure | null> {
    const [row] = await this.database.query<ReleasedFigure>(
      `select f.card, f.body, r.id as "releaseId", r.audience, r.mode, r.group_id as "groupId", r.members, m.code as "measureCode",
         r.period_from::text as "from", r.period_to::text as "toExclusive"
       from release_figure f join release r on r.id = f.release_id
         join measure_version v on v.id = f.measure_version_id join measure m on m.id = v.measure_id
       where f.id = $1 and r.state in ('released', 'superseded')`,
      [figureId],
    );
    return row ?? null;
  }
}

/** `$1` the practice, `$2` the item; data sets of one kind and of list sizes, or of every kind. */
const CONTEXT = (kind: string): string => `
  (select p.name from practice p where p.id = $1 and p.archived_at is null) as practice,
  (select i.name from figure_item i where i.kind = ${kind} and i.code = $2) as item,
  coalesce((select json_agg(json_build_object('id', d.id, 'kind', s.kind, 'source', json_build_object('id', s.id, 'name', s.name),
      'from', d.period_from, 'toExclusive', d.period_to, 'approvedAt', d.approved_at))
    from data_set d join data_source s on s.id = d.source_id
    where d.state = 'approved' and d.period_from is not null
      and (${kind} is null or s.kind in (${kind}, 'list-sizes'))), '[]') as sets,
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.started_on desc, g.id)
    from group_member m join intervision_group g on g.id = m.group_id
    where m.practice_id = $1 and m.left_at is null and g.ended_on is null), '[]') as groups`;

/** A definition as it is read with a page. */
export type MeasureRow = Omit<ReviewedMeasure, 'overdue'>;

/** `remarked`: something was said of this figure, of some period; most figures never are. */
type OpenedFigure = FigureContext & { measure: MeasureRow; remarked: boolean };

/** A figure as it was released, whole. */
export interface ReleasedFigure {
  card: ProvenanceCard;
  body: unknown;
  releaseId: string;
  audience: 'group' | 'region' | 'staff';
  mode: 'pseudonymous' | 'open' | 'aggregate';
  groupId: string | null;
  members: string[];
  measureCode: string;
  from: string;
  toExclusive: string;
}

/** A sum that is unknown as soon as one part is. */
const whole = (column: string): string =>
  `case when bool_and(a.${column} is not null) then sum(a.${column})::integer end as ${column}`;
