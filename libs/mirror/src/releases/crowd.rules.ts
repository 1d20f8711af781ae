import { protectionLevels, type AttackProblem, type Secret, type Term } from '#libs/disclosure';
import type { Atom, CellBook, LedgerStatement } from './cells.rules.js';
import { holders, push } from './classes.rules.js';

/** Atoms of one item that the same statements hold: of every practice, nothing finer can be told. */
interface Column {
  item: string;
  statements: number[];
}
/** A sum that is looked at, of every practice: a column, or what one statement says of one item. */
interface Look {
  item: string;
  columns: string[];
  /** Contributions to a sum that is shown: then nobody may estimate the large ones either. */
  shown: boolean;
}

const REST = '~';

/** Statements over several practices, as one reader sees them. */
export interface CrowdReading extends AttackProblem {
  /** Secrets that two plain worlds prove safe already, and that are not in the list. */
  witnessed: number;
  /** Item of each secret, and of each atom. */
  items: Map<string, string>;
  itemOf: Map<string, string>;
  /** The first so many statements are those that were given; what follows always holds. */
  given: number;
}

/**
 * What an audience can read when only sums over many practices are shown: one reading per reader (null: an outsider). A reader knows its own
 * figures. Practices that no statement tells apart have equal columns, so their intervals are equal too: one of them stands
 * for the smallest count and the largest contribution among them, the others are taken together. That is exact, and it makes sixty
 * practices as quick as three.
 */
export function crowdReadings(
  book: CellBook,
  statements: readonly LedgerStatement[],
  readers: readonly (string | null)[],
  policy: { minCell: number; p: number; dominancePercent: number },
): CrowdReading[] {
  const { byAtom, ties } = holders(book, statements);
  const columns = new Map<string, Column>();
  const columnOf = new Map<Atom, string>();
  const values = new Map<string, Map<string, number>>();
  for (const [atom, { id, places: held }] of byAtom) {
    const key = `${atom.item}|${id}`;
    if (!columns.has(key)) columns.set(key, { item: atom.item, statements: [...held] });
    columnOf.set(atom, key);
    const own = values.get(atom.practice) ?? new Map<string, number>();
    values.set(atom.practice, own);
    own.set(key, (own.get(key) ?? 0) + atom.value);
  }
  const totals = new Map<string, number>();
  for (const own of values.values())
    for (const [key, value] of own) totals.set(key, (totals.get(key) ?? 0) + value);
  const alike = new Map<string, string[]>();
  for (const [practice, own] of values) push(alike, [...own.keys()].sort().join(';'), practice);
  const places = new Map([...columns.keys()].map((key, at) => [key, at]));
  const reaches = looksOf(columns, statements.length).flatMap((look) =>
    [...alike.values()].flatMap((group) => reachOf(look, group, values, totals, policy) ?? []),
  );
  const name = (owner: string, column: string): string => `${owner}|${places.get(column)}`;

  return readers.map((reader): CrowdReading => {
    const ofReader = reader === null ? undefined : values.get(reader);
    const doubtful: Reach[] = [];
    let witnessed = 0;
    for (const one of reaches) {
      // Whatever one has in a column may as well be another's: each sum can be 0, or all of theirs together. Where those two
      // worlds are far enough apart, no search is needed.
      const most = one.most - sum(one.inside.map((key) => ofReader?.get(key) ?? 0));
      if (one.high(reader) <= most) witnessed += 1;
      else doubtful.push(one);
    }
    const secrets: Secret[] = [];
    const items = new Map<string, string>();
    const itemOf = new Map<string, string>();
    const atoms: { key: string; value: number }[] = [];
    const base = { witnessed, items, itemOf, atoms, secrets, given: statements.length };
    if (doubtful.length === 0) return { ...base, statements: [], attackers: [] };
    const termsOf = new Map<string, Term[]>([...columns.keys()].map((key) => [key, []]));
    const add = (owner: string, column: string, value: number): void => {
      const key = name(owner, column);
      itemOf.set(key, columns.get(column)?.item ?? '');
      atoms.push({ key, value });
      termsOf.get(column)?.push({ atom: key, coefficient: 1 });
    };
    const knows: string[] = [];
    for (const [key, value] of ofReader ?? []) {
      add(reader as string, key, value);
      knows.push(name(reader as string, key));
    }
    for (const group of alike.values()) {
      const [stand, ...rest] = group.filter((one) => one !== reader);
      if (stand === undefined) continue;
      for (const [key, value] of values.get(stand) ?? []) {
        add(stand, key, value);
        if (rest.length > 0)
          add(`${REST}${stand}`, key, sum(rest.map((one) => values.get(one)?.get(key) ?? 0)));
      }
      for (const { look, inside, practices, shown, high, low } of doubtful) {
        if (practices !== group) continue;
        const key = `${stand} ${inside.map((one) => places.get(one)).join('+')}${shown ? '!' : ''}`;
        const value = sum(inside.map((one) => values.get(stand)?.get(one) ?? 0));
        items.set(key, look.item);
        secrets.push({
          key,
          terms: inside.map((one) => ({ atom: name(stand, one), coefficient: 1 })),
          value,
          lower: value - low(reader),
          upper: high(reader) - value,
        });
      }
    }
    const terms: Term[][] = statements.map(() => []);
    for (const [key, { statements: inside }] of columns)
      for (const place of inside) terms[place]?.push(...(termsOf.get(key) as Term[]));
    const known = new Set(atoms.map(({ key }) => key));
    return {
      ...base,
      attackers: [{ name: reader ?? 'outsider', knows }],
      statements: [
        ...statements.map(({ lo, hi }, place) => ({
          key: `${place}`,
          terms: terms[place] as Term[],
          lo,
          hi,
        })),
        ...ties.map(({ later, earlier, most }, place) => ({
          key: `correction ${place}`,
          terms: [
            { atom: ownerName(later), coefficient: 1 },
            { atom: ownerName(earlier), coefficient: -1 },
          ],
          lo: -most,
          hi: most,
        })),
      ],
    };

    // a corrected atom is a column that only its practice has, so that practice stands for itself
    function ownerName(atom: Atom): string {
      const key = name(atom.practice, columnOf.get(atom) as string);
      if (!known.has(key)) throw new Error('A correction is told apart.');
      return key;
    }
  });
}

function looksOf(columns: ReadonlyMap<string, Column>, statements: number): Look[] {
  const looks: Look[] = [...columns].map(([key, { item }]) => ({ item, columns: [key], shown: false }));
  for (let place = 0; place < statements; place++) {
    const byItem = new Map<string, string[]>();
    for (const [key, column] of columns)
      if (column.statements.includes(place))
        byItem.set(column.item, [...(byItem.get(column.item) ?? []), key]);
    for (const [item, inside] of byItem) looks.push({ item, columns: inside, shown: true });
  }
  return looks;
}

/** A sum of every practice of a group that no statement tells apart, and the interval that has to stay open around all of them. */
interface Reach {
  look: Look;
  shown: boolean;
  inside: string[];
  practices: readonly string[];
  /** All that the practices have in these columns. */
  most: number;
  /** The ends of the interval without the one who reads along. */
  high(without: string | null): number;
  low(without: string | null): number;
}

function reachOf(
  look: Look,
  practices: readonly string[],
  values: ReadonlyMap<string, ReadonlyMap<string, number>>,
  totals: ReadonlyMap<string, number>,
  policy: { minCell: number; p: number; dominancePercent: number },
): Reach | null {
  const inside = look.columns.filter((key) => values.get(practices[0] as string)?.has(key));
  if (inside.length === 0) return null;
  const ends = practices.flatMap((practice) => {
    const value = sum(inside.map((key) => values.get(practice)?.get(key) ?? 0));
    if (value <= 0) return [];
    const part = look.shown ? Math.ceil((policy.dominancePercent / 100) * value) : 0;
    const small = value < policy.minCell ? protectionLevels(value, policy) : { lower: 0, upper: 0 };
    if (part === 0 && small.upper === 0) return [];
    return [
      { practice, low: value - Math.max(part, small.lower), high: value + Math.max(part, small.upper) },
    ];
  });
  if (ends.length === 0) return null;
  const highest = [...ends].sort((a, b) => b.high - a.high);
  const lowest = [...ends].sort((a, b) => a.low - b.low);
  const first = (list: typeof ends, without: string | null): (typeof ends)[number] | undefined =>
    list[0]?.practice === without ? list[1] : list[0];
  return {
    look,
    shown: look.shown,
    inside,
    practices,
    most: sum(inside.map((key) => totals.get(key) ?? 0)),
    high: (without) => first(highest, without)?.high ?? -Infinity,
    low: (without) => first(lowest, without)?.low ?? Infinity,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** The same with every other item as it is: worlds that differ in one item only are worlds too. */
export function withinItem(
  reading: CrowdReading,
  item: string,
  shown: (place: number) => boolean,
): AttackProblem {
  const kept = new Map(
    reading.atoms.filter(({ key }) => reading.itemOf.get(key) === item).map((one) => [one.key, one]),
  );
  const values = new Map(reading.atoms.map(({ key, value }) => [key, value ?? 0]));
  const statements = reading.statements.flatMap((one, place) => {
    if (place < reading.given && !shown(place)) return [];
    const terms = one.terms.filter(({ atom }) => kept.has(atom));
    if (terms.length === 0) return [];
    const fixed = one.terms.reduce(
      (total, { atom, coefficient }) =>
        kept.has(atom) ? total : total + coefficient * (values.get(atom) ?? 0),
      0,
    );
    return [{ ...one, terms, lo: one.lo - fixed, hi: one.hi === null ? null : one.hi - fixed }];
  });
  return {
    atoms: [...kept.values()],
    statements,
    secrets: reading.secrets.filter(({ key }) => reading.items.get(key) === item),
    attackers: reading.attackers.map(({ name, knows }) => ({
      name,
      knows: knows.filter((key) => kept.has(key)),
    })),
  };
}
