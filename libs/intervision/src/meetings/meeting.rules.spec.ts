import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarEntry, isComing, meetingInstants } from './meeting.rules.js';

describe('the moment of a meeting (features 12)', () => {
  it.each([
    ['2027-02-09', '19:30', '2027-02-09T18:30:00.000Z'], // winter time
    ['2027-06-08', '19:30', '2027-06-08T17:30:00.000Z'], // summer time
    ['2027-03-27', '19:30', '2027-03-27T18:30:00.000Z'], // the evening before the clock goes forward
    ['2027-03-28', '19:30', '2027-03-28T17:30:00.000Z'], // the evening after
    ['2027-10-31', '19:30', '2027-10-31T18:30:00.000Z'], // the evening after it went back
  ])('on %s at %s is %s', (date, startTime, instant) => {
    expect(meetingInstants({ date, startTime, endTime: '21:00' }).startsAt.toISOString()).toBe(instant);
  });

  it('keeps an hour and a half an hour and a half over a clock change', () => {
    const { startsAt, endsAt } = meetingInstants({
      date: '2027-03-28',
      startTime: '01:30',
      endTime: '03:30',
    });
    expect(endsAt.getTime() - startsAt.getTime()).toBe(60 * 60_000);
  });

  it('refuses a date that does not exist', () => {
    expect(() => meetingInstants({ date: '2027-02-30', startTime: '19:30', endTime: '21:00' })).toThrow(
      '2027-02-30',
    );
  });

  it('is coming until it is over, and as long as its date is asked for', () => {
    const now = new Date('2027-02-09T20:00:00Z');
    expect(isComing({ state: 'planned', endsAt: new Date('2027-02-09T20:00:01Z') }, now)).toBe(true);
    expect(isComing({ state: 'planned', endsAt: now }, now)).toBe(false);
    expect(isComing({ state: 'polling', endsAt: null }, now)).toBe(true);
    for (const state of ['closed', 'cancelled'])
      expect(isComing({ state, endsAt: new Date('2027-03-09T20:00:00Z') }, now)).toBe(false);
  });
});

describe('the calendar entry of a meeting', () => {
  const meeting = {
    title: 'Kwetsbare ouderen thuis',
    calendarUid: 'g3@leerkring',
    calendarSequence: 4,
    startsAt: new Date('2027-02-09T18:30:00Z'),
    endsAt: new Date('2027-02-09T20:00:00Z'),
    timeZone: 'Europe/Amsterdam',
    location: null,
    meetingLink: null,
  };
  const around = { group: 'Groep 3', round: 'Intervisie 2027' };

  it('keeps its UID, also when it is called off for who leaves', () => {
    expect(calendarEntry(meeting, around)).toMatchObject({
      method: 'REQUEST',
      uid: 'g3@leerkring',
      sequence: 4,
      summary: 'Groep 3: Kwetsbare ouderen thuis',
    });
    expect(calendarEntry(meeting, around, 'CANCEL')).toEqual({
      ...calendarEntry(meeting, around),
      method: 'CANCEL',
    });
  });

  it('has the link where there is no place, and is called by its title outside a group (GRP-09)', () => {
    const link = 'https://teams.example/abc';
    expect(calendarEntry({ ...meeting, meetingLink: link }, { group: null, round: null })).toMatchObject({
      summary: 'Kwetsbare ouderen thuis',
      location: link,
      description: link,
    });
    expect(calendarEntry({ ...meeting, meetingLink: link, location: 'De Linde' }, around)).toMatchObject({
      location: 'De Linde',
      description: `Intervisie 2027\n${link}`,
    });
  });

  it('is none as long as there is no date', () => {
    expect(calendarEntry({ ...meeting, startsAt: null, endsAt: null }, around)).toBeNull();
  });

  it('never changes its UID, whatever else changes of the meeting', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: fc.string({ minLength: 1 }),
          calendarSequence: fc.nat(),
          startsAt: fc.date({ noInvalidDate: true }),
          location: fc.option(fc.string()),
          meetingLink: fc.option(fc.webUrl()),
        }),
        (change) => {
          const entry = calendarEntry({ ...meeting, ...change }, around);
          expect([entry?.uid, entry?.sequence]).toEqual([meeting.calendarUid, change.calendarSequence]);
        },
      ),
    );
  });
});
