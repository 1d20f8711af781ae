import { describe, expect, it } from '@jest/globals';
import { byWanted, checkedRanking, countVotes, defaultInvited } from './votes.rules.js';

const ALL = ['a', 'b', 'c', 'd', 'e'];
const rowsOf = (rankings: string[][]) =>
  [...countVotes(ALL, rankings)].map(([id, wanted]) => ({ id, name: id, ...wanted }));

describe('what practices want (DIA-02)', () => {
  it('counts four points for a first place down to one for a fourth', () => {
    const counts = countVotes(ALL, [
      ['a', 'b', 'c', 'd'],
      ['b', 'a'],
    ]);
    expect(counts.get('a')).toEqual({ ranks: [1, 1, 0, 0], points: 7, practices: 2 });
    expect(counts.get('d')).toEqual({ ranks: [0, 0, 0, 1], points: 1, practices: 1 });
    expect(counts.get('e')).toEqual({ ranks: [0, 0, 0, 0], points: 0, practices: 0 });
  });

  it('counts no department that cannot be chosen any more, and moves up who stood under it', () => {
    expect(countVotes(['a', 'b'], [['weg', 'b']]).get('b')).toEqual({
      ranks: [1, 0],
      points: 2,
      practices: 1,
    });
  });

  it('asks as many of the most wanted as there are dates, and breaks ties by practices and by name', () => {
    const rows = rowsOf([['c', 'e'], ['e'], ['b'], ['a']]);
    expect(byWanted(rows).map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
    expect(defaultInvited(rows, 2)).toEqual(['e', 'a']);
    expect(defaultInvited(rows, 9)).toHaveLength(5);
  });

  it.each([[[]], [['a', 'a']], [['x']], [['a', 'b', 'c', 'd', 'e']]])('refuses the ranking %j', (ranking) => {
    expect(() => checkedRanking(ranking, ALL)).toThrow('vote.invalid');
  });

  it('takes one to four different departments', () => {
    expect(checkedRanking(['b'], ALL)).toEqual(['b']);
    expect(checkedRanking(['d', 'b', 'a', 'c'], ALL)).toEqual(['d', 'b', 'a', 'c']);
  });
});
