import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { formAlternatives } from './alternatives.js';
import { checkSolution } from './check.js';
import { formInWorker, inWorker } from './in-worker.js';
import { certificates } from './certificates.js';
import type { ConflictCode, Instance } from './instance.js';
import { compile } from './problem.js';
import { readInstance } from './reader.js';
import { changed } from './relaxed-instance.js';
import { relaxations } from './relaxations.js';
import { sampleInstance } from './sample.js';

describe('formAlternatives', () => {
  it('gives different proposals, all measured with the weights of the round (GRP-05, GRP-08)', async () => {
    const instance = sampleInstance({ practices: 18, seed: 2 });
    const proposals = await formAlternatives(instance, { iterations: 10_000 });
    expect(proposals[0]!.kind).toBe('best-total');
    const keys = proposals.map(({ solution }) =>
      JSON.stringify(
        solution.groups.map(({ theme, date, members }) => [theme, date, [...members].sort()]).sort(),
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const [best] = proposals;
    for (const { kind, solution, report, margin } of proposals) {
      expect(checkSolution(instance, solution)).toEqual(report);
      expect(report.violations).toEqual([]);
      expect(margin).toBeGreaterThanOrEqual(0);
      if (kind === 'more-continuity')
        expect(report.fairness.continuity!).toBeGreaterThan(best!.report.fairness.continuity!);
      if (kind === 'fairest') {
        expect(report.fairness.minimum!).toBeGreaterThan(best!.report.fairness.minimum!);
        expect(report.objective).toBeGreaterThanOrEqual(best!.report.objective * 0.995 - 1e-9);
      }
    }
  }, 30_000);
});

describe('relaxations', () => {
  it('names the rules that clash and a concrete change that seats everybody (GRP-01)', async () => {
    const instance = sampleInstance({
      practices: 13,
      seed: 1,
      leaders: 1,
      availability: 0.9,
      forbidden: 0,
      min: 4,
      max: 6,
    });
    // Thirteen practices in groups of six or seven of which no two groups fit: 13 = 6 + 7.
    instance.config.groupSize = { min: 5, max: 6 };
    // seconds are a limit only: on a busy machine eight of them may end before the last family is tried
    const report = await relaxations(instance, { iterations: 4_000, seconds: 60 });
    expect(report.provenUnassigned).toBe(1);
    expect(report.conflicts.map(({ code }) => code)).toContain('SIZE_ARITHMETIC');
    expect(report.relaxations.map(({ family }) => family)).toEqual(
      expect.arrayContaining(['MIN_SIZE', 'MAX_SIZE']),
    );
    for (const { change, unassignedAfter, sentence } of report.relaxations) {
      expect(unassignedAfter).toBe(0);
      expect(sentence).toMatch(/^Iedereen krijgt een plaats als .*\.$/);
      expect(readInstance(JSON.parse(JSON.stringify(changed(instance, change))))).toBeTruthy();
    }
    const totals = report.relaxations.map(({ cost }) => cost.total!);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  }, 60_000);
});

/** Eight practices that all can on d1; twists make one clash each. */
function base(): Instance {
  return readInstance({
    format: 'igroups-instance/1',
    config: { groupSize: { min: 4, max: 6 } },
    themes: [{ id: 't' }],
    dates: [
      { id: 'd1', date: '2027-02-09' },
      { id: 'd2', date: '2027-02-10' },
    ],
    practices: Array.from({ length: 8 }, (_, i) => ({ id: `p${i}`, canLead: true, available: ['d1', 'd2'] })),
  });
}

const clashes: [ConflictCode, (instance: Instance) => unknown][] = [
  ['SIZE_ARITHMETIC', (instance: Instance) => void instance.practices.pop()],
  [
    'NOT_ENOUGH_LEADERS',
    (instance: Instance) => instance.practices.slice(1).forEach((practice) => (practice.canLead = false)),
  ],
  [
    'FORBIDDEN_CLIQUE',
    (instance: Instance) =>
      instance.forbiddenPairs.push(
        { a: 'p0', b: 'p1', reason: '' },
        { a: 'p0', b: 'p2', reason: '' },
        { a: 'p1', b: 'p2', reason: '' },
      ),
  ],
  ['NO_COMMON_DATE', (instance: Instance) => (instance.practices[0]!.available = [])],
  [
    'NO_LEADER_ON_DATE',
    (instance: Instance) =>
      instance.practices.forEach((practice, i) =>
        Object.assign(
          practice,
          { canLead: i > 3, available: i > 3 ? ['d1'] : ['d1', 'd2'] },
          i === 0 ? { available: ['d2'] } : {},
        ),
      ),
  ],
  [
    'LEADER_DATE_CONFLICT',
    (instance: Instance) =>
      instance.practices.forEach((practice, i) =>
        Object.assign(practice, {
          canLead: i === 7,
          available: i === 0 ? ['d1'] : i === 1 ? ['d2'] : ['d1', 'd2'],
        }),
      ),
  ],
  ['CAPACITY', (instance: Instance) => (instance.themes[0]!.maxGroups = 1)],
  ['NO_THEME', (instance: Instance) => (instance.practices[0]!.excludedThemes = ['t'])],
];

describe('certificates', () => {
  it.each(clashes)('proves %s in one sentence', (code, twist) => {
    const instance = base();
    twist(instance);
    const found = certificates(compile(instance)).find((conflict) => conflict.code === code);
    expect(found?.message).toMatch(/^[^\n]+\.$/);
    expect(found?.messageEn).toMatch(/^[^\n]+\.$/);
  });

  it('claims nothing about an instance that can be done', () => {
    expect(certificates(compile(base()))).toEqual([]);
  });
});

describe('inWorker', () => {
  beforeAll(() => {
    // The thread runs compiled code; this builds the engine the way the product's build does.
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    execFileSync(
      process.execPath,
      [
        'node_modules/@swc/cli/bin/swc.js',
        'libs/grouping',
        '-d',
        'dist',
        '--config-file',
        '.swcrc',
        '--quiet',
      ],
      { cwd: root },
    );
  }, 30_000);

  it('forms groups in a thread and reports progress', async () => {
    const instance = sampleInstance({ practices: 24, seed: 3 });
    const phases: string[] = [];
    const solution = await formInWorker(
      instance,
      { iterations: 20_000 },
      { onProgress: ({ phase }) => phases.push(phase) },
    );
    expect(checkSolution(instance, solution).violations).toEqual([]);
    expect(phases).toContain('counting');
  }, 20_000);

  it('ends with the best so far when it is cancelled', async () => {
    const instance = sampleInstance({ practices: 120, seed: 3 });
    const stop = new AbortController();
    const solution = await formInWorker(
      instance,
      { seconds: 600, prove: true },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(checkSolution(instance, solution).violations).toEqual([]);
    expect(solution.optimal).toBe(false);
  }, 30_000);

  it('passes bad input on as one sentence', async () => {
    const instance = sampleInstance({ practices: 8 });
    const solution = {
      format: 'igroups-solution/1',
      instance: '',
      status: 'feasible',
      groups: [],
      unassigned: [],
      conflicts: [],
      objective: null,
      bound: null,
      optimal: false,
      seconds: 0,
      iterations: 0,
    } as const;
    const request = { join: ['nope'] };
    await expect(
      inWorker({
        mode: 'repair',
        instance,
        solution: { ...solution, groups: [], unassigned: [], conflicts: [] },
        request,
      }),
    ).rejects.toThrow(/^join\[0\]: names no practice/);
  }, 20_000);
});
