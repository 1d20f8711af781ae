import type { NamedGroup } from './compare-groups.js';
import { twoSidedNormal } from './distributions.js';
import { StatisticsInputError } from './errors.js';
import { COUNT, numberAt, numbersAt } from './fields.js';
import { midRanks } from './ranks.js';
import { warning, type StatisticsWarning } from './warnings.js';

/**
 * Up to this number of answers the p-value comes from permutations, because the normal law is not close
 * enough.
 */
const PERMUTED_UP_TO = 60;

export interface OrderedTrend {
  /** Σ over pairs of groups of the pairs that rise, ties counting half */
  J: number;
  mean: number;
  variance: number;
  /** (J − mean)/sd; null when all values are equal */
  z: number | null;
  p: number;
  variant: 'permutation' | 'asymptotic-tie-corrected';
  /** share of rising pairs minus share of falling pairs between groups, −1 … 1 */
  effect: number;
  verdict: { kind: 'trend'; direction: 'up' | 'down' } | { kind: 'no-proof-of-trend'; direction: null };
  alpha: number;
  n: number[];
  warnings: StatisticsWarning[];
}

/**
 * Jonckheere–Terpstra test of a trend over ordered groups, years of the same survey for instance (SUR-14),
 * two-sided. Up to 60 answers p is (hits + 1)/(permutations + 1) over random permutations from `seed`; above,
 * normal with the tie-corrected variance (Hollander, Wolfe & Chicken 2014, §6.2).
 * @throws StatisticsInputError naming the offending value, `groups[1].values[3]` for instance
 */
export function orderedTrend(input: {
  groups: readonly NamedGroup[];
  alpha?: number;
  seed?: number;
  permutations?: number;
}): OrderedTrend {
  if (input.groups.length < 2)
    throw new StatisticsInputError('groups', `must hold at least 2 groups, found ${input.groups.length}`);
  const groups = input.groups.map(({ values }, index) => numbersAt(values, `groups[${index}].values`));
  const alpha = input.alpha === undefined ? 0.05 : numberAt(input.alpha, 'alpha', { above: 0, below: 1 });
  const permutations = numberAt(input.permutations ?? 9999, 'permutations', { ...COUNT, min: 99, max: 1e6 });
  const seed = numberAt(input.seed ?? 1, 'seed', { ...COUNT, max: 2 ** 32 - 1 });
  const n = groups.map((values) => values.length);
  const { doubled, tieGroups } = midRanks(groups.flat());
  const total = doubled.length;
  const between = (total ** 2 - n.reduce((sum, size) => sum + size ** 2, 0)) / 2;
  const J = rising(doubled, n);
  const mean = between / 2;
  const variance = varianceOf(n, tieGroups, total);
  const warnings: StatisticsWarning[] = [];
  const allEqual = tieGroups[0] === total;
  if (allEqual) warnings.push(warning('no-variation', 'All values are the same.'));
  if (Math.min(...n) < 5)
    warnings.push(
      warning('small-sample', `Fewer than 5 values in a group (${Math.min(...n)}): the test says little.`),
    );
  const z = allEqual || variance <= 0 ? null : (J - mean) / Math.sqrt(variance);
  const permuted = total <= PERMUTED_UP_TO;
  const p =
    z === null
      ? 1
      : permuted
        ? permutedP(doubled, n, Math.abs(J - mean), mean, permutations, seed)
        : twoSidedNormal(z);
  return {
    J,
    mean,
    variance,
    z,
    p,
    variant: permuted ? 'permutation' : 'asymptotic-tie-corrected',
    effect: (J - mean) / mean,
    verdict:
      p < alpha && J !== mean
        ? { kind: 'trend', direction: J > mean ? 'up' : 'down' }
        : { kind: 'no-proof-of-trend', direction: null },
    alpha,
    n,
    warnings,
  };
}

/** Pairs of values from an earlier and a later group that rise; `values` holds the groups one after the other. */
function rising(values: readonly number[], n: readonly number[]): number {
  let twice = 0;
  let start = 0;
  for (const size of n) {
    const end = start + size;
    const earlier = values.slice(0, start).sort((a, b) => a - b);
    for (let place = start; place < end; place += 1)
      twice += upTo(earlier, values[place]!, false) + upTo(earlier, values[place]!, true);
    start = end;
  }
  return twice / 2;
}

/** How many of the sorted values lie below `value`, or not above it. */
function upTo(sorted: readonly number[], value: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (inclusive && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function varianceOf(n: readonly number[], ties: readonly number[], total: number): number {
  const over = (sizes: readonly number[], term: (size: number) => number): number =>
    sizes.reduce((sum, size) => sum + term(size), 0);
  const spread = (size: number): number => size * (size - 1) * (2 * size + 5);
  const triples = (size: number): number => size * (size - 1) * (size - 2);
  const pairs = (size: number): number => size * (size - 1);
  const plain = (spread(total) - over(n, spread) - over(ties, spread)) / 72;
  const third = total > 2 ? (over(n, triples) * over(ties, triples)) / (36 * triples(total)) : 0;
  return plain + third + (over(n, pairs) * over(ties, pairs)) / (8 * pairs(total));
}

function permutedP(
  values: readonly number[],
  n: readonly number[],
  distance: number,
  mean: number,
  permutations: number,
  seed: number,
): number {
  const shuffled = [...values];
  const random = chance(seed);
  let hits = 0;
  for (let turn = 0; turn < permutations; turn += 1) {
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
    }
    if (Math.abs(rising(shuffled, n) - mean) >= distance) hits += 1;
  }
  return (hits + 1) / (permutations + 1);
}

/** Mulberry32: enough for permutations, the same on every machine. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
