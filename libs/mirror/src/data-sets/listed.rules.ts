/** The number of registered patients that the rows of one practice, period and stratum name. */
interface Named {
  value: number;
  /** Rows that name `value`. */
  count: number;
  /** Other values, with the rows that name them. */
  others: Map<number, number[]> | null;
}

/** Rows that contradict the others; with more, the column holds something else than a list size. */
const MOST_OTHERS = 100_000;

/** Thrown when nearly every row names another number: then it is no list size. */
export class NoListSize extends Error {
  constructor() {
    super('The column for "listed" has other values in nearly every row.');
    this.name = 'NoListSize';
  }
}

export interface SettledListed {
  /** Key without an item → the value that most rows name. */
  values: Map<number, number>;
  /** Keys whose rows contradict each other, with which of their rows are wrong. */
  contested: Map<number, (row: number) => boolean>;
}

/** Collects list sizes, which an extract repeats in every row of a practice and period. */
export class ListedTable {
  private readonly named = new Map<number, Named>();
  private others = 0;
  private lastKey = -1;
  private last: Named | undefined;

  note(key: number, value: number, row: number): void {
    // rows of one practice and period stand together
    const known = key === this.lastKey ? this.last : this.named.get(key);
    if (!known) {
      this.last = { value, count: 1, others: null };
      this.lastKey = key;
      this.named.set(key, this.last);
    } else if (known.value === value) {
      known.count += 1;
    } else {
      known.others ??= new Map();
      const rows = known.others.get(value);
      if (rows) rows.push(row);
      else known.others.set(value, [row]);
      this.others += 1;
      if (this.others > MOST_OTHERS) throw new NoListSize();
    }
  }

  forget(key: number): void {
    this.lastKey = -1;
    this.named.delete(key);
  }

  /**
   * The value that more than half of the rows of a key name is its list size; rows with another are wrong. Without such a
   * majority nobody knows: the key has no list size, and all its rows are wrong.
   */
  settle(): SettledListed {
    const settled: SettledListed = { values: new Map(), contested: new Map() };
    for (const [key, { value, count, others }] of this.named) {
      if (!others) {
        settled.values.set(key, value);
        continue;
      }
      const lists = [...others].map(([other, rows]) => ({ value: other, rows: new Set(rows) }));
      const all = lists.reduce((sum, one) => sum + one.rows.size, count);
      const majority = lists.find((one) => one.rows.size * 2 > all);
      if (count * 2 > all) {
        settled.values.set(key, value);
        settled.contested.set(key, (row) => lists.some((one) => one.rows.has(row)));
      } else if (majority) {
        settled.values.set(key, majority.value);
        settled.contested.set(key, (row) => !majority.rows.has(row));
      } else {
        settled.contested.set(key, () => true);
      }
    }
    return settled;
  }
}
