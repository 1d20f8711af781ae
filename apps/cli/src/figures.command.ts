import { randomInt } from 'node:crypto';
import type { Command } from 'commander';
import { attackTable, DisclosureInputError, protectTable, readTable } from '#libs/disclosure';
import type { ProtectionProgress } from '#libs/disclosure';
import { CliInputError, EXIT, numberOption, readJson, writeJson } from './json.js';

/** Runs a command; bad input becomes one sentence on standard error and exit code 2. */
async function answer(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CliInputError || error instanceof DisclosureInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.badInput;
  }
}

/** One line on a terminal while the work goes on; nothing when standard error is a file. */
function progressLine(): ((progress: ProtectionProgress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return ({ phase, fraction, secondary }) => {
    const found = secondary === null ? '' : ` ${secondary} complements`;
    process.stderr.write(`\r${phase} ${Math.round(fraction * 100)} %${found}   `);
  };
}

async function protect(file: string, flags: { seconds?: number }): Promise<number> {
  const json = readJson(file);
  const table = readTable(json);
  const line = progressLine();
  // The seed decides between equal patterns and is told to nobody: a pattern must not explain why a cell is hidden.
  const seed = randomInt(2 ** 32);
  const answered = await protectTable(table, { seconds: flags.seconds, seed, onProgress: line });
  if (line) process.stderr.write('\n');
  if (answered.reason) process.stderr.write(`${answered.reason}\n`);
  writeJson({ ...(json as object), reason: undefined, ...answered });
  return answered.verdict === 'safe' ? EXIT.done : EXIT.answerIsNo;
}

async function attack(file: string, flags: { pattern?: string }): Promise<number> {
  const { verdict, findings } = await attackTable(readTable(readJson(file)), flags);
  if (verdict === 'unjudged')
    process.stderr.write('No cell is disclosed exactly; without truth the intervals cannot be judged.\n');
  writeJson({ verdict, intervals: findings });
  return verdict === 'unsafe' ? EXIT.answerIsNo : EXIT.done;
}

/** `leerkring figures protect|attack`: the disclosure engine, without a database. */
export function registerFigures(program: Command): void {
  const figures = program
    .command('figures')
    .description('protect a table, or attack one; JSON in, JSON out, no database');
  figures
    .command('protect')
    .description(
      'the table with published (null = suppressed), secondary and verdict; exit 3 when it cannot be protected',
    )
    .argument('<table>', 'sdc-table/1 with truth, a file name or - for standard input')
    .option(
      '--seconds <seconds>',
      'wall-clock budget of the search (default 30)',
      numberOption('--seconds', 0),
    )
    .action((file: string, flags: { seconds?: number }) => answer(() => protect(file, flags)));
  figures
    .command('attack')
    .description(
      'what every attacker learns of every suppressed cell; exit 3 when a sensitive cell is unsafe',
    )
    .argument('<table>', 'sdc-table/1 with published, or with the named pattern')
    .option('--pattern <name>', 'hide the cells of this pattern instead of what published says')
    .action((file: string, flags: { pattern?: string }) => answer(() => attack(file, flags)));
}
