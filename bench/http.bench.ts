import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { migrate, newId, newToken, sha256 } from '#libs/platform';
import { freePort, startEmbeddedPostgres } from '../apps/standalone/src/embedded-postgres.js';

/** Enough people that nobody reaches the rate limit of one person. */
const PEOPLE = 400;
const CONNECTIONS = 24;

interface Scene {
  regionId: string;
  requests: { path: string; cookie: string }[];
}

/** A region of 60 practices in 12 groups, with signed-in contacts. */
async function stage(ownerUrl: string): Promise<Scene> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const regionId = newId();
  await client.query(`insert into region (id, slug, name) values ($1, 'bench', 'Bench')`, [regionId]);
  await client.query(`select set_config('app.region_id', $1, false)`, [regionId]);
  const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const names = Object.keys(row);
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, k) => `$${k + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const [roundId, themeId, dateId] = [newId(), newId(), newId()];
  await insert('round', {
    id: roundId,
    region_id: regionId,
    kind: 'plus-praktijk',
    name: 'Bench',
    state: 'published',
    asks: [],
    rules: {},
  });
  await insert('round_theme', {
    id: themeId,
    region_id: regionId,
    round_id: roundId,
    short_name: 'Thema',
    name: 'Thema',
    description: 'Waar het over gaat.',
    position: 1,
  });
  await insert('round_date', {
    id: dateId,
    region_id: regionId,
    round_id: roundId,
    date: '2027-02-09',
    start_time: '19:30',
    end_time: '21:00',
  });
  const practices: { id: string; groupId: string }[] = [];
  for (let g = 0; g < 12; g++) {
    const groupId = newId();
    const members = Array.from({ length: 5 }, () => newId());
    for (const [k, id] of members.entries()) {
      await insert('practice', {
        id,
        region_id: regionId,
        agb: String(1_000_000 + g * 5 + k).padStart(8, '0'),
        name: `Praktijk ${g * 5 + k}`,
        town: 'Vlierdam',
      });
    }
    await insert('intervision_group', {
      id: groupId,
      region_id: regionId,
      round_id: roundId,
      number: g + 1,
      name: `Groep ${g + 1}`,
      theme_id: themeId,
      date_id: dateId,
      leader_practice_id: members[0],
      started_on: '2026-11-01',
    });
    await insert('meeting', {
      id: groupId,
      region_id: regionId,
      group_id: groupId,
      circle: 'group',
      state: 'planned',
      title: 'Thema',
      date: '2027-02-09',
      start_time: '19:30',
      end_time: '21:00',
      starts_at: '2027-02-09T18:30:00Z',
      ends_at: '2027-02-09T20:00:00Z',
      calendar_uid: `${groupId}@leerkring`,
    });
    for (const id of members) {
      await insert('group_member', {
        id: newId(),
        region_id: regionId,
        group_id: groupId,
        practice_id: id,
        joined_at: '2026-11-01T09:00:00Z',
        why: { nl: 'Uw eerste keus.', en: 'Your first choice.' },
      });
      practices.push({ id, groupId });
    }
  }
  const requests: Scene['requests'] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const practice = practices[n % practices.length] as { id: string; groupId: string };
    const [personId, token] = [newId(), newToken()];
    await insert('person', { id: personId, email: `bench-${n}@example.example`, name: `Persoon ${n}` });
    await insert('role_assignment', {
      id: newId(),
      region_id: regionId,
      person_id: personId,
      role: 'practice-contact',
      scope_kind: 'practice',
      scope_id: practice.id,
    });
    await insert('session', {
      id: newId(),
      token_hash: sha256(token),
      person_id: personId,
      region_id: regionId,
      kind: 'full',
      expires_at: new Date(Date.now() + 3_600_000),
    });
    requests.push({ path: `/api/groups/${practice.groupId}`, cookie: `leerkring-local=${token}` });
  }
  await client.query('analyze');
  await client.end();
  return { regionId, requests };
}

async function start(args: string[], env: Record<string, string>, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let wait = 0; wait < 300; wait++) {
    const up = await fetch(`http://127.0.0.1:${port}/api/groups/x`).then(
      () => true,
      () => false,
    );
    if (up) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${args[0]} did not start`);
}

async function load(port: number, scene: Scene, seconds: number): Promise<{ rate: number; p99: number }> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: scene.requests.map(({ path, cookie }) => ({
      method: 'GET' as const,
      path,
      headers: { cookie },
    })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/**
 * `npm run bench -- http [--short]`: a signed-in GET of a group page against a bare Fastify + pg server that runs the same
 * SQL in the same tenant transaction, turn by turn in the same run. Prints ratios; aim ≥ 0.7 of its requests a second.
 */
export async function run(args: readonly string[]): Promise<number> {
  const short = args.includes('--short');
  const [rounds, seconds] = short ? [2, 2] : [5, 5];
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder);
  const children: ChildProcess[] = [];
  try {
    await migrate(server.ownerUrl, new URL('../migrations', import.meta.url).pathname);
    const scene = await stage(server.ownerUrl);
    const ports = { ours: await freePort(), tenant: await freePort(), plain: await freePort() };
    const baseline = new URL('./http-baseline.js', import.meta.url).pathname;
    const env = {
      DATABASE_URL: server.appUrl,
      PUBLIC_URL: `http://localhost:${ports.ours}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      PORT: String(ports.ours),
      HOST: '127.0.0.1',
      LEERKRING_SECRET: 'bench '.repeat(10),
      LEERKRING_DATA: folder,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    };
    children.push(
      await start([new URL('../apps/api/src/main.js', import.meta.url).pathname], env, ports.ours),
    );
    children.push(
      await start(
        [baseline, String(ports.tenant), server.appUrl, 'tenant', scene.regionId],
        {},
        ports.tenant,
      ),
    );
    children.push(
      await start([baseline, String(ports.plain), server.appUrl, 'plain', scene.regionId], {}, ports.plain),
    );
    const seen: Record<keyof typeof ports, { rate: number; p99: number }[]> = {
      ours: [],
      tenant: [],
      plain: [],
    };
    for (const name of ['ours', 'tenant', 'plain'] as const) await load(ports[name], scene, 1); // warm up
    for (let round = 0; round < rounds; round++) {
      for (const name of ['ours', 'tenant', 'plain'] as const)
        seen[name].push(await load(ports[name], scene, seconds));
    }
    const rate = (name: keyof typeof ports): number => median(seen[name].map((one) => one.rate));
    const line = (label: string, name: keyof typeof ports): string =>
      `${label.padEnd(44)} ${rate(name).toFixed(0).padStart(7)} req/s   p99 ${median(seen[name].map((one) => one.p99))} ms`;
    console.log(line('Leerkring: GET /api/groups/:id', 'ours'));
    console.log(line('bare Fastify + pg, same SQL, same transaction', 'tenant'));
    console.log(line('bare Fastify + pg, without the transaction', 'plain'));
    const pairs = seen.ours.map((one, k) => one.rate / (seen.tenant[k] as { rate: number }).rate);
    console.log(`ratio to the same SQL in the same transaction: ${median(pairs).toFixed(2)}   (aim ≥ 0.70)`);
    console.log(
      `ratio to plain SQL:                            ${(rate('ours') / rate('plain')).toFixed(2)}`,
    );
    return 0;
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
