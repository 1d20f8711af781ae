import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ImportOptions } from './import.command.js';

/**
 * `leerkring import practices FILE --region SLUG --as EMAIL`: the whole file or nothing. Counts on standard output; exit 3 when
 * rows were refused, 2 when a row asks a question that `--accept` did not answer.
 */
export async function importIntoDatabase(file: string, options: ImportOptions): Promise<void> {
  const { inInstallation, UsageError } = await import('./installation.js');
  const { PracticeImports } = await import('#libs/practices');
  const { DomainError } = await import('#libs/platform');
  if (!options.as) throw new UsageError('Say who imports with --as and the e-mail address of a coordinator.');
  const content = file === '-' ? await buffer(process.stdin) : await readFile(file);
  try {
    const counts = await inInstallation(options, (app, actor) =>
      app.get(PracticeImports).importFile(actor, content, file === '-' ? 'stdin' : basename(file), {
        decisions: options.accept ? 'accept' : 'refuse-undecided',
      }),
    );
    process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
    if (counts.verdicts.refused > 0) process.exitCode = 3;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new UsageError(`Nothing was imported: ${error.code} ${JSON.stringify(error.details)}`);
  }
}
