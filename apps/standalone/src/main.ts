import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { bootFailure, createDataSource, migrate, readConfig, type Config } from '#libs/platform';
import {
  DataFolderInUse,
  keptFile,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from './embedded-postgres.js';

/** Most of what a start loads; asked for when the settings are right, it comes while the database starts. */
const theRest = () => import('./serving.js');

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What runs by now, for whoever has to stop it. */
interface Running {
  database?: Promise<EmbeddedPostgres>;
  source?: DataSource;
  app?: NestFastifyApplication;
  worker?: Promise<INestApplicationContext>;
}

/** The embedded database on the data folder, brought up to date, and the settings that go with it. */
async function embedded(running: Running, empty: boolean): Promise<Config> {
  const dataDir = resolve(process.env.LEERKRING_DATA?.trim() || './data');
  mkdirSync(dataDir, { recursive: true });
  // a wrong setting is said before anything starts
  const checked = readConfig(process.env, {
    databaseUrl: '',
    databaseOwnerUrl: '',
    secret: '',
    dataDir,
    demo: !empty,
  });
  running.database = startEmbeddedPostgres(dataDir, { holder: `port ${checked.port}` });
  theRest().catch(() => undefined); // awaited when the database is there
  const server = await running.database;
  await migrate(server.ownerUrl, MIGRATIONS);
  const demo = !empty && !existsSync(join(dataDir, 'empty'));
  if (empty)
    writeFileSync(
      join(dataDir, 'empty'),
      'This installation was started with --empty: it never gets demo data.\n',
    );
  const config = readConfig(process.env, {
    databaseUrl: server.appUrl,
    databaseOwnerUrl: server.ownerUrl,
    // the installation's secret: made once, kept beside the database
    secret: keptFile(join(dataDir, 'secret'), () => randomBytes(48).toString('base64url')).trim(),
    dataDir,
    demo,
  });
  // workers, the command line and the bench find the running server through the data folder
  writeFileSync(join(dataDir, 'connection.json'), JSON.stringify({ databaseUrl: server.appUrl }), {
    mode: 0o600,
  });
  return config;
}

/** Fails at once when the port is taken, before anything is set up behind it. */
function demandPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** `npm start`: with nothing set, everything embedded; with DATABASE_URL, the real thing in one process. */
async function start(running: Running): Promise<void> {
  const startedAt = Date.now();
  let config: Config;
  if (process.env.DATABASE_URL) {
    config = readConfig(process.env);
    theRest().catch(() => undefined); // awaited below
    if (config.databaseOwnerUrl) await migrate(config.databaseOwnerUrl, MIGRATIONS);
  } else config = await embedded(running, process.argv.includes('--empty'));

  await demandPort(config);
  // before the connections: the tables that they know are those of what has been loaded
  const { createApp, createWorker, recover, seedDemo, setUpCode } = await theRest();
  if (stopping) return;
  const source = createDataSource(config.databaseUrl, 20);
  running.source = await source.initialize();
  const app = await createApp(config, source);
  running.app = app;
  // a stop that came while the app was being made did not know of it
  if (stopping) return;
  await app.init(); // parts say what they carry out for each other
  if (config.demo) await seedDemo(app);
  if (config.embedded) await recover(app);
  if (stopping) return;
  await app.listen(config.port, config.host);
  if (stopping) return;
  running.worker = createWorker(config, source);
  await running.worker;
  if (stopping) return;

  say('');
  say(`  Leerkring is ready at ${config.publicUrl}   (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  const code = await setUpCode(app);
  if (code)
    say(
      `  This installation is empty. Open ${config.publicUrl}/instellen and type this one-time code: ${code}`,
    );
  if (config.demo) say(`  Demo region: sign in with one click at ${config.publicUrl}/aanmelden`);
  if (config.embedded)
    say(`  All mail is readable at ${config.publicUrl}/mailbox. Data: ${config.dataDir}. Stop with Ctrl-C.`);
  say('');
}

/** Stops whatever runs by now, also in the middle of starting; whatever hangs, the database is stopped and the process ends. */
async function stop(running: Running, code: number): Promise<never> {
  const database = running.database?.catch(() => undefined);
  setTimeout(() => void database?.then((server) => server?.stop()).finally(() => process.exit(1)), 8_000);
  const server = await database;
  // also one that is still being made: it holds connections
  await running.worker?.then((worker) => worker.close()).catch(() => undefined);
  await running.app?.close().catch(() => undefined);
  await running.source?.destroy().catch(() => undefined);
  await server?.stop();
  process.exit(code);
}

const running: Running = {};
let stopping = false;
const signalled = (): void => {
  if (stopping) return;
  stopping = true;
  void stop(running, 0);
};
process.on('SIGINT', signalled);
process.on('SIGTERM', signalled);
process.on('SIGHUP', signalled);

start(running).catch((error: unknown) => {
  if (stopping) return; // the database was taken away from under the start
  stopping = true;
  process.stderr.write(`${error instanceof DataFolderInUse ? error.message : bootFailure(error)}\n`);
  void stop(running, 1);
});
