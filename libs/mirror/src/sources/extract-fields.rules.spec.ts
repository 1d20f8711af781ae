import { describe, expect, it } from '@jest/globals';
import type { ExtractField, ExtractKind } from '#libs/contracts';
import { extract } from '../../fixtures/open-extracts.js';
import { columnsOf, headingsPrint, missingFields } from './extract-fields.rules.js';
import { firstRows, lookAt } from './look.rules.js';
import { isPersonal, personalContent, personalHeading } from './personal-columns.rules.js';

const fieldsOf = async (kind: ExtractKind, file: Buffer): Promise<Record<string, ExtractField>> => {
  const look = lookAt(kind, await firstRows(file), {});
  return Object.fromEntries(
    Object.entries(look.mapping).map(([at, field]) => [look.headings[Number(at)]!, field]),
  );
};

describe('recognising columns', () => {
  it('knows those of a Dutch referral extract', async () => {
    expect(await fieldsOf('referrals', extract('verwijzingen-8x17x8.csv'))).toEqual({
      'Praktijk AGB': 'practice',
      Periode: 'period',
      'Specialisme code': 'item',
      Specialisme: 'item-name',
      'Aantal verwijzingen': 'count',
      'Waarvan spoed': 'urgent',
      Meedenkconsulten: 'consults',
      'Ingeschreven patiënten (gemiddeld)': 'listed',
      Extractiedatum: 'extract-at',
    });
  });

  it('knows those of English list sizes and prescribing data', async () => {
    expect(await fieldsOf('list-sizes', extract('list-sizes-201709.csv'))).toEqual({
      EXTRACT_DATE: 'extract-at',
      ORG_CODE: 'practice',
      SEX: 'sex',
      AGE_GROUP_5: 'age',
      NUMBER_OF_PATIENTS: 'listed',
    });
    expect(await fieldsOf('prescriptions', extract('prescribing-rows-0212-201709.csv'))).toMatchObject({
      YEAR_MONTH: 'period',
      PRACTICE_NAME: 'practice-name',
      PRACTICE_CODE: 'practice',
      BNF_CODE: 'item',
      BNF_DESCRIPTION: 'item-name',
      ITEMS: 'count',
    });
  });

  it('knows a short Dutch list by other words and with a single column for the item', async () => {
    const file = Buffer.from(
      'AGB;Kwartaal;Vakgroep;Verwijzingen;Spoed\n01000001;2024 Q1;Dermatologie;5;1\n01000001;2024 Q2;Dermatologie;7;1\n',
    );
    expect(await fieldsOf('referrals', file)).toMatchObject({
      AGB: 'practice',
      Kwartaal: 'period',
      Verwijzingen: 'count',
      Spoed: 'urgent',
    });
  });

  it.each([
    ['referrals', ['practice', 'period', 'count'], []],
    ['referrals', ['period'], ['practice', 'count']],
    ['list-sizes', ['practice', 'extract-at', 'listed'], []],
    ['list-sizes', ['practice-name', 'count'], ['period', 'listed']],
  ] as [ExtractKind, ExtractField[], ExtractField[]][])('%s with %j lacks %j', (kind, fields, missing) => {
    expect(missingFields(kind, fields)).toEqual(missing);
  });

  it.each([
    [
      { A: 'practice', '1': 'period' },
      [
        ['practice', 0],
        ['period', 1],
      ],
    ],
    [{ A: 'practice', B: 'practice' }, null],
    [{ A: 'practice', '0': 'period' }, null],
    [{ A: 'practice', Z: 'period' }, null],
    [{ '9': 'practice' }, null],
    [{ A: 'shoe' }, null],
    [{ A: '__proto__' }, null],
  ])('puts %j on columns A, B and C', (chosen, expected) => {
    const columns = columnsOf('referrals', ['A', 'B', 'C'], chosen as unknown as Record<string, string>);
    expect(columns && [...columns].sort((a, b) => a[1] - b[1])).toEqual(expected);
  });

  it('knows headings again whatever their order', () => {
    expect(headingsPrint(['AGB-code', 'Periode'])).toBe(headingsPrint(['periode', 'agb code']));
    expect(headingsPrint(['AGB-code'])).not.toBe(headingsPrint(['Periode']));
  });
});

describe('columns of persons (models/security.md #18)', () => {
  it.each([
    'BSN',
    'Geboortedatum',
    'Geb. datum',
    'E-mail',
    'Telefoonnummer patiënt',
    'Patiëntnummer',
    'Naam; voornaam',
    'Toelichting huisarts',
    'Vrije tekst',
    'Free_text',
    'date_of_birth',
  ])('never reads %s', (heading) => {
    expect(personalHeading(heading)).not.toBeNull();
  });
  it.each([
    'Praktijk AGB',
    'Ingeschreven patiënten (gemiddeld)',
    'NUMBER_OF_PATIENTS',
    'Specialisme',
    'BNF_DESCRIPTION',
    'Periode',
    'AGE_GROUP_5',
    'Waarvan spoed',
    'PRACTICE_NAME',
  ])('reads %s', (heading) => {
    expect(personalHeading(heading)).toBeNull();
  });

  const many = (make: (k: number) => string): string[] => Array.from({ length: 40 }, (_, k) => make(k));
  it.each([
    ['citizen service numbers', many((k) => ['111222333', '123456782', '999990019'][k % 3]!)],
    ['dates of birth', many((k) => `${(k % 27) + 1}-0${(k % 9) + 1}-${1940 + k}`)],
    ['mail addresses', many((k) => `iemand${k}@post.example`)],
    ['sentences', many((k) => `Graag met spoed zien in verband met klachten sinds dag ${k}`)],
    ['one long text', [...many(() => 'x'), 'a'.repeat(200)]],
    ['phone numbers', many((k) => `Tel. 06-123456${10 + k}`)],
  ])('never reads a column of %s', (_what, values) => {
    expect(personalContent(values, 'item')).not.toBeNull();
  });
  it.each([
    ['AGB codes', many((k) => `0100${1000 + k}`), 'practice'],
    ['quarters', many((k) => `2024-K${(k % 4) + 1}`), 'period'],
    [
      'first days of months',
      many((k) => `01-${String((k % 12) + 1).padStart(2, '0')}-${2020 + (k % 5)}`),
      'period',
    ],
    [
      'specialisms',
      many((k) => ['Oogheelkunde', 'Interne geneeskunde', 'Maag-darm-leverziekten'][k % 3]!),
      'item-name',
    ],
    ['practices', many((k) => `Huisartsenpraktijk Jansen ${k}`), 'practice-name'],
    ['nothing', many(() => ''), 'item'],
  ] as const)('reads a column of %s', (_what, values, field) => {
    expect(personalContent(values, field)).toBeNull();
  });

  it('takes no item that is a number of a person', () => {
    expect(['111222333', '0310', '0212000B0AAAAAA', 'jan@post.example'].map(isPersonal)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
