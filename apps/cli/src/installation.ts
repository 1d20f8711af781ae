import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule } from '#libs/access';
import { AuditModule } from '#libs/audit';
import { MirrorModule } from '#libs/mirror';
import { NotificationsModule } from '#libs/notifications';
import { Database, PlatformModule, readConfig, type Actor, type Config, type HeldRole } from '#libs/platform';
import { PracticesModule } from '#libs/practices';

/** A command that needs the installation was given something it cannot use: one sentence, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

@Module({})
class CommandModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        PlatformModule.forRoot(config),
        AuditModule,
        NotificationsModule,
        AccessModule,
        PracticesModule,
        MirrorModule,
      ],
    };
  }
}

/** The settings of the running installation: from the environment, or from the data folder of an embedded one. */
function settings(): Config {
  if (process.env.DATABASE_URL) return readConfig(process.env);
  const dataDir = resolve(process.env.LEERKRING_DATA?.trim() || './data');
  const file = join(dataDir, 'connection.json');
  if (!existsSync(file)) {
    throw new UsageError(
      `No installation found: set DATABASE_URL, or start Leerkring first (looked in ${dataDir}).`,
    );
  }
  const { databaseUrl } = JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string };
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  return readConfig(
    { ...process.env, LOG_LEVEL: 'fatal' },
    { databaseUrl, databaseOwnerUrl: databaseUrl, secret, dataDir, demo: false },
  );
}

/** Who acts where: `--region SLUG --as EMAIL` (decisions: Doors and identities). */
export interface ActingAs {
  region?: string;
  as?: string;
}

/**
 * Opens the installation, becomes the named person in the named region, does the work, closes again. The person acts with
 * the roles it holds; the log says that it came from the command line.
 */
export async function inInstallation<T>(
  acting: ActingAs,
  work: (app: INestApplicationContext, actor: Actor) => Promise<T>,
): Promise<T> {
  return openInstallation(async (app) => {
    const database = app.get(Database);
    const regions = await database.definer<{ id: string; slug: string }>(
      'select id, slug from region order by slug',
    );
    const only = regions.length === 1 ? regions[0] : undefined;
    const region = acting.region ? regions.find((one) => one.slug === acting.region) : only;
    if (!region) {
      const known = regions.map((one) => one.slug).join(', ') || 'none yet';
      const wrong = acting.region
        ? `There is no region "${acting.region}"`
        : 'Say which region with --region';
      throw new UsageError(`${wrong}; known are: ${known}.`);
    }
    return work(app, await actorIn(database, region.id, acting.as));
  });
}

/** Opens the installation for work that belongs to no region. */
export async function openInstallation<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(CommandModule.forRoot(settings()), {
    logger: false,
    abortOnError: false,
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'ECONNREFUSED') throw error;
    throw new UsageError('The database does not answer: start Leerkring first.');
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function actorIn(database: Database, regionId: string, email: string | undefined): Promise<Actor> {
  const base = { kind: 'cli' as const, regionId, language: 'nl' as const, sessionId: null, task: null };
  if (!email) return { ...base, personId: null, name: 'leerkring', email: '', roles: [] };
  const [row] = await database.transaction({ regionId }, () =>
    database.query<{ id: string; name: string; roles: HeldRole[] }>(
      `select p.id, p.name, jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id)) as roles
       from person p join role_assignment r on r.person_id = p.id and r.until is null
       where lower(p.email) = lower($1) and p.archived_at is null group by p.id, p.name`,
      [email],
    ),
  );
  if (!row) throw new UsageError(`Nobody with the address "${email}" has a role in this region.`);
  return { ...base, personId: row.id, name: row.name, email, roles: row.roles };
}
