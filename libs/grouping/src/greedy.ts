import type { Random } from './random.js';
import type { State } from './state.js';

/** A random order of the numbers 0 .. n - 1. */
export function shuffled(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = n - 1; k > 0; k--) {
    const j = random.int(k + 1);
    [order[k], order[j]] = [order[j]!, order[k]!];
  }
  return order;
}

const SAMPLE = 160;

/** Fills groups around leaders: each takes a theme it wants, the date most of a sample can make, and the best of them. */
export function fillGreedily(state: State, random: Random): void {
  const { problem } = state;
  const { n, dates, themes, min } = problem;
  const target = min;
  for (const leader of shuffled(n, random)) {
    if (!problem.canLead[leader] || state.group[leader] !== -1 || state.poolSize < min) continue;
    const ranked = problem.ranked[leader]!;
    const wanted = ranked.length > 0 && random.next() < 0.9 ? ranked[0]! : random.int(themes);
    const themeChoices = [wanted, ...ranked, random.int(Math.max(1, themes))];
    const theme = themeChoices.find(
      (t) => problem.themeOk[leader * themes + t] && state.themeCount[t]! < problem.themeCap[t]!,
    );
    if (theme === undefined) continue;
    const sample: number[] = [];
    const offset = random.int(Math.max(1, state.poolSize));
    for (let k = 0; k < Math.min(SAMPLE, state.poolSize); k++) {
      const i = state.pool[(offset + k) % state.poolSize]!;
      if (i !== leader && problem.themeOk[i * themes + theme]) sample.push(i);
    }
    for (let k = problem.linkStart[leader]!; k < problem.linkStart[leader + 1]!; k++) {
      const j = problem.linkTo[k]!;
      if (state.group[j] === -1 && problem.themeOk[j * themes + theme] && !sample.includes(j)) sample.push(j);
    }
    let date = -1;
    let most = -1;
    for (let d = 0; d < dates; d++) {
      if (problem.presence[leader * dates + d] !== 2 || state.dateCount[d]! >= problem.dateCap[d]!) continue;
      let count = 0;
      for (const i of sample)
        if (problem.presence[i * dates + d]) count += 1 + problem.themeGain[i * themes + theme]! * 3;
      count *= 0.85 + 0.3 * random.next();
      if (count > most) [date, most] = [d, count];
    }
    if (date < 0) continue;
    const slot = state.open(theme, date);
    if (slot < 0) return;
    state.take(leader);
    state.put(leader, slot);
    while (state.size[slot]! < target) {
      let best = -1;
      let bestGain = -Infinity;
      for (const i of sample) {
        if (state.group[i] !== -1 || problem.presence[i * dates + date] === 0 || !state.fits(i, slot, -1))
          continue;
        let gain = problem.themeGain[i * themes + theme]! + problem.dateGain[i * dates + date]!;
        for (let k = problem.linkStart[i]!; k < problem.linkStart[i + 1]!; k++) {
          if (state.group[problem.linkTo[k]!] === slot) gain += problem.linkGain[k]! + problem.linkBack[k]!;
        }
        if (gain > bestGain) [best, bestGain] = [i, gain];
      }
      if (best < 0) break;
      state.take(best);
      state.put(best, slot);
    }
    if (state.size[slot]! < min || !state.refresh(slot)) {
      for (const i of state.membersOf(slot)) {
        state.take(i);
        state.drop(i);
      }
      state.close(slot);
    }
  }
}
