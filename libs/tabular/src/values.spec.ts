import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  detectNumberStyle,
  parseAgb,
  parseBig,
  parseBoolean,
  parseDecimal,
  parseDutchDate,
  parseDutchInteger,
  parseEmail,
  parsePostcode,
  parseQuarter,
  tabularSentence,
  type Parsed,
} from './index.js';

/** The value, or the code of the refusal. */
const told = <T>(parsed: Parsed<T>): T | string => (parsed.ok ? parsed.value : parsed.code);

describe('numbers', () => {
  it.each([
    ['3353', 3353],
    ['3.353', 3353],
    ['3.353,0', 3353],
    ['3353,0', 3353],
    ['3353.0', 3353],
    ['3 353', 3353],
    ['3\u00a0353', 3353],
    ['1.234.567', 1234567],
    ['-20', -20],
    ['\u221220', -20],
    ['0', 0],
    ['3,353', 'number.ambiguous'],
    ['3,5', 'number.not-whole'],
    ['3.35', 'number.not-whole'],
    ['1e3', 'number.invalid'],
    ['3353 patiënten', 'number.invalid'],
    ['1.2.3', 'number.invalid'],
    ['12 34', 'number.invalid'],
    ['', 'number.invalid'],
    ['99999999999999999999', 'number.not-whole'],
  ])('reads %j as whole number %s', (text, expected) => {
    expect(told(parseDutchInteger(text))).toBe(expected);
  });

  it.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['3.353', 3353],
    ['3,353', 3.353],
    ['69.93852', 69.93852],
    ['-0,5', -0.5],
    ['1.23,45', 'number.invalid'],
    ['1,2,3', 'number.invalid'],
    [',5', 'number.invalid'],
  ])('reads %j as decimal %s', (text, expected) => {
    expect(told(parseDecimal(text))).toBe(expected);
  });

  it('reads every number back from its Dutch text (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(99), (whole, cents) => {
        const text = `${whole.toLocaleString('nl-NL')},${String(cents).padStart(2, '0')}`;
        const expected = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        expect(told(parseDecimal(text))).toBe(expected);
      }),
    );
  });

  it('learns from the whole column whether a point is a decimal sign', () => {
    expect(detectNumberStyle(['27.500', '69.93'])).toBe('point');
    expect(told(parseDecimal('27.500', 'point'))).toBe(27.5);
    expect(detectNumberStyle(['3.353', '2.140'])).toBe('dutch');
    expect(detectNumberStyle(['3353,0', '12.5'])).toBe('dutch');
  });

  it('reads ja and nee in their spellings', () => {
    expect(['ja', 'X', 'WAAR', 'nee', 'false', 'misschien'].map((t) => told(parseBoolean(t)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      'boolean.invalid',
    ]);
  });
});

describe('dates and quarters', () => {
  it.each([
    ['09-02-2027', '2027-02-09'],
    ['9/2/27', '2027-02-09'],
    ['9.2.2027', '2027-02-09'],
    ['2027-02-09', '2027-02-09'],
    ['2027-02-09T00:00:00', '2027-02-09'],
    ['20270209', '2027-02-09'],
    ['9 februari 2027', '2027-02-09'],
    ['dinsdag 9 feb. 2027', '2027-02-09'],
    ['1 mrt 2027', '2027-03-01'],
    ['01SEP2017', '2017-09-01'],
    ['31-12-99', '1999-12-31'],
    ['29-02-2028', '2028-02-29'],
    ['29-02-2027', 'date.does-not-exist'],
    ['04/23/2027', 'date.does-not-exist'],
    ['9-2/2027', 'date.invalid'],
    ['februari 2027', 'date.invalid'],
    ['46427', 'date.invalid'],
  ])('reads %j as %s', (text, expected) => {
    expect(told(parseDutchDate(text))).toBe(expected);
  });

  it.each([
    ['2024-Q1', '2024-Q1'],
    ['2024 kwartaal 1', '2024-Q1'],
    ['Q1 2024', '2024-Q1'],
    ['q1-2024', '2024-Q1'],
    ['1e kwartaal 2024', '2024-Q1'],
    ['eerste kwartaal van 2024', '2024-Q1'],
    ['2024K1', '2024-Q1'],
    ['2024-K4', '2024-Q4'],
    ['K3 2024', '2024-Q3'],
    ['kw. 2 2024', '2024-Q2'],
    ["Q2 '24", '2024-Q2'],
    ['kwartaal IV 2024', '2024-Q4'],
    ['2024, 3e kwartaal', '2024-Q3'],
    ['01-07-2018', '2018-Q3'],
    ['2024-10-01', '2024-Q4'],
    ['15-07-2018', 'quarter.not-a-start'],
    ['2024-Q5', 'quarter.invalid'],
    ['2024/1', 'quarter.invalid'],
    ['2024', 'quarter.invalid'],
    ['Q1', 'quarter.invalid'],
    ['kwartaal 12024', 'quarter.invalid'],
  ])('reads %j as quarter %s (PRG-01)', (text, expected) => {
    expect(told(parseQuarter(text))).toBe(expected);
  });
});

describe('codes', () => {
  it.each([
    ['01075954', '01075954'],
    [' 0107 5954 ', '01075954'],
    ["'01075954", '01075954'],
    ['="01075954"', '01075954'],
    ['1230467', 'agb.digits'],
    ['0109 88', 'agb.digits'],
    ['010759541', 'agb.digits'],
    ['0107595A', 'agb.digits'],
    ['01.075.954', 'agb.characters'],
    ['onbekend', 'agb.characters'],
  ])('reads AGB %j as %s (ORG-01)', (text, expected) => {
    expect(told(parseAgb(text))).toBe(expected);
  });

  it('explains the zero that a number cell lost, and pads nothing', () => {
    const parsed = parseAgb('1075954', true);
    expect(parsed).toMatchObject({ ok: false, code: 'agb.zero-lost', details: { count: 7 } });
    if (!parsed.ok)
      expect(tabularSentence(parsed.code, parsed.details, 'nl')).toContain('de nul vooraan weggelaten');
    expect(told(parseBig('09012345678'))).toBe('09012345678');
    expect(told(parseBig('9012345678', true))).toBe('big.zero-lost');
  });

  it.each([
    ['38 11AB', '3811 AB'],
    ['3811ab', '3811 AB'],
    ['NL-3811 AB', '3811 AB'],
    ['3811', 'postcode.invalid'],
    ['0811 AB', 'postcode.invalid'],
    ['3811 SS', 'postcode.invalid'],
    ['HD5 8DY', 'postcode.invalid'],
  ])('reads postcode %j as %s', (text, expected) => {
    expect(told(parsePostcode(text))).toBe(expected);
  });

  it.each([
    ['houder@praktijk-01.example', 'houder@praktijk-01.example'],
    ["o'brien+x@sub.domein.nl", "o'brien+x@sub.domein.nl"],
    ['houder(at)praktijk', 'email.invalid'],
    ['a@b', 'email.invalid'],
    ['a@@b.nl', 'email.invalid'],
    ['a@b.nl; c@d.nl', 'email.invalid'],
    ['a..b@c.nl', 'email.invalid'],
    ['a@-b.nl', 'email.invalid'],
  ])('reads e-mail %j as %s', (text, expected) => {
    expect(told(parseEmail(text))).toBe(expected);
  });

  it('takes no time over a hostile address or number', () => {
    expect(told(parseEmail(`${'a.'.repeat(20_000)}@${'b.'.repeat(20_000)}`))).toBe('email.invalid');
    expect(told(parseDecimal('1 '.repeat(20_000)))).toBe('number.invalid');
  });
});
