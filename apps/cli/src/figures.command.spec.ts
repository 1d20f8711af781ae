import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerFigures } from './figures.command.js';

const folder = mkdtempSync(join(tmpdir(), 'leerkring-figures-'));
let out = '';
let errors = '';

beforeEach(() => {
  out = '';
  errors = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((errors += String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Vector {
  truth: Record<string, number>;
  patterns: Record<string, unknown>;
}

function vector(name: string): Vector {
  const file = new URL(`../../../libs/disclosure/src/fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Vector;
}

/** Runs `figures …` on the table as a shell would; gives the exit code and what was printed. */
async function figures(command: string, table: unknown, ...flags: string[]): Promise<[number, unknown]> {
  const path = join(folder, 'table.json');
  writeFileSync(path, typeof table === 'string' ? table : JSON.stringify(table));
  [out, process.exitCode] = ['', 0];
  const program = new Command('leerkring');
  registerFigures(program);
  await program.parseAsync(['figures', command, path, ...flags], { from: 'user' });
  return [Number(process.exitCode), out === '' ? null : JSON.parse(out)];
}

describe('leerkring figures', () => {
  it('protects a table so that its own attack finds it safe (MIR-07)', async () => {
    const table = vector('sdc-pub-02');
    const [code, protectedTable] = await figures('protect', table, '--seconds', '10');
    const answer = protectedTable as Vector & { published: Record<string, number | null>; secondary: number };
    expect(code).toBe(0);
    expect(answer).toMatchObject({ ...table, verdict: 'safe', secondary: 3, proven: true });
    expect(Object.values(answer.published).filter((value) => value === null)).toHaveLength(4);
    const [again, attacked] = await figures('attack', answer);
    expect(again).toBe(0);
    const { verdict, intervals } = attacked as { verdict: string; intervals: object[] };
    expect(verdict).toBe('safe');
    expect(intervals).toHaveLength(4);
  });

  it('shows per attacker and suppressed cell what is learned, null for no bound, and exits 3 when unsafe', async () => {
    const table = vector('sdc-pub-01');
    expect(await figures('attack', table, '--pattern', 'one-per-row-only')).toEqual([
      3,
      {
        verdict: 'unsafe',
        intervals: [
          { attacker: 'extern', cell: 'A|KNO', lo: 3, hi: 3, sensitive: true, safe: false },
          { attacker: 'extern', cell: 'A|DER', lo: 18, hi: 18, sensitive: false, safe: true },
        ],
      },
    ]);
    const [code, attacked] = await figures('attack', table, '--pattern', 'optimal-milp');
    expect(code).toBe(0);
    expect((attacked as { intervals: object[] }).intervals).toContainEqual({
      attacker: 'extern',
      cell: 'A|KNO',
      lo: 0,
      hi: null,
      sensitive: true,
      safe: true,
    });
  });

  it('exits 3 and publishes nothing when a table cannot be protected', async () => {
    const table = { ...vector('sdc-pub-01'), policy: { minCell: 5, neverSuppress: ['A|KNO'] } };
    const [code, answer] = await figures('protect', table);
    expect(code).toBe(3);
    const { published, verdict } = answer as { published: Record<string, number | null>; verdict: string };
    expect(verdict).toBe('refused');
    expect(Object.values(published).every((value) => value === null)).toBe(true);
    expect(errors).toBe('"A|KNO" is sensitive and stands in policy.neverSuppress.\n');
  });

  it('exits 2 with one sentence that names the path of what is wrong', async () => {
    const table = vector('sdc-pub-01');
    const bad: [string, unknown, string[], string][] = [
      ['protect', { ...table, schema: 'x' }, [], 'schema: must be "sdc-table/1", found "x".\n'],
      [
        'protect',
        { ...table, truth: { ...table.truth, 'A|T': 1 } },
        [],
        'truth.A|T: must be the sum of its parts, 74, found 1.\n',
      ],
      ['attack', table, ['--pattern', 'none'], 'patterns: has no pattern "none".\n'],
    ];
    for (const [command, input, flags, sentence] of bad) {
      errors = '';
      expect(await figures(command, input, ...flags)).toEqual([2, null]);
      expect(errors).toBe(sentence);
    }
    errors = '';
    expect(await figures('protect', '{')).toEqual([2, null]);
    expect(errors).toMatch(/is not JSON/);
  });
});
