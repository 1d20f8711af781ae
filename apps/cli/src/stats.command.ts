import type { Command } from 'commander';
import { CliInputError, EXIT, readJson, writeJson } from './json.js';

async function stats(name: string, file: string): Promise<number> {
  // Loaded here, so that other commands do not pay for the special functions.
  const { analyse, ANALYSIS_NAMES, isAnalysis, StatisticsInputError } = await import('#libs/statistics');
  if (!isAnalysis(name))
    throw new CliInputError(`analysis: must be one of ${ANALYSIS_NAMES.join(', ')}, found "${name}".`);
  try {
    const { results, answerIsNo } = analyse(name, readJson(file, { nonFinite: true }));
    for (const { message } of [results].flat().flatMap((result) => warningsIn(result)))
      process.stderr.write(`${message}\n`);
    writeJson(results);
    return answerIsNo ? EXIT.answerIsNo : EXIT.done;
  } catch (error) {
    throw error instanceof StatisticsInputError ? new CliInputError(error.message) : error;
  }
}

/** The warnings of a result, or of results by name. */
function warningsIn(result: object): { message: string }[] {
  const own = (result as { warnings?: unknown }).warnings;
  return Array.isArray(own) ? (own as { message: string }[]) : Object.values(result).flatMap(warningsIn);
}

/** `leerkring stats ANALYSIS FILE`: the statistics engine, without a database. */
export function registerStats(program: Command): void {
  program
    .command('stats')
    .description(
      'intervals, standardised rates, funnels, control charts, Mann-Whitney, logistic regression; exit 3 when the data are separated',
    )
    .argument(
      '<analysis>',
      'counts, wilson, dsr, isr, funnelPoisson, funnelBinomial, overdispersion, xmr, laneyU, mannWhitney or logistic',
    )
    .argument(
      '<file>',
      'one case, a list of cases or an object of named cases; a file name or - for standard input',
    )
    .addHelpText('after', FIELDS)
    .action(async (name: string, file: string) => {
      try {
        process.exitCode = await stats(name, file);
      } catch (error) {
        if (!(error instanceof CliInputError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = EXIT.badInput;
      }
    });
}

const FIELDS = `
Fields of a case (rates are per 1000, intervals 95 % unless their name says otherwise):
  counts          x, denominator
  wilson          x, n
  dsr             events, pop, stdpop; may: bands, per
  isr             events, pop, refEvents, refPop; may: bands
  funnelPoisson   E
  funnelBinomial  theta, n
  overdispersion  O, E; may: winsorise, quantileType (7)
  xmr             values
  laneyU          counts, n
  mannWhitney     a, b
  logistic        y (0 or 1), and every predictor by its name
The result repeats the case and adds its figures, the method and the warnings. Recorded figures in a case are ignored.`;
