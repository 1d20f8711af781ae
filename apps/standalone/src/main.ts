import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupService } from '#libs/access';
import { ConfigError, createDataSource, migrate, readConfig, type Config } from '#libs/platform';
import { createApp } from '../../api/src/create-app.js';
import { createWorker } from '../../worker/src/create-worker.js';
import { seedDemo } from './demo/seed.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

const MIGRATIONS = new URL('../../../migrations', import.meta.url).pathname;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The installation's secret of the embedded default: made once, kept beside the database. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** `npm start`: with nothing set, everything embedded; with DATABASE_URL, the real thing in one process. */
async function start(): Promise<void> {
  const startedAt = Date.now();
  const empty = process.argv.includes('--empty');
  let server: EmbeddedPostgres | null = null;
  let config: Config;
  if (process.env.DATABASE_URL) {
    config = readConfig(process.env);
    if (config.databaseOwnerUrl) await migrate(config.databaseOwnerUrl, MIGRATIONS);
  } else {
    const dataDir = resolve(process.env.LEERKRING_DATA?.trim() || './data');
    mkdirSync(dataDir, { recursive: true });
    readConfig(process.env, { databaseUrl: '', databaseOwnerUrl: '', secret: '', dataDir, demo: !empty }); // a wrong setting is said before anything starts
    server = await startEmbeddedPostgres(dataDir);
    await migrate(server.ownerUrl, MIGRATIONS);
    const demo = !empty && !existsSync(join(dataDir, 'empty'));
    if (empty)
      writeFileSync(
        join(dataDir, 'empty'),
        'This installation was started with --empty: it never gets demo data.\n',
      );
    config = readConfig(process.env, {
      databaseUrl: server.appUrl,
      databaseOwnerUrl: server.ownerUrl,
      secret: keptSecret(dataDir),
      dataDir,
      demo,
    });
    // workers, the command line and the bench find the running server through the data folder
    writeFileSync(join(dataDir, 'connection.json'), JSON.stringify({ databaseUrl: server.appUrl }), {
      mode: 0o600,
    });
  }

  const source = createDataSource(config.databaseUrl, 20);
  await source.initialize();
  const app = await createApp(config, source);
  if (config.demo) await seedDemo(app);
  await app.listen(config.port, config.host);
  const worker = await createWorker(config, source);

  say('');
  say(`  Leerkring is ready at ${config.publicUrl}   (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  const code = await app.get(SetupService).prepare();
  if (code)
    say(
      `  This installation is empty. Open ${config.publicUrl}/instellen and type this one-time code: ${code}`,
    );
  if (config.demo) say(`  Demo region: sign in with one click at ${config.publicUrl}/aanmelden`);
  if (server)
    say(`  All mail is readable at ${config.publicUrl}/mailbox. Data: ${config.dataDir}. Stop with Ctrl-C.`);
  say('');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // whatever hangs, the database is stopped cleanly and the process ends
    const limit = setTimeout(() => void server?.stop().finally(() => process.exit(1)), 8_000);
    await worker.close();
    await app.close();
    await source.destroy();
    await server?.stop();
    clearTimeout(limit);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.on('SIGHUP', () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exit(1);
});
