import { describe, expect, it } from '@jest/globals';
import { readInstance } from '#libs/grouping';
import {
  buildInstance,
  earlierPairs,
  instanceHash,
  takesPart,
  type EarlierMembership,
  type RoundSource,
  type SourceAnswer,
  type SourcePractice,
} from './instance.rules.js';

const answer = (own: Partial<SourceAnswer> = {}): SourceAnswer => ({
  submitted: true,
  ranked: ['t1', 't2'],
  excluded: [],
  dates: { d1: 'yes', d2: 'maybe', d3: 'no' },
  motivation: 3,
  stay: null,
  canLead: true,
  ...own,
});
const practice = (id: string, own: Partial<SourcePractice> = {}): SourcePractice => ({
  id,
  name: `Praktijk ${id}`,
  district: 'West',
  listSize: 2000,
  motivation: 5,
  withoutAnswer: false,
  answer: answer(),
  ...own,
});
const source = (own: Partial<RoundSource> = {}): RoundSource => ({
  id: 'r1',
  name: 'Ronde 2027',
  asks: ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'],
  rules: {
    groupSize: { min: 4, max: 6 },
    maxAbsentPerGroup: 0,
    maxPerDistrict: null,
    requireRankedTheme: true,
    weights: { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 },
  },
  themes: ['t1', 't2', 't3'].map((id) => ({ id, shortName: `Thema ${id}`, maxGroups: null })),
  dates: ['d1', 'd2', 'd3', 'd4'].map((id, k) => ({
    id,
    date: `2027-02-0${k + 1}`,
    startTime: '19:30',
    endTime: '21:00',
    maxGroups: null,
  })),
  practices: [practice('a'), practice('b'), practice('c')],
  forbidden: [],
  earlier: [],
  merged: {},
  ...own,
});
const one = (given: RoundSource, id = 'a') => buildInstance(given).practices.find((found) => found.id === id);
const stay = (practiceId: string, own: Partial<EarlierMembership> = {}): EarlierMembership => ({
  groupId: 'g',
  practiceId,
  roundsAgo: 0,
  joinedAt: '2026-01-01',
  leftAt: null,
  ...own,
});

describe('a round as an instance of the engine', () => {
  it('is accepted by the engine as it is (GRP-01, GRP-04)', () => {
    const built = buildInstance(source({ earlier: [stay('a'), stay('b')] }));
    expect(readInstance(JSON.parse(JSON.stringify(built)))).toMatchObject({
      history: [{ members: ['a', 'b'], weight: 0.5 }],
    });
  });

  it('takes a date that was not answered as a date on which a practice cannot come (GRP-05)', () => {
    expect(one(source())).toMatchObject({ available: ['d1'], maybe: ['d2'] });
  });

  it.each([
    ['answered', practice('a'), true],
    ['answered nothing', practice('a', { answer: null }), false],
    ['began an answer', practice('a', { answer: answer({ submitted: false }) }), false],
    ['is let in without an answer', practice('a', { answer: null, withoutAnswer: true }), true],
  ] as const)('counts a practice that %s by the coordinator’s word alone', (_what, given, counts) => {
    expect(takesPart(given)).toBe(counts);
  });

  it('lets in who did not answer on every date, wanting nothing, offering no leader', () => {
    const silent = practice('a', { answer: null, withoutAnswer: true });
    expect(one(source({ practices: [silent] }))).toMatchObject({
      available: [],
      maybe: ['d1', 'd2', 'd3', 'd4'],
      preferences: [],
      canLead: false,
      motivation: null,
    });
  });

  it('keeps the no of an answer that was begun and not handed in', () => {
    const begun = practice('a', {
      withoutAnswer: true,
      answer: answer({ submitted: false, dates: { d1: 'no' } }),
    });
    expect(one(source({ practices: [begun] }))).toMatchObject({
      available: [],
      maybe: ['d2', 'd3', 'd4'],
      preferences: [],
    });
  });

  it('lets a question that is not asked restrict nobody', () => {
    const silent = source({
      asks: [],
      practices: [practice('a', { answer: answer({ canLead: null, dates: {} }) })],
    });
    expect(one(silent)).toMatchObject({
      available: ['d1', 'd2', 'd3', 'd4'],
      preferences: [],
      canLead: true,
      motivation: 5,
    });
    expect(buildInstance(silent).config.requireRankedTheme).toBe(false);
  });

  it('leaves out themes that were removed after they were chosen', () => {
    const chosen = practice('a', { answer: answer({ ranked: ['gone', 't3'], excluded: ['gone', 't1'] }) });
    expect(one(source({ practices: [chosen] }))).toMatchObject({
      preferences: ['t3'],
      excludedThemes: ['t1'],
    });
  });

  it('never counts practices without a district as neighbours', () => {
    const { practices } = buildInstance(
      source({ practices: [practice('a', { district: null }), practice('b', { district: null })] }),
    );
    expect(new Set(practices.map(({ district }) => district)).size).toBe(2);
  });

  it('hands on only pairs of practices that both take part', () => {
    const forbidden = [
      { a: 'a', b: 'b', reason: 'familie' },
      { a: 'a', b: 'z', reason: 'oud conflict' },
    ];
    expect(buildInstance(source({ forbidden })).forbiddenPairs).toEqual([forbidden[0]]);
  });
});

describe('earlier partners (GRP-05)', () => {
  const present = new Set(['a', 'b', 'c']);
  const wishing = (a: SourceAnswer['stay'], b: SourceAnswer['stay']) =>
    source({
      practices: [
        practice('a', { answer: answer({ stay: a }) }),
        practice('b', { answer: answer({ stay: b }) }),
      ],
      earlier: [stay('a'), stay('b')],
    });

  it.each([
    ['yes', 'yes', 1],
    ['yes', 'neutral', 0.5],
    ['yes', null, 0.5],
    ['neutral', 'neutral', 0.5],
  ] as const)('weighs a pair that wishes %s and %s with the smaller wish', (a, b, weight) => {
    expect(earlierPairs(wishing(a, b), present)).toEqual([{ members: ['a', 'b'], weight }]);
  });

  it('forgets a pair of which one wants other partners', () => {
    expect(earlierPairs(wishing('yes', 'no'), present)).toEqual([]);
  });

  it('counts the round before the last one half, and takes the stronger of two', () => {
    const before = [stay('a', { groupId: 'old', roundsAgo: 1 }), stay('b', { groupId: 'old', roundsAgo: 1 })];
    const both = (earlier: EarlierMembership[]) => ({ ...wishing('yes', 'yes'), earlier });
    expect(earlierPairs(both(before), present)).toEqual([{ members: ['a', 'b'], weight: 0.5 }]);
    expect(earlierPairs(both([...before, stay('a'), stay('b')]), present)).toEqual([
      { members: ['a', 'b'], weight: 1 },
    ]);
  });

  it('counts who left for those who were there before it left, and not for who came after', () => {
    const earlier = [stay('a'), stay('b', { leftAt: '2026-05-01' }), stay('c', { joinedAt: '2026-06-01' })];
    expect(earlierPairs(source({ earlier }), present).map(({ members }) => members)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('lets a merged practice bring its partners along (GRP-16)', () => {
    const earlier = [stay('a'), stay('old')];
    const merged = { old: 'older', older: 'b' };
    expect(earlierPairs(source({ earlier, merged }), present).map(({ members }) => members)).toEqual([
      ['a', 'b'],
    ]);
    expect(earlierPairs(source({ earlier, merged: { old: 'a' } }), present)).toEqual([]);
  });
});

describe('the fingerprint of an instance', () => {
  const hash = (given: RoundSource) => instanceHash(buildInstance(given));

  it('stays when only names, list sizes or reasons change', () => {
    const renamed = source({
      name: 'Andere naam',
      themes: source().themes.map((theme) => ({ ...theme, shortName: 'Nieuw' })),
      practices: source().practices.map((given) => ({ ...given, name: 'Nieuw', listSize: 1 })),
    });
    expect(hash(renamed)).toBe(hash(source()));
    expect(hash(source({ practices: [...source().practices].reverse() }))).toBe(hash(source()));
  });

  it.each([
    [
      'an answer',
      source({ practices: [practice('a', { answer: answer({ dates: {} }) }), practice('b'), practice('c')] }),
    ],
    ['a rule', source({ rules: { ...source().rules, groupSize: { min: 4, max: 7 } } })],
    ['a cap', source({ dates: source().dates.map((date) => ({ ...date, maxGroups: 1 })) })],
    ['a participant', source({ practices: [practice('a'), practice('b')] })],
    ['a forbidden pair', source({ forbidden: [{ a: 'a', b: 'b', reason: 'x' }] })],
  ])('changes with %s', (_what, changed) => {
    expect(hash(changed)).not.toBe(hash(source()));
  });
});
