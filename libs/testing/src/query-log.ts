import type { Database } from '#libs/platform';

/**
 * The SQL statements that a piece of work sends through TypeORM, in order: lists must send as many for thirty rows as for
 * one. BEGIN and the region setting, which every transaction opens with, are not in it.
 */
export async function queriesOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const source = database.source as unknown as { logger: { logQuery(query: string): void } };
  const before = source.logger;
  const queries: string[] = [];
  source.logger = Object.assign(Object.create(before) as typeof before, {
    logQuery: (query: string) => void queries.push(query),
  });
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return queries;
}
