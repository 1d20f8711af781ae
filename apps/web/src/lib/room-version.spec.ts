import { describe, expect, it } from '@jest/globals';
import { meaningOfFact, missedWhileAway } from './room-version';

describe('the version of a room', () => {
  it('takes the very next version as nothing missed', () => {
    expect(meaningOfFact(4, 5)).toBe('next');
  });
  it('ignores a fact that comes twice or late', () => {
    expect(meaningOfFact(4, 4)).toBe('known');
    expect(meaningOfFact(4, 2)).toBe('known');
  });
  it('sees a gap as soon as one fact is missing', () => {
    expect(meaningOfFact(4, 6)).toBe('gap');
    expect(meaningOfFact(null, 1)).toBe('gap');
  });
  it('notices on joining again that the room moved on, also after a restart that set it back', () => {
    expect(missedWhileAway(4, 7)).toBe(true);
    expect(missedWhileAway(4, 1)).toBe(true);
    expect(missedWhileAway(4, 4)).toBe(false);
    expect(missedWhileAway(null, 4)).toBe(false);
  });
});
