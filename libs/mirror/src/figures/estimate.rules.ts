import type { Estimate, MeasureContent } from '#libs/contracts';
import {
  byarInterval,
  BYAR_FROM,
  countInterval,
  directlyStandardisedRate,
  exactPoissonInterval,
  indirectlyStandardised,
  proportion,
  type Interval,
} from '#libs/statistics';

/**
 * What was counted of one item in one stratum over a period. Sex and age are '' where the source has no strata; a column
 * that the source does not have is null. `listed`: patient-time over the length of the period, so with the whole period
 * supplied the mean list size, and proportionally less when a quarter is missing.
 */
export interface StratumSums {
  sex: string;
  age: string;
  count: number;
  urgent: number | null;
  consults: number | null;
  listed: number | null;
}

/** Rates of the region to compare with, per `MeasureContent.per`; strata only where they were released. */
export interface ReferenceRates {
  rate: number;
  /** `share`: part of the region's patients in the stratum, for direct standardisation. */
  strata: readonly { sex: string; age: string; rate: number; share?: number }[] | null;
}

export interface FigureEstimate extends Estimate {
  numerator: number;
  denominator: number;
  /** How many were to be expected at the region's rates; null without reference. */
  expected: number | null;
  /** Corrected for age and sex. False also when the definition asks for it and source or region have no strata. */
  standardised: boolean;
}

export type CountedSums = Pick<FigureEstimate, 'numerator' | 'denominator'>;

/** Numerator and denominator of a definition, or null where the source lacks what it takes. */
export function countedSums(
  content: Pick<MeasureContent, 'numerator' | 'denominator'>,
  sums: readonly StratumSums[],
): CountedSums | null {
  const numerator = total(sums, (one) => one[content.numerator]);
  const denominator = total(sums, (one) => {
    if (content.denominator === 'listed') return one.listed;
    if (content.denominator === 'count') return one.count;
    return one.consults === null ? null : one.count + one.consults;
  });
  if (numerator === null || denominator === null || !(denominator > 0)) return null;
  // a share above the whole is an error of the source, not a figure
  if (content.denominator !== 'listed' && numerator > denominator) return null;
  return { numerator, denominator };
}

/**
 * The one way in which a definition turns sums into a figure with its margin (models/mirror §1.2), for own figures and for
 * releases alike. Pure: at 95 %, by the interval method of the definition; counts below 10 get the exact interval.
 * Standardised only when source, list sizes and reference have the same strata, else crude.
 * @returns null where there is nothing to compute: no denominator, or a column the source does not have
 */
export function figureEstimate(
  content: MeasureContent,
  sums: readonly StratumSums[],
  reference: ReferenceRates | null = null,
): FigureEstimate | null {
  const counted = countedSums(content, sums);
  if (!counted) return null;
  const { numerator, denominator } = counted;
  const atRate = reference ? (denominator * reference.rate) / content.per : null;
  if (content.denominator !== 'listed') {
    const { p, interval } = proportion({ x: numerator, n: denominator });
    return {
      ...counted,
      ...withInterval(content, p * content.per, interval, content.per),
      expected: atRate,
      standardised: false,
    };
  }
  const strata =
    content.standardisation === 'none' ? null : matched(content, sums, reference?.strata ?? null);
  if (strata && reference && content.standardisation === 'indirect')
    return indirect(content, strata, reference, counted) ?? crude(content, counted, atRate);
  if (strata && content.standardisation === 'direct')
    return direct(content, strata, counted, atRate) ?? crude(content, counted, atRate);
  return crude(content, counted, atRate);
}

interface MatchedStratum {
  events: number;
  people: number;
  rate: number;
  share: number | null;
}

/** Own strata beside those of the reference; null when one side lacks a stratum that the other needs. */
function matched(
  content: MeasureContent,
  sums: readonly StratumSums[],
  reference: ReferenceRates['strata'],
): MatchedStratum[] | null {
  if (!reference) return null;
  const found: MatchedStratum[] = [];
  for (const one of sums) {
    const events = one[content.numerator] ?? 0;
    const people = one.listed ?? 0;
    if (people === 0 && events === 0) continue;
    const like = reference.find(({ sex, age }) => sex === one.sex && age === one.age);
    if (!like || people === 0 || (one.sex === '' && one.age === '')) return null;
    found.push({ events, people, rate: like.rate, share: like.share ?? null });
  }
  return found.length > 0 ? found : null;
}

/** O/E times the region's rate; E = Σ nᵢRᵢ from the released rates. */
function indirect(
  content: MeasureContent,
  strata: readonly MatchedStratum[],
  reference: ReferenceRates,
  counted: CountedSums,
): FigureEstimate | null {
  if (strata.every(({ rate }) => rate === 0)) return null;
  // released rates have two digits: as events among 10⁸ they are whole numbers
  const people = 1e8;
  const { expected, ratio, ratioInterval } = indirectlyStandardised({
    events: strata.map(({ events }) => events),
    pop: strata.map((one) => one.people),
    refEvents: strata.map(({ rate }) => Math.round((rate / content.per) * people)),
    refPop: strata.map(() => people),
    per: content.per,
  });
  return {
    ...counted,
    ...withInterval(content, ratio * reference.rate, ratioInterval, reference.rate),
    expected,
    standardised: true,
  };
}

function direct(
  content: MeasureContent,
  strata: readonly MatchedStratum[],
  counted: CountedSums,
  expected: number | null,
): FigureEstimate | null {
  if (strata.some(({ share }) => share === null)) return null;
  const { value, interval } = directlyStandardisedRate({
    events: strata.map(({ events }) => events),
    pop: strata.map(({ people }) => people),
    stdpop: strata.map(({ share }) => share as number),
    per: content.per,
  });
  if (value === null) return null; // below 10 events it would mislead
  return { ...counted, ...withInterval(content, value, interval, 1), expected, standardised: true };
}

function crude(content: MeasureContent, counted: CountedSums, expected: number | null): FigureEstimate {
  const { numerator, denominator } = counted;
  const factor = content.per / denominator;
  const interval =
    content.intervalMethod === 'exact-poisson'
      ? exactPoissonInterval(numerator)
      : numerator < BYAR_FROM
        ? countInterval(numerator)
        : byarInterval(numerator);
  return {
    ...counted,
    ...withInterval(content, numerator * factor, interval, factor),
    expected,
    standardised: false,
  };
}

function withInterval(
  content: MeasureContent,
  value: number,
  [low, high]: Interval,
  factor: number,
): Estimate {
  if (content.intervalMethod === 'none') return { value, low: null, high: null };
  return {
    value,
    low: low === null ? null : low * factor,
    high: high === null ? null : high * factor,
  };
}

/** Null as soon as one part is unknown: half a sum is no sum. */
function total<T>(rows: readonly T[], of: (row: T) => number | null): number | null {
  let sum: number | null = rows.length > 0 ? 0 : null;
  for (const row of rows) {
    const value = of(row);
    if (value === null || sum === null) return null;
    sum += value;
  }
  return sum;
}
