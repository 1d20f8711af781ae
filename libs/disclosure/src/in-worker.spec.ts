import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { attackInWorker, DisclosureWorkerError, inWorker, protectInWorker } from './in-worker.js';
import type { ProtectionProblem, ProtectionProgress } from './statements.js';
import { tableProblem } from './table-gate.js';
import { readTable } from './table-reader.js';

const table = JSON.parse(
  readFileSync(new URL('./fixtures/sdc-pub-01.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

/** A table of practices and specialisms that takes the search a while. */
function large(): ProtectionProblem {
  const rows = [...Array(40).keys()].map((at) => `P${at}`);
  const columns = [...Array(12).keys()].map((at) => `S${at}`);
  const truth = Object.fromEntries(
    rows.flatMap((row, i) =>
      columns.map((column, j) => {
        const spread = (i * 7919 + j * 104729) % 97;
        return [`${row}|${column}`, spread < 4 ? 1 + spread : 6 + (spread % 40)];
      }),
    ),
  );
  return tableProblem(
    readTable({
      schema: 'sdc-table/1',
      dims: [
        { name: 'practice', tree: { T: rows } },
        { name: 'specialism', tree: { T: columns } },
      ],
      truth,
      attackers: rows.map((name) => ({ name, knows: columns.map((column) => `${name}|${column}`) })),
    }),
  );
}

describe('a run in a thread of its own', () => {
  it('protects and attacks tables and general problems, and tells how far it is', async () => {
    const seen: ProtectionProgress[] = [];
    const answer = await inWorker(
      { mode: 'protect-table', table, options: { seconds: 10, seed: 2 } },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(answer).toMatchObject({ verdict: 'safe', secondary: 3, proven: true });
    expect(seen[0]).toMatchObject({ phase: 'checking', secondary: null });
    const attacked = await inWorker({
      mode: 'attack-table',
      table: { ...table, published: answer.published },
    });
    expect(attacked.verdict).toBe('safe');

    const problem = tableProblem(readTable(table));
    const { suppressed, secondary } = await protectInWorker(problem, { seconds: 10, seed: 2 });
    expect(secondary).toBe(3);
    const statements = problem.candidates.filter(({ key }) => !suppressed.includes(key));
    expect((await attackInWorker({ ...problem, statements })).every(({ safe }) => safe)).toBe(true);
  });

  it('hands bad input back with its sentence and its name', async () => {
    const failing = inWorker({ mode: 'protect-table', table: { ...table, dims: [] } });
    await expect(failing).rejects.toThrow('dims: must have at least one dimension.');
    await expect(failing).rejects.toBeInstanceOf(DisclosureWorkerError);
    await expect(failing).rejects.toMatchObject({ name: 'DisclosureInputError' });
  });

  it('ends with a pattern that holds when it is stopped while improving', async () => {
    const problem = large();
    const stop = new AbortController();
    const answer = await protectInWorker(
      problem,
      { seconds: 600, seed: 1 },
      { signal: stop.signal, onProgress: ({ secondary }) => secondary !== null && stop.abort() },
    );
    expect(answer.verdict).toBe('safe');
    const statements = problem.candidates.filter(({ key }) => !answer.suppressed.includes(key));
    expect((await attackInWorker({ ...problem, statements })).every(({ safe }) => safe)).toBe(true);
  });

  it('does not start for a signal that was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(protectInWorker(large(), {}, { signal })).rejects.toThrow('too late');
  });
});
