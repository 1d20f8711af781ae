import { describe, expect, it } from '@jest/globals';
import {
  ownersOf,
  sumsOf,
  suppliedOf,
  windowOf,
  windowsOf,
  type AtomRow,
  type ListedRow,
  type StandingSet,
} from './coverage.rules.js';

const set = (
  id: string,
  from: string,
  toExclusive: string,
  approvedAt = '2026-01-01',
  kind = 'referrals',
): StandingSet => ({
  id,
  kind,
  source: { id: `source ${id}`, name: id },
  from,
  toExclusive,
  approvedAt,
});
const atom = (starts: string, count: number, more: Partial<AtomRow> = {}): AtomRow => ({
  dataSetId: 'a',
  starts,
  months: 3,
  sex: '',
  age: '',
  count,
  urgent: null,
  consults: null,
  ...more,
});
const size = (starts: string, listed: number | null, more: Partial<ListedRow> = {}): ListedRow => ({
  dataSetId: 'a',
  starts,
  months: 3,
  sex: '',
  age: '',
  listed,
  ...more,
});
const year = windowOf('2025-01-01', 12);
const STARTS = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'];

describe('windows', () => {
  it('are twelve whole months that end with a quarter, newest first', () => {
    const windows = windowsOf(ownersOf([set('a', '2024-01-01', '2025-09-01')]));
    expect(windows.map(({ from }) => from)).toEqual(['2024-07-01', '2024-04-01', '2024-01-01']);
    expect(windowsOf(ownersOf([set('a', '2025-01-01', '2025-12-01')]))).toEqual([]);
    expect(windowsOf(ownersOf([]))).toEqual([]);
  });

  it('leave out what no data set covers', () => {
    const owners = ownersOf([set('a', '2023-01-01', '2024-01-01'), set('b', '2024-04-01', '2025-04-01')]);
    expect(windowsOf(owners).map(({ from }) => from)).toEqual(['2024-04-01', '2023-01-01']);
  });
});

describe('sums', () => {
  const sets = [set('a', '2025-01-01', '2026-01-01')];
  const of = (
    atoms: AtomRow[],
    listed: ListedRow[],
    more: { sets?: StandingSet[]; listSets?: StandingSet[] } = {},
  ) => sumsOf(suppliedOf({ atoms, listed, sets, listSets: [], ...more }), year);

  it('divide by the mean list size (models/mirror §1.1)', () => {
    const sums = of(
      STARTS.map((starts) => atom(starts, 10)),
      STARTS.map((starts, at) => size(starts, 2000 + 100 * at)),
    );
    expect(sums).toEqual({
      sums: [{ sex: '', age: '', count: 40, urgent: null, consults: null, listed: 2150 }],
      missing: 0,
    });
  });

  it('count patient-time only of what was supplied', () => {
    const sums = of(
      STARTS.slice(1).map((starts) => atom(starts, 10)),
      STARTS.slice(1).map((starts) => size(starts, 2000)),
    );
    expect(sums).toMatchObject({ sums: [{ count: 30, listed: 1500 }], missing: 3 });
  });

  it('are zero for an item that did not occur, and nothing for a practice that supplied nothing', () => {
    expect(
      of(
        [],
        STARTS.map((starts) => size(starts, 2000)),
      ),
    ).toMatchObject({
      sums: [{ count: 0, listed: 2000 }],
      missing: 0,
    });
    expect(of([], [])).toBeNull();
  });

  it('take each quarter from the data set that was approved last and has the practice in it', () => {
    const two = [set('a', '2025-01-01', '2026-01-01'), set('b', '2025-01-01', '2026-01-01', '2026-02-01')];
    const atoms = [...STARTS.map((starts) => atom(starts, 10)), atom('2025-10-01', 7, { dataSetId: 'b' })];
    const sums = of(
      atoms,
      [...STARTS.map((starts) => size(starts, 2000)), size('2025-10-01', 2000, { dataSetId: 'b' })],
      { sets: two },
    );
    expect(sums).toMatchObject({ sums: [{ count: 37 }], missing: 0 });
    // the other way round approved: b is replaced by a
    const back = [set('a', '2025-01-01', '2026-01-01', '2026-03-01'), two[1] as StandingSet];
    expect(
      of(
        atoms,
        STARTS.map((starts) => size(starts, 2000)),
        { sets: back },
      ),
    ).toMatchObject({
      sums: [{ count: 40 }],
    });
  });

  it('keep strata where both sides have them, and take everything together where they differ', () => {
    const atoms = STARTS.flatMap((starts) => [
      atom(starts, 4, { sex: 'M', age: '65+' }),
      atom(starts, 6, { sex: 'V', age: '65+' }),
    ]);
    const both = STARTS.flatMap((starts) => [
      size(starts, 800, { sex: 'M', age: '65+' }),
      size(starts, 900, { sex: 'V', age: '65+' }),
      size(starts, 300, { sex: 'M', age: '0-64' }),
    ]);
    expect(of(atoms, both)?.sums.map(({ sex, age, count, listed }) => [sex, age, count, listed])).toEqual([
      ['M', '65+', 16, 800],
      ['V', '65+', 24, 900],
      ['M', '0-64', 0, 300],
    ]);
    const totals = STARTS.map((starts) => size(starts, 2000));
    expect(of(atoms, totals)?.sums).toEqual([
      { sex: '', age: '', count: 40, urgent: null, consults: null, listed: 2000 },
    ]);
  });

  it('take list sizes from elsewhere where the extract has none', () => {
    const sums = of(
      STARTS.map((starts) => atom(starts, 10)),
      [
        size('2024-07-01', 2400, { dataSetId: 'l', months: 12 }),
        size('2025-07-01', 2600, { dataSetId: 'l', months: 6 }),
      ],
      { listSets: [set('l', '2024-07-01', '2026-01-01', '2026-01-01', 'list-sizes')] },
    );
    expect(sums).toMatchObject({ sums: [{ count: 40, listed: 2500 }], missing: 0 });
  });
});
