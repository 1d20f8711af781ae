import { fork, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresBackend, Queue, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import { MailsService, type PlannedMail } from '#libs/notifications';
import {
  Clock,
  createDataSource,
  createLog,
  Database,
  Jobs,
  migrate,
  newId,
  QUEUE_SCHEMA,
  systemActor,
} from '#libs/platform';
import { hasRedis, openTestRedis } from '#libs/testing';
import { freePort, startEmbeddedPostgres } from '../apps/standalone/src/embedded-postgres.js';

/** Invitations of the first and of the second wave, and bare jobs to compare with. Fixed, so that only the time depends on the machine. */
const SIZES = {
  short: { first: 200, second: 2_000, jobs: 1_000 },
  usual: { first: 1_000, second: 10_000, jobs: 5_000 },
  full: { first: 1_000, second: 100_000, jobs: 10_000 },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

const REGIONS = 4;
/** People who sign in during the second wave. */
const SIGN_INS = 10;
/** Rows that one transaction plans; a planner that does more at once keeps others waiting. */
const PLANNED_AT_ONCE = 1_000;
/** Bare jobs at once in the worker that does nothing: with these BullMQ was fastest on both backends. */
const NOOPS_AT_ONCE = 25;
/**
 * What the worker's memory may grow by between the first and the last quarter of the second wave: a heap that fills up to its
 * first large collection may, 30 kB kept per mail may not.
 */
const MOST_GROWTH_MB = 80;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (from: number): number => (performance.now() - from) / 1000;
const beside = (name: string): string => new URL(name, import.meta.url).pathname;

/** Asks a child process of ours, or waits for what it says by itself. */
function answer<T>(child: ChildProcess, ask: boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error(`${child.spawnfile} ended too early.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
    if (ask) child.send('?');
  });
}

/** Resident memory of a process in MB; NaN where the system does not say. */
function memoryOf(child: ChildProcess): number {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return NaN;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

interface Backend {
  name: string;
  redisUrl: string | null;
  databaseUrl: string;
}

/** Jobs a second of BullMQ alone: added in bulk by this process, taken up and done with nothing by another. */
async function bareRate({ redisUrl, databaseUrl }: Backend, jobs: number): Promise<number> {
  const url = redisUrl ?? databaseUrl;
  const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
  if (redis) setDefaultBackendFactory();
  else setDefaultBackendFactory(createPostgresBackend as never);
  const queue = new Queue('noop', {
    connection: (redis ?? { connectionString: url, schema: QUEUE_SCHEMA, max: 4 }) as never,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  await queue.waitUntilReady();
  const worker = fork(beside('./dispatch-noop.js'), [url, String(NOOPS_AT_ONCE)]);
  try {
    await answer(worker, false);
    const from = performance.now();
    for (let added = 0; added < jobs; added += 500) {
      const some = Array.from({ length: Math.min(500, jobs - added) }, (_, k) => ({
        name: 'noop',
        data: { regionId: newId(), id: newId(), k },
      }));
      await queue.addBulk(some);
    }
    while ((await answer<{ done: number }>(worker, true)).done < jobs) await pause(10);
    return jobs / seconds(from);
  } finally {
    worker.kill('SIGKILL');
    await queue.close();
    redis?.disconnect();
  }
}

/** One round's invitation, as a region's own would be. */
const invitation = (k: number): PlannedMail<'round-invitation'> => ({
  template: 'round-invitation',
  params: {
    taskLinkId: newId(),
    round: 'intervisie voorjaar 2027',
    practice: `Huisartsenpraktijk De Linde ${k}`,
    introduction: 'Dit jaar gaat het over samenwerken rond kwetsbare ouderen.',
    deadline: '2027-02-05T16:00:00Z',
    minutes: 3,
  },
  to: { personId: null, name: `Noor Veldman ${k}`, email: `noor-${k}@praktijk.example`, language: 'nl' },
});

interface Wave {
  rate: number;
  memory: number[];
  signInMs: number[];
}

/** Plans mails in every region through the real Jobs and waits until the worker process has sent the last of them. */
async function wave(
  scene: {
    database: Database;
    mails: MailsService;
    regionIds: string[];
    worker: ChildProcess;
    smtp: ChildProcess;
  },
  count: number,
  signIns: number,
): Promise<Wave> {
  const { database, mails, regionIds } = scene;
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(memoryOf(scene.worker)), 100);
  const asked = new Map<string, number>();
  const from = performance.now();
  try {
    for (let planned = 0, turn = 0; planned < count; turn++) {
      const some = Math.min(PLANNED_AT_ONCE, count - planned, Math.ceil(count / regionIds.length));
      const actor = systemActor(regionIds[turn % regionIds.length] as string);
      const batch = Array.from({ length: some }, (_, k) => invitation(planned + k));
      await database.transaction(actor, () => mails.planAll(actor, batch));
      planned += some;
    }
    for (let n = 0; n < signIns; n++) {
      const actor = systemActor(regionIds[n % regionIds.length] as string);
      const at = Date.now();
      const id = await database.transaction(actor, () =>
        mails.plan(actor, {
          template: 'sign-in',
          params: { signInId: newId() },
          to: { personId: null, name: 'Noor', email: `sign-in-${n}@praktijk.example`, language: 'nl' },
        }),
      );
      asked.set(`<${id}@leerkring>`, at);
      await pause(100);
    }
    for (const regionId of regionIds) {
      const open = (): Promise<unknown[]> =>
        database.transaction({ regionId }, () =>
          database.query(`select 1 from mail where state in ('planned', 'queued') limit 1`),
        );
      while ((await open()).length > 0) await pause(50);
    }
    const rate = (count + signIns) / seconds(from);
    const { signIns: seen } = await answer<{ signIns: { messageId: string; at: number }[] }>(
      scene.smtp,
      true,
    );
    const signInMs = seen.flatMap(({ messageId, at }) => {
      const since = asked.get(messageId);
      return since === undefined ? [] : [at - since];
    });
    return { rate, memory, signInMs };
  } finally {
    clearInterval(watch);
  }
}

/** The whole way of a mail on one backend: planned here, sent by the real worker to the mail server in a third process. */
async function dispatch(backend: Backend, folder: string, size: Size) {
  const smtp = fork(beside('./dispatch-smtp.js'));
  const { port } = await answer<{ port: number }>(smtp, false);
  const worker = spawn(process.execPath, [beside('../apps/worker/src/main.js')], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: backend.databaseUrl,
      ...(backend.redisUrl && { REDIS_URL: backend.redisUrl }),
      PUBLIC_URL: `http://localhost:${await freePort()}`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      LEERKRING_SECRET: 'bench '.repeat(10),
      LEERKRING_DATA: folder,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const database = new Database(await createDataSource(backend.databaseUrl).initialize());
  const jobs = new Jobs(backend, database, createLog('warn'));
  const mails = new MailsService(database, new Clock(), jobs);
  const regionIds = Array.from({ length: REGIONS }, newId);
  try {
    for (const [k, id] of regionIds.entries())
      await database.definer(`insert into region (id, slug, name) values ($1, $2, $3)`, [
        id,
        `bench-${backend.name.toLowerCase()}-${k}`,
        `Regio ${k}`,
      ]);
    const scene = { database, mails, regionIds, worker, smtp };
    const first = await wave(scene, size.first, 0);
    const second = await wave(scene, size.second, SIGN_INS);
    let sent = 0;
    for (const regionId of regionIds) {
      const [row] = await database.transaction({ regionId }, () =>
        database.query<{ n: number }>(
          `select count(*)::int as n from mail where state = 'sent' and attempts = 1 and region_id = current_region()`,
        ),
      );
      sent += row?.n ?? 0;
    }
    const taken = await answer<{ total: number; different: number }>(smtp, true);
    return { first, second, planned: size.first + size.second + SIGN_INS, sent, taken };
  } finally {
    worker.kill('SIGKILL');
    smtp.kill('SIGKILL');
    await jobs.onApplicationShutdown();
    await database.source.destroy();
  }
}

async function measure(backend: Backend, folder: string, size: Size): Promise<boolean> {
  const before = await bareRate(backend, size.jobs);
  const { first, second, planned, sent, taken } = await dispatch(backend, folder, size);
  const after = await bareRate(backend, size.jobs);
  const bare = Math.max(before, after);
  const quarter = Math.max(1, Math.floor(second.memory.length / 4));
  const [early, late] = [mean(second.memory.slice(0, quarter)), mean(second.memory.slice(-quarter))];
  const growth = late - early;
  const once = sent === planned && taken.total === planned && taken.different === planned;
  const flat = !(growth > MOST_GROWTH_MB);
  const wait = [...second.signInMs].sort((a, b) => a - b);
  console.log(`${backend.name}`);
  console.log(
    `  bare BullMQ, add and process a no-op     ${before.toFixed(0).padStart(7)} /s before, ${after.toFixed(0)} /s after`,
  );
  console.log(
    `  planned row → mail server → row sent     ${second.rate.toFixed(0).padStart(7)} /s for ${size.second} (${first.rate.toFixed(0)} /s for the first ${size.first}, its start included)`,
  );
  console.log(
    `  ratio                                    ${(second.rate / bare).toFixed(2).padStart(7)}${backend.redisUrl ? '' : '   (aim ≥ 0.25)'}`,
  );
  console.log(
    `  all sent exactly once                    ${once ? 'yes' : 'NO'}: ${planned} planned, ${sent} sent at the first attempt, ${taken.total} taken by the mail server, ${taken.different} different`,
  );
  const tenth = Math.max(1, Math.floor(second.memory.length / 10));
  const course = Array.from({ length: 10 }, (_, k) =>
    mean(second.memory.slice(k * tenth, (k + 1) * tenth)).toFixed(0),
  );
  console.log(
    `  memory of the worker, by tenth           ${course.join(' ')} MB: ${growth >= 0 ? '+' : ''}${growth.toFixed(0)} MB from the first quarter to the last${flat ? '' : `, more than ${MOST_GROWTH_MB}`}`,
  );
  console.log(
    `  a sign-in mail in the middle of it       median ${wait[Math.floor(wait.length / 2)] ?? '-'} ms, longest ${wait.at(-1) ?? '-'} ms of ${wait.length}`,
  );
  return once && flat;
}

/**
 * `npm run bench -- dispatch [--short | --full]`: invitations as mail rows of four regions, planned through the real Jobs and
 * sent by the real worker process over five open connections to a mail server in another process on this machine, against bare
 * BullMQ on the same backend in the same run. Fails when a mail is not sent exactly once or memory grows; time is only printed.
 */
export async function run(args: readonly string[]): Promise<number> {
  const size = SIZES[args.includes('--short') ? 'short' : args.includes('--full') ? 'full' : 'usual'];
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder);
  const redis = hasRedis() ? await openTestRedis() : null;
  console.log(
    `worker, planner, mail server and database are processes of this machine; load ${loadavg()[0]?.toFixed(1)}`,
  );
  try {
    await migrate(server.ownerUrl, new URL('../migrations', import.meta.url).pathname);
    const databaseUrl = server.appUrl;
    const backends: Backend[] = [{ name: 'PostgreSQL', redisUrl: null, databaseUrl }];
    if (redis) backends.push({ name: 'Redis', redisUrl: redis.url, databaseUrl });
    let good = true;
    for (const backend of backends) good = (await measure(backend, folder, size)) && good;
    console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
    return good ? 0 : 1;
  } finally {
    await redis?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
