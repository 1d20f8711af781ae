import type { Atom, CellBook, LedgerStatement } from './cells.rules.js';

/** Says of a statement, by its place, whether it can be read. */
export type Shown = (place: number) => boolean;

/** Atoms of one practice and item that no statement tells apart: one atom, for sums of whole numbers of at least 0. */
export interface AtomClass {
  key: string;
  practice: string;
  item: string;
  /** Statements about this practice alone. */
  privates: number[];
  /** Statements about several practices. */
  shared: number[];
  /** The same for everything that the same shared statements hold. */
  column: string;
  /** A correction ties it to another. */
  corrected: boolean;
  quarters: Set<string>;
  fields: Set<string>;
  value: number;
}

/** One practice as it can be read. */
export interface View {
  own: readonly AtomClass[];
  shown: Shown;
  /** The private statements that limit a class, as a list of their places and as a name. */
  limits: ReadonlyMap<AtomClass, { places: readonly number[]; name: string }>;
  /** What others could take over per column, whichever one of them reads along; none where nobody could. */
  rest: ReadonlyMap<string, number>;
}

/** What the others hold in a column and no figure of their own tells: it can be more or less without anybody noticing. */
interface Free {
  total: number;
  largest: number;
  holders: number;
}

/** What holds an atom: one object for all atoms that the same statements and the same end of a correction hold. */
export class Held {
  /** The last statement by which atoms left this one, and where they went. */
  private by = -1;
  private to: Held | null = null;

  constructor(
    /** A number of its own. */
    readonly id: number,
    /** Places of the statements, in order. */
    readonly places: readonly number[],
    /** A correction ties it to another. */
    readonly corrected = false,
  ) {}

  /** The same and this statement too, which comes after all of them. */
  and(place: number, id: () => number): Held {
    if (this.by !== place || !this.to)
      [this.by, this.to] = [place, new Held(id(), [...this.places, place], this.corrected)];
    return this.to;
  }
}

/** Which statements hold each atom, in the order in which they are first spoken of; corrections tie two. */
export function holders(
  book: CellBook,
  statements: readonly LedgerStatement[],
): { byAtom: Map<Atom, Held>; ties: ReturnType<CellBook['corrections']> } {
  let ids = 0;
  const next = (): number => ids++;
  const nothing = new Held(next(), []);
  const atoms: Atom[] = [];
  const held: Held[] = [];
  statements.forEach(({ sum }, place) => {
    for (const atom of book.atomsOf(sum)) {
      const before = held[atom.at];
      if (!before) atoms.push(atom);
      held[atom.at] = (before ?? nothing).and(place, next);
    }
  });
  const byAtom = new Map(atoms.map((atom) => [atom, held[atom.at] as Held]));
  const ties = book.corrections().filter(({ later, earlier }) => byAtom.has(later) && byAtom.has(earlier));
  for (const { later, earlier } of ties)
    for (const atom of [later, earlier])
      byAtom.set(atom, new Held(next(), byAtom.get(atom)?.places ?? [], true));
  return { byAtom, ties };
}

/** How much easier something moves with one limit less. */
const EASE = 8;

/** Everything that statements speak of, as classes, and what of it limits what. */
export class ClassBook {
  readonly of = new Map<Atom, AtomClass>();
  readonly byPractice = new Map<string, AtomClass[]>();
  /** Practice → column → its classes. */
  readonly byColumn = new Map<string, Map<string, AtomClass[]>>();
  readonly ties: { later: AtomClass; earlier: AtomClass; most: number }[];
  /** The true value of each statement's sum. */
  readonly truth: number[];
  /** Statements about one practice. */
  readonly single: boolean[];
  /** Statements about one item. */
  readonly itemised: boolean[];
  /** Statements that say something; the others only name sums to look at. */
  readonly telling: boolean[];
  private shown: Shown = () => true;
  private limitsNow: Map<AtomClass, { places: readonly number[]; name: string }> = new Map();
  private free = new Map<string, Free>();

  constructor(
    book: CellBook,
    readonly statements: readonly LedgerStatement[],
  ) {
    const { byAtom, ties } = holders(book, statements);
    this.single = statements.map(
      ({ sum }) => sum.parts.reduce((n, one) => n + one.practices.length, 0) === 1,
    );
    this.itemised = statements.map(({ sum }) => sum.items.length === 1);
    this.telling = statements.map(({ lo, hi }) => lo > 0 || hi !== null);
    this.truth = statements.map(() => 0);
    const known = new Map<string, AtomClass>();
    for (const [atom, held] of byAtom) {
      const full = `${held.id}|${atom.practice}|${atom.item}`;
      const own = known.get(full) ?? this.classOf(atom, held, known.size);
      known.set(full, own);
      own.quarters.add(atom.quarter);
      own.fields.add(atom.field);
      own.value += atom.value;
      this.of.set(atom, own);
    }
    for (const one of known.values()) {
      push(this.byPractice, one.practice, one);
      const columns = this.byColumn.get(one.practice) ?? new Map<string, AtomClass[]>();
      this.byColumn.set(one.practice, columns);
      push(columns, one.column, one);
      for (const place of [...one.privates, ...one.shared]) this.truth[place]! += one.value;
    }
    this.ties = ties.map(({ later, earlier, most }) => ({
      later: this.of.get(later) as AtomClass,
      earlier: this.of.get(earlier) as AtomClass,
      most,
    }));
  }

  /** Says what can be read from now on. */
  show(shown: Shown): void {
    this.shown = shown;
    this.limitsNow = new Map();
    this.free = new Map();
    for (const own of this.byPractice.values()) {
      const columns = new Map<string, number>();
      for (const one of own) {
        const limits = this.limit(one, shown);
        this.limitsNow.set(one, limits);
        if (!one.corrected && limits.name === '')
          columns.set(one.column, (columns.get(one.column) ?? 0) + one.value);
      }
      for (const [column, value] of columns) {
        const free = this.free.get(column) ?? { total: 0, largest: 0, holders: 0 };
        this.free.set(column, {
          total: free.total + value,
          largest: Math.max(free.largest, value),
          holders: free.holders + 1,
        });
      }
    }
  }

  /**
   * A practice as it can be read, or as it could be if something else of its own were shown.
   * @param partners practices that move along, and that the rest is without
   */
  view(practice: string, shown: Shown = this.shown, partners: readonly string[] = []): View {
    const all = [practice, ...partners].map((one) => this.byPractice.get(one) ?? []);
    const own = all.flat();
    const limits =
      shown === this.shown ? this.limitsNow : new Map(own.map((one) => [one, this.limit(one, shown)]));
    return { own, shown, limits, rest: this.restFor(all) };
  }

  /** The practices that can give or take most in these columns: what few statements limit counts for more. */
  movers(columns: ReadonlySet<string>, most: number, except: string): string[] {
    const room = [...this.byColumn].map(([practice, theirs]): [string, number] => {
      let value = 0;
      for (const column of columns)
        for (const one of theirs.get(column) ?? [])
          if (!one.corrected) value += one.value / EASE ** (this.limitsNow.get(one)?.places.length ?? 0);
      return [practice, practice === except ? 0 : value];
    });
    return room
      .filter(([, value]) => value > 0)
      .sort((x, y) => y[1] - x[1])
      .slice(0, most)
      .map(([practice]) => practice);
  }

  /** The limits of any practice's class, as `show` last said. */
  limitsOf(one: AtomClass): string {
    return this.limitsNow.get(one)?.name ?? '';
  }

  private classOf(atom: Atom, { places, corrected }: Held, at: number): AtomClass {
    const shared = places.filter((place) => !this.single[place]);
    return {
      key: `${at}`,
      practice: atom.practice,
      item: atom.item,
      privates: places.filter((place) => this.single[place]),
      shared,
      column: shared.join(),
      corrected,
      quarters: new Set(),
      fields: new Set(),
      value: 0,
    };
  }

  private limit({ privates }: AtomClass, shown: Shown): { places: number[]; name: string } {
    const places = privates.filter((place) => this.telling[place] && shown(place));
    return { places, name: places.join() };
  }

  /** What others than these practices could take over, whichever one of those reads along. */
  private restFor(all: readonly (readonly AtomClass[])[]): Map<string, number> {
    const mine = new Map<string, { value: number; holders: number }>();
    for (const own of all) {
      const counted = new Set<string>();
      for (const one of own) {
        if (one.corrected || this.limitsOf(one) !== '') continue;
        const of = mine.get(one.column) ?? { value: 0, holders: 0 };
        mine.set(one.column, {
          value: of.value + one.value,
          holders: of.holders + (counted.has(one.column) ? 0 : 1),
        });
        counted.add(one.column);
      }
    }
    const rest = new Map<string, number>();
    for (const { column } of all.flat()) {
      const free = this.free.get(column);
      const { value, holders } = mine.get(column) ?? { value: 0, holders: 0 };
      if (!free || column === '' || free.holders - holders < 2) continue;
      rest.set(column, Math.max(0, free.total - value - free.largest));
    }
    return rest;
  }
}

/** Adds to a list in a map. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
