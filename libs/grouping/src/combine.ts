import type { Generation } from './generate.js';
import { reducedValue } from './prices.js';
import type { Column, Problem } from './problem.js';

/** Limits of one search for a combination. */
export interface CombineLimits {
  /** Most columns to look at: a measure of time that is the same on every machine. */
  effort: number;
  shouldStop: () => boolean;
}

/** The best combination found, or null when none beats `least`; `complete` when no better one exists. */
export interface Combination {
  columns: Column[] | null;
  complete: boolean;
}

/**
 * Finds the best disjoint columns worth more than `least`: exact, and fast where the relaxation comes close.
 *
 * No combination is worth more than `worth` under the prices; precisely, it is worth at most `worth` less what its
 * columns lose (minus their reduced value) and less the loss of every practice left out. So losses may add up to
 * worth - least. The search covers the practice with the fewest fitting columns first and tries these by loss. It
 * starts with a small allowance and widens it: good combinations lose little, and each one found narrows the rest.
 */
export function combine(
  problem: Problem,
  known: readonly Column[],
  relaxation: Pick<Generation, 'prices' | 'worth'>,
  least: number,
  limits: CombineLimits,
): Combination {
  const search = new Search(problem, known, relaxation, least, limits);
  for (let allowance = search.room() * SMALLEST_ALLOWANCE; ; allowance *= 1.5) {
    const whole = allowance >= search.room();
    if (!search.run(allowance)) return { columns: search.best, complete: false };
    if (whole || allowance >= search.room()) return { columns: search.best, complete: true };
  }
}

/** The first allowance, as a part of what a combination may lose. */
const SMALLEST_ALLOWANCE = 1 / 64;
/** Keeps rounding from calling a combination of equal worth better. */
const SLACK = 1e-7;

class Search {
  best: Column[] | null = null;
  private readonly worth: number;
  private readonly columns: Column[];
  private readonly loss: Float64Array;
  /** Members of column c: entries start[c] .. start[c + 1] of member. */
  private readonly start: Int32Array;
  private readonly member: Int32Array;
  private readonly covered: Uint8Array;
  private readonly count: Int32Array;
  private readonly share: Float64Array;
  private readonly lists: Int32Array[] = [];
  private readonly chosen: number[] = [];
  private readonly themeLeft: Int32Array;
  private readonly dateLeft: Int32Array;
  private effortLeft: number;
  private visits = 0;
  private allowance = 0;

  constructor(
    private readonly problem: Problem,
    known: readonly Column[],
    { prices, worth }: Pick<Generation, 'prices' | 'worth'>,
    private least: number,
    private readonly limits: CombineLimits,
  ) {
    const { n, penalty } = problem;
    this.worth = worth;
    const rated = known.map((column) => ({ column, loss: Math.max(0, -reducedValue(prices, column)) }));
    // Leaving a practice out is a column of its own.
    for (let i = 0; i < n; i++) {
      const column = { members: [i], theme: -1, date: -1, level: 0, value: -penalty };
      rated.push({ column, loss: Math.max(0, prices.practice[i]! + penalty) });
    }
    const open = rated.filter(({ loss }) => loss < this.room()).sort((a, b) => a.loss - b.loss);
    this.columns = open.map(({ column }) => column);
    this.loss = Float64Array.from(open, ({ loss }) => loss);
    this.start = new Int32Array(open.length + 1);
    open.forEach(({ column }, c) => (this.start[c + 1] = this.start[c]! + column.members.length));
    this.member = Int32Array.from(open.flatMap(({ column }) => column.members));
    this.covered = new Uint8Array(n);
    this.count = new Int32Array(n);
    this.share = new Float64Array(n);
    this.themeLeft = problem.themeCap.slice();
    this.dateLeft = problem.dateCap.slice();
    this.effortLeft = limits.effort;
  }

  /** What a better combination may lose at most. */
  room(): number {
    return this.worth - this.least - SLACK;
  }

  /** Searches every combination that loses less than the allowance; false when a limit ended it. */
  run(allowance: number): boolean {
    this.allowance = Math.min(allowance, this.room());
    const all = this.list(0);
    let length = 0;
    while (length < this.columns.length && this.loss[length]! < this.allowance) all[length] = length++;
    this.cover(0, length, 0, 0, this.problem.n);
    return this.effortLeft > 0;
  }

  private list(depth: number): Int32Array {
    return (this.lists[depth] ??= new Int32Array(this.columns.length));
  }

  private cover(depth: number, length: number, lost: number, value: number, open: number): void {
    if (open === 0) return this.keep(value);
    if ((++this.visits & 63) === 0 && this.limits.shouldStop()) this.effortLeft = 0;
    this.effortLeft -= length;
    if (this.effortLeft <= 0) return;
    const row = this.scarcest(depth, length, lost);
    if (row < 0) return;
    const { columns, loss, start, member, covered, themeLeft, dateLeft } = this;
    const list = this.lists[depth]!;
    const next = this.list(depth + 1);
    for (let k = 0; k < length && this.effortLeft > 0; k++) {
      const c = list[k]!;
      const spent = lost + loss[c]!;
      if (spent >= this.allowance) return;
      if (!this.holds(c, row)) continue;
      const { theme, date } = columns[c]!;
      if (theme >= 0 && (themeLeft[theme] === 0 || dateLeft[date] === 0)) continue;
      this.chosen.push(c);
      for (let m = start[c]!; m < start[c + 1]!; m++) covered[member[m]!] = 1;
      if (theme >= 0) {
        themeLeft[theme]! -= 1;
        dateLeft[date]! -= 1;
      }
      this.effortLeft -= length;
      let kept = 0;
      for (let q = 0; q < length; q++) {
        const other = list[q]!;
        if (spent + loss[other]! >= this.allowance) break;
        if (this.free(other)) next[kept++] = other;
      }
      this.cover(depth + 1, kept, spent, value + columns[c]!.value, open - (start[c + 1]! - start[c]!));
      if (theme >= 0) {
        themeLeft[theme]! += 1;
        dateLeft[date]! += 1;
      }
      for (let m = start[c]!; m < start[c + 1]!; m++) covered[member[m]!] = 0;
      this.chosen.pop();
    }
  }

  /** The open practice with the fewest fitting columns; -1 when one has none or the losses must grow too large. */
  private scarcest(depth: number, length: number, lost: number): number {
    const { loss, start, member, covered, count, share } = this;
    const list = this.lists[depth]!;
    count.fill(0);
    for (let k = 0; k < length; k++) {
      const c = list[k]!;
      const part = loss[c]! / (start[c + 1]! - start[c]!);
      for (let m = start[c]!; m < start[c + 1]!; m++) {
        const i = member[m]!;
        if (count[i]!++ === 0 || part < share[i]!) share[i] = part;
      }
    }
    let row = -1;
    let least = lost;
    for (let i = 0; i < count.length; i++) {
      if (covered[i]) continue;
      if (count[i] === 0) return -1;
      least += share[i]!;
      if (row < 0 || count[i]! < count[row]!) row = i;
    }
    return least < this.allowance ? row : -1;
  }

  private holds(c: number, i: number): boolean {
    for (let m = this.start[c]!; m < this.start[c + 1]!; m++) if (this.member[m] === i) return true;
    return false;
  }

  private free(c: number): boolean {
    for (let m = this.start[c]!; m < this.start[c + 1]!; m++) if (this.covered[this.member[m]!]) return false;
    return true;
  }

  private keep(value: number): void {
    if (value <= this.least + 1e-9) return;
    this.least = value;
    this.allowance = Math.min(this.allowance, this.room());
    this.best = this.chosen.map((c) => this.columns[c]!).filter(({ theme }) => theme >= 0);
  }
}
