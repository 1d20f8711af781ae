import { reducedValue } from './prices.js';
import type { PricedColumn, Prices } from './prices.js';
import { allowed, LEVELS, UNLIMITED, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';
import { Subproblem } from './subproblem.js';

/** What one pricing asks: columns above `threshold`, at most `keep` per type, at most `nodes` search nodes per type. */
export interface PricingRequest {
  threshold: number;
  keep: number;
  nodes: number;
  /** Ends a pass that has so many columns; it then bounds nothing, and the next goes on where it stopped. */
  enough: number;
  /** Called for every column kept, to stop an enumeration that grows too large. */
  onFound?: () => void;
  /** Asked inside the search of one type as well. */
  tooMany?: () => boolean;
  /** Stops the whole pass; what was not searched then counts with its root bound. */
  shouldStop?: () => boolean;
}

/** `highest` bounds the reduced value of every column of every type; it is exact when `complete`. */
export interface PricingResult {
  found: PricedColumn[];
  highest: number;
  complete: boolean;
}

/**
 * Exact pricing: the columns with the highest reduced value, by branch and bound over the candidates of one type
 * (theme, date, level) after the other. The bound adds up what the subproblem says each candidate adds at most.
 */
export class Pricer {
  private readonly subproblem: Subproblem;
  /** [max + 1][n] per depth of the search: the candidates still open, best first, and by candidate what each adds. */
  private readonly lists: Int32Array[];
  private readonly scores: Float64Array[];
  /** [max + 1] candidates chosen on the way down. */
  private readonly chosen: Int32Array;
  /** [n] how many of the chosen may never sit with this candidate. */
  private readonly blocked: Int32Array;
  /** [n] cuts with a price that a practice is in; [cuts] how many practices of each are chosen on the way down. */
  private cutsOf: number[][] = [];
  private cutHits = new Int32Array(0);
  private nodesLeft = 0;
  /** What the value less the prices of members and cuts must beat: the one asked for plus the prices of the type's caps. */
  private threshold = 0;
  private kept: PricedColumn[] = [];
  private request!: PricingRequest;
  private prices!: Prices;
  /** The type the next pass starts with: the first that the last one did not come to. */
  private first = 0;
  private theme = 0;
  private date = 0;

  constructor(private readonly problem: Problem) {
    const { n, max } = problem;
    this.subproblem = new Subproblem(problem);
    this.lists = Array.from({ length: max + 1 }, () => new Int32Array(n));
    this.scores = Array.from({ length: max + 1 }, () => new Float64Array(n));
    this.chosen = new Int32Array(max + 1);
    this.blocked = new Int32Array(n);
  }

  /** Searches every type. */
  price(prices: Prices, request: PricingRequest): PricingResult {
    this.prices = prices;
    this.request = request;
    const { themes, dates } = this.problem;
    this.cutsOf = Array.from({ length: this.problem.n }, () => []);
    this.cutHits = new Int32Array(prices.cuts.length);
    prices.cuts.forEach(({ practices }, c) => {
      if (prices.cut[c]! > 1e-12) for (const i of practices) this.cutsOf[i]!.push(c);
    });
    const found: PricedColumn[] = [];
    let highest = -Infinity;
    let complete = true;
    const types = themes * dates;
    for (let k = 0; k < types; k++) {
      const type = (this.first + k) % types;
      if (found.length >= request.enough) {
        this.first = type;
        return { found, highest: Infinity, complete: false };
      }
      const [t, d] = [type % themes, Math.floor(type / themes)];
      if (this.problem.dateCap[d] === 0 || this.problem.themeCap[t] === 0) continue;
      const stopped = request.shouldStop?.() ?? false;
      for (let l = 0; l < LEVELS; l++) {
        const outcome = this.search(t, d, l, stopped);
        complete &&= outcome.complete;
        highest = Math.max(highest, outcome.highest);
        for (const entry of this.kept) found.push(entry);
      }
    }
    return { found, highest, complete };
  }

  /** Searches one type; what it finds is in `kept`. A stopped one counts with its root bound. */
  private search(
    theme: number,
    date: number,
    level: number,
    stopped: boolean,
  ): { highest: number; complete: boolean } {
    const { problem, request, subproblem } = this;
    this.kept = [];
    this.theme = theme;
    this.date = date;
    this.threshold = request.threshold + this.prices.theme[theme]! + this.prices.date[date]!;
    const offset = this.prices.theme[theme]! + this.prices.date[date]!;
    const count = subproblem.open(theme, date, level, this.prices, this.threshold);
    if (count === 0) return { highest: -Infinity, complete: true };
    const list = this.lists[0]!;
    const scores = this.scores[0]!;
    for (let k = 0; k < count; k++) {
      list[k] = k;
      scores[k] = subproblem.score[k]!;
    }
    const length = this.trim(0, count, 0, problem.max, 0, 0);
    const rootBound = this.bound(0, length, problem.max, 0, 0) - offset;
    if (length < problem.min || rootBound <= request.threshold)
      return { highest: Math.min(rootBound, request.threshold), complete: true };
    if (stopped) return { highest: rootBound, complete: false };
    this.nodesLeft = request.nodes;
    this.branch(0, length, 0, 0, 0);
    const best = this.kept.reduce((top, { reduced }) => Math.max(top, reduced), request.threshold);
    return this.nodesLeft > 0 ? { highest: best, complete: true } : { highest: rootBound, complete: false };
  }

  /** Sorts a list by score, best first, and cuts the tail that cannot be part of anything above the threshold. */
  private trim(
    depth: number,
    length: number,
    value: number,
    room: number,
    size: number,
    absent: number,
  ): number {
    const list = this.lists[depth]!;
    const scores = this.scores[depth]!;
    for (let k = 1; k < length; k++) {
      const item = list[k]!;
      const score = scores[item]!;
      let p = k - 1;
      while (p >= 0 && scores[list[p]!]! < score) {
        list[p + 1] = list[p]!;
        p -= 1;
      }
      list[p + 1] = item;
    }
    const rest = this.bound(depth, length, room - 1, size + 1, absent);
    let end = length;
    while (end > 0 && value + scores[list[end - 1]!]! + rest <= this.threshold) end -= 1;
    return end;
  }

  /** The most that `room` more practices of the sorted list can add; at least enough to reach the smallest size. */
  private bound(depth: number, length: number, room: number, size: number, absent: number, from = 0): number {
    const { away } = this.subproblem;
    const list = this.lists[depth]!;
    const scores = this.scores[depth]!;
    const needed = this.problem.min - size;
    let spare = this.problem.maxAbsent - absent;
    let sum = 0;
    let taken = 0;
    for (let k = from; k < length && taken < room; k++) {
      const item = list[k]!;
      const score = scores[item]!;
      if (score <= 0 && taken >= needed) break;
      if (away[item] && spare-- <= 0) continue;
      sum += score;
      taken += 1;
    }
    return sum;
  }

  /** Chooses each of the list in turn and goes on with what may still join it; records every set worth keeping. */
  private branch(depth: number, length: number, value: number, leads: number, absent: number): void {
    const { problem } = this;
    if (--this.nodesLeft <= 0) return;
    if ((this.nodesLeft & 4095) === 0 && this.request.shouldStop?.()) {
      this.nodesLeft = 0;
      return;
    }
    const size = depth;
    if (size >= problem.min && leads > 0 && value > this.threshold) this.record(size);
    if (size >= problem.max) return;
    const { blocked, chosen, cutsOf, cutHits, prices, subproblem } = this;
    const { practice, candidate, own, away, lead, linkStart, linkTo, linkHalf } = subproblem;
    const list = this.lists[depth]!;
    const scores = this.scores[depth]!;
    const room = problem.max - size;
    const nextList = this.lists[depth + 1]!;
    const nextScores = this.scores[depth + 1]!;
    for (let k = 0; k < length && this.nodesLeft > 0; k++) {
      const item = list[k]!;
      const spare = problem.maxAbsent - absent - away[item]!;
      if (value + this.bound(depth, length, room, size, absent, k) <= this.threshold) return;
      // From here on item is either chosen (now) or passed over (for the rest of this loop).
      if (spare >= 0 && (room > 1 || leads > 0 || lead[item])) {
        const i = practice[item]!;
        chosen[depth] = item;
        let gain = own[item]!;
        for (let s = 0; s < depth; s++) gain += subproblem.pair(item, chosen[s]!);
        // A cut costs its price as soon as two of its practices are in.
        const cuts = cutsOf[i]!;
        for (let c = 0; c < cuts.length; c++) if (++cutHits[cuts[c]!]! === 2) gain -= prices.cut[cuts[c]!]!;
        const foes = problem.foes[i]!;
        for (let f = 0; f < foes.length; f++)
          if (candidate[foes[f]!]! >= 0) blocked[candidate[foes[f]!]!]! += 1;
        const full = this.districtFull(i, depth);
        let next = 0;
        for (let r = k + 1; r < length; r++) {
          const other = list[r]!;
          if (blocked[other]! > 0 || (spare === 0 && away[other])) continue;
          if (full && problem.district[practice[other]!] === problem.district[i]) continue;
          nextList[next++] = other;
          nextScores[other] = scores[other]!;
        }
        for (let e = linkStart[item]!, end = linkStart[item + 1]!; e < end; e++)
          nextScores[linkTo[e]!]! += linkHalf[e]!;
        const gone = absent + away[item]!;
        const kept = this.trim(depth + 1, next, value + gain, room - 1, size + 1, gone);
        this.branch(depth + 1, kept, value + gain, leads + lead[item]!, gone);
        for (let f = 0; f < foes.length; f++)
          if (candidate[foes[f]!]! >= 0) blocked[candidate[foes[f]!]!]! -= 1;
        for (let c = 0; c < cuts.length; c++) cutHits[cuts[c]!]! -= 1;
      }
      for (let e = linkStart[item]!, end = linkStart[item + 1]!; e < end; e++)
        scores[linkTo[e]!]! -= linkHalf[e]!;
      this.resort(depth, k + 1, length);
    }
  }

  /** Restores the order of the rest of a list after a few scores went down. */
  private resort(depth: number, from: number, length: number): void {
    const list = this.lists[depth]!;
    const scores = this.scores[depth]!;
    for (let k = length - 2; k >= from; k--) {
      const item = list[k]!;
      const score = scores[item]!;
      let p = k;
      while (p + 1 < length && scores[list[p + 1]!]! > score) {
        list[p] = list[p + 1]!;
        p += 1;
      }
      list[p] = item;
    }
  }

  /** Whether the district of practice i, now chosen at this depth, has all it may have. */
  private districtFull(i: number, depth: number): boolean {
    const { problem, chosen } = this;
    if (problem.maxPerDistrict >= UNLIMITED) return false;
    const { practice } = this.subproblem;
    const district = problem.district[i]!;
    let same = 0;
    for (let s = 0; s <= depth; s++) if (problem.district[practice[chosen[s]!]!] === district) same += 1;
    return same >= problem.maxPerDistrict;
  }

  /** Keeps the chosen when they may form a column above the threshold. */
  private record(size: number): void {
    const { problem, request } = this;
    const members: number[] = [];
    for (let s = 0; s < size; s++) members.push(this.subproblem.practice[this.chosen[s]!]!);
    members.sort((a, b) => a - b);
    if (!allowed(problem, members, this.theme, this.date)) return;
    const column: Column = {
      members,
      theme: this.theme,
      date: this.date,
      ...valueOf(problem, members, this.theme, this.date),
    };
    const reduced = reducedValue(this.prices, column);
    if (reduced <= request.threshold) return;
    this.kept.push({ column, reduced });
    request.onFound?.();
    if (request.tooMany?.()) this.nodesLeft = 0;
    if (this.kept.length <= request.keep) return;
    // Only better ones are still wanted: the worst kept sets the bar.
    this.kept.sort((a, b) => b.reduced - a.reduced);
    this.kept.length = request.keep;
    const bar =
      this.kept[request.keep - 1]!.reduced + this.prices.theme[this.theme]! + this.prices.date[this.date]!;
    this.threshold = Math.max(this.threshold, bar);
  }
}
