/** What a key may count of each: together they stay below 2^53, so that a key is one exact number. */
export const MOST = { practices: 32_768, periods: 1_024, items: 32_768, strata: 4_096 } as const;

/** Which practice, period, item and stratum, as places in lists. */
export interface AtomKey {
  practice: number;
  period: number;
  item: number;
  stratum: number;
}

export function packKey(practice: number, period: number, item: number, stratum: number): number {
  return ((practice * MOST.periods + period) * MOST.items + item) * MOST.strata + stratum;
}

export function unpackKey(key: number): AtomKey {
  const stratum = key % MOST.strata;
  const above = Math.floor(key / MOST.strata);
  const item = above % MOST.items;
  const rest = Math.floor(above / MOST.items);
  return { practice: Math.floor(rest / MOST.periods), period: rest % MOST.periods, item, stratum };
}

/** Keys in the order in which they came, each with its place: flat arrays and an open hash table. */
export class KeyPlaces {
  size = 0;
  keys = new Float64Array(1 << 12);
  private slots = new Int32Array(1 << 13);

  /** The key's place. `size` grows when it is new. */
  place(key: number): number {
    if (this.size === this.keys.length) this.grow();
    const mask = this.slots.length - 1;
    let at = hash(key) & mask;
    for (;;) {
      const found = this.slots[at]! - 1;
      if (found < 0) break;
      if (this.keys[found] === key) return found;
      at = (at + 1) & mask;
    }
    const place = this.size;
    this.slots[at] = place + 1;
    this.keys[place] = key;
    this.size += 1;
    return place;
  }

  /** Gives the memory back; of no more use afterwards. */
  release(): void {
    letGo(this.keys);
    letGo(this.slots);
  }

  /** Doubles the room. */
  protected grow(): void {
    const to = this.keys.length * 2;
    this.keys = grown(this.keys, new Float64Array(to));
    this.slots = new Int32Array(to * 2);
    const mask = this.slots.length - 1;
    for (let place = 0; place < this.size; place += 1) {
      let at = hash(this.keys[place]!) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = place + 1;
    }
  }
}

/**
 * The cells of an extract by key, with their counts and the row they came from: 24 bytes a cell in flat arrays and an open
 * hash table, because two million of them as objects would need ten times the memory an import may take.
 */
export class AtomTable extends KeyPlaces {
  rows = new Int32Array(1 << 12);
  counts = new Int32Array(1 << 12);
  /** -1 where the file says none. */
  urgent = new Int32Array(1 << 12).fill(-1);
  consults = new Int32Array(1 << 12).fill(-1);
  /** 1 for cells that do not count: which rows they came from is refused. */
  refused = new Uint8Array(1 << 12);

  override release(): void {
    super.release();
    for (const column of [this.rows, this.counts, this.urgent, this.consults, this.refused]) letGo(column);
  }

  protected override grow(): void {
    const from = this.keys.length;
    super.grow();
    const to = this.keys.length;
    this.rows = grown(this.rows, new Int32Array(to));
    this.counts = grown(this.counts, new Int32Array(to));
    this.urgent = grown(this.urgent, new Int32Array(to)).fill(-1, from);
    this.consults = grown(this.consults, new Int32Array(to)).fill(-1, from);
    this.refused = grown(this.refused, new Uint8Array(to));
  }
}

/**
 * Gives an array's memory back soon. As old garbage it would stay until the next full collection, which large arrays outside the heap
 * do not hasten; handed over to a buffer that nobody keeps it goes with the next small one.
 */
export function letGo(array: Float64Array | Int32Array | Uint8Array): void {
  const { buffer } = array;
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
}

function grown<T extends Float64Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from as never);
  letGo(from);
  return to;
}

function hash(key: number): number {
  const low = (key % 4_294_967_296) | 0;
  const high = (key / 4_294_967_296) | 0;
  let mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
