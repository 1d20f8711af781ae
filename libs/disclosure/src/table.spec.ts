import { describe, expect, it } from '@jest/globals';
import { attackTable, protectTable } from './table-gate.js';
import { readTable } from './table-reader.js';

const json = () => ({
  schema: 'sdc-table/1',
  dims: [
    { name: 'practice', tree: { T: ['A', 'B', 'C'] } },
    { name: 'specialism', tree: { T: ['X', 'Y'] } },
  ],
  truth: { 'A|X': 3, 'A|Y': 20, 'B|X': 14, 'B|Y': 17, 'C|X': 22, 'C|Y': 19 } as Record<string, unknown>,
});

describe('sdc-table/1', () => {
  it('is filled in: margins, an outsider, the policy', () => {
    const table = readTable(json());
    expect(Object.fromEntries(table.truth!)).toMatchObject({ 'A|T': 23, 'T|X': 39, 'T|T': 95 });
    expect(table.cells.get('T|X')).toEqual(['A|X', 'B|X', 'C|X']);
    expect(table.attackers).toEqual([{ name: 'extern', knows: [] }]);
    expect(table.policy).toEqual({
      minCell: 5,
      p: 0.5,
      suppressZero: false,
      marginsFixed: false,
      neverSuppress: [],
    });
  });

  it('has trees of any depth, and overlapping groups of the same leaves', () => {
    const deep = { name: 'practice', tree: { T: ['N', 'S'], N: ['A', 'B'], S: ['C'], G: ['B', 'C'] } };
    const { cells } = readTable({ ...json(), dims: [deep, json().dims[1]] });
    expect(cells.size).toBe(7 * 3);
    expect(cells.get('N|T')).toEqual(['A|X', 'A|Y', 'B|X', 'B|Y']);
    expect(cells.get('G|Y')).toEqual(['B|Y', 'C|Y']);
  });

  it.each([
    [null, 'table: must be an object, found null.'],
    [{ ...json(), schema: 'x' }, 'schema: must be "sdc-table/1", found "x".'],
    [{ ...json(), dims: [] }, 'dims: must have at least one dimension.'],
    [{ ...json(), dims: [{ name: 'a' }] }, 'dims[0].tree: must be an object, found nothing.'],
    [{ ...json(), dims: [{ name: 'a', tree: { T: [] } }] }, 'dims[0].tree.T: must have at least one child.'],
    [
      { ...json(), dims: [{ name: 'a', tree: { T: ['A', 'A'] } }] },
      'dims[0].tree.T[1]: repeats the code "A".',
    ],
    [
      { ...json(), dims: [{ name: 'a', tree: { T: ['A|B'] } }] },
      'dims[0].tree.T: must not have a "|" in a code, which joins the codes of a cell.',
    ],
    [
      { ...json(), dims: [{ name: 'a', tree: { T: ['U'], U: ['T'] } }] },
      'dims[0].tree.T: is its own descendant.',
    ],
    [
      { ...json(), dims: [{ name: 'a', tree: { T: ['A', 'U'], U: ['A'] } }] },
      'dims[0].tree.T: counts a code twice through its children.',
    ],
    [{ ...json(), truth: { 'A|X': 3 } }, 'truth.A|Y: is missing.'],
    [{ ...json(), truth: undefined }, 'truth: is missing, and so is published.'],
    [{ ...json(), truth: { ...json().truth, 'A|X': '3' } }, 'truth.A|X: must be a number, found "3".'],
    [{ ...json(), truth: { ...json().truth, Q: 3 } }, 'truth.Q: names no cell, found "Q".'],
    [
      { ...json(), truth: { ...json().truth, 'A|T': 24 } },
      'truth.A|T: must be the sum of its parts, 23, found 24.',
    ],
    [{ ...json(), published: { 'A|X': 'x' } }, 'published.A|X: must be a number, found "x".'],
    [{ ...json(), policy: { minCell: 0 } }, 'policy.minCell: must be at least 1, found 0.'],
    [{ ...json(), policy: { p: -1 } }, 'policy.p: must be at least 0, found -1.'],
    [{ ...json(), policy: { marginsFixed: 1 } }, 'policy.marginsFixed: must be true or false, found 1.'],
    [{ ...json(), policy: { neverSuppress: ['Q'] } }, 'policy.neverSuppress[0]: names no cell, found "Q".'],
    [{ ...json(), protect: { 'A|X': { lpl: 1 } } }, 'protect.A|X.upl: must be a number, found nothing.'],
    [
      { ...json(), attackers: [{ name: 'm', knows: ['Q'] }] },
      'attackers[0].knows[0]: names no cell, found "Q".',
    ],
    [{ ...json(), attackers: [{ name: 'm' }, { name: 'm' }] }, 'attackers[1].name: repeats the name "m".'],
    [{ ...json(), extra: [{ terms: [['A|X', 1]] }] }, 'extra[0]: must have a value, or lo and hi.'],
    [
      { ...json(), extra: [{ terms: [['Q', 1]], value: 1 }] },
      'extra[0].terms[0][0]: names no cell, found "Q".',
    ],
    [{ ...json(), extra: [{ terms: [], lo: 2, hi: 1 }] }, 'extra[0].hi: must be at least lo, 2, found 1.'],
    [
      { ...json(), bounds: { 'A|X': [2, 1] } },
      'bounds.A|X: must be a lower and an upper bound, found [2,1].',
    ],
    [{ ...json(), patterns: { p: ['Q'] } }, 'patterns.p[0]: names no cell, found "Q".'],
  ])('is refused with one sentence that names the place: case %#', (input, sentence) => {
    expect(() => readTable(input)).toThrow(new Error(sentence));
  });

  it('is refused when truth does not agree with what is said beside it', async () => {
    const wrong = (change: object) => protectTable(readTable({ ...json(), ...change }));
    await expect(wrong({ extra: [{ terms: [['A|X', 1]], value: 4 }] })).rejects.toThrow(
      'extra[0]: does not hold in truth, where the sum is 3.',
    );
    await expect(wrong({ bounds: { 'A|X': [5, 9] } })).rejects.toThrow(
      'bounds.A|X: must hold the value of the cell, 3.',
    );
    await expect(wrong({ truth: { ...json().truth, 'A|X': 3.5 } })).rejects.toThrow(
      'truth.A|X: must be a whole number, found 3.5.',
    );
    await expect(wrong({ truth: undefined, published: { 'A|X': null } })).rejects.toThrow(
      'truth: is missing.',
    );
  });
});

describe('protectTable', () => {
  it('publishes nothing when a sensitive cell may never be suppressed', async () => {
    const answer = await protectTable(readTable({ ...json(), policy: { neverSuppress: ['A|X'] } }));
    expect(answer).toMatchObject({
      verdict: 'refused',
      reason: '"A|X" is sensitive and stands in policy.neverSuppress.',
    });
    expect(Object.values(answer.published).every((value) => value === null)).toBe(true);
  });

  it('protects cells by name with levels of their own, and tables of one dimension', async () => {
    const table = {
      schema: 'sdc-table/1',
      dims: [{ name: 'practice', tree: { T: ['A', 'B', 'C'] } }],
      truth: { A: 100, B: 30, C: 200 },
      protect: { A: { lpl: 20, upl: 20 } },
    };
    const { published, secondary, verdict } = await protectTable(readTable(table));
    expect([verdict, secondary, published['A']]).toEqual(['safe', 1, null]);
    const attacked = await attackTable(readTable({ ...table, published }));
    expect(attacked.verdict).toBe('safe');
  });

  it('protects tables with hierarchies on both sides, which are no network', async () => {
    const table = {
      schema: 'sdc-table/1',
      dims: [
        { name: 'practice', tree: { T: ['N', 'S'], N: ['A', 'B'], S: ['C', 'D'] } },
        { name: 'specialism', tree: { T: ['U', 'V'], U: ['X', 'Y'], V: ['P', 'Q'] } },
      ],
      truth: Object.fromEntries(
        ['A', 'B', 'C', 'D'].flatMap((row, i) =>
          ['X', 'Y', 'P', 'Q'].map((column, j) => [
            `${row}|${column}`,
            i + j === 0 ? 3 : 9 + ((7 * i + 5 * j) % 11),
          ]),
        ),
      ),
      attackers: ['A', 'B', 'C', 'D'].map((name) => ({
        name,
        knows: ['X', 'Y', 'P', 'Q', 'U', 'V', 'T'].map((column) => `${name}|${column}`),
      })),
    };
    const { published, verdict } = await protectTable(readTable(table), { seconds: 8, seed: 3 });
    expect(verdict).toBe('safe');
    expect((await attackTable(readTable({ ...table, published }))).verdict).toBe('safe');
  });
});

describe('attackTable', () => {
  it('needs published or the name of a pattern, and names the patterns there are', async () => {
    const patterns = { one: ['A|X'], two: ['A|X', 'A|Y'] };
    await expect(attackTable(readTable({ ...json(), patterns }))).rejects.toThrow(
      'published: is missing; the patterns that can be attacked are "one", "two".',
    );
    await expect(attackTable(readTable({ ...json(), patterns }), { pattern: 'x' })).rejects.toThrow(
      'patterns: has no pattern "x".',
    );
  });

  it('reports a sensitive cell that is published to everybody who does not know it', async () => {
    const attackers = [
      { name: 'A', knows: ['A|X', 'A|Y'] },
      { name: 'B', knows: ['B|X', 'B|Y'] },
    ];
    const { verdict, findings } = await attackTable(
      readTable({ ...json(), attackers, patterns: { none: [] } }),
      {
        pattern: 'none',
      },
    );
    expect(verdict).toBe('unsafe');
    expect(findings).toEqual([{ attacker: 'B', cell: 'A|X', lo: 3, hi: 3, sensitive: true, safe: false }]);
  });

  it('judges a table without truth only by what is pinned', async () => {
    const truth = readTable(json()).truth!;
    const published = (hidden: string[]) =>
      Object.fromEntries([...truth].map(([cell, value]) => [cell, hidden.includes(cell) ? null : value]));
    const attacked = async (hidden: string[]) =>
      (await attackTable(readTable({ ...json(), truth: undefined, published: published(hidden) }))).verdict;
    expect(await attacked(['A|X', 'A|Y'])).toBe('unsafe');
    expect(await attacked(['A|X', 'A|Y', 'B|X', 'B|Y'])).toBe('unjudged');
  });

  it('refuses figures that contradict each other', async () => {
    const published = { ...Object.fromEntries(readTable(json()).truth!), 'A|T': 99 };
    await expect(attackTable(readTable({ ...json(), truth: undefined, published }))).rejects.toThrow(
      'published: holds figures that contradict each other.',
    );
  });

  it('uses a margin that somebody knows besides the table', async () => {
    const patterns = { rows: ['A|X', 'A|Y', 'A|T', 'B|X', 'B|Y', 'B|T'] };
    const attackers = [
      { name: 'o', knows: [] as string[] },
      { name: 'm', knows: ['A|T'] },
    ];
    const { findings } = await attackTable(readTable({ ...json(), attackers, patterns }), {
      pattern: 'rows',
    });
    const of = (attacker: string, cell: string) =>
      findings.find((found) => found.attacker === attacker && found.cell === cell);
    expect(of('o', 'A|T')).toMatchObject({ lo: 0, hi: 54 });
    expect(of('o', 'A|Y')).toMatchObject({ lo: 0, hi: 37 });
    expect(of('m', 'A|T')).toBeUndefined();
    expect(of('m', 'A|Y')).toMatchObject({ lo: 6, hi: 23 });
  });
});
