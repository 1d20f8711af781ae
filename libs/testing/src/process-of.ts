import { AuditService, CheckpointsService } from '#libs/audit';
import { createLog, Facts, Jobs, Secrets, type Config, type Log } from '#libs/platform';
import { injector } from './injector.js';
import type { TestDatabase } from './test-database.js';
import type { TurnedClock } from './turned-clock.js';

/** Services over one database and one clock, as one process of the installation has them. */
export interface TestProcess {
  config: Config;
  services: ReturnType<typeof injector>;
  close(): Promise<void>;
}

/**
 * A process of its own: its settings, its queue, its facts, its log of what happened.
 * @param given makes what asks for settings or a log itself, which an injector by class cannot know
 */
export function processOf(
  test: TestDatabase,
  clock: TurnedClock,
  options: {
    dataDir?: string;
    redisUrl?: string | null;
    /** Where its queue is on PostgreSQL; the database itself when left out. */
    queueUrl?: string;
    given?: (config: Config, log: Log) => object[];
  } = {},
): TestProcess {
  const { database } = test;
  const log = createLog('silent');
  const config = {
    secret: 's'.repeat(40),
    checkpointDir: '/nowhere',
    dataDir: options.dataDir ?? '/nowhere',
    redisUrl: options.redisUrl ?? null,
    databaseUrl: options.queueUrl ?? test.appUrl,
  } as Config;
  const jobs = new Jobs(config, database, log);
  const services = injector(
    database,
    clock,
    new Facts(),
    jobs,
    new Secrets(config),
    new AuditService(database, clock, new CheckpointsService(database, clock, config)),
    ...(options.given?.(config, log) ?? []),
  );
  return { config, services, close: () => jobs.onApplicationShutdown() };
}
