import type { Column } from './problem.js';

/**
 * Subset-row cut on three practices: at most one chosen group may hold two or more of them. Valid for every integer
 * solution, and what the linear relaxation violates most (Jepsen et al. 2008).
 */
export interface Cut {
  practices: readonly [number, number, number];
}

/** 1 when the cut counts the column. */
export function cutCounts(cut: Cut, members: readonly number[]): 0 | 1 {
  let hits = 0;
  for (const i of cut.practices) if (members.includes(i)) hits += 1;
  return hits >= 2 ? 1 : 0;
}

/** The most violated new cuts of a fractional solution, a few per practice. */
export function separate(
  n: number,
  columns: readonly Column[],
  use: Float64Array,
  known: ReadonlySet<string>,
  limit: number,
): Cut[] {
  const pairs = Array.from({ length: n }, () => new Map<number, number>());
  const active: [Column, number][] = [];
  columns.forEach((column, k) => {
    const share = use[k]!;
    if (share < 1e-6 || share > 1 - 1e-6) return;
    active.push([column, share]);
    for (const i of column.members)
      for (const j of column.members) if (i < j) pairs[i]!.set(j, (pairs[i]!.get(j) ?? 0) + share);
  });
  const together = (i: number, j: number) => pairs[Math.min(i, j)]!.get(Math.max(i, j)) ?? 0;
  const containing = Array.from({ length: n }, () => [] as [Column, number][]);
  for (const entry of active) for (const i of entry[0].members) containing[i]!.push(entry);
  const found: { cut: Cut; violation: number }[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < n; i++) {
    const near = new Set<number>();
    for (const [column] of containing[i]!) for (const j of column.members) if (j !== i) near.add(j);
    const list = [...near];
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const [j, k] = [list[a]!, list[b]!];
        const rough = together(i, j) + together(i, k) + together(j, k);
        if (rough <= 1.01) continue;
        const practices = [i, j, k].sort((x, y) => x - y) as unknown as readonly [number, number, number];
        const key = practices.join(',');
        if (seen.has(key)) continue;
        seen.add(key);
        if (known.has(key)) continue;
        let all = 0;
        for (const [{ members }, share] of containing[i]!)
          if (members.includes(j) && members.includes(k)) all += share;
        const violation = rough - 2 * all - 1;
        if (violation > 0.02) found.push({ cut: { practices }, violation });
      }
    }
  }
  found.sort((a, b) => b.violation - a.violation || a.cut.practices[0] - b.cut.practices[0]);
  const load = new Int32Array(n);
  const chosen: Cut[] = [];
  for (const { cut } of found) {
    if (chosen.length >= limit) break;
    if (cut.practices.some((i) => load[i]! >= 4)) continue;
    for (const i of cut.practices) load[i]! += 1;
    chosen.push(cut);
  }
  return chosen;
}
