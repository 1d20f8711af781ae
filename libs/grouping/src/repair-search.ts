import { allowed, UNLIMITED, valueOf } from './problem.js';
import type { Problem } from './problem.js';

/** A group during a repair: theme and date stay, members change; an empty one has been dissolved. */
export interface RepairGroup {
  id: string;
  theme: number;
  date: number;
  members: number[];
}

/** A repaired grouping: the groups, who found no place, and how many practices changed group. */
export interface Repaired {
  groups: RepairGroup[];
  left: number[];
  moved: number;
  value: number;
  /** False when the search was cut short, so that a smaller change may exist. */
  minimal: boolean;
}

const NODES = 60_000;
const MOST_MOVES = 6;

/**
 * Smallest repair: seats everybody in `limbo` and mends every broken group by moving as few seated practices as
 * possible, by depth-first search with an increasing number of moves; among equals the most valuable (GRP-16).
 * Practices are left out only when no change of up to six moves seats them.
 */
export class RepairSearch {
  private groups: RepairGroup[] = [];
  private limbo: number[] = [];
  private readonly home = new Map<number, number>();
  private readonly moved = new Set<number>();
  private left: number[] = [];
  private best: Repaired | null = null;
  private nodes = 0;

  constructor(
    private readonly problem: Problem,
    private readonly start: RepairGroup[],
    private readonly waiting: readonly number[],
  ) {
    start.forEach((group, g) => group.members.forEach((i) => this.home.set(i, g)));
  }

  run(): Repaired {
    let minimal = true;
    const seated = this.start.reduce((sum, { members }) => sum + members.length, 0);
    for (let leave = 0; leave <= this.waiting.length + seated; leave++) {
      for (let moves = 0; moves <= Math.min(MOST_MOVES, seated); moves++) {
        this.groups = this.start.map((group) => ({ ...group, members: [...group.members] }));
        this.limbo = [...this.waiting];
        this.left = [];
        this.moved.clear();
        this.best = null;
        this.nodes = 0;
        this.search(moves, leave);
        const best = this.best as Repaired | null;
        if (best) return { ...best, minimal };
        if (this.nodes >= NODES) minimal = false;
      }
    }
    return { groups: [], left: [...this.waiting, ...this.home.keys()], moved: 0, value: 0, minimal: false };
  }

  /** Whether i may sit in g as far as pairs, date, theme and districts go. */
  private fits(i: number, group: RepairGroup, except = -1): boolean {
    const { problem } = this;
    if (!problem.themeOk[i * problem.themes + group.theme]) return false;
    if (problem.presence[i * problem.dates + group.date] === 0) {
      let absent = 1;
      for (const j of group.members)
        if (j !== except && problem.presence[j * problem.dates + group.date] === 0) absent += 1;
      if (absent > problem.maxAbsent) return false;
    }
    for (const foe of problem.foes[i]!) if (foe !== except && group.members.includes(foe)) return false;
    if (problem.maxPerDistrict >= UNLIMITED) return true;
    let same = 1;
    for (const j of group.members) if (j !== except && problem.district[j] === problem.district[i]) same += 1;
    return same <= problem.maxPerDistrict;
  }

  private leads(i: number, group: RepairGroup): boolean {
    return this.problem.canLead[i] === 1 && this.problem.presence[i * this.problem.dates + group.date] === 2;
  }

  /** Moves still needed at least: the seats that undersized groups lack beyond what limbo can fill. */
  private lacking(): number {
    let lack = 0;
    for (const { members } of this.groups) {
      if (members.length === 0 || members.length >= this.problem.min) continue;
      lack += Math.min(this.problem.min - members.length, members.filter((i) => !this.moved.has(i)).length);
    }
    return lack - this.limbo.length;
  }

  private search(moves: number, leave: number): void {
    if (this.nodes >= NODES) return;
    this.nodes += 1;
    if (this.lacking() > moves) return;
    const i = this.limbo[this.limbo.length - 1];
    if (i !== undefined) {
      this.seat(i, moves, leave);
      return;
    }
    const broken = this.groups.findIndex(
      (group) => group.members.length > 0 && !allowed(this.problem, group.members, group.theme, group.date),
    );
    if (broken >= 0) this.mend(broken, moves, leave);
    else this.record();
  }

  private seat(i: number, moves: number, leave: number): void {
    const { max, min } = this.problem;
    this.limbo.pop();
    for (let h = 0; h < this.groups.length; h++) {
      const group = this.groups[h]!;
      if (group.members.length === 0 || this.home.get(i) === h) continue;
      if (group.members.length < max && this.fits(i, group)) {
        group.members.push(i);
        this.search(moves, leave);
        group.members.pop();
      }
      if (moves > 0) this.displace(i, h, moves, leave);
    }
    if (this.limbo.length + 1 >= min && this.limbo.length + 1 <= max)
      this.found([...this.limbo, i], moves, leave);
    if (leave > 0) {
      this.left.push(i);
      this.search(moves, leave - 1);
      this.left.pop();
    }
    this.limbo.push(i);
  }

  /** i takes the seat of a member, who has to find another. */
  private displace(i: number, h: number, moves: number, leave: number): void {
    const group = this.groups[h]!;
    for (const q of group.members.slice()) {
      if (this.moved.has(q) || !this.home.has(q) || !this.fits(i, group, q)) continue;
      const members = group.members;
      group.members = [...members.filter((j) => j !== q), i];
      this.moved.add(q);
      this.limbo.push(q);
      this.search(moves - 1, leave);
      this.limbo.splice(this.limbo.indexOf(q), 1);
      this.moved.delete(q);
      group.members = members;
    }
  }

  /** Everybody in limbo opens a group of their own, at its best type. */
  private found(members: number[], moves: number, leave: number): void {
    const { problem } = this;
    const used = (key: 'theme' | 'date', value: number) =>
      this.groups.filter((group) => group.members.length > 0 && group[key] === value).length;
    let best: { theme: number; date: number; value: number } | null = null;
    for (let date = 0; date < problem.dates; date++) {
      if (used('date', date) >= problem.dateCap[date]!) continue;
      for (let theme = 0; theme < problem.themes; theme++) {
        if (used('theme', theme) >= problem.themeCap[theme]! || !allowed(problem, members, theme, date))
          continue;
        const { value } = valueOf(problem, members, theme, date);
        if (!best || value > best.value) best = { theme, date, value };
      }
    }
    if (!best) return;
    const ids = new Set(this.groups.map(({ id }) => id));
    let number = this.groups.length + 1;
    while (ids.has(`G${number}`)) number += 1;
    const limbo = this.limbo;
    this.limbo = [];
    this.groups.push({ id: `G${number}`, theme: best.theme, date: best.date, members });
    this.search(moves, leave);
    this.groups.pop();
    this.limbo = limbo;
  }

  /** Pulls somebody into a broken group, or sends somebody out of it, or dissolves it. */
  private mend(g: number, moves: number, leave: number): void {
    const { min, max } = this.problem;
    const group = this.groups[g]!;
    const small = group.members.length < min;
    const leaderless = !group.members.some((i) => this.leads(i, group));
    if (moves > 0 && (small || leaderless) && group.members.length < max) {
      for (let h = 0; h < this.groups.length; h++) {
        const other = this.groups[h]!;
        if (h === g) continue;
        for (const q of other.members.slice()) {
          if (this.moved.has(q) || !this.home.has(q) || this.home.get(q) === g || !this.fits(q, group))
            continue;
          if (!small && !this.leads(q, group)) continue;
          const members = other.members;
          other.members = members.filter((j) => j !== q);
          group.members.push(q);
          this.moved.add(q);
          this.search(moves - 1, leave);
          this.moved.delete(q);
          group.members.pop();
          other.members = members;
        }
      }
    }
    if (!small && moves > 0) {
      // Too many, a forbidden pair, somebody absent, or a full group that needs room for a leader: one has to go.
      for (const q of group.members.slice()) {
        if (this.moved.has(q) || !this.home.has(q)) continue;
        const members = group.members;
        group.members = members.filter((j) => j !== q);
        this.moved.add(q);
        this.limbo.push(q);
        this.search(moves - 1, leave);
        this.limbo.splice(this.limbo.indexOf(q), 1);
        this.moved.delete(q);
        group.members = members;
      }
    }
    const members = group.members;
    const fresh = members.filter((i) => this.home.has(i) && !this.moved.has(i));
    if (fresh.length > moves) return;
    group.members = [];
    for (const i of fresh) this.moved.add(i);
    const before = this.limbo.length;
    this.limbo.push(...members);
    this.search(moves - fresh.length, leave);
    this.limbo.length = before;
    for (const i of fresh) this.moved.delete(i);
    group.members = members;
  }

  private record(): void {
    let value = 0;
    for (const group of this.groups) {
      if (group.members.length > 0)
        value += valueOf(this.problem, group.members, group.theme, group.date).value;
    }
    let moved = 0;
    this.groups.forEach((group, g) =>
      group.members.forEach((i) => (moved += this.home.has(i) && this.home.get(i) !== g ? 1 : 0)),
    );
    moved += this.left.filter((i) => this.home.has(i)).length;
    if (
      this.best &&
      (moved > this.best.moved || (moved === this.best.moved && value <= this.best.value + 1e-12))
    )
      return;
    this.best = {
      groups: this.groups.map((group) => ({ ...group, members: [...group.members] })),
      left: [...this.left],
      moved,
      value,
      minimal: true,
    };
  }
}
