import { describe, expect, it } from '@jest/globals';
import { monthWeeks, sortedOptions, usualDeadline, weekdaySeries } from './poll-draft';

const at = (date: string, startTime = '19:30') => ({ date, startTime, endTime: '21:00' });

describe('the dates of a poll while they are picked', () => {
  it('are shown in weeks from Monday', () => {
    const weeks = monthWeeks('2027-02-09');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7]);
    expect([weeks[0]?.[0], weeks[3]?.[6]]).toEqual(['2027-02-01', '2027-02-28']);
    const march = monthWeeks('2027-08-31');
    expect(march[0]).toEqual([null, null, null, null, null, null, '2027-08-01']);
    expect(march.at(-1)?.slice(0, 3)).toEqual(['2027-08-30', '2027-08-31', null]);
  });

  it('can be every Tuesday of six weeks, over a clock change and a new year', () => {
    expect(weekdaySeries('2027-03-16', 2, 3)).toEqual(['2027-03-23', '2027-03-30', '2027-04-06']);
    expect(weekdaySeries('2026-12-20', 2, 3)).toEqual(['2026-12-22', '2026-12-29', '2027-01-05']);
    expect(weekdaySeries('2027-03-17', 7, 1)).toEqual(['2027-03-21']);
  });

  it('stand in order of time, each once', () => {
    expect(
      sortedOptions([at('2027-03-09'), at('2027-03-02', '20:00'), at('2027-03-09'), at('2027-03-02')]),
    ).toEqual([at('2027-03-02'), at('2027-03-02', '20:00'), at('2027-03-09')]);
  });

  it.each([
    [['2027-03-30'], '2027-03-11'],
    [['2027-03-09', '2027-03-30'], '2027-03-07'],
    [['2027-03-02'], '2027-03-02'],
    [[], '2027-03-11'],
  ])('%j are asked until %s', (dates, until) => {
    expect(
      usualDeadline(
        dates.map((date) => at(date)),
        '2027-03-01',
      ),
    ).toBe(until);
  });
});
