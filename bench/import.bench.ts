import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, newId } from '#libs/platform';
import { startEmbeddedPostgres } from '../apps/standalone/src/embedded-postgres.js';

/** Practices, quarters and items; every combination is a row. Fixed, so that only the time depends on the machine. */
const SIZES = {
  short: { practices: 125, quarters: 10, items: 80 },
  usual: { practices: 625, quarters: 10, items: 80 },
  full: { practices: 1_250, quarters: 20, items: 80 },
} as const;
/** With `--strata` every item has eight rows, by sex and age, and there are fewer items by as much. */
const STRATA = ['M', 'V'].flatMap((sex) => ['0-17', '18-44', '45-64', '65+'].map((age) => ({ sex, age })));
const WHOLE = [{ sex: '', age: '' }];
type Size = { practices: number; quarters: number; items: number; strata: typeof STRATA };

const MOST_MB = 300;
const PIECE = 256 * 1024;
/** Rows of the file that are wrong on purpose: every so many-th practice is unknown. */
const UNKNOWN_EVERY = 50;

interface Scene {
  regionId: string;
  sourceId: string;
  practices: { id: string; agb: string }[];
}
interface Loaded {
  id: string;
  seconds: number;
  idleMb: number;
  peakMb: number;
  rows: number;
  refused: number;
  read: number;
}

async function stage(client: pg.Client, size: Size): Promise<Scene> {
  const regionId = newId();
  await client.query(`insert into region (id, slug, name) values ($1, 'bench', 'Bench')`, [regionId]);
  await client.query(`select set_config('app.region_id', $1, false)`, [regionId]);
  const practices = Array.from({ length: size.practices }, (_, k) => ({
    id: newId(),
    agb: String(1_000_001 + k).padStart(8, '0'),
  }));
  const known = practices.filter((_, k) => k % UNKNOWN_EVERY !== UNKNOWN_EVERY - 1);
  await client.query(
    `insert into practice (id, region_id, agb, name) select x.id, $1, x.agb, 'Praktijk ' || x.agb from jsonb_to_recordset($2::jsonb) as x(id uuid, agb text)`,
    [regionId, JSON.stringify(known)],
  );
  const sourceId = newId();
  await client.query(
    `insert into data_source (id, region_id, name, system, supplier, kind) values ($1, $2, 'Bench', 'Bench', 'Bench', 'referrals')`,
    [sourceId, regionId],
  );
  return { regionId, sourceId, practices };
}

/** Every row of the extract, with numbers that follow from where it stands. */
function* cells(scene: Scene, size: Size) {
  let row = 1;
  for (const [p, practice] of scene.practices.entries())
    for (let q = 0; q < size.quarters; q++)
      for (let k = 0; k < size.items * size.strata.length; k++) {
        row += 1;
        const [i, at] = [Math.floor(k / size.strata.length), k % size.strata.length];
        const count = (p * 7 + q * 3 + i * 11 + at) % 140;
        yield {
          ...size.strata[at]!,
          row,
          practice,
          known: p % UNKNOWN_EVERY !== UNKNOWN_EVERY - 1,
          year: 2021 + Math.floor(q / 4),
          quarter: (q % 4) + 1,
          item: String(300 + i).padStart(4, '0'),
          count,
          urgent: count % 5,
          consults: (p + i) % 9,
          listed: (size.strata.length > 1 ? 200 + at : 2000) + ((p * 37) % 4000) + q * 7,
        };
      }
}

async function write(file: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(file);
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'close');
}

/** The extract as a Dutch supplier would send it. */
function* extract(scene: Scene, size: Size): Generator<string> {
  const split = size.strata.length > 1;
  yield `\ufeffPraktijk AGB;Periode;${split ? 'Geslacht;Leeftijd;' : ''}Specialisme code;Specialisme;Aantal verwijzingen;Waarvan spoed;Meedenkconsulten;Ingeschreven patiënten (gemiddeld);Extractiedatum\r\n`;
  for (const one of cells(scene, size))
    yield `${one.practice.agb};${one.year}-K${one.quarter};${split ? `${one.sex};${one.age};` : ''}${one.item};Specialisme ${one.item};${one.count};${Math.min(one.urgent, one.count)};${one.consults};${one.listed},5;15-01-2026\r\n`;
}

/** The rows that are stored of it, as COPY takes them. */
function* stored(scene: Scene, size: Size, dataSetId: string): Generator<string> {
  for (const one of cells(scene, size)) {
    const starts = `${one.year}-${String(one.quarter * 3 - 2).padStart(2, '0')}-01`;
    if (one.known)
      yield `${scene.regionId}\t${dataSetId}\t${one.practice.id}\t${one.item}\t${starts}\t3\t${one.sex}\t${one.age}\t${one.count}\t${Math.min(one.urgent, one.count)}\t${one.consults}\t${one.row}\n`;
  }
}

/** COPY of finished rows from disk into the same table, and nothing else. @returns seconds of COPY, and with its indexes and closing. */
async function bare(
  client: pg.Client,
  scene: Scene,
  size: Size,
  folder: string,
): Promise<{ copy: number; sealed: number }> {
  const id = newId();
  await client.query(
    `insert into data_set (id, region_id, source_id, state, file_name) values ($1, $2, $3, 'loading', 'bare')`,
    [id, scene.regionId, scene.sourceId],
  );
  const file = join(folder, 'bare.copy');
  await write(file, stored(scene, size, id));
  await client.query('begin');
  const { rows } = await client.query<{ name: string }>('select atoms_prepare($1) as name', [id]);
  const from = performance.now();
  await pipeline(
    createReadStream(file, { highWaterMark: PIECE }),
    client.query(copyFrom(`copy ${rows[0]!.name} from stdin`)),
  );
  const copy = (performance.now() - from) / 1000;
  await client.query('select atoms_seal($1)', [id]);
  await client.query('commit');
  const sealed = (performance.now() - from) / 1000;
  await client.query('select atoms_drop($1)', [id]);
  rmSync(file);
  return { copy, sealed };
}

function load(databaseUrl: string, scene: Scene, file: string, split: boolean): Promise<Loaded> {
  const child = fork(new URL('./import-load.js', import.meta.url).pathname, [
    databaseUrl,
    scene.regionId,
    scene.sourceId,
    file,
    split ? 'split' : '',
  ]);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Loaded));
    child.once('exit', (code) => reject(new Error(`The loading process ended with ${code}.`)));
  });
}

/**
 * `npm run bench -- import [--short | --full] [--strata]`: an extract on disk through the real service (decoding, checks, commitment, COPY,
 * indexes, profile) in a process of its own, against bare COPY of the rows that come out of it into the same table in the same
 * run. Fails when a row is lost or doubled, or memory exceeds 300 MB; time is only printed.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { items, ...per } =
    SIZES[args.includes('--short') ? 'short' : args.includes('--full') ? 'full' : 'usual'];
  const strata = args.includes('--strata') ? STRATA : WHOLE;
  const size: Size = { ...per, items: items / strata.length, strata };
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(join(folder, 'db'));
  const client = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await migrate(server.ownerUrl, new URL('../migrations', import.meta.url).pathname);
    await client.connect();
    const scene = await stage(client, size);
    const rows = size.practices * size.quarters * size.items * strata.length;
    const unknown = Math.floor(size.practices / UNKNOWN_EVERY) * size.quarters * size.items * strata.length;
    const file = join(folder, 'extract.csv');
    await write(file, extract(scene, size));
    console.log(
      `${rows} rows, ${(statSync(file).size / 1024 / 1024).toFixed(0)} MB, ${unknown} of them refused; load ${loadavg()[0]?.toFixed(1)}`,
    );
    const before = await bare(client, scene, size, folder);
    const loaded = await load(server.appUrl, scene, file, strata.length > 1);
    const after = await bare(client, scene, size, folder);
    const [copy, sealed] = [Math.min(before.copy, after.copy), Math.min(before.sealed, after.sealed)];
    const { rows: found } = await client.query<{ n: number; sum: number; rows: number }>(
      `select count(*)::integer as n, sum(count)::float8 as sum, count(distinct row)::integer as rows from figure_atom where data_set_id = $1`,
      [loaded.id],
    );
    let sum = 0;
    for (const one of cells(scene, size)) if (one.known) sum += one.count;
    const stands = found[0]!;
    const whole =
      loaded.rows === rows &&
      loaded.refused === unknown &&
      loaded.read === rows - unknown &&
      stands.n === rows - unknown &&
      stands.rows === stands.n &&
      stands.sum === sum;
    const small = loaded.peakMb < MOST_MB;
    const rate = (seconds: number): string =>
      `${((rows - unknown) / seconds / 1000).toFixed(0).padStart(6)} k rows/s  ${seconds.toFixed(1)} s`;
    console.log(
      `bare COPY                          ${rate(copy)}  (${before.copy.toFixed(1)} s before, ${after.copy.toFixed(1)} s after)`,
    );
    console.log(`bare COPY, indexes and closing     ${rate(sealed)}`);
    console.log(`file to checked data set           ${rate(loaded.seconds)}`);
    console.log(
      `ratio to bare COPY                 ${(copy / loaded.seconds).toFixed(2).padStart(6)}   (aim ≥ 0.33)`,
    );
    console.log(`ratio to COPY with its indexes     ${(sealed / loaded.seconds).toFixed(2).padStart(6)}`);
    console.log(
      `memory of the loading process      ${loaded.peakMb.toFixed(0).padStart(6)} MB at its highest, ${loaded.idleMb.toFixed(0)} MB before${small ? '' : `: more than ${MOST_MB}`}`,
    );
    console.log(
      `every row once, the same sum       ${whole ? 'yes' : `NO: ${JSON.stringify({ loaded, stands, sum })}`}`,
    );
    return whole && small ? 0 : 1;
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
