/**
 * Round values for an axis: steps of 1, 2 or 5 times a power of ten, about `wanted` of them, from at or below `low` up to at
 * or above `high`. One value twice (or nothing finite) gives an axis around it.
 */
export function niceTicks(low: number, high: number, wanted = 4): number[] {
  const from = Number.isFinite(low) ? low : 0;
  const until = Number.isFinite(high) && high > from ? high : from + Math.max(Math.abs(from), 1);
  const rough = (until - from) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(until / step - 1e-9);
  // Multiples, not sums: 0.1 + 0.2 would show.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** How many decimals the values of an axis need to be told apart, at most four. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  for (let decimals = 0; decimals < 4; decimals++)
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6) return decimals;
  return 4;
}
