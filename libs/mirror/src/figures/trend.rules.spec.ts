import { describe, expect, it } from '@jest/globals';
import type { MeasureContent } from '#libs/contracts';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import { breaksOf, extractDatesDiffer } from './comparability.rules.js';
import { firstDay, suppliedOf, type StandingSet } from './coverage.rules.js';
import { trendOf } from './trend.rules.js';

const VERW = BUILT_IN_MEASURES[0]?.content as MeasureContent;
const START = 2023 * 12;
const END = '2026-01-01';

/** A practice with these counts per month (or quarter), list sizes beside them. */
function supplied(
  counts: readonly (number | null)[],
  {
    months = 1,
    sizes = () => 2400,
    sources = () => 'a',
  }: {
    months?: number;
    sizes?: (at: number) => number;
    sources?: (at: number) => string;
  } = {},
) {
  const rows = counts.flatMap((count, at) =>
    count === null
      ? []
      : [
          {
            count,
            at,
            starts: firstDay(START + at * months),
            dataSetId: sources(at),
            months,
            sex: '',
            age: '',
          },
        ],
  );
  const ids = [...new Set(rows.map(({ dataSetId }) => dataSetId))];
  return suppliedOf({
    atoms: rows.map(({ at: _at, ...row }) => ({ ...row, urgent: null, consults: null })),
    listed: rows.map(({ at, count: _count, ...row }) => ({ ...row, listed: sizes(at) })),
    sets: ids.map((id): StandingSet => ({
      id,
      kind: 'referrals',
      source: { id: `source ${id}`, name: `Bron ${id}` },
      from: firstDay(START),
      toExclusive: END,
      approvedAt: '2026-01-20',
    })),
    listSets: [],
  });
}
const trend = (...parts: Parameters<typeof supplied>) =>
  trendOf(VERW, supplied(...parts), { toExclusive: END, definition: '1.0.0' });
const steady = (at: number): number => 10 + ((at * 7) % 5);
const months = (of: (at: number) => number | null): (number | null)[] =>
  Array.from({ length: 36 }, (_, at) => of(at));

describe('a trend', () => {
  it('has limits from twelve points on (models/mirror §1.5)', () => {
    const short = trend(months((at) => (at < 25 ? null : steady(at))));
    expect(short.chart).toBeNull();
    expect(short.sentence.nl).toBe(
      'Er zijn 11 punten. Vanaf 12 punten tekenen wij grenzen, tot die tijd zegt een verschil weinig.',
    );
    const enough = trend(months((at) => (at < 24 ? null : steady(at))));
    expect(enough.chart?.method).toBe('xmr');
    expect(enough.chart?.lower).toHaveLength(12);
  });

  it('uses Laney’s limits where denominators differ, and never draws below zero (models/mirror §1.5)', () => {
    const found = trend(months(steady), { sizes: (at) => 2300 + 10 * at });
    expect(found.chart?.method).toBe('laney-u');
    expect(found.points).toHaveLength(36);
    expect(found.chart?.lower.every((limit) => limit >= 0)).toBe(true);
    expect(found.sentence.nl).toBe('De cijfers blijven binnen de grenzen. De verschillen passen bij toeval.');
  });

  const last: [string, (at: number) => number, string][] = [
    [
      'above the limit',
      (at) => (at === 35 ? 60 : steady(at)),
      'De laatste maand ligt boven de grens. Kijk of daar een reden voor is.',
    ],
    [
      'below the limit',
      (at) => (at === 35 ? 0 : 30 + steady(at)),
      'De laatste maand ligt onder de grens. Kijk of daar een reden voor is.',
    ],
    [
      'at the end of a shift',
      (at) => (at >= 28 ? 14 + (at % 2) : 10 + 3 * (at % 2)),
      'De laatste punten liggen allemaal boven het gemiddelde. Dat past niet bij toeval.',
    ],
    [
      'at the end of a rise',
      (at) => (at >= 30 ? 9 + (at - 30) : 9 + 5 * (at % 2)),
      'De laatste punten stijgen steeds. Dat past niet bij toeval.',
    ],
    [
      'calm after a signal',
      (at) => (at === 9 ? 60 : steady(at)),
      'Eerder waren er punten die niet bij toeval passen. De laatste maand ligt binnen de grenzen.',
    ],
  ];
  it.each(last)('says so when the last point is %s (MIR-09)', (_where, of, sentence) => {
    expect(trend(months(of)).sentence.nl).toBe(sentence);
  });

  it('is drawn per quarter where months hold too little, or the source has quarters', () => {
    const few = trend(months((at) => at % 3));
    expect(few.points.map(({ months: length }) => length)).toEqual(Array.from({ length: 12 }, () => 3));
    expect(few.chart?.lower).toHaveLength(12);
    const quarters = trend(
      Array.from({ length: 12 }, (_, at) => 40 + (at % 3)),
      { months: 3 },
    );
    expect(quarters.points).toHaveLength(12);
    expect(quarters.points[0]).toMatchObject({
      from: '2023-01-01',
      months: 3,
      numerator: 40,
      denominator: 2400,
    });
  });

  it('begins anew where the source changes: nothing is computed over the break (models/mirror §1.1)', () => {
    const found = trend(
      months((at) => (at < 20 ? 40 : steady(at))),
      { sources: (at) => (at < 20 ? 'a' : 'b') },
    );
    expect(found.breaks).toEqual([
      { from: '2024-09-01', reason: expect.objectContaining({ nl: expect.stringContaining('Bron b') }) },
    ]);
    expect(found.chart?.lower).toHaveLength(16);
    expect(found.chart?.centre).toBeLessThan(6);
    expect(found.chart?.signals).toEqual([]);
  });

  it('has no value where the practice supplied nothing', () => {
    const found = trend(months((at) => (at === 30 ? null : steady(at))));
    expect(found.points[30]).toMatchObject({ value: null, numerator: null });
    expect(found.chart?.upper).toHaveLength(36);
    expect(trend([]).sentence.nl).toBe('Er zijn nog geen cijfers om door de tijd te volgen.');
  });
});

describe('what may be compared', () => {
  it('breaks at another definition and at another source, not at a month without figures', () => {
    const one = { definition: '1.0.0', source: { id: 'a', name: 'A' } };
    const breaks = breaksOf([one, { ...one, source: null }, one, { ...one, definition: '2.0.0' }]);
    expect(breaks.map(({ at, reason }) => [at, reason.nl])).toEqual([
      [3, 'Vanaf hier geldt definitie 2.0.0. Vergelijk niet met de cijfers ervoor.'],
    ]);
  });

  it('are extracts of one moment: a quarter apart is the most (field B5)', () => {
    expect(extractDatesDiffer(['2026-01-15', '2025-11-28'])).toBe(false);
    expect(extractDatesDiffer(['2026-01-15', '2025-09-28'])).toBe(true);
    expect(extractDatesDiffer(['2026-01-15'])).toBe(false);
  });
});
