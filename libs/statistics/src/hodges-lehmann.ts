const SIGN = 1n << 63n;
const bits = new DataView(new ArrayBuffer(8));

/** A whole number that orders doubles as their values do. */
function place(value: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  return raw & SIGN ? -(raw ^ SIGN) : raw;
}

function valueAt(order: bigint): number {
  bits.setBigUint64(0, order < 0n ? -order | SIGN : order);
  return bits.getFloat64(0);
}

/**
 * Hodges–Lehmann shift: the median of all differences aᵢ − bⱼ, in the units of the values. Found by halving
 * the doubles between the least and the largest difference, so it is exact and needs no list of all pairs.
 */
export function hodgesLehmann(a: readonly number[], b: readonly number[]): number {
  const first = a.toSorted((x, y) => x - y);
  const second = b.toSorted((x, y) => x - y);
  const pairs = first.length * second.length;
  const low = kth(first, second, Math.floor((pairs - 1) / 2));
  return (low + (pairs % 2 === 1 ? low : kth(first, second, pairs / 2))) / 2 + 0;
}

/** The difference at place k, counted from 0, of all differences in order. */
function kth(a: readonly number[], b: readonly number[], k: number): number {
  let low = place(a[0]! - b.at(-1)!);
  let high = place(a.at(-1)! - b[0]!);
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (pairsUpTo(a, b, valueAt(middle)) > k) high = middle;
    else low = middle + 1n;
  }
  return valueAt(low);
}

function pairsUpTo(a: readonly number[], b: readonly number[], limit: number): number {
  let total = 0;
  let from = 0;
  for (const value of a) {
    while (from < b.length && value - b[from]! > limit) from += 1;
    total += b.length - from;
  }
  return total;
}
