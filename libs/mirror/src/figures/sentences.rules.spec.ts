import { describe, expect, it } from '@jest/globals';
import type { GroupComparisonFigure, MeasureContent } from '#libs/contracts';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import { comparisonOf } from './own-figure.rules.js';
import { figureDetail, figureSentence, stratumWords } from './sentences.rules.js';

const content = (code: string): MeasureContent =>
  BUILT_IN_MEASURES.find((one) => one.code === code)?.content as MeasureContent;
const own = { value: 57, low: 48, high: 67 };
const derm = { name: 'Dermatologie' };

describe('the sentence above a figure (mockup 05)', () => {
  const cases: [string, 'group' | 'region', number, string, string][] = [
    [
      'VERW',
      'group',
      51,
      'Uw praktijk verwijst vaker naar Dermatologie dan uw groep. Het verschil past bij toeval.',
      'Your practice refers more often to Dermatologie than your group. The difference fits chance.',
    ],
    [
      'VERW',
      'region',
      40,
      'Uw praktijk verwijst vaker naar Dermatologie dan de regio. Het verschil is groter dan bij toeval past.',
      'Your practice refers more often to Dermatologie than the region. The difference is larger than fits chance.',
    ],
    [
      'VERW',
      'group',
      40,
      'Uw praktijk verwijst vaker naar Dermatologie dan uw groep. Het verschil is groter dan de marge van uw cijfer.',
      'Your practice refers more often to Dermatologie than your group. The difference is larger than the margin of your figure.',
    ],
    [
      'VERW',
      'region',
      57.2,
      'Uw praktijk verwijst ongeveer even vaak naar Dermatologie als de regio.',
      'Your practice refers about as often to Dermatologie as the region.',
    ],
    [
      'VERW',
      'region',
      70,
      'Uw praktijk verwijst minder vaak naar Dermatologie dan de regio. Het verschil is groter dan bij toeval past.',
      'Your practice refers less often to Dermatologie than the region. The difference is larger than fits chance.',
    ],
    [
      'VERW-SPOED',
      'region',
      51,
      'Uw praktijk verwijst een groter deel met spoed naar Dermatologie dan de regio. Het verschil past bij toeval.',
      'Your practice refers a larger part urgently to Dermatologie than the region. The difference fits chance.',
    ],
    [
      'MEEDENK',
      'region',
      60,
      'Uw praktijk vraagt minder vaak een meedenkconsult bij Dermatologie dan de regio. Het verschil past bij toeval.',
      'Your practice asks for an advice consult less often for Dermatologie than the region. The difference fits chance.',
    ],
    [
      'MEEDENK-AANDEEL',
      'region',
      60,
      'Uw praktijk kiest bij Dermatologie minder vaak een meedenkconsult in plaats van een verwijzing dan de regio. Het verschil past bij toeval.',
      'Your practice chooses an advice consult instead of a referral less often for Dermatologie than the region. The difference fits chance.',
    ],
    [
      'DIAG',
      'region',
      51,
      'Uw praktijk vraagt vaker Dermatologie aan dan de regio. Het verschil past bij toeval.',
      'Your practice requests Dermatologie more often than the region. The difference fits chance.',
    ],
  ];
  it.each(cases)('%s beside the %s at %d (MIR-08, MIR-09)', (code, to, value, nl, en) => {
    expect(figureSentence(content(code), derm, own, { with: to, value })).toEqual({ nl, en });
  });

  it('says nothing of chance without a margin, and compares with nothing where there is nothing (MIR-09)', () => {
    const bare = { value: 57, low: null, high: null };
    expect(figureSentence(content('VERW'), derm, bare, { with: 'region', value: 40 }).nl).toBe(
      'Uw praktijk verwijst vaker naar Dermatologie dan de regio.',
    );
    expect(figureSentence(content('VERW'), derm, own, null).nl).toBe(
      'Uw praktijk: 57 per 1.000 patiënten. Er is nog niets om naast te leggen.',
    );
  });

  it('names a measure of the region’s own by its title, and leaves out an item without name', () => {
    const owned = { ...content('VERW'), numerator: 'urgent' as const, title: { nl: 'Spoed', en: 'Urgent' } };
    expect(figureSentence(owned, derm, own, { with: 'region', value: 51 }).nl).toBe(
      'Spoed, Dermatologie: het cijfer van uw praktijk is hoger dan dat van de regio. Het verschil past bij toeval.',
    );
    expect(figureSentence(content('DIAG'), { name: '' }, own, { with: 'region', value: 51 }).nl).toBe(
      'Uw praktijk vraagt vaker onderzoek aan dan de regio. Het verschil past bij toeval.',
    );
    expect(figureSentence(content('VERW'), { name: '' }, own, { with: 'region', value: 51 }).nl).toBe(
      'Uw praktijk verwijst vaker dan de regio. Het verschil past bij toeval.',
    );
  });

  it('never calls a height good or bad, in any direction (MIR-08, field B5)', () => {
    for (const { content: one } of BUILT_IN_MEASURES)
      for (const value of [10, 57, 100]) {
        const { nl, en } = figureSentence(one, derm, own, { with: 'group', value });
        expect(`${nl} ${en}`).not.toMatch(
          /goed|slecht|beter|te (veel|vaak|hoog|laag)|good|bad|better|worse|too /i,
        );
      }
  });
});

describe('what the group is', () => {
  const group = (values: (number | null)[]): GroupComparisonFigure =>
    ({
      bars: [
        { label: 'Uw praktijk', practice: null, value: 57, own: true },
        ...values.map((value) => ({ label: 'A', practice: null, value, own: false })),
      ],
    }) as unknown as GroupComparisonFigure;
  const region = { value: 51 } as never;

  it('is the middle of at least three others that are shown, else the region (models/disclosure §2.6)', () => {
    expect(comparisonOf(group([63, 52, 44, null]), region)).toEqual({ with: 'group', value: 52 });
    expect(comparisonOf(group([63, 52, 44, 50]), region)).toEqual({ with: 'group', value: 51 });
    expect(comparisonOf(group([63, 52, null]), region)).toEqual({ with: 'region', value: 51 });
    expect(comparisonOf(null, region)).toEqual({ with: 'region', value: 51 });
    expect(comparisonOf(group([63]), null)).toBeNull();
  });
});

describe('the line under it', () => {
  it('gives the figure with its margin and what is missing (MIR-02)', () => {
    const about = {
      missingMonths: 3,
      months: 12,
      sourceChanged: true,
      standardised: true,
      complete: false,
      apart: false,
    };
    expect(figureDetail(content('VERW'), { value: 1057.4, low: 48, high: 67 }, about)).toEqual({
      nl: 'Uw praktijk: 1.057 per 1.000 patiënten, met een marge van 48 tot 67. Gecorrigeerd voor leeftijd en geslacht. Van deze 12 maanden ontbreken er 3. De cijfers zijn van voor het einde van de periode: er kan nog wat bijkomen. In deze periode veranderde de bron: lees het cijfer met voorbehoud.',
      en: 'Your practice: 1,057 per 1,000 patients, with a margin of 48 to 67. Corrected for age and sex. Of these 12 months 3 are missing. The figures are from before the end of the period: more may come in. The source changed in this period: read the figure with caution.',
    });
  });

  it('warns when the own figures are of another moment than those beside them (field B5)', () => {
    const about = { missingMonths: 0, months: 12, sourceChanged: false, standardised: false, complete: true };
    expect(figureDetail(content('VERW'), own, { ...about, apart: true }).nl).toContain(
      'vergelijk met voorbehoud',
    );
    expect(figureDetail(content('VERW'), own, { ...about, apart: false }).nl).not.toContain('voorbehoud');
  });

  it('names strata in words', () => {
    expect([stratumWords('M', '18-44').nl, stratumWords('V', '65+').en, stratumWords('', '0-17').nl]).toEqual(
      ['Mannen, 18 tot en met 44 jaar', 'Women, 65 years and over', '0 tot en met 17 jaar'],
    );
  });
});
