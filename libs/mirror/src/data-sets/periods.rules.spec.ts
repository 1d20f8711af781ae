import { describe, expect, it } from '@jest/globals';
import { addMonths, endOf, isDay, parsePeriod, proposeDates } from './periods.rules.js';

describe('a cell of a period column', () => {
  it.each([
    ['2024-K1', '2024-01-01', 3],
    ['2024 Q4', '2024-10-01', 3],
    ['K2-2024', '2024-04-01', 3],
    ['1e kwartaal 2024', '2024-01-01', 3],
    ['2024 kwartaal 3', '2024-07-01', 3],
    ['2017_09', '2017-09-01', 1],
    ['202409', '2024-09-01', 1],
    ['2024-09', '2024-09-01', 1],
    ['09-2024', '2024-09-01', 1],
    ['sep 2017', '2017-09-01', 1],
    ['maart 2024', '2024-03-01', 1],
    ['2024', '2024-01-01', 12],
    ['2024-H2', '2024-07-01', 6],
    ['01SEP2017', '2017-09-01', 1],
    ['15-01-2026', '2026-01-01', 1],
    ['2024-01-31 00:00', '2024-01-01', 1],
    ['20240131', '2024-01-01', 1],
    ['01-01-2024 t/m 31-03-2024', '2024-01-01', 3],
    ['2024-01-01/2024-12-31', '2024-01-01', 12],
  ])('%s is %s and %i months', (text, starts, months) => {
    expect(parsePeriod(text, 'month')).toEqual({ starts, months });
  });

  it.each([
    '',
    '-3',
    '12a',
    'n.b.',
    '2025Q5',
    '2025-13',
    '1776-K1',
    '31-02-2024',
    'nul',
    '15-01-2024 t/m 20-02-2024',
  ])('%j is no period', (text) => {
    expect(parsePeriod(text, 'month')).toBeNull();
  });

  it('takes a day for the quarter it lies in when the file means quarters', () => {
    expect(parsePeriod('01-04-2024', 'quarter')).toEqual({ starts: '2024-04-01', months: 3 });
    expect(parsePeriod('2024-K2', 'quarter')).toEqual({ starts: '2024-04-01', months: 3 });
  });

  it.each([
    [['01-01-2024', '01-04-2024', '01-07-2024'], 'quarter'],
    [['01-01-2024', '01-02-2024'], 'month'],
    [['01-01-2024'], 'month'],
    [['2024-K1', '2024-K2'], 'month'],
  ] as const)('%j most likely stands for a %s', (values, expected) => {
    expect(proposeDates(values)).toBe(expected);
    expect(isDay(values[0])).toBe(!values[0].includes('K'));
  });

  it('counts months over years', () => {
    expect([
      addMonths('2024-11-01', 3),
      addMonths('2024-01-01', -1),
      endOf({ starts: '2024-10-01', months: 3 }),
    ]).toEqual(['2025-02-01', '2023-12-01', '2025-01-01']);
  });
});
