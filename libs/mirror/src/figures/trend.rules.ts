import type { FigureTrendView, MeasureContent, TrendPoint } from '#libs/contracts';
import { laneyChart, MINIMUM_CHART_POINTS, xmrChart, type ChartSignal } from '#libs/statistics';
import { breaksOf, type Basis } from './comparability.rules.js';
import { firstDay, monthNumber, sumsOf, windowOf, type Supplied } from './coverage.rules.js';
import { countedSums } from './estimate.rules.js';
import { trendSentence } from './trend-sentences.rules.js';

/** A trend looks back this far from the end of the period. */
export const TREND_MONTHS = 36;
/** With fewer events a month on average, months say nothing and quarters are drawn. */
const LEAST_A_MONTH = 3;

/**
 * The practice's own figure per month, or per quarter where the source has quarters or months hold too little, with the limits of
 * a control chart from twelve points on (models/mirror §1.5). After a break the chart begins anew: `lower` and `upper` belong
 * to the last points, as many as they are. Points are not corrected for age and sex: a list changes little from month to month.
 */
export function trendOf(
  content: MeasureContent,
  supplied: Supplied,
  of: { toExclusive: string; definition: string },
): FigureTrendView {
  const end = monthNumber(of.toExclusive);
  const first = Math.max(Math.min(end, ...supplied.owners.keys()), end - TREND_MONTHS);
  const monthly = supplied.atoms.every(({ months }) => months === 1);
  const points = monthly ? pointsOf(content, supplied, first, end, 1) : [];
  const counted = points.flatMap(({ numerator }) => (numerator === null ? [] : [numerator]));
  const enough =
    monthly && counted.reduce((sum, one) => sum + one, 0) >= LEAST_A_MONTH * Math.max(1, counted.length);
  const months = enough ? 1 : 3;
  const shown = enough ? points : pointsOf(content, supplied, first, end, 3);
  const basis = shown.map(({ from }): Basis => {
    const owner = supplied.owners.get(monthNumber(from));
    return { definition: of.definition, source: owner ? owner.source : null };
  });
  const breaks = breaksOf(basis);
  const since = breaks.at(-1)?.at ?? 0;
  const chart = chartOf(content, shown, since);
  const usable = shown.slice(since).filter(({ value }) => value !== null).length;
  return {
    points: shown,
    chart,
    needed: MINIMUM_CHART_POINTS,
    breaks: breaks.map(({ at, reason }) => ({ from: (shown[at] as TrendPoint).from, reason })),
    sentence: trendSentence({ points: shown, chart, usable, needed: MINIMUM_CHART_POINTS, months }),
  };
}

/** Whole quarters only: one that the data begin in the middle of is left out. */
function pointsOf(
  content: MeasureContent,
  supplied: Supplied,
  first: number,
  end: number,
  months: number,
): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (let at = Math.ceil(first / months) * months; at + months <= end; at += months) {
    const found = sumsOf(supplied, windowOf(firstDay(at), months));
    const counted = found && found.missing === 0 ? countedSums(content, found.sums) : null;
    points.push({
      from: firstDay(at),
      months,
      value: counted ? (counted.numerator / counted.denominator) * content.per : null,
      numerator: counted?.numerator ?? null,
      denominator: counted?.denominator ?? null,
    });
  }
  return points;
}

function chartOf(
  content: MeasureContent,
  points: readonly TrendPoint[],
  since: number,
): FigureTrendView['chart'] {
  const segment = points.slice(since);
  const places = segment.flatMap(({ value }, at) => (value === null ? [] : [at]));
  if (places.length < MINIMUM_CHART_POINTS) return null;
  const of = (field: 'value' | 'numerator' | 'denominator'): number[] =>
    places.map((at) => segment[at]?.[field] ?? 0);
  const denominators = of('denominator');
  const rules = content.runRules;
  const signals = (found: readonly ChartSignal[]): NonNullable<FigureTrendView['chart']>['signals'] =>
    found.flatMap(({ rule, to }) =>
      rule === 'moving-range' ? [] : [{ index: since + (places[to] as number), rule }],
    );
  // a point that is not there gets the limits of its neighbour, so that the band has no hole
  const spread = (limits: readonly number[]): number[] => {
    let last = limits[0] as number;
    return segment.map((_, at) => {
      const place = places.indexOf(at);
      if (place >= 0) last = limits[place] as number;
      return last;
    });
  };
  if (denominators.every((one) => one === denominators[0])) {
    const { mean, lcl, ucl, signals: found } = xmrChart({ values: of('value'), rules });
    if (lcl === null || ucl === null) return null;
    return {
      method: 'xmr',
      centre: mean,
      lower: spread(places.map(() => Math.max(0, lcl))),
      upper: spread(places.map(() => ucl)),
      signals: signals(found),
    };
  }
  const laney = laneyChart({ counts: of('numerator'), n: denominators, per: content.per, rules });
  if (laney.lcl === null || laney.ucl === null) return null;
  return {
    method: 'laney-u',
    centre: laney.uBar,
    lower: spread(laney.lcl.map((one) => Math.max(0, one))),
    upper: spread(laney.ucl),
    signals: signals(laney.signals),
  };
}
