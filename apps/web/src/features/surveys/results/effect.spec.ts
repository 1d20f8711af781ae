import { describe, expect, it } from '@jest/globals';
import { inAHundred, ratioTicks } from './effect';

describe('a difference in words (SUR-06)', () => {
  it('tells Cliff’s delta as pairs out of a hundred, from the higher side', () => {
    expect(inAHundred({ cliffsDelta: 0.32 })).toEqual({ side: 'a', count: 66 });
    expect(inAHundred({ cliffsDelta: -0.32 })).toEqual({ side: 'b', count: 66 });
    expect(inAHundred({ cliffsDelta: 1 })).toEqual({ side: 'a', count: 100 });
  });

  it('names no side when both are as often higher, or nothing may be told', () => {
    expect(inAHundred({ cliffsDelta: 0 })).toBeNull();
    expect(inAHundred({ cliffsDelta: 0.004 })).toBeNull();
    expect(inAHundred({ cliffsDelta: null })).toBeNull();
  });
});

describe('the axis of odds ratios (SUR-07)', () => {
  it('runs from a tenth to ten at least', () => {
    expect(ratioTicks([1.2, 0.8, 2])).toEqual([0.1, 1, 10]);
    expect(ratioTicks([])).toEqual([0.1, 1, 10]);
  });

  it('grows with wide margins, to a thousand at most', () => {
    expect(ratioTicks([25.091, 2.424, 259.696])).toEqual([0.1, 1, 10, 100, 1000]);
    expect(ratioTicks([0.0001, 90_000, null])).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
  });
});
