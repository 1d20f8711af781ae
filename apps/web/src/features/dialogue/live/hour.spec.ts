import { describe, expect, it } from '@jest/globals';
import { lostSeconds, nowOn, tally } from './hour';
import type { LiveScreen } from '#libs/contracts';

describe('how the hour is said', () => {
  const view = {
    clock: { currentId: 'a', items: [{ id: 'a' }, { id: 'b' }] },
    questionId: 'q2',
    questions: [
      { id: 'q1', categoryId: 'a', position: 1, state: 'skipped' },
      { id: 'q2', categoryId: 'a', position: 2, state: 'current' },
      { id: 'q0', categoryId: 'a', position: 3, state: 'answered' },
      { id: 'q4', categoryId: 'a', position: 4, state: 'open' },
      { id: 'q5', categoryId: 'b', position: 1, state: 'open' },
    ],
  } as unknown as LiveScreen;

  it('says which question of the part is on, what comes and what was handled', () => {
    const now = nowOn(view);
    expect([now.number, now.of]).toEqual([2, 4]);
    expect(now.next.map(({ id }) => id)).toEqual(['q4']);
    expect(now.done.map(({ id }) => id)).toEqual(['q1', 'q0']);
  });

  it('says what the parts to come give up, and not what the one that runs takes (feature 25)', () => {
    const item = (state: 'open' | 'current' | 'done', plannedSeconds: number) =>
      ({ state, plannedSeconds, seconds: plannedSeconds }) as LiveScreen['clock']['items'][number];
    const items = [item('done', 600), item('current', 600), item('open', 600), item('open', 300)];
    expect(lostSeconds(items, [100, 900, 420, 330])).toBe(180);
  });

  it('counts what was passed over as open: nothing is just gone (feature 40)', () => {
    expect(tally(view.questions)).toEqual({ answered: 1, parked: 0, skipped: 1, open: 4 });
  });
});
