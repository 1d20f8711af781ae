import { describe, expect, it } from '@jest/globals';
import { ListedAtoms, ListedGroups, ListedTable } from './listed.rules.js';

describe('list sizes as rows repeat them', () => {
  it('keeps the value of each of thousands of keys, in the order of the file (MIR-04)', () => {
    const table = new ListedTable();
    const keys = Array.from({ length: 5_000 }, (_, n) => ((n * 7_919) % 5_000) * 4_096);
    for (const again of [0, 1]) keys.forEach((key, n) => table.note(key, 1_000 + n + 0.5, again * 5_000 + n));
    expect(table.settle().size).toBe(0);
    expect([...table.entries()]).toEqual(keys.map((key, n) => [key, 1_000 + n + 0.5]));
  });

  it('takes what more than half of the rows name, and says which rows are wrong', () => {
    const table = new ListedTable();
    [2_300, 2_300, 2_310].forEach((value, row) => table.note(1, value, row));
    [900, 950, 950].forEach((value, row) => table.note(2, value, 10 + row));
    const wrong = table.settle();
    expect([...table.entries()]).toEqual([
      [1, 2_300],
      [2, 950],
    ]);
    expect([0, 1, 2].map((row) => wrong.get(1)?.(row))).toEqual([false, false, true]);
    expect([10, 11, 12].map((row) => wrong.get(2)?.(row))).toEqual([true, false, false]);
  });

  it('knows no list size where the rows are divided, nor where it was taken back', () => {
    const table = new ListedTable();
    [2_300, 2_310].forEach((value, row) => table.note(1, value, row));
    table.note(2, 800, 5);
    table.forget(2);
    table.note(3, 700, 6);
    const wrong = table.settle();
    expect([...table.entries()]).toEqual([[3, 700]]);
    expect(wrong.get(1)?.(0)).toBe(true);
  });

  it('keeps the strata of a practice and period together, also when others stand between', () => {
    const groups = new ListedGroups(4);
    groups.add(7, 1, 100);
    groups.add(8, 1, 300);
    groups.add(7, 2, 120);
    expect([...groups.groups()]).toEqual([
      [
        7,
        [
          { stratum: 1, value: 100 },
          { stratum: 2, value: 120 },
        ],
      ],
      [8, [{ stratum: 1, value: 300 }]],
    ]);
  });

  it('gives back what is stored as it was put in', () => {
    const atoms = new ListedAtoms(3);
    const some = [
      { practice: 3, period: 1, sex: 'M', age: '0-17', listed: 210.5, date: -1 },
      { practice: 3, period: 1, sex: 'V', age: '65+', listed: 180, date: 2 },
    ];
    for (const one of some) atoms.add(one);
    expect([...atoms]).toEqual(some);
    expect(atoms.length).toBe(2);
  });
});
