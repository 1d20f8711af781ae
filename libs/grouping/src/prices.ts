import { cutCounts } from './cuts.js';
import type { Cut } from './cuts.js';
import type { Column } from './problem.js';

/** Prices of the master rows: one per practice, per theme cap and per date cap (0 where there is no cap). */
export interface Prices {
  practice: Float64Array;
  theme: Float64Array;
  date: Float64Array;
  cuts: readonly Cut[];
  /** One price, not negative, per cut. */
  cut: Float64Array;
}

/** A column and its reduced value: value minus the prices of its members and of its caps. */
export interface PricedColumn {
  column: Column;
  reduced: number;
}

/** Reduced value of a column. */
export function reducedValue(prices: Prices, column: Column): number {
  let value = column.value - prices.theme[column.theme]! - prices.date[column.date]!;
  for (const i of column.members) value -= prices.practice[i]!;
  prices.cuts.forEach((cut, c) => {
    if (prices.cut[c]! > 0 && cutCounts(cut, column.members)) value -= prices.cut[c]!;
  });
  return value;
}
