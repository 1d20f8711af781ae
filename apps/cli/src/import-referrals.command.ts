import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';

/** As much of a file as its columns are known by; a workbook is read whole for that. */
const HEAD = 256 * 1024;
const WORKBOOK = 20 * 1024 * 1024;

interface ReferralOptions {
  region?: string;
  as?: string;
  source: string;
  map: Record<string, string>;
  supersedes?: string;
  why?: string;
}

/**
 * `leerkring import referrals FILE --region SLUG --as EMAIL --source NAME`: loads an extract of a source for somebody else to
 * approve. What was read and found on standard output; exit 3 when rows were refused or a check stops it, 2 when nothing was read.
 */
export function registerImportReferrals(program: Command): void {
  const command = program.commands.find((known) => known.name() === 'import') ?? program.command('import');
  command
    .command('referrals')
    .description(
      'load an extract with figures of a source (referrals, list sizes …); somebody else approves it',
    )
    .argument('<file>', '.csv, .tsv or .xlsx in any common encoding, or - for standard input')
    .requiredOption(
      '--source <name>',
      'the source that the extract comes from, as it is called in the region',
    )
    .option('--region <slug>', 'the region to load into')
    .option('--as <email>', 'who loads: a data steward or coordinator of that region')
    .option(
      '--map <heading=field>',
      'read this column as this field, or not at all (heading=); repeatable',
      addMapping,
      {},
    )
    .option('--supersedes <id>', 'the approved data set that this one replaces')
    .option('--why <text>', 'why it is replaced')
    .action(load);
}

async function load(file: string, options: ReferralOptions): Promise<void> {
  const { inInstallation, UsageError } = await import('./installation.js');
  const { ExtractImports } = await import('#libs/mirror');
  const { DomainError } = await import('#libs/platform');
  if (!options.as)
    throw new UsageError('Say who loads with --as and the e-mail address of a data steward or coordinator.');
  const { head, bytes, body } = await opened(file).catch((error: { code?: string }) => {
    throw new UsageError(
      `${file}: ${error.code === 'ENOENT' ? 'there is no such file' : 'it cannot be read'}.`,
    );
  });
  const { source, map, supersedes, why } = options;
  try {
    const set = await inInstallation(options, (app, actor) =>
      app.get(ExtractImports).importFile(actor, {
        source,
        fileName: file === '-' ? 'stdin' : basename(file),
        bytes,
        head,
        body,
        map,
        ...(supersedes === undefined ? {} : { supersedes }),
        ...(why === undefined ? {} : { why }),
      }),
    );
    const { id, state, mapping, rows, refusedRows, period, commitment } = set;
    const checks = (set.profile?.checks ?? []).map(({ code, severity, count }) => ({
      code,
      severity,
      count,
    }));
    const shown = {
      id,
      state,
      mapping,
      rows,
      refusedRows,
      period,
      commitment,
      totals: set.profile?.totals ?? null,
      checks,
    };
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    if (refusedRows > 0 || checks.some((one) => one.severity === 'stop')) process.exitCode = 3;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new UsageError(`Nothing was loaded: ${error.code} ${JSON.stringify(error.details)}`);
  }
}

async function opened(file: string): Promise<{ head: Buffer; bytes: number; body: Readable }> {
  if (file === '-') {
    const whole = await buffer(process.stdin);
    return { head: headOf(whole), bytes: whole.length, body: Readable.from([whole]) };
  }
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const first = Buffer.alloc(Math.min(size, WORKBOOK));
    await handle.read(first, 0, first.length, 0);
    return { head: headOf(first), bytes: size, body: createReadStream(file) };
  } finally {
    await handle.close();
  }
}

const headOf = (file: Buffer): Buffer =>
  file[0] === 0x50 && file[1] === 0x4b ? file : file.subarray(0, HEAD);

function addMapping(text: string, before: Record<string, string>): Record<string, string> {
  const sign = text.lastIndexOf('=');
  return { ...before, [text.slice(0, Math.max(0, sign)).trim()]: text.slice(sign + 1).trim() };
}
