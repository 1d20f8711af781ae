import { describe, expect, it } from '@jest/globals';
import { checkSolution } from './check.js';
import type { ViolationCode } from './check.js';
import type { Instance, Solution } from './instance.js';
import { readInstance } from './reader.js';

/** Ten practices that can do everything, two themes, two dates. */
function plain(): Instance {
  const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
  return readInstance({
    format: 'igroups-instance/1',
    name: 'plain',
    config: { groupSize: { min: 4, max: 6 }, fairness: { lambda: 1, threshold: 0.5 } },
    themes: [
      { id: 't1', name: 'Een' },
      { id: 't2', name: 'Twee' },
    ],
    dates: [
      { id: 'd1', date: '2027-02-09' },
      { id: 'd2', date: '2027-02-10' },
    ],
    practices: ids.map((id) => ({
      id,
      district: 'w',
      canLead: true,
      available: ['d1', 'd2'],
      preferences: ['t1', 't2'],
      motivation: 3,
    })),
  });
}

function seated(): Solution {
  return {
    format: 'igroups-solution/1',
    instance: 'plain',
    status: 'feasible',
    groups: [
      { id: 'A', theme: 't1', date: 'd1', leader: 'p0', members: ['p0', 'p1', 'p2', 'p3', 'p4'] },
      { id: 'B', theme: 't2', date: 'd2', leader: 'p5', members: ['p5', 'p6', 'p7', 'p8', 'p9'] },
    ],
    unassigned: [],
    conflicts: [],
    objective: null,
    bound: null,
    optimal: false,
    seconds: 0,
    iterations: 0,
  };
}

type Twist = (instance: Instance, solution: Solution) => void;

const broken: [ViolationCode, string, Twist][] = [
  [
    'TOO_LARGE',
    'refuses a seventh practice (GRP-01)',
    (_, { groups }) => groups[0]!.members.push('p5', 'p6'),
  ],
  ['TOO_SMALL', 'refuses a group of three (GRP-01)', (_, { groups }) => groups[0]!.members.splice(3)],
  [
    'DUPLICATE',
    'refuses a practice in two groups (GRP-03)',
    (_, { groups }) => groups[0]!.members.push('p9'),
  ],
  [
    'ABSENT',
    'refuses a practice that cannot attend (GRP-05)',
    ({ practices }) => (practices[1]!.available = ['d2']),
  ],
  ['LEADER_NOT_MEMBER', 'refuses a leader from another group', (_, { groups }) => (groups[0]!.leader = 'p9')],
  ['LEADER_CANNOT', 'refuses a leader that cannot lead', ({ practices }) => (practices[0]!.canLead = false)],
  [
    'LEADER_ABSENT',
    'refuses a leader that only may attend',
    ({ practices }) => Object.assign(practices[0]!, { available: ['d2'], maybe: ['d1'] }),
  ],
  [
    'EXCLUDED_THEME',
    'refuses a theme that a member excludes (GRP-04)',
    ({ practices }) => (practices[2]!.excludedThemes = ['t1']),
  ],
  [
    'UNRANKED_THEME',
    'refuses a theme that was not ranked when the round demands it (GRP-04)',
    ({ practices, config }) => {
      config.requireRankedTheme = true;
      practices[2]!.preferences = ['t2'];
    },
  ],
  [
    'FORBIDDEN_PAIR',
    'refuses two practices that may not sit together',
    ({ forbiddenPairs }) => forbiddenPairs.push({ a: 'p3', b: 'p1', reason: 'x' }),
  ],
  ['DISTRICT', 'refuses too many from one district', ({ config }) => (config.maxPerDistrict = 4)],
  [
    'THEME_CAPACITY',
    'refuses more groups on a theme than it may have',
    ({ themes }) => (themes[0]!.maxGroups = 0),
  ],
  [
    'DATE_CAPACITY',
    'refuses more groups on a date than it may have',
    ({ dates }, { groups }) => ((dates[0]!.maxGroups = 1), (groups[1]!.date = 'd1')),
  ],
  ['SILENTLY_DROPPED', 'refuses a practice that is nowhere', (_, { groups }) => groups[0]!.members.splice(4)],
  [
    'BOTH',
    'refuses a practice that is both placed and left out',
    (_, { unassigned }) => unassigned.push({ id: 'p1', reasons: [] }),
  ],
  ['UNKNOWN_THEME', 'names an unknown theme', (_, { groups }) => (groups[0]!.theme = 'x')],
  ['UNKNOWN_DATE', 'names an unknown date', (_, { groups }) => (groups[0]!.date = 'x')],
  ['UNKNOWN_PRACTICE', 'names an unknown practice', (_, { groups }) => groups[0]!.members.push('x')],
];

describe('checkSolution', () => {
  it('accepts a grouping that keeps every rule and values it by the definition (GRP-04, GRP-05, GRP-06)', () => {
    const report = checkSolution(plain(), seated());
    expect(report.violations).toEqual([]);
    // First choice: (.4 + .2 + .15) / .75 = 1; second choice: (.3 + .2 + .15) / .75.
    expect(report.objective).toBeCloseTo((5 * 1 + 5 * (0.65 / 0.75)) / 10, 12);
    expect(report.groups.map(({ level }) => level)).toEqual([3, 3]);
    expect(report.fairness).toMatchObject({
      firstChoices: 5,
      ranked: 10,
      belowThreshold: 0,
      continuity: null,
    });
  });

  it.each(broken)('%s: %s', (code, _name, twist) => {
    const [instance, solution] = [plain(), seated()];
    twist(instance, solution);
    const found = checkSolution(instance, solution).violations.filter((violation) => violation.code === code);
    expect(found).toHaveLength(code === 'SILENTLY_DROPPED' ? 1 : found.length);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.message).toMatch(/\.$/);
    expect(found[0]!.messageEn).toMatch(/\.$/);
  });

  it('counts a practice under the threshold double and one left out ten times (GRP-08)', () => {
    const [instance, solution] = [plain(), seated()];
    for (const practice of instance.practices)
      Object.assign(practice, { preferences: practice.id === 'p0' ? ['t2'] : [], motivation: null });
    solution.groups[1]!.members.pop();
    solution.unassigned.push({ id: 'p9', reasons: [] });
    const report = checkSolution(instance, solution);
    // p0: theme 0, attendance 1 → 1/3, phi = 1/3 - (1/2 - 1/3).
    expect(report.objective).toBeCloseTo((8 + 1 / 3 - (1 / 2 - 1 / 3) - 10) / 10, 12);
    expect(report.fairness.belowThreshold).toBe(1);
  });

  it('shares continuity over the partners a full group could hold and ignores forbidden ones (GRP-05)', () => {
    const [instance, solution] = [plain(), seated()];
    instance.config.groupSize.max = 5;
    instance.history = [
      { members: ['p0', 'p1', 'p5', 'p6'], weight: 1 },
      { members: ['p0', 'p2'], weight: 0.5 },
    ];
    instance.forbiddenPairs = [{ a: 'p0', b: 'p6', reason: '' }];
    const own = checkSolution(instance, solution).practices.find(({ practice }) => practice === 'p0')!;
    expect(own.terms!.continuity).toBeCloseTo((1 + 0.5) / (1 + 1 + 0.5), 12);
  });
});
