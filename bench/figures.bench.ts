import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { OwnFigureView } from '#libs/contracts';
import { artefactBytes, CardsService, MeasuresService, OwnFiguresService } from '#libs/mirror';
import {
  Clock,
  createDataSource,
  Database,
  migrate,
  newId,
  Rooms,
  systemActor,
  type Actor,
  type Config,
} from '#libs/platform';
import { injector } from '#libs/testing';
import { startEmbeddedPostgres } from '../apps/standalone/src/embedded-postgres.js';

/** Regions by their number of practices; each with forty specialisms and thirty-six months. The last one decides. */
const SIZES = {
  short: { practices: [50, 1_000], looks: 200 },
  usual: { practices: [50, 500, 5_000], looks: 400 },
  full: { practices: [50, 500, 5_000], looks: 2_000 },
} as const;
const ITEMS = 40;
const MONTHS = 36;
const FROM = '2023-10-01';
const UNTIL = '2026-10-01';
/** Looks that warm up plans, caches and the compiler; not counted. */
const WARM = 60;
/** A page may take this many times as long as the plain SQL of its numbers. */
const AIM = 2;

interface Region {
  actor: Actor;
  practices: string[];
  dataSetId: string;
  count: number;
}

/** A region whose extract holds a row per practice, month and specialism, loaded by the database itself, then closed as an import does. */
async function stage(client: pg.Client, count: number): Promise<Region> {
  const [regionId, sourceId, dataSetId] = [newId(), newId(), newId()];
  await client.query(`insert into region (id, slug, name) values ($1, $2, $3)`, [
    regionId,
    `bench-${count}`,
    `Bench ${count}`,
  ]);
  await client.query(`select set_config('app.region_id', $1, false)`, [regionId]);
  await client.query(
    `insert into practice (id, region_id, agb, name, town) select uuidv7(), $1, lpad(n::text, 8, '0'), 'Praktijk ' || n, 'Vlierdam'
     from generate_series(1, $2::integer) n`,
    [regionId, count],
  );
  await client.query(
    `insert into figure_item (region_id, kind, code, name) select $1, 'referrals', lpad(n::text, 4, '0'), 'Specialisme ' || n
     from generate_series(1, ${ITEMS}) n`,
    [regionId],
  );
  await client.query(
    `insert into data_source (id, region_id, name, system, supplier, kind, quality) values ($1, $2, 'Bench', 'Bench', 'Bench', 'referrals', 'good')`,
    [sourceId, regionId],
  );
  await client.query(
    `insert into data_set (id, region_id, source_id, state, file_name) values ($1, $2, $3, 'loading', 'bench.csv')`,
    [dataSetId, regionId, sourceId],
  );
  const { rows } = await client.query<{ name: string }>(`select atoms_prepare($1) as name`, [dataSetId]);
  await client.query(
    `insert into ${rows[0]?.name} (region_id, data_set_id, practice_id, item, starts, months, sex, age, count, urgent, consults, row)
     select $1, $2, p.id, lpad(i::text, 4, '0'), ($3::date + m * interval '1 month')::date, 1, '', '', 3 + (i * 7 + m * 3) % 11, m % 3, i % 4, 0
     from practice p cross join generate_series(0, ${MONTHS - 1}) m cross join generate_series(1, ${ITEMS}) i
     where p.region_id = $1`,
    [regionId, dataSetId, FROM],
  );
  await client.query(`select atoms_seal($1)`, [dataSetId]);
  await client.query(
    `insert into listed (region_id, data_set_id, practice_id, starts, months, listed)
     select $1, $2, p.id, ($3::date + m * interval '1 month')::date, 1, 2300 + m * 3
     from practice p cross join generate_series(0, ${MONTHS - 1}) m where p.region_id = $1`,
    [regionId, dataSetId, FROM],
  );
  await client.query(
    `update data_set set state = 'approved', rows = $2, period_from = $3::date, period_to = $4::date, extract_at = $4::date, loaded_at = $4::date, approved_at = $4::date,
       commitment = 'hmac-sha256:' || repeat('a', 64) where id = $1`,
    [dataSetId, count * ITEMS * MONTHS, FROM, UNTIL],
  );
  await client.query('analyze listed');
  const practices = await client.query<{ id: string }>(
    `select id from practice where region_id = $1 order by agb`,
    [regionId],
  );
  const actor: Actor = { ...systemActor(regionId), kind: 'person' };
  return { actor, practices: practices.rows.map(({ id }) => id), dataSetId, count };
}

/** The region's rates of every specialism over the newest twelve months, each with its card, as a release leaves them. */
async function release(
  database: Database,
  region: Region,
  services: { measures: MeasuresService; cards: CardsService },
): Promise<void> {
  const { actor, dataSetId } = region;
  const period = { from: '2025-10-01', toExclusive: UNTIL };
  await database.transaction(actor, async () => {
    const verw = (await services.measures.reviewed(actor)).find(({ code }) => code === 'VERW');
    if (!verw) throw new Error('The measure VERW is not there.');
    const releaseId = newId();
    await database.query(
      `insert into release (id, region_id, audience, mode, members, kind, data_set_ids, period_from, period_to, state, policy_version, released_at)
       values ($1, current_region(), 'region', 'aggregate', '{}', 'referrals', $2, $3, $4, 'released', 'bench', now())`,
      [releaseId, [dataSetId], period.from, period.toExclusive],
    );
    for (let n = 1; n <= ITEMS; n += 1) {
      const item = { code: String(n).padStart(4, '0'), name: `Specialisme ${n}` };
      const [figureId, body] = [newId(), { value: 30 + n }];
      const card = await services.cards.make({
        figureId: `fig_${figureId.replaceAll('-', '')}`,
        releaseId: `rel_${releaseId.replaceAll('-', '')}`,
        version: verw,
        item,
        period,
        dataSetIds: [dataSetId],
        mode: 'aggregate',
        policyVersion: 'bench',
        auditId: 'bench',
        consentId: null,
        attackerModels: [],
        bytes: artefactBytes(body),
      });
      await database.query(
        `insert into release_figure (id, region_id, release_id, measure_version_id, item, body, card) values ($1, current_region(), $2, $3, $4, $5, $6)`,
        [figureId, releaseId, verw.id, item.code, JSON.stringify(body), JSON.stringify(card)],
      );
    }
  });
}

/** Somebody of this practice. */
const readerOf = ({ actor }: Region, practiceId: string): Actor => ({
  ...actor,
  roles: [{ id: newId(), role: 'practice-holder', scopeKind: 'practice', scopeId: practiceId }],
});

/**
 * The same numbers as somebody would ask for them by hand, in the same kind of transaction: names, definition, figure and margin's
 * ingredients, trend, list sizes, remarks, the region's rate, and where it all comes from.
 */
async function plainly(client: pg.Client, region: Region, practiceId: string, item: string): Promise<number> {
  const regionId = region.actor.regionId;
  await client.query('begin');
  await client.query(`select set_config('app.region_id', $1, true)`, [regionId]);
  await client.query(
    `select p.name, i.name as item, v.number, v.content, v.review_by from practice p
       join figure_item i on i.kind = 'referrals' and i.code = $2
       join measure m on m.code = 'VERW' join measure_version v on v.measure_id = m.id and v.state = 'reviewed'
     where p.id = $1`,
    [practiceId, item],
  );
  await client.query(
    `select s.name, s.system, s.supplier, s.quality, s.limitations, d.rows, d.refused_rows, d.extract_at, d.commitment, d.period_from, d.period_to
     from data_set d join data_source s on s.id = d.source_id where d.state = 'approved' and s.kind = 'referrals'`,
  );
  const points = await client.query<{ starts: Date; count: number; listed: string }>(
    `select a.starts, sum(a.count)::integer as count, (select sum(l.listed) from listed l
         where l.data_set_id = a.data_set_id and l.practice_id = a.practice_id and l.starts = a.starts) as listed
     from figure_atom a where a.data_set_id = $1 and a.practice_id = $2 and a.item = $3
     group by a.data_set_id, a.practice_id, a.starts order by a.starts`,
    [region.dataSetId, practiceId, item],
  );
  await client.query(
    `select f.body, f.card from release_figure f join release r on r.id = f.release_id
     where r.audience = 'region' and r.state = 'released' and r.kind = 'referrals' and r.period_to = '${UNTIL}' and f.item = $1`,
    [item],
  );
  await client.query(
    `select * from figure_remark where practice_id = $1 and measure_code = 'VERW' and item = $2 and state <> 'withdrawn'`,
    [practiceId, item],
  );
  await client.query('commit');
  return points.rows.slice(-12).reduce((sum, { count }) => sum + count, 0);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const upTo = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

/**
 * `npm run bench -- figures [--short | --full]`: one practice's own figure with trend and card, against the plain SQL of its numbers on the same
 * server in the same run, turn by turn; and how it grows with the region. What is asked by hand is planned each time, the page's own
 * statements once per connection. Fails when a number differs; time is only printed.
 */
export async function run(args: readonly string[]): Promise<number> {
  const size = SIZES[args.includes('--short') ? 'short' : args.includes('--full') ? 'full' : 'usual'];
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder);
  const loader = new pg.Client({
    connectionString: server.superUrl.replace(/\/[^/]*$/, new URL(server.ownerUrl).pathname),
  });
  const plain = new pg.Client({ connectionString: server.appUrl });
  const database = new Database(createDataSource(server.appUrl, 2));
  try {
    await migrate(server.ownerUrl, new URL('../migrations', import.meta.url).pathname);
    await loader.connect();
    await plain.connect();
    await database.source.initialize();
    const clock = new Clock();
    const config = { secret: 'bench '.repeat(10), checkpointDir: folder } as Config;
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    const services = injector(database, clock, audit, new Rooms(database));
    const figures = services(OwnFiguresService);
    console.log(`${ITEMS} specialisms, ${MONTHS} months; load ${loadavg()[0]?.toFixed(1)}`);
    const medians: number[] = [];
    let same = true;
    for (const count of size.practices) {
      const from = performance.now();
      const region = await stage(loader, count);
      await release(database, region, { measures: services(MeasuresService), cards: services(CardsService) });
      const loaded = (performance.now() - from) / 1000;
      const [page, sql]: [number[], number[]] = [[], []];
      for (let look = 0; look < WARM + size.looks; look += 1) {
        const practiceId = region.practices[(look * 7919) % count] as string;
        const item = String((look % ITEMS) + 1).padStart(4, '0');
        const actor = readerOf(region, practiceId);
        let view: OwnFigureView | null = null;
        let counted = 0;
        const turns = [
          async (): Promise<void> => {
            view = await figures.figure(actor, { practiceId, measure: 'VERW', item });
          },
          async (): Promise<void> => {
            counted = await plainly(plain, region, practiceId, item);
          },
        ];
        // who goes first finds a colder page
        const order = look % 2 === 0 ? [0, 1] : [1, 0];
        const times = [0, 0];
        for (const turn of order) {
          const began = performance.now();
          await turns[turn]?.();
          times[turn] = performance.now() - began;
        }
        const shown = view as OwnFigureView | null;
        same = same && shown?.own.numerator === counted && shown.region?.card.verified === true;
        if (look < WARM) continue;
        page.push(times[0] as number);
        sql.push(times[1] as number);
      }
      medians.push(median(page));
      const ratio = median(page) / median(sql);
      console.log(
        `${String(count).padStart(5)} practices   page ${median(page).toFixed(1)} ms (p95 ${upTo(page, 0.95).toFixed(1)})   plain SQL ${median(sql).toFixed(1)} ms (p95 ${upTo(sql, 0.95).toFixed(1)})   ratio ${ratio.toFixed(2)} (aim ≤ ${AIM})   loaded in ${loaded.toFixed(0)} s`,
      );
    }
    const [first, last] = [medians[0] as number, medians.at(-1) as number];
    console.log(
      `from ${size.practices[0]} to ${size.practices.at(-1)} practices the page takes ${(last / first).toFixed(2)} times as long`,
    );
    console.log(`the same numbers: ${same ? 'yes' : 'NO'}; load at the end ${loadavg()[0]?.toFixed(1)}`);
    return same ? 0 : 1;
  } finally {
    await plain.end().catch(() => undefined);
    await loader.end().catch(() => undefined);
    if (database.source.isInitialized) await database.source.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
