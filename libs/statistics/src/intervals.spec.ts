import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gammaQuantile, interpolatedBinomialQuantile, interpolatedPoissonQuantile } from './distributions.js';
import {
  byarInterval,
  countInterval,
  directlyStandardisedRate,
  exactPoissonInterval,
  indirectlyStandardised,
  meanEstimate,
  overdispersion,
  poissonFunnelLimit,
  proportion,
  wilsonInterval,
  type Interval,
} from './index.js';

const count = fc.oneof(fc.nat(50), fc.nat(1_000_000));
const level = fc.double({ min: 0.5, max: 0.9995, noNaN: true });

/** The wider level holds the narrower one, and both hold the estimate, but for rounding. */
function nested(estimate: number, narrow: Interval, wide: Interval): void {
  const speck = 1e-12 * (1 + Math.abs(estimate));
  const [low, high] = narrow.map(Number) as [number, number];
  const [lower, higher] = wide.map(Number) as [number, number];
  expect(lower).toBeLessThanOrEqual(low + speck);
  expect(low).toBeLessThanOrEqual(estimate + speck);
  expect(estimate).toBeLessThanOrEqual(high + speck);
  expect(high).toBeLessThanOrEqual(higher + speck);
}

/** A level halfway between this one and 1. */
const wider = (confidence: number): number => (1 + confidence) / 2;

describe('intervals of counts and shares', () => {
  it('reproduces the published intervals of PHEindicatormethods', () => {
    const near = (found: Interval, wanted: readonly number[]): void =>
      wanted.forEach((value, index) => expect(found[index]! / value).toBeCloseTo(1, 8));
    near(countInterval(65), [50.1631877105, 82.849138546]);
    near(countInterval(65, 0.998), [42.8802614715, 94.000290844]);
    near(countInterval(1045), [982.5932018073, 1110.331212986]);
    near(byarInterval(1), [0.0130721329, 5.563755582]);
    near(exactPoissonInterval(1), [0.025317808, 5.571643391]);
    near(exactPoissonInterval(5), [1.62348639, 11.66833208]);
    near(exactPoissonInterval(1045), [982.593709411, 1110.33077661]);
  });

  it('holds the count, and widens with the level', () => {
    fc.assert(
      fc.property(count, level, (x, confidence) => {
        nested(x, countInterval(x, confidence), countInterval(x, wider(confidence)));
      }),
    );
  });

  it('holds the share, stays within 0 and 1, and widens with the level', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        level,
        (n, part, confidence) => {
          const x = Math.floor(n * part);
          const wide = wilsonInterval(x, n, wider(confidence));
          nested(x / n, proportion({ x, n, confidence }).interval, wide);
          expect(wide[0]).toBeGreaterThanOrEqual(0);
          expect(wide[1]).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('agrees with Byar from some hundreds of events on, also where an expansion takes over', () => {
    for (const x of [1, 7, 6951, 25_140, 99_999, 100_001, 5e7]) {
      const [lower, upper] = exactPoissonInterval(x).map(Number) as [number, number];
      const [low, high] = byarInterval(x).map(Number) as [number, number];
      // Byar is known to be within a thousandth of the exact width from some tens of events on
      if (x > 100)
        expect(Math.abs(lower - low) + Math.abs(upper - high)).toBeLessThan(1e-3 * (upper - lower));
    }
    expect(gammaQuantile(0.975, 100_001) - gammaQuantile(0.975, 100_000)).toBeCloseTo(
      1 + 1.96 / (2 * Math.sqrt(1e5)),
      4,
    );
    for (const p of [1e-6, 0.025, 0.5, 0.999]) expect(gammaQuantile(p, 1)).toBeCloseTo(-Math.log1p(-p), 9);
  });

  it('gives a mean with Student intervals, and none for one value (SUR-08)', () => {
    expect(meanEstimate({ values: [7] })).toEqual({
      n: 1,
      mean: 7,
      median: 7,
      sd: null,
      interval: [null, null],
    });
    const { interval, sd } = meanEstimate({ values: [6, 7, 8, 9, 10] });
    expect(sd).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(interval[1]! - 8).toBeCloseTo((2.7764451051977987 * Math.sqrt(2.5)) / Math.sqrt(5), 9);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 60 }),
        level,
        (values, confidence) => {
          const { mean, interval: narrow } = meanEstimate({ values, confidence });
          nested(mean, narrow, meanEstimate({ values, confidence: wider(confidence) }).interval);
        },
      ),
    );
  });
});

describe('funnel limits', () => {
  /** The definition, summed term by term. */
  function byDefinition(p: number, masses: (r: number) => number): number {
    let below = 0;
    for (let r = 0; ; r += 1) {
      const mass = masses(r);
      if (below + mass >= p) return r - (below + mass - p) / mass;
      below += mass;
    }
  }
  const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1));

  it('interpolates the Poisson and the binomial law by definition', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.constantFrom(0.001, 0.025, 0.5, 0.975, 0.999),
        (mean, p) => {
          const wanted = byDefinition(p, (r) => Math.exp(r * Math.log(mean) - mean - logFactorial(r)));
          expect(interpolatedPoissonQuantile(p, mean)).toBeCloseTo(wanted, 6);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(0.001, 0.025, 0.5, 0.975, 0.999),
        (n, theta, p) => {
          const masses = (r: number): number =>
            Math.exp(
              logFactorial(n) -
                logFactorial(r) -
                logFactorial(n - r) +
                r * Math.log(theta) +
                (n - r) * Math.log(1 - theta),
            );
          expect(interpolatedBinomialQuantile(p, n, theta)).toBeCloseTo(byDefinition(p, masses), 6);
        },
      ),
    );
  });

  it('passes smoothly from summing to the expansion for large numbers', () => {
    for (const p of [0.001, 0.025, 0.975, 0.999]) {
      const step = interpolatedPoissonQuantile(p, 100_000.5) - interpolatedPoissonQuantile(p, 100_000);
      expect(step).toBeCloseTo(0.5, 2);
      const binomial = (n: number): number => interpolatedBinomialQuantile(p, n, 0.2);
      expect(binomial(625_001) - binomial(625_000)).toBeCloseTo(0.2, 2);
    }
  });

  it('narrows around 1 as more is expected', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 1e6, noNaN: true }), (E) => {
        expect(poissonFunnelLimit(2 * E, 0.999)).toBeLessThan(poissonFunnelLimit(E, 0.999));
        expect(poissonFunnelLimit(2 * E, 0.001)).toBeGreaterThan(poissonFunnelLimit(E, 0.001));
      }),
    );
  });
});

describe('standardisation', () => {
  const strata = fc.array(
    fc.record({
      events: fc.integer({ min: 1, max: 40 }),
      pop: fc.integer({ min: 50, max: 5000 }),
      ref: fc.integer({ min: 1, max: 900 }),
    }),
    { minLength: 10, maxLength: 16 },
  );

  it('equals the crude rate when the standard population has the shape of the own one', () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 0.1, max: 50, noNaN: true }), (bands, factor) => {
        const pop = bands.map((band) => band.pop);
        const found = directlyStandardisedRate({
          events: bands.map((band) => band.events),
          pop,
          stdpop: pop.map((n) => n * factor),
        });
        expect(found.value! / found.crude).toBeCloseTo(1, 10);
        nested(found.value!, found.interval, found.interval);
      }),
    );
  });

  it('widens the interval when one person has several events, and not when everybody has one', () => {
    const input = { events: [20, 30], pop: [300, 500], stdpop: [1, 2] };
    const plain = directlyStandardisedRate(input);
    const single = directlyStandardisedRate({ ...input, byFrequency: [{ frequency: 1, persons: [20, 30] }] });
    const double = directlyStandardisedRate({ ...input, byFrequency: [{ frequency: 2, persons: [10, 15] }] });
    expect(single.interval).toEqual(plain.interval);
    const width = ({ interval }: typeof plain): number => interval[1]! - interval[0]!;
    expect(width(double) / width(plain)).toBeCloseTo(Math.sqrt(2), 9);
  });

  it('gives no directly standardised rate below 10 events, but does give O/E', () => {
    const found = directlyStandardisedRate({ events: [4, 5], pop: [100, 200], stdpop: [1, 1] });
    expect(found).toMatchObject({
      value: null,
      interval: [null, null],
      totalEvents: 9,
      warnings: [{ code: 'too-few-events' }],
    });
    expect(
      indirectlyStandardised({ events: [4, 5], pop: [100, 200], refEvents: [4, 5], refPop: [100, 200] }),
    ).toMatchObject({
      ratio: 1,
      warnings: [{ code: 'few-events' }],
    });
  });

  it('gives the reference its own rate: O/E is 1 and the rate is crude', () => {
    fc.assert(
      fc.property(strata, (bands) => {
        const events = bands.map((band) => band.ref);
        const pop = bands.map((band) => band.pop);
        const found = indirectlyStandardised({ events, pop, refEvents: events, refPop: pop });
        expect(found.ratio).toBeCloseTo(1, 12);
        expect(found.isr / found.refRate).toBeCloseTo(1, 12);
        nested(found.ratio, found.ratioInterval, found.ratioInterval);
      }),
    );
  });
});

describe('overdispersion', () => {
  const E = Array.from({ length: 12 }, (_, index) => 20 + 5 * index);

  it('inflates nothing when the units differ by chance only', () => {
    const found = overdispersion({ O: E, E });
    expect(found.sqrtTransform).toMatchObject({ phi: 0, tau2: 0 });
    expect(found.sqrtTransform.zAdjustedAdditive).toEqual(found.sqrtTransform.z);
    expect(found.sqrtTransform.zAdjustedMultiplicative).toEqual(found.sqrtTransform.z);
    expect(found.warnings).toMatchObject([{ code: 'not-overdispersed' }]);
  });

  it('leaves out the logarithm when a unit has no events, and refuses fewer than 10 units', () => {
    const found = overdispersion({ O: [0, ...E.slice(1)], E });
    expect(found.logTransform).toBeNull();
    expect(found.warnings[0]).toMatchObject({ code: 'log-undefined', about: 'O[0]' });
    expect(() => overdispersion({ O: E.slice(0, 9), E: E.slice(0, 9) })).toThrow(
      'O: must hold at least 10 values, found 9.',
    );
  });
});
