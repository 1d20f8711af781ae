import { describe, expect, it } from '@jest/globals';
import { levelByItself, levelsOf } from './levels.rules.js';

describe('what may be promised (SUR-15)', () => {
  it.each([
    [0, 0, 'too-few-people', 'too-few-people', 'confidential'],
    [4, 4, 'too-few-people', 'too-few-people', 'confidential'],
    [5, 2, 'too-few-people', 'too-few-practices', 'confidential'],
    [5, 3, 'too-few-people', null, 'confidential'],
    [9, 9, 'too-few-people', null, 'confidential'],
    [10, 2, 'too-few-practices', 'too-few-practices', 'confidential'],
    [10, 3, null, null, 'anonymous'],
    [2000, 300, null, null, 'anonymous'],
  ])('to %i people of %i practices', (people, practices, anonymous, confidential, byItself) => {
    expect(levelsOf({ people, practices })).toEqual([
      { level: 'anonymous', possible: anonymous === null, reason: anonymous },
      { level: 'confidential', possible: confidential === null, reason: confidential },
      { level: 'named', possible: true, reason: null },
    ]);
    expect(levelByItself({ people, practices })).toBe(byItself);
  });
});
