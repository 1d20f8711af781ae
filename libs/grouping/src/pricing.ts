import { reducedValue } from './prices.js';
import type { PricedColumn, Prices } from './prices.js';
import { allowed, fair, LEVELS, UNLIMITED, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';

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
 * Exact pricing by branch and bound per theme, date and level. The bound shares every continuity link half and half
 * between its two ends; phi is concave, so the sum of single links never undervalues a set.
 */
export class Pricer {
  private readonly local: Int32Array;
  private readonly node: Float64Array;
  private readonly id: Int32Array;
  private readonly away: Uint8Array;
  private readonly leads: Uint8Array;
  private readonly score: Float64Array;
  private readonly half: Float64Array;
  private readonly adjStart: Int32Array;
  private readonly adjTo: Int32Array;
  private readonly adjHalf: Float64Array;
  private readonly lists: Int32Array[];
  private readonly scores: Float64Array[];
  private readonly chosen: Int32Array;
  private readonly blocked: Int32Array;
  private readonly root: Int32Array;
  /** Cuts with a price, per practice, and how many of each are chosen on the way down. */
  private cutsOf: number[][] = [];
  private cutHits = new Int32Array(0);
  private nodesLeft = 0;
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
    this.local = new Int32Array(n).fill(-1);
    this.node = new Float64Array(n);
    this.id = new Int32Array(n);
    this.away = new Uint8Array(n);
    this.leads = new Uint8Array(n);
    this.score = new Float64Array(n);
    this.half = new Float64Array(n);
    this.adjStart = new Int32Array(n + 1);
    this.adjTo = new Int32Array(problem.linkTo.length);
    this.adjHalf = new Float64Array(problem.linkTo.length);
    this.lists = Array.from({ length: max + 1 }, () => new Int32Array(n));
    this.scores = Array.from({ length: max + 1 }, () => new Float64Array(n));
    this.chosen = new Int32Array(max + 1);
    this.blocked = new Int32Array(n);
    this.root = new Int32Array(n);
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

  private search(
    theme: number,
    date: number,
    level: number,
    stopped: boolean,
  ): { highest: number; complete: boolean } {
    const { problem, request } = this;
    this.kept = [];
    this.theme = theme;
    this.date = date;
    this.threshold = request.threshold + this.prices.theme[theme]! + this.prices.date[date]!;
    const offset = this.prices.theme[theme]! + this.prices.date[date]!;
    const count = this.candidates(theme, date, level);
    if (count < problem.min) return { highest: -Infinity, complete: true };
    const list = this.lists[0]!;
    const scores = this.scores[0]!;
    for (let k = 0; k < count; k++) {
      list[k] = k;
      scores[k] = this.score[k]!;
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

  /** Fills the local arrays with the practices that could sit in a group of this type; drops hopeless ones twice. */
  private candidates(theme: number, date: number, level: number): number {
    const { problem, local, id, node, score, half } = this;
    const {
      n,
      themes,
      dates,
      presence,
      themeGain,
      dateGain,
      levelGain,
      linkStart,
      linkTo,
      linkGain,
      linkBack,
    } = problem;
    const own = this.root;
    let count = 0;
    local.fill(-1);
    for (let i = 0; i < n; i++) {
      if (!problem.themeOk[i * themes + theme]) continue;
      if (problem.maxAbsent === 0 && presence[i * dates + date] === 0) continue;
      own[count++] = i;
      local[i] = 1;
    }
    const base = (i: number) =>
      themeGain[i * themes + theme]! + dateGain[i * dates + date]! + levelGain[i * LEVELS + level]!;
    for (let round = 0; round < 3; round++) {
      const tops: number[] = [];
      for (let k = 0; k < count; k++) {
        const i = own[k]!;
        const a = base(i);
        const value = fair(problem, a);
        let links = 0;
        for (let e = linkStart[i]!, end = linkStart[i + 1]!; e < end; e++) {
          const j = linkTo[e]!;
          if (local[j]! < 0) continue;
          const b = base(j);
          links +=
            fair(problem, a + linkGain[e]!) - value + fair(problem, b + linkBack[e]!) - fair(problem, b);
        }
        node[k] = value - this.prices.practice[i]!;
        half[k] = links / 2;
        score[k] = node[k]! + half[k]!;
        insertTop(tops, score[k]!, problem.max - 1);
      }
      // Without its own score a practice gets at most the best max - 1 others, min - 1 of them unavoidable.
      let others = 0;
      tops.forEach((value, rank) => (others += rank < problem.min - 1 ? value : Math.max(0, value)));
      let kept = 0;
      for (let k = 0; k < count; k++) {
        const i = own[k]!;
        if (score[k]! + others > this.threshold) own[kept++] = i;
        else local[i] = -1;
      }
      const same = kept === count;
      count = kept;
      if (count < problem.min) return 0;
      if (same) break;
    }
    for (let k = 0; k < count; k++) {
      const i = own[k]!;
      id[k] = i;
      local[i] = k;
      this.away[k] = presence[i * dates + date] === 0 ? 1 : 0;
      this.leads[k] = problem.canLead[i]! && presence[i * dates + date] === 2 ? 1 : 0;
    }
    let edges = 0;
    for (let k = 0; k < count; k++) {
      this.adjStart[k] = edges;
      const i = id[k]!;
      const a = base(i);
      const value = fair(problem, a);
      let links = 0;
      for (let e = linkStart[i]!, end = linkStart[i + 1]!; e < end; e++) {
        const j = linkTo[e]!;
        if (local[j]! < 0) continue;
        const b = base(j);
        const gain =
          (fair(problem, a + linkGain[e]!) - value + fair(problem, b + linkBack[e]!) - fair(problem, b)) / 2;
        this.adjTo[edges] = local[j]!;
        this.adjHalf[edges++] = gain;
        links += gain;
      }
      node[k] = value - this.prices.practice[i]!;
      score[k] = node[k]! + links;
    }
    this.adjStart[count] = edges;
    return count;
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
      if (this.away[item] && spare-- <= 0) continue;
      sum += score;
      taken += 1;
    }
    return sum;
  }

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
    const list = this.lists[depth]!;
    const scores = this.scores[depth]!;
    const room = problem.max - size;
    const nextList = this.lists[depth + 1]!;
    const nextScores = this.scores[depth + 1]!;
    for (let k = 0; k < length && this.nodesLeft > 0; k++) {
      const item = list[k]!;
      const spare = problem.maxAbsent - absent - this.away[item]!;
      if (value + this.bound(depth, length, room, size, absent, k) <= this.threshold) return;
      // From here on item is either chosen (now) or passed over (for the rest of this loop).
      if (spare >= 0 && (room > 1 || leads > 0 || this.leads[item])) {
        this.chosen[depth] = item;
        let gain = this.node[item]!;
        for (let s = 0; s < depth; s++) gain += this.pair(item, this.chosen[s]!);
        // A cut costs its price as soon as two of its practices are in.
        const cuts = this.cutsOf[this.id[item]!]!;
        for (let c = 0; c < cuts.length; c++)
          if (++this.cutHits[cuts[c]!]! === 2) gain -= this.prices.cut[cuts[c]!]!;
        const foes = problem.foes[this.id[item]!]!;
        for (let f = 0; f < foes.length; f++)
          if (this.local[foes[f]!]! >= 0) this.blocked[this.local[foes[f]!]!]! += 1;
        const full = this.districtFull(item, depth);
        let next = 0;
        for (let r = k + 1; r < length; r++) {
          const other = list[r]!;
          if (this.blocked[other]! > 0 || (spare === 0 && this.away[other])) continue;
          if (full && problem.district[this.id[other]!] === problem.district[this.id[item]!]) continue;
          nextList[next++] = other;
          nextScores[other] = scores[other]!;
        }
        for (let e = this.adjStart[item]!, end = this.adjStart[item + 1]!; e < end; e++)
          nextScores[this.adjTo[e]!]! += this.adjHalf[e]!;
        const kept = this.trim(depth + 1, next, value + gain, room - 1, size + 1, absent + this.away[item]!);
        this.branch(depth + 1, kept, value + gain, leads + this.leads[item]!, absent + this.away[item]!);
        for (let f = 0; f < foes.length; f++)
          if (this.local[foes[f]!]! >= 0) this.blocked[this.local[foes[f]!]!]! -= 1;
        for (let c = 0; c < cuts.length; c++) this.cutHits[cuts[c]!]! -= 1;
      }
      for (let e = this.adjStart[item]!, end = this.adjStart[item + 1]!; e < end; e++)
        scores[this.adjTo[e]!]! -= this.adjHalf[e]!;
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

  private pair(a: number, b: number): number {
    for (let e = this.adjStart[a]!, end = this.adjStart[a + 1]!; e < end; e++)
      if (this.adjTo[e] === b) return 2 * this.adjHalf[e]!;
    return 0;
  }

  private districtFull(item: number, depth: number): boolean {
    const { problem } = this;
    if (problem.maxPerDistrict >= UNLIMITED) return false;
    const district = problem.district[this.id[item]!];
    let same = 0;
    for (let s = 0; s <= depth; s++) if (problem.district[this.id[this.chosen[s]!]!] === district) same += 1;
    return same >= problem.maxPerDistrict;
  }

  private record(size: number): void {
    const { problem, request } = this;
    const members: number[] = [];
    for (let s = 0; s < size; s++) members.push(this.id[this.chosen[s]!]!);
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

/** Keeps the `limit` largest values, largest first. */
function insertTop(tops: number[], value: number, limit: number): void {
  if (tops.length < limit || (limit > 0 && value > tops[limit - 1]!)) {
    let p = tops.length;
    while (p > 0 && tops[p - 1]! < value) p -= 1;
    tops.splice(p, 0, value);
    if (tops.length > limit) tops.pop();
  }
}
