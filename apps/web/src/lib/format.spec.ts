import { describe, expect, it } from '@jest/globals';
import { calendarDay, formatIn, isoWeek } from './format';

const nl = formatIn('nl');
const en = formatIn('en');
/** 14 April 2026 is a Tuesday; 17:30 UTC is 19:30 in Amsterdam in summer. */
const evening = '2026-04-14T17:30:00Z';

describe('dates in Dutch', () => {
  it('writes day, date and time the way the house does', () => {
    expect(nl.dateTime(evening)).toBe('di 14 april 2026, 19.30 uur');
    expect(nl.date(evening)).toBe('di 14 april 2026');
    expect(nl.shortDate(evening)).toBe('14-04-2026');
    expect(nl.time('2026-01-05T08:05:00Z')).toBe('09.05 uur');
  });
  it('leaves the year out within the year, and keeps it outside', () => {
    expect(nl.day(evening, '2026-01-01T12:00:00Z')).toBe('di 14 april');
    expect(nl.day(evening, '2025-12-31T12:00:00Z')).toBe('di 14 april 2026');
    expect(nl.day('2025-12-31T23:30:00Z', '2026-03-01T12:00:00Z')).toBe('do 1 januari');
  });
  it('writes a period on one day with one word hour', () => {
    expect(nl.period(evening, '2026-04-14T19:00:00Z')).toBe('19.30–21.00 uur');
    expect(nl.period(evening, '2026-04-15T19:00:00Z')).toBe(
      'di 14 april 2026, 19.30 uur tot wo 15 april 2026, 21.00 uur',
    );
  });
  it('writes the local date and times of a meeting as they stand', () => {
    expect(nl.localDate('2027-02-09')).toBe('di 9 februari 2027');
    expect(nl.localDate('2026-03-29')).toBe('zo 29 maart 2026');
    expect(nl.clock('19:30', '21:00:00')).toBe('19.30–21.00 uur');
    expect(nl.clock('19:30:00', null)).toBe('19.30 uur');
    expect(en.clock('19:30', '21:00')).toBe('19:30–21:00');
  });
  it('writes two local times as one period', () => {
    expect(nl.hours('19:30', '21:00')).toBe('19.30–21.00 uur');
    expect(en.hours('19:30', '21:00')).toBe('19:30–21:00');
  });
  it('gives the three lines of a date tile without dots', () => {
    expect(nl.tile('2026-11-12T18:30:00Z')).toEqual({ weekday: 'do', day: '12', month: 'nov' });
    expect(nl.tile('2026-03-01T18:30:00Z')).toEqual({ weekday: 'zo', day: '1', month: 'mrt' });
  });
});

describe('dates in English', () => {
  it('writes day, date and time without commas inside the date', () => {
    expect(en.dateTime(evening)).toBe('Tue 14 April 2026, 19:30');
    expect(en.shortDate(evening)).toBe('14/04/2026');
    expect(en.period(evening, '2026-04-14T19:00:00Z')).toBe('19:30–21:00');
  });
});

describe('how long is left', () => {
  const now = '2026-11-04T09:00:00Z';
  it('counts calendar days in Amsterdam, not blocks of 24 hours', () => {
    expect(nl.left('2026-11-06T16:00:00Z', now)).toBe('nog 2 dagen');
    expect(nl.left('2026-11-05T23:30:00Z', now)).toBe('nog 2 dagen');
    expect(nl.left('2026-11-05T10:00:00Z', now)).toBe('morgen');
    expect(nl.left('2026-11-04T16:00:00Z', now)).toBe('vandaag');
    expect(en.left('2026-11-06T16:00:00Z', now)).toBe('2 days left');
    expect(en.left('2026-11-04T16:00:00Z', now)).toBe('today');
  });
  it('says what is late', () => {
    expect(nl.left('2026-11-03T16:00:00Z', now)).toBe('1 dag te laat');
    expect(nl.left('2026-11-04T08:00:00Z', now)).toBe('te laat');
    expect(en.left('2026-11-01T16:00:00Z', now)).toBe('3 days overdue');
  });
  it('warns from two days before', () => {
    expect(nl.urgency('2026-11-06T22:00:00Z', now)).toBe('soon');
    expect(nl.urgency('2026-11-07T08:00:00Z', now)).toBe('later');
    expect(nl.urgency('2026-11-04T08:59:00Z', now)).toBe('over');
  });
  it('says how long ago something was', () => {
    expect(nl.ago('2026-11-04T08:55:00Z', now)).toBe('5 minuten geleden');
    expect(nl.ago('2026-11-04T06:00:00Z', now)).toBe('3 uur geleden');
    expect(nl.ago('2026-11-03T06:00:00Z', now)).toBe('gisteren');
  });
});

describe('days and weeks', () => {
  it('keeps a day one day across both changes of the clock', () => {
    expect(calendarDay('2026-03-29T22:30:00Z') - calendarDay('2026-03-28T22:30:00Z')).toBe(2);
    expect(calendarDay('2026-10-26T12:00:00Z') - calendarDay('2026-10-25T12:00:00Z')).toBe(1);
  });
  it.each([
    ['2026-01-01T12:00:00Z', 2026, 1],
    ['2027-01-01T12:00:00Z', 2026, 53],
    ['2024-12-30T12:00:00Z', 2025, 1],
    ['2026-04-14T12:00:00Z', 2026, 16],
    ['1969-12-29T12:00:00Z', 1970, 1],
  ])('puts %s in week %s-%s of ISO 8601', (moment, year, week) => {
    expect(isoWeek(moment)).toEqual({ year, week });
  });
  it('refuses what is not a moment', () => {
    expect(() => nl.date('binnenkort')).toThrow('binnenkort');
  });
});

describe('numbers', () => {
  it('uses comma and dot the Dutch way', () => {
    expect(nl.number(1234.5)).toBe('1.234,5');
    expect(nl.number(3, 1)).toBe('3,0');
    expect(nl.percent(0.125, 1)).toBe('12,5 %');
    expect(en.number(1234.5)).toBe('1,234.5');
    expect(en.percent(0.125, 1)).toBe('12.5%');
  });
  it('shows a difference with its sign, none for nothing, and a true minus', () => {
    expect(nl.signed(0.8)).toBe('+0,8');
    expect(nl.signed(-0.4)).toBe('−0,4');
    expect(nl.signed(0)).toBe('0,0');
    expect(nl.signed(-0.04)).toBe('0,0');
  });
  it('knows one and many', () => {
    expect(nl.minutes(1)).toBe('1 minuut');
    expect(nl.minutes(9)).toBe('9 minuten');
    expect(en.minutes(1)).toBe('1 minute');
  });
  it('joins names as a sentence does', () => {
    expect(nl.list(['De Linde', 'De Kade', 'Oude Sluis'])).toBe('De Linde, De Kade en Oude Sluis');
  });
  it('writes the size of a file', () => {
    expect(nl.bytes(320)).toBe('1 kB');
    expect(nl.bytes(1_240_000)).toBe('1,2 MB');
  });
});
