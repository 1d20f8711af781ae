import type { Command } from 'commander';
import type { ActingAs } from './installation.js';

/** `leerkring audit verify`: walks the chain of a region against its signed checkpoints; exit 3 when something is wrong. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('look after the audit log');
  audit
    .command('verify')
    .description(
      'find a changed byte, a missing, swapped or truncated entry; JSON on standard output, exit 3 on a fault',
    )
    .option('--region <slug>', 'the region; may be left out when there is one')
    .action(async (options: ActingAs) => {
      const { inInstallation } = await import('./installation.js');
      const { AuditService } = await import('#libs/audit');
      const verdict = await inInstallation(options, (app, actor) => app.get(AuditService).verify(actor));
      process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
      if (!verdict.ok) process.exitCode = 3;
    });
}
