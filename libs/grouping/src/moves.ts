import type { Problem } from './problem.js';
import type { Pins } from './annealing.js';
import type { Random } from './random.js';
import { POOL } from './state.js';
import type { State } from './state.js';

/** The moves of the annealing: shift, swap, dissolve, found. Groups keep their best type; every hard rule holds. */
export class Moves {
  temperature = 0.05;
  /** What a practice in the pool counts for; falls during a run. */
  poolValue = 0;

  constructor(
    private readonly problem: Problem,
    private readonly state: State,
    private readonly random: Random,
    private readonly pins?: Pins,
  ) {}

  /** Tries one move. */
  step(): void {
    const choice = this.random.next();
    if (choice < 0.97) this.seat();
    else if (choice < 0.98) this.dissolve();
    else this.found();
  }

  private accept(delta: number): boolean {
    return delta >= 0 || this.random.next() < Math.exp(delta / this.temperature);
  }

  private worth(): number {
    return this.state.total + this.poolValue * this.state.poolSize;
  }

  private fixed(i: number): boolean {
    return this.pins !== undefined && (this.pins.practice[i] === 1 || this.pins.frozen[i] === 1);
  }

  private frozenGroup(g: number): boolean {
    return this.pins !== undefined && this.pins.frozen[this.state.members[g * this.problem.max]!] === 1;
  }

  /** A group that may suit i: one on a theme it ranked, one of a partner, or any. */
  private target(i: number): number {
    const { problem, state, random } = this;
    const choice = random.next();
    if (choice < 0.4) {
      const ranked = problem.ranked[i]!;
      if (ranked.length > 0) {
        const theme = ranked[random.int(ranked.length)]!;
        const count = state.themeCount[theme]!;
        return count > 0 ? state.byTheme[theme]![random.int(count)]! : -1;
      }
    } else if (choice < 0.7) {
      const start = problem.linkStart[i]!;
      const count = problem.linkStart[i + 1]! - start;
      if (count > 0) return state.group[problem.linkTo[start + random.int(count)]!]!;
    }
    return state.activeCount > 0 ? state.active[random.int(state.activeCount)]! : -1;
  }

  /** Shifts a practice to another group, or swaps it with a member of that group. */
  private seat(): void {
    const { problem, state, random } = this;
    const { evaluation } = state;
    const pooled = state.poolSize > 0 && random.next() < 0.1;
    const i = pooled ? state.pool[random.int(state.poolSize)]! : random.int(problem.n);
    const g = state.group[i]!;
    const h = this.target(i);
    if (h < 0 || h === g || this.fixed(i)) return;
    if (this.pins && this.frozenGroup(h)) return;
    const room = state.size[h]! < problem.max;
    const spare = g < 0 || state.size[g]! > problem.min;
    const shift = room && spare && random.next() < 0.5;
    const j = shift ? -1 : state.members[h * problem.max + random.int(state.size[h]!)]!;
    if (j >= 0 && this.fixed(j)) return;
    if (!state.fits(i, h, j) || (j >= 0 && g >= 0 && !state.fits(j, g, i))) return;
    const valueH = evaluation.assess(h, j, i);
    if (valueH === -Infinity) return;
    const theme = evaluation.foundTheme;
    const date = evaluation.foundDate;
    const level = evaluation.foundLevel;
    let delta = valueH - state.value[h]!;
    let valueG = 0;
    if (g >= 0) {
      // Both groups may want the last place under a cap: then the second keeps what is left after the first.
      const held = this.holdCaps(h, theme, date);
      valueG = evaluation.assess(g, i, j);
      if (held) this.releaseCaps(h, theme, date);
      if (valueG === -Infinity) return;
      delta += valueG - state.value[g]!;
    } else delta += j < 0 ? -this.poolValue : 0;
    if (!this.accept(delta)) return;
    const themeG = evaluation.foundTheme;
    const dateG = evaluation.foundDate;
    const levelG = evaluation.foundLevel;
    state.take(i);
    if (j >= 0) state.take(j);
    state.put(i, h);
    if (j >= 0) state.settle(j, g);
    state.retype(h, theme, date, level, valueH);
    if (g >= 0) state.retype(g, themeG, dateG, levelG, valueG);
  }

  private holdCaps(h: number, theme: number, date: number): boolean {
    const { state } = this;
    if (state.theme[h] === theme && state.date[h] === date) return false;
    if (state.theme[h] !== theme) state.themeCount[theme]! += 1;
    if (state.date[h] !== date) state.dateCount[date]! += 1;
    return true;
  }

  private releaseCaps(h: number, theme: number, date: number): void {
    const { state } = this;
    if (state.theme[h] !== theme) state.themeCount[theme]! -= 1;
    if (state.date[h] !== date) state.dateCount[date]! -= 1;
  }

  /** Closes a group; its members go where they fit best among a few groups, else to the pool. */
  private dissolve(): void {
    const { problem, state, random } = this;
    const { evaluation } = state;
    if (state.activeCount < 2) return;
    const g = state.active[random.int(state.activeCount)]!;
    const members = state.membersOf(g);
    if (this.pins && members.some((i) => this.fixed(i))) return;
    const [theme, date, level, value] = [state.theme[g]!, state.date[g]!, state.level[g]!, state.value[g]!];
    const before = this.worth();
    const touched: [number, number, number, number, number, number][] = [];
    for (const i of members) {
      let best = POOL;
      let bestDelta = this.poolValue;
      let [t, d, l, v] = [0, 0, 0, 0];
      for (let tries = 0; tries < 10; tries++) {
        const h = this.target(i);
        if (
          h < 0 ||
          h === g ||
          state.size[h]! >= problem.max ||
          (this.pins && this.frozenGroup(h)) ||
          !state.fits(i, h, -1)
        )
          continue;
        const after = evaluation.assess(h, -1, i);
        if (after - state.value[h]! > bestDelta) {
          best = h;
          bestDelta = after - state.value[h]!;
          [t, d, l, v] = [evaluation.foundTheme, evaluation.foundDate, evaluation.foundLevel, after];
        }
      }
      state.take(i);
      state.settle(i, best);
      if (best >= 0) {
        touched.push([
          best,
          state.theme[best]!,
          state.date[best]!,
          state.level[best]!,
          state.value[best]!,
          i,
        ]);
        state.retype(best, t, d, l, v);
      }
    }
    state.close(g);
    if (this.accept(this.worth() - before)) return;
    const slot = state.open(theme, date);
    for (let k = touched.length - 1; k >= 0; k--) {
      const [h, t, d, l, v, i] = touched[k]!;
      state.take(i);
      state.put(i, slot);
      state.retype(h, t, d, l, v);
    }
    for (const i of members) {
      if (state.group[i] === slot) continue;
      state.take(i);
      state.put(i, slot);
    }
    state.retype(slot, theme, date, level, value);
  }

  /**
   * Opens a group around a leader: each next member is the best of a few candidates, counting what its own group
   * loses; the type follows the members.
   */
  private found(): void {
    const { problem, state, random } = this;
    const { evaluation } = state;
    const pooled = state.poolSize > 0 && random.next() < 0.5;
    const first = pooled ? state.pool[random.int(state.poolSize)]! : random.int(problem.n);
    if (!problem.canLead[first] || this.fixed(first) || !this.spare(first)) return;
    const theme = this.openTheme(first);
    const date = this.openDate(first);
    if (theme < 0 || date < 0) return;
    const before = this.worth();
    const slot = state.open(theme, date);
    if (slot < 0) return;
    const undo: [number, number, number, number, number, number][] = [];
    const join = (i: number): void => {
      const g = state.group[i]!;
      undo.push(
        g >= 0
          ? [i, g, state.theme[g]!, state.date[g]!, state.level[g]!, state.value[g]!]
          : [i, g, 0, 0, 0, 0],
      );
      const value = g >= 0 ? evaluation.assess(g, i, -1) : 0;
      state.take(i);
      state.put(i, slot);
      if (g >= 0) state.retype(g, evaluation.foundTheme, evaluation.foundDate, evaluation.foundLevel, value);
      state.refresh(slot);
    };
    const g = state.group[first]!;
    if (g < 0 || evaluation.assess(g, first, -1) > -Infinity) join(first);
    while (state.size[slot]! > 0 && state.size[slot]! < problem.min) {
      let best = -1;
      let bestGain = -Infinity;
      for (let tries = 0; tries < 10; tries++) {
        const i = this.companion(state.members[slot * problem.max + random.int(state.size[slot]!)]!);
        if (i < 0 || state.group[i] === slot || this.fixed(i) || !this.spare(i) || !state.fits(i, slot, -1))
          continue;
        const h = state.group[i]!;
        let gain = evaluation.assess(slot, -1, i) - (h < 0 ? this.poolValue : 0);
        if (gain <= bestGain) continue;
        if (h >= 0) gain += evaluation.assess(h, i, -1) - state.value[h]!;
        if (gain > bestGain) [best, bestGain] = [i, gain];
      }
      if (best < 0) break;
      join(best);
    }
    if (state.size[slot]! >= problem.min && this.accept(this.worth() - before)) return;
    for (let k = undo.length - 1; k >= 0; k--) {
      const [i, from, t, d, l, v] = undo[k]!;
      state.take(i);
      state.settle(i, from);
      if (from >= 0) state.retype(from, t, d, l, v);
    }
    state.close(slot);
  }

  /** Somebody i may like to sit with: an earlier partner, one from the pool, one who ranked the same theme, or anybody. */
  private companion(i: number): number {
    const { problem, state, random } = this;
    const choice = random.next();
    const start = problem.linkStart[i]!;
    const links = problem.linkStart[i + 1]! - start;
    if (choice < 0.4 && links > 0) return problem.linkTo[start + random.int(links)]!;
    if (choice < 0.6 && state.poolSize > 0) return state.pool[random.int(state.poolSize)]!;
    const ranked = problem.ranked[i]!;
    for (let tries = 0; tries < 4; tries++) {
      const j = random.int(problem.n);
      if (
        ranked.length === 0 ||
        problem.themeGain[j * problem.themes + ranked[random.int(ranked.length)]!]! > 0
      )
        return j;
    }
    return random.int(problem.n);
  }

  private openTheme(i: number): number {
    const { problem, state, random } = this;
    const ranked = problem.ranked[i]!;
    for (let tries = 0; tries < 4; tries++) {
      const t =
        ranked.length > 0 && tries < 2 ? ranked[random.int(ranked.length)]! : random.int(problem.themes);
      if (problem.themeOk[i * problem.themes + t] && state.themeCount[t]! < problem.themeCap[t]!) return t;
    }
    return -1;
  }

  private openDate(i: number): number {
    const { problem, state, random } = this;
    for (let tries = 0; tries < 8; tries++) {
      const d = random.int(problem.dates);
      if (problem.presence[i * problem.dates + d] === 2 && state.dateCount[d]! < problem.dateCap[d]!)
        return d;
    }
    return -1;
  }

  /** Whether i can leave its group without making it too small. */
  private spare(i: number): boolean {
    const g = this.state.group[i]!;
    if (g < 0) return true;
    if (this.pins && this.frozenGroup(g)) return false;
    return this.state.size[g]! > this.problem.min;
  }
}
