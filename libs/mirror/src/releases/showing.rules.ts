import type { MeasureContent } from '#libs/contracts';
import { allOrNothing, dominated, primarySensitive, rateInterval } from '#libs/disclosure';
import {
  figureEstimate,
  type FigureEstimate,
  type ReferenceRates,
  type StratumSums,
} from '../figures/estimate.rules.js';
import { LEAST_PRACTICES, regionalReference } from '../figures/reference.rules.js';
import { COUNT_FIELDS, type Field, type LedgerStatement, type SumOfAtoms } from './cells.rules.js';
import type { ExtraSecret } from './reading.rules.js';
import { ALL_ITEMS, sumOver, type ReleaseData } from './release-data.rules.js';

/** A reviewed definition as a release needs it. */
export interface ReleaseMeasure {
  id: string;
  code: string;
  number: string;
  content: MeasureContent;
}

/** One number that wants to be shown: shown whole, with all that it says, or not at all. */
export interface Showing {
  key: string;
  measure: string;
  item: string;
  /** Null for a figure over all practices. */
  practice: string | null;
  /** What is displayed, rounded as it will be. */
  value: number;
  /** Hidden for what it says itself. */
  sensitive: boolean;
  /** Among several ways out, those with a low one go first: shares, small items, all items together. */
  rank: number;
  /** How many it counts. */
  size: number;
  secrets: ExtraSecret[];
  /** What a displayed value says; asked of the candidate, and again of what was rendered. */
  says(displayed: number): LedgerStatement[];
}

const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor + 1e-9) / factor;
};

const FIELDS: Record<MeasureContent['numerator'], readonly Field[]> = {
  count: COUNT_FIELDS,
  urgent: ['urgent'],
  consults: ['consults'],
};
const EPSILON = 1e-6;

/**
 * A practice's figure as a group sees it. What it says: the counts that the displayed value allows, list sizes (and the make-up of the
 * list) being known to everybody, and counts below the smallest that is shown being known to be hidden. A share says that for
 * somebody who knows its denominator; so the denominator counts as told with it.
 * @returns null where the source lacks what it takes
 */
export function practiceShowing(
  data: ReleaseData,
  practice: string,
  measure: ReleaseMeasure,
  item: string,
  reference: ReferenceRates | null,
  policy: { minCell: number; smallDenominator: number },
  /** What is shown as a rate too, and so as 0 where it is 0. */
  rates: ReadonlySet<MeasureContent['numerator']>,
): Showing | null {
  const { content } = measure;
  const sums = data.sums.get(practice)?.get(item);
  const estimate = sums ? figureEstimate(content, sums, reference) : null;
  if (!estimate) return null;
  const { numerator, denominator } = estimate;
  const share = content.denominator !== 'listed';
  const sum = sumOver(data, [practice], item, FIELDS[content.numerator]);
  const key = `${measure.code}|${item}|${practice}`;
  const rest = share ? restOf(data, practice, item, content) : null;
  const small = (count: number): boolean => primarySensitive(count, policy);
  const all = share && allOrNothing(numerator, denominator, policy);
  return {
    key,
    measure: measure.code,
    item,
    practice,
    value: round(estimate.value, content.decimals),
    sensitive: small(numerator) || (share && (small(denominator - numerator) || small(denominator) || all)),
    rank: share ? 0 : item === ALL_ITEMS ? 2 : 1,
    size: numerator,
    secrets: all ? noneOf(content, numerator === 0 ? sum : null, rest, rates) : [],
    says: (displayed) => {
      const told = countsOf(
        displayed,
        content,
        estimate,
        factorOf(content, estimate, reference),
        policy.minCell,
      );
      const statements = [{ key, sum, ...told }];
      if (share) {
        const whole = sumOver(data, [practice], item, denominatorFields(content));
        statements.push({ key: `${key}|of`, sum: whole, lo: denominator, hi: denominator });
      }
      return statements;
    },
  };
}

const denominatorFields = (content: MeasureContent): Field[] =>
  content.denominator === 'count' ? [...COUNT_FIELDS] : [...COUNT_FIELDS, 'consults'];

/** What a share leaves: those in the denominator that are not in the numerator. */
function restOf(
  data: ReleaseData,
  practice: string,
  item: string,
  content: MeasureContent,
): SumOfAtoms | null {
  const fields = denominatorFields(content).filter((field) => !FIELDS[content.numerator].includes(field));
  return fields.length === 0 ? null : sumOver(data, [practice], item, fields);
}

/** What a practice's figure displays in a group: rounded as its definition says; null where the source lacks what it takes. */
export function displayedValue(
  content: MeasureContent,
  sums: readonly StratumSums[],
  reference: ReferenceRates | null,
): number | null {
  const estimate = figureEstimate(content, sums, reference);
  return estimate ? round(estimate.value, content.decimals) : null;
}

/** That nobody is in a part of a small whole is a secret, unless a rate of 0 says so anyway. */
function noneOf(
  { numerator, denominator }: MeasureContent,
  sum: SumOfAtoms | null,
  rest: SumOfAtoms | null,
  rates: ReadonlySet<MeasureContent['numerator']>,
): ExtraSecret[] {
  const said = sum ? rates.has(numerator) : denominator === 'count-and-consults' && rates.has('count');
  const none = sum ?? rest;
  return none && !said ? [{ sum: none, lower: 0, upper: 1 }] : [];
}

/** How much one more would add to the value. */
function factorOf(
  content: MeasureContent,
  estimate: FigureEstimate,
  reference: ReferenceRates | null,
): number {
  if (estimate.numerator > 0) return estimate.value / estimate.numerator;
  if (estimate.standardised && reference && estimate.expected) return reference.rate / estimate.expected;
  return content.per / estimate.denominator;
}

function countsOf(
  displayed: number,
  content: MeasureContent,
  estimate: FigureEstimate,
  factor: number,
  minCell: number,
): { lo: number; hi: number } {
  const { counts } = rateInterval(displayed, content.decimals, 1, 1 / factor);
  if (counts.hi < minCell) return { lo: 0, hi: 0 }; // what is smaller is never shown
  const most = content.denominator === 'listed' ? Infinity : estimate.denominator;
  return {
    lo: counts.lo <= 0 ? 0 : Math.max(counts.lo, minCell),
    hi: Math.min(counts.hi, most),
  };
}

/** A figure over the whole region, with its rates by stratum where they may go along; null where it would speak of too few. */
export function regionShowing(
  data: ReleaseData,
  measure: ReleaseMeasure,
  item: string,
  policy: { dominancePercent: number; coalition: number },
): { showing: Showing; reference: ReferenceRates } | null {
  const { content } = measure;
  const used = data.practices.filter((practice) =>
    figureEstimate(content, data.sums.get(practice)?.get(item) ?? [], null),
  );
  if (used.length < LEAST_PRACTICES) return null;
  const perPractice = used.map((practice) => data.sums.get(practice)?.get(item) ?? []);
  const reference = regionalReference(content, perPractice);
  if (!reference) return null;
  const estimates = perPractice.map((sums) => figureEstimate(content, sums, null) as FigureEstimate);
  const denominator = estimates.reduce((total, one) => total + one.denominator, 0);
  const numerators = estimates.map(({ numerator }) => numerator);
  const share = content.denominator !== 'listed';
  const sum = sumOver(data, used, item, FIELDS[content.numerator]);
  const key = `${measure.code}|${item}|region`;
  return {
    reference,
    showing: {
      key,
      measure: measure.code,
      item,
      practice: null,
      value: reference.rate,
      sensitive: dominated(numerators, policy),
      rank: share ? 0 : item === ALL_ITEMS ? 2 : 1,
      size: numerators.reduce((total, one) => total + one, 0),
      secrets: [],
      says: (displayed) => {
        const [low, high] = endsOfTwoDigits(displayed);
        const statements = [
          {
            key,
            sum,
            lo: Math.max(0, Math.ceil((low * denominator) / content.per - EPSILON)),
            hi: Math.floor((high * denominator) / content.per + EPSILON),
          },
        ];
        if (share) {
          const whole = sumOver(data, used, item, denominatorFields(content));
          statements.push({ key: `${key}|of`, sum: whole, lo: denominator, hi: denominator });
        }
        return statements;
      },
    },
  };
}

/** The values that two significant digits can stand for. */
export function endsOfTwoDigits(displayed: number): [number, number] {
  if (displayed === 0) return [0, 0];
  const unit = 10 ** (Math.floor(Math.log10(displayed) + 1e-12) - 1);
  // just below 1.0, 10, 100 the steps are ten times as small
  const below = Math.abs(displayed / unit - 10) < 1e-9 ? unit / 20 : unit / 2;
  return [displayed - below - 1e-12, displayed + unit / 2 + 1e-12];
}

/**
 * A point of the funnel: expected at the region's released rate, and the ratio. Both together give the exact count, so that is what it
 * says.
 */
export function funnelShowing(
  data: ReleaseData,
  practice: string,
  measure: ReleaseMeasure,
  item: string,
  reference: ReferenceRates,
  policy: { minCell: number },
): (Showing & { expected: number }) | null {
  const { content } = measure;
  const sums = data.sums.get(practice)?.get(item);
  const estimate = sums ? figureEstimate(content, sums, reference) : null;
  if (!estimate || content.denominator !== 'listed' || !estimate.expected) return null;
  const expected = Math.round(estimate.expected * 10) / 10;
  if (expected === 0) return null;
  const key = `${measure.code}|${item}|${practice}`;
  const sum = sumOver(data, [practice], item, FIELDS[content.numerator]);
  return {
    key,
    measure: measure.code,
    item,
    practice,
    expected,
    value: round(estimate.numerator / expected, 4),
    sensitive: estimate.numerator < policy.minCell,
    rank: item === ALL_ITEMS ? 2 : 1,
    size: estimate.numerator,
    secrets: [],
    says: (ratio) => {
      const count = Math.round(ratio * expected);
      return [{ key, sum, lo: count, hi: count }];
    },
  };
}
