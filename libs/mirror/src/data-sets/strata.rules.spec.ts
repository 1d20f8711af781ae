import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandName, foldBands, parseAge, parseSex, STANDARD_BANDS, type AgeBand } from './strata.rules.js';
import { settleStrata, type StratumCount } from './stratum-levels.rules.js';

describe('sex and age', () => {
  it.each([
    ['M', 'M'],
    ['Man', 'M'],
    ['MALE', 'M'],
    ['v', 'V'],
    ['Vrouwen', 'V'],
    ['FEMALE', 'V'],
    ['ALL', ''],
    ['Totaal', ''],
    ['', ''],
    ['onbekend', null],
    ['X', null],
  ])('sex %j is %j', (text, expected) => {
    expect(parseSex(text)).toBe(expected);
  });

  it.each([
    ['0_4', '0-4'],
    ['5-9', '5-9'],
    ['10 t/m 14', '10-14'],
    ['0 tot 18', '0-17'],
    ['95+', '95+'],
    ['85 jaar en ouder', '85+'],
    ['>=65', '65+'],
    ['> 64', '65+'],
    ['<18', '0-17'],
    ['jonger dan 18 jaar', '0-17'],
    ['43', '43'],
    ['18-44 jaar', '18-44'],
  ])('age %j is %s', (text, expected) => {
    expect(bandName(parseAge(text) as AgeBand)).toBe(expected);
  });

  it.each(['9-5', '200', 'oud', '1990-01-01', '4,5'])('%j is no age', (text) => {
    expect(parseAge(text)).toBeNull();
  });
});

describe('folding age bands', () => {
  const band = (text: string): AgeBand => parseAge(text) as AgeBand;
  const folded = (texts: string[], own = texts): Record<string, string> =>
    Object.fromEntries(foldBands(texts.map(band), own.map(band)));
  const five = [
    '0-4',
    '5-9',
    '10-14',
    '15-19',
    '20-24',
    '25-29',
    '30-34',
    '35-39',
    '40-44',
    '45-49',
    '50-54',
    '55-59',
    '60-64',
    '65-69',
    '70+',
  ];

  it('puts five-year bands together where the borders allow it and keeps the others by name', () => {
    expect(folded(five)).toMatchObject({
      '0-4': '0-4',
      '15-19': '15-19',
      '20-24': '20-24',
      '45-49': '45-64',
      '60-64': '45-64',
      '65-69': '65+',
      '70+': '65+',
    });
  });

  it('never gives a part the name of the whole', () => {
    expect(folded(['0-4', '5-9'])).toEqual({ '0-4': '0-4', '5-9': '5-9' });
    expect(folded(['65-69', '75+'])).toEqual({ '65-69': '65-69', '75+': '75+' });
  });

  it('keeps the bands of a practice whose own go across a border', () => {
    expect(folded(['0-17', ...five], ['0-4', '15-19'])).toEqual({ '0-4': '0-4', '15-19': '15-19' });
    expect(folded(['0-9', '10-17', ...five], ['0-9'])).toEqual({ '0-9': '0-17' });
  });

  it('folds any cutting of the ages that keeps to the four borders into exactly the four', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 20 }), (cuts) => {
        const starts = [...new Set([0, 18, 45, 65, ...cuts])].sort((a, b) => a - b);
        const bands = starts.map((from, at): AgeBand => ({
          from,
          to: at + 1 < starts.length ? starts[at + 1]! - 1 : null,
        }));
        expect(new Set(foldBands(bands).values())).toEqual(new Set(STANDARD_BANDS.map(bandName)));
      }),
    );
  });
});

describe('totals beside their parts', () => {
  const one = (sex: 'M' | 'V' | '', age: string, value: number): StratumCount => ({
    stratum: { sex, age: age === '' ? null : (parseAge(age) as AgeBand) },
    values: [value, -1, 2],
  });
  const names = new Map([
    ['0-17', '0-17'],
    ['18+', '18+'],
  ]);

  it('counts the finest level once and compares the file’s own total with it', () => {
    const group = [
      one('', '', 11),
      one('M', '', 4),
      one('V', '', 6),
      one('M', '0-17', 1),
      one('M', '18+', 3),
      one('V', '0-17', 2),
      one('V', '18+', 4),
    ];
    const settled = settleStrata(group, names);
    expect(settled.kept.map(({ sex, age, values }) => `${sex} ${age} ${values[0]}`)).toEqual([
      'M 0-17 1',
      'M 18+ 3',
      'V 0-17 2',
      'V 18+ 4',
    ]);
    expect(settled.total).toEqual({ was: 11, is: 10 });
  });

  it.each([
    [[one('', '', 5)], [' 5']],
    [
      [one('', '', 5), one('M', '', 2), one('V', '', 3)],
      ['M 2', 'V 3'],
    ],
  ])('takes what there is (%#)', (group, expected) => {
    expect(settleStrata(group, names).kept.map(({ sex, values }) => `${sex} ${values[0]}`)).toEqual(expected);
  });

  it('counts nobody of bands that overlap', () => {
    const group = [one('V', '0-17', 2), one('V', '10-20', 4), one('V', '30+', 1)];
    const settled = settleStrata(group, names);
    expect([settled.overlapping.length, settled.kept.map((kept) => kept.age)]).toEqual([2, ['30+']]);
  });

  it('adds bands that fold together, and leaves unknown unknown', () => {
    const both = new Map([
      ['0-9', '0-17'],
      ['10-17', '0-17'],
    ]);
    expect(settleStrata([one('V', '0-9', 2), one('V', '10-17', 4)], both).kept).toMatchObject([
      { age: '0-17', values: [6, -1, 4] },
    ]);
  });
});
