import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerImport, type DatabaseImport } from './import.command.js';

const folder = mkdtempSync(join(tmpdir(), 'leerkring-import-'));
const region = new URL('../../../libs/practices/fixtures/regio-60-praktijken.csv', import.meta.url).pathname;
const faulty = new URL('../../../libs/practices/fixtures/regio-met-fouten-windows1252.csv', import.meta.url)
  .pathname;
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

/** Runs the command as a shell would; gives the exit code. */
async function run(args: string[], intoDatabase?: DatabaseImport): Promise<number> {
  process.exitCode = 0;
  const program = new Command('leerkring');
  registerImport(program, intoDatabase);
  await program.parseAsync(['import', 'practices', ...args], { from: 'user' });
  return Number(process.exitCode);
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('leerkring import practices FILE --preview', () => {
  it('prints the contract for a good file and exits 0 (ORG-01)', async () => {
    expect(await run([region, '--preview'])).toBe(0);
    const printed = JSON.parse(out) as { rows: { values: object }[] } & Record<string, unknown>;
    expect(Object.keys(printed)).toEqual(['format', 'mapping', 'counts', 'rows']);
    expect(printed['format']).toEqual({ kind: 'csv', encoding: 'utf-8', separator: ';' });
    expect(printed['counts']).toEqual({ ok: 60, refused: 0 });
    expect(printed['mapping']).toMatchObject({
      'Ingeschreven patiënten': 'listSize',
      'Motivatie (1-5)': 'motivation',
    });
    expect(Object.keys(printed.rows[0]!)).toEqual(['row', 'verdict', 'values', 'problems']);
    expect(Object.keys(printed.rows[0]!.values).sort()).toEqual(
      'agb name street postcode town district listSize holder email contact contactEmail startQuarter consultant motivation'
        .split(' ')
        .sort(),
    );
  });

  it('exits 3 when a row is refused, naming field and reason in Dutch', async () => {
    expect(await run([faulty, '--preview'])).toBe(3);
    const { counts, rows } = JSON.parse(out) as {
      counts: object;
      rows: { row: number; problems: object[] }[];
    };
    expect(counts).toEqual({ ok: 16, refused: 8 });
    expect(rows.find((row) => row.row === 9)?.problems).toEqual([
      { field: 'email', message: '"houder(at)praktijk" is geen e-mailadres.' },
    ]);
  });

  it('exits 2 with one sentence for a file that is no table, is missing, or is a folder', async () => {
    for (const path of [
      file('leeg.csv', ''),
      file('echt.csv', '%PDF-1.7'),
      join(folder, 'weg.csv'),
      folder,
    ]) {
      errors = '';
      expect(await run([path, '--preview'])).toBe(2);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
    expect(out).toBe('');
  });

  it('takes a mapping from the person, and refuses one to a field that does not exist', async () => {
    const path = file('eigen.csv', 'Wie;Nr;Hoeveel\nDe Linde;01075954;900\n');
    const map = ['--map', 'Wie=name', '--map', 'Hoeveel=listSize', '--map', 'Nr=agb'];
    expect(await run([path, '--preview', ...map])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rows: [{ values: { agb: '01075954', name: 'De Linde', listSize: 900 } }],
    });
    expect(await run([path, '--preview', '--map', 'Wie=wie'])).toBe(2);
  });

  it('hands the file to the database import without --preview, and says so when there is none', async () => {
    const given: string[] = [];
    expect(await run([region], async (path) => void given.push(path))).toBe(0);
    expect(given).toEqual([region]);
    expect(await run([region])).toBe(2);
    expect(errors).toContain('--preview');
  });
});
