/** 97.5 % point of the normal distribution: the width of a 95 % interval. */
const Z95 = 1.959963984540054;

/** Whole numbers from `lo` up to and including `hi`; lo > hi when there are none. */
export interface Range {
  lo: number;
  hi: number;
}

/** Rounding may go either way at a half, and doubles are not exact, so both ends belong to it. */
const EDGE = 1e-9;

/**
 * The counts that a displayed rate allows: displayed = round(per * count / denominator, decimals).
 * `lo` and `hi` are the exact ends (not whole), as a statement over the count needs them; `counts` the whole numbers within.
 * @throws RangeError unless the denominator and `per` are above 0 and `decimals` is a whole number of at least 0.
 */
export function rateInterval(
  displayed: number,
  decimals: number,
  per: number,
  denominator: number,
): Range & { counts: Range } {
  if (!(denominator > 0) || !(per > 0) || !Number.isInteger(decimals) || decimals < 0)
    throw new RangeError('rateInterval needs a denominator and per above 0, and whole decimals');
  const half = 0.5 * 10 ** -decimals;
  const tidy = (value: number) => Math.round(value * 1e9) / 1e9;
  const lo = Math.max(0, tidy(((displayed - half) * denominator) / per));
  const hi = tidy(((displayed + half) * denominator) / per);
  return { lo, hi, counts: { lo: Math.ceil(lo - EDGE), hi: Math.floor(hi + EDGE) } };
}

/** Byar's 95 % interval of a count (mirror.md §1.3); the lower end of 0 is 0. */
function byar(count: number): [number, number] {
  const up = count + 1;
  return [
    count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z95 / (3 * Math.sqrt(count))) ** 3,
    up * (1 - 1 / (9 * up) + Z95 / (3 * Math.sqrt(up))) ** 3,
  ];
}

/** A rate with its 95 % interval as shown, all per `per` and rounded to `decimals`. */
export interface ShownInterval {
  rate: number;
  lo: number;
  hi: number;
  decimals: number;
  per: number;
}

/** What a shown interval gives away. */
export interface Inversion {
  /** Least and greatest count that fit, null when none does. */
  counts: Range | null;
  /** Least and greatest denominator that fit some count. */
  denominators: Range | null;
  /** The practices whose public list size fits, by name. */
  fits: string[];
}

/**
 * Finds the counts and list sizes that give a shown rate with Byar's interval, each rounded. The widths of the interval
 * tell the count, and the rate then tells the list size (the leak of funnel positions and intervals, MIR-07).
 * @param listSizes public list sizes by name of practice
 * @param mostCount counts are tried up to here
 */
export function invertByar(
  shown: ShownInterval,
  listSizes: Readonly<Record<string, number>> = {},
  mostCount = 20_000,
): Inversion {
  const { rate, lo, hi, decimals, per } = shown;
  const half = 0.5 * 10 ** -decimals;
  // The denominators for which `part` of `per` rounds to what is shown.
  const within = (part: number, value: number): [number, number] =>
    part <= 0
      ? value - half <= EDGE
        ? [0, Infinity]
        : [1, 0]
      : [(part * per) / (value + half), value - half > EDGE ? (part * per) / (value - half) : Infinity];
  const counts: Range = { lo: Infinity, hi: -Infinity };
  const denominators: Range = { lo: Infinity, hi: -Infinity };
  const fitting: Range[] = [];
  for (let count = 0; count <= mostCount; count++) {
    const [low, high] = byar(count);
    const windows = [within(count, rate), within(low, lo), within(high, hi)];
    const least = Math.ceil(Math.max(...windows.map(([from]) => from)) - EDGE);
    const most = Math.floor(Math.min(...windows.map(([, to]) => to)) + EDGE);
    if (least > most || most < 1) continue;
    counts.lo = Math.min(counts.lo, count);
    counts.hi = count;
    denominators.lo = Math.min(denominators.lo, least);
    denominators.hi = Math.max(denominators.hi, most);
    fitting.push({ lo: least, hi: most });
  }
  const none = fitting.length === 0;
  return {
    counts: none ? null : counts,
    denominators: none ? null : denominators,
    fits: Object.entries(listSizes)
      .filter(([, size]) => fitting.some((range) => size >= range.lo && size <= range.hi))
      .map(([name]) => name),
  };
}
