import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countTurnout, tellableLabels, type InvitedCell } from './turnout.rules.js';

const cell = (
  role: string,
  theme: string | null,
  practiceId: string | null,
  answered: number,
  invited = answered,
): InvitedCell => ({ role, theme, practiceId, answered, invited });
/** As many answers of each of three practices. */
const three = (role: string, theme: string | null, answered: number): InvitedCell[] =>
  ['p', 'q', 'r'].map((practice) => cell(role, theme, practice, answered));
const labels = (cells: InvitedCell[]): { roles: string[]; themes: string[] } => {
  const { roles, themes } = tellableLabels(cells);
  return { roles: [...roles].sort(), themes: [...themes].sort() };
};

describe('turnout', () => {
  it('counts the whole, each role and each theme, and the practices that answers came from (SUR-09)', () => {
    const cells = [
      cell('holder', 'Wondzorg', 'p', 1, 2),
      cell('holder', 'Wondzorg', 'q', 1, 1),
      cell('holder', null, 'r', 0, 3),
      cell('employee', 'Slaap', 'p', 2, 2),
      cell('consultant', null, null, 1, 1),
    ];
    expect(countTurnout(cells)).toEqual({
      whole: { invited: 9, answered: 5, practices: 3 },
      roles: {
        consultant: { invited: 1, answered: 1, practices: 1 },
        employee: { invited: 2, answered: 2, practices: 1 },
        holder: { invited: 6, answered: 2, practices: 2 },
      },
      themes: {
        Slaap: { invited: 2, answered: 2, practices: 1 },
        Wondzorg: { invited: 3, answered: 2, practices: 2 },
      },
    });
  });
});

describe('labels that stay on opened ballots', () => {
  it.each<[string, InvitedCell[], string[], string[]]>([
    ['both roles when both are many', [...three('a', null, 2), ...three('b', null, 2)], ['a', 'b'], []],
    [
      'none for the one employee: without her label she would be the only one without',
      [...three('a', null, 3), cell('b', null, 'p', 1)],
      [],
      [],
    ],
    ['none when few answered', three('a', 'T', 1), [], []],
    ['none of one practice alone', [cell('a', 'T', 'p', 9)], [], []],
    [
      'the large one when the small ones are many enough together',
      [...three('a', null, 3), ...three('b', null, 1), ...three('c', null, 1)],
      ['a'],
      [],
    ],
    [
      'themes but not roles when a role is rare within a theme',
      [...three('a', 'T', 3), ...three('a', 'U', 3), cell('b', 'T', 'p', 1)],
      [],
      ['T', 'U'],
    ],
    [
      'both where each combination is many',
      [...three('a', 'T', 2), ...three('b', 'T', 2), ...three('a', 'U', 2)],
      ['a', 'b'],
      ['T', 'U'],
    ],
    ['nothing of who did not answer', [...three('a', null, 2), cell('b', 'T', 'p', 0, 4)], ['a'], []],
  ])('keeps %s', (_what, cells, roles, themes) => {
    expect(labels(cells)).toEqual({ roles, themes });
  });

  it('never leave a combination of labels to fewer than five people or three practices', () => {
    const any = fc.array(
      fc.record({
        role: fc.constantFrom('a', 'a', 'b'),
        theme: fc.constantFrom('T', 'T', 'U', null),
        practiceId: fc.constantFrom('p', 'q', 'r', 's', null),
        answered: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 10, maxLength: 60 },
    );
    let kept = 0;
    fc.assert(
      fc.property(any, (list) => {
        const cells = list.map((one) => ({ ...one, invited: one.answered }));
        const { roles, themes } = tellableLabels(cells);
        kept += roles.size + themes.size;
        if (roles.size + themes.size === 0) return;
        const groups = new Map<string, InvitedCell[]>();
        for (const one of cells.filter(({ answered }) => answered > 0)) {
          const key = `${roles.has(one.role) ? one.role : '-'} ${one.theme && themes.has(one.theme) ? one.theme : '-'}`;
          groups.set(key, [...(groups.get(key) ?? []), one]);
        }
        for (const group of groups.values()) {
          expect(group.reduce((sum, one) => sum + one.answered, 0)).toBeGreaterThanOrEqual(5);
          expect(new Set(group.map((one) => one.practiceId)).size).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(kept).toBeGreaterThan(300); // or the rule keeps nothing, and proves nothing
  });
});
