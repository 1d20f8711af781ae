import { describe, expect, it } from '@jest/globals';
import type { Role } from '#libs/contracts';
import { DomainError, systemActor, type Actor } from '#libs/platform';
import type { RemarkRow } from './remarks.queries.js';
import { remarkView, verdictFits, yearFrom } from './remarks.rules.js';

const of = (role: Role, scopeId: string | null): Actor => ({
  ...systemActor('r'),
  kind: 'person',
  personId: 'x',
  roles: [{ id: 'a', role, scopeKind: scopeId ? 'practice' : 'region', scopeId }],
});
const ROW: RemarkRow = {
  id: 'm1',
  practiceId: 'p1',
  practice: 'De Vlier',
  kind: 'dispute',
  text: 'Bij ons in Vlierdam wonen veel ouderen.',
  state: 'answered',
  answer: 'Dank, De Vlier.',
  at: '2026-11-02T09:00:00.000Z',
  answeredAt: '2026-11-03T09:00:00.000Z',
  measureCode: 'VERW',
  title: { nl: 'Verwijzingen', en: 'Referrals' },
  item: 'DER',
  itemName: 'Dermatologie',
  from: '2025-10-01',
  toExclusive: '2026-10-01',
  version: 2,
};
const ANYBODY = { whole: [], manages: false };

describe('who reads what of a remark (MIR-03)', () => {
  it('tells the group that a practice disputes a figure and how that stands, without its name and its words', () => {
    const seen = remarkView(ROW, ANYBODY, of('practice-holder', 'p2'));
    expect(seen).toMatchObject({
      practice: null,
      own: false,
      kind: 'dispute',
      state: 'answered',
      text: '',
      answer: null,
    });
    expect(JSON.stringify(seen)).not.toMatch(/Vlier|p1/);
  });

  it.each<[string, Parameters<typeof remarkView>[1], Actor]>([
    ['the practice itself', ANYBODY, of('practice-employee', 'p1')],
    ['the group in open mode', { whole: ['p1', 'p2'], manages: false }, of('practice-holder', 'p2')],
    ['who keeps the figures', { whole: [], manages: true }, of('data-steward', null)],
  ])('tells everything to %s', (_who, reader, actor) => {
    expect(remarkView(ROW, reader, actor)).toMatchObject({
      practice: 'De Vlier',
      text: ROW.text,
      answer: ROW.answer,
    });
  });

  it('lets the practice take back and the steward answer what is open, and nobody anything else', () => {
    const open: RemarkRow = { ...ROW, state: 'open' };
    const rights = (row: RemarkRow, actor: Actor) => {
      const { mayAnswer, mayWithdraw } = remarkView(row, ANYBODY, actor);
      return [mayAnswer, mayWithdraw];
    };
    expect(rights(open, of('practice-contact', 'p1'))).toEqual([false, true]);
    expect(rights(open, of('practice-holder', 'p2'))).toEqual([false, false]);
    expect(rights(open, of('data-steward', null))).toEqual([true, false]);
    expect(rights(open, of('practice-consultant', 'p1'))).toEqual([false, false]);
    for (const state of ['answered', 'accepted', 'declined', 'withdrawn'] as const) {
      expect(rights({ ...ROW, state }, of('practice-contact', 'p1'))).toEqual([false, false]);
      expect(rights({ ...ROW, state }, of('data-steward', null))).toEqual([false, false]);
    }
  });

  it('names by code what has no name any more', () => {
    expect(
      remarkView({ ...ROW, title: null, itemName: null }, ANYBODY, of('practice-holder', 'p1')),
    ).toMatchObject({ measure: { title: { nl: 'VERW' } }, item: { name: 'DER' } });
  });

  it('accepts or declines disputes only', () => {
    expect((['answered', 'accepted', 'declined'] as const).map((one) => verdictFits('comment', one))).toEqual(
      [true, false, false],
    );
    expect((['answered', 'accepted', 'declined'] as const).map((one) => verdictFits('dispute', one))).toEqual(
      [true, true, true],
    );
  });
});

describe('the period of a remark', () => {
  it('is twelve months from the first day of a month', () => {
    expect(yearFrom('2025-10-01')).toEqual({ from: '2025-10-01', toExclusive: '2026-10-01' });
  });

  it.each(['2025-10-02', '2025-13-01', '', '1999-01-01', '2025-10-01T00:00'])('is not %j', (from) => {
    expect(() => yearFrom(from)).toThrow(DomainError);
  });
});
