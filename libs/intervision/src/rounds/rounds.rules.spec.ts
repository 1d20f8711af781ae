import { describe, expect, it } from '@jest/globals';
import { ROUND_ASKS, type RoundKindSlug, type RoundRules } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { EXPLANATIONS, ROUND_KINDS, roundKind } from './round-kinds.rules.js';
import {
  changeAsks,
  changeRules,
  dueReminders,
  moment,
  remindedAfterMove,
  reminderMoment,
  reminderPlan,
  type ReminderWindow,
  type RuleChange,
} from './rounds.rules.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('kinds of rounds', () => {
  it.each<[slug: RoundKindSlug, min: number, max: number, meetings: number, source: string]>([
    ['plus-praktijk', 4, 6, 4, 'GRP-01'],
    ['regional-s3', 6, 8, 4, 'GRP-02, PRG-14'],
    ['mtvp-thematic', 4, 6, 1, 'GRP-03'],
  ])('%s has groups of %i–%i, %i meetings a year (%s)', (slug, min, max, meetings, _source) => {
    const kind = roundKind(slug);
    expect(kind.rules.groupSize).toEqual({ min, max });
    expect(kind.meetingsPerYear).toBe(meetings);
  });

  it('keeps medical content out of groups of assistants, in words (GRP-11)', () => {
    expect(roundKind('assistants').scopeRule?.nl).toContain('geen medische inhoud');
    expect(ROUND_KINDS.filter((kind) => kind.scopeRule).map((kind) => kind.slug)).toEqual(['assistants']);
  });

  it('starts every kind with rules that can be (A16)', () => {
    expect(ROUND_KINDS).toHaveLength(6);
    for (const kind of ROUND_KINDS) {
      expect(changeRules(kind.rules, {})).toEqual(kind.rules);
      expect(kind.asks.every((ask) => ROUND_ASKS.includes(ask))).toBe(true);
      expect(kind.name.nl && kind.name.en && kind.purpose.nl && kind.purpose.en).toBeTruthy();
    }
  });

  it('explains every rule, weight and question in one sentence of each language', () => {
    const rules = roundKind('free').rules;
    const keys = [
      ...Object.keys(rules)
        .filter((key) => key !== 'weights')
        .map((key) => `rule.${key}`),
      ...Object.keys(rules.weights).map((key) => `weight.${key}`),
      ...ROUND_ASKS.map((ask) => `ask.${ask}`),
    ];
    expect(Object.keys(EXPLANATIONS).sort()).toEqual(keys.sort());
    for (const { nl, en } of Object.values(EXPLANATIONS)) {
      expect(nl).toMatch(/^[A-Z].{20,120}\.$/);
      expect(en).toMatch(/^[A-Z].{20,120}\.$/);
    }
  });
});

describe('rules of a round', () => {
  const now: RoundRules = roundKind('plus-praktijk').rules;
  it.each<[string, RuleChange, string]>([
    ['2 to 12', { groupSize: { min: 2, max: 12 } }, 'none'],
    ['one size only', { groupSize: { min: 5, max: 5 } }, 'none'],
    ['a group of one', { groupSize: { min: 1, max: 6 } }, 'round.size-invalid'],
    ['thirteen', { groupSize: { max: 13 } }, 'round.size-invalid'],
    ['min above max', { groupSize: { min: 7 } }, 'round.size-invalid'],
    ['half a practice', { groupSize: { min: 4.5 } }, 'round.size-invalid'],
    ['everybody absent', { maxAbsentPerGroup: 4 }, 'round.size-invalid'],
    ['fewer than none absent', { maxAbsentPerGroup: -1 }, 'round.size-invalid'],
    ['one absent', { maxAbsentPerGroup: 1 }, 'none'],
    ['nobody per district', { maxPerDistrict: 0 }, 'round.size-invalid'],
    ['no limit per district', { maxPerDistrict: null }, 'none'],
    ['weights of .9', { weights: { theme: 0.3 } }, 'round.weights-invalid'],
    [
      'a negative weight',
      { weights: { theme: -0.1, attendance: 0.7, continuity: 0.25, motivation: 0.15 } },
      'round.weights-invalid',
    ],
    ['no number', { weights: { theme: NaN } }, 'round.weights-invalid'],
    ['thirds', { weights: { theme: 1 / 3, attendance: 1 / 3, continuity: 1 / 3, motivation: 0 } }, 'none'],
    ['a field that is undefined', { groupSize: { min: undefined }, maxAbsentPerGroup: undefined }, 'none'],
  ])('%s: %j gives %s (GRP-01, GRP-06)', (_what, change, code) => {
    expect(codeOf(() => changeRules(now, change))).toBe(code);
  });

  it('leaves what a change does not name', () => {
    expect(changeRules(now, { requireRankedTheme: false, weights: { theme: undefined } })).toEqual({
      ...now,
      requireRankedTheme: false,
    });
  });

  it('adds a question while practices answer, and takes none away', () => {
    expect(changeAsks(['dates', 'themes'], ['themes', 'stay', 'dates'], 'open')).toEqual([
      'themes',
      'dates',
      'stay',
    ]);
    expect(codeOf(() => changeAsks(['dates', 'themes'], ['themes'], 'open'))).toBe('round.not-draft');
    expect(changeAsks(['dates', 'themes'], ['themes'], 'draft')).toEqual(['themes']);
  });
});

describe('moments (field B1: time zones)', () => {
  it.each([
    ['2026-12-04T17:00:00Z', '2026-12-04T17:00:00.000Z'],
    ['2026-12-04T17:00:00+02:00', '2026-12-04T15:00:00.000Z'],
    ['2026-12-04T17:00', '2026-12-04T16:00:00.000Z'],
    ['2026-07-04T17:00', '2026-07-04T15:00:00.000Z'],
    ['2026-12-04', '2026-12-04T22:59:59.000Z'],
  ])('reads %s as %s, whatever zone the machine is in', (text, instant) => {
    expect(moment(text).toISOString()).toBe(instant);
  });

  it('refuses what is no moment', () => {
    expect(codeOf(() => moment('2026-02-30T10:00'))).toBe('round.window-invalid');
    expect(codeOf(() => moment('morgen'))).toBe('round.window-invalid');
  });
});

describe('reminders (features 8)', () => {
  it.each([
    ['autumn, after the clock went back', '2026-10-27T16:00:00Z', 7, '2026-10-20T07:00:00.000Z'],
    ['autumn, the day after', '2026-10-27T16:00:00Z', 2, '2026-10-25T08:00:00.000Z'],
    ['spring, before the clock went forward', '2027-03-30T15:00:00Z', 7, '2027-03-23T08:00:00.000Z'],
    ['spring, the day itself', '2027-03-30T15:00:00Z', 2, '2027-03-28T07:00:00.000Z'],
    ['a deadline at midnight', '2026-12-03T23:00:00Z', 2, '2026-12-02T08:00:00.000Z'],
  ])('go at 09.00 local time: %s', (_what, until, days, at) => {
    expect(reminderMoment(new Date(until), days).toISOString()).toBe(at);
  });

  const window: ReminderWindow = {
    answerFrom: new Date('2026-11-02T10:00:00Z'),
    answerUntil: new Date('2026-11-20T16:00:00Z'),
    reminderDays: [7, 2],
    remindedDays: [],
  };
  it.each<[string, string, Partial<ReminderWindow>, number[]]>([
    ['before the first', '2026-11-13T07:59:59Z', {}, []],
    ['at the first', '2026-11-13T08:00:00Z', {}, [7]],
    ['after the first, which is done', '2026-11-14T08:00:00Z', { remindedDays: [7] }, []],
    ['at the second', '2026-11-18T08:00:00Z', { remindedDays: [7] }, [2]],
    ['after the clock stood still for a week', '2026-11-19T08:00:00Z', {}, [7, 2]],
    ['after the clock went back', '2026-11-13T09:00:00Z', { remindedDays: [7, 2] }, []],
    ['at the deadline', '2026-11-20T16:00:00Z', {}, []],
    ['opened after its moment', '2026-11-14T08:00:00Z', { answerFrom: new Date('2026-11-13T09:00:00Z') }, []],
    ['never opened', '2026-11-14T08:00:00Z', { answerFrom: null }, []],
  ])('%s', (_what, now, own, due) => {
    expect(dueReminders({ ...window, ...own }, new Date(now))).toEqual(due);
  });

  it('go again for a later deadline, unless that moment has passed as well', () => {
    const now = new Date('2026-11-18T09:00:00Z');
    expect(remindedAfterMove(window, new Date('2026-11-23T16:00:00Z'), now)).toEqual([7]);
    expect(remindedAfterMove(window, new Date('2026-12-04T16:00:00Z'), now)).toEqual([]);
  });

  it('are a few whole days, each once', () => {
    expect(reminderPlan([2, 7, 2])).toEqual([7, 2]);
    expect(reminderPlan([])).toEqual([]);
    for (const days of [[0], [1.5], [61], [1, 2, 3, 4, 5, 6, 7]])
      expect(codeOf(() => reminderPlan(days))).toBe('validation.failed');
  });
});
