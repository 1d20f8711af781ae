import { describe, expect, it } from '@jest/globals';
import { dayAfterMonths, plusMonths } from './until';

describe('the end of an agreement', () => {
  it('lies within so many months, also at the end of a long month (SES-07)', () => {
    expect(dayAfterMonths('2026-11-22T10:00:00Z', 12)).toBe('2027-11-21');
    expect(dayAfterMonths('2026-08-31T10:00:00Z', 6)).toBe('2027-02-27');
    expect(dayAfterMonths('2028-02-29T10:00:00Z', 12)).toBe('2029-02-27');
  });
  it('counts days where the practices are', () => {
    expect(dayAfterMonths('2026-11-22T23:30:00Z', 12)).toBe('2027-11-22');
  });
  it('moves the first of a month to the first of another', () => {
    expect(plusMonths('2026-10-01', 12)).toBe('2027-10-01');
    expect(plusMonths('2026-10-01', 3)).toBe('2027-01-01');
  });
});
