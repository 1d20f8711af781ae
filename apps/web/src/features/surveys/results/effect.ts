import type { GroupComparisonView } from '#libs/contracts';

/** Cliff's delta as people can picture it: of a hundred pairs, in how many the higher answer is this side's. */
export interface InAHundred {
  side: 'a' | 'b';
  count: number;
}

/**
 * δ = P(a > b) − P(a < b), so P(a > b) + ½ P(a = b) = (1 + δ) / 2. Told from the side that is higher; null when neither is.
 * Nothing is estimated here: it is the same number in other words.
 */
export function inAHundred({ cliffsDelta }: Pick<GroupComparisonView, 'cliffsDelta'>): InAHundred | null {
  if (cliffsDelta === null) return null;
  const count = Math.round(50 * (1 + Math.abs(cliffsDelta)));
  return count === 50 ? null : { side: cliffsDelta > 0 ? 'a' : 'b', count };
}

/** Powers of ten around all margins, from at least 0.1 to 10, at most 0.01 to 1,000: beyond that a margin says nothing more. */
export function ratioTicks(values: readonly (number | null)[]): number[] {
  const told = values.filter(
    (value): value is number => value !== null && value > 0 && Number.isFinite(value),
  );
  const low = Math.max(-2, Math.min(-1, Math.floor(Math.log10(Math.min(1, ...told)))));
  const high = Math.min(3, Math.max(1, Math.ceil(Math.log10(Math.max(1, ...told)))));
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
}
