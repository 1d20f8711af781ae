import { StatisticsInputError } from './errors.js';
import { COUNT, numberAt, numbersAt } from './fields.js';
import { mannWhitney, type MannWhitneyVariant } from './mann-whitney.js';
import { meanEstimate, type MeanEstimate } from './mean.js';
import type { StatisticsWarning } from './warnings.js';

export interface NamedGroup {
  name: string;
  values: readonly number[];
}

/**
 * What may be said of a difference: never "no difference" (SUR-13). `higher` names the group that tends to be
 * higher; it is null when there is no proof.
 */
export type DifferenceVerdict =
  | { kind: 'difference'; higher: string }
  | { kind: 'no-proof-of-difference'; higher: null };

export interface GroupComparison {
  groups: readonly [ComparedGroup, ComparedGroup];
  verdict: DifferenceVerdict;
  alpha: number;
  p: number;
  variant: MannWhitneyVariant;
  tied: boolean;
  /** above 0 when the first group is higher, −1 … 1 */
  cliffsDelta: number;
  /** Romano et al. 2006: |δ| below .147 negligible, .33 small, .474 medium */
  magnitude: 'negligible' | 'small' | 'medium' | 'large';
  /** median of the differences first − second, in the unit of the answers */
  shift: number;
  warnings: StatisticsWarning[];
}

export interface ComparedGroup extends MeanEstimate {
  name: string;
  /** pairs in which this group is higher, ties counting half */
  U: number;
}

/**
 * Everything for one honest sentence on two groups of answers (SUR-06, SUR-08, SUR-13): Mann–Whitney with the
 * variant named, U of each named group, effect size, means with intervals. The verdict is 'difference' when p
 * < alpha (0.05).
 * @param input.minimum answers that each group must have; fewer are refused, not computed
 * @throws StatisticsInputError naming the offending value
 */
export function compareGroups(input: {
  first: NamedGroup;
  second: NamedGroup;
  alpha?: number;
  confidence?: number;
  minimum?: number;
}): GroupComparison {
  const alpha = input.alpha === undefined ? 0.05 : numberAt(input.alpha, 'alpha', { above: 0, below: 1 });
  const least = input.minimum === undefined ? 1 : numberAt(input.minimum, 'minimum', { ...COUNT, min: 1 });
  const { first, second, confidence } = input;
  const a = numbersAt(first.values, 'first.values', {}, { least });
  const b = numbersAt(second.values, 'second.values', {}, { least });
  if (first.name === second.name)
    throw new StatisticsInputError('second.name', `must differ from first.name`);
  const test = mannWhitney({ a, b });
  const size = Math.abs(test.cliffsDelta);
  const proven = test.p < alpha && test.U1 !== test.U2;
  return {
    groups: [
      { name: first.name, U: test.U1, ...meanEstimate({ values: a, confidence }) },
      { name: second.name, U: test.U2, ...meanEstimate({ values: b, confidence }) },
    ],
    verdict: proven
      ? { kind: 'difference', higher: test.U1 > test.U2 ? first.name : second.name }
      : { kind: 'no-proof-of-difference', higher: null },
    alpha,
    p: test.p,
    variant: test.variant,
    tied: test.tieGroups.length > 0,
    cliffsDelta: test.cliffsDelta,
    magnitude: size < 0.147 ? 'negligible' : size < 0.33 ? 'small' : size < 0.474 ? 'medium' : 'large',
    shift: test.hodgesLehmann,
    warnings: test.warnings,
  };
}

/**
 * Holm's adjustment of several p-values, in the order given: with many questions compared at once, some
 * differ by chance (Holm 1979).
 * @throws StatisticsInputError naming `p[3]` for instance
 */
export function holmAdjusted(p: readonly number[]): number[] {
  const values = numbersAt(p, 'p', { min: 0, max: 1 });
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]!);
  const adjusted = new Array<number>(values.length);
  let floor = 0;
  order.forEach((index, place) => {
    floor = Math.max(floor, Math.min(1, values[index]! * (values.length - place)));
    adjusted[index] = floor;
  });
  return adjusted;
}
