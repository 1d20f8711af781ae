import { describe, expect, it } from '@jest/globals';
import { niceTicks, tickDecimals } from './ticks';

describe('the values of an axis', () => {
  it('are round and hold every figure between the first and the last', () => {
    expect(niceTicks(0, 74)).toEqual([0, 20, 40, 60, 80]);
    expect(niceTicks(44, 67)).toEqual([40, 50, 60, 70]);
    expect(niceTicks(0.38, 1.73)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(niceTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });
  it('stand around a single value, and exist without any', () => {
    const single = niceTicks(5, 5);
    expect(single[0]).toBeLessThanOrEqual(5);
    expect(single.at(-1)).toBeGreaterThan(5);
    expect(niceTicks(Infinity, -Infinity).length).toBeGreaterThan(1);
    expect(niceTicks(0, 0)).toEqual([0, 0.5, 1]);
  });
  it('get as many decimals as tell them apart', () => {
    expect(tickDecimals([0, 20, 40])).toBe(0);
    expect(tickDecimals([0, 0.5, 1])).toBe(1);
    expect(tickDecimals([0, 0.25, 0.5])).toBe(2);
  });
});
