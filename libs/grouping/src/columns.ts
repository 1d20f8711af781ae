import type { Column } from './problem.js';

/** Groups seen so far, each once per members, theme and date; holds at most `limit`. */
export class ColumnPool {
  /** The objects added: a search hands in the same ones many times, and a key is dear. */
  private readonly seen = new WeakSet<Column>();
  private readonly byKey = new Map<string, Column>();

  constructor(private readonly limit = 60_000) {}

  get size(): number {
    return this.byKey.size;
  }

  /** Adds a group; members must be sorted. False when it was known or the pool is full. */
  add(column: Column): boolean {
    if (this.seen.has(column) || this.byKey.size >= this.limit) return false;
    this.seen.add(column);
    const key = `${column.theme}/${column.date}/${column.members.join(',')}`;
    if (this.byKey.has(key)) return false;
    this.byKey.set(key, column);
    return true;
  }

  all(): Column[] {
    return [...this.byKey.values()];
  }
}

/** N times the objective of these groups, the rest of the n practices left out. */
export function worthOf(columns: readonly Column[], n: number, penalty: number): number {
  let total = -penalty * n;
  for (const { value, members } of columns) total += value + penalty * members.length;
  return total;
}
