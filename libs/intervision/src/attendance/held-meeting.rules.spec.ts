import { describe, expect, it } from '@jest/globals';
import { heldTimes } from './held-meeting.rules.js';

const NOW = new Date('2027-02-09T20:10:00Z');
const held = (date: string, startTime = '19:30', endTime = '21:00') =>
  heldTimes({ date, startTime, endTime }, NOW, '2027-02-09');

describe('intervision that was held already (GRP-09)', () => {
  it.each([
    ['is over since ten minutes', '2027-02-09', '19:30', '21:00', null],
    ['goes on', '2027-02-09', '19:30', '21:30', 'inPast'],
    ['is still to come', '2027-02-10', '19:30', '21:00', 'inPast'],
    ['was in January of last year', '2026-01-01', '19:30', '21:00', null],
    ['was in a year that was reported long ago', '2025-12-31', '19:30', '21:00', 'tooLongAgo'],
    ['ends before it begins', '2027-02-01', '21:00', '19:30', 'afterStart'],
    ['ends when it begins', '2027-02-01', '19:30', '19:30', 'afterStart'],
    ['is on a day that there is not', '2027-02-30', '19:30', '21:00', 'isDate'],
  ])('%s', (_name, date, startTime, endTime, rule) => {
    const times = held(date, startTime, endTime);
    expect('wrong' in times ? times.wrong.rule : null).toBe(rule);
  });

  it('counts Dutch local times on both sides of a clock change', () => {
    expect(held('2026-03-28')).toMatchObject({ startsAt: new Date('2026-03-28T18:30:00Z') });
    expect(held('2026-03-30')).toMatchObject({ startsAt: new Date('2026-03-30T17:30:00Z') });
  });
});
