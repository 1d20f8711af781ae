import { POLICY, protectionLevels, type AttackProblem } from '#libs/disclosure';
import type { Collected } from './collected.js';
import { figuresSeen, saidIn, type Audience, type Part, type Said, type World } from './read-back.js';
import { fieldOf, PRACTICES, type Delivered, type Field, type TrueCell } from './truth.js';

/** A count of somebody that no one else may find out. */
export interface Hidden {
  key: string;
  /** The same for the same count of every practice. */
  sort: string;
  practice: number;
  item: string;
  terms: { atom: string; coefficient: number }[];
  value: number;
  lower: number;
  upper: number;
  /** What came to a figure by a correction: that may also have been nothing, or something that was taken off. */
  change: boolean;
  /** A figure over a whole window, not a part of one. */
  whole: boolean;
}
/** Somebody who reads, and knows the figures of some practices. */
export interface Attacking {
  name: string;
  /** What it reads. */
  reads: readonly Audience[];
  /** Practices of which it knows everything. */
  knows: readonly number[];
}
interface Atom {
  practice: number;
  item: string;
  value: number;
}

/** What may be looked at of a kind. */
const LOOKS: Record<Said['kind'], Record<string, Field[]>> = {
  referrals: {
    'all referrals': ['regular', 'urgent'],
    'without urgency': ['regular'],
    urgent: ['urgent'],
    consults: ['consults'],
  },
  diagnostics: { 'all examinations': ['regular'] },
};
/** A correction is taken to be no larger than this, or than it is. */
const LEAST_CORRECTION = 5;

/**
 * Everything that one kind of figures says, over all releases, as sums over what is counted: one unknown per practice, item, quarter, stratum
 * and part. A cell that a correction left as it was stays one unknown; a changed one is another, not far from it (models/disclosure §2.5).
 */
export class Told {
  readonly said: (Said & { terms: Map<string, number> })[];
  readonly secrets: Hidden[] = [];
  readonly atoms = new Map<string, Atom>();
  readonly ties: { later: string; earlier: string; most: number }[] = [];
  private readonly versions = new Map<string, { at: number; value: number; key: string }[]>();
  private readonly deliveries: readonly Delivered[];

  /** @param minCell counts from 1 up to one less are secret */
  constructor(world: World, kind: Said['kind'], said: readonly Said[], minCell: number) {
    this.deliveries = world.delivered.filter((one) => one.kind === kind);
    this.deliveries.forEach(({ cells }, at) => cells.forEach((cell) => this.enter(cell, at, kind)));
    for (const versions of this.versions.values())
      versions.slice(1).forEach(({ key, value }, at) => {
        const earlier = versions[at]!;
        this.ties.push({
          later: key,
          earlier: earlier.key,
          most: Math.max(LEAST_CORRECTION, Math.abs(value - earlier.value)),
        });
      });
    const different = new Map<string, Told['said'][number]>();
    for (const one of said) {
      const terms = this.termsOf(one.parts);
      const name = `${one.audience} ${one.lo} ${one.hi} ${[...terms].sort().join(' ')}`;
      // what was shown again in the same way says nothing new
      if (!different.has(name)) different.set(name, { ...one, terms });
    }
    this.said = [...different.values()];
    this.findSecrets(kind, minCell);
    this.merge();
  }

  private enter(cell: TrueCell, at: number, kind: Said['kind']): void {
    const fields = new Set(Object.values(LOOKS[kind]).flat());
    for (const field of fields) {
      const name = nameOf(cell, field);
      const known = this.versions.get(name) ?? [];
      this.versions.set(name, known);
      const value = fieldOf(cell, field);
      if (known.length > 0 && known.at(-1)!.value === value) continue;
      const key = `${name}@${known.length}`;
      known.push({ at, value, key });
      this.atoms.set(key, { practice: cell.practice, item: cell.item, value });
    }
  }

  private termsOf(parts: readonly Part[]): Map<string, number> {
    const terms = new Map<string, number>();
    for (const { cell, delivery, field, coefficient } of parts) {
      const { key } = this.versions.get(nameOf(cell, field))!.findLast(({ at }) => at <= delivery)!;
      terms.set(key, (terms.get(key) ?? 0) + coefficient);
    }
    return terms;
  }

  /** Windows, the quarters by which they differ, strata of them, and what corrections changed. */
  private findSecrets(kind: Said['kind'], minCell: number): void {
    const windows = this.deliveries.map(({ quarters }) => quarters.slice(-4));
    const moved = [...new Set(windows.flat())].filter(
      (one) => !windows.every((window) => window.includes(one)),
    );
    const looks = Object.entries(LOOKS[kind]);
    this.deliveries.forEach(({ cells }, delivery) => {
      const groups = new Map<string, TrueCell[]>();
      for (const cell of cells) {
        const name = `${cell.practice}|${cell.item}`;
        if (windows[delivery]!.includes(cell.quarter)) {
          group(groups, `${name}|window`, cell);
          if (cell.stratum !== null) group(groups, `${name}|window|stratum ${cell.stratum}`, cell);
        }
        if (moved.includes(cell.quarter)) group(groups, `${name}|${cell.quarter}`, cell);
      }
      for (const [name, inside] of groups)
        for (const [what, fields] of looks) {
          const parts = inside.flatMap((cell) =>
            fields.map((field): Part => ({ cell, delivery, field, coefficient: 1 })),
          );
          const { practice, item } = inside[0]!;
          const key = `${PRACTICES[practice]!.name} ${name} ${what} delivery ${delivery}`;
          const sort = `${name.replace(/^\d+/, '')} ${what} ${delivery}`;
          this.hide(
            { key, sort, practice, item, change: false },
            this.termsOf(parts),
            minCell,
            name.endsWith('|window'),
          );
        }
    });
    for (const { later, earlier } of this.ties) {
      const { practice, item } = this.atoms.get(later)!;
      const up = this.atoms.get(later)!.value > this.atoms.get(earlier)!.value ? 1 : -1;
      const terms = new Map([
        [later, up],
        [earlier, -up],
      ]);
      const key = `${PRACTICES[practice]!.name} correction of ${earlier}`;
      this.hide({ key, sort: key, practice, item, change: true }, terms, minCell, false);
    }
  }

  private hide(
    of: Pick<Hidden, 'key' | 'sort' | 'practice' | 'item' | 'change'>,
    terms: ReadonlyMap<string, number>,
    minCell: number,
    whole: boolean,
  ): void {
    const value = [...terms].reduce(
      (sum, [atom, coefficient]) => sum + coefficient * this.atoms.get(atom)!.value,
      0,
    );
    // how far a correction may be from what it replaced is known, so it cannot have to reach further
    const least = of.change ? POLICY.minCell : minCell;
    if (value < 1 || value >= least) return;
    if (this.secrets.some((one) => sameTerms(one.terms, terms))) return;
    const levels = protectionLevels(value, { minCell: least, p: POLICY.p });
    this.secrets.push({
      ...of,
      whole,
      terms: [...terms].map(([atom, coefficient]) => ({ atom, coefficient })),
      value,
      lower: levels.lower,
      // what is part of a figure may not seem larger than the figure, which may be the smallest that is shown
      upper: whole ? levels.upper : Math.max(1, least - value),
    });
  }

  /** What nothing tells apart becomes one unknown: whole numbers from 0 on add up to whole numbers from 0 on. */
  private merge(): void {
    const marks = new Map<string, string>([...this.atoms.keys()].map((key) => [key, '']));
    const mark = (key: string, text: string): void => void marks.set(key, `${marks.get(key)};${text}`);
    this.said.forEach(({ terms }, at) =>
      terms.forEach((coefficient, key) => mark(key, `${at}*${coefficient}`)),
    );
    this.secrets.forEach(({ terms }, at) =>
      terms.forEach(({ atom, coefficient }) => mark(atom, `s${at}*${coefficient}`)),
    );
    this.ties.forEach(({ later, earlier }, at) => {
      mark(later, `+${at}`);
      mark(earlier, `-${at}`);
    });
    const classes = new Map<string, string>();
    const now = new Map<string, string>();
    for (const [key, text] of marks) {
      const { practice, item, value } = this.atoms.get(key)!;
      const name = `${practice}|${item}|${text}`;
      const first = classes.get(name);
      if (first === undefined) classes.set(name, key);
      else {
        this.atoms.get(first)!.value += value;
        this.atoms.delete(key);
      }
      now.set(key, first ?? key);
    }
    for (const one of this.said) one.terms = new Map([...one.terms].filter(([key]) => now.get(key) === key));
    for (const one of this.secrets) one.terms = one.terms.filter(({ atom }) => now.get(atom) === atom);
  }

  /**
   * What an attacker has to find out, with everything outside `open` at its true value: whoever has fewer unknowns knows more, so what is safe
   * from it is safe from everybody who reads the same.
   */
  problem(
    secrets: readonly Hidden[],
    reads: readonly Audience[],
    open: (atom: Atom) => boolean,
    attackers: readonly Attacking[],
    quick = true,
  ): AttackProblem {
    const free = new Map([...this.atoms].filter(([, atom]) => open(atom)));
    const statements = this.said.flatMap(({ audience, terms, lo, hi }, at) => {
      if (audience !== 'region' && !reads.includes(audience)) return [];
      return this.row(`${at}`, [...terms], lo, hi, free);
    });
    for (const [at, { later, earlier, most }] of this.ties.entries()) {
      const row: [string, number][] = [
        [later, 1],
        [earlier, -1],
      ];
      statements.push(...this.row(`tie ${at}`, row, -most, most, free));
    }
    // worlds that go further than they must prove no more, and without them most of the search ends at once
    for (const { key, terms, value, lower, upper, change } of quick ? secrets : []) {
      const reach = change ? Math.max(lower, upper, value) : 0;
      const row = terms.map(({ atom, coefficient }): [string, number] => [atom, coefficient]);
      statements.push(
        ...this.row(
          `enough ${key}`,
          row,
          value - Math.max(lower, reach),
          value + Math.max(upper, reach),
          free,
        ),
      );
    }
    return {
      atoms: [...free].map(([key, { value }]) => ({ key, value })),
      statements,
      secrets: secrets.map(({ key, terms, value, lower, upper }) => ({
        key,
        terms: [...terms],
        value,
        lower,
        upper,
      })),
      attackers: attackers.map(({ name, knows }) => ({
        name,
        knows: [...free].filter(([, { practice }]) => knows.includes(practice)).map(([key]) => key),
      })),
    };
  }

  private row(
    key: string,
    terms: readonly [string, number][],
    lo: number,
    hi: number | null,
    free: ReadonlyMap<string, Atom>,
  ): AttackProblem['statements'] {
    const inside = terms.filter(([atom]) => free.has(atom));
    if (inside.length === 0) return [];
    const fixed = terms.reduce(
      (sum, [atom, coefficient]) => (free.has(atom) ? sum : sum + coefficient * this.atoms.get(atom)!.value),
      0,
    );
    return [
      {
        key,
        terms: inside.map(([atom, coefficient]) => ({ atom, coefficient })),
        lo: lo - fixed,
        hi: hi === null ? null : hi - fixed,
      },
    ];
  }
}

const nameOf = ({ practice, item, quarter, stratum }: TrueCell, field: Field): string =>
  `${practice}|${item}|${quarter}|${stratum ?? ''}|${field}`;
const group = <T>(groups: Map<string, T[]>, name: string, one: T): void => {
  const known = groups.get(name);
  if (known) known.push(one);
  else groups.set(name, [one]);
};
const sameTerms = (
  a: readonly { atom: string; coefficient: number }[],
  b: ReadonlyMap<string, number>,
): boolean => a.length === b.size && a.every(({ atom, coefficient }) => b.get(atom) === coefficient);

/** What everybody could read, over all releases. */
export const allSaid = (world: World, collected: Pick<Collected, 'readings'>): Said[] =>
  figuresSeen(world, collected).flatMap((seen) => saidIn(world, seen));

/** Smallest counts that a group sees, and that the region or staff sees (models/disclosure §2.3). */
export const [IN_GROUP, IN_PUBLIC] = [5, 10];

/** What the people of these practices read beside the region: the figures of their groups. */
export const readsOf = ({ groups }: Pick<World, 'groups'>, ...practices: number[]): Audience[] =>
  groups.flatMap(({ members }, at) => (members.some((n) => practices.includes(n)) ? [at] : []));
