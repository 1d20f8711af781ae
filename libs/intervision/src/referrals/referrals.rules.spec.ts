import { describe, expect, it } from '@jest/globals';
import { mondayOf, weekOf } from '#libs/contracts';
import { courseSeries, courseWeeks, goalView, timeOutCount, type WeekCount } from './course.rules.js';
import { actionReminder, isMomentDay, nextMoment, nextReminder } from './moments.rules.js';

describe('weeks', () => {
  it.each([
    ['2026-11-22', '2026-W47', '2026-11-16'],
    ['2026-12-31', '2026-W53', '2026-12-28'],
    ['2027-01-03', '2026-W53', '2026-12-28'],
    ['2027-01-04', '2027-W01', '2027-01-04'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
  ])('puts %s in %s', (date, week, monday) => {
    expect(weekOf(date)).toBe(week);
    expect(mondayOf(week)).toBe(monday);
  });
  it.each(['2025-W53', '2026-W00', '2026-W54', 'x', '2026-47'])('knows no week %s', (week) =>
    expect(mondayOf(week)).toBeNull(),
  );
});

describe('the rhythm of a practice (REF-01, 02)', () => {
  const weekly = { form: 'weekly' as const, weekday: 2, fromWeek: null, time: '12:30', remind: true };
  const daily = { form: 'daily' as const, weekday: null, fromWeek: null, time: '11:45', remind: false };
  const selected = {
    form: 'selected' as const,
    weekday: 4,
    fromWeek: '2026-11-16',
    time: '12:30',
    remind: true,
  };

  it('meets weekly on its day, daily on working days, and every three weeks from its week on', () => {
    expect(['2026-11-23', '2026-11-24', '2026-12-01'].map((day) => isMomentDay(weekly, day))).toEqual([
      false,
      true,
      true,
    ]);
    expect(['2026-11-20', '2026-11-21', '2026-11-23'].map((day) => isMomentDay(daily, day))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      ['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10'].map((day) => isMomentDay(selected, day)),
    ).toEqual([true, false, false, true]);
  });

  it('reminds in the morning of the day, and never of what is off', () => {
    const now = new Date('2026-11-22T20:00:00Z');
    expect(nextReminder(weekly, now)).toEqual(new Date('2026-11-24T06:00:00Z'));
    expect(nextReminder(weekly, new Date('2026-11-24T06:00:00Z'))).toEqual(new Date('2026-12-01T06:00:00Z'));
    expect(nextReminder(daily, now)).toBeNull();
    expect(nextMoment(daily, now)).toEqual(new Date('2026-11-23T10:45:00Z'));
    expect(nextMoment(selected, now)).toEqual(new Date('2026-12-10T11:30:00Z'));
  });

  it('reminds of an action on its day, not of one that is over', () => {
    const now = new Date('2026-11-22T20:00:00Z');
    expect(actionReminder('2026-11-25', now)).toEqual(new Date('2026-11-25T06:00:00Z'));
    expect(actionReminder('2026-11-22', now)).toBeNull();
  });
});

describe('the course of a practice (REF-07, 11)', () => {
  const week = (k: number): string =>
    new Date(Date.UTC(2026, 7, 31) + k * 7 * 86_400_000).toISOString().slice(0, 10);
  const count = (k: number, gpId: string, n: number, more: Partial<WeekCount> = {}): WeekCount => ({
    week: week(k),
    gpId,
    gp: gpId.toUpperCase(),
    kind: 'referral',
    count: n,
    timeOuts: 0,
    ...more,
  });
  const counts = [0, 1, 2, 3].flatMap((k) => [count(k, 'a', 10), count(k, 'b', 10)]);
  counts.push(...[4, 6].flatMap((k) => [count(k, 'a', 6), count(k, 'b', 10)]));
  const weeks = courseWeeks(counts, week(7), false);

  it('shows every week to the last one that is over, a week without a list as a gap', () => {
    expect(weeks).toEqual([0, 1, 2, 3, 4, 5, 6].map(week));
    const goal = { baselineFrom: week(0), baselineTo: week(3), percent: -20, version: 1 };
    const { whole, perGp } = courseSeries('De Linde', weeks, counts, 'referral', goal, [
      { personId: 'c', name: 'C' },
    ]);
    expect(whole.values).toEqual([20, 20, 20, 20, 16, null, 16]);
    expect(whole.median).toBe(20);
    expect(perGp.map(({ name, values }) => [name, values[4]])).toEqual([
      ['A', 6],
      ['B', 10],
      ['C', 0],
    ]);
    expect(courseWeeks(counts, week(6), true).at(-1)).toBe(week(6));
  });

  it('holds the last weeks against the baseline', () => {
    const goal = { baselineFrom: week(0), baselineTo: week(3), percent: -20, version: 1 };
    expect(goalView(goal, weeks, counts)).toMatchObject({
      baseline: 20,
      target: 16,
      now: 16,
      changePercent: -20,
      reached: true,
    });
    expect(goalView({ ...goal, percent: -30 }, weeks, counts).reached).toBe(false);
    expect(
      goalView({ ...goal, baselineFrom: '2026-01-05', baselineTo: '2026-01-12' }, weeks, counts),
    ).toMatchObject({
      baseline: null,
      target: null,
      reached: false,
    });
  });

  it('counts time-outs that became an advice consult, before and after', () => {
    const outs = [
      count(0, 'a', 3, { timeOuts: 3 }),
      count(1, 'a', 1, { kind: 'advice', timeOuts: 1 }),
      count(5, 'a', 4, { kind: 'advice', timeOuts: 4 }),
    ];
    expect(timeOutCount(outs, week(0), week(3))).toEqual({ weeks: 2, timeOuts: 4, advice: 1 });
    expect(timeOutCount(outs, week(4), '9999')).toEqual({ weeks: 1, timeOuts: 4, advice: 4 });
  });
});
