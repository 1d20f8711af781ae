import type { Command } from 'commander';

/** `leerkring setup-code`: a fresh one-time code for the set-up page of an empty installation; an earlier one stops working. */
export function registerSetupCode(program: Command): void {
  program
    .command('setup-code')
    .description('print a one-time code for the set-up page of an empty installation')
    .action(async () => {
      const { openInstallation } = await import('./installation.js');
      const { SetupService } = await import('#libs/access');
      const code = await openInstallation((app) => app.get(SetupService).prepare());
      if (code) process.stdout.write(`${code}\n`);
      else {
        process.stderr.write('This installation has been set up already.\n');
        process.exitCode = 3;
      }
    });
}
