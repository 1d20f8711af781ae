import type { Command } from 'commander';

/** `leerkring migrate`: brings the database of `DATABASE_OWNER_URL` up to date, as its owner. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database of DATABASE_OWNER_URL up to date')
    .action(async () => {
      const url = process.env.DATABASE_OWNER_URL;
      if (!url) {
        process.stderr.write(
          'DATABASE_OWNER_URL is missing: set it to the connection string of the role that owns the tables.\n',
        );
        process.exitCode = 2;
        return;
      }
      const { migrate } = await import('#libs/platform');
      const done = await migrate(url, new URL('../../../migrations', import.meta.url).pathname);
      process.stdout.write(`${JSON.stringify({ migrated: done })}\n`);
    });
}
