import { describe, expect, it } from '@jest/globals';
import { checkSolution, type Instance, type RelaxationChange, type Solution } from '#libs/grouping';
import { agreedInstance, defaultSeconds, nextLabel, pinRequest } from './forming.rules.js';
import type { RoundSource } from './instance.rules.js';
import { sourceChange, storedRelaxations, type SourceChange } from './relaxation.rules.js';

describe('a forming run', () => {
  it('stays within ten seconds for sixty practices', () => {
    expect([8, 24, 60].every((practices) => defaultSeconds(practices) < 10)).toBe(true);
    expect(defaultSeconds(240)).toBeGreaterThan(defaultSeconds(120));
  });

  it('names proposals by the first free letter', () => {
    expect([nextLabel([]), nextLabel(['A', 'C']), nextLabel([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])]).toEqual([
      'A',
      'B',
      'A2',
    ]);
  });

  const current: Solution = {
    format: 'igroups-solution/1',
    instance: 'r',
    status: 'feasible',
    groups: [{ id: '1', theme: 't1', date: 'd1', leader: 'a', members: ['a', 'b', 'c', 'd'] }],
    unassigned: [],
    conflicts: [],
    objective: null,
    bound: null,
    optimal: false,
    seconds: 0,
    iterations: 0,
  };

  it('pins practices and leaders where they are, and forgets pins of what is gone', () => {
    const pins = { practices: ['b', 'gone'], groups: ['1'], leaders: ['1', '9'] };
    expect(pinRequest(current, pins)).toEqual({
      practices: [{ practice: 'b', group: '1' }],
      groups: ['1'],
      leaders: [{ group: '1', practice: 'a' }],
    });
  });

  it('repairs from what was agreed, whatever answers say by now (GRP-16)', () => {
    const practice = (id: string) => ({
      id,
      district: id,
      listSize: null,
      motivation: null,
      canLead: false,
      preferences: [],
      excludedThemes: ['t1'],
      available: [],
      maybe: [],
    });
    const instance: Instance = {
      format: 'igroups-instance/1',
      name: 'r',
      config: {
        groupSize: { min: 4, max: 6 },
        maxAbsentPerGroup: 0,
        maxPerDistrict: null,
        requireRankedTheme: true,
        weights: { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 },
        rankValues: [1],
        maybeValue: 0.5,
        fairness: { lambda: 1, threshold: 0.5 },
        unassignedPenalty: 10,
      },
      themes: [{ id: 't1', name: 'T', maxGroups: null }],
      dates: [{ id: 'd1', date: '2027-02-09', maxGroups: null }],
      practices: ['a', 'b', 'c', 'd'].map(practice),
      history: [],
      forbiddenPairs: [],
    };
    expect(checkSolution(instance, current).hardOk).toBe(false);
    expect(checkSolution(agreedInstance(instance, current), current)).toMatchObject({
      hardOk: true,
      complete: true,
    });
  });
});

describe('accepting a way out', () => {
  const source = {
    rules: { groupSize: { min: 4, max: 6 }, requireRankedTheme: true },
    practices: [{ id: 'a', answer: { ranked: ['t1'], excluded: ['t2', 't3'] } }],
  } as unknown as RoundSource;
  const cases: [RelaxationChange, SourceChange][] = [
    [
      { kind: 'max-size', from: 6, to: 7 },
      { kind: 'rules', rules: { groupSize: { min: 4, max: 7 } } },
    ],
    [
      { kind: 'min-size', from: 4, to: 3 },
      { kind: 'rules', rules: { groupSize: { min: 3, max: 6 } } },
    ],
    [
      { kind: 'absence', from: 0, to: 1 },
      { kind: 'rules', rules: { maxAbsentPerGroup: 1 } },
    ],
    [
      { kind: 'district', from: 2, to: 3 },
      { kind: 'rules', rules: { maxPerDistrict: 3 } },
    ],
    [
      { kind: 'leaders', practices: ['a'] },
      { kind: 'can-lead', practiceId: 'a', canLead: true },
    ],
    [
      {
        kind: 'dates',
        answers: [
          { practice: 'a', date: 'd1' },
          { practice: 'b', date: 'd2' },
        ],
      },
      {
        kind: 'all',
        changes: [
          { kind: 'date', practiceId: 'a', dateId: 'd1', answer: 'yes' },
          { kind: 'date', practiceId: 'b', dateId: 'd2', answer: 'yes' },
        ],
      },
    ],
    [
      { kind: 'pairs', pairs: [{ a: 'a', b: 'b' }] },
      { kind: 'pair', a: 'a', b: 'b', apart: false },
    ],
    [
      { kind: 'themes', seats: [{ practice: 'a', theme: 't2' }] },
      { kind: 'themes', practiceId: 'a', ranked: ['t1', 't2'], excluded: ['t3'] },
    ],
    [
      { kind: 'capacity', themes: [{ theme: 't1', from: 1, to: 2 }], dates: [] },
      { kind: 'theme-cap', themeId: 't1', maxGroups: 2 },
    ],
  ];
  it.each(cases)('makes of %j what is stored', (change, stored) => {
    expect(sourceChange(source, change)).toEqual(stored);
  });

  it('offers no more than three, with their cost and a title of their own', () => {
    const points = {
      preference: -0.62,
      attendance: null,
      continuity: 0,
      motivation: 0.04,
      worst: 0,
      total: 1,
    };
    const found = cases.map(([change]) => ({
      family: 'MAX_SIZE' as const,
      unassignedAfter: 0,
      change,
      cost: points,
      sentence: 'Kan.',
      sentenceEn: 'Possible.',
    }));
    const stored = storedRelaxations(source, found);
    expect(stored).toHaveLength(3);
    expect(stored[0]).toMatchObject({
      title: { nl: 'Sta groepen van 7 praktijken toe', en: 'Allow groups of 7 practices' },
      cost: { theme: -0.6, attendance: 0, continuity: 0, motivation: 0, worst: 0 },
    });
    expect(new Set(stored.map(({ id }) => id)).size).toBe(3);
  });
});
