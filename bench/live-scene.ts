import { fork, type ChildProcess } from 'node:child_process';
import pg from 'pg';
import type { MeetingFact, ParticipantFact } from '#libs/contracts';
import { newId, newToken, sha256 } from '#libs/platform';

/** A session whose hour is on, and the people registered for it, signed in. */
export interface LiveSession {
  id: string;
  cookies: string[];
}
export interface LiveScene {
  regionId: string;
  sessions: LiveSession[];
}

/**
 * A region with sessions whose hour is on, each with so many practices and one registered person of each.
 * @param ownerUrl of a migrated database
 */
export async function stage(ownerUrl: string, sessions: number, people: number): Promise<LiveScene> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const regionId = newId();
  const now = new Date();
  const ends = new Date(now.getTime() + 3_600_000);
  const many = (from: number): number[] => Array.from({ length: people }, (_, n) => from + n);
  await client.query(`insert into region (id, slug, name) values ($1, $2, 'Bench')`, [
    regionId,
    `bench-${regionId.slice(-12)}`,
  ]);
  await client.query(`select set_config('app.region_id', $1, false)`, [regionId]);
  const departmentId = newId();
  await client.query(`insert into department (id, region_id, name) values ($1, $2, 'Orthopedie')`, [
    departmentId,
    regionId,
  ]);
  const made: LiveSession[] = [];
  for (let s = 0; s < sessions; s++) {
    const id = newId();
    await client.query(
      `insert into dialogue_session (id, region_id, department_id, title, date, start_time, end_time, starts_at, ends_at, state, calendar_uid)
       values ($1::uuid, $2, $3, 'Knie en schouder', $4::timestamptz::date, '19:30', '20:30', $4, $5, 'live', $1::text)`,
      [id, regionId, departmentId, now, ends],
    );
    const numbers = many(s * people);
    const [persons, practices, tokens] = [0, 1, 2].map((kind) =>
      numbers.map(() => (kind === 2 ? newToken() : newId())),
    ) as [string[], string[], string[]];
    await client.query(
      `insert into person (id, email, name) select p.id, 'bench-' || p.n || '-' || $3 || '@example.example', 'Persoon ' || p.n
         from unnest($1::uuid[], $2::int[]) as p (id, n)`,
      [persons, numbers, regionId.slice(-12)],
    );
    await client.query(
      `insert into practice (id, region_id, agb, name, town)
       select p.id, $3, lpad((10000000 + p.n)::text, 8, '0'), 'Praktijk ' || p.n, 'Vlierdam' from unnest($1::uuid[], $2::int[]) as p (id, n)`,
      [practices, numbers, regionId],
    );
    await client.query(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id)
       select gen_random_uuid(), $3, p.person, 'practice-contact', 'practice', p.practice from unnest($1::uuid[], $2::uuid[]) as p (person, practice)`,
      [persons, practices, regionId],
    );
    await client.query(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id)
       select $3, $4, p.practice, 'registered', p.person from unnest($1::uuid[], $2::uuid[]) as p (person, practice)`,
      [persons, practices, regionId, id],
    );
    await client.query(
      `insert into session (id, token_hash, person_id, region_id, kind, expires_at)
       select gen_random_uuid(), t.hash, t.person, $3, 'full', $4 from unnest($1::bytea[], $2::uuid[]) as t (hash, person)`,
      [tokens.map((token) => sha256(token)), persons, regionId, ends],
    );
    made.push({ id, cookies: tokens });
  }
  await client.query('analyze');
  await client.end();
  return { regionId, sessions: made };
}

export interface ApiSettings {
  port: number;
  databaseUrl: string;
  folder: string;
  redisUrl?: string | null;
  /** Arguments of Node itself. */
  node?: string[];
}

/** An api process that tells what it is asked to. */
export interface Api {
  child: ChildProcess;
  /** @returns the room's version */
  tell(regionId: string, sessionId: string, fact: ParticipantFact): Promise<number>;
  /** Tells every seat of a meeting its own fact. */
  tellTable(regionId: string, told: { room: string; fact: MeetingFact }[]): Promise<void>;
  /** Bytes in use after a collection, where Node was started with --expose-gc. */
  heap(): Promise<number>;
}

/** One api process of a real installation, ready to be spoken to. Cookies of `stage` open it. */
export async function startApi(settings: ApiSettings): Promise<Api> {
  const { port, databaseUrl, folder, redisUrl, node = [] } = settings;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: `http://localhost:${port}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORT: String(port),
    HOST: '127.0.0.1',
    LEERKRING_SECRET: 'bench '.repeat(10),
    LEERKRING_DATA: folder,
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  };
  delete env.REDIS_URL;
  if (redisUrl) env.REDIS_URL = redisUrl;
  const main = new URL('./live-api.js', import.meta.url).pathname;
  const child = fork(main, [], { env, execArgv: node, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const open = new Map<number, (answer: { version?: number; heap?: number; failed?: string }) => void>();
  child.on('message', (answer: { n: number; version?: number; heap?: number; failed?: string }) => {
    open.get(answer.n)?.(answer);
    open.delete(answer.n);
  });
  let asked = 0;
  const ask = (order: object): Promise<{ version?: number; heap?: number; failed?: string }> =>
    new Promise((resolve) => {
      asked += 1;
      open.set(asked, resolve);
      child.send({ n: asked, ...order });
    });
  for (let wait = 0; wait < 600; wait++) {
    if (child.exitCode !== null) break;
    const up = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!up) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    return {
      child,
      async tell(regionId, sessionId, fact) {
        const { version, failed } = await ask({ regionId, sessionId, fact });
        if (version === undefined) throw new Error(`Not told: ${failed}`);
        return version;
      },
      async tellTable(regionId, told) {
        const { version, failed } = await ask({ regionId, told });
        if (version === undefined) throw new Error(`Not told: ${failed}`);
      },
      heap: async () => (await ask({})).heap ?? NaN,
    };
  }
  throw new Error('The api did not start.');
}

export const cookieHeader = (token: string): string => `leerkring-local=${token}`;
