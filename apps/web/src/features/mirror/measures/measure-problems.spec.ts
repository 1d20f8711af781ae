import { describe, expect, it } from '@jest/globals';
import type { MeasureContent } from '#libs/contracts';
import { numbersRight, over, problemsOf } from './measure-problems';

const both = (text: string) => ({ nl: text, en: text });
const complete: MeasureContent = {
  title: both('Verwijzingen'),
  kind: 'referrals',
  numerator: 'count',
  numeratorWords: both('verwijsbrieven'),
  denominator: 'listed',
  denominatorWords: both('ingeschreven patiënten'),
  per: 1000,
  decimals: 0,
  standardisation: 'indirect',
  intervalMethod: 'byar',
  why: both('Omdat'),
  direction: both('Er is geen norm'),
  caseMix: both('Leeftijd'),
  limitations: [both('Brieven per post tellen niet mee')],
  runRules: { shift: 8, trend: 6 },
};

describe('what keeps a definition from review', () => {
  it('is nothing when everything is said in both languages (MIR-02)', () => {
    expect(problemsOf(complete)).toEqual([]);
  });
  it('is a text that is missing, or one without its translation (MIR-02)', () => {
    expect(problemsOf({ ...complete, why: both(' ') })).toEqual(['text-missing']);
    expect(problemsOf({ ...complete, why: { nl: 'Omdat', en: '' } })).toEqual(['translation-missing']);
  });
  it('is a definition without anything that the figure does not say (MIR-02)', () => {
    expect(problemsOf({ ...complete, limitations: [] })).toEqual(['limitations-missing']);
    expect(problemsOf({ ...complete, limitations: [both('Kort')] })).toEqual(['limitations-missing']);
  });
  it('is a number that is none (MIR-02)', () => {
    expect(problemsOf({ ...complete, per: Number.NaN })).toEqual(['number-wrong']);
    expect(numbersRight({ ...complete, runRules: { shift: 2, trend: 6 } })).toBe(false);
  });
});

describe('another denominator', () => {
  it('makes a share of a rate, without standardisation and with the margin of a share (MIR-02)', () => {
    const share = over(complete, 'count');
    expect(share).toMatchObject({
      numerator: 'urgent',
      per: 100,
      standardisation: 'none',
      intervalMethod: 'wilson',
    });
    expect(problemsOf(share)).toEqual([]);
  });
  it('makes a rate of a share, with the margin of a count (MIR-02)', () => {
    const rate = over(over(complete, 'count-and-consults'), 'listed');
    expect(rate).toMatchObject({ per: 1000, intervalMethod: 'byar', standardisation: 'none' });
  });
  it('keeps a definition without a margin as it is (MIR-02)', () => {
    expect(over({ ...complete, intervalMethod: 'none' }, 'count').intervalMethod).toBe('none');
  });
});
