import { describe, expect, it } from '@jest/globals';
import { readInstance, readSolution } from './reader.js';
import { sampleInstance } from './sample.js';

/** A file as somebody else wrote it: nothing about it is known. */
// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;
type Change = (json: Json) => void;

const fresh = (): Json => JSON.parse(JSON.stringify(sampleInstance({ practices: 8 }))) as Json;

const refused: [string, Change, RegExp][] = [
  [
    'another format',
    (json) => (json['format'] = 'igroups-instance/2'),
    /^format: must be "igroups-instance\/1"/,
  ],
  ['no config', (json) => delete json['config'], /^config: must be an object/],
  [
    'a smallest size above the largest',
    (json) => (json['config'].groupSize = { min: 7, max: 6 }),
    /^config\.groupSize: min 7 is larger than max 6/,
  ],
  [
    'a size that is not whole',
    (json) => (json['config'].groupSize.min = 3.5),
    /^config\.groupSize\.min: must be a whole number/,
  ],
  [
    'a size of zero',
    (json) => (json['config'].groupSize.min = 0),
    /^config\.groupSize\.min: must be at least 1/,
  ],
  [
    'a number that is not one',
    (json) => (json['config'].maybeValue = NaN),
    /^config\.maybeValue: must be a number, found NaN/,
  ],
  [
    'a negative weight',
    (json) => (json['config'].weights.theme = -1),
    /^config\.weights\.theme: must be at least 0/,
  ],
  [
    'a weight left out',
    (json) => delete json['config'].weights.theme,
    /^config\.weights\.theme: must be a number, found nothing/,
  ],
  ['no practices', (json) => delete json['practices'], /^practices: must be a list/],
  [
    'two practices with one id',
    (json) => (json['practices'][1].id = json['practices'][0].id),
    /^practices\[1\]\.id: repeats the id/,
  ],
  [
    'two themes with one id',
    (json) => (json['themes'][1].id = json['themes'][0].id),
    /^themes\[1\]\.id: repeats the id/,
  ],
  [
    'an unknown theme',
    (json) => (json['practices'][2].preferences = ['t1', 'nope']),
    /^practices\[2\]\.preferences\[1\]: names no theme, found "nope"/,
  ],
  [
    'a theme ranked twice',
    (json) => (json['practices'][2].preferences = ['t1', 't1']),
    /^practices\[2\]\.preferences\[1\]: repeats theme/,
  ],
  [
    'an unknown date',
    (json) => (json['practices'][0].available = ['d99']),
    /^practices\[0\]\.available\[0\]: names no date, found "d99"/,
  ],
  [
    'a motivation of six',
    (json) => (json['practices'][0].motivation = 6),
    /^practices\[0\]\.motivation: must be at most 5/,
  ],
  [
    'an unknown practice in a forbidden pair',
    (json) => (json['forbiddenPairs'] = [{ a: 'p1', b: 'x' }]),
    /^forbiddenPairs\[0\]\.b: names no practice/,
  ],
  [
    'a date that is no date',
    (json) => (json['dates'][0].date = 'someday'),
    /^dates\[0\]\.date: must be a date like/,
  ],
  [
    'a flag that is a text',
    (json) => (json['practices'][0].canLead = 'ja'),
    /^practices\[0\]\.canLead: must be true or false/,
  ],
];

describe('readInstance', () => {
  it.each(refused)('refuses %s in one sentence with its path (GRP-01)', (_name, change, message) => {
    const json = fresh();
    change(json);
    expect(() => readInstance(json)).toThrow(message);
    try {
      readInstance(json);
    } catch (error) {
      expect((error as Error).message.split('\n')).toHaveLength(1);
    }
  });

  it('fills in the documented defaults for fields that are absent (GRP-01)', () => {
    const instance = readInstance({
      format: 'igroups-instance/1',
      config: { groupSize: { min: 4, max: 6 } },
      themes: [{ id: 't' }],
      dates: [{ id: 'd', date: '2027-02-09' }],
      practices: [{ id: 'p' }],
    });
    expect(instance.config).toEqual({
      groupSize: { min: 4, max: 6 },
      maxAbsentPerGroup: 0,
      maxPerDistrict: null,
      requireRankedTheme: false,
      weights: { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 },
      rankValues: [1, 0.75, 0.5],
      maybeValue: 0.5,
      fairness: { lambda: 0, threshold: 0 },
      unassignedPenalty: 10,
    });
    expect(instance.practices[0]).toMatchObject({
      canLead: false,
      motivation: null,
      preferences: [],
      available: [],
      maybe: [],
    });
    expect(instance.themes[0]).toEqual({ id: 't', name: 't', maxGroups: null });
  });

  it('allows earlier members that do not take part this round (GRP-05)', () => {
    const json = fresh();
    json['history'] = [{ members: ['p1', 'gone', 'p2'] }];
    expect(readInstance(json).history).toEqual([{ members: ['p1', 'gone', 'p2'], weight: 1 }]);
  });
});

describe('readSolution', () => {
  it('takes bare ids as practices left out', () => {
    const solution = readSolution({
      format: 'igroups-solution/1',
      groups: [],
      unassigned: ['p1', { id: 'p2', reasons: ['X'] }],
    });
    expect(solution.unassigned).toEqual([
      { id: 'p1', reasons: [] },
      { id: 'p2', reasons: ['X'] },
    ]);
    expect(solution.status).toBe('partial');
  });

  it('refuses a group without members with its path', () => {
    const json = { format: 'igroups-solution/1', groups: [{ id: 'G1', theme: 't', date: 'd', leader: 'p' }] };
    expect(() => readSolution(json)).toThrow(/^groups\[0\]\.members: must be a list/);
  });
});
