import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { ANALYSIS_NAMES, analysisFields } from '#libs/statistics';
import { registerStats } from './stats.command.js';

const folder = mkdtempSync(join(tmpdir(), 'leerkring-stats-'));
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

/** Runs the command on a file with this content, as a shell would; gives the exit code. */
async function run(analysis: string, content: string): Promise<number> {
  const file = join(folder, 'case.json');
  writeFileSync(file, content);
  out = '';
  errors = '';
  process.exitCode = 0;
  const program = new Command('leerkring');
  registerStats(program);
  await program.parseAsync(['stats', analysis, file], { from: 'user' });
  return Number(process.exitCode);
}

describe('leerkring stats ANALYSIS FILE', () => {
  it('answers one case with one result, a list with a list, named cases by name', async () => {
    const one = { x: 37, n: 2350 };
    expect(await run('wilson', JSON.stringify(one))).toBe(0);
    const result = JSON.parse(out) as object;
    expect(result).toMatchObject({ ...one, method: 'Wilson score interval', warnings: [] });
    expect(await run('wilson', JSON.stringify([one, one]))).toBe(0);
    expect(JSON.parse(out)).toEqual([result, result]);
    expect(await run('wilson', JSON.stringify({ june: one }))).toBe(0);
    expect(JSON.parse(out)).toEqual({ june: result });
  });

  it('takes its own answer as a case again', async () => {
    expect(await run('logistic', '{"y":[0,1,0,1,1,0],"x":[1,2,3,3,4,5]}')).toBe(0);
    const first = out;
    expect(await run('logistic', first)).toBe(0);
    expect(out).toBe(first);
  });

  it('exits 3 for separated data, with null intervals and the warning for people too (SUR-07, SUR-13)', async () => {
    const separated = '{"y":[0,0,0,1,1,1],"x":[1,2,2,4,5,5]}';
    expect(await run('logistic', separated)).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      orCIwald95: [
        [null, null],
        [null, null],
      ],
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'separation' })]),
    });
    expect(errors).toContain('Complete separation: x');
    expect(await run('logistic', `[{"y":[0,1,0,1,1,0],"x":[1,2,3,3,4,5]},${separated}]`)).toBe(3);
  });

  it.each([
    ['median', '{}', 'analysis: must be one of counts,'],
    ['counts', '{"x":NaN,"denominator":5}', 'x: must be a finite number, found "NaN".'],
    ['counts', '{"x":3,"denominator":-Infinity}', 'denominator: must be a finite number, found "-Infinity".'],
    ['xmr', '{"values":[1,1e999]}', 'values[1]: must be a finite number, found Infinity.'],
    ['xmr', '{"note NaN":1,"values":[1]}', 'note NaN: is not a field of xmr, which takes values.'],
    ['mannWhitney', '[{"a":[1],"b":[2]},{"a":[1]}]', '[1].b: is missing: mannWhitney needs a, b.'],
    ['counts', '{"x":', 'is not JSON'],
  ])('exits 2 with one sentence on standard error: %s %s', async (analysis, content, sentence) => {
    expect(await run(analysis, content)).toBe(2);
    expect(out).toBe('');
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('names every analysis and each of its fields in the help', () => {
    const program = new Command('leerkring');
    registerStats(program);
    program.commands[0]!.outputHelp();
    for (const name of ANALYSIS_NAMES) {
      const line = new RegExp(`^ {2}${name} .*$`, 'm').exec(out)?.[0];
      const { needs, may } = analysisFields(name);
      for (const field of [...needs, ...may]) expect(line).toMatch(new RegExp(`\\b${field}\\b`));
    }
  });
});
