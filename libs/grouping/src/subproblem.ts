import type { Prices } from './prices.js';
import { fair, LEVELS } from './problem.js';
import type { Problem } from './problem.js';

/** Most rounds of pruning: each looks at every link of every candidate. */
const ROUNDS = 3;

/**
 * The pricing subproblem of one type (theme, date, level): the practices that could sit in a column of it, numbered
 * 0 .. count - 1, and what each adds to its reduced value under the prices. Values are in units of one practice's phi.
 *
 * Every continuity link is shared half and half between its two ends; phi is concave, so the sum of single links never
 * undervalues a set. One object serves all types: `open` fills the same arrays anew, n long unless said otherwise.
 */
export class Subproblem {
  /** The practice that candidate k is. */
  readonly practice: Int32Array;
  /** The candidate that practice i is, negative when it is none. */
  readonly candidate: Int32Array;
  /** What k adds by itself: phi of its theme, date and level, less its price. */
  readonly own: Float64Array;
  /** The most k adds in any company: `own` and its half of every link. */
  readonly score: Float64Array;
  /** 1 when k is not present on the date. */
  readonly away: Uint8Array;
  /** 1 when k can lead on the date. */
  readonly lead: Uint8Array;
  /** Links of k: entries linkStart[k] .. linkStart[k + 1] of linkTo (the other candidate) and linkHalf (its half). */
  readonly linkStart: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkHalf: Float64Array;
  /** u_i of practice i without any link, and phi of it; set for candidates only. */
  private readonly gain: Float64Array;
  private readonly phi: Float64Array;
  /** [max] the best scores, best first; the last place is for the one that falls off. */
  private readonly top: Float64Array;

  constructor(private readonly problem: Problem) {
    const { n, linkTo } = problem;
    this.practice = new Int32Array(n);
    this.candidate = new Int32Array(n);
    this.own = new Float64Array(n);
    this.score = new Float64Array(n);
    this.away = new Uint8Array(n);
    this.lead = new Uint8Array(n);
    this.linkStart = new Int32Array(n + 1);
    this.linkTo = new Int32Array(linkTo.length);
    this.linkHalf = new Float64Array(linkTo.length);
    this.gain = new Float64Array(n);
    this.phi = new Float64Array(n);
    this.top = new Float64Array(problem.max);
  }

  /**
   * Turns to another type. `threshold` is what value less the prices of the members must exceed: a practice that is
   * in no such column is no candidate.
   * @returns the number of candidates; 0 when too few are left for the smallest group.
   */
  open(theme: number, date: number, level: number, prices: Prices, threshold: number): number {
    const count = this.prune(this.admit(theme, date, level), prices, threshold);
    if (count === 0) return 0;
    const { problem, practice, candidate, linkStart, linkTo, linkHalf } = this;
    for (let k = 0; k < count; k++) {
      const i = practice[k]!;
      const presence = problem.presence[i * problem.dates + date]!;
      candidate[i] = k;
      this.away[k] = presence === 0 ? 1 : 0;
      this.lead[k] = problem.canLead[i]! && presence === 2 ? 1 : 0;
    }
    let links = 0;
    for (let k = 0; k < count; k++) {
      const i = practice[k]!;
      linkStart[k] = links;
      for (let e = problem.linkStart[i]!, end = problem.linkStart[i + 1]!; e < end; e++) {
        const other = candidate[problem.linkTo[e]!]!;
        if (other < 0) continue;
        linkTo[links] = other;
        linkHalf[links++] = this.half(i, e);
      }
    }
    linkStart[count] = links;
    return count;
  }

  /** What the link between two candidates adds when both are in; 0 when there is none. */
  pair(a: number, b: number): number {
    for (let e = this.linkStart[a]!, end = this.linkStart[a + 1]!; e < end; e++)
      if (this.linkTo[e] === b) return 2 * this.linkHalf[e]!;
    return 0;
  }

  /** Makes candidates of the practices that the hard rules allow in a group of this type; returns how many. */
  private admit(theme: number, date: number, level: number): number {
    const { problem, practice, candidate, gain, phi } = this;
    const { n, themes, dates, themeOk, presence, themeGain, dateGain, levelGain } = problem;
    let count = 0;
    candidate.fill(-1);
    for (let i = 0; i < n; i++) {
      if (!themeOk[i * themes + theme]) continue;
      if (problem.maxAbsent === 0 && presence[i * dates + date] === 0) continue;
      practice[count] = i;
      candidate[i] = count++;
      gain[i] = themeGain[i * themes + theme]! + dateGain[i * dates + date]! + levelGain[i * LEVELS + level]!;
      phi[i] = fair(problem, gain[i]!);
    }
    return count;
  }

  /**
   * Rates the candidates and drops the hopeless ones, a few times over: each one dropped takes its links with it.
   * @returns how many are left, 0 when too few for a group; `candidate` then tells who is one, not yet its number.
   */
  private prune(admitted: number, prices: Prices, threshold: number): number {
    const { practice, candidate, score } = this;
    const { min } = this.problem;
    let count = admitted;
    for (let round = 0; round < ROUNDS && count >= min; round++) {
      this.rate(count, prices);
      const company = this.bestCompany(count);
      let kept = 0;
      for (let k = 0; k < count; k++) {
        const i = practice[k]!;
        if (score[k]! + company > threshold) practice[kept++] = i;
        else candidate[i] = -1;
      }
      if (kept === count) return count;
      count = kept;
    }
    if (count < min) return 0;
    this.rate(count, prices);
    return count;
  }

  /** Sets `own` and `score` by who is a candidate now. */
  private rate(count: number, prices: Prices): void {
    const { problem, practice, candidate, own, score } = this;
    const { linkStart, linkTo } = problem;
    for (let k = 0; k < count; k++) {
      const i = practice[k]!;
      let links = 0;
      for (let e = linkStart[i]!, end = linkStart[i + 1]!; e < end; e++)
        if (candidate[linkTo[e]!]! >= 0) links += this.half(i, e);
      own[k] = this.phi[i]! - prices.practice[i]!;
      score[k] = own[k]! + links;
    }
  }

  /** Half of what link e of practice i adds by itself, to i and to its partner. */
  private half(i: number, e: number): number {
    const { problem, gain, phi } = this;
    const j = problem.linkTo[e]!;
    return (
      (fair(problem, gain[i]! + problem.linkGain[e]!) -
        phi[i]! +
        fair(problem, gain[j]! + problem.linkBack[e]!) -
        phi[j]!) /
      2
    );
  }

  /** The most that the others of a group can add: the best max - 1 scores, min - 1 of them unavoidable. */
  private bestCompany(count: number): number {
    const { score, top } = this;
    const { min, max } = this.problem;
    let length = 0;
    for (let k = 0; k < count; k++) {
      const value = score[k]!;
      let p = length;
      while (p > 0 && top[p - 1]! < value) {
        top[p] = top[p - 1]!;
        p -= 1;
      }
      top[p] = value;
      if (length < max - 1) length += 1;
    }
    let sum = 0;
    for (let rank = 0; rank < length; rank++) sum += rank < min - 1 ? top[rank]! : Math.max(0, top[rank]!);
    return sum;
  }
}
