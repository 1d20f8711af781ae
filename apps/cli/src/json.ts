import { readFileSync } from 'node:fs';

/** Bad input from the command line: one clear sentence, exit code 2. */
export class CliInputError extends Error {}

/** Exit codes of the command line contract. */
export const EXIT = { done: 0, failed: 1, badInput: 2, answerIsNo: 3 } as const;

/**
 * Reads JSON from a file, or from standard input for `-`.
 * @param options.nonFinite reads a bare NaN or Infinity, which some programs write, as that text, so that its reader can say where it is
 * @throws CliInputError when the file cannot be read or does not hold JSON.
 */
export function readJson(file: string, { nonFinite = false } = {}): unknown {
  const name = file === '-' ? 'standard input' : file;
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CliInputError(
      `${name}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
    );
  }
  text = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(nonFinite ? quoteNonFinite(text) : text) as unknown;
  } catch (error) {
    const detail = (error as Error).message.replace(/\s+/g, ' ').slice(0, 120);
    throw new CliInputError(`${name}: is not JSON (${detail}).`);
  }
}

/** Strings are matched first, so what stands inside them is left alone. */
function quoteNonFinite(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : `"${found}"`,
  );
}

/** Writes the answer to standard output. */
export function writeJson(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);
}

/** A number from an option, within limits. */
export function numberOption(name: string, least: number, whole = false): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (
      text.trim() === '' ||
      !Number.isFinite(value) ||
      value < least ||
      (whole && !Number.isInteger(value))
    ) {
      throw new CliInputError(
        `${name}: must be a ${whole ? 'whole ' : ''}number of at least ${least}, found "${text}".`,
      );
    }
    return value;
  };
}
