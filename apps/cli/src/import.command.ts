import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { PRACTICE_FIELDS, type PracticeField } from '#libs/contracts';
import type { PracticeValues } from '#libs/practices';
import { mappingRecord, readTable, TabularError, type Table } from '#libs/tabular';

const BAD_INPUT = 2;
const REFUSED_ROWS = 3;

export interface ImportOptions {
  preview?: boolean;
  region?: string;
  as?: string;
  accept?: boolean;
  sheet?: string;
  map: Record<string, string>;
}

/** Imports against a database; given by the entry point so that the preview loads nothing of it. */
export type DatabaseImport = (file: string, options: ImportOptions) => Promise<void>;

/**
 * `leerkring import practices FILE`. With `--preview` it judges the file without any database (cli.md); without it, the work
 * is handed to `intoDatabase`.
 */
export function registerImport(program: Command, intoDatabase?: DatabaseImport): void {
  const command = program.commands.find((known) => known.name() === 'import') ?? program.command('import');
  command.description('read a list of practices or figures from .csv, .tsv or .xlsx');
  command
    .command('practices')
    .description('read a list of practices; FILE is a name or - for standard input')
    .argument('<file>', '.csv, .tsv or .xlsx in any common encoding')
    .option('--preview', 'judge every row and change nothing; needs no database')
    .option('--region <slug>', 'the region to import into')
    .option('--as <email>', 'who imports: a coordinator of that region')
    .option('--accept', 'answer yes to every question (another list size, the same practice)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first visible one with data)')
    .option(
      '--map <heading=field>',
      'use this column for this field, or for none (heading=); repeatable',
      addMapping,
      {},
    )
    .action(async (file: string, options: ImportOptions) => {
      if (options.preview) return preview(file, options);
      if (intoDatabase) return intoDatabase(file, options);
      fail('Zonder --preview is een database nodig, en die is hier niet ingesteld.');
    });
}

async function preview(file: string, options: ImportOptions): Promise<void> {
  // Loaded here, so that other commands do not pay for what the practices' lib brings along.
  const { previewPractices, proposePracticeMapping } = await import('#libs/practices');
  const chosen: Record<string, PracticeField | null> = {};
  for (const [heading, name] of Object.entries(options.map)) {
    const field = PRACTICE_FIELDS.find((known) => known === name);
    if (name !== '' && !field) {
      return fail(`--map: "${name}" is geen veld; de velden zijn ${PRACTICE_FIELDS.join(', ')}.`);
    }
    chosen[heading] = field ?? null;
  }
  const table = await readFileOrFail(file, options.sheet);
  if (!table) return;
  const mapping = mappingRecord(proposePracticeMapping(table, chosen));
  const judged = previewPractices(table, mapping);
  const { kind, encoding, separator } = table.format;
  const output = {
    format: { kind, encoding, separator },
    mapping,
    counts: judged.counts,
    rows: judged.rows.map((row) => ({
      row: row.row,
      verdict: row.verdict,
      values: shownValues(row.values),
      problems: row.problems.map((problem) => ({
        field: problem.field,
        message: problem.message.nl,
      })),
    })),
  };
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  if (judged.counts.refused > 0) process.exitCode = REFUSED_ROWS;
}

/** The fields of the contract; the start wave is the register's own. */
function shownValues(values: PracticeValues): Omit<PracticeValues, 'startWave'> {
  const { startWave: _startWave, ...shown } = values;
  return shown;
}

async function readFileOrFail(file: string, sheet: string | undefined): Promise<Table | null> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  try {
    return await readTable(source, sheet === undefined ? { fileName: file } : { fileName: file, sheet });
  } catch (error) {
    if (error instanceof TabularError) fail(`${file}: ${error.sentence('nl')}`);
    else if (isSystemError(error))
      fail(`${file}: ${SYSTEM[error.code] ?? 'Het bestand kan niet worden gelezen.'}`);
    else throw error;
    return null;
  }
}

const SYSTEM: Record<string, string> = {
  ENOENT: 'Dit bestand bestaat niet.',
  EISDIR: 'Dit is een map, geen bestand.',
  EACCES: 'Dit bestand mag niet worden gelezen.',
};

function isSystemError(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}

function addMapping(text: string, before: Record<string, string>): Record<string, string> {
  const sign = text.lastIndexOf('=');
  return { ...before, [text.slice(0, Math.max(0, sign)).trim()]: text.slice(sign + 1).trim() };
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}
