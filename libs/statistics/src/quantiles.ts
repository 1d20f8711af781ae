/**
 * Sample quantile of type 7: linear between order statistics, as in R and in spreadsheets (Hyndman & Fan
 * 1996). Fixed, because another type changes the results of winsorising.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const below = sorted[low]!;
  return low + 1 < sorted.length ? below + (place - low) * (sorted[low + 1]! - below) : below;
}

/** The middle value, or the mean of the two middle values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
