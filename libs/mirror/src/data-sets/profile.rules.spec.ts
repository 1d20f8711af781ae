import { describe, expect, it } from '@jest/globals';
import type { CheckCode, ExtractCheckView } from '#libs/contracts';
import { cellKey, periodName, profileOf, type ProfileInput } from './profile.rules.js';
import { refusalView, Refusals } from './refusals.rules.js';

const QUARTERS = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'].map((starts) => ({
  starts,
  months: 3,
}));
const PRACTICES = ['A', 'B', 'C'].map((name) => ({
  id: `id-${name}`,
  name,
  agb: `0100000${name}`,
  archived: false,
}));

/** Three practices, five quarters, two items, 100 a quarter, 2,000 patients. */
function input(change: (input: ProfileInput) => void = () => undefined): ProfileInput {
  const cells = PRACTICES.flatMap((_, practice) =>
    QUARTERS.map((__, period) => ({ practice, period, count: 100, urgent: 10, consults: 5, items: 2 })),
  );
  const listed = cells.map(({ practice, period }) => ({
    practice,
    period,
    sex: '',
    age: '',
    listed: 2000,
    date: 0,
  }));
  const made: ProfileInput = {
    kind: 'referrals',
    rows: 30,
    refused: 0,
    refusals: new Map(),
    practices: PRACTICES,
    periods: QUARTERS,
    items: [
      { code: '0301', name: 'Oogheelkunde' },
      { code: '0302', name: '' },
    ],
    dates: ['2025-04-10', '2025-03-01'],
    strata: [],
    tallied: {
      read: 30,
      listed,
      cells,
      itemCounts: [900, 600],
      differing: [],
      dates: new Map([[0, new Set([0, 1, 2])]]),
    },
    unknown: { practices: 0, shown: [] },
    earlier: null,
    listedElsewhere: false,
  };
  change(made);
  return made;
}
const checks = (change?: (input: ProfileInput) => void): ExtractCheckView[] =>
  profileOf(input(change)).checks;
const only = (change: (input: ProfileInput) => void, code: CheckCode): ExtractCheckView | undefined => {
  const found = checks(change);
  expect(found.map((one) => one.code)).toEqual([code]);
  return found[0];
};

describe('what is striking about a file (D7)', () => {
  it('is nothing in an even one', () => {
    expect(profileOf(input())).toMatchObject({
      practices: { inFile: 3, known: 3, unknown: 0, missing: 0 },
      totals: { count: 1500, urgent: 150, consults: 75 },
      items: [
        { code: '0301', name: 'Oogheelkunde', count: 900 },
        { code: '0302', name: '0302', count: 600 },
      ],
      checks: [],
    });
  });

  it('is a practice without a period that others have, or without all items', () => {
    const gap = only((one) => {
      one.tallied.cells = one.tallied.cells.filter((cell) => cell.practice !== 1 || cell.period !== 2);
      one.tallied.listed = [...one.tallied.listed].filter((cell) => cell.practice !== 1 || cell.period !== 2);
    }, 'gap');
    expect(gap).toMatchObject({
      count: 1,
      severity: 'warning',
      examples: [{ practice: 'B', period: '2024-K3', is: 0 }],
    });
    expect(only((one) => (one.tallied.cells[0]!.items = 1), 'gap')?.examples).toMatchObject([
      { practice: 'A', period: '2024-K1', was: 2, is: 1 },
    ]);
  });

  it.each([
    ['121 after 100, which chance explains', 121, []],
    ['120 after 100, no more than a fifth', 120, []],
    ['200 after 100', 200, ['up and down']],
  ])('judges %s', (_what, count, expected) => {
    const found = checks((one) => (one.tallied.cells[2]!.count = count));
    expect(found.filter((one) => one.code === 'jump')).toHaveLength(expected.length);
    for (const jump of found)
      expect(jump.examples).toMatchObject([
        { was: 100, is: 200 },
        { was: 200, is: 100 },
      ]);
  });

  it('is a list size more than a fifth away from the earlier data set', () => {
    const earlier = {
      practices: new Set(['id-A']),
      counts: new Map<string, number>(),
      listed: new Map([[cellKey('id-A', QUARTERS[4]!), 1600]]),
    };
    expect(only((one) => (one.earlier = earlier), 'jump')?.examples).toMatchObject([
      { practice: 'A', was: 1600, is: 2000 },
    ]);
  });

  it('is a practice that the earlier data set had', () => {
    const drop = (one: ProfileInput): void => {
      one.tallied.cells = one.tallied.cells.filter((cell) => cell.practice !== 2);
      one.tallied.listed = [...one.tallied.listed].filter((cell) => cell.practice !== 2);
    };
    expect(checks(drop)).toEqual([]);
    const earlier = {
      practices: new Set(['id-C', 'id-gone']),
      counts: new Map<string, number>(),
      listed: new Map<string, number>(),
    };
    const found = only((one) => (drop(one), (one.earlier = earlier)), 'practices-missing');
    expect(found?.examples).toMatchObject([{ practice: 'C' }]);
  });

  it('is a last period that is still coming in', () => {
    const found = checks((one) =>
      one.tallied.cells.filter((cell) => cell.period === 4).forEach((cell) => (cell.count = 70)),
    );
    expect(found.find((one) => one.code === 'late-period')?.examples).toMatchObject([
      { period: '2025-K1', was: 300, is: 210 },
    ]);
  });

  it('is a list under 750, by the last period', () => {
    const small = only(
      (one) =>
        [...one.tallied.listed].filter((list) => list.practice === 0).forEach((list) => (list.listed = 749)),
      'small-list',
    );
    expect(small).toMatchObject({ severity: 'note', examples: [{ practice: 'A', is: 749 }] });
  });

  it.each([
    ['referrals', false, 'stop'],
    ['prescriptions', false, 'warning'],
    ['referrals', true, undefined],
  ] as const)('is %s without list sizes (elsewhere: %s): %s', (kind, listedElsewhere, severity) => {
    const found = checks((one) => {
      one.tallied.listed = [];
      Object.assign(one, { kind, listedElsewhere });
    });
    expect(found.find((one) => one.code === 'no-list-size')?.severity).toBe(severity);
  });

  it('is what was refused, taken on other days, or does not add up', () => {
    const found = checks((one) => {
      one.refusals = new Map([['duplicate', 4]]);
      one.unknown = { practices: 2, shown: ['01999999'] };
      one.tallied.dates = new Map([
        [0, new Set([0, 1])],
        [1, new Set([2])],
      ]);
      one.tallied.differing = [{ practice: 1, period: 0, item: 1, was: 12, is: 10 }];
    });
    expect(found.map((one) => [one.code, one.count])).toEqual([
      ['unknown-practices', 2],
      ['duplicates', 4],
      ['extract-dates-differ', 1],
      ['total-differs', 1],
    ]);
    expect(found[0]?.sentence.nl).toMatch(/^2 praktijken/);
    expect(found[3]?.examples).toMatchObject([
      { practice: 'B', period: '2024-K1', item: '0302', was: 12, is: 10 },
    ]);
  });
});

it.each([
  [{ starts: '2024-01-01', months: 12 }, '2024'],
  [{ starts: '2024-10-01', months: 3 }, '2024-K4'],
  [{ starts: '2017-09-01', months: 1 }, '2017-09'],
  [{ starts: '2024-05-01', months: 6 }, '2024-05 +6'],
])('names a period shortly: %j', (period, name) => {
  expect(periodName(period)).toBe(name);
});

it('counts a refused row once, whatever is wrong with it, and keeps ten thousand reasons', () => {
  const refusals = new Refusals();
  refusals.add(7, 'count', 'number-negative');
  refusals.add(7, 'listed', 'number-unreadable');
  for (let row = 100; row < 20_100; row++) refusals.add(row, null, 'duplicate', { other: row + 1 });
  expect([refusals.rows, refusals.kept.length, refusals.has(7), refusals.has(8)]).toEqual([
    20_001,
    10_000,
    true,
    false,
  ]);
  expect(refusalView(3, null, 'duplicate', { other: 1234 }).sentence.nl).toContain('rij 1.234');
  expect(refusalView(3, null, 'from-long-ago', {}).sentence.en).toBe('The row was not read.');
});
