import { describe, expect, it } from '@jest/globals';
import { changed, redone, startHistory, undone } from './history';

describe('the way back in an editor', () => {
  it('goes back and forth one change at a time', () => {
    let history = startHistory('a');
    history = changed(history, 'b', null, 0);
    history = changed(history, 'c', null, 1);
    expect(undone(history).now).toBe('b');
    expect(undone(undone(history)).now).toBe('a');
    expect(redone(undone(history))).toEqual(history);
  });

  it('takes typing in one field as one change, until a pause or another field', () => {
    let history = startHistory('');
    history = changed(history, 'h', 'title', 0);
    history = changed(history, 'he', 'title', 500);
    history = changed(history, 'hey', 'title', 1_000);
    expect(undone(history).now).toBe('');
    expect(undone(changed(history, 'hey!', 'title', 9_000)).now).toBe('hey');
    expect(undone(changed(history, 'x', 'thanks', 1_100)).now).toBe('hey');
  });

  it('stays where it is when there is nothing to go back or forth to', () => {
    const history = startHistory('a');
    expect(undone(history)).toBe(history);
    expect(redone(history)).toBe(history);
  });

  it('forgets the way forth after a new change', () => {
    const history = changed(undone(changed(startHistory('a'), 'b', null, 0)), 'c', null, 1);
    expect(redone(history).now).toBe('c');
  });
});
