import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attack } from './attack.js';
import type { AttackProblem, Finding, Statement, Term } from './statements.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const MOST = 4;

/** Terms over the first atoms, coefficients from the list. */
const sums = (atoms: number, coefficients: number[]) =>
  fc
    .array(fc.constantFrom(0, ...coefficients), { minLength: atoms, maxLength: atoms })
    .map((list) =>
      list
        .map((coefficient, at): Term => ({ atom: names[at]!, coefficient }))
        .filter(({ coefficient }) => coefficient !== 0),
    )
    .filter((terms) => terms.length > 0);

interface Case {
  values: number[];
  sums: { terms: Term[]; below: number; above: number }[];
  secret: Term[];
  known: number[];
}

const cases = (coefficients: number[]): fc.Arbitrary<Case> =>
  fc.integer({ min: 2, max: 4 }).chain((atoms) =>
    fc.record({
      values: fc.array(fc.integer({ min: 0, max: MOST }), { minLength: atoms, maxLength: atoms }),
      sums: fc.array(
        fc.record({
          terms: sums(atoms, coefficients),
          below: fc.constantFrom(0, 0, 0, 0.5, 1),
          above: fc.constantFrom(0, 0, 0, 0.7, 2),
        }),
        { maxLength: 4 },
      ),
      secret: sums(atoms, coefficients),
      known: fc.subarray([...Array(atoms).keys()], { maxLength: 1 }),
    }),
  );

const sumOf = (terms: readonly Term[], world: readonly number[]) =>
  terms.reduce((sum, { atom, coefficient }) => sum + coefficient * world[names.indexOf(atom)]!, 0);

function problemOf({ values, sums: list, secret, known }: Case): AttackProblem {
  return {
    atoms: values.map((value, at) => ({ key: names[at]!, value, lower: 0, upper: MOST })),
    statements: list.map(({ terms, below, above }, at): Statement => {
      const value = sumOf(terms, values);
      return { key: `s${at}`, terms, lo: value - below, hi: value + above };
    }),
    secrets: [{ key: 'secret', terms: secret, value: sumOf(secret, values), lower: 1, upper: 1 }],
    attackers: [{ name: 'x', knows: known.map((at) => names[at]!) }],
  };
}

/** The interval by trying every world; null when the attacker knows the secret itself. */
function byTrying(
  { values, secret, known }: Case,
  statements: readonly Statement[],
): [number, number] | null {
  if (secret.every(({ atom }) => known.includes(names.indexOf(atom)))) return null;
  let [lo, hi] = [Infinity, -Infinity];
  const world: number[] = [];
  const visit = (at: number) => {
    if (at < values.length) {
      for (let value = 0; value <= MOST; value++) {
        if (known.includes(at) && value !== values[at]) continue;
        world[at] = value;
        visit(at + 1);
      }
      return;
    }
    const allowed = statements.every((one) => {
      const sum = sumOf(one.terms, world);
      return sum >= one.lo - 1e-9 && (one.hi === null || sum <= one.hi + 1e-9);
    });
    if (!allowed) return;
    lo = Math.min(lo, sumOf(secret, world));
    hi = Math.max(hi, sumOf(secret, world));
  };
  visit(0);
  return [lo, hi];
}

const one = (findings: readonly Finding[]) => {
  const found = findings[0];
  return found ? [found.lo, found.hi] : null;
};

describe('an attack', () => {
  it('gives the interval that trying every table gives, in networks (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(cases([1]), async (tried) => {
        const problem = problemOf(tried);
        expect(one(await attack(problem))).toEqual(byTrying(tried, problem.statements));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the interval that trying every table gives, for sums of any shape (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(cases([1, 1, 2, -1, 3]), async (tried) => {
        const problem = problemOf(tried);
        expect(one(await attack(problem))).toEqual(byTrying(tried, problem.statements));
      }),
      { numRuns: 250 },
    );
  });

  it('is never widened by a further statement, nor by knowing more (MIR-07)', async () => {
    await fc.assert(
      fc.asyncProperty(cases([1, 1, 1, 2]), async (tried) => {
        const problem = problemOf(tried);
        const fewer = await attack({ ...problem, statements: problem.statements.slice(1) });
        const ignorant = await attack({ ...problem, attackers: [{ name: 'x', knows: [] }] });
        for (const [narrow, wide] of [
          [await attack(problem), fewer],
          [await attack(problem), ignorant],
        ] as const)
          for (const found of narrow) {
            const other = wide.find(({ secret }) => secret === found.secret)!;
            expect(found.lo).toBeGreaterThanOrEqual(other.lo);
            expect(found.hi!).toBeLessThanOrEqual(other.hi!);
          }
      }),
      { numRuns: 120 },
    );
  });

  it('starts as well from bounds alone: values that do not fit what is published change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(cases([1, 1, 2]), async (tried) => {
        const problem = { ...problemOf(tried), attackers: [{ name: 'x', knows: [] }] };
        const blind = {
          ...problem,
          atoms: problem.atoms.map(({ key, lower, upper }) => ({ key, lower, upper })),
        };
        expect(await attack(blind)).toEqual(await attack(problem));
      }),
      { numRuns: 100 },
    );
  });

  it('says nothing of what an attacker knows itself, as atoms or as a fact', async () => {
    const terms = [
      { atom: 'a', coefficient: 1 },
      { atom: 'b', coefficient: 1 },
    ];
    const problem: AttackProblem = {
      atoms: [
        { key: 'a', value: 2 },
        { key: 'b', value: 5 },
      ],
      statements: [],
      secrets: [
        { key: 'sum', terms, value: 7, lower: 1, upper: 1 },
        { key: 'a', terms: [terms[0]!], value: 2, lower: 1, upper: 3 },
      ],
      attackers: [
        { name: 'all', knows: ['a', 'b'] },
        { name: 'sum', knows: [], facts: [{ key: 'own', terms, lo: 7, hi: 7 }] },
        { name: 'b', knows: ['b'] },
      ],
    };
    expect(await attack(problem)).toEqual([
      { attacker: 'sum', secret: 'a', lo: 0, hi: 7, safe: true },
      { attacker: 'b', secret: 'sum', lo: 5, hi: null, safe: true },
      { attacker: 'b', secret: 'a', lo: 0, hi: null, safe: true },
    ]);
  });

  it('refuses statements that contradict each other, and says where an input is wrong', async () => {
    const problem: AttackProblem = {
      atoms: [{ key: 'a', value: 2 }],
      statements: [{ key: 's', terms: [{ atom: 'a', coefficient: 2 }], lo: 3, hi: 3 }],
      secrets: [{ key: 'a', terms: [{ atom: 'a', coefficient: 1 }], value: 2, lower: 1, upper: 1 }],
      attackers: [{ name: 'x', knows: [] }],
    };
    await expect(attack(problem)).rejects.toThrow('statements: the published figures contradict each other.');
    const wrong = (change: Partial<AttackProblem>) => attack({ ...problem, statements: [], ...change });
    await expect(
      wrong({ statements: [{ key: 's', terms: [{ atom: 'z', coefficient: 1 }], lo: 0, hi: 1 }] }),
    ).rejects.toThrow('statements[0].terms[0].atom: names no atom, found "z".');
    await expect(wrong({ statements: [{ key: 's', terms: [], lo: 2, hi: 1 }] })).rejects.toThrow(
      'statements[0]: must have lo <= hi, found 2 and 1.',
    );
    await expect(wrong({ attackers: [{ name: 'x', knows: ['z'] }] })).rejects.toThrow(
      'attackers[0].knows[0]: names no atom, found "z".',
    );
    await expect(wrong({ atoms: [{ key: 'a' }], attackers: [{ name: 'x', knows: ['a'] }] })).rejects.toThrow(
      'attackers[0].knows[0]: is known, but the atom "a" has no value.',
    );
  });

  it('stops when asked', async () => {
    const problem = problemOf({
      values: [1, 2],
      sums: [],
      secret: [{ atom: 'a', coefficient: 1 }],
      known: [],
    });
    await expect(attack(problem, { shouldStop: () => true })).rejects.toThrow(/stopped/);
  });
});
