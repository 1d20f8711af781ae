import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDataSource, Database, migrate, newId } from '#libs/platform';

const MIGRATIONS = join(process.cwd(), 'migrations');

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: database specs run under jest's global setup.`);
  return value;
}

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: required('LEERKRING_TEST_SUPER_URL') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database that others are cloned from; made once per set of migrations. */
async function template(): Promise<string> {
  const files = readdirSync(MIGRATIONS).sort();
  const print = createHash('sha256');
  for (const file of files) print.update(readFileSync(join(MIGRATIONS, file)));
  const name = `template_${print.digest('hex').slice(0, 12)}`;
  await asSuperuser(async (client) => {
    await client.query(`select pg_advisory_lock(4711)`);
    const { rowCount } = await client.query(
      `select 1 from pg_database where datname = $1 and datistemplate`,
      [name],
    );
    if (rowCount) return;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name} owner leerkring_owner`);
    await migrate(at(required('LEERKRING_TEST_OWNER_URL'), name), MIGRATIONS);
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

export interface TestDatabase {
  database: Database;
  /** Connection strings of the clone, for servers under test and for looking behind the app role's back. */
  appUrl: string;
  ownerUrl: string;
  superUrl: string;
  close(): Promise<void>;
}

/** A database of its own for one spec file, cloned from the migrated template. Call `close` in afterAll. */
export async function openTestDatabase(poolSize = 10): Promise<TestDatabase> {
  const source = await template();
  const name = `spec_${newId().replaceAll('-', '')}`;
  await asSuperuser(async (client) => {
    await client.query(`select pg_advisory_lock(4711)`); // a template must not be in use while it is cloned
    await client.query(`create database ${name} template ${source} owner leerkring_owner`);
  });
  const appUrl = at(required('LEERKRING_TEST_APP_URL'), name);
  const dataSource = createDataSource(appUrl, poolSize);
  await dataSource.initialize();
  return {
    database: new Database(dataSource),
    appUrl,
    ownerUrl: at(required('LEERKRING_TEST_OWNER_URL'), name),
    superUrl: at(required('LEERKRING_TEST_SUPER_URL'), name),
    async close() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
