import { Evaluation } from './evaluation.js';
import type { Seats } from './evaluation.js';
import { UNLIMITED, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';

/** Where a practice is when it sits in no group. */
export const POOL = -1;
const LIMBO = -2;

/**
 * A grouping under search: who sits where, which groups are open, and the type (theme, date, level) and value of each.
 * Practices that sit in no group are in the pool. Every seat taken or left is told to the evaluation, which knows what
 * a group would be worth after the next one.
 */
export class State implements Seats {
  readonly slots: number;
  readonly members: Int32Array;
  readonly size: Int32Array;
  readonly group: Int32Array;
  readonly theme: Int32Array;
  readonly date: Int32Array;
  readonly themeCount: Int32Array;
  readonly dateCount: Int32Array;
  readonly mustLead: Int32Array;
  /** [slots] 0 .. LEVELS - 1, and the value at that type: the sum of the members' phi. */
  readonly level: Int32Array;
  readonly value: Float64Array;
  /** Sum of the values of the groups. */
  total = 0;
  /** [n] practices in no group: the first poolSize, in no order. */
  readonly pool: Int32Array;
  poolSize = 0;
  /** [slots] open groups: the first activeCount, in no order. */
  readonly active: Int32Array;
  activeCount = 0;
  /** [themes][at least themeCount] open groups per theme: the first themeCount of each, in no order. */
  readonly byTheme: Int32Array[];
  readonly evaluation: Evaluation;

  /** [slots] the last column made of a group, as long as its members and type stay. */
  private readonly made: (Column | undefined)[] = [];
  /** [n] where a practice is in the pool or among the members; [slots] where a group is in `active` and `byTheme`. */
  private readonly place: Int32Array;
  private readonly activePlace: Int32Array;
  private readonly themePlace: Int32Array;
  private readonly free: number[] = [];

  constructor(readonly problem: Problem) {
    const { n, max, themes, dates } = problem;
    const slots = (this.slots = Math.max(1, Math.floor(n / Math.max(1, problem.min))));
    this.members = new Int32Array(slots * max);
    this.size = new Int32Array(slots);
    this.group = new Int32Array(n).fill(POOL);
    this.theme = new Int32Array(slots).fill(-1);
    this.date = new Int32Array(slots).fill(-1);
    this.themeCount = new Int32Array(themes);
    this.dateCount = new Int32Array(dates);
    this.mustLead = new Int32Array(slots).fill(-1);
    this.level = new Int32Array(slots);
    this.value = new Float64Array(slots);
    this.pool = new Int32Array(n);
    this.active = new Int32Array(slots);
    this.byTheme = Array.from({ length: themes }, () => new Int32Array(4));
    this.place = new Int32Array(n);
    this.activePlace = new Int32Array(slots);
    this.themePlace = new Int32Array(slots);
    this.evaluation = new Evaluation(problem, this);
    for (let slot = slots - 1; slot >= 0; slot--) this.free.push(slot);
    for (let i = 0; i < n; i++) this.drop(i);
  }

  /** Opens an empty group; the caller fills it and gives it a type. -1 when no slot is left. */
  open(theme: number, date: number): number {
    const slot = this.free.pop();
    if (slot === undefined) return -1;
    this.value[slot] = 0;
    this.level[slot] = 0;
    this.date[slot] = date;
    this.dateCount[date]! += 1;
    this.listTheme(slot, theme);
    this.activePlace[slot] = this.activeCount;
    this.active[this.activeCount++] = slot;
    return slot;
  }

  /** Closes an empty group. */
  close(slot: number): void {
    this.total -= this.value[slot]!;
    this.value[slot] = 0;
    this.mustLead[slot] = -1;
    this.dateCount[this.date[slot]!]! -= 1;
    this.unlistTheme(slot);
    const last = this.active[--this.activeCount]!;
    this.active[this.activePlace[slot]!] = last;
    this.activePlace[last] = this.activePlace[slot]!;
    this.free.push(slot);
    this.evaluation.clear(slot);
  }

  private listTheme(slot: number, theme: number): void {
    let list = this.byTheme[theme]!;
    const count = this.themeCount[theme]!;
    if (count === list.length) {
      const longer = new Int32Array(list.length * 2);
      longer.set(list);
      this.byTheme[theme] = list = longer;
    }
    list[count] = slot;
    this.themePlace[slot] = count;
    this.themeCount[theme] = count + 1;
    this.theme[slot] = theme;
  }

  private unlistTheme(slot: number): void {
    const theme = this.theme[slot]!;
    const list = this.byTheme[theme]!;
    const last = list[--this.themeCount[theme]!]!;
    list[this.themePlace[slot]!] = last;
    this.themePlace[last] = this.themePlace[slot]!;
  }

  /** Puts a practice that is nowhere into the pool. */
  drop(i: number): void {
    this.group[i] = POOL;
    this.place[i] = this.poolSize;
    this.pool[this.poolSize++] = i;
  }

  /** Takes a practice out of the pool or its group; it is nowhere until `put` or `drop`. Its group keeps type and value. */
  take(i: number): void {
    const g = this.group[i]!;
    this.group[i] = LIMBO;
    if (g === POOL) {
      const last = this.pool[--this.poolSize]!;
      this.pool[this.place[i]!] = last;
      this.place[last] = this.place[i]!;
      return;
    }
    const base = g * this.problem.max;
    const last = this.members[base + --this.size[g]!]!;
    this.members[base + this.place[i]!] = last;
    this.place[last] = this.place[i]!;
    this.made[g] = undefined;
    this.evaluation.leave(i, g);
  }

  /** Puts a practice that is nowhere into a group, which keeps type and value. */
  put(i: number, g: number): void {
    this.made[g] = undefined;
    this.evaluation.join(i, g);
    this.group[i] = g;
    this.place[i] = this.size[g]!;
    this.members[g * this.problem.max + this.size[g]!++] = i;
  }

  /** `put` for a group, `drop` for the pool. */
  settle(i: number, g: number): void {
    if (g >= 0) this.put(i, g);
    else this.drop(i);
  }

  /** Whether i may join the members of g when `out` (or nobody: -1) leaves: pairs and districts only. */
  fits(i: number, g: number, out: number): boolean {
    const { problem, group } = this;
    const foes = problem.foes[i]!;
    for (let k = 0; k < foes.length; k++) if (group[foes[k]!] === g && foes[k] !== out) return false;
    if (problem.maxPerDistrict < UNLIMITED) {
      const district = problem.district[i]!;
      let same = 1;
      for (let k = g * problem.max, end = k + this.size[g]!; k < end; k++) {
        const j = this.members[k]!;
        if (j !== out && problem.district[j] === district) same += 1;
      }
      if (same > problem.maxPerDistrict) return false;
    }
    return true;
  }

  /** Gives a group a type and the value it has there. */
  retype(g: number, theme: number, date: number, level: number, value: number): void {
    this.total += value - this.value[g]!;
    this.value[g] = value;
    this.level[g] = level;
    if (this.theme[g] !== theme) {
      this.unlistTheme(g);
      this.listTheme(g, theme);
    }
    if (this.date[g] !== date) {
      this.dateCount[this.date[g]!]! -= 1;
      this.dateCount[date]! += 1;
      this.date[g] = date;
    }
  }

  /** Brings a group to its best type; false when it has none. */
  refresh(g: number): boolean {
    const { evaluation } = this;
    const value = evaluation.assess(g, -1, -1);
    if (value === -Infinity) return false;
    this.retype(g, evaluation.foundTheme, evaluation.foundDate, evaluation.foundLevel, value);
    return true;
  }

  /** The practices of a group, in no order. */
  membersOf(g: number): number[] {
    return Array.from(this.members.subarray(g * this.problem.max, g * this.problem.max + this.size[g]!));
  }

  /** Every group as a column with its exact value at its best level. */
  columns(): Column[] {
    return Array.from(this.active.subarray(0, this.activeCount), (g) => {
      const [theme, date] = [this.theme[g]!, this.date[g]!];
      const known = this.made[g];
      if (known && known.theme === theme && known.date === date) return known;
      const members = this.membersOf(g).sort((a, b) => a - b);
      return (this.made[g] = { members, theme, date, ...valueOf(this.problem, members, theme, date) });
    });
  }

  /** Sum over groups minus the penalty: N times the objective. */
  worth(): number {
    return this.total - this.problem.penalty * this.poolSize;
  }

  /** Empties the state and fills it with these groups, in order; slots[k] of the result is the slot of columns[k]. */
  load(columns: readonly Column[]): number[] {
    for (let k = this.activeCount - 1; k >= 0; k--) {
      const g = this.active[k]!;
      for (const i of this.membersOf(g)) {
        this.take(i);
        this.drop(i);
      }
      this.close(g);
    }
    this.total = 0;
    return columns.map((column) => {
      const g = this.open(column.theme, column.date);
      for (const i of column.members) {
        this.take(i);
        this.put(i, g);
      }
      this.retype(g, column.theme, column.date, column.level, column.value);
      return g;
    });
  }
}
