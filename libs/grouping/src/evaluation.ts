import { LEVELS } from './problem.js';
import type { Problem } from './problem.js';

/** Weight of a refused theme in a sum of gains: one refusal outweighs all gains of a group. */
const REFUSED = 1024;
/** Leaders and absences of a group on a date are counted in one number: absences in units of this. */
const ABSENT = 65536;

/** Who sits where and which types are taken: what an evaluation reads of a grouping under search, which keeps it. */
export interface Seats {
  /** Number of groups that can be open at once; a slot 0 .. slots - 1 holds one. */
  readonly slots: number;
  /** [slots * max] the practices of group g: size[g] entries from g * max on, in no order. */
  readonly members: Int32Array;
  /** [slots] */
  readonly size: Int32Array;
  /** [n] the group of a practice; negative when it sits in none. */
  readonly group: Int32Array;
  /** [slots] theme and date of a group. */
  readonly theme: Int32Array;
  readonly date: Int32Array;
  /** [themes], [dates] open groups that have it, to hold against the caps. */
  readonly themeCount: Int32Array;
  readonly dateCount: Int32Array;
  /** [slots] a practice that must lead the group, or -1; set for pinned leaders. */
  readonly mustLead: Int32Array;
}

/**
 * Incremental evaluation of the groups under search: keeps of every group the sums per theme, date and level of what
 * its members gain there, so that its worth after one leaves and another joins, at its best theme, date and level,
 * costs O(themes + dates + size), whatever n is. Gains and worths are in units of one practice's phi.
 */
export class Evaluation {
  /** The type found by the last `assess`. */
  foundTheme = 0;
  foundDate = 0;
  foundLevel = 0;

  /** [n] what a practice gains from the partners in its group; 0 in none. */
  private readonly continuity: Float64Array;
  /** [n] what `assess` adds to that for the move in hand; all 0 in between. */
  private readonly change: Float64Array;
  /** [slots] the sum of `continuity` over the members. */
  private readonly linkSum: Float64Array;
  // [n + 1][themes], [dates], [LEVELS]: a row per practice and one of zeros at n for "nobody", so that the inner loops
  // need no branches.
  private readonly themeRow: Float64Array;
  private readonly dateRow: Float64Array;
  private readonly levelRow: Float64Array;
  private readonly countRow: Int32Array;
  // [slots][...] the same, summed over the members of every group.
  private readonly themeSum: Float64Array;
  private readonly dateSum: Float64Array;
  private readonly levelSum: Float64Array;
  private readonly countSum: Int32Array;

  constructor(
    private readonly problem: Problem,
    private readonly seats: Seats,
  ) {
    const { n, themes, dates } = problem;
    const { slots } = seats;
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
  }

  /** Counts practice i in with the members of g, of which it is none (yet). */
  join(i: number, g: number): void {
    this.shift(i, g, 1);
  }

  /** Counts practice i out; the other members of g still sit there. */
  leave(i: number, g: number): void {
    this.shift(i, g, -1);
    this.continuity[i] = 0;
  }

  /** Sets the sums of an empty group to 0: joining and leaving left rounding in them. */
  clear(g: number): void {
    const { themes, dates } = this.problem;
    this.linkSum[g] = 0;
    this.themeSum.fill(0, g * themes, (g + 1) * themes);
    this.dateSum.fill(0, g * dates, (g + 1) * dates);
    this.levelSum.fill(0, g * LEVELS, (g + 1) * LEVELS);
  }

  /**
   * Worth of g after `out` leaves and `into` joins (-1: nobody) at its best theme, date and level, which are left in
   * `foundTheme`, `foundDate`, `foundLevel`; -Infinity when no type is allowed. The size is the caller's to check.
   */
  assess(g: number, out: number, into: number): number {
    const { problem, themeSum, dateSum, levelSum, countSum, change } = this;
    const { themeRow, dateRow, levelRow, countRow } = this;
    const { group, members, size, themeCount, dateCount, mustLead } = this.seats;
    const { n, themes, dates, linkStart, linkTo, linkGain, linkBack, presence } = problem;
    const rowOut = out >= 0 ? out : n;
    const rowInto = into >= 0 ? into : n;
    const must = mustLead[g]!;
    const mostAbsent = (problem.maxAbsent + 1) * ABSENT;
    const ownDate = this.seats.date[g]!;
    let bestDate = -1;
    let bestDateSum = -1;
    for (let d = 0, a = g * dates, b = rowOut * dates, c = rowInto * dates; d < dates; d++, a++, b++, c++) {
      const sum = dateSum[a]! - dateRow[b]! + dateRow[c]!;
      if (sum <= bestDateSum) continue;
      const count = countSum[a]! - countRow[b]! + countRow[c]!;
      if (count >= mostAbsent || (count & (ABSENT - 1)) === 0) continue;
      if (d !== ownDate && dateCount[d]! >= problem.dateCap[d]!) continue;
      if (must >= 0 && presence[must * dates + d] !== 2) continue;
      bestDate = d;
      bestDateSum = sum;
    }
    if (bestDate < 0) return -Infinity;
    const ownTheme = this.seats.theme[g]!;
    let bestTheme = -1;
    let bestThemeSum = -1;
    for (
      let t = 0, a = g * themes, b = rowOut * themes, c = rowInto * themes;
      t < themes;
      t++, a++, b++, c++
    ) {
      const sum = themeSum[a]! - themeRow[b]! + themeRow[c]!;
      if (sum <= bestThemeSum) continue;
      if (t !== ownTheme && themeCount[t]! >= problem.themeCap[t]!) continue;
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
    for (let k = g * problem.max, end = k + size[g]!; k < end; k++) {
      const j = members[k]!;
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

  /** Adds the row and the links of i to the sums of g, or takes them away. */
  private shift(i: number, g: number, sign: 1 | -1): void {
    const { problem, continuity, themeSum, dateSum, levelSum, countSum } = this;
    const { themes, dates, linkStart, linkTo, linkGain, linkBack } = problem;
    const { group } = this.seats;
    let links = 0;
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
}
