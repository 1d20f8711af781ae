import { describe, expect, it } from '@jest/globals';
import { reminderDays, rolesFor, truestLevel, usualReminders } from './suggestion';

describe('what a new evaluation proposes', () => {
  it('asks staff with the questionnaire for staff, else practice holders (SUR-02)', () => {
    expect(rolesFor('value-survey-staff')).toEqual(['practice-employee']);
    expect(rolesFor('value-survey-holders')).toEqual(['practice-holder']);
    expect(rolesFor('own')).toEqual(['practice-holder']);
  });

  it.each([
    ['a Monday', '2026-11-23', 3],
    ['a Tuesday', '2026-11-24', 4],
    ['a Wednesday', '2026-11-25', 2],
    ['a Friday', '2026-11-27', 2],
  ])('reminds on working days when it opens on %s', (_day, opensOn, last) => {
    expect(usualReminders(opensOn)).toEqual([7, last]);
  });

  it('promises the most that is true for the audience (SUR-15)', () => {
    const levels = (anonymous: boolean, confidential: boolean) => [
      { level: 'anonymous' as const, possible: anonymous, reason: null },
      { level: 'confidential' as const, possible: confidential, reason: null },
      { level: 'named' as const, possible: true, reason: null },
    ];
    expect(truestLevel(levels(true, true))).toBe('anonymous');
    expect(truestLevel(levels(false, true))).toBe('confidential');
    expect(truestLevel(levels(false, false))).toBe('named');
    expect(truestLevel([])).toBe('named');
  });

  it.each([
    [7, 2, [7, 2]],
    [2, 7, [7, 2]],
    [null, null, []],
    [null, 3, [3]],
    [14, 2, null],
    [0, 2, null],
    [3, 3, null],
    [2.5, null, null],
  ])('reminds on days within the time to answer: %s and %s', (first, second, expected) => {
    expect(reminderDays(first, second, 14)).toEqual(expected);
  });
});
