import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { attack } from './attack.js';
import { linkage } from './linkage.js';
import { invertByar, rateInterval } from './rates.js';
import { attackTable, protectTable, tableProblem } from './table-gate.js';
import { readTable } from './table-reader.js';

interface Vector {
  patterns: Record<string, unknown>;
  expected: Record<string, unknown> & {
    intervals: Record<string, Record<string, [number, number]>>;
    safe: Record<string, boolean>;
  };
}

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T;
}

const tables = ['sdc-pub-01', 'sdc-pub-02', 'sdc-pub-03', 'sdc-pub-04', 'sdc-pub-05'];

/** True when the table with these cells hidden besides the sensitive ones passes the attack. */
async function safeWith(json: object, hidden: readonly string[]): Promise<boolean> {
  const table = readTable({ ...json, patterns: { tried: hidden } });
  return (await attackTable(table, { pattern: 'tried' })).verdict === 'safe';
}

/** All sets of `size` cells of the list. */
function* choices(cells: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) yield [];
  for (let at = from; at <= cells.length - size && size > 0; at++)
    for (const rest of choices(cells, size - 1, at + 1)) yield [cells[at]!, ...rest];
}

describe('the attack on the public tables', () => {
  it.each(tables)(
    'finds every interval of %s that was proven, and judges every pattern (MIR-07)',
    async (name) => {
      const json = fixture<Vector>(name);
      const table = readTable(json);
      for (const pattern of Object.keys(json.patterns)) {
        const { verdict, findings } = await attackTable(table, { pattern });
        expect([pattern, verdict]).toEqual([pattern, json.expected.safe[pattern] ? 'safe' : 'unsafe']);
        const proven =
          json.expected.intervals[pattern] ?? json.expected.intervals[`${pattern} (integer)`] ?? {};
        for (const [key, interval] of Object.entries(proven)) {
          const [attacker, cell] = key.split('::');
          const found = findings.find((one) => one.attacker === attacker && one.cell === cell)!;
          expect([pattern, key, found.lo, found.hi]).toEqual([pattern, key, ...interval]);
        }
      }
    },
  );

  it('finds in fractions what whole numbers rule out: a rate to one decimal (sdc-pub-05)', async () => {
    const table = readTable({ ...fixture<object>('sdc-pub-05'), integer: false });
    const { findings } = await attackTable(table, { pattern: 'counts-suppressed-rate-shown' });
    const found = findings.find(({ cell }) => cell === 'A|KNO')!;
    expect(found.lo).toBeCloseTo(2.9375, 6);
    expect(found.hi).toBeCloseTo(3.1725, 6);
    expect(rateInterval(1.3, 1, 1000, 2350)).toEqual({ lo: 2.9375, hi: 3.1725, counts: { lo: 3, hi: 3 } });
  });

  it('sees what propagation of intervals cannot: two rows less two columns (sdc-pub-02)', async () => {
    const json = fixture<Vector & { expected: { singleCellsThatRepair: string[] } }>('sdc-pub-02');
    const nine = json.patterns['nine'] as string[];
    const repairing: string[] = [];
    for (const cell of readTable(json).cells.keys())
      if (!nine.includes(cell) && !cell.split('|').includes('T') && (await safeWith(json, [...nine, cell])))
        repairing.push(cell);
    expect(repairing.sort()).toEqual([...json.expected.singleCellsThatRepair].sort());
  });
});

describe('the protection of the public tables', () => {
  const least: [string, number][] = [
    ['sdc-pub-01', 3],
    ['sdc-pub-02', 3],
    ['sdc-pub-03', 2],
    ['sdc-pub-04', 7],
    ['sdc-pub-05', 3],
  ];

  it.each(least)(
    'needs the proven number of complements for %s: %d, and passes the attack',
    async (name, number) => {
      const json = fixture<object>(name);
      const answer = await protectTable(readTable(json), { seconds: 20, seed: 11 });
      expect([answer.verdict, answer.secondary, answer.proven]).toEqual(['safe', number, true]);
      const { verdict } = await attackTable(readTable({ ...json, published: answer.published }));
      expect(verdict).toBe('safe');
    },
  );

  it('needs no fewer when margins are fixed in three dimensions: a cube (sdc-pub-04)', async () => {
    const json = fixture<{ policy: object }>('sdc-pub-04');
    const table = readTable({ ...json, policy: { ...json.policy, marginsFixed: true } });
    const { secondary, proven } = await protectTable(table, { seconds: 20, seed: 2 });
    expect([secondary, proven]).toEqual([7, true]);
  });

  it('has sixteen patterns of three complements and none of two (sdc-pub-01)', async () => {
    const json = fixture<{ truth: Record<string, number> }>('sdc-pub-01');
    const cells = Object.keys(json.truth).filter((cell) => cell !== 'A|KNO');
    const count = async (size: number) => {
      let found = 0;
      for (const chosen of choices(cells, size)) if (await safeWith(json, ['A|KNO', ...chosen])) found += 1;
      return found;
    };
    expect(await count(2)).toBe(0);
    expect(await count(3)).toBe(16);
  });

  it('has one best pattern where zeros cannot serve (sdc-pub-03)', async () => {
    const json = fixture<{ truth: Record<string, number> }>('sdc-pub-03');
    const primary = ['A|GER', 'C|NEU'];
    const cells = Object.keys(json.truth).filter((cell) => !primary.includes(cell) && json.truth[cell]! > 0);
    const found: string[][] = [];
    for (const size of [1, 2])
      for (const chosen of choices(cells, size))
        if (await safeWith(json, [...primary, ...chosen])) found.push(chosen);
    expect(found).toEqual([['A|NEU', 'C|GER']]);
    const { published } = await protectTable(readTable(json), { seconds: 10, seed: 4 });
    expect(published['A|REU']).toBe(0);
  });

  it('chooses among equal patterns by the seed (sdc-pub-01)', async () => {
    const table = readTable(fixture('sdc-pub-01'));
    const patterns = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const { published, secondary } = await protectTable(table, { seconds: 5, seed });
      expect(secondary).toBe(3);
      patterns.add(
        Object.keys(published)
          .filter((cell) => published[cell] === null)
          .join(),
      );
    }
    expect(patterns.size).toBeGreaterThan(2);
  });
});

describe('what leaks beside the table', () => {
  it('links three of five fresh labels by the values that were published again (sdc-pub-06)', () => {
    interface Release {
      labels: string[];
      rates: Record<string, number[]>;
    }
    const json = fixture<{ release1: Release; release2: Release; expected: { links: object[] } }>(
      'sdc-pub-06',
    );
    const values = ({ labels, rates }: Release) =>
      new Map(labels.map((label, at) => [label, Object.values(rates).map((row) => row[at]!)]));
    const { links, uniquelyRelinked } = linkage(values(json.release1), values(json.release2));
    expect(uniquelyRelinked).toBe(3);
    expect(
      links.map(({ label, candidates, unique }) => ({
        release1: label,
        candidatesRelease2: candidates,
        unique,
      })),
    ).toEqual(json.expected.links);
  });

  it('reads the list size of a practice from its rate and interval (sdc-pub-07)', () => {
    const json = fixture<{
      published: { rate: number; lo: number; hi: number };
      publicListSizes: Record<string, number>;
    }>('sdc-pub-07');
    expect(invertByar({ ...json.published, decimals: 1, per: 1000 }, json.publicListSizes)).toEqual({
      counts: { lo: 137, hi: 138 },
      denominators: { lo: 2480, hi: 2498 },
      fits: ['practice-1'],
    });
  });
});

describe('a group of four', () => {
  const rows = ['H', 'J', 'K', 'L'];
  const columns = ['CHI', 'DER', 'KNO', 'OOG'];
  const counts = [
    [24, 31, 18, 27],
    [29, 22, 35, 16],
    [3, 26, 21, 33],
    [19, 28, 30, 25],
  ];
  const knows = (...own: string[]) => own.flatMap((row) => columns.map((column) => `${row}|${column}`));
  const member = (...own: string[]) => ({ name: own.join('+'), knows: knows(...own) });
  const table = (attackers: object[], marginsFixed: boolean) =>
    readTable({
      schema: 'sdc-table/1',
      dims: [
        { name: 'practice', tree: { T: rows } },
        { name: 'specialism', tree: { T: columns } },
      ],
      truth: Object.fromEntries(
        rows.flatMap((row, i) => columns.map((column, j) => [`${row}|${column}`, counts[i]![j]!])),
      ),
      policy: { marginsFixed },
      attackers,
    });
  const pairs = rows.flatMap((a, at) => rows.slice(at + 1).map((b) => member(a, b)));
  const audiences: [string, object[], number][] = [
    ['an outsider', [{ name: 'outsider', knows: [] }], 3],
    ['each member', rows.map((row) => member(row)), 5],
    ['any pair', pairs, 7],
  ];

  it.each(audiences)('needs against %s with margins shown: %#', async (_, attackers, number) => {
    const { secondary, proven } = await protectTable(table(attackers, true), { seconds: 20, seed: 3 });
    expect([secondary, proven]).toEqual([number, true]);
  });

  it('cannot be protected against all three others while margins are shown', async () => {
    const answer = await protectTable(table([member('H', 'J', 'L')], true), { seconds: 20, seed: 3 });
    expect(answer.verdict).toBe('refused');
    expect(answer.reason).toBe(
      'Even with everything hidden that may be hidden, "K|CHI" cannot be kept from "H+J+L".',
    );
    expect(Object.values(answer.published).every((value) => value === null)).toBe(true);
  });

  it('needs three against everybody when margins may go', async () => {
    const everybody = [...pairs, member('H', 'J', 'L')];
    const { secondary, proven } = await protectTable(table(everybody, false), { seconds: 20, seed: 3 });
    expect([secondary, proven]).toEqual([3, true]);
  });
});

describe('overlapping releases', () => {
  it('recovers a safe rectangle across two groups once the totals of the groups are read too', async () => {
    const json = {
      schema: 'sdc-table/1',
      dims: [
        { name: 'practice', tree: { T: ['A', 'B', 'C', 'D'] } },
        { name: 'specialism', tree: { T: ['X', 'Y', 'Z'] } },
      ],
      truth: {
        'A|X': 3,
        'A|Y': 20,
        'A|Z': 31,
        'B|X': 14,
        'B|Y': 17,
        'B|Z': 12,
        'C|X': 22,
        'C|Y': 19,
        'C|Z': 25,
        'D|X': 16,
        'D|Y': 28,
        'D|Z': 11,
      },
      patterns: { rectangle: ['A|X', 'A|Y', 'C|X', 'C|Y'] },
    };
    expect((await attackTable(readTable(json), { pattern: 'rectangle' })).verdict).toBe('safe');
    const group = (one: string, other: string, column: string, value: number) => ({
      terms: [
        [`${one}|${column}`, 1],
        [`${other}|${column}`, 1],
      ],
      value,
    });
    const extra = [group('A', 'B', 'X', 17), group('A', 'B', 'Y', 37)];
    const { verdict, findings } = await attackTable(readTable({ ...json, extra }), { pattern: 'rectangle' });
    expect(verdict).toBe('unsafe');
    expect(findings.find(({ cell }) => cell === 'A|X')).toMatchObject({ lo: 3, hi: 3 });

    const answer = await protectTable(readTable({ ...json, extra }), { seconds: 10, seed: 1 });
    expect(answer.verdict).toBe('safe');
    expect((await attackTable(readTable({ ...json, extra, published: answer.published }))).verdict).toBe(
      'safe',
    );
  });

  it('counts statements of earlier releases against a new one: a year less three quarters', async () => {
    const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
    const counts = [12, 9, 14, 3];
    const atoms = quarters.map((key, at) => ({ key, value: counts[at]! }));
    const quarter = (at: number) => ({
      key: quarters[at]!,
      terms: [{ atom: quarters[at]!, coefficient: 1 }],
    });
    const shown = [0, 1, 2].map((at) => ({ ...quarter(at), lo: counts[at]!, hi: counts[at]! }));
    const year = { key: 'year', terms: quarters.map((atom) => ({ atom, coefficient: 1 })), lo: 38, hi: 38 };
    const secret = { ...quarter(3), value: 3, lower: 2, upper: 2 };
    const outsider = { name: 'outsider', knows: [] };
    const before = await attack({ atoms, statements: shown, secrets: [secret], attackers: [outsider] });
    expect(before).toEqual([{ attacker: 'outsider', secret: 'Q4', lo: 0, hi: null, safe: true }]);
    const after = await attack({
      atoms,
      statements: [...shown, year],
      secrets: [secret],
      attackers: [outsider],
    });
    expect(after[0]).toMatchObject({ lo: 3, hi: 3, safe: false });
  });

  it('turns a table into statements over its leaves', () => {
    const { atoms, candidates, secrets } = tableProblem(readTable(fixture('sdc-pub-01')));
    expect([atoms.length, candidates.length]).toEqual([16, 25]);
    expect(candidates.find(({ key }) => key === 'T|T')!.terms).toHaveLength(16);
    expect(secrets).toMatchObject([{ key: 'A|KNO', value: 3, lower: 2, upper: 2 }]);
  });
});
