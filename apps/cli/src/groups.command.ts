import type { Command } from 'commander';
import {
  checkSolution,
  explain,
  formGroups,
  GroupingInputError,
  readInstance,
  readSolution,
  relaxations,
  repairGroups,
} from '#libs/grouping';
import type { FormOptions, Instance, Progress, Solution } from '#libs/grouping';
import { CliInputError, EXIT, numberOption, readJson, writeJson } from './json.js';

/** Runs a command; bad input becomes one sentence on standard error and exit code 2. */
async function answer(work: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CliInputError || error instanceof GroupingInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.badInput;
  }
}

/** Reads an instance and a solution; only one of them can come from standard input. */
function readBoth(instanceFile: string, solutionFile: string): { instance: Instance; solution: Solution } {
  if (instanceFile === '-' && solutionFile === '-')
    throw new CliInputError('standard input: can be only one of INSTANCE and SOLUTION.');
  return { instance: readInstance(readJson(instanceFile)), solution: readSolution(readJson(solutionFile)) };
}

/** One line on a terminal while the work goes on; nothing when standard error is a file. */
function progressLine(): ((progress: Progress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return ({ phase, fraction, objective, bound, unassigned }) => {
    const worth = objective === null ? '' : ` objective ${objective.toFixed(5)}`;
    const limit = bound === null ? '' : ` bound ${bound.toFixed(5)}`;
    process.stderr.write(
      `\r${phase} ${Math.round(fraction * 100)} %${worth}${limit} left out ${unassigned}   `,
    );
  };
}

interface FormFlags {
  seconds?: number;
  iterations?: number;
  seed?: number;
  prove?: boolean;
}

async function form(file: string, flags: FormFlags): Promise<number> {
  const instance = readInstance(readJson(file));
  const line = progressLine();
  const options: FormOptions = { ...flags, onProgress: line };
  const solution = await formGroups(instance, options);
  if (line) process.stderr.write('\n');
  for (const conflict of solution.conflicts)
    process.stderr.write(`${conflict.code}: ${conflict.messageEn}\n`);
  writeJson(solution);
  return solution.unassigned.length > 0 ? EXIT.answerIsNo : EXIT.done;
}

function check(instanceFile: string, solutionFile: string): number {
  const { instance, solution } = readBoth(instanceFile, solutionFile);
  const report = checkSolution(instance, solution);
  for (const { messageEn } of report.violations) process.stderr.write(`${messageEn}\n`);
  writeJson(report);
  return report.hardOk && report.complete ? EXIT.done : EXIT.answerIsNo;
}

async function explainCommand(
  instanceFile: string,
  solutionFile: string,
  flags: { practice?: string; audience?: string; relax?: boolean },
): Promise<number> {
  const { instance, solution } = readBoth(instanceFile, solutionFile);
  if (flags.audience !== undefined && flags.audience !== 'organiser' && flags.audience !== 'participant') {
    throw new CliInputError(`--audience: must be organiser or participant, found "${flags.audience}".`);
  }
  const practices = explain(instance, solution, flags.practice, { audience: flags.audience ?? 'organiser' });
  const report = flags.relax ? await relaxations(instance, { base: solution }) : undefined;
  writeJson({ instance: instance.name, practices, ...(report ? { relaxations: report } : {}) });
  return EXIT.done;
}

function repair(
  instanceFile: string,
  solutionFile: string,
  flags: { join?: string[]; leave?: string[]; merge?: string[] },
): number {
  const { instance, solution } = readBoth(instanceFile, solutionFile);
  const merge = (flags.merge ?? []).map((pair) => {
    const [from, into] = pair.split('=');
    if (!from || !into) throw new CliInputError(`--merge: must be FROM=INTO, found "${pair}".`);
    return { from, into };
  });
  const result = repairGroups(instance, solution, { join: flags.join, leave: flags.leave, merge });
  for (const { sentenceEn } of result.moves) process.stderr.write(`${sentenceEn}\n`);
  writeJson({ ...result.solution, moves: result.moves, moved: result.moved, minimal: result.minimal });
  const left = result.solution.unassigned.filter(({ reasons }) => !reasons.includes('LEFT'));
  return left.length > 0 ? EXIT.answerIsNo : EXIT.done;
}

/** `leerkring groups form|check|explain|repair`: the grouping engine, without a database. */
export function registerGroups(program: Command): void {
  const groups = program
    .command('groups')
    .description('form, check, explain and repair groups; JSON in, JSON out, no database');
  groups
    .command('form')
    .description('form groups; exit 3 when a practice is left out')
    .argument('<instance>', 'igroups-instance/1, a file name or - for standard input')
    .option(
      '--seconds <seconds>',
      'wall-clock budget (default 1, with --prove 60)',
      numberOption('--seconds', 0),
    )
    .option(
      '--iterations <count>',
      'budget of moves instead of seconds: the same on every machine',
      numberOption('--iterations', 1, true),
    )
    .option('--seed <seed>', 'seed of the search (default 1)', numberOption('--seed', 0, true))
    .option('--prove', 'go on until the result is proven best, or the budget is gone')
    .action((file: string, flags: FormFlags) => answer(() => form(file, flags)));
  groups
    .command('check')
    .description(
      'judge a solution: violations, objective, the four terms per practice; exit 3 when a rule is broken or a practice is left out',
    )
    .argument('<instance>', 'igroups-instance/1')
    .argument('<solution>', 'igroups-solution/1')
    .action((instance: string, solution: string) => answer(() => check(instance, solution)));
  groups
    .command('explain')
    .description('why every practice sits where it sits, as data and as one Dutch and one English sentence')
    .argument('<instance>', 'igroups-instance/1')
    .argument('<solution>', 'igroups-solution/1')
    .option('--practice <id>', 'only this practice')
    .option('--audience <audience>', 'organiser (default) or participant')
    .option('--relax', 'also the ways out when practices are left out')
    .action(
      (
        instance: string,
        solution: string,
        flags: { practice?: string; audience?: string; relax?: boolean },
      ) => answer(() => explainCommand(instance, solution, flags)),
    );
  groups
    .command('repair')
    .description('the smallest change after practices join or leave; exit 3 when one finds no place')
    .argument('<instance>', 'igroups-instance/1, joiners and leavers included')
    .argument('<solution>', 'igroups-solution/1')
    .option('--join <id...>', 'practices that join')
    .option('--leave <id...>', 'practices that leave')
    .option('--merge <from=into...>', 'practices that go on as part of another')
    .action(
      (instance: string, solution: string, flags: { join?: string[]; leave?: string[]; merge?: string[] }) =>
        answer(() => repair(instance, solution, flags)),
    );
}
