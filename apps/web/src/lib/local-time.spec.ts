import { describe, expect, it } from '@jest/globals';
import { isPast, localTime, momentText, nextWorkday } from './local-time';

describe('local times of evaluations', () => {
  it('are those of the practices, in summer and in winter', () => {
    expect(localTime('2026-07-01T07:00:00Z')).toEqual({ date: '2026-07-01', time: '09:00' });
    expect(localTime('2026-12-31T23:30:00Z')).toEqual({ date: '2027-01-01', time: '00:30' });
  });

  it.each([
    ['a Sunday', '2026-11-22T10:00:00Z', '2026-11-23'],
    ['a Friday', '2026-11-27T10:00:00Z', '2026-11-30'],
    ['a Tuesday', '2026-11-24T10:00:00Z', '2026-11-25'],
    ['a Thursday that is a Friday here already', '2026-11-26T23:30:00Z', '2026-11-30'],
  ])('are proposed for the next working day after %s', (_day, now, date) => {
    expect(nextWorkday(Date.parse(now))).toEqual({ date, time: '09:00' });
  });

  it('are a moment only when both fields are whole', () => {
    expect(momentText({ date: '2026-11-23', time: '09:00' })).toBe('2026-11-23T09:00');
    expect(momentText({ date: '', time: '09:00' })).toBeNull();
    expect(momentText({ date: '2026-11-23', time: '' })).toBeNull();
  });

  it('know what has passed', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(isPast({ date: '2026-11-22', time: '10:59' }, now)).toBe(true);
    expect(isPast({ date: '2026-11-22', time: '11:00' }, now)).toBe(false);
  });
});
