import { protectionLevels, type AttackProblem, type Secret } from '#libs/disclosure';
import type { Atom, CellBook, LedgerStatement, SumOfAtoms } from './cells.rules.js';

/** Sums that are sensitive for another reason than their size, and how far an interval must reach around them. */
export interface ExtraSecret {
  sum: SumOfAtoms;
  lower: number;
  upper: number;
}

/** The rule of thumb that decides which counts are secret. */
export interface SecretPolicy {
  /** Counts 1 up to one less are. */
  minCell: number;
  /** Part of a count by which an interval must reach around it. */
  p: number;
}

/** Atoms of one practice and item that no statement tells apart: one atom, for sums of whole numbers of at least 0. */
interface AtomClass {
  key: string;
  practice: string;
  item: string;
  /** Statements about this practice alone. */
  privates: number[];
  /** Statements about several practices. */
  shared: number[];
  /** The same for everything that the same shared statements hold. */
  column: string;
  corrected: boolean;
  quarters: Set<string>;
  fields: Set<string>;
  value: number;
}

/** A secret with the classes that it is a sum of. */
export interface Doubt {
  key: string;
  item: string;
  classes: AtomClass[];
  value: number;
  lower: number;
  upper: number;
}

/** What the others hold in a column and nothing else tells: it can be more or less without anybody noticing. */
interface Free {
  total: number;
  largest: number;
  holders: number;
}

/** Which statements hold each atom, as marks; corrections tie two. */
export function holders(
  book: CellBook,
  statements: readonly LedgerStatement[],
): { byAtom: Map<Atom, string[]>; ties: ReturnType<CellBook['corrections']> } {
  const byAtom = new Map<Atom, string[]>();
  const add = (atom: Atom, mark: string): void => {
    const marks = byAtom.get(atom);
    if (marks) marks.push(mark);
    else byAtom.set(atom, [mark]);
  };
  statements.forEach(({ sum }, place) => {
    for (const atom of book.atomsOf(sum)) add(atom, String(place));
  });
  const ties = book.corrections().filter(({ later, earlier }) => byAtom.has(later) && byAtom.has(earlier));
  ties.forEach(({ later, earlier }, place) => {
    add(later, `+${place}`);
    add(earlier, `-${place}`);
  });
  return { byAtom, ties };
}

/**
 * What can be read of single practices. Each is judged by itself, against somebody who knows all figures of every other practice that any
 * figure of its own tells something about, which is more than any coalition of readers knows. Nothing shown adds
 * practices up but the region's figures; there, one reader's part is taken off what the others could hide behind.
 */
export class PracticeReadings {
  private readonly classes = new Map<string, AtomClass[]>();
  private readonly secrets = new Map<string, Doubt[]>();
  private readonly truth: number[];
  /** Statements about one practice. */
  private readonly single: boolean[];
  private readonly ties: { later: AtomClass; earlier: AtomClass; most: number }[];
  private free = new Map<string, Free>();
  /** Practice → column → its classes. */
  private readonly byColumn = new Map<string, Map<string, AtomClass[]>>();
  private readonly byItem = new Map<string, AtomClass[]>();
  /** What limits a class, as `show` last said. */
  private limitsNow = new Map<AtomClass, string>();
  private shown: (place: number) => boolean = () => true;
  /** Statements that say something; the others only name sums to look at. */
  private readonly telling: boolean[];

  constructor(
    book: CellBook,
    private readonly statements: readonly LedgerStatement[],
    private readonly policy: SecretPolicy,
    extra: readonly ExtraSecret[],
    /** Practices whose figures are judged; the others only stand around. */
    private readonly judged: readonly string[],
  ) {
    const { byAtom, ties } = holders(book, statements);
    this.single = statements.map(
      ({ sum }) => sum.parts.reduce((n, one) => n + one.practices.length, 0) === 1,
    );
    this.truth = statements.map(() => 0);
    this.telling = statements.map(({ lo, hi }) => lo > 0 || hi !== null);
    const of = new Map<Atom, AtomClass>();
    const known = new Map<string, AtomClass>();
    for (const [atom, marks] of byAtom) {
      const full = `${atom.practice}|${atom.item}|${marks.join()}`;
      let own = known.get(full);
      if (!own) {
        const places = marks.filter((mark) => /^\d/.test(mark)).map(Number);
        const shared = places.filter((place) => !this.single[place]);
        own = {
          key: `${known.size}`,
          practice: atom.practice,
          item: atom.item,
          privates: places.filter((place) => this.single[place]),
          shared,
          column: shared.join(),
          corrected: places.length < marks.length,
          quarters: new Set(),
          fields: new Set(),
          value: 0,
        };
        known.set(full, own);
        this.classes.set(atom.practice, [...(this.classes.get(atom.practice) ?? []), own]);
      }
      own.quarters.add(atom.quarter);
      own.fields.add(atom.field);
      own.value += atom.value;
      of.set(atom, own);
    }
    for (const one of known.values()) {
      const columns = this.byColumn.get(one.practice) ?? new Map<string, AtomClass[]>();
      this.byColumn.set(one.practice, columns);
      columns.set(one.column, [...(columns.get(one.column) ?? []), one]);
      const item = `${one.practice}|${one.item}`;
      this.byItem.set(item, [...(this.byItem.get(item) ?? []), one]);
    }
    for (const one of known.values())
      for (const place of [...one.privates, ...one.shared]) this.truth[place]! += one.value;
    this.ties = ties.map(({ later, earlier, most }) => ({
      later: of.get(later) as AtomClass,
      earlier: of.get(earlier) as AtomClass,
      most,
    }));
    for (const practice of judged)
      this.secrets.set(practice, this.secretsOf(this.classes.get(practice) ?? []));
    for (const { sum, lower, upper } of extra) {
      const parts = [...new Set(book.atomsOf(sum).flatMap((atom) => of.get(atom) ?? []))];
      const first = parts[0];
      if (first) this.secrets.get(first.practice)?.push(looked(parts, lower, upper, '!'));
    }
  }

  /** How many secrets there are, over all practices that are judged. */
  get count(): number {
    return [...this.secrets.values()].reduce((total, list) => total + list.length, 0);
  }

  /** Says what is shown from now on. */
  show(shown: (place: number) => boolean): void {
    this.shown = shown;
    this.limitsNow = new Map(
      [...this.classes.values()].flat().map((one) => [one, this.limits(one.privates, shown)]),
    );
    const perPractice = new Map<string, Map<string, number>>();
    for (const [practice, own] of this.classes) {
      const columns = new Map<string, number>();
      perPractice.set(practice, columns);
      for (const one of own)
        if (!one.corrected && this.limitsNow.get(one) === '')
          columns.set(one.column, (columns.get(one.column) ?? 0) + one.value);
    }
    this.free = new Map();
    for (const columns of perPractice.values())
      for (const [column, value] of columns) {
        const free = this.free.get(column) ?? { total: 0, largest: 0, holders: 0 };
        this.free.set(column, {
          total: free.total + value,
          largest: Math.max(free.largest, value),
          holders: free.holders + 1,
        });
      }
  }

  /**
   * The secrets of one practice that plain moves of two or four atoms do not prove safe.
   * @param shown instead of what `show` said, to try what hiding one more figure of this practice would do
   */
  doubtful(practice: string, shown: (place: number) => boolean = this.shown): Doubt[] {
    const own = this.classes.get(practice) ?? [];
    const rest = this.restFor(practice, own);
    return (this.secrets.get(practice) ?? []).filter((one) => !this.witnessed(one, rest, shown));
  }

  /**
   * What an attack has to find out about these secrets, with everything else of other practices as it is, and of other items too when
   * `within` names one: worlds that differ in one item are worlds, so what is safe among them is safe.
   */
  problemOf(
    practice: string,
    doubts: readonly Doubt[],
    shown: (place: number) => boolean = this.shown,
    within: string | null = null,
  ): AttackProblem {
    const all = this.classes.get(practice) ?? [];
    const own = within === null ? all : all.filter(({ item }) => item === within);
    const rest = this.restFor(practice, all);
    const loose = this.looseColumns(own, rest);
    const tight = own.filter(({ column }) => !loose.has(column));
    const places = [
      ...new Set([...own.flatMap((one) => one.privates), ...tight.flatMap((one) => one.shared)]),
    ].filter((place) => this.telling[place] && shown(place));
    const used = new Set(tight.map(({ column }) => column));
    const nearby = new Map([...rest].filter(([column]) => used.has(column)));
    const mine = new Set(own);
    return {
      atoms: [
        ...own.map(({ key, value, column }) => ({
          key,
          value,
          ...(loose.has(column) ? { lower: Math.max(0, value - this.reach), upper: value + this.reach } : {}),
        })),
        ...[...nearby].map(([column, value]) => ({ key: `rest ${column}`, value })),
      ],
      statements: [
        ...places.map((place) => this.localStatement(place, own, nearby)),
        ...this.ties
          .filter(({ later, earlier }) => mine.has(later) && mine.has(earlier))
          .map(({ later, earlier, most }, at) => ({
            key: `correction ${at}`,
            terms: [
              { atom: later.key, coefficient: 1 },
              { atom: earlier.key, coefficient: -1 },
            ],
            lo: -most,
            hi: most,
          })),
      ],
      secrets: doubts.map(({ key, classes, value, lower, upper }): Secret => ({
        key,
        terms: classes.map((one) => ({ atom: one.key, coefficient: 1 })),
        value,
        lower,
        upper,
      })),
      attackers: [{ name: 'all others', knows: [] }],
    };
  }

  /** The statements among these that are shown and say something, as a name. */
  private limits(places: readonly number[], shown: (place: number) => boolean): string {
    let name = '';
    for (const place of places) if (this.telling[place] && shown(place)) name += `${place},`;
    return name;
  }

  /** What others could take over per column, whichever one of them reads along. */
  private restFor(practice: string, own: readonly AtomClass[]): Map<string, number> {
    const rest = new Map<string, number>();
    const mine = new Map<string, number>();
    for (const one of own)
      if (!one.corrected && this.limitsNow.get(one) === '')
        mine.set(one.column, (mine.get(one.column) ?? 0) + one.value);
    for (const { column } of own) {
      const free = this.free.get(column);
      const others = (free?.holders ?? 0) - (mine.has(column) ? 1 : 0);
      if (!free || others < 2 || column === '') continue;
      rest.set(column, Math.max(0, free.total - (mine.get(column) ?? 0) - free.largest));
    }
    return rest;
  }

  /** How far a class has to move at most in a world that proves something. */
  private get reach(): number {
    return 2 * this.policy.minCell;
  }

  /**
   * Columns of which the others hold so much that they make up for whatever this practice's classes do within `reach`. What sums over
   * practices say about them then is no limit, and is left out together with every world that goes further.
   */
  private looseColumns(own: readonly AtomClass[], rest: ReadonlyMap<string, number>): Set<string> {
    const wanted = new Map<string, number>();
    for (const { column } of own) wanted.set(column, (wanted.get(column) ?? 0) + this.reach);
    const loose = new Set(
      [...wanted].flatMap(([column, most]) =>
        column === '' || (rest.get(column) ?? -1) >= most ? [column] : [],
      ),
    );
    // a statement over several columns is no limit only when it is none for all of them
    for (let changed = true; changed;) {
      changed = false;
      const limited = new Set(own.flatMap((one) => (loose.has(one.column) ? [] : one.shared)));
      for (const one of own)
        if (loose.has(one.column) && one.shared.some((place) => limited.has(place) && this.telling[place])) {
          loose.delete(one.column);
          changed = true;
        }
    }
    return loose;
  }

  /** A statement with every practice but this one and the free rest at its true value. */
  private localStatement(
    place: number,
    own: readonly AtomClass[],
    rest: ReadonlyMap<string, number>,
  ): AttackProblem['statements'][number] {
    const { lo, hi } = this.statements[place] as LedgerStatement;
    const mine = own.filter((one) => one.privates.includes(place) || one.shared.includes(place));
    const columns = [...rest].filter(([column]) =>
      own.some((one) => one.column === column && one.shared.includes(place)),
    );
    const open =
      mine.reduce((total, { value }) => total + value, 0) +
      columns.reduce((total, [, value]) => total + value, 0);
    const fixed = (this.truth[place] ?? 0) - open;
    return {
      key: `${place}`,
      terms: [
        ...mine.map(({ key }) => ({ atom: key, coefficient: 1 })),
        ...columns.map(([column]) => ({ atom: `rest ${column}`, coefficient: 1 })),
      ],
      lo: lo - fixed,
      hi: hi === null ? null : hi - fixed,
    };
  }

  /** True when moving a single class, the rest making up for it, gives worlds that are far enough apart. */
  private witnessed(
    { classes, lower, upper }: Doubt,
    rest: ReadonlyMap<string, number>,
    shown: (place: number) => boolean,
  ): boolean {
    let [down, up] = [0, 0];
    for (const one of classes) {
      if (one.corrected) continue;
      const privately = this.room(one.privates, shown);
      const jointly = this.room(one.shared, shown);
      const others = rest.get(one.column);
      up = Math.max(up, Math.min(privately.up, jointly.up + (others ?? 0)));
      down = Math.max(
        down,
        Math.min(one.value, privately.down, others === undefined ? jointly.down : Infinity),
      );
    }
    if (up >= upper && down >= lower) return true;
    for (const one of classes) {
      const turn = this.turn(one, shown);
      up = Math.max(up, turn.up);
      down = Math.max(down, turn.down);
    }
    if (up >= upper && down >= lower) return true;
    return classes.some((one) =>
      this.swaps(one, Math.max(lower - down, 0), Math.max(upper - up, 0), lower, upper, shown),
    );
  }

  /**
   * How far a class can move against two others of its item so that nothing shown changes: the middle of two overlapping windows one way,
   * the quarters by which they differ the other way.
   */
  private turn(one: AtomClass, shown: (place: number) => boolean): { up: number; down: number } {
    const near = (this.byItem.get(`${one.practice}|${one.item}`) ?? []).filter(({ corrected }) => !corrected);
    const held = (of: AtomClass): number[] =>
      [...of.privates, ...of.shared]
        .filter((place) => this.telling[place] && shown(place))
        .sort((a, b) => a - b);
    const sets = new Map(near.map((of) => [of, held(of)]));
    const own = sets.get(one);
    if (!own) return { up: 0, down: 0 };
    const name = (places: readonly number[]): string => places.join();
    const byName = new Map<string, AtomClass>();
    for (const [of, places] of sets) if (of !== one) byName.set(name(places), of);
    let [up, down] = [0, 0];
    for (const [other, places] of sets) {
      if (other === one) continue;
      // one and other are the two ends, middle holds what both hold
      const both = [...own, ...places].sort((a, b) => a - b);
      const middle = byName.get(name(both));
      if (middle && middle !== other && new Set(both).size === both.length)
        [up, down] = [Math.max(up, middle.value), Math.max(down, Math.min(one.value, other.value))];
      // one is the middle, other an end
      const rest = own.filter((place) => !places.includes(place));
      const end = byName.get(name(rest));
      if (end && end !== other && rest.length + places.length === own.length)
        [up, down] = [Math.max(up, Math.min(other.value, end.value)), Math.max(down, one.value)];
    }
    return { up, down };
  }

  /**
   * Whether this class can go up and down at the cost of another class of the same practice that the same statements limit, while
   * other practices do the opposite: then no sum over items or over practices changes. One practice that reads along
   * sees through what it would do itself.
   */
  private swaps(
    one: AtomClass,
    downMissing: number,
    upMissing: number,
    lower: number,
    upper: number,
    shown: (place: number) => boolean,
  ): boolean {
    if (one.corrected || one.value < lower) return false;
    const limits = this.limits(one.privates, shown);
    const partners = (this.classes.get(one.practice) ?? []).filter(
      (other) => other !== one && !other.corrected && this.limits(other.privates, shown) === limits,
    );
    const funds = new Map(partners.map((partner) => [partner, partner.value]));
    let [up, mostUp, down, mostDown] = [0, 0, 0, 0];
    for (const [practice, columns] of this.byColumn) {
      if (practice === one.practice) continue;
      const mirror = columns.get(one.column)?.find(({ corrected }) => !corrected);
      if (!mirror) continue;
      const theirs = this.limitsNow.get(mirror);
      let [given, taken] = [0, 0];
      for (const [partner, fund] of funds) {
        const match = columns
          .get(partner.column)
          ?.find((other) => other !== mirror && !other.corrected && this.limitsNow.get(other) === theirs);
        if (!match) continue;
        const part = Math.min(fund, mirror.value - given);
        given += part;
        funds.set(partner, fund - part);
        taken += match.value;
      }
      [up, mostUp] = [up + given, Math.max(mostUp, given)];
      [down, mostDown] = [down + taken, Math.max(mostDown, taken)];
      if ((upMissing === 0 || up - mostUp >= upper) && (downMissing === 0 || down - mostDown >= lower)) break;
    }
    return (
      (upMissing === 0 || up - mostUp >= upper) &&
      (downMissing === 0 || (partners.length > 0 && down - mostDown >= lower))
    );
  }

  private room(places: readonly number[], shown: (place: number) => boolean): { up: number; down: number } {
    let [up, down] = [Infinity, Infinity];
    for (const place of places) {
      if (!this.telling[place] || !shown(place)) continue;
      const { lo, hi } = this.statements[place] as LedgerStatement;
      const truth = this.truth[place] as number;
      up = Math.min(up, hi === null ? Infinity : Math.floor(hi) - truth);
      down = Math.min(down, truth - Math.ceil(lo));
    }
    return { up, down };
  }

  /**
   * Every sum of one practice and item of 1 up to `minCell` - 1 that some statement singles out: a window, a quarter by which two
   * windows differ, one field of two (models/disclosure §2.5).
   */
  private secretsOf(own: readonly AtomClass[]): Doubt[] {
    const found = new Map<string, Doubt>();
    const consider = (parts: readonly AtomClass[], shown: boolean): void => {
      const value = parts.reduce((total, one) => total + one.value, 0);
      if (value <= 0 || value >= this.policy.minCell) return;
      const { lower, upper } = protectionLevels(value, this.policy);
      // a part of what is shown can never seem larger than the whole, which may be `minCell`
      const one = looked(parts, lower, shown ? upper : Math.max(1, this.policy.minCell - value));
      const other = found.get(one.key);
      if (!other || other.upper < one.upper) found.set(one.key, one);
    };
    const byItem = new Map<string, AtomClass[]>();
    for (const one of own) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
    for (const inside of byItem.values()) {
      const places = new Set(inside.flatMap((one) => [...one.privates, ...one.shared]));
      for (const one of inside) consider([one], false);
      for (const place of places)
        consider(
          inside.filter((one) => one.privates.includes(place) || one.shared.includes(place)),
          this.single[place] === true,
        );
      const times = new Set(inside.map(({ quarters }) => [...quarters].sort().join()));
      for (const time of times) {
        const both = inside.filter(
          ({ quarters, fields }) => [...quarters].sort().join() === time && !fields.has('consults'),
        );
        if (both.length > 1) consider(both, false);
      }
    }
    return [...found.values()];
  }

  /** The practices that are judged. */
  get practices(): readonly string[] {
    return this.judged;
  }
}

function looked(classes: readonly AtomClass[], lower: number, upper: number, mark = ''): Doubt {
  const value = classes.reduce((total, one) => total + one.value, 0);
  const key = `${classes
    .map((one) => one.key)
    .sort()
    .join('+')}${mark}`;
  return { key, item: classes[0]?.item ?? '', classes: [...classes], value, lower, upper };
}

/** Statements over several practices, as one reader sees them; see `crowdReadings`. */
export interface CrowdReading extends AttackProblem {
  /** Secrets that two plain worlds prove safe already, and that are not in the list. */
  witnessed: number;
  /** Item of each secret, and of each atom. */
  items: Map<string, string>;
  itemOf: Map<string, string>;
  /** The first so many statements are those that were given; what follows always holds. */
  given: number;
}
