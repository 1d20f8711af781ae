import { KeyPlaces, letGo } from './atom-keys.rules.js';

/** Rows that contradict the others; with more, the column holds something else than a list size. */
const MOST_OTHERS = 100_000;

/** Thrown when nearly every row names another number: then it is no list size. */
export class NoListSize extends Error {
  constructor() {
    super('The column for "listed" has other values in nearly every row.');
    this.name = 'NoListSize';
  }
}

/**
 * Collects list sizes, which an extract repeats in every row of a practice, period and stratum. In flat arrays: a large file with
 * sex and age has hundreds of thousands.
 */
export class ListedTable {
  private readonly places = new KeyPlaces();
  private values = new Float64Array(1 << 10);
  /** Rows that name the value; 0 where there is none. */
  private counts = new Int32Array(1 << 10);
  /** Place → other values, with the rows that name them. */
  private readonly others = new Map<number, Map<number, number[]>>();
  private contradictions = 0;
  private lastKey = -1;
  private last = -1;

  note(key: number, value: number, row: number): void {
    // rows of one practice and period stand together
    const at = key === this.lastKey ? this.last : this.place(key);
    this.lastKey = key;
    this.last = at;
    if (this.counts[at] === 0) {
      this.values[at] = value;
      this.counts[at] = 1;
    } else if (this.values[at] === value) {
      this.counts[at]! += 1;
    } else {
      let others = this.others.get(at);
      if (!others) this.others.set(at, (others = new Map()));
      const rows = others.get(value);
      if (rows) rows.push(row);
      else others.set(value, [row]);
      this.contradictions += 1;
      if (this.contradictions > MOST_OTHERS) throw new NoListSize();
    }
  }

  forget(key: number): void {
    const at = this.place(key);
    this.counts[at] = 0;
    this.others.delete(at);
  }

  private place(key: number): number {
    const at = this.places.place(key);
    if (at >= this.values.length) {
      const [values, counts] = [new Float64Array(at * 2), new Int32Array(at * 2)];
      values.set(this.values);
      counts.set(this.counts);
      this.values = values;
      this.counts = counts;
    }
    return at;
  }

  /**
   * The value that more than half of the rows of a key name is its list size; rows with another are wrong. Without such a
   * majority nobody knows: the key has no list size, and all its rows are wrong.
   * @returns keys whose rows contradict each other, with which of their rows are wrong
   */
  settle(): Map<number, (row: number) => boolean> {
    const contested = new Map<number, (row: number) => boolean>();
    for (const [at, others] of this.others) {
      const key = this.places.keys[at]!;
      const count = this.counts[at]!;
      const lists = [...others].map(([other, rows]) => ({ value: other, rows: new Set(rows) }));
      const all = lists.reduce((sum, one) => sum + one.rows.size, count);
      const majority = lists.find((one) => one.rows.size * 2 > all);
      if (count * 2 > all) {
        contested.set(key, (row) => lists.some((one) => one.rows.has(row)));
      } else if (majority) {
        this.values[at] = majority.value;
        contested.set(key, (row) => !majority.rows.has(row));
      } else {
        this.counts[at] = 0;
        contested.set(key, () => true);
      }
    }
    this.others.clear();
    return contested;
  }

  /** Keys without an item and their list sizes, in the order of the file; after `settle`. */
  *entries(): Generator<[key: number, value: number]> {
    for (let at = 0; at < this.places.size; at += 1)
      if (this.counts[at]! > 0) yield [this.places.keys[at]!, this.values[at]!];
  }

  /** Gives the memory back; of no more use afterwards. */
  release(): void {
    this.places.release();
    letGo(this.values);
    letGo(this.counts);
  }

  /** No more entries than this. */
  get size(): number {
    return this.places.size;
  }
}

/** List sizes by practice and period, in the order of the file: chains through flat arrays. */
export class ListedGroups {
  size = 0;
  private readonly strata: Int32Array;
  private readonly values: Float64Array;
  /** The next of the same group, -1 for none. */
  private readonly next: Int32Array;
  private readonly ends = new Map<number, { first: number; last: number }>();

  constructor(most: number) {
    this.strata = new Int32Array(most);
    this.values = new Float64Array(most);
    this.next = new Int32Array(most).fill(-1);
  }

  add(group: number, stratum: number, value: number): void {
    const at = this.size;
    this.strata[at] = stratum;
    this.values[at] = value;
    const ends = this.ends.get(group);
    if (ends) {
      this.next[ends.last] = at;
      ends.last = at;
    } else this.ends.set(group, { first: at, last: at });
    this.size += 1;
  }

  /** Gives the memory back; of no more use afterwards. */
  release(): void {
    for (const column of [this.strata, this.values, this.next]) letGo(column);
    this.ends.clear();
  }

  *groups(): Generator<[group: number, list: { stratum: number; value: number }[]]> {
    for (const [group, { first }] of this.ends) {
      const list = [];
      for (let at = first; at >= 0; at = this.next[at]!)
        list.push({ stratum: this.strata[at]!, value: this.values[at]! });
      yield [group, list];
    }
  }
}

/** A list size as it is stored. */
export interface ListedAtom {
  practice: number;
  period: number;
  sex: string;
  age: string;
  listed: number;
  /** Place in the reader's dates, -1 for none. */
  date: number;
}

/** The list sizes of a file, in flat arrays for the same reason. */
export class ListedAtoms implements Iterable<ListedAtom> {
  length = 0;
  private readonly practices: Int32Array;
  private readonly periods: Int32Array;
  private readonly strata: Int32Array;
  private readonly dates: Int32Array;
  private readonly sizes: Float64Array;
  private readonly names: Pick<ListedAtom, 'sex' | 'age'>[] = [];
  private readonly named = new Map<string, number>();

  /** @param most that it will hold */
  constructor(most: number) {
    this.practices = new Int32Array(most);
    this.periods = new Int32Array(most);
    this.strata = new Int32Array(most);
    this.dates = new Int32Array(most);
    this.sizes = new Float64Array(most);
  }

  add({ practice, period, sex, age, listed, date }: ListedAtom): void {
    const at = this.length;
    const name = `${sex}|${age}`;
    let stratum = this.named.get(name);
    if (stratum === undefined) this.named.set(name, (stratum = this.names.push({ sex, age }) - 1));
    this.practices[at] = practice;
    this.periods[at] = period;
    this.strata[at] = stratum;
    this.dates[at] = date;
    this.sizes[at] = listed;
    this.length += 1;
  }

  *[Symbol.iterator](): Generator<ListedAtom> {
    for (let at = 0; at < this.length; at += 1)
      yield {
        practice: this.practices[at]!,
        period: this.periods[at]!,
        ...this.names[this.strata[at]!]!,
        listed: this.sizes[at]!,
        date: this.dates[at]!,
      };
  }
}
