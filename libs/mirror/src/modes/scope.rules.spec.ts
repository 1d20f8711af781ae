import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OpenModeScope } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import {
  covers,
  latestEnd,
  localDay,
  readScope,
  scopeHash,
  standingOf,
  type ModeFacts,
  type ScopeWish,
} from './scope.rules.js';

const TODAY = '2026-11-02';
const MEMBERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const WISH: ScopeWish = {
  measures: ['VERW', 'DIAG'],
  period: { from: '2025-10-01', toExclusive: '2026-10-01' },
  granularity: 'year',
  viewers: ['practice-employee', 'practice-holder'],
  exportAllowed: false,
  endsOn: '2027-11-02',
};
const read = (change: Partial<ScopeWish> = {}): OpenModeScope =>
  readScope({ ...WISH, ...change }, { groupId: 'g1', members: [...MEMBERS].reverse() }, TODAY);
const refusal = (change: Partial<ScopeWish>): unknown => {
  try {
    read(change);
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.details] : error;
  }
  return 'accepted';
};
const wrong = (field: string, rule: string) => ['validation.failed', { fields: [{ field, rule }] }];
const mode = (change: Partial<ModeFacts> = {}): ModeFacts => ({
  state: 'active',
  endedBecause: null,
  scope: read(),
  scopeHash: scopeHash(read()),
  endsOn: '2027-11-02',
  ...change,
});

describe('the scope of an agreement to show figures by name (models/disclosure.md §2.7)', () => {
  it('lists members, measures and roles in one order, each once', () => {
    expect(read({ measures: ['VERW', 'DIAG', 'VERW'] })).toEqual({
      groupId: 'g1',
      members: MEMBERS,
      measures: ['DIAG', 'VERW'],
      period: { from: '2025-10-01', toExclusive: '2026-10-01' },
      granularity: 'year',
      viewers: ['practice-holder', 'practice-employee'],
      exportAllowed: false,
      endsOn: '2027-11-02',
    });
  });

  it.each<[string, Partial<ScopeWish>, unknown]>([
    ['no measure', { measures: [] }, wrong('measures', 'length')],
    [
      'more measures than anybody reads',
      { measures: Array.from({ length: 21 }, (_, k) => `M${k}`) },
      wrong('measures', 'length'),
    ],
    ['nobody who looks', { viewers: [] }, wrong('viewers', 'length')],
    [
      'a period within a quarter',
      { period: { from: '2025-11-01', toExclusive: '2026-11-01' } },
      wrong('period', 'quarters'),
    ],
    [
      'a period the wrong way round',
      { period: { from: '2026-10-01', toExclusive: '2025-10-01' } },
      wrong('period', 'quarters'),
    ],
    [
      'a day that is none',
      { period: { from: '2025-13-01', toExclusive: '2026-10-01' } },
      wrong('period', 'quarters'),
    ],
    [
      'a year of nine months',
      { period: { from: '2026-01-01', toExclusive: '2026-10-01' } },
      wrong('period', 'length'),
    ],
    [
      'more than three years',
      { period: { from: '2023-07-01', toExclusive: '2026-10-01' } },
      wrong('period', 'length'),
    ],
    ['an end that has passed', { endsOn: '2026-11-01' }, wrong('endsOn', 'future')],
    ['an end that is no day', { endsOn: '2026-11-31' }, wrong('endsOn', 'future')],
    [
      'an end after twelve months',
      { endsOn: '2027-11-03' },
      ['open-mode.ends-too-late', { latest: '2027-11-02' }],
    ],
  ])('refuses %s', (_what, change, answer) => {
    expect(refusal(change)).toEqual(answer);
  });

  it('takes nine months per quarter, and an end of today', () => {
    const period = { from: '2026-01-01', toExclusive: '2026-10-01' };
    expect(read({ granularity: 'quarter', period, endsOn: TODAY })).toMatchObject({ period, endsOn: TODAY });
  });

  it('ends twelve months later on the same day, or on the last one of a shorter month', () => {
    expect(latestEnd('2026-11-02')).toBe('2027-11-02');
    expect(latestEnd('2028-02-29')).toBe('2029-02-28');
  });

  it('counts days where the practices are', () => {
    expect(localDay(new Date('2026-10-31T22:59:59Z'))).toBe('2026-10-31');
    expect(localDay(new Date('2026-10-31T23:00:00Z'))).toBe('2026-11-01');
  });
});

describe('the hash of a scope', () => {
  it('is the SHA-256 of its canonical JSON, the same for ever', () => {
    // printf '%s' '{"endsOn":…}' | sha256sum, with the keys in order and without spaces
    expect(scopeHash(read())).toBe('sha256:95e46e07054f96b03056c1d6cf412cb518e9d19ffaf7142f6a5e2291a130e06c');
  });

  it('does not depend on the order of lists or fields', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(MEMBERS, { minLength: MEMBERS.length }),
        fc.shuffledSubarray(['VERW', 'DIAG'], { minLength: 2 }),
        (members, measures) => {
          const { groupId, ...rest } = read();
          expect(scopeHash({ ...rest, members, measures, groupId })).toBe(scopeHash(read()));
        },
      ),
    );
  });

  it.each<[string, (scope: OpenModeScope) => OpenModeScope]>([
    ['group', (scope) => ({ ...scope, groupId: 'g2' })],
    ['members', (scope) => ({ ...scope, members: MEMBERS.slice(1) })],
    ['measures', (scope) => ({ ...scope, measures: ['VERW'] })],
    ['period', (scope) => ({ ...scope, period: { ...scope.period, from: '2025-07-01' } })],
    ['granularity', (scope) => ({ ...scope, granularity: 'quarter' })],
    ['viewers', (scope) => ({ ...scope, viewers: ['practice-holder'] })],
    ['export', (scope) => ({ ...scope, exportAllowed: true })],
    ['end', (scope) => ({ ...scope, endsOn: '2027-11-01' })],
  ])('changes with the %s', (_what, change) => {
    expect(scopeHash(change(read()))).not.toBe(scopeHash(read()));
  });
});

describe('how an agreement stands', () => {
  const group = { ended: false, members: MEMBERS };

  it('holds when all six signed', () => {
    expect(standingOf(mode(), group, MEMBERS, TODAY)).toEqual({ state: 'active', because: null });
  });

  it('does not hold with five of six signatures, whatever its row says', () => {
    expect(standingOf(mode(), group, MEMBERS.slice(1), TODAY)).toEqual({ state: 'proposed', because: null });
  });

  it('does not hold before it was made to, even with six signatures', () => {
    expect(standingOf(mode({ state: 'proposed' }), group, MEMBERS, TODAY).state).toBe('proposed');
  });

  it.each<[string, Parameters<typeof standingOf>[1], string, string]>([
    ['with a new member', { ended: false, members: [...MEMBERS, 'p7'] }, TODAY, 'members-changed'],
    ['without a member', { ended: false, members: MEMBERS.slice(1) }, TODAY, 'members-changed'],
    [
      'with one member for another',
      { ended: false, members: [...MEMBERS.slice(1), 'p7'] },
      TODAY,
      'members-changed',
    ],
    ['when the group has ended', { ended: true, members: MEMBERS }, TODAY, 'group-ended'],
    ['after its last day', group, '2027-11-03', 'passed'],
  ])('ends %s', (_what, now, today, because) => {
    expect(standingOf(mode(), now, MEMBERS, today)).toEqual({ state: 'ended', because });
  });

  it('holds on its last day', () => {
    expect(standingOf(mode(), group, MEMBERS, '2027-11-02').state).toBe('active');
  });

  it('stays ended', () => {
    const ended = mode({ state: 'ended', endedBecause: 'passed' });
    expect(standingOf(ended, group, MEMBERS, TODAY)).toEqual({ state: 'ended', because: 'passed' });
  });

  it('holds for nobody in a group without members', () => {
    const empty = mode({ scope: { ...read(), members: [] } });
    expect(standingOf(empty, { ended: false, members: [] }, [], TODAY).state).toBe('proposed');
  });
});

describe('what an agreement covers', () => {
  const year = { from: '2025-10-01', toExclusive: '2026-10-01' };
  const quarter = { from: '2026-07-01', toExclusive: '2026-10-01' };

  it.each<[string, Partial<ScopeWish>, Parameters<typeof covers>[1], boolean]>([
    ['the agreed measure and period', {}, { measureCode: 'VERW', period: year }, true],
    ['another measure', {}, { measureCode: 'MEEDENK', period: year }, false],
    [
      'a later period',
      {},
      { measureCode: 'VERW', period: { from: '2026-01-01', toExclusive: '2027-01-01' } },
      false,
    ],
    [
      'an earlier period',
      {},
      { measureCode: 'VERW', period: { from: '2025-07-01', toExclusive: '2026-07-01' } },
      false,
    ],
    ['a quarter where years were agreed', {}, { measureCode: 'VERW', period: quarter }, false],
    [
      'a quarter where quarters were agreed',
      { granularity: 'quarter' },
      { measureCode: 'VERW', period: quarter },
      true,
    ],
    [
      'a month where quarters were agreed',
      { granularity: 'quarter' },
      { measureCode: 'VERW', period: { from: '2026-07-01', toExclusive: '2026-08-01' } },
      false,
    ],
  ])('%s', (_what, change, ask, covered) => {
    expect(covers(read(change), ask)).toBe(covered);
  });
});
