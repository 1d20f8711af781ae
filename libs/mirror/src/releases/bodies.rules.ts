import { quantile } from '#libs/statistics';
import type { ReferenceRates } from '../figures/estimate.rules.js';
import type { LedgerStatement } from './cells.rules.js';
import { letters, shuffledOnce } from './labels.rules.js';
import type { Showing } from './showing.rules.js';

/** From so many practices on the middle of a group is shown: with fewer, its parts could be computed. */
export const LEAST_FOR_MIDDLE = 6;
/** A comparison of fewer figures compares nothing. */
export const LEAST_BARS = 3;

/** What a group sees of one measure and item. Sorted by value; what is not shown is null and last. */
export interface GroupBody {
  bars: { label: string; value: number | null; practice?: string }[];
  middle: { median: number; low: number; high: number } | null;
  /** The region's rates that the values were corrected with. */
  reference: ReferenceRates | null;
}
/** What every practice sees of the region; rates by stratum where they may go along. */
export interface RegionBody {
  value: number;
  strata: ReferenceRates['strata'];
}
/** What staff sees: per practice without a name what was to be expected, and the ratio. */
export interface FunnelBody {
  points: { label: string; expected: number; ratio: number }[];
  /** Practices that are not drawn, for their own small counts or somebody else's. */
  left: number;
}

/** A rendered figure, and which showing each of its labels is: known until the release is stored, and forgotten then. */
export interface Rendered<Body> {
  id: string;
  body: Body;
  labels: Map<string, Showing>;
}

const missing = <T extends { value: number | null }>(a: T, b: T): number =>
  Number(a.value === null) - Number(b.value === null) || (a.value ?? 0) - (b.value ?? 0);

/**
 * Bars of a group under labels that are drawn anew for this figure (models/disclosure §2.6), or by name.
 * @param showings of every practice that has a figure
 * @param practices of the whole group
 */
export function groupBody(
  id: string,
  showings: readonly Showing[],
  practices: readonly string[],
  hidden: ReadonlySet<string>,
  options: { reference: ReferenceRates | null; decimals: number; named: boolean },
): Rendered<GroupBody> {
  const byPractice = new Map(showings.map((one) => [one.practice as string, one]));
  const labels = new Map<string, Showing>();
  const bars = shuffledOnce(id, practices).map((practice, place) => {
    const label = letters(place);
    const showing = byPractice.get(practice);
    const shown = showing !== undefined && !hidden.has(showing.key);
    if (shown) labels.set(label, showing);
    return { label, value: shown ? showing.value : null, ...(options.named ? { practice } : {}) };
  });
  bars.sort((a, b) => missing(a, b) || (a.label < b.label ? -1 : 1));
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const round = (value: number): number => Number(value.toFixed(options.decimals));
  const middle =
    values.length >= LEAST_FOR_MIDDLE
      ? {
          median: round(quantile(values, 0.5)),
          low: round(quantile(values, 0.25)),
          high: round(quantile(values, 0.75)),
        }
      : null;
  return { id, body: { bars, middle, reference: options.reference }, labels };
}

/** The region's figure. */
export function regionBody(id: string, showing: Showing, reference: ReferenceRates): Rendered<RegionBody> {
  return {
    id,
    body: { value: showing.value, strata: reference.strata },
    labels: new Map([['region', showing]]),
  };
}

/** The rates in it. */
export const referenceIn = ({ value, strata }: RegionBody): ReferenceRates => ({ rate: value, strata });

/** The points of a funnel under labels of this figure alone. */
export function funnelBody(
  id: string,
  showings: readonly (Showing & { expected: number })[],
  hidden: ReadonlySet<string>,
  practices: number,
): Rendered<FunnelBody> {
  const shown = new Map(
    showings.filter(({ key }) => !hidden.has(key)).map((one) => [one.practice as string, one]),
  );
  const labels = new Map<string, Showing>();
  const points = shuffledOnce(id, [...shown.keys()]).map((practice, place) => {
    const showing = shown.get(practice) as Showing & { expected: number };
    const label = String(place + 1);
    labels.set(label, showing);
    return { label, expected: showing.expected, ratio: showing.value };
  });
  points.sort((a, b) => a.expected - b.expected || a.ratio - b.ratio);
  return { id, body: { points, left: practices - points.length }, labels };
}

/** What rendered JSON says, read back from it. @throws when it shows something that nobody decided to show. */
export function saidBy(json: string, labels: ReadonlyMap<string, Showing>): LedgerStatement[] {
  const body = JSON.parse(json) as Partial<GroupBody & RegionBody & FunnelBody>;
  const values: [string, number][] = [
    ...(body.bars ?? []).flatMap(({ label, value }): [string, number][] =>
      value === null ? [] : [[label, value]],
    ),
    ...(body.points ?? []).map(({ label, ratio }): [string, number] => [label, ratio]),
    ...(typeof body.value === 'number' ? [['region', body.value] as [string, number]] : []),
  ];
  return values.flatMap(([label, value]) => {
    const showing = labels.get(label);
    if (!showing) throw new Error('A figure shows what nobody decided to show.');
    return showing.says(value);
  });
}
