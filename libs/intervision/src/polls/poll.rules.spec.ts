import { describe, expect, it } from '@jest/globals';
import { deadlineFits, optionFault, stepsOf } from './poll.rules.js';

const now = new Date('2027-03-20T12:00:00Z');
const at = (date: string, startTime = '19:30', endTime = '21:00') => ({ date, startTime, endTime });

describe('a date that is asked for', () => {
  it.each([
    [at('2027-03-30'), null],
    [at('2027-03-20', '12:59'), 'past'], // 11:59 UTC
    [at('2027-03-20', '13:01'), null],
    [at('2027-03-30', '21:00', '21:00'), 'afterStart'],
    [at('2027-02-30'), 'isDate'],
    [at('2027-04-06'), 'twice'],
    [at('2027-04-06', '20:00'), null],
    [at('2027-03-28', '02:30', '04:00'), null], // skipped by the clock: an hour later
    [at('2027-10-31', '02:30', '04:00'), null], // comes twice: the first
  ])('%j: %s', (option, fault) => {
    expect(optionFault(option, [at('2027-04-06')], now)).toBe(fault);
  });

  it('is asked until before the last of them', () => {
    const options = [at('2027-03-30'), at('2027-04-06')];
    expect(deadlineFits(new Date('2027-04-06T17:29:59Z'), options, now)).toBe(true);
    expect(deadlineFits(new Date('2027-04-06T17:30:00Z'), options, now)).toBe(false);
    expect(deadlineFits(now, options, now)).toBe(false);
  });

  it('is reminded of at nine in the morning on both sides of a clock change, each day once', () => {
    expect(stepsOf(new Date('2027-03-29T15:00:00Z'), [3, 1, 3], now)).toEqual([
      { kind: 'remind', dueAt: new Date('2027-03-26T08:00:00Z') },
      { kind: 'remind', dueAt: new Date('2027-03-28T07:00:00Z') },
      { kind: 'close', dueAt: new Date('2027-03-29T15:00:00Z') },
    ]);
    expect(stepsOf(new Date('2027-03-21T15:00:00Z'), [7, 1], now).map(({ kind }) => kind)).toEqual(['close']);
  });
});
