import { Injectable } from '@nestjs/common';
import type {
  DataSetRefusalView,
  DataSetState,
  DataSetSummaryView,
  DataSetView,
  ExtractCheckView,
  ExtractField,
  ExtractKind,
  Page,
} from '#libs/contracts';
import { Database, found, isId, type Actor } from '#libs/platform';
import { canApprove } from '../mirror.policy.js';
import { withSizesElsewhere } from './check-sentences.rules.js';
import { DataSet } from './data-set.entity.js';
import type { EarlierTotals } from './profile.rules.js';
import { cellKey, periodName } from './profile.rules.js';
import { refusalView } from './refusals.rules.js';

interface NamedRow {
  id: string;
  source_name: string;
  source_kind: ExtractKind;
  loader: string | null;
  approver: string | null;
  ender: string | null;
}

const NAMES = `select d.id, s.name as source_name, s.kind as source_kind, l.name as loader, a.name as approver, e.name as ender
  from data_set d join data_source s on s.id = d.source_id left join person l on l.id = d.loaded_by
    left join person a on a.id = d.approved_by left join person e on e.id = d.ended_by`;

/** Data sets as they are looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class DataSetsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. Three queries, however many rows. */
  async page(
    filter: { source?: string; state?: DataSetState },
    options: { cursor?: string; limit: number },
  ): Promise<Page<DataSetSummaryView>> {
    const values = [filter.source ?? null, filter.state ?? null];
    const where = `($1::uuid is null or d.source_id = $1) and ($2::text is null or d.state = $2)`;
    const cursor = options.cursor !== undefined && isId(options.cursor) ? options.cursor : null;
    const names = await this.database.query<NamedRow>(
      `${NAMES} where ${where} and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`,
      [...values, cursor, options.limit + 1],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from data_set d where ${where}`,
      values,
    );
    const shown = names.slice(0, options.limit);
    const sets = await this.database
      .repository(DataSet)
      .createQueryBuilder('d')
      .where('d.id = any (:ids)', { ids: shown.map((row) => row.id) })
      .getMany();
    const byId = new Map(sets.map((set) => [set.id, set]));
    return {
      items: shown.flatMap((row) => {
        const set = byId.get(row.id);
        return set ? [summary(set, row)] : [];
      }),
      next: names.length > options.limit ? (shown.at(-1)?.id ?? null) : null,
      total: count?.n ?? 0,
    };
  }

  async row(id: string): Promise<DataSet> {
    return found(isId(id) ? await this.database.repository(DataSet).findOneBy({ id }) : null, 'data-set');
  }

  /** The same, held for writing. */
  async lock(id: string): Promise<DataSet> {
    const row = isId(id)
      ? await this.database
          .repository(DataSet)
          .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    return found(row, 'data-set');
  }

  async view(actor: Actor, id: string): Promise<DataSetView> {
    const set = await this.row(id);
    const [names] = await this.database.query<NamedRow>(`${NAMES} where d.id = $1`, [id]);
    const { names: _items, difference = null, ...profile } = set.profile ?? { names: {} };
    const checks = await this.standingChecks(set);
    const stops = checks.some((one) => one.severity === 'stop');
    const { reading, ...format } = set.format;
    return {
      ...summary(set, found(names, 'data-set')),
      bytes: Number(set.bytes),
      format: { kind: 'csv', encoding: null, separator: null, ...format },
      mapping: set.mapping,
      reading: reading ?? { rows: 'totals', dates: 'month', itemCharacters: null },
      profile: set.profile ? ({ ...profile, checks } as DataSetView['profile']) : null,
      fraction: set.state === 'loading' ? set.fraction : 1,
      commitment: set.commitment,
      why: set.endedBecause ?? set.why,
      difference,
      mayApprove: set.state === 'checked' && !stops && canApprove(actor, set),
      history: history(set, names ?? null),
    };
  }

  async refusals(id: string, options: { cursor?: string; limit: number }): Promise<Page<DataSetRefusalView>> {
    const from = Math.max(0, Math.trunc(Number(options.cursor ?? 0)) || 0);
    const rows = await this.refusalRows(id, from, options.limit + 1);
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from data_set_refusal where data_set_id = $1`,
      [id],
    );
    return {
      items: rows.slice(0, options.limit),
      next: rows.length > options.limit ? String(from + options.limit) : null,
      total: count?.n ?? 0,
    };
  }

  async refusalRows(id: string, from: number, limit: number): Promise<DataSetRefusalView[]> {
    const rows = await this.database.query<{
      row: number;
      field: ExtractField | null;
      code: string;
      detail: Record<string, number>;
    }>(
      `select row, field, code, detail from data_set_refusal where data_set_id = $1 order by row, field nulls first, code offset $2 limit $3`,
      [id, from, limit],
    );
    return rows.map((one) => refusalView(one.row, one.field, one.code, one.detail));
  }

  /** The newest approved data set of a source, or null. */
  async newestApproved(sourceId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from data_set where source_id = $1 and state = 'approved' order by approved_at desc, id desc limit 1`,
      [sourceId],
    );
    return row?.id ?? null;
  }

  /** Totals per practice and period of a data set. */
  async totals(id: string): Promise<EarlierTotals> {
    type Row = { practice: string; starts: string; months: number; total: number };
    const counts = await this.database.query<Row>(
      `select practice_id as practice, starts::text, months, sum(count)::float8 as total from figure_atom where data_set_id = $1 group by 1, 2, 3`,
      [id],
    );
    const listed = await this.database.query<Row>(
      `select practice_id as practice, starts::text, months, sum(listed)::float8 as total from listed where data_set_id = $1 group by 1, 2, 3`,
      [id],
    );
    const keyed = (rows: readonly Row[]): Map<string, number> =>
      new Map(rows.map((row) => [cellKey(row.practice, row), row.total]));
    return {
      practices: new Set([...counts, ...listed].map((row) => row.practice)),
      counts: keyed(counts),
      listed: keyed(listed),
    };
  }

  /** What the check found as it stands now: list sizes that were missing may have been approved in another data set since. */
  async standingChecks(set: DataSet): Promise<ExtractCheckView[]> {
    const checks = set.profile?.checks ?? [];
    const { periodFrom, periodTo } = set;
    const waits = checks.some(({ code, severity }) => code === 'no-list-size' && severity === 'stop');
    if (!waits || periodFrom === null || periodTo === null) return checks;
    return (await this.hasListSizes(set.id, periodFrom, periodTo)) ? withSizesElsewhere(checks) : checks;
  }

  /** Checked data sets that cannot be approved as they are; what they wait for may have come or gone. */
  async stopped(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from data_set where state = 'checked' and profile @? '$.checks[*] ? (@.severity == "stop")' order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether another approved data set has list sizes within a time; half-open days. */
  async hasListSizes(except: string, from: string, to: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from listed l join data_set d on d.id = l.data_set_id where d.state = 'approved' and d.id <> $1
         and l.starts < $3::date and l.starts + make_interval(months => l.months) > $2::date limit 1`,
      [except, from, to],
    );
    return rows.length > 0;
  }

  /** What a data set changes against the one it replaces: figures that differ, appear or go. */
  async difference(was: string, is: string): Promise<DataSetView['difference']> {
    const rows = await this.database.query<{
      practice: string;
      item: string;
      starts: string;
      months: number;
      was: number;
      is: number;
      cells: number;
      practices: number;
    }>(
      `with cell as (
         select data_set_id, practice_id, item, starts, months, sex, age, count::float8 as value from figure_atom where data_set_id in ($1, $2)
         union all select data_set_id, practice_id, '', starts, months, sex, age, listed::float8 from listed where data_set_id in ($1, $2)
           and not exists (select 1 from figure_atom f where f.data_set_id in ($1, $2))),
       changed as (
         select practice_id, item, starts, months, coalesce(a.value, 0) as was, coalesce(b.value, 0) as is
         from (select * from cell where data_set_id = $1) a full join (select * from cell where data_set_id = $2) b
           using (practice_id, item, starts, months, sex, age) where a.value is distinct from b.value)
       select p.name as practice, c.item, c.starts::text, c.months, c.was, c.is,
         (select count(*)::integer from changed) as cells, (select count(distinct practice_id)::integer from changed) as practices
       from changed c join practice p on p.id = c.practice_id order by abs(c.was - c.is) desc, p.name, c.starts, c.item limit 20`,
      [was, is],
    );
    const [first] = rows;
    if (!first) return { cells: 0, practices: 0, examples: [] };
    return {
      cells: first.cells,
      practices: first.practices,
      examples: rows.map(({ practice, item, starts, months, was: before, is: now }) => ({
        practice,
        item,
        period: periodName({ starts, months }),
        was: before,
        is: now,
      })),
    };
  }
}

function summary(set: DataSet, names: NamedRow): DataSetSummaryView {
  return {
    id: set.id,
    source: { id: set.sourceId, name: names.source_name, kind: names.source_kind },
    state: set.state,
    fileName: set.fileName,
    period: set.periodFrom && set.periodTo ? { from: set.periodFrom, toExclusive: set.periodTo } : null,
    rows: set.rows,
    refusedRows: set.refusedRows,
    warnings: set.profile?.checks.filter((one) => one.severity !== 'note').length ?? 0,
    extractAt: set.extractAt?.toISOString() ?? null,
    loadedBy: names.loader,
    loadedAt: set.loadedAt?.toISOString() ?? null,
    approvedBy: names.approver,
    approvedAt: set.approvedAt?.toISOString() ?? null,
    supersedes: set.supersedesId,
    version: set.version,
  };
}

function history(set: DataSet, names: NamedRow | null): DataSetView['history'] {
  const steps: DataSetView['history'] = [
    { state: 'loading', at: set.createdAt.toISOString(), by: names?.loader ?? null },
  ];
  if (set.loadedAt) steps.push({ state: 'checked', at: set.loadedAt.toISOString(), by: null });
  if (set.approvedAt)
    steps.push({ state: 'approved', at: set.approvedAt.toISOString(), by: names?.approver ?? null });
  if (set.endedAt) steps.push({ state: set.state, at: set.endedAt.toISOString(), by: names?.ender ?? null });
  return steps;
}
