import { Injectable } from '@nestjs/common';
import type { MeasureContent, MeasureDefinitionView, MeasureVersionView, MeasureView } from '#libs/contracts';
import { Clock, Database, found, isId, newId } from '#libs/platform';
import { BUILT_IN_MEASURES } from './built-in-measures.rules.js';
import { MeasureVersion } from './measure-version.entity.js';
import { Measure } from './measure.entity.js';

/** A reviewed definition that figures are computed with. */
export interface ReviewedMeasure {
  /** Of the version. */
  id: string;
  measureId: string;
  code: string;
  number: string;
  content: MeasureContent;
  /** Local day, or null. */
  reviewBy: string | null;
  /** The review date has passed. */
  overdue: boolean;
}

interface VersionRow {
  id: string;
  measure_id: string;
  number: string;
  state: 'draft' | 'reviewed';
  content: MeasureContent;
  author: string | null;
  reviewer: string | null;
  reviewed_at: Date | null;
  review_by: string | null;
  version: number;
}

const LATEST = `order by string_to_array(v.number, '.')::int[] desc`;

/** Measures as they are looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class MeasuresQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The current reviewed versions, built-in ones in their order and then own ones by code. One query when what comes with
   * Leerkring is there already; it is copied into the region where it is missing.
   */
  async reviewed(regionId: string): Promise<ReviewedMeasure[]> {
    const rows = await this.current();
    const known = new Set(rows.flatMap(({ built_in }) => built_in));
    const missing = BUILT_IN_MEASURES.filter(({ code, number }) => !known.has(`${code} ${number}`));
    if (missing.length === 0) return rows.flatMap((row) => this.usable(row));
    for (const one of missing) await this.add(regionId, one);
    return (await this.current()).flatMap((row) => this.usable(row));
  }

  private async current(): Promise<(CurrentRow & { built_in: string[] })[]> {
    return this.database.query(
      `select r.id, m.id as measure_id, m.code, m.archived_at, r.number, r.content, r.review_by::text as review_by,
         case when m.origin = 'built-in' then (select array_agg(m.code || ' ' || b.number) from measure_version b where b.measure_id = m.id and b.archived_at is null)
           else '{}' end as built_in
       from measure m
         left join lateral (select v.* from measure_version v where v.measure_id = m.id and v.state = 'reviewed' ${LATEST} limit 1) r on true
       order by m.origin, array_position($1::text[], m.code), m.code`,
      [BUILT_IN_MEASURES.map(({ code }) => code)],
    );
  }

  private usable(row: CurrentRow): ReviewedMeasure[] {
    if (row.id === null || row.archived_at !== null) return [];
    const { id, code, number, content, review_by: reviewBy } = row;
    return [
      { id, measureId: row.measure_id, code, number, content, reviewBy, overdue: this.overdue(reviewBy) },
    ];
  }

  private async add(regionId: string, one: (typeof BUILT_IN_MEASURES)[number]): Promise<void> {
    await this.database.query(
      `insert into measure (id, region_id, code, origin, created_at) values ($1, $2, $3, 'built-in', $4)
       on conflict (region_id, code) do nothing`,
      [newId(), regionId, one.code, this.clock.now()],
    );
    await this.database.query(
      `insert into measure_version (id, region_id, measure_id, number, state, content, reviewed_at, review_by, created_at)
       select $1, $2, m.id, $4, 'reviewed', $5, $6, $7, $8 from measure m where m.code = $3 and m.origin = 'built-in'
       on conflict (measure_id, number) where archived_at is null do nothing`,
      [
        newId(),
        regionId,
        one.code,
        one.number,
        JSON.stringify(one.content),
        `${one.reviewedOn}T00:00:00Z`,
        one.reviewBy,
        this.clock.now(),
      ],
    );
  }

  /**
   * Every measure with its current version and, where asked for, its draft. Two queries.
   * @param wish.archived only those that were put away, or only the others; both when left out
   */
  async views(wish: {
    code?: string;
    id?: string;
    drafts: boolean;
    archived?: boolean;
  }): Promise<MeasureView[]> {
    const measures = await this.database.query<Pick<Measure, 'id' | 'code' | 'origin' | 'version'> & PutAway>(
      `select m.id, m.code, m.origin, m.version, m.archived_at from measure m
       where ($4::boolean is null or (m.archived_at is not null) = $4) and ($1::text is null or m.code = $1) and ($2::uuid is null or m.id = $2)
       order by m.origin, array_position($3::text[], m.code), m.code`,
      [wish.code ?? null, wish.id ?? null, BUILT_IN_MEASURES.map(({ code }) => code), wish.archived ?? null],
    );
    const versions = await this.database.query<VersionRow>(
      `select v.id, v.measure_id, v.number, v.state, v.content, a.name as author, b.name as reviewer, v.reviewed_at,
         v.review_by::text as review_by, v.version
       from measure_version v left join person a on a.id = v.author_id left join person b on b.id = v.reviewer_id
       where v.measure_id = any($1::uuid[]) and v.archived_at is null ${LATEST}`,
      [measures.map(({ id }) => id)],
    );
    return measures.flatMap(({ id, code, origin, version, archived_at: archivedAt }) => {
      const own = versions.filter((one) => one.measure_id === id);
      const current = own.find(({ state }) => state === 'reviewed');
      const draft = wish.drafts ? own.find(({ state }) => state === 'draft') : undefined;
      if (!current && !draft) return [];
      return [
        {
          id,
          code,
          origin,
          current: current ? this.versionView(current) : null,
          draft: draft ? this.versionView(draft) : null,
          archivedAt: archivedAt?.toISOString() ?? null,
          version,
        },
      ];
    });
  }

  /**
   * A reviewed version of a measure, put away or not, with which one counts now; the current one without a number. One query.
   * @returns null for one that is not there or was not reviewed
   */
  async definition(code: string, number?: string): Promise<MeasureDefinitionView | null> {
    const rows = await this.database.query<VersionRow & PutAway & { origin: Measure['origin'] }>(
      `select v.id, v.measure_id, v.number, v.state, v.content, a.name as author, b.name as reviewer, v.reviewed_at,
         v.review_by::text as review_by, v.version, m.origin, m.archived_at
       from measure m join measure_version v on v.measure_id = m.id and v.state = 'reviewed' and v.archived_at is null
         left join person a on a.id = v.author_id left join person b on b.id = v.reviewer_id
       where m.code = $1 ${LATEST}`,
      [code],
    );
    const [current] = rows;
    const asked = number === undefined ? current : rows.find((one) => one.number === number);
    if (!current || !asked) return null;
    const since = (row: VersionRow): string | null => row.reviewed_at?.toISOString() ?? null;
    return {
      code,
      origin: current.origin,
      archivedAt: current.archived_at?.toISOString() ?? null,
      // what was replaced is nobody's to look at again
      version: { ...this.versionView(asked), overdue: asked === current && this.overdue(asked.review_by) },
      current: { number: current.number, since: since(current) },
      versions: rows.map((row) => ({ number: row.number, reviewedAt: since(row) })),
    };
  }

  /** The measure's row, held until the transaction ends. @throws not-found */
  async lock(measureId: string, { archived } = { archived: false }): Promise<Measure> {
    const measure = isId(measureId)
      ? await this.database
          .repository(Measure)
          .findOne({ where: { id: measureId }, lock: { mode: 'pessimistic_write' } })
      : null;
    return found(measure && (measure.archivedAt !== null) === archived ? measure : null, 'measure');
  }

  /**
   * A measure of the region's own with this code, held and without any version: a new one, or one whose only draft was thrown away.
   * @returns its id, or null when the code is taken; of two at the same moment one gets it
   */
  async claim(regionId: string, code: string): Promise<string | null> {
    const [made] = await this.database.query<{ id: string }>(
      `insert into measure (id, region_id, code, origin, created_at) values ($1, $2, $3, 'own', $4)
       on conflict (region_id, code) do nothing returning id`,
      [newId(), regionId, code, this.clock.now()],
    );
    if (made) return made.id;
    const [held] = await this.database.query<{ id: string }>(
      `select id from measure where code = $1 and origin = 'own' for update`,
      [code],
    );
    // asked only once it is held: who was first has written its draft by then
    const versions = await this.database.query(
      `select 1 from measure_version where measure_id = $1 and archived_at is null limit 1`,
      [held?.id ?? null],
    );
    return held && versions.length === 0 ? held.id : null;
  }

  /** The draft that is being written, or null. */
  async draft(measureId: string): Promise<MeasureVersion | null> {
    const drafts = await this.database.repository(MeasureVersion).findBy({ measureId, state: 'draft' });
    return drafts.find(({ archivedAt }) => archivedAt === null) ?? null;
  }

  /** The latest reviewed version, or null. */
  async latest(measureId: string): Promise<{ number: string; content: MeasureContent } | null> {
    const [row] = await this.database.query<{ number: string; content: MeasureContent }>(
      `select v.number, v.content from measure_version v where v.measure_id = $1 and v.state = 'reviewed' ${LATEST} limit 1`,
      [measureId],
    );
    return row ?? null;
  }

  /** The day until which a review holds has passed. */
  overdue(reviewBy: string | null): boolean {
    return reviewBy !== null && reviewBy < this.clock.now().toISOString().slice(0, 10);
  }

  private versionView(row: VersionRow): MeasureVersionView {
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      content: row.content,
      author: row.author,
      reviewer: row.reviewer,
      reviewedAt: row.reviewed_at?.toISOString() ?? null,
      reviewBy: row.review_by,
      overdue: row.state === 'reviewed' && this.overdue(row.review_by),
      version: row.version,
    };
  }
}

interface PutAway {
  archived_at: Date | null;
}

interface CurrentRow {
  id: string;
  measure_id: string;
  code: string;
  archived_at: Date | null;
  number: string;
  content: MeasureContent;
  review_by: string | null;
}
