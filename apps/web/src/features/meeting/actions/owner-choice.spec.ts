import { describe, expect, it } from '@jest/globals';
import { monthLater, ownerOptions, saysWho } from './owner-choice';

describe('who does it (SES-11)', () => {
  it.each([
    ['Anna de Wit, De Linde', 'adw', true],
    ['Anna de Wit, De Linde', 'a.d.w', true],
    ['Anna de Wit, De Linde', 'wit', true],
    ['Anna de Wit, De Linde', 'lin an', true],
    ['Anna de Wit, De Linde', 'dw', false],
    ['Praktijk Zoë', 'zoe', true],
    ['De Kade', 'linde', false],
    ['De Kade', '  ', true],
  ])('%s by "%s": %s', (label, typed, found) => {
    expect(saysWho(label, typed)).toBe(found);
  });

  it('is a practice, or somebody of it', () => {
    const options = ownerOptions([
      { practiceId: 'p', practice: 'De Linde', people: [{ personId: 'a', name: 'Anna de Wit' }] },
    ]);
    expect(options.map(({ value, label }) => [value, label])).toEqual([
      ['p', 'De Linde'],
      ['p a', 'Anna de Wit, De Linde'],
    ]);
  });

  it.each([
    ['2026-11-22', '2026-12-22'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-30', '2028-02-29'],
  ])('a month after %s is %s', (day, later) => {
    expect(monthLater(day)).toBe(later);
  });
});
