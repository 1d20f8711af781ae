/** Lower and upper limit; null where the limit does not exist. */
export type Interval = readonly [lower: number | null, upper: number | null];

/** The interval of something that cannot be estimated. */
export const NO_INTERVAL: Interval = [null, null];

/** The interval times a factor, for a rate out of a count. */
export function scaled([lower, upper]: Interval, factor: number): Interval {
  return [lower === null ? null : lower * factor, upper === null ? null : upper * factor];
}
