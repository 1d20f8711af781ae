import { describe, expect, it } from '@jest/globals';
import { attack, protectionLevels, type Secret } from '#libs/disclosure';
import { corrected, gateCase, gateJob, ratesOf, windowOf, type GateCase } from '../../fixtures/gate-cases.js';
import { CellBook, type Cell, type LedgerStatement, type SumOfAtoms } from './cells.rules.js';
import type { GroupBody } from './bodies.rules.js';
import { judge, type GateJob, type GateOutcome } from './gate.rules.js';

type Audience = GateJob['audience'];
type Said = LedgerStatement & { audience: Audience };

/** A region that shows its figures again and again: everybody, staff and one group, each with what was shown before. */
class Years {
  readonly said: Said[] = [];

  constructor(
    readonly of: GateCase,
    readonly cells: Cell[],
    readonly group: string[],
  ) {}

  readable(audience: Audience): LedgerStatement[] {
    return this.said.filter((one) => one.audience === 'region' || one.audience === audience);
  }

  async show(from: string, dataSet: string, audiences: Audience[]): Promise<Map<Audience, GateOutcome>> {
    const data = windowOf(this.of, this.cells, from, dataSet);
    const outcomes = new Map<Audience, GateOutcome>();
    let references: GateJob['references'] = new Map();
    for (const audience of audiences) {
      const members = audience === 'group' ? this.group : data.practices;
      const circles =
        audience === 'region' && this.said.some((one) => one.audience === 'group')
          ? [{ practices: this.group, readers: new Set(this.group), ledger: this.readable('group') }]
          : [];
      const ledger = this.readable(audience);
      const outcome = await judge(
        gateJob(data, this.cells, { audience, members, ledger, references, circles }),
        attack,
      );
      outcomes.set(audience, outcome);
      this.said.push(...outcome.statements.map((one) => ({ ...one, audience })));
      if (audience === 'region') references = ratesOf(outcome);
    }
    return outcomes;
  }

  /**
   * What members find out who read everything that was said to their group, each knowing the own figures: all atoms of all
   * practices at once, with none of the shortcuts of the gate.
   */
  async leaks(): Promise<string[]> {
    const book = new CellBook(this.cells, [...new Set(this.cells.map(({ dataSet }) => dataSet))].sort());
    const statements = this.readable('group').map(({ sum, lo, hi }, place) => ({
      key: `${place}`,
      terms: book.atomsOf(sum).map(({ key }) => ({ atom: key, coefficient: 1 })),
      lo,
      hi,
    }));
    const atoms = new Map(
      this.readable('group').flatMap(({ sum }) =>
        book.atomsOf(sum).map((one): [string, typeof one] => [one.key, one]),
      ),
    );
    const corrections = book.corrections().flatMap(({ later, earlier, most }, place) =>
      atoms.has(later.key) && atoms.has(earlier.key)
        ? [
            {
              key: `correction ${place}`,
              terms: [
                { atom: later.key, coefficient: 1 },
                { atom: earlier.key, coefficient: -1 },
              ],
              lo: -most,
              hi: most,
            },
          ]
        : [],
    );
    const secrets = this.group.flatMap((practice) => secretsOf(book, this.readable('group'), practice));
    const findings = await attack({
      atoms: [...atoms.values()].map(({ key, value }) => ({ key, value })),
      statements: [...statements, ...corrections],
      secrets,
      attackers: [
        { name: 'outsider', knows: [] },
        ...this.group.map((name) => ({
          name,
          knows: [...atoms.values()].filter(({ practice }) => practice === name).map(({ key }) => key),
        })),
      ],
    });
    return findings
      .filter(({ safe, attacker, secret }) => !safe && !secret.startsWith(`${attacker} `))
      .map(({ attacker, secret, lo, hi }) => `${attacker} knows ${secret}: ${lo}..${hi}`);
  }
}

/** Counts of 1 to 4 of one practice in what statements speak of: an item over a window, and the quarters by which windows differ. */
function secretsOf(book: CellBook, said: readonly LedgerStatement[], practice: string): Secret[] {
  const found = new Map<string, Secret>();
  const sums = said.filter(({ sum }) => sum.parts.some(({ practices }) => practices.includes(practice)));
  for (const { sum } of sums)
    for (const item of sum.items) {
      const part = (other: SumOfAtoms | null): SumOfAtoms => ({
        items: [item],
        fields: sum.fields,
        parts: sum.parts
          .filter(({ practices }) => practices.includes(practice))
          .map(({ quarters }) => ({
            practices: [practice],
            quarters: quarters.filter(
              ([day]) => !other?.parts.some((one) => one.quarters.some(([of]) => of === day)),
            ),
          })),
      });
      for (const other of [null, ...sums.map((one) => one.sum)]) {
        const atoms = book.atomsOf(part(other));
        const value = atoms.reduce((total, one) => total + one.value, 0);
        if (value < 1 || value > 4) continue;
        const key = `${practice} ${atoms.map((one) => one.key).join('+')}`;
        const { lower, upper } = protectionLevels(value, { minCell: 5, p: 0.5 });
        const whole = other === null && sum.items.length === 1;
        found.set(key, {
          key,
          terms: atoms.map((one) => ({ atom: one.key, coefficient: 1 })),
          value,
          lower,
          upper: whole ? upper : 5 - value,
        });
      }
    }
  return [...found.values()];
}

describe('the gate over several releases (MIR-04, models/disclosure §2.5)', () => {
  it.each([1, 2])(
    'keeps every small count from every member when the window moves on, in a region like number %i',
    async (seed) => {
      const of = gateCase(seed, 11, 3, 5);
      const years = new Years(of, of.cells, of.practices.slice(0, 5));
      const shown: number[] = [];
      for (const from of of.quarters.slice(0, 2)) {
        const outcomes = await years.show(from, 'd1', ['region', 'group']);
        shown.push(outcomes.get('group')?.shown ?? 0);
      }
      expect(await years.leaks()).toEqual([]);
      // and it does not do so by showing nothing
      expect(Math.min(...shown)).toBeGreaterThan(0);
    },
  );

  it.each([4, 5])(
    'keeps what a correction changed from whoever reads both versions, in a region like number %i',
    async (seed) => {
      const of = gateCase(seed, 12, 3, 4);
      const [practice, other] = of.practices as [string, string];
      const [item] = of.items as [string];
      const changes = [practice, other].flatMap((one) =>
        of.quarters.slice(0, 2).map((quarter) => ({ practice: one, item, quarter, count: 2 })),
      );
      const years = new Years(of, [...of.cells, ...corrected(of, changes)], of.practices.slice(0, 5));
      await years.show(of.quarters[0] as string, 'd1', ['region', 'group']);
      const second = await years.show(of.quarters[0] as string, 'd2', ['region', 'group']);
      expect(await years.leaks()).toEqual([]);
      expect(second.get('group')?.released).toBe(true);
    },
  );

  it('finds with the same attack what comes out when a hidden figure is shown after all', async () => {
    const of = gateCase(2, 12, 3, 4);
    const years = new Years(of, of.cells, of.practices.slice(0, 5));
    await years.show(of.quarters[0] as string, 'd1', ['region', 'group']);
    const book = new CellBook(of.cells, ['d1']);
    const [secret] = years.group.flatMap((practice) => secretsOf(book, years.readable('group'), practice));
    const atom = secret?.terms[0]?.atom ?? '';
    const [practice, item, , field] = atom.split('|');
    const quarters = of.quarters.map((day): [string, string] => [day, 'd1']);
    const sum = {
      items: [item as string],
      fields: [field as 'regular'],
      parts: [{ practices: [practice as string], quarters }],
    };
    const value = book.valueOf(sum);
    years.said.push({ key: 'planted', sum, lo: value, hi: value, audience: 'group' });
    expect(await years.leaks()).not.toEqual([]);
  });

  it('shows staff no count below ten in the funnel, and practices that are large enough all the same (MIR-07)', async () => {
    const of = gateCase(6, 20, 4, 4);
    const years = new Years(of, of.cells, of.practices.slice(0, 5));
    const staff = (await years.show(of.quarters[0] as string, 'd1', ['region', 'staff'])).get('staff');
    expect(staff?.released).toBe(true);
    expect(staff?.statements.every(({ lo }) => lo >= 10)).toBe(true);
    expect(staff?.shown).toBeGreaterThan(20);
  });

  it('shows the same bars under labels that say nothing about the order of practices (MIR-06)', async () => {
    const of = gateCase(7, 12, 3, 4);
    const years = new Years(of, of.cells, of.practices.slice(0, 6));
    const outcome = (await years.show(of.quarters[0] as string, 'd1', ['region', 'group'])).get('group');
    const bodies = outcome?.figures.map(({ body }) => body as GroupBody) ?? [];
    expect(bodies.length).toBeGreaterThan(2);
    for (const { bars } of bodies) {
      expect(bars.map(({ label }) => label).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
      const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    // the label of the lowest bar differs from figure to figure
    expect(new Set(bodies.map(({ bars }) => bars[0]?.label)).size).toBeGreaterThan(1);
  });
});
