import { describe, expect, it } from '@jest/globals';
import { moved } from './order';

describe('moving in a list', () => {
  it('puts an item on another place and keeps the rest in order', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
  it('leaves the list as it is when the place does not exist', () => {
    const list = ['a', 'b'];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
    expect(moved(list, 1, 1)).toBe(list);
  });
});
