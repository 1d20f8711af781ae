import { describe, expect, it } from '@jest/globals';
import type { MeasureContent } from '#libs/contracts';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import { figureEstimate, type StratumSums } from './estimate.rules.js';
import { regionalReference, twoDigits } from './reference.rules.js';

const content = (code: string, more: Partial<MeasureContent> = {}): MeasureContent => ({
  ...(BUILT_IN_MEASURES.find((one) => one.code === code)?.content as MeasureContent),
  ...more,
});
const whole = (more: Partial<StratumSums> = {}): StratumSums => ({
  sex: '',
  age: '',
  count: 137,
  urgent: 12,
  consults: 20,
  listed: 2480,
  ...more,
});
const stratum = (age: string, count: number, listed: number): StratumSums => ({
  sex: 'V',
  age,
  count,
  urgent: null,
  consults: null,
  listed,
});

describe('an estimate', () => {
  it('is a crude rate with Byar’s interval, as published (models/mirror §1.3)', () => {
    const found = figureEstimate(content('VERW'), [whole({ count: 65, listed: 1000 })]);
    expect(found).toMatchObject({ value: 65, numerator: 65, denominator: 1000, standardised: false });
    expect(found?.low).toBeCloseTo(50.1631877105, 8);
    expect(found?.high).toBeCloseTo(82.849138546, 8);
  });

  it('has the exact interval below ten events, and zero has an upper limit (models/mirror §1.2)', () => {
    const five = figureEstimate(content('VERW'), [whole({ count: 5, listed: 1000 })]);
    expect([five?.low, five?.high]).toEqual([expect.closeTo(1.62348639, 6), expect.closeTo(11.66833208, 6)]);
    const none = figureEstimate(content('VERW'), [whole({ count: 0, listed: 1000 })]);
    expect([none?.value, none?.low]).toEqual([0, 0]);
    expect(none?.high).toBeCloseTo(3.6889, 3);
  });

  it('is a share with Wilson’s interval (models/mirror §1.2)', () => {
    const found = figureEstimate(content('VERW-SPOED'), [whole({ count: 100, urgent: 10 })], {
      rate: 8,
      strata: null,
    });
    expect(found).toMatchObject({ value: 10, numerator: 10, denominator: 100, expected: 8 });
    expect([found?.low, found?.high]).toEqual([expect.closeTo(5.5229, 3), expect.closeTo(17.4366, 3)]);
    expect(figureEstimate(content('MEEDENK-AANDEEL'), [whole({ count: 80, consults: 20 })])?.value).toBe(20);
  });

  const nothing: [string, string, StratumSums[]][] = [
    ['nothing was supplied', 'VERW', []],
    ['there are no list sizes', 'VERW', [whole({ listed: null })]],
    ['nobody is registered', 'VERW', [whole({ listed: 0 })]],
    ['the extract does not know what is urgent', 'VERW-SPOED', [whole({ urgent: null })]],
    ['nothing was referred', 'VERW-SPOED', [whole({ count: 0, urgent: 0 })]],
    ['more is urgent than there is', 'VERW-SPOED', [whole({ count: 5, urgent: 6 })]],
    ['half of the strata lack the column', 'MEEDENK', [whole(), whole({ consults: null })]],
  ];
  it.each(nothing)('is none where %s (MIR-02)', (_why, code, sums) => {
    expect(figureEstimate(content(code), sums)).toBeNull();
  });

  it('is corrected indirectly by released rates: O/E times the region’s rate (models/mirror §1.2)', () => {
    const sums = [stratum('0-17', 10, 500), stratum('18-44', 30, 1000), stratum('65+', 60, 800)];
    const reference = {
      rate: 40,
      strata: [
        { sex: 'V', age: '0-17', rate: 20 },
        { sex: 'V', age: '18-44', rate: 25 },
        { sex: 'V', age: '65+', rate: 75 },
      ],
    };
    const found = figureEstimate(content('VERW'), sums, reference);
    // E = 500 × 0,020 + 1000 × 0,025 + 800 × 0,075 = 95
    expect(found).toMatchObject({ numerator: 100, standardised: true });
    expect(found?.expected).toBeCloseTo(95, 9);
    expect(found?.value).toBeCloseTo((100 / 95) * 40, 9);
    // crude 100 of 2300 reads higher: older patients explain a part of it
    expect(figureEstimate(content('VERW'), sums)?.value).toBeCloseTo(43.478, 3);
    const lacking = { ...reference, strata: reference.strata.slice(1) };
    expect(figureEstimate(content('VERW'), sums, lacking)).toMatchObject({ standardised: false });
    expect(figureEstimate(content('VERW', { standardisation: 'none' }), sums, reference)).toMatchObject({
      standardised: false,
      expected: 92,
    });
  });

  it('is corrected directly where the definition says so and shares were released (models/mirror §1.3)', () => {
    const sums = [stratum('0-64', 10, 1000), stratum('65+', 40, 500)];
    const reference = {
      rate: 30,
      strata: [
        { sex: 'V', age: '0-64', rate: 10, share: 0.75 },
        { sex: 'V', age: '65+', rate: 80, share: 0.25 },
      ],
    };
    const found = figureEstimate(content('VERW', { standardisation: 'direct' }), sums, reference);
    expect(found?.value).toBeCloseTo(1000 * (0.75 * 0.01 + 0.25 * 0.08), 9);
    expect(found?.standardised).toBe(true);
    const few = [stratum('0-64', 2, 1000), stratum('65+', 3, 500)];
    expect(figureEstimate(content('VERW', { standardisation: 'direct' }), few, reference)).toMatchObject({
      standardised: false,
    });
  });
});

describe('the rates of a region', () => {
  const practice = (young: number, old: number): StratumSums[] => [
    stratum('0-64', young, 1500),
    stratum('65+', old, 500),
  ];
  const many = (count: number): StratumSums[][] => Array.from({ length: count }, () => practice(20, 30));

  it('need ten practices and ten events (models/disclosure §2.3)', () => {
    expect(regionalReference(content('VERW'), many(9))).toBeNull();
    expect(
      regionalReference(
        content('VERW'),
        Array.from({ length: 10 }, () => [whole({ count: 0 })]),
      ),
    ).toBeNull();
    expect(regionalReference(content('VERW'), many(10))).toEqual({
      rate: 25,
      strata: [
        { sex: 'V', age: '0-64', rate: 13, share: 0.75 },
        { sex: 'V', age: '65+', rate: 60, share: 0.25 },
      ],
    });
  });

  it('keep their strata to themselves where one practice stands out in one, or a stratum holds nearly all', () => {
    const dominated = [...many(10).slice(1), practice(20, 2000)];
    expect(regionalReference(content('VERW'), dominated)).toMatchObject({ strata: null });
    const single = Array.from({ length: 10 }, () => practice(1, 60));
    expect(regionalReference(content('VERW'), single)).toMatchObject({ strata: null });
    expect(
      regionalReference(
        content('VERW'),
        Array.from({ length: 12 }, () => [whole()]),
      ),
    ).toMatchObject({ rate: 55, strata: null });
  });

  it('have two digits, so that no sum can be read from them (models/disclosure §2.3)', () => {
    expect([0, 0.123, 12.34, 987].map(twoDigits)).toEqual([0, 0.12, 12, 990]);
  });
});
