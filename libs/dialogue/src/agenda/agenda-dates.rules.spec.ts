import { describe, expect, it } from '@jest/globals';
import { dateFlags } from '#libs/practices';
import { checkedDate, deadlineOn, usualDates } from './agenda-dates.rules.js';

const at = (date: string, startTime = '19:30', endTime = '20:30') => ({ date, startTime, endTime });
const holiday = (date: string): boolean => dateFlags(date, 'midden').length > 0;

describe('dates of the agenda (DIA-01, DIA-04)', () => {
  it('proposes four Tuesdays of an hour that are no holiday', () => {
    expect(usualDates(2027, holiday, '2026-11-22')).toEqual([
      at('2027-02-09'),
      at('2027-04-13'),
      at('2027-09-14'),
      at('2027-11-09'),
    ]);
  });

  it('moves a date a week on that falls in a holiday, and proposes no day that passed', () => {
    expect(usualDates(2027, (date) => date === '2027-04-13', '2027-03-01').map(({ date }) => date)).toEqual([
      '2027-04-20',
      '2027-09-14',
      '2027-11-09',
    ]);
  });

  it.each([
    [at('2028-02-08')],
    [at('2027-02-30')],
    [at('2027-2-9')],
    [at('2027-02-09', '20:30', '19:30')],
    [at('2027-02-09', '19:30', '19:30')],
  ])('refuses %j in 2027', (wish) => {
    expect(() => checkedDate(wish, 2027)).toThrow('agenda.times-invalid');
  });

  it('refuses a time that the spring change of the clock skips', () => {
    expect(() => checkedDate(at('2027-03-28', '02:00', '03:00'), 2027)).toThrow('session.times-skipped');
    expect(checkedDate(at('2027-03-28', '03:00', '04:00'), 2027).startTime).toBe('03:00');
  });

  it('takes a deadline for the whole of its day, in summer and in winter', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(deadlineOn('2026-12-10', now).toISOString()).toBe('2026-12-10T22:59:00.000Z');
    expect(deadlineOn('2027-07-01', now).toISOString()).toBe('2027-07-01T21:59:00.000Z');
    expect(deadlineOn('2026-11-22', now).toISOString()).toBe('2026-11-22T22:59:00.000Z');
    expect(() => deadlineOn('2026-11-21', now)).toThrow('agenda.times-invalid');
    expect(() => deadlineOn('2029-11-21', now)).toThrow('agenda.times-invalid');
    expect(() => deadlineOn('2027-13-01', now)).toThrow('agenda.times-invalid');
  });
});
