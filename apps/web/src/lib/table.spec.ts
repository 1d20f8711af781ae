import { describe, expect, it } from '@jest/globals';
import { type CellValue, matchesSearch, nextSort, sortRows } from './table';

const sorted = (cells: CellValue[], descending = false) => sortRows(cells, (cell) => cell, descending);

describe('sorting a table', () => {
  it('sorts texts the Dutch way, with numbers by size', () => {
    expect(sorted(['Groep 10', 'groep 2', 'Één', 'Esch'])).toEqual(['Één', 'Esch', 'groep 2', 'Groep 10']);
  });
  it('sorts numbers by size', () => {
    expect(sorted([10, 9, 100])).toEqual([9, 10, 100]);
    expect(sorted([10, 9, 100], true)).toEqual([100, 10, 9]);
  });
  it('keeps empty cells last in both directions', () => {
    expect(sorted([null, 2, 1])).toEqual([1, 2, null]);
    expect(sorted([null, 2, 1], true)).toEqual([2, 1, null]);
  });
  it('keeps the order of equal rows', () => {
    const rows = [
      { k: 1, n: 'b' },
      { k: 1, n: 'a' },
      { k: 0, n: 'c' },
    ];
    expect(sortRows(rows, (row) => row.k, false).map((row) => row.n)).toEqual(['c', 'b', 'a']);
  });
  it('goes from ascending to descending to the order of the source', () => {
    const first = nextSort(null, 'name');
    expect(first).toEqual({ column: 'name', descending: false });
    const second = nextSort(first, 'name');
    expect(second).toEqual({ column: 'name', descending: true });
    expect(nextSort(second, 'name')).toBeNull();
    expect(nextSort(second, 'size')).toEqual({ column: 'size', descending: false });
  });
});

describe('searching a table', () => {
  it('finds every word in any cell, without case or accents', () => {
    expect(matchesSearch(['Praktijk De Linde', 'Vlierdam', 2480], 'linde vlier')).toBe(true);
    expect(matchesSearch(['Café Één', null], 'een cafe')).toBe(true);
    expect(matchesSearch(['De Linde', 2480], '2480')).toBe(true);
    expect(matchesSearch(['De Linde'], 'kade')).toBe(false);
  });
  it('finds everything when nothing is asked', () => {
    expect(matchesSearch(['x'], '  ')).toBe(true);
  });
});
