import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/platform';
import { planDates, planThemes, type DateWish, type ThemeWish } from './contents.rules.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as DomainError).code;
  }
};
const gone = new Date('2026-11-01T00:00:00Z');
const theme = (id: string, name: string, archivedAt: Date | null = null) => ({
  id,
  shortName: name,
  name,
  archivedAt,
});
const date = (id: string, day: string, startTime = '19:30', archivedAt: Date | null = null) => ({
  id,
  date: day,
  startTime,
  endTime: '21:00',
  archivedAt,
});

describe('the list of themes (features 10)', () => {
  const rows = [theme('a', 'Ouderen'), theme('b', 'GGZ'), theme('c', 'Triage', gone)];

  it('keeps ids, adds what is new and archives what is gone', () => {
    const plan = planThemes(rows, [
      { id: 'b', shortName: 'GGZ', name: 'GGZ en wachttijden' },
      { shortName: 'Taal', name: 'Taal' },
    ]);
    expect(plan.keep.map((one) => [one.id, one.position])).toEqual([['b', 0]]);
    expect(plan.add.map((one) => one.wish.name)).toEqual(['Taal']);
    expect(plan.archive).toEqual(['a']);
  });

  it('brings an archived theme back by its id or by its name', () => {
    const wishes: ThemeWish[] = [
      { id: 'a', shortName: 'Ouderen', name: 'Ouderen' },
      { id: 'b', shortName: 'GGZ', name: 'GGZ' },
    ];
    const byId = planThemes(rows, [...wishes, { id: 'c', shortName: 'Triage', name: 'Triage' }]);
    const byName = planThemes(rows, [...wishes, { shortName: 'Triage', name: ' triage ' }]);
    expect(byId.keep.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(byName.keep.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect([byId.add, byName.add]).toEqual([[], []]);
  });

  it.each<[string, ThemeWish[], string]>([
    ['a theme of another round', [{ id: 'x', shortName: 'X', name: 'X' }], 'answer.theme-unknown'],
    [
      'the same name twice',
      [theme('a', 'Ouderen'), { shortName: 'Oud', name: 'ouderen' }],
      'validation.failed',
    ],
    ['the same id twice', [theme('a', 'Ouderen'), { ...theme('a', 'Ander') }], 'validation.failed'],
    ['no name', [{ shortName: 'X', name: ' ' }], 'validation.failed'],
    ['a short name of 25', [{ shortName: 'x'.repeat(25), name: 'X' }], 'validation.failed'],
    ['a short name of 24', [{ shortName: 'é'.repeat(24), name: 'X' }], 'none'],
  ])('%s', (_what, wishes, code) => {
    expect(codeOf(() => planThemes(rows, wishes))).toBe(code);
  });
});

describe('the list of dates (features 10, field B1: editing dates wiped votes)', () => {
  const rows = [date('a', '2027-02-09'), date('b', '2027-02-17'), date('c', '2027-03-09', '19:30', gone)];
  const wish = (day: string, own: Partial<DateWish> = {}): DateWish => ({
    date: day,
    startTime: '19:30',
    endTime: '21:00',
    ...own,
  });

  it('moves a date that nobody answered', () => {
    const plan = planDates(
      rows,
      [wish('2027-02-10', { id: 'a' }), wish('2027-02-17', { id: 'b' })],
      new Set(),
    );
    expect(plan.keep.map((one) => [one.id, one.wish.date])).toEqual([
      ['a', '2027-02-10'],
      ['b', '2027-02-17'],
    ]);
    expect(plan.archive).toEqual([]);
  });

  it('never turns a yes to one day into a yes to another', () => {
    const plan = planDates(
      rows,
      [wish('2027-02-10', { id: 'a' }), wish('2027-02-17', { id: 'b', maxGroups: 3 })],
      new Set(['a', 'b']),
    );
    expect(plan.add.map((one) => one.wish.date)).toEqual(['2027-02-10']);
    expect(plan.archive).toEqual(['a']);
    expect(plan.keep.map((one) => one.id)).toEqual(['b']);
  });

  it('brings the votes back with the day', () => {
    const plan = planDates(rows, [wish('2027-03-09')], new Set(['c']));
    expect(plan.keep.map((one) => one.id)).toEqual(['c']);
    expect(plan.add).toEqual([]);
    expect(plan.archive).toEqual(['a', 'b']);
  });

  it.each<[string, DateWish[], string]>([
    ['a date of another round', [wish('2027-02-09', { id: 'x' })], 'answer.date-unknown'],
    ['the same day and time twice', [wish('2027-02-09'), wish('2027-02-09')], 'validation.failed'],
    ['the same day at two times', [wish('2027-02-09'), wish('2027-02-09', { startTime: '12:30' })], 'none'],
    ['a day that is not', [wish('2027-02-30')], 'validation.failed'],
    ['an end before the start', [wish('2027-02-09', { endTime: '19:00' })], 'validation.failed'],
    [
      'a time that is not',
      [wish('2027-02-09', { startTime: '24:00', endTime: '24:30' })],
      'validation.failed',
    ],
    [
      'the same id twice',
      [wish('2027-02-09', { id: 'a' }), wish('2027-02-11', { id: 'a' })],
      'validation.failed',
    ],
  ])('%s', (_what, wishes, code) => {
    expect(codeOf(() => planDates(rows, wishes, new Set()))).toBe(code);
  });
});
