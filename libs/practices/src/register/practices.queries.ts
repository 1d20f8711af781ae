import { Injectable } from '@nestjs/common';
import type { Page, PracticeView } from '#libs/contracts';
import { Database, DomainError } from '#libs/platform';

/** What another context needs to know of a practice that takes part in something. */
export interface PracticeFacts {
  id: string;
  name: string;
  agb: string;
  district: string | null;
  town: string | null;
  /** Registered patients. */
  listSize: number | null;
  solo: boolean;
  /** 1 to 5, as the region noted it. */
  motivation: number | null;
  consultant: string | null;
  archived: boolean;
}

/** Columns a list can be sorted by; a minus in front turns the order. Empty cells stand last in both directions. */
export const PRACTICE_SORTS = [
  'name',
  'agb',
  'town',
  'district',
  'listSize',
  'startQuarter',
  'startWave',
  'consultant',
  'motivation',
] as const;
export type PracticeSort = (typeof PRACTICE_SORTS)[number];

export interface PracticeFilter {
  /** Part of the name, the AGB code, the town or the district. */
  q?: string;
  district?: string;
  /** Only closed practices (true), only open ones (false, the default), or both. */
  archived?: boolean | 'all';
  /** One of PRACTICE_SORTS, with `-` in front for descending. */
  sort?: string;
}

/** Sorting as a Dutch reader expects; a missing value counts as empty text or 0 beside its own flag. */
const SORT_SQL: Record<PracticeSort, string> = {
  name: `p.name collate "nl-x-icu"`,
  agb: 'p.agb',
  town: `p.town collate "nl-x-icu"`,
  district: `p.district collate "nl-x-icu"`,
  listSize: 'p.list_size',
  startQuarter: 'p.start_quarter',
  startWave: `p.start_wave collate "nl-x-icu"`,
  consultant: `p.consultant collate "nl-x-icu"`,
  motivation: 'p.motivation',
};
const NUMBERS: ReadonlySet<PracticeSort> = new Set<PracticeSort>(['listSize', 'motivation']);

/** The person who holds a role at a practice the longest, or the name alone when a list gave no address. */
const person = (role: string, named: string): string => `
  coalesce((select json_build_object('name', e.name, 'email', e.email) from role_assignment r join person e on e.id = r.person_id
     where r.scope_id = p.id and r.role = '${role}' and r.until is null order by r.since, r.id limit 1),
   case when p.${named} is not null then json_build_object('name', p.${named}, 'email', '') end)`;

const VIEW = `p.id, p.agb, p.name, p.street, p.postcode, p.town, p.district, p.fto_group as "ftoGroup", p.dto_group as "dtoGroup", p.solo,
  p.list_size as "listSize", p.start_quarter as "startQuarter", p.start_wave as "startWave", p.consultant, p.motivation,
  p.archived_at as "archivedAt", p.merged_into as "mergedInto", p.version,
  ${person('practice-contact', 'named_contact')} as contact, ${person('practice-holder', 'named_holder')} as holder`;

type ViewRow = Omit<PracticeView, 'archivedAt'> & { archivedAt: Date | null };

interface Cursor {
  empty: number;
  value: string | number;
  id: string;
}

/**
 * Reads the register inside the open transaction. It asks no permission: who may see what is the caller's policy, and
 * row-level security keeps every query inside its region.
 */
@Injectable()
export class PracticesQueries {
  constructor(private readonly database: Database) {}

  /** One practice, or null. */
  async view(id: string): Promise<PracticeView | null> {
    const [row] = await this.database.query<ViewRow>(`select ${VIEW} from practice p where p.id = $1`, [id]);
    return row ? practiceView(row) : null;
  }

  /** One page of the practices with these ids (`all`: of the region), in two queries however many there are. */
  async page(
    listed: 'all' | string[],
    filter: PracticeFilter,
    options: { cursor?: string; limit: number },
  ): Promise<Page<PracticeView>> {
    const { where, values } = condition(listed, filter);
    const { column, descending } = readSort(filter.sort);
    const sql = SORT_SQL[column];
    const empty = `(${sql} is null)::integer`;
    const value = NUMBERS.has(column) ? `coalesce(${sql}, 0)` : `coalesce(${sql}, '')`;
    const after = options.cursor === undefined ? null : readCursor(options.cursor);
    const beyond = after
      ? `and (${empty} > $5::integer or (${empty} = $5 and (${value} ${descending ? '<' : '>'} $6 or (${value} = $6 and p.id > $7::uuid))))`
      : '';
    const rows = await this.database.query<ViewRow & { sorted: string | number; empty: number }>(
      `select ${VIEW}, ${value} as sorted, ${empty} as empty from practice p where ${where} ${beyond}
       order by ${empty}, ${value} ${descending ? 'desc' : 'asc'}, p.id limit $4`,
      [...values, options.limit + 1, ...(after ? [after.empty, after.value, after.id] : [])],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from practice p where ${where}`,
      values,
    );
    const page = rows.slice(0, options.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ sorted: _sorted, empty: _empty, ...row }) => practiceView(row)),
      next:
        rows.length > options.limit && last
          ? writeCursor({ empty: last.empty, value: last.sorted, id: last.id })
          : null,
      total: count?.n ?? 0,
    };
  }

  /** Every practice that the filter lets through, by name: for exports. */
  async all(listed: 'all' | string[], filter: PracticeFilter): Promise<PracticeView[]> {
    const { where, values } = condition(listed, filter);
    const rows = await this.database.query<ViewRow>(
      `select ${VIEW} from practice p where ${where} order by ${SORT_SQL.name}, p.id`,
      values,
    );
    return rows.map(practiceView);
  }

  /** The districts of the open practices with these ids, in alphabetical order. */
  async districts(listed: 'all' | string[]): Promise<string[]> {
    const { where, values } = condition(listed, {});
    const rows = await this.database.query<{ district: string }>(
      `select district from (select distinct p.district from practice p where ${where} and p.district is not null) d
       order by district collate "nl-x-icu"`,
      values,
    );
    return rows.map((row) => row.district);
  }

  /** The practices with these ids in one query, archived ones included; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<Map<string, PracticeFacts>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<PracticeFacts>(
      `select ${FACTS} from practice p where p.id = any($1::uuid[])`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every open practice of the region, by name. */
  active(): Promise<PracticeFacts[]> {
    return this.database.query<PracticeFacts>(
      `select ${FACTS} from practice p where p.archived_at is null order by ${SORT_SQL.name}, p.id`,
    );
  }
}

const FACTS = `p.id, p.name, p.agb, p.district, p.town, p.list_size as "listSize", p.solo, p.motivation, p.consultant,
  p.archived_at is not null as archived`;

/** Parameters 1 to 3 of every list: ids, words to look for, district. */
function condition(listed: 'all' | string[], filter: PracticeFilter): { where: string; values: unknown[] } {
  const words = filter.q?.trim().replace(/[\\%_]/g, '\\$&');
  const state =
    filter.archived === 'all'
      ? 'true'
      : filter.archived
        ? 'p.archived_at is not null'
        : 'p.archived_at is null';
  return {
    where: `($1::uuid[] is null or p.id = any($1)) and ${state}
      and ($2::text is null or concat_ws(' ', p.name, p.agb, p.town, p.district) ilike $2) and ($3::text is null or p.district = $3)`,
    values: [listed === 'all' ? null : listed, words ? `%${words}%` : null, filter.district ?? null],
  };
}

function readSort(sort: string | undefined): { column: PracticeSort; descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  const column = (sort ?? 'name').replace(/^-/, '');
  if (!(PRACTICE_SORTS as readonly string[]).includes(column)) {
    throw new DomainError('validation.failed', { fields: [{ field: 'sort', rule: 'isIn' }] });
  }
  return { column: column as PracticeSort, descending };
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Cursor>;
    const { empty, value, id } = cursor;
    if (
      (empty === 0 || empty === 1) &&
      (typeof value === 'string' || typeof value === 'number') &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/i.test(id)
    )
      return { empty, value, id };
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
}

function practiceView(row: ViewRow): PracticeView {
  return { ...row, archivedAt: row.archivedAt?.toISOString() ?? null };
}
