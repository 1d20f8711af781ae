import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { HolidayRegion } from '#libs/contracts';
import { dateFlags } from './date-flags.rules.js';
import { easterSunday, publicHolidays } from './public-holidays.rules.js';
import { schoolHolidays, schoolHolidaysKnownUntil } from './school-holidays.rules.js';

const named = (year: number, nl: string): string | undefined =>
  publicHolidays(year).find((holiday) => holiday.name.nl.startsWith(nl))?.date;

describe('public holidays (features 13)', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('knows when Easter is in %i', (year, date) => {
    expect(easterSunday(year).toISODate()).toBe(date);
  });

  it('counts Ascension and Whitsun from Easter', () => {
    expect(named(2027, 'Hemelvaartsdag')).toBe('2027-05-06');
    expect(named(2027, 'Eerste pinksterdag')).toBe('2027-05-16');
    expect(named(2027, 'Tweede pinksterdag')).toBe('2027-05-17');
  });

  it.each([
    [2025, '2025-04-26'],
    [2026, '2026-04-27'],
    [2031, '2031-04-26'],
  ])('celebrates King’s Day of %i never on a Sunday', (year, date) => {
    expect(named(year, 'Koningsdag')).toBe(date);
  });

  it('says that Bevrijdingsdag is not a day off for all (field B9)', () => {
    const notForAll = publicHolidays(2027).filter((holiday) => !holiday.dayOffForAll);
    expect(notForAll).toEqual([
      {
        date: '2027-05-05',
        name: {
          nl: 'Bevrijdingsdag (niet voor iedereen vrij)',
          en: 'Liberation Day (not a day off for all)',
        },
        dayOffForAll: false,
      },
    ]);
  });

  it('gives ten days a year, in order', () => {
    for (let year = 2025; year < 2035; year += 1) {
      const dates = publicHolidays(year).map((holiday) => holiday.date);
      expect(dates).toHaveLength(10);
      expect(dates).toEqual([...dates].sort());
    }
  });
});

describe('school holidays (features 13)', () => {
  it.each<HolidayRegion>(['noord', 'midden', 'zuid'])(
    'run from a Saturday to a Sunday and never overlap in %s',
    (region) => {
      const all = schoolHolidays(region);
      expect(all).toHaveLength(20);
      for (const [index, holiday] of all.entries()) {
        const from = DateTime.fromISO(holiday.from);
        const to = DateTime.fromISO(holiday.to);
        expect([from.weekday, to.weekday]).toEqual([6, 7]);
        const weeks = (to.diff(from, 'days').days + 1) / 7;
        expect(Math.round(weeks)).toBe({ Kerstvakantie: 2, Zomervakantie: 6 }[holiday.name.nl] ?? 1);
        expect(holiday.from > (all[index - 1]?.to ?? '')).toBe(true);
      }
    },
  );

  it.each<[string, HolidayRegion, string[]]>([
    ['2027-02-16', 'zuid', ['Voorjaarsvakantie']],
    ['2027-02-16', 'noord', []],
    ['2027-02-25', 'noord', ['Voorjaarsvakantie']],
    ['2027-02-25', 'midden', ['Voorjaarsvakantie']],
    ['2027-02-25', 'zuid', []],
    ['2026-08-20', 'zuid', ['Zomervakantie']],
    ['2026-08-20', 'noord', []],
    ['2028-07-13', 'midden', ['Zomervakantie']],
    ['2027-04-27', 'noord', ['Koningsdag', 'Meivakantie']],
    ['2026-12-26', 'midden', ['Tweede kerstdag', 'Kerstvakantie', 'Zaterdag']],
    ['2027-02-09', 'midden', []],
    ['2027-02-14', 'noord', ['Zondag']],
  ])('flags %s in %s with %j', (date, region, names) => {
    expect(dateFlags(date, region).map((flag) => flag.name.nl)).toEqual(names);
  });

  it('gives no school flag beyond the published years, and says until when it knows them', () => {
    expect(schoolHolidaysKnownUntil('midden')).toBe('2029-08-19');
    expect(dateFlags('2030-07-16', 'midden')).toEqual([]);
    expect(dateFlags('2030-05-05', 'midden').map((flag) => flag.kind)).toEqual(['public-holiday', 'weekend']);
  });
});
