import { byarInterval, BYAR_FROM, countInterval, fewEvents } from './counts.js';
import { StatisticsInputError } from './errors.js';
import { confidenceAt, COUNT, DENOMINATOR, numberAt, numbersAt } from './fields.js';
import { NO_INTERVAL, scaled, type Interval } from './interval.js';
import { warning, type StatisticsWarning } from './warnings.js';

/** Strata of one practice against a standard population; the lists run parallel. */
export interface DirectInput {
  events: readonly number[];
  /** people in the stratum (not 0) */
  pop: readonly number[];
  /** weights: the standard population of the stratum */
  stdpop: readonly number[];
  per?: number;
  confidence?: number;
  /**
   * When one person can have several events: the events split by how many their person had, each as a list
   * over the strata counting persons. Then the variance is inflated (PHEindicatormethods, `independent_events
   * = FALSE`).
   */
  byFrequency?: readonly { frequency: number; persons: readonly number[] }[];
}

export interface DirectRate {
  /** directly standardised rate; null below 10 events, where it would mislead */
  value: number | null;
  interval: Interval;
  crude: number;
  totalEvents: number;
  per: number;
  warnings: StatisticsWarning[];
}

/**
 * Directly standardised rate: per · Σ wᵢxᵢ/nᵢ / Σ wᵢ, with Dobson's interval DSR + √(Var/O) · (Byar(O) − O) ·
 * per and Var = Σ xᵢ(wᵢ/nᵢ)² / (Σ wᵢ)² (Dobson et al. 1991; PHEindicatormethods `calculate_dsr`).
 * @throws StatisticsInputError naming the offending value, `pop[3]` for instance
 */
export function directlyStandardisedRate(input: DirectInput): DirectRate {
  const events = numbersAt(input.events, 'events', COUNT);
  const like = { length: events.length, like: 'events' };
  const pop = numbersAt(input.pop, 'pop', DENOMINATOR, like);
  const stdpop = numbersAt(input.stdpop, 'stdpop', { min: 0 }, like);
  const weights = sum(stdpop);
  if (weights === 0) throw new StatisticsInputError('stdpop', 'must hold at least one weight above 0');
  const per = input.per === undefined ? 1000 : numberAt(input.per, 'per', { above: 0 });
  const confidence = confidenceAt(input.confidence);
  const totalEvents = sum(events);
  const crude = (totalEvents / sum(pop)) * per;
  if (totalEvents < BYAR_FROM) {
    const sentence = `Fewer than ${BYAR_FROM} events (${totalEvents}): no directly standardised rate is given.`;
    return {
      value: null,
      interval: NO_INTERVAL,
      crude,
      totalEvents,
      per,
      warnings: [warning('too-few-events', sentence)],
    };
  }
  const factor = (index: number): number => stdpop[index]! / pop[index]! / weights;
  const value = per * sum(events.map((count, index) => count * factor(index)));
  const variance = (counts: readonly number[]): number =>
    sum(counts.map((count, index) => count * factor(index) ** 2));
  let spread = variance(events);
  if (input.byFrequency) {
    spread = sum(
      input.byFrequency.map(({ frequency, persons }, index) => {
        const at = `byFrequency[${index}]`;
        const times = numberAt(frequency, `${at}.frequency`, { ...COUNT, min: 1 });
        return times ** 2 * variance(numbersAt(persons, `${at}.persons`, COUNT, like));
      }),
    );
  }
  const shrink = Math.sqrt(spread / totalEvents) * per;
  const [low, high] = byarInterval(totalEvents, confidence);
  const interval: Interval = [
    Math.max(0, value + shrink * (low! - totalEvents)),
    value + shrink * (high! - totalEvents),
  ];
  return { value, interval, crude, totalEvents, per, warnings: [] };
}

/** Strata of one practice against the rates of a reference, usually the region; the lists run parallel. */
export interface IndirectInput {
  events: readonly number[];
  pop: readonly number[];
  refEvents: readonly number[];
  refPop: readonly number[];
  per?: number;
  confidence?: number;
}

export interface IndirectRatio {
  observed: number;
  expected: number;
  /** O/E */
  ratio: number;
  ratioInterval: Interval;
  refRate: number;
  /** O/E × the reference's crude rate */
  isr: number;
  isrInterval: Interval;
  per: number;
  warnings: StatisticsWarning[];
}

/**
 * Indirect standardisation: E = Σ nᵢ·Rᵢ with the reference's rates Rᵢ, ratio O/E with the interval rule of
 * the count, and the indirectly standardised rate (O/E) · crude reference rate (PHEindicatormethods
 * `calculate_ISRatio`, `calculate_ISRate`).
 * @throws StatisticsInputError naming the offending value
 */
export function indirectlyStandardised(input: IndirectInput): IndirectRatio {
  const events = numbersAt(input.events, 'events', COUNT);
  const like = { length: events.length, like: 'events' };
  const pop = numbersAt(input.pop, 'pop', { min: 0 }, like);
  const refEvents = numbersAt(input.refEvents, 'refEvents', COUNT, like);
  const refPop = numbersAt(input.refPop, 'refPop', DENOMINATOR, like);
  const per = input.per === undefined ? 1000 : numberAt(input.per, 'per', { above: 0 });
  const confidence = confidenceAt(input.confidence);
  events.forEach((count, index) => {
    if (count > 0 && pop[index] === 0)
      throw new StatisticsInputError(
        `pop[${index}]`,
        `must be greater than 0 where there are events, found 0`,
      );
  });
  const expected = sum(pop.map((people, index) => (people * refEvents[index]!) / refPop[index]!));
  if (sum(pop) === 0) throw new StatisticsInputError('pop', 'must hold at least one value above 0');
  if (expected === 0)
    throw new StatisticsInputError('refEvents', 'expect no event at all, so there is no ratio');
  const observed = sum(events);
  const refRate = (sum(refEvents) / sum(refPop)) * per;
  const ratioInterval = scaled(countInterval(observed, confidence), 1 / expected);
  const ratio = observed / expected;
  return {
    observed,
    expected,
    ratio,
    ratioInterval,
    refRate,
    isr: ratio * refRate,
    isrInterval: scaled(ratioInterval, refRate),
    per,
    warnings: fewEvents(observed),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
