import { twoSidedNormal } from './distributions.js';
import { COUNT, numberAt, numbersAt } from './fields.js';
import { hodgesLehmann } from './hodges-lehmann.js';
import { massWhere, sumLaw, type SumLaw } from './permutation-law.js';
import { midRanks, tieTerm } from './ranks.js';
import { warning, type StatisticsWarning } from './warnings.js';

/** Up to this product of the group sizes the p-value is exact. */
export const EXACT_UP_TO = 2000;

/** Below this size of a group a p-value says little, whatever it is. */
const SMALL_GROUP = 5;

/** Which law the reported p-value was taken from; a p-value is never shown without it. */
export type MannWhitneyVariant = 'exact-conditional-on-ties' | 'asymptotic-tie-corrected-continuity';

export interface MannWhitney {
  n1: number;
  n2: number;
  /** pairs in which `a` is higher, ties counting half */
  U1: number;
  U2: number;
  rankSum1: number;
  tieGroups: number[];
  /** the p-value to report, two-sided, and its variant */
  p: number;
  variant: MannWhitneyVariant;
  /** |z|; null when all values are equal */
  zTieCorrected: number | null;
  pTieCorrected: number | null;
  pTieCorrectedContinuity: number | null;
  pUntied: number;
  /** exact, mid-ranks; null when n1·n2 > 2000 */
  pExactConditional: number | null;
  /**
   * exact as if there were no ties, at ⌊min U⌋ (SPSS "2*(1-tailed Sig.), not corrected for ties"); null when
   * n1·n2 > 2000
   */
  pExactIgnoringTies: number | null;
  /** what R's `wilcox.test(exact = TRUE)` gives: null with ties */
  pExactUntied: number | null;
  /** (U1 − U2)/(n1·n2), −1 … 1; above 0 when `a` is higher */
  cliffsDelta: number;
  /** median of all differences a − b */
  hodgesLehmann: number;
  warnings: StatisticsWarning[];
}

/**
 * Mann–Whitney U test of two independent groups, two-sided (SUR-06). Reported p: the exact permutation law of
 * the mid-rank sum, P(|R − E(R)| ≥ |r − E(R)|), when n1·n2 ≤ 2000, else the normal law with tie-corrected
 * variance n1·n2/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))) and continuity correction (Lehmann 1975).
 * @throws StatisticsInputError naming the offending value, `a[3]` for instance
 */
export function mannWhitney(input: { a: readonly number[]; b: readonly number[] }): MannWhitney {
  const a = numbersAt(input.a, 'a');
  const b = numbersAt(input.b, 'b');
  const [n1, n2] = [a.length, b.length];
  const total = n1 + n2;
  const { doubled, tieGroups } = midRanks([...a, ...b]);
  const doubledSum = doubled.slice(0, n1).reduce((sum, rank) => sum + rank, 0);
  const U1 = (doubledSum - n1 * (n1 + 1)) / 2;
  const U2 = n1 * n2 - U1;
  const distance = Math.abs(U1 - (n1 * n2) / 2);
  const variance = ((n1 * n2) / 12) * (total + 1 - tieTerm(tieGroups) / (total * (total - 1)));
  const allEqual = tieGroups[0] === total;
  const zTieCorrected = allEqual ? null : distance / Math.sqrt(variance);
  const pTieCorrectedContinuity = allEqual
    ? null
    : twoSidedNormal(Math.max(0, distance - 0.5) / Math.sqrt(variance));
  const exact = n1 * n2 <= EXACT_UP_TO;
  const pExactConditional = exact ? exactConditional(doubled, Math.min(n1, n2), 2 * distance) : null;
  const pExactIgnoringTies = exact ? twiceLowerTail(untiedLaw(n1, n2), Math.floor(Math.min(U1, U2))) : null;
  const warnings: StatisticsWarning[] = [];
  if (!exact)
    warnings.push(
      warning(
        'exact-not-computed',
        `n1·n2 = ${n1 * n2} is more than ${EXACT_UP_TO}: the p-value is asymptotic.`,
      ),
    );
  if (allEqual) warnings.push(warning('no-variation', 'All values are the same.'));
  if (Math.min(n1, n2) < SMALL_GROUP)
    warnings.push(
      warning(
        'small-sample',
        `Fewer than ${SMALL_GROUP} values in a group (${Math.min(n1, n2)}): the test says little.`,
      ),
    );
  return {
    n1,
    n2,
    U1,
    U2,
    rankSum1: doubledSum / 2,
    tieGroups,
    // all values equal leaves one arrangement only, whatever the sizes
    p: pExactConditional ?? pTieCorrectedContinuity ?? 1,
    variant: exact ? 'exact-conditional-on-ties' : 'asymptotic-tie-corrected-continuity',
    zTieCorrected,
    pTieCorrected: zTieCorrected === null ? null : twoSidedNormal(zTieCorrected),
    pTieCorrectedContinuity,
    pUntied: twoSidedNormal(distance / untiedSd(n1, n2)),
    pExactConditional,
    pExactIgnoringTies,
    pExactUntied: tieGroups.length === 0 ? pExactConditional : null,
    cliffsDelta: (U1 - U2) / (n1 * n2),
    hodgesLehmann: hodgesLehmann(a, b),
    warnings,
  };
}

/** P-values that follow from U and the sizes alone, so without the ties: for checking a published figure. */
export interface MannWhitneyFromU {
  mu: number;
  sd: number;
  asymptotic_noTieCorr_noCC: { z: number; p: number };
  asymptotic_noTieCorr_CC: { z: number; p: number };
  /** exact, twice the smaller tail; null when n1·n2 > 2000, as are the two below */
  exact_noTies_two_sided_2xTail: { p: number } | null;
  exact_noTies_midP: { p: number } | null;
  exact_strict_tail: { p: number } | null;
}

/**
 * The variants of the p-value of a published `U` (SUR-06: U = 223, n1 = 46, n2 = 7 was printed as p = 0.107,
 * which is the exact one).
 * @throws StatisticsInputError naming `U`, `n1` or `n2`
 */
export function mannWhitneyFromU(input: { U: number; n1: number; n2: number }): MannWhitneyFromU {
  const n1 = numberAt(input.n1, 'n1', { ...COUNT, min: 1 });
  const n2 = numberAt(input.n2, 'n2', { ...COUNT, min: 1 });
  const U = numberAt(input.U, 'U', { min: 0, max: n1 * n2 });
  const mu = (n1 * n2) / 2;
  const sd = untiedSd(n1, n2);
  const distance = Math.abs(U - mu);
  const z = distance / sd;
  const zContinuity = Math.max(0, distance - 0.5) / sd;
  const law = n1 * n2 <= EXACT_UP_TO ? untiedLaw(n1, n2) : null;
  const lower = Math.floor(Math.min(U, n1 * n2 - U));
  const tail = (upTo: number): { p: number } | null => law && { p: twiceLowerTail(law, upTo) };
  const twice = tail(lower);
  const strict = tail(lower - 1);
  return {
    mu,
    sd,
    asymptotic_noTieCorr_noCC: { z, p: twoSidedNormal(z) },
    asymptotic_noTieCorr_CC: { z: zContinuity, p: twoSidedNormal(zContinuity) },
    exact_noTies_two_sided_2xTail: twice,
    exact_noTies_midP: law && twice && strict && { p: Math.min(1, strict.p + law[lower]!) },
    exact_strict_tail: strict,
  };
}

function untiedSd(n1: number, n2: number): number {
  return Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12);
}

/** The law of U without ties, indexed by U. */
function untiedLaw(n1: number, n2: number): SumLaw {
  const size = Math.min(n1, n2);
  const ranks = Array.from({ length: n1 + n2 }, (_, index) => index + 1);
  return sumLaw(ranks, size).slice((size * (size + 1)) / 2);
}

function twiceLowerTail(law: SumLaw, upTo: number): number {
  return Math.min(1, 2 * massWhere(law, (U) => U <= upTo));
}

/** Whole numbers throughout: doubled mid-ranks, and twice the distance of U from its mean. */
function exactConditional(doubled: readonly number[], size: number, distance: number): number {
  const middle = size * (doubled.length + 1);
  return massWhere(sumLaw(doubled, size), (sum) => Math.abs(sum - middle) >= distance);
}
