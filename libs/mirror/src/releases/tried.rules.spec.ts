import { describe, expect, it } from '@jest/globals';
import type { GateJob, GateOutcome } from './gate.rules.js';
import { TriedOutcomes } from './tried.rules.js';

const sum = { items: ['0301'], fields: ['regular' as const], parts: [] };
const statement = (key: string) => ({ key, sum, lo: 5, hi: null });
const cell = (practice: string, count: number) => ({
  practice,
  item: '0301',
  quarter: '2026-01-01',
  dataSet: 'd',
  count,
  urgent: 1,
  consults: null,
});
const strata = (count: number) => [{ sex: 'V', age: '65+', count, urgent: null, consults: null, listed: 90 }];
const job = (): GateJob => ({
  audience: 'group',
  mode: 'pseudonymous',
  members: ['a', 'b'],
  data: {
    window: { from: '2026-01-01', toExclusive: '2027-01-01', stretches: [] },
    practices: ['a', 'b'],
    quarters: new Map([['a', [['2026-01-01', 'd']]]]),
    dataSets: ['d'],
    items: ['0301'],
    sums: new Map([
      ['a', new Map([['0301', strata(7)]])],
      ['b', new Map([['0301', strata(8)]])],
    ]),
  },
  cells: [cell('a', 7), cell('b', 8)],
  order: ['c', 'd'],
  ledger: [statement('one'), statement('two')],
  circles: [{ practices: ['a'], readers: new Set(['a']), ledger: [statement('three')] }],
  measures: [],
  references: new Map([['VERW|0301', { rate: 12.5, strata: null }]]),
  ids: ['1', '2'],
});
const outcome = { released: true } as GateOutcome;
const keptFor = (one: GateJob): TriedOutcomes => {
  const tried = new TriedOutcomes();
  tried.keep(one, outcome);
  return tried;
};

/** One change for every part of a job; a new part has to be given one here. */
const CHANGES: Record<keyof Omit<GateJob, 'ids'>, (job: GateJob) => unknown> = {
  audience: (one) => (one.audience = 'staff'),
  mode: (one) => (one.mode = 'open'),
  members: (one) => one.members.push('e'),
  data: (one) => one.data.sums.get('b')?.set('0301', strata(9)),
  cells: (one) => ((one.cells[1] as { urgent: number }).urgent = 2),
  order: (one) => one.order.reverse(),
  ledger: (one) => ((one.ledger[0] as { hi: number | null }).hi = 9),
  circles: (one) => (one.circles = one.circles.map((circle) => ({ ...circle, readers: new Set(['b']) }))),
  measures: (one) => one.measures.push({ id: 'm', code: 'VERW', number: '1', content: {} as never }),
  references: (one) => one.references.set('VERW|0301', { rate: 12.6, strata: null }),
};

describe('what a privacy test found, for the release that follows (MIR-07)', () => {
  it('is handed out once, whatever ids the release may use and in whatever order its figures came', () => {
    const tried = keptFor(job());
    const same = { ...job(), ids: ['3', '4'], cells: job().cells.reverse(), ledger: job().ledger.reverse() };
    same.data.sums = new Map([...same.data.sums].reverse());
    expect(tried.take(same)).toBe(outcome);
    expect(tried.take(same)).toBeUndefined();
  });

  it.each(Object.entries(CHANGES))('is not for a release that differs in its %s', (_part, change) => {
    const other = job();
    change(other);
    const tried = keptFor(job());
    expect(tried.take(other)).toBeUndefined();
    expect(tried.take(job())).toBe(outcome);
  });

  it('tells numbers apart that JSON does not know', () => {
    const rated = (rate: number): GateJob => ({
      ...job(),
      references: new Map([['VERW|0301', { rate, strata: null }]]),
    });
    expect(keptFor(rated(Number.NaN)).take(rated(Infinity))).toBeUndefined();
  });

  it('forgets what was tried longest ago first', () => {
    const tried = keptFor(job());
    for (let n = 0; n < 200; n += 1) tried.keep({ ...job(), order: [String(n)] }, outcome);
    expect(tried.take(job())).toBeUndefined();
    expect(tried.take({ ...job(), order: ['0'] })).toBe(outcome);
  });
});
