import type { ExtractKind } from '#libs/contracts';
import { newId, systemActor, type Database } from '#libs/platform';

export interface FactoryAtom {
  practiceId: string;
  item: string;
  starts: string;
  months?: number;
  sex?: string;
  age?: string;
  count: number;
  urgent?: number | null;
  consults?: number | null;
}
export interface FactoryListed {
  practiceId: string;
  starts: string;
  months?: number;
  sex?: string;
  age?: string;
  listed: number;
  extractAt?: string;
}

/** One approved data set with its atoms and list sizes, as if it had been loaded and approved by two people. */
export async function makeDataSet(
  database: Database,
  regionId: string,
  values: {
    atoms: readonly FactoryAtom[];
    listed?: readonly FactoryListed[];
    kind?: ExtractKind;
    /** Of an earlier data set, to load into the same source. */
    sourceId?: string;
    sourceName?: string;
    limitations?: string[];
    latePercent?: number;
    quality?: 'good' | 'fair' | 'poor' | 'unknown';
    period: { from: string; toExclusive: string };
    items?: Record<string, string>;
    extractAt?: string;
    approvedAt?: string;
    loadedBy?: string;
    approvedBy?: string;
    supersedes?: string;
    profile?: object;
  },
): Promise<{ id: string; sourceId: string }> {
  const id = newId();
  const sourceId = values.sourceId ?? newId();
  const kind = values.kind ?? 'referrals';
  await database.transaction(systemActor(regionId), async () => {
    if (!values.sourceId)
      await database.query(
        `insert into data_source (id, region_id, name, system, supplier, kind, quality, late_percent, limitations)
         values ($1, $2, $3, $3, 'Huisartsen Vlierstreek', $4, $5, $6, $7)`,
        [
          sourceId,
          regionId,
          values.sourceName ?? `Bron ${id.slice(-6)}`,
          kind,
          values.quality ?? 'good',
          values.latePercent ?? null,
          JSON.stringify(values.limitations ?? ['Brieven per post tellen niet mee.']),
        ],
      );
    await database.query(
      `insert into data_set (id, region_id, source_id, state, file_name) values ($1, $2, $3, 'loading', 'cijfers.csv')`,
      [id, regionId, sourceId],
    );
    const [place] = await database.query<{ name: string }>(`select atoms_prepare($1) as name`, [id]);
    await database.query(
      `insert into ${place?.name} (region_id, data_set_id, practice_id, item, starts, months, sex, age, count, urgent, consults, row)
       select $1, $2, "practiceId", item, starts, coalesce(months, 3), coalesce(sex, ''), coalesce(age, ''), count, urgent, consults,
         row_number() over () + 1
       from jsonb_to_recordset($3::jsonb) as a("practiceId" uuid, item text, starts date, months smallint, sex text, age text,
         count integer, urgent integer, consults integer)`,
      [regionId, id, JSON.stringify(values.atoms)],
    );
    await database.query(`select atoms_seal($1)`, [id]);
    await database.query(
      `insert into listed (region_id, data_set_id, practice_id, starts, months, sex, age, listed, extract_at)
       select $1, $2, "practiceId", starts, coalesce(months, 3), coalesce(sex, ''), coalesce(age, ''), listed, "extractAt"
       from jsonb_to_recordset($3::jsonb) as l("practiceId" uuid, starts date, months smallint, sex text, age text, listed numeric,
         "extractAt" timestamptz)`,
      [regionId, id, JSON.stringify(values.listed ?? [])],
    );
    for (const [code, name] of Object.entries(values.items ?? {}))
      await database.query(
        `insert into figure_item (region_id, kind, code, name) values ($1, $2, $3, $4) on conflict do nothing`,
        [regionId, kind, code, name],
      );
    if (values.supersedes)
      await database.query(`update data_set set state = 'superseded' where id = $1`, [values.supersedes]);
    await database.query(
      `update data_set set state = 'approved', rows = $2, refused_rows = 3, period_from = $3, period_to = $4, extract_at = $5,
         commitment = $6, supersedes_id = $7, loaded_by = $8, loaded_at = $9, approved_by = $10, approved_at = $9, profile = $11
       where id = $1`,
      [
        id,
        values.atoms.length,
        values.period.from,
        values.period.toExclusive,
        values.extractAt ?? `${values.period.toExclusive}T02:10:00Z`,
        `hmac-sha256:${id.replaceAll('-', '').repeat(2)}`,
        values.supersedes ?? null,
        values.loadedBy ?? null,
        values.approvedAt ?? '2026-11-02T09:00:00Z',
        values.approvedBy ?? null,
        values.profile === undefined ? null : JSON.stringify(values.profile),
      ],
    );
  });
  return { id, sourceId };
}
