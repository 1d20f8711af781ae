/** A law on the whole numbers: `mass[s]` is the probability of the sum `s`. */
export type SumLaw = Float64Array;

/**
 * The law of the sum of `size` of the whole `weights`, drawn without replacement, every draw equally likely:
 * the permutation law of a rank sum, conditional on the ties when the weights are (doubled) mid-ranks. By
 * dynamic programming over the weights, in O(weights · size · largest sum). Only non-negative terms are
 * added, so nothing cancels; at size · rest ≤ 2000 the number of draws stays below 1e27, far from overflow.
 */
export function sumLaw(weights: readonly number[], size: number): SumLaw {
  const largest = weights
    .toSorted((a, b) => b - a)
    .slice(0, size)
    .reduce((total, weight) => total + weight, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  ways[0]![0] = 1;
  let reach = 0;
  weights.forEach((weight, index) => {
    reach = Math.min(largest, reach + weight);
    for (let chosen = Math.min(size, index + 1); chosen >= 1; chosen -= 1) {
      const into = ways[chosen]!;
      const from = ways[chosen - 1]!;
      for (let sum = reach; sum >= weight; sum -= 1) into[sum]! += from[sum - weight]!;
    }
  });
  const law = ways[size]!;
  const draws = law.reduce((total, count) => total + count, 0);
  return law.map((count) => count / draws);
}

/** Σ of the masses at which `wanted` holds, at most 1. */
export function massWhere(law: SumLaw, wanted: (sum: number) => boolean): number {
  let total = 0;
  for (let sum = 0; sum < law.length; sum += 1) if (law[sum]! > 0 && wanted(sum)) total += law[sum]!;
  return Math.min(1, total);
}
