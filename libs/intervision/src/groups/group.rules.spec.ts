import { describe, expect, it } from '@jest/globals';
import {
  calendarEntry,
  localDay,
  meetingInstants,
  repairPlan,
  type ProposedGroup,
  type PublishedGroup,
} from './group.rules.js';

describe('the moment of a meeting (features 12)', () => {
  it.each([
    ['2027-02-09', '19:30', '2027-02-09T18:30:00.000Z'], // winter time
    ['2027-06-08', '19:30', '2027-06-08T17:30:00.000Z'], // summer time
    ['2027-03-27', '19:30', '2027-03-27T18:30:00.000Z'], // the evening before the clock goes forward
    ['2027-03-28', '19:30', '2027-03-28T17:30:00.000Z'], // the evening after
    ['2027-10-31', '19:30', '2027-10-31T18:30:00.000Z'], // the evening after it went back
  ])('on %s at %s is %s', (date, start, instant) => {
    expect(meetingInstants(date, start, '21:00').startsAt.toISOString()).toBe(instant);
  });

  it('keeps an hour and a half an hour and a half over a clock change', () => {
    const { startsAt, endsAt } = meetingInstants('2027-03-28', '01:30', '03:30');
    expect(endsAt.getTime() - startsAt.getTime()).toBe(60 * 60_000);
  });

  it('refuses a date that does not exist', () => {
    expect(() => meetingInstants('2027-02-30', '19:30', '21:00')).toThrow('2027-02-30');
  });

  it('knows the local day of an instant just after midnight', () => {
    expect(localDay(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  });
});

describe('the calendar entry of a group', () => {
  const group = {
    name: 'Groep 3',
    round: 'Intervisie 2027',
    theme: 'Kwetsbare ouderen thuis',
    calendarUid: 'g3@leerkring',
    calendarSequence: 4,
    startsAt: new Date('2027-02-09T18:30:00Z'),
    endsAt: new Date('2027-02-09T20:00:00Z'),
    timeZone: 'Europe/Amsterdam',
    location: null,
  };
  it('keeps its UID, also when it is called off for who leaves', () => {
    expect(calendarEntry(group)).toMatchObject({
      method: 'REQUEST',
      uid: 'g3@leerkring',
      sequence: 4,
      summary: 'Groep 3: Kwetsbare ouderen thuis',
    });
    expect(calendarEntry(group, 'CANCEL')).toEqual({ ...calendarEntry(group), method: 'CANCEL' });
  });
});

describe('what a repair changes (GRP-16)', () => {
  const published = (id: string, members: string[], own: Partial<PublishedGroup> = {}): PublishedGroup => ({
    id,
    themeId: 't',
    dateId: 'd',
    leaderPracticeId: members[0] ?? null,
    members,
    ...own,
  });
  const proposed = (
    publishedId: string | null,
    members: string[],
    own: Partial<ProposedGroup> = {},
  ): ProposedGroup => ({
    publishedId,
    number: 1,
    themeId: 't',
    dateId: 'd',
    leaderPracticeId: members[0] ?? null,
    members,
    ...own,
  });
  const groups = [published('g1', ['a', 'b', 'c', 'd']), published('g2', ['e', 'f', 'g', 'h'])];

  it('says nothing of a group in which nothing changes', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c', 'd']),
      proposed('g2', ['e', 'f', 'g', 'h', 'x']),
    ]);
    expect(plan.changed).toMatchObject([
      { joined: ['x'], left: [], stayed: ['e', 'f', 'g', 'h'], retyped: false },
    ]);
    expect([plan.founded, plan.ended]).toEqual([[], []]);
  });

  it('takes a practice that moves as one that leaves here and joins there', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c']),
      proposed('g2', ['e', 'f', 'g', 'h', 'd']),
    ]);
    expect(plan.changed).toMatchObject([
      { left: ['d'], joined: [], stayed: ['a', 'b', 'c'] },
      { left: [], joined: ['d'] },
    ]);
  });

  it('takes another leader, theme or date as a change', () => {
    for (const own of [{ leaderPracticeId: 'b' }, { themeId: 'other' }, { dateId: 'other' }])
      expect(
        repairPlan(groups.slice(0, 1), [proposed('g1', ['a', 'b', 'c', 'd'], own)]).changed,
      ).toMatchObject([{ joined: [], left: [], retyped: true }]);
  });

  it('founds what is new and ends what is not there any more', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c', 'd']),
      proposed(null, ['e', 'f', 'x', 'y']),
    ]);
    expect(plan.founded.map(({ members }) => members)).toEqual([['e', 'f', 'x', 'y']]);
    expect(plan.ended.map(({ id }) => id)).toEqual(['g2']);
    expect(plan.changed).toEqual([]);
  });
});
