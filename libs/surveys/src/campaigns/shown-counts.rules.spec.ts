import { describe, expect, it } from '@jest/globals';
import { shownCount } from './shown-counts.rules.js';

describe('how many answered, while the others still can', () => {
  it.each([
    [0, 0, null],
    [0, 40, null],
    [1, 40, null],
    [2, 40, null],
    [3, 40, 3],
    [37, 40, 37],
    [38, 40, null],
    [40, 40, null],
    [3, 5, null],
    [3, 6, 3],
  ])('%i of %i is told as %j', (count, of, shown) => expect(shownCount(count, of)).toBe(shown));

  it('never lets two sides be told apart when one of them is one or two people', () => {
    for (let of = 0; of <= 30; of++)
      for (let count = 0; count <= of; count++)
        if (shownCount(count, of) !== null) expect(Math.min(count, of - count)).toBeGreaterThanOrEqual(3);
  });
});
