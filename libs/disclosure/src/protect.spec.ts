import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attack } from './attack.js';
import { protect } from './protect.js';
import type { Attacker, Candidate, ProtectionProblem, Statement } from './statements.js';

const term = (atom: string) => ({ atom, coefficient: 1 });

/** A two-way table of counts with all margins as candidates; counts 1 to 4 are sensitive. */
function tableOf(counts: readonly (readonly number[])[], attackers: Attacker[]): ProtectionProblem {
  const cells = counts.flatMap((row, i) => row.map((value, j) => ({ i, j, key: `${i}|${j}`, value })));
  const margin = (key: string, of: typeof cells): Candidate => {
    const value = of.reduce((sum, one) => sum + one.value, 0);
    return { key, terms: of.map((one) => term(one.key)), lo: value, hi: value, value };
  };
  const sensitive = cells.filter(({ value }) => value > 0 && value < 5);
  return {
    atoms: cells.map(({ key, value }) => ({ key, value })),
    ledger: [],
    candidates: [
      ...cells.map((one) => ({ ...margin(one.key, [one]), mustHide: sensitive.includes(one) })),
      ...counts.map((_, row) =>
        margin(
          `${row}|T`,
          cells.filter(({ i }) => i === row),
        ),
      ),
      ...counts[0]!.map((_, column) =>
        margin(
          `T|${column}`,
          cells.filter(({ j }) => j === column),
        ),
      ),
      margin('T|T', cells),
    ],
    secrets: sensitive.map(({ key, value }) => ({
      key,
      terms: [term(key)],
      value,
      lower: Math.max(1, Math.ceil(value / 2)),
      upper: Math.max(5 - value, Math.ceil(value / 2)),
    })),
    attackers,
  };
}

const rowKnown = (row: number, columns: number): Attacker => ({
  name: `member ${row}`,
  knows: [...Array(columns).keys()].map((column) => `${row}|${column}`),
});
const outsider: Attacker = { name: 'outsider', knows: [] };

async function passes(problem: ProtectionProblem, hidden: ReadonlySet<string>): Promise<boolean> {
  const statements: Statement[] = [
    ...problem.ledger,
    ...problem.candidates.filter(({ key }) => !hidden.has(key)),
  ];
  return (await attack({ ...problem, statements })).every(({ safe }) => safe);
}

/** The smallest number of complements that passes the attack, by trying all; null when none does. */
async function leastByTrying(problem: ProtectionProblem): Promise<number | null> {
  const primary = problem.candidates.filter(({ mustHide }) => mustHide).map(({ key }) => key);
  const free = problem.candidates
    .filter(({ mustHide, mustShow, value }) => !mustHide && !mustShow && value !== 0)
    .map(({ key }) => key);
  const tryWith = async (chosen: string[], from: number, left: number): Promise<boolean> => {
    if (left === 0) return passes(problem, new Set([...primary, ...chosen]));
    for (let at = from; at <= free.length - left; at++)
      if (await tryWith([...chosen, free[at]!], at + 1, left - 1)) return true;
    return false;
  };
  for (let size = 0; size <= free.length; size++) if (await tryWith([], 0, size)) return size;
  return null;
}

const counts = (rows: number, columns: number) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 30 })), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: rows, maxLength: rows },
  );

describe('protection', () => {
  it('hides as few figures as trying all patterns finds (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(counts(2, 3), fc.boolean(), async (values, members) => {
        const problem = tableOf(values, members ? [rowKnown(0, 3), rowKnown(1, 3)] : [outsider]);
        const answer = await protect(problem, { seconds: 10, seed: 1 });
        const least = await leastByTrying(problem);
        expect(answer.verdict).toBe(least === null ? 'refused' : 'safe');
        if (least !== null) expect([answer.secondary, answer.proven]).toEqual([least, true]);
      }),
      { numRuns: 8, seed: 5 },
    );
  });

  it('hides as few figures as trying all patterns finds, where sums form no network (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(counts(2, 2), fc.boolean(), async (values, members) => {
        const problem = tableOf(values, members ? [rowKnown(0, 2), rowKnown(1, 2)] : [outsider]);
        const crossing = [
          ['0|0', '1|1'],
          ['0|1', '1|0'],
        ];
        for (const pair of crossing) {
          const value = pair.reduce(
            (sum, key) => sum + problem.atoms.find((one) => one.key === key)!.value,
            0,
          );
          problem.candidates.push({
            key: pair.join('+'),
            terms: pair.map(term),
            lo: value,
            hi: value,
            value,
          });
        }
        const answer = await protect(problem, { seconds: 10, seed: 1 });
        const least = await leastByTrying(problem);
        expect(answer.verdict).toBe(least === null ? 'refused' : 'safe');
        if (least !== null) expect([answer.secondary, answer.proven]).toEqual([least, true]);
      }),
      { numRuns: 8, seed: 3 },
    );
  });

  it('always passes the attack, also with an earlier statement and shown margins (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(counts(4, 4), fc.boolean(), fc.nat(3), async (values, fixed, column) => {
        const attackers = [0, 1, 2, 3].map((row) => rowKnown(row, 4));
        const problem = tableOf(values, attackers);
        if (fixed)
          problem.candidates = problem.candidates.map((one) => ({ ...one, mustShow: one.terms.length > 1 }));
        const pair = [`0|${column}`, `1|${column}`];
        const sum = values[0]![column]! + values[1]![column]!;
        problem.ledger.push({ key: 'earlier', terms: pair.map(term), lo: sum - 1, hi: sum + 2 });
        const answer = await protect(problem, { seconds: 3, seed: 2 });
        const hidden = new Set(answer.suppressed);
        if (answer.verdict === 'safe') expect(await passes(problem, hidden)).toBe(true);
        else {
          const all = problem.candidates.filter(({ mustShow, value }) => !mustShow && value !== 0);
          expect(await passes(problem, new Set(all.map(({ key }) => key)))).toBe(false);
        }
      }),
      { numRuns: 12, seed: 9 },
    );
  });

  it('gives the same verdict and number whatever the order of the practices (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(
        counts(3, 3),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        async (values, order) => {
          const attackers = [0, 1, 2].map((row) => rowKnown(row, 3));
          const one = await protect(tableOf(values, attackers), { seconds: 5, seed: 1 });
          const other = await protect(
            tableOf(
              order.map((row) => values[row]!),
              attackers,
            ),
            { seconds: 5, seed: 2 },
          );
          expect([other.verdict, other.secondary]).toEqual([one.verdict, one.secondary]);
        },
      ),
      { numRuns: 6, seed: 4 },
    );
  });

  it('has something to protect: with nothing hidden the attack succeeds (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(counts(3, 3), async (values) => {
        const problem = tableOf(values, [outsider]);
        fc.pre(problem.secrets.length > 0);
        expect(await passes(problem, new Set())).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('never hides a zero and never a statement that is out already', async () => {
    const problem = tableOf(
      [
        [3, 0, 40],
        [20, 30, 0],
        [25, 0, 35],
      ],
      [outsider],
    );
    const answer = await protect(problem, { seconds: 5 });
    expect(answer.verdict).toBe('safe');
    for (const key of ['0|1', '1|2', '2|1']) expect(answer.suppressed).not.toContain(key);
    const all = problem.candidates.filter(({ key }) => key !== '0|0');
    const refused = await protect({ ...problem, ledger: all });
    expect(refused).toMatchObject({
      verdict: 'refused',
      reason: 'Even with everything hidden that may be hidden, "0|0" cannot be kept from "outsider".',
    });
  });

  it('hides rates and counts of one cell together, and leaves a rate that tells nothing', async () => {
    const atoms = [
      { key: 'a', value: 3 },
      { key: 'b', value: 30 },
    ];
    const count = (key: string, value: number): Candidate => ({
      key,
      terms: [term(key)],
      lo: value,
      hi: value,
      value,
    });
    const rate = (key: string, coefficient: number, lo: number, hi: number, value: number): Candidate => ({
      key: `rate ${key}`,
      terms: [{ atom: key, coefficient }],
      lo,
      hi,
      value,
    });
    const problem: ProtectionProblem = {
      atoms,
      ledger: [],
      candidates: [
        count('a', 3),
        count('b', 30),
        // 1.3 per 1000 of 2350, and 0 to 50 per 1000 of 60: only the first says how many
        rate('a', 1000 / 2350, 1.25, 1.35, 3000 / 2350),
        { ...rate('a', 1000 / 60, 0, 200, 50), key: 'coarse a' },
      ],
      secrets: [{ key: 'a', terms: [term('a')], value: 3, lower: 2, upper: 2 }],
      attackers: [outsider],
    };
    const answer = await protect(problem, { seconds: 5 });
    expect(answer).toMatchObject({ verdict: 'safe', proven: true });
    expect(answer.suppressed.sort()).toEqual(['a', 'rate a']);
  });

  it('spares what has more weight', async () => {
    const problem = tableOf(
      [
        [3, 20, 40],
        [20, 30, 25],
        [25, 28, 35],
      ],
      [outsider],
    );
    problem.candidates = problem.candidates.map((one) => ({
      ...one,
      weight: one.terms.length > 1 || /^1\||\|1$/.test(one.key) ? 50 : 1,
    }));
    const answer = await protect(problem, { seconds: 5 });
    expect(answer.suppressed.sort()).toEqual(['0|0', '0|2', '2|0', '2|2']);
    expect(answer.proven).toBe(true);
  });

  it('hides nothing where nothing is sensitive', async () => {
    const answer = await protect(
      tableOf(
        [
          [5, 9],
          [12, 7],
        ],
        [],
      ),
      { seconds: 1 },
    );
    expect(answer).toMatchObject({ verdict: 'safe', suppressed: [], secondary: 0, proven: true });
  });

  it('gives up nothing when it is stopped: an error, or a pattern that the attack has passed', async () => {
    const problem = tableOf(
      [
        [3, 20],
        [20, 30],
      ],
      [outsider],
    );
    await expect(protect(problem, { shouldStop: () => true })).rejects.toThrow(/stopped/);
  });

  it('says which value cannot be read', async () => {
    const problem = tableOf(
      [
        [3, 20],
        [20, 30],
      ],
      [outsider],
    );
    const wrong = (change: Partial<ProtectionProblem>) => protect({ ...problem, ...change });
    const [first, ...rest] = problem.candidates;
    await expect(wrong({ candidates: [{ ...first!, value: 4 }, ...rest] })).rejects.toThrow(
      'candidates[0].value: is not the sum of its terms, found 4.',
    );
    await expect(wrong({ candidates: [{ ...first!, lo: 4, hi: 9 }, ...rest] })).rejects.toThrow(
      'candidates[0]: does not hold the value of its sum, 3.',
    );
    await expect(wrong({ candidates: [first!, first!] })).rejects.toThrow(
      'candidates[1].key: repeats the candidate "0|0".',
    );
    await expect(wrong({ candidates: [{ ...first!, mustShow: true }] })).rejects.toThrow(
      'candidates[0]: cannot be both mustHide and mustShow.',
    );
    await expect(wrong({ candidates: [{ ...first!, weight: 0 }] })).rejects.toThrow(
      'candidates[0].weight: must be above 0, found 0.',
    );
    await expect(wrong({ atoms: [...problem.atoms, problem.atoms[0]!] })).rejects.toThrow(
      'atoms[4].key: repeats the atom "0|0".',
    );
    await expect(wrong({ secrets: [{ ...problem.secrets[0]!, value: 9 }] })).rejects.toThrow(
      'secrets[0].value: is not the sum of its terms, found 9.',
    );
  });
});
