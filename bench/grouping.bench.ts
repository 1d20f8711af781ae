import { existsSync, readFileSync } from 'node:fs';
import { checkSolution, formGroups, readInstance, sampleInstance } from '#libs/grouping';
import type { Instance, Solution } from '#libs/grouping';

/** What is proven about a public instance. */
interface Known {
  bound: number;
  optimal: boolean;
  unassigned: number;
}

/** Moves per run: fixed, so that the figures do not depend on the machine. */
const ITERATIONS = 600_000;
/** Lowest accepted ratio of objective to proven bound at this budget. */
const THRESHOLD = 0.997;

/** The fixtures are beside the sources, also when the compiled bench in dist/ runs. */
function fixtures(): URL {
  const beside = new URL('../libs/grouping/fixtures/', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../libs/grouping/fixtures/', import.meta.url);
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, fixtures()), 'utf8'));
}

const cell = (text: string | number, width: number) => String(text).padStart(width);

function line(name: string, solution: Solution, bound: number | null, seconds: number): string {
  const ratio = bound === null || solution.objective === null ? '-' : (solution.objective / bound).toFixed(5);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  return [
    name.padEnd(24),
    cell((solution.objective ?? 0).toFixed(6), 10),
    cell(bound === null ? '-' : bound.toFixed(6), 10),
    cell(ratio, 9),
    cell(solution.optimal ? 'proven' : '', 7),
    cell(solution.unassigned.length, 5),
    cell(`${seconds.toFixed(2)} s`, 9),
    cell(`${memory} MB`, 8),
  ].join(' ');
}

async function measure(
  instance: Instance,
  options: Parameters<typeof formGroups>[1],
): Promise<{ solution: Solution; seconds: number; sound: boolean }> {
  const began = performance.now();
  const solution = await formGroups(instance, options);
  const seconds = (performance.now() - began) / 1000;
  const report = checkSolution(instance, solution);
  return {
    solution,
    seconds,
    sound: report.hardOk && Math.abs(report.objective - (solution.objective ?? NaN)) < 1e-9,
  };
}

/** Forms the public instances at a fixed budget of moves; `--full` adds large ones with wall-clock figures and memory. */
export async function run(args: readonly string[]): Promise<number> {
  const known = read('known.json') as Record<string, Known>;
  let failures = 0;
  process.stdout.write(
    `${['instance'.padEnd(24), cell('objective', 10), cell('bound', 10), cell('ratio', 9), cell('', 7), cell('left', 5), cell('time', 9), cell('memory', 8)].join(' ')}\n`,
  );
  for (const [name, { bound, unassigned }] of Object.entries(known)) {
    const instance = readInstance(read(`${name}.json`));
    const { solution, seconds, sound } = await measure(instance, {
      iterations: ITERATIONS,
      prove: instance.practices.length <= 60,
      seed: 1,
    });
    // A negative objective (somebody left out) has no ratio: there the distance counts.
    const close =
      bound > 0
        ? (solution.objective ?? 0) / bound >= THRESHOLD
        : (solution.objective ?? -Infinity) >= bound - 0.003;
    const good = sound && close && solution.unassigned.length === unassigned;
    if (!good) failures += 1;
    process.stdout.write(`${line(name, solution, bound, seconds)}${good ? '' : '  TOO LOW'}\n`);
  }
  if (args.includes('--full')) {
    for (const [practices, shape, seconds, prove] of [
      [240, {}, 60, true],
      [66, { min: 6, max: 8, maxAbsent: 1 }, 60, true],
      [5000, { themes: 30, dates: 40 }, 30, false],
    ] as const) {
      const instance = sampleInstance({ practices, seed: 1, ...shape });
      const result = await measure(instance, { seconds, prove, seed: 1 });
      if (!result.sound) failures += 1;
      process.stdout.write(
        `${line(instance.name, result.solution, result.solution.bound, result.seconds)}\n`,
      );
    }
  }
  if (failures > 0) process.stderr.write(`${failures} below the threshold of ${THRESHOLD}\n`);
  return failures > 0 ? 1 : 0;
}
