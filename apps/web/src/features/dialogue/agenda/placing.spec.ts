import { describe, expect, it } from '@jest/globals';
import { placed, placesOf, samePlacing, stillThere } from './placing';

describe('putting a department on a date', () => {
  it.each([
    ['takes a free date', { d1: 'a' }, 'd2', 'b', { d1: 'a', d2: 'b' }],
    ['moves to a free date', { d1: 'a' }, 'd2', 'a', { d2: 'a' }],
    ['swaps with who is there', { d1: 'a', d2: 'b' }, 'd2', 'a', { d1: 'b', d2: 'a' }],
    ['takes the place of who then has none', { d1: 'a' }, 'd1', 'b', { d1: 'b' }],
    ['is taken off by a second press', { d1: 'a', d2: 'b' }, 'd1', 'a', { d2: 'b' }],
  ])('%s', (_name, placing, date, department, next) => {
    expect(placed(placing, date, department)).toEqual(next);
  });

  it('forgets dates and departments that are gone', () => {
    expect(stillThere({ d1: 'a', d2: 'b', d3: 'c' }, ['d1', 'd2'], ['a', 'c'])).toEqual({ d1: 'a' });
  });

  it('knows the same assignment, whatever the order', () => {
    expect(samePlacing({ d1: 'a', d2: 'b' }, { d2: 'b', d1: 'a' })).toBe(true);
    expect(samePlacing({ d1: 'a' }, { d1: 'a', d2: 'b' })).toBe(false);
    expect(placesOf({ d1: 'a' })).toEqual([{ dateId: 'd1', yearDepartmentId: 'a' }]);
  });
});
