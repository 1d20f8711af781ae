import { describe, expect, it } from '@jest/globals';
import type { MeasureContent } from '#libs/contracts';
import { BUILT_IN_MEASURES } from './built-in-measures.rules.js';
import { draftNumber, measureProblems, readMeasureContent, validCode } from './measure-content.rules.js';

const VERW = BUILT_IN_MEASURES[0]?.content as MeasureContent;
const refusal = (content: unknown): unknown => {
  try {
    readMeasureContent(content);
    return 'read';
  } catch (error) {
    return (error as { details: { fields: { field: string }[] } }).details.fields[0]?.field;
  }
};

describe('the measures that come with Leerkring', () => {
  it('are the six of the region, whole, in both languages, each with why, case mix and limitations (MIR-01, MIR-08)', () => {
    expect(BUILT_IN_MEASURES.map(({ code }) => code)).toEqual([
      'VERW',
      'VERW-SPOED',
      'MEEDENK',
      'MEEDENK-AANDEEL',
      'DIAG',
      'VOORSCHR',
    ]);
    for (const { code, content, reviewedOn, reviewBy } of BUILT_IN_MEASURES) {
      expect([code, measureProblems(content)]).toEqual([code, []]);
      expect(readMeasureContent(structuredClone(content))).toEqual(content);
      expect(content.caseMix.nl).toMatch(/leeftijd.*ziekten.*jaren/s);
      expect(content.direction.nl).toContain('geen norm');
      expect(reviewBy > reviewedOn).toBe(true);
    }
  });
});

describe('a definition', () => {
  const wrong: [string, object, string][] = [
    ['a field that does not exist', { extra: 1 }, 'content.extra'],
    ['one language only', { title: { nl: 'A' } }, 'content.title.en'],
    ['an unknown kind', { kind: 'vaccinations' }, 'content.kind'],
    ['a denominator of nothing', { per: 0 }, 'content.per'],
    ['half a decimal', { decimals: 1.5 }, 'content.decimals'],
    ['rules that every series breaks', { runRules: { shift: 2, trend: 6 } }, 'content.runRules.shift'],
    ['control characters', { why: { nl: 'a\u0000', en: 'b' } }, 'content.why.nl'],
    ['no list of limitations', { limitations: 'geen' }, 'content.limitations'],
  ];
  it.each(wrong)('is refused with %s, by its path', (_what, change, field) => {
    expect(refusal({ ...VERW, ...change })).toBe(field);
  });

  const incomplete: [string, Partial<MeasureContent>, string][] = [
    ['a text that is missing', { why: { nl: '', en: '' } }, 'text-missing'],
    ['a translation that is missing', { why: { nl: 'Daarom', en: '' } }, 'translation-missing'],
    ['no limitation', { limitations: [] }, 'limitations-missing'],
    [
      'a share of itself',
      { denominator: 'count', intervalMethod: 'wilson', standardisation: 'none' },
      'numerator-in-denominator',
    ],
    [
      'Byar on a share',
      { numerator: 'urgent', denominator: 'count', standardisation: 'none' },
      'interval-not-for-share',
    ],
    ['Wilson on a rate', { intervalMethod: 'wilson' }, 'interval-not-for-rate'],
    [
      'a standardised share',
      { numerator: 'urgent', denominator: 'count', intervalMethod: 'wilson' },
      'standardisation-not-for-share',
    ],
    ['list sizes as what is counted', { kind: 'list-sizes' }, 'kind-not-counted'],
  ];
  it.each(incomplete)('is kept from review by %s (MIR-02)', (_what, change, problem) => {
    expect(measureProblems({ ...VERW, ...change })).toContain(problem);
  });

  it('gets a new first number when it counts something else, and only then (models/mirror §2)', () => {
    expect(draftNumber(null, VERW)).toBe('1.0.0');
    const current = { number: '1.3.0', content: VERW };
    expect(draftNumber(current, { ...VERW, why: { nl: 'Anders', en: 'Else' } })).toBe('1.4.0');
    expect(draftNumber(current, { ...VERW, numeratorWords: { nl: 'iets anders', en: 'else' } })).toBe(
      '2.0.0',
    );
    expect(draftNumber(current, { ...VERW, runRules: { shift: 7, trend: 6 } })).toBe('2.0.0');
  });

  it('has a code of capitals, digits and dashes', () => {
    expect(['VERW-KNIE', 'A1'].every(validCode)).toBe(true);
    expect(['verw', 'VERW ', '-A', 'A--B', '', 'A'.repeat(31)].some(validCode)).toBe(false);
  });
});
