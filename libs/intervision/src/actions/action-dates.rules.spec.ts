import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDay } from '#libs/platform';
import { endOfDay, nextActionReminder, reminderNow } from './action-dates.rules.js';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

describe('reminders of an action (SES-11)', () => {
  it.each([
    ['2027-02-09T20:00:00Z', '2027-03-09', '2027-03-06T07:00:00.000Z', 'some days before'],
    ['2027-03-06T07:00:00Z', '2027-03-09', '2027-03-09T07:00:00.000Z', 'then on the day'],
    ['2027-03-08T20:00:00Z', '2027-03-09', '2027-03-09T07:00:00.000Z', 'agreed on the evening before'],
    ['2027-03-09T07:00:00Z', '2027-03-09', null, 'and then no more'],
    ['2027-03-01T00:00:00Z', '2027-03-29', '2027-03-26T07:00:00.000Z', 'before the clock changes'],
    ['2027-03-27T00:00:00Z', '2027-03-29', '2027-03-29T06:00:00.000Z', 'after the clock changed'],
    ['2027-03-27T00:00:00Z', '2027-01-01', null, 'a day that is over'],
  ])('at %s for %s: %s, %s', (now, due, next, _why) => {
    expect(iso(nextActionReminder(due, new Date(now)))).toBe(next);
  });

  it('come at most twice, each later than the one before, and none after the day', () => {
    const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -5, max: 60 }), (start, ahead) => {
        const due = localDay(start, ahead);
        const moments: Date[] = [];
        for (let now = start; ;) {
          const next = nextActionReminder(due, now);
          if (!next) break;
          expect(next > now).toBe(true);
          expect(next < endOfDay(due)).toBe(true);
          moments.push(next);
          now = next;
        }
        expect(moments.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it.each([
    ['2027-03-08T23:30:00Z', '2027-03-09', 'today'],
    ['2027-03-07T12:00:00Z', '2027-03-09', 'soon'],
    ['2027-03-10T07:00:00Z', '2027-03-09', null],
  ])('at %s says of %s: %s', (now, due, says) => {
    expect(reminderNow(due, new Date(now))).toBe(says);
  });
});
