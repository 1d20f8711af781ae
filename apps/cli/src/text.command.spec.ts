import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerText } from './text.command.js';

const folder = mkdtempSync(join(tmpdir(), 'leerkring-text-'));
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

/** Writes the lines to a file and scans it as a shell would; gives the exit code. */
async function scan(content: string): Promise<number> {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, content);
  return scanFile(path);
}

async function scanFile(path: string): Promise<number> {
  process.exitCode = 0;
  const program = new Command('leerkring');
  registerText(program);
  await program.parseAsync(['text', 'scan', path], { from: 'user' });
  return Number(process.exitCode);
}

describe('leerkring text scan FILE', () => {
  it('prints id, verdict and spans per line, in order, and exits 3 when any line is block or warn', async () => {
    const lines = [
      { id: 'a', text: 'Bel 06-12345678.' },
      { id: 2, text: 'Mw. De Vries heeft jicht.' },
      { id: 'c', text: 'Metformine 500 mg.' },
    ];
    expect(await scan(`\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`)).toBe(3);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { id: 'a', verdict: 'block', spans: [{ start: 4, end: 15, type: 'PHONE' }] },
      { id: 2, verdict: 'warn', spans: [{ start: 0, end: 12, type: 'NAME' }] },
      { id: 'c', verdict: 'pass', spans: [] },
    ]);
  });

  it('exits 0 when every line passes, and for an empty file', async () => {
    expect(await scan('{"id":1,"text":"HbA1c 53 mmol/mol"}\n')).toBe(0);
    expect(await scan('')).toBe(0);
  });

  it('exits 2 with one sentence that names the line and nothing of what stands in it', async () => {
    const good = '{"id":1,"text":"goed"}';
    const bad: [string, string][] = [
      ['{"id":2,"text":"Mw. Geheim 06-12345678"', 'line 2 is not JSON'],
      ['["Mw. Geheim"]', 'line 2 is not an object'],
      ['{"id":2,"tekst":"Mw. Geheim"}', 'line 2: text is missing'],
      ['{"id":2,"text":5}', 'line 2: text is missing'],
      ['{"text":"Mw. Geheim"}', 'line 2: id is missing'],
    ];
    for (const [line, sentence] of bad) {
      errors = '';
      expect(await scan(`${good}\n${line}\n`)).toBe(2);
      expect(errors).toContain(sentence);
      expect(errors.trim().split('\n')).toHaveLength(1);
      expect(errors).not.toContain('Geheim');
    }
    expect(out).toBe('');
  });

  it('exits 2 for a file that is missing or is a folder', async () => {
    for (const path of [join(folder, 'weg.jsonl'), folder]) expect(await scanFile(path)).toBe(2);
    expect(errors.trim().split('\n')).toHaveLength(2);
  });

  it('never prints a text, also not of a line that passes', async () => {
    await scan('{"id":1,"text":"Heel bijzondere zin"}\n{"id":2,"text":"Mail naar iemand@example.nl"}\n');
    expect(out + errors).not.toMatch(/bijzondere|iemand/);
  });
});
