import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type Logger, type MigrationInterface } from 'typeorm';

/** Schema that BullMQ keeps its tables in when PostgreSQL carries the queue. */
export const QUEUE_SCHEMA = 'bullmq';

/** What goes wrong is thrown; saying it on the terminal as well would make a stop in the middle look like a failure. */
const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** The migration classes of a folder, oldest first. File names are `<timestamp>-<kebab-name>`. */
export async function loadMigrations(folder: string): Promise<(new () => MigrationInterface)[]> {
  const files = readdirSync(folder)
    .filter((name) => /^\d+-[a-z0-9-]+\.(ts|js)$/.test(name))
    .sort();
  const classes: (new () => MigrationInterface)[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(resolve(folder, file)).href)) as Record<
      string,
      new () => MigrationInterface
    >;
    classes.push(...Object.values(module).filter((value) => typeof value === 'function'));
  }
  return classes;
}

/**
 * Brings a database up to date as its owner: our migrations, each in its own transaction, then BullMQ's own schema, which
 * the app role may use. Safe to call at every boot and from several processes at once (advisory lock).
 * @returns the names of the migrations that were carried out now.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  lock.on('error', () => undefined); // a server that goes away fails the query at hand, which says so
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('leerkring migrations'))`);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: await loadMigrations(folder),
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
      installExtensions: false,
      logger: SILENT,
    });
    await source.initialize();
    try {
      const done = await source.runMigrations();
      // before the queue's tables exist: what the owner makes there is the app's to use; what BullMQ makes while running is its own
      await lock.query(`
        create schema if not exists ${QUEUE_SCHEMA};
        grant usage, create on schema ${QUEUE_SCHEMA} to leerkring_app;
        alter default privileges in schema ${QUEUE_SCHEMA} grant select, insert, update, delete, truncate on tables to leerkring_app;
        alter default privileges in schema ${QUEUE_SCHEMA} grant usage, select, update on sequences to leerkring_app;
        alter default privileges in schema ${QUEUE_SCHEMA} grant execute on functions to leerkring_app;
      `);
      await runQueueMigrations(lock as never, QUEUE_SCHEMA);
      return done.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
