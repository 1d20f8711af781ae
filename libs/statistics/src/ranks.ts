/** Ranks of the pooled values of two or more groups. */
export interface Ranking {
  /** twice the mid-rank, in the order of the input: whole numbers, so sums compare exactly */
  doubled: number[];
  /** sizes of the groups of equal values, from low to high values */
  tieGroups: number[];
}

/** Mid-ranks: equal values share the mean of their ranks. */
export function midRanks(values: readonly number[]): Ranking {
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]!);
  const doubled = new Array<number>(values.length);
  const tieGroups: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let place = start; place < end; place += 1) doubled[order[place]!] = start + 1 + end;
    if (end - start > 1) tieGroups.push(end - start);
    start = end;
  }
  return { doubled, tieGroups };
}

/** Σ (t³ − t) over the tie groups. */
export function tieTerm(tieGroups: readonly number[]): number {
  return tieGroups.reduce((total, t) => total + t * (t * t - 1), 0);
}
