import { describe, expect, it } from '@jest/globals';
import { keyActs } from './live-keys';
import type { StepNow } from './step-state';

function step(
  more: Partial<Omit<StepNow, 'step'>> & { together?: boolean; shown?: boolean; done?: boolean[] } = {},
) {
  const { together = false, shown = false, done = [], ...rest } = more;
  return {
    step: { together },
    first: false,
    last: false,
    inputs: {
      shown,
      revealed: shown,
      practices: done.map((one, at) => ({ practiceId: String(at), done: one })),
      texts: [],
    },
    group: null,
    ...rest,
  } as unknown as StepNow;
}

describe('the keys of who leads (SES-03)', () => {
  it('goes a step on and back with one key', () => {
    expect(keyActs('running', step())).toMatchObject({
      Enter: 'next',
      ArrowRight: 'next',
      ArrowLeft: 'back',
    });
  });

  it('wraps up at the last step, and does not go back from the first', () => {
    const only = keyActs('running', step({ first: true, last: true }));
    expect([only['Enter'], only['ArrowRight'], only['ArrowLeft']]).toEqual(['finish', undefined, undefined]);
  });

  it.each([
    ['everybody is done', [true, true], 'show', 'show'],
    ['somebody still writes', [true, false], undefined, 'show'],
    ['nobody is done', [false, false], undefined, undefined],
  ])('when %s, Enter and T do what they say', (_when, done, enter, t) => {
    const acts = keyActs('running', step({ together: true, done }));
    expect([acts['Enter'], acts['t']]).toEqual([enter, t]);
  });

  it('shows what the leader typed for the room', () => {
    const group = { text: 'Van het papier' } as StepNow['group'];
    expect(keyActs('running', step({ together: true, done: [false], group }))['t']).toBe('show');
  });

  it('goes on after the answers are shown', () => {
    const acts = keyActs('running', step({ together: true, shown: true, done: [true, true] }));
    expect([acts['Enter'], acts['t']]).toEqual(['next', undefined]);
  });

  it('pauses and goes on with the space bar, and does nothing before the start', () => {
    expect(keyActs('running', step())[' ']).toBe('pause');
    expect(keyActs('paused', step())[' ']).toBe('resume');
    expect(keyActs('waiting', step())).toEqual({});
    expect(keyActs('running', null)).toEqual({});
  });
});
