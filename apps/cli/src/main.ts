#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { registerAudit } from './audit.command.js';
import { registerFigures } from './figures.command.js';
import { registerGroups } from './groups.command.js';
import { importIntoDatabase } from './import-database.command.js';
import { registerImport } from './import.command.js';
import { registerImportReferrals } from './import-referrals.command.js';
import { registerMigrate } from './migrate.command.js';
import { registerSetupCode } from './setup-code.command.js';
import { registerStats } from './stats.command.js';
import { registerText } from './text.command.js';

/** Builds the whole command line; the contract of every command is in docs (JSON in, JSON out, exit 0/2/3/1). */
export function buildProgram(): Command {
  const program = new Command('leerkring');
  program
    .description('Learning circles for GP practices: form groups, import practices, from the command line.')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  registerGroups(program);
  registerFigures(program);
  registerImport(program, importIntoDatabase);
  registerImportReferrals(program);
  registerStats(program);
  registerText(program);
  registerAudit(program);
  registerMigrate(program);
  registerSetupCode(program);
  return program;
}

const program = buildProgram();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version end well; anything else commander refuses is bad input.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof Error && ['UsageError', 'ConfigError'].includes(error.name)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
