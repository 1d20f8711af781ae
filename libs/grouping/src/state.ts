import { LEVELS, UNLIMITED, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';

/** Where a practice is when it sits in no group. */
export const POOL = -1;
const LIMBO = -2;
/** Weight of a refused theme in a sum of gains: one refusal outweighs all gains of a group. */
const REFUSED = 1024;
/** Leaders and absences of a group on a date are counted in one number: absences in units of this. */
const ABSENT = 65536;

/**
 * A grouping under search. Every group keeps sums per theme, date and level, so that the worth of a group after one
 * practice leaves and another joins, at its best theme, date and level, costs O(themes + dates + size), whatever n is.
 */
export class State {
  readonly slots: number;
  readonly members: Int32Array;
  readonly size: Int32Array;
  readonly theme: Int32Array;
  readonly date: Int32Array;
  readonly level: Int32Array;
  readonly value: Float64Array;
  readonly group: Int32Array;
  readonly pool: Int32Array;
  poolSize = 0;
  /** Sum of the values of the groups. */
  total = 0;
  readonly themeCount: Int32Array;
  readonly dateCount: Int32Array;
  readonly active: Int32Array;
  activeCount = 0;
  readonly byTheme: Int32Array[];
  /** A practice that must lead the group, or -1; set for pinned leaders. */
  readonly mustLead: Int32Array;
  /** The type found by the last `assess`. */
  foundTheme = 0;
  foundDate = 0;
  foundLevel = 0;

  /** The last column made of a group, as long as its members and type stay. */
  private readonly made: (Column | undefined)[] = [];
  private readonly place: Int32Array;
  private readonly activePlace: Int32Array;
  private readonly themePlace: Int32Array;
  private readonly free: number[] = [];
  private readonly continuity: Float64Array;
  private readonly change: Float64Array;
  private readonly linkSum: Float64Array;
  // Rows per practice, with one more of zeros at n for "nobody", so that the inner loops need no branches.
  private readonly themeRow: Float64Array;
  private readonly dateRow: Float64Array;
  private readonly levelRow: Float64Array;
  private readonly countRow: Int32Array;
  // The same, summed over the members of every group.
  private readonly themeSum: Float64Array;
  private readonly dateSum: Float64Array;
  private readonly levelSum: Float64Array;
  private readonly countSum: Int32Array;

  constructor(readonly problem: Problem) {
    const { n, max, themes, dates } = problem;
    const slots = (this.slots = Math.max(1, Math.floor(n / Math.max(1, problem.min))));
    this.members = new Int32Array(slots * max);
    this.size = new Int32Array(slots);
    this.theme = new Int32Array(slots).fill(-1);
    this.date = new Int32Array(slots).fill(-1);
    this.level = new Int32Array(slots);
    this.value = new Float64Array(slots);
    this.mustLead = new Int32Array(slots).fill(-1);
    this.group = new Int32Array(n).fill(POOL);
    this.place = new Int32Array(n);
    this.pool = new Int32Array(n);
    this.themeCount = new Int32Array(themes);
    this.dateCount = new Int32Array(dates);
    this.active = new Int32Array(slots);
    this.activePlace = new Int32Array(slots);
    this.byTheme = Array.from({ length: themes }, () => new Int32Array(4));
    this.themePlace = new Int32Array(slots);
    this.continuity = new Float64Array(n);
    this.change = new Float64Array(n);
    this.linkSum = new Float64Array(slots);
    this.themeSum = new Float64Array(slots * themes);
    this.dateSum = new Float64Array(slots * dates);
    this.levelSum = new Float64Array(slots * LEVELS);
    this.countSum = new Int32Array(slots * dates);
    this.themeRow = new Float64Array((n + 1) * themes);
    this.dateRow = new Float64Array((n + 1) * dates);
    this.levelRow = new Float64Array((n + 1) * LEVELS);
    this.countRow = new Int32Array((n + 1) * dates);
    for (let k = 0; k < n * themes; k++)
      this.themeRow[k] = problem.themeOk[k] ? problem.themeGain[k]! : -REFUSED;
    this.dateRow.set(problem.dateGain);
    this.levelRow.set(problem.levelGain);
    for (let k = 0; k < n * dates; k++) {
      const presence = problem.presence[k]!;
      const leads = presence === 2 && problem.canLead[Math.floor(k / dates)] === 1;
      this.countRow[k] = presence === 0 ? ABSENT : leads ? 1 : 0;
    }
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
    this.linkSum[slot] = 0;
    this.themeSum.fill(0, slot * this.problem.themes, (slot + 1) * this.problem.themes);
    this.dateSum.fill(0, slot * this.problem.dates, (slot + 1) * this.problem.dates);
    this.levelSum.fill(0, slot * LEVELS, (slot + 1) * LEVELS);
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

  /** Takes a practice out of the pool or its group; it is nowhere until `put` or `drop`. Values are not refreshed. */
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
    this.shift(i, g, -1);
    this.continuity[i] = 0;
  }

  /** Puts a practice that is nowhere into a group. Values are not refreshed. */
  put(i: number, g: number): void {
    this.group[i] = LIMBO;
    this.shift(i, g, 1);
    this.group[i] = g;
    this.place[i] = this.size[g]!;
    this.members[g * this.problem.max + this.size[g]!++] = i;
  }

  /** `put` for a group, `drop` for the pool. */
  settle(i: number, g: number): void {
    if (g >= 0) this.put(i, g);
    else this.drop(i);
  }

  private shift(i: number, g: number, sign: 1 | -1): void {
    const { problem, group, continuity, themeSum, dateSum, levelSum, countSum } = this;
    const { themes, dates, linkStart, linkTo, linkGain, linkBack } = problem;
    let links = 0;
    this.made[g] = undefined;
    for (let k = linkStart[i]!, end = linkStart[i + 1]!; k < end; k++) {
      const j = linkTo[k]!;
      if (group[j] !== g) continue;
      continuity[j]! += sign * linkBack[k]!;
      continuity[i]! += sign * linkGain[k]!;
      links += linkBack[k]! + linkGain[k]!;
    }
    this.linkSum[g]! += sign * links;
    for (let t = 0, a = g * themes, b = i * themes; t < themes; t++, a++, b++)
      themeSum[a]! += sign * this.themeRow[b]!;
    for (let d = 0, a = g * dates, b = i * dates; d < dates; d++, a++, b++) {
      dateSum[a]! += sign * this.dateRow[b]!;
      countSum[a]! += sign * this.countRow[b]!;
    }
    for (let l = 0, a = g * LEVELS, b = i * LEVELS; l < LEVELS; l++, a++, b++)
      levelSum[a]! += sign * this.levelRow[b]!;
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

  /**
   * Worth of g after `out` leaves and `into` joins (-1: nobody) at its best theme, date and level, which are left in
   * `foundTheme`, `foundDate`, `foundLevel`; -Infinity when no type is allowed. The size is the caller's to check.
   */
  assess(g: number, out: number, into: number): number {
    const { problem, themeSum, dateSum, levelSum, countSum, group, change } = this;
    const { themeRow, dateRow, levelRow, countRow } = this;
    const { n, themes, dates, linkStart, linkTo, linkGain, linkBack, presence } = problem;
    const rowOut = out >= 0 ? out : n;
    const rowInto = into >= 0 ? into : n;
    const must = this.mustLead[g]!;
    const mostAbsent = (problem.maxAbsent + 1) * ABSENT;
    const ownDate = this.date[g]!;
    let bestDate = -1;
    let bestDateSum = -1;
    for (let d = 0, a = g * dates, b = rowOut * dates, c = rowInto * dates; d < dates; d++, a++, b++, c++) {
      const sum = dateSum[a]! - dateRow[b]! + dateRow[c]!;
      if (sum <= bestDateSum) continue;
      const count = countSum[a]! - countRow[b]! + countRow[c]!;
      if (count >= mostAbsent || (count & (ABSENT - 1)) === 0) continue;
      if (d !== ownDate && this.dateCount[d]! >= problem.dateCap[d]!) continue;
      if (must >= 0 && presence[must * dates + d] !== 2) continue;
      bestDate = d;
      bestDateSum = sum;
    }
    if (bestDate < 0) return -Infinity;
    const ownTheme = this.theme[g]!;
    let bestTheme = -1;
    let bestThemeSum = -1;
    for (
      let t = 0, a = g * themes, b = rowOut * themes, c = rowInto * themes;
      t < themes;
      t++, a++, b++, c++
    ) {
      const sum = themeSum[a]! - themeRow[b]! + themeRow[c]!;
      if (sum <= bestThemeSum) continue;
      if (t !== ownTheme && this.themeCount[t]! >= problem.themeCap[t]!) continue;
      bestTheme = t;
      bestThemeSum = sum;
    }
    if (bestTheme < 0) return -Infinity;
    let bestLevel = 0;
    let bestLevelSum = -1;
    for (
      let l = 0, a = g * LEVELS, b = rowOut * LEVELS, c = rowInto * LEVELS;
      l < LEVELS;
      l++, a++, b++, c++
    ) {
      const sum = levelSum[a]! - levelRow[b]! + levelRow[c]!;
      if (sum > bestLevelSum + 1e-12) {
        bestLevelSum = sum;
        bestLevel = l;
      }
    }
    this.foundTheme = bestTheme;
    this.foundDate = bestDate;
    this.foundLevel = bestLevel;
    let value = bestThemeSum + bestDateSum + bestLevelSum + this.linkSum[g]!;
    let own = 0;
    if (out >= 0) {
      for (let k = linkStart[out]!, end = linkStart[out + 1]!; k < end; k++) {
        const j = linkTo[k]!;
        if (group[j] !== g) continue;
        value -= linkGain[k]! + linkBack[k]!;
        change[j] = -linkBack[k]!;
      }
    }
    if (into >= 0) {
      for (let k = linkStart[into]!, end = linkStart[into + 1]!; k < end; k++) {
        const j = linkTo[k]!;
        if (group[j] !== g || j === out) continue;
        value += linkGain[k]! + linkBack[k]!;
        own += linkGain[k]!;
        change[j]! += linkBack[k]!;
      }
    }
    const { threshold, lambda } = problem;
    for (let k = g * problem.max, end = k + this.size[g]!; k < end; k++) {
      const j = this.members[k]!;
      const utility =
        themeRow[j * themes + bestTheme]! +
        dateRow[j * dates + bestDate]! +
        levelRow[j * LEVELS + bestLevel]! +
        this.continuity[j]! +
        change[j]!;
      change[j] = 0;
      if (utility < threshold && j !== out) value -= lambda * (threshold - utility);
    }
    if (into >= 0) {
      const utility =
        themeRow[into * themes + bestTheme]! +
        dateRow[into * dates + bestDate]! +
        levelRow[into * LEVELS + bestLevel]! +
        own;
      if (utility < threshold) value -= lambda * (threshold - utility);
    }
    return value;
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
    const value = this.assess(g, -1, -1);
    if (value === -Infinity) return false;
    this.retype(g, this.foundTheme, this.foundDate, this.foundLevel, value);
    return true;
  }

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
