import { describe, expect, it } from '@jest/globals';
import { sessionMoments } from './session-times.rules.js';

describe('when a session is', () => {
  const now = new Date('2027-01-10T11:00:00Z');
  const moments = (date: string, startTime: string, endTime: string) =>
    sessionMoments({ date, startTime, endTime }, now);

  it('is local time, on both sides of a change of the clock', () => {
    expect(moments('2027-03-26', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-26T15:30:00.000Z');
    expect(moments('2027-03-30', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-30T14:30:00.000Z');
    expect(moments('2027-03-28', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-28T14:30:00.000Z');
    expect(moments('2027-10-31', '16:30', '17:30').endsAt.toISOString()).toBe('2027-10-31T16:30:00.000Z');
  });

  it('is not at a time that the spring change of the clock skips, nor until one', () => {
    expect(() => moments('2027-03-28', '02:30', '03:30')).toThrow('session.times-skipped');
    expect(() => moments('2027-03-28', '01:30', '02:15')).toThrow('session.times-skipped');
    expect(moments('2027-03-28', '01:30', '03:00').endsAt.toISOString()).toBe('2027-03-28T01:00:00.000Z');
    expect(moments('2027-10-31', '02:30', '03:30').startsAt.toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it.each([
    ['2027-02-30', '16:30', '17:30', 'no-moment'],
    ['2027-03-02', '25:30', '17:30', 'no-moment'],
    ['2027-03-02', '17:30', '17:30', 'end'],
    ['2027-03-02', '08:00', '17:30', 'end'],
    ['2027-01-09', '16:30', '17:30', 'past'],
    ['2029-03-02', '16:30', '17:30', 'too-far'],
  ])('is not %s %s–%s', (date, start, end, reason) => {
    expect(() => moments(date, start, end)).toThrow(reason);
  });
});
