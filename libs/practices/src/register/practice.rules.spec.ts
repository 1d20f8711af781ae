import { describe, expect, it } from '@jest/globals';
import { changedFields, normalisedPractice, waveName, waveNumber } from './practice.rules.js';

const refusal = (input: Parameters<typeof normalisedPractice>[0]): unknown => {
  try {
    return normalisedPractice(input);
  } catch (error) {
    return (error as { details: { fields: { field: string; rule: string }[] } }).details.fields[0];
  }
};

describe('what a person fills in of a practice', () => {
  it('gives back only what was given, in the register’s own form', () => {
    expect(
      normalisedPractice({
        agb: ' 0107 5954 ',
        name: ' De\tLinde ',
        postcode: '38 11ab',
        startQuarter: '1e kwartaal 2024',
        startWave: 'golf 2',
        street: '  ',
        listSize: 3353,
        motivation: null,
        solo: false,
      }),
    ).toEqual({
      agb: '01075954',
      name: 'De Linde',
      postcode: '3811 AB',
      startQuarter: '2024-Q1',
      startWave: 'Groep 2',
      street: null,
      listSize: 3353,
      motivation: null,
      solo: false,
    });
    expect(normalisedPractice({})).toEqual({});
  });

  it.each([
    [{ agb: '' }, 'agb', 'agb'],
    [{ agb: '1075954' }, 'agb', 'agb.digits'],
    [{ name: '' }, 'name', 'isNotEmpty'],
    [{ name: '...' }, 'name', 'isNotEmpty'],
    [{ name: '=1+1' }, 'name', 'formula'],
    [{ town: '@home' }, 'town', 'formula'],
    [{ district: 'a\u0007b' }, 'district', 'control'],
    [{ consultant: 'x'.repeat(201) }, 'consultant', 'maxLength'],
    [{ postcode: '0999 AB' }, 'postcode', 'postcode.invalid'],
    [{ startQuarter: '2024-Q5' }, 'startQuarter', 'quarter.invalid'],
    [{ startWave: 'laat' }, 'startWave', 'wave.invalid'],
    [{ listSize: 0 }, 'listSize', 'range'],
    [{ listSize: 100_001 }, 'listSize', 'range'],
    [{ listSize: 2400.5 }, 'listSize', 'range'],
    [{ motivation: 6 }, 'motivation', 'range'],
  ])('refuses %j', (input, field, rule) => {
    expect(refusal(input)).toEqual({ field, rule });
  });

  it('reads back the wave it wrote (ORG-18)', () => {
    for (const wave of [1, 12]) expect(waveNumber(waveName(wave))).toBe(wave);
    expect([waveNumber('0'), waveNumber('Pilot'), waveNumber(null), waveName(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('names the fields that differ', () => {
    expect(changedFields({ town: 'A', district: null }, { town: 'B', district: null })).toEqual(['town']);
  });
});
