/** The rules by which figures are judged sensitive; the version travels with every release. */
export interface DisclosurePolicy {
  version: string;
  /** Smallest count that may be shown inside a group; 1 up to one less is sensitive. */
  minCell: number;
  /** Smallest count that may be shown region-wide or in public. */
  minCellPublic: number;
  /** Part of a count by which an attacker's interval must reach below and above it. */
  p: number;
  /** Per cent of the largest contribution within which nobody may estimate it from a total. */
  dominancePercent: number;
  /** How many contributors may pool what they know. */
  coalition: number;
  /** A share of 0 % or 100 % is sensitive below this denominator. */
  smallDenominator: number;
  suppressZero: boolean;
}

/** The defaults of the house (MIR-07). */
export const POLICY: Readonly<DisclosurePolicy> = {
  version: 'sdc-1.0',
  minCell: 5,
  minCellPublic: 10,
  p: 0.5,
  dominancePercent: 20,
  coalition: 1,
  smallDenominator: 20,
  suppressZero: false,
};

/** What is tried, in this order, when a table cannot be protected as it is. */
export const COARSENING = [
  'drop-age-band',
  'drop-sex',
  'quarter-to-year',
  'merge-specialism',
  'aggregate-only',
  'refuse',
] as const;
/** One step of coarsening. */
export type Coarsening = (typeof COARSENING)[number];

/** True for a count that the threshold rule hides: 1 up to one less than `minCell`, and 0 when zeros are hidden too. */
export function primarySensitive(
  count: number,
  policy: Pick<DisclosurePolicy, 'minCell'> & Partial<Pick<DisclosurePolicy, 'suppressZero'>> = POLICY,
): boolean {
  return count < policy.minCell && (count > 0 || (count === 0 && policy.suppressZero === true));
}

/**
 * How far an attacker's interval must reach below and above a sensitive count. Below by the fraction p, at least 1 and
 * never below 0; above at least up to `minCell`, so that the count might be one that needs no protection.
 */
export function protectionLevels(
  value: number,
  policy: Pick<DisclosurePolicy, 'minCell' | 'p'> = POLICY,
): { lower: number; upper: number } {
  const width = Math.ceil(policy.p * value - 1e-9);
  return {
    lower: Math.min(value, Math.max(1, width)),
    upper: Math.max(policy.minCell - value, width, 1),
  };
}

/**
 * The p% rule: a total is sensitive when the largest contribution can be estimated within p per cent of itself by the
 * next `coalition` contributors together, from what remains of the total. A total with one contributor above 0 always is.
 * @param contributions what each practice adds to the total, none below 0
 */
export function dominated(
  contributions: readonly number[],
  policy: Pick<DisclosurePolicy, 'dominancePercent' | 'coalition'> = POLICY,
): boolean {
  const falling = [...contributions].sort((a, b) => b - a);
  const largest = falling[0] ?? 0;
  if (largest <= 0) return false;
  const rest = falling.slice(1 + policy.coalition).reduce((sum, one) => sum + one, 0);
  return rest < (policy.dominancePercent / 100) * largest;
}

/** True for a share of 0 % or 100 % with a small denominator: it says the same of every patient. */
export function allOrNothing(
  count: number,
  denominator: number,
  policy: Pick<DisclosurePolicy, 'smallDenominator'> = POLICY,
): boolean {
  return denominator > 0 && denominator < policy.smallDenominator && (count === 0 || count === denominator);
}

/** l-diversity below 2: one category holds everything, so belonging to the row tells the category. */
export function oneCategoryHoldsAll(counts: readonly number[]): boolean {
  return counts.length > 1 && counts.filter((count) => count > 0).length === 1;
}
