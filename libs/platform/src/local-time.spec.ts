import { describe, expect, it } from '@jest/globals';
import { dayAt, daysOn, localDay, localInstant } from './local-time.js';

describe('local time in Europe/Amsterdam (D8)', () => {
  it.each([
    ['2027-02-09', '19:30', '2027-02-09T18:30:00.000Z'],
    ['2027-07-09', '19:30', '2027-07-09T17:30:00.000Z'],
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'], // skipped by the clock: an hour later
    ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'], // comes twice: the first
  ])('%s %s is %s', (date, time, instant) => {
    expect(localInstant(date, time).toISOString()).toBe(instant);
  });

  it.each(['2027-02-30', '2027-13-01', 'morgen'])('has no %s', (date) => {
    expect(() => localInstant(date, '09:00')).toThrow(/no moment/);
  });

  it('keeps the time of day over a change of the clock', () => {
    const start = localInstant('2027-03-30', '19:30');
    expect(daysOn(start, -7).toISOString()).toBe('2027-03-23T18:30:00.000Z');
    expect(dayAt(start, -28, '09:00').toISOString()).toBe('2027-03-02T08:00:00.000Z');
    expect(localDay(new Date('2027-03-27T23:30:00Z'))).toBe('2027-03-28');
  });
});
