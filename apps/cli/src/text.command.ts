import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { scanText } from '#libs/textguard';
import { CliInputError, EXIT } from './json.js';

interface Line {
  id: string | number;
  text: string;
}

/**
 * Reads JSON lines `{id, text}`; empty lines are passed over.
 * @throws CliInputError with the number of the line, and never with anything of the line itself: it may hold patient data.
 */
function readLines(file: string): Line[] {
  const name = file === '-' ? 'standard input' : file;
  let content: string;
  try {
    content = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CliInputError(
      `${name}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    );
  }
  const lines: Line[] = [];
  for (const [at, line] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() !== '') lines.push(readLine(line, `${name}: line ${at + 1}`));
  }
  return lines;
}

function readLine(line: string, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CliInputError(`${where} is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CliInputError(`${where} is not an object with id and text.`);
  }
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new CliInputError(`${where}: id is missing, or neither a string nor a number.`);
  }
  if (typeof text !== 'string') throw new CliInputError(`${where}: text is missing, or not a string.`);
  return { id, text };
}

/** One answer per line; the exit code. Nothing is written when any line is bad. */
function scan(file: string): number {
  let found = false;
  let answers = '';
  for (const { id, text } of readLines(file)) {
    const { verdict, spans } = scanText(text);
    if (verdict !== 'pass') found = true;
    answers += `${JSON.stringify({ id, verdict, spans })}\n`;
  }
  process.stdout.write(answers);
  return found ? EXIT.answerIsNo : EXIT.done;
}

/** `leerkring text scan FILE`: the text guard on JSON lines, without a database. The texts themselves are never printed. */
export function registerText(program: Command): void {
  const text = program.command('text').description('find patient data in free text; no database');
  text
    .command('scan')
    .description('verdict and spans per line (JSON lines out); exit 3 when any line is block or warn')
    .argument('<file>', 'JSON lines {id,text}, a file name or - for standard input')
    .action((file: string) => {
      try {
        process.exitCode = scan(file);
      } catch (error) {
        if (!(error instanceof CliInputError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = EXIT.badInput;
      }
    });
}
