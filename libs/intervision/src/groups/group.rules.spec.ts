import { describe, expect, it } from '@jest/globals';
import { repairPlan, type ProposedGroup, type PublishedGroup } from './group.rules.js';

describe('what a repair changes (GRP-16)', () => {
  const published = (id: string, members: string[], own: Partial<PublishedGroup> = {}): PublishedGroup => ({
    id,
    themeId: 't',
    dateId: 'd',
    leaderPracticeId: members[0] ?? null,
    members,
    ...own,
  });
  const proposed = (
    publishedId: string | null,
    members: string[],
    own: Partial<ProposedGroup> = {},
  ): ProposedGroup => ({
    publishedId,
    number: 1,
    themeId: 't',
    dateId: 'd',
    leaderPracticeId: members[0] ?? null,
    members,
    ...own,
  });
  const groups = [published('g1', ['a', 'b', 'c', 'd']), published('g2', ['e', 'f', 'g', 'h'])];

  it('says nothing of a group in which nothing changes', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c', 'd']),
      proposed('g2', ['e', 'f', 'g', 'h', 'x']),
    ]);
    expect(plan.changed).toMatchObject([
      { joined: ['x'], left: [], stayed: ['e', 'f', 'g', 'h'], retyped: false },
    ]);
    expect([plan.founded, plan.ended]).toEqual([[], []]);
  });

  it('takes a practice that moves as one that leaves here and joins there', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c']),
      proposed('g2', ['e', 'f', 'g', 'h', 'd']),
    ]);
    expect(plan.changed).toMatchObject([
      { left: ['d'], joined: [], stayed: ['a', 'b', 'c'] },
      { left: [], joined: ['d'] },
    ]);
  });

  it('takes another leader, theme or date as a change', () => {
    for (const own of [{ leaderPracticeId: 'b' }, { themeId: 'other' }, { dateId: 'other' }])
      expect(
        repairPlan(groups.slice(0, 1), [proposed('g1', ['a', 'b', 'c', 'd'], own)]).changed,
      ).toMatchObject([{ joined: [], left: [], retyped: true }]);
  });

  it('founds what is new and ends what is not there any more', () => {
    const plan = repairPlan(groups, [
      proposed('g1', ['a', 'b', 'c', 'd']),
      proposed(null, ['e', 'f', 'x', 'y']),
    ]);
    expect(plan.founded.map(({ members }) => members)).toEqual([['e', 'f', 'x', 'y']]);
    expect(plan.ended.map(({ id }) => id)).toEqual(['g2']);
    expect(plan.changed).toEqual([]);
  });
});
