import { describe, expect, it } from '@jest/globals';
import { partOfDay } from './greeting';

describe('the greeting', () => {
  it.each([
    ['2026-11-04T04:59:00Z', 'night'],
    ['2026-11-04T05:00:00Z', 'morning'],
    ['2026-11-04T11:00:00Z', 'afternoon'],
    ['2026-07-04T16:00:00Z', 'evening'],
    ['2026-11-04T23:30:00Z', 'night'],
  ])('at %s is that of the %s in Amsterdam', (moment, part) => {
    expect(partOfDay(new Date(moment))).toBe(part);
  });
});
