import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ItemAnswer } from '#libs/contracts';
import { Problem } from '../../lib/problem';
import { Keeper } from './keeper';

describe('keeping answers on the server', () => {
  let sent: [string, ItemAnswer | null][];
  let told: string[];
  let fail: Problem[];
  let next: { run: () => void; ms: number } | null;
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const turn = async () => {
    const { run } = next ?? { run: () => {} };
    next = null;
    run();
    await settle();
  };
  const newKeeper = () =>
    new Keeper(
      async (item, answer) => {
        const problem = fail.shift();
        if (problem) throw problem;
        sent.push([item, answer]);
      },
      {
        kept: (item) => told.push(`kept ${item}`),
        refused: (item) => told.push(`refused ${item}`),
        stopped: (problem) => told.push(`stopped ${problem.code}`),
        changed: () => {},
      },
      (run, ms) => {
        next = { run, ms };
        return () => {
          next = null;
        };
      },
    );
  beforeEach(() => {
    sent = [];
    told = [];
    fail = [];
    next = null;
  });

  it('sends the last answer of each item, one request at a time', async () => {
    const keeper = newKeeper();
    keeper.give('a', { value: 1 }, 0);
    keeper.give('b', { value: 2 }, 0);
    keeper.give('a', { value: 3 }, 0);
    await turn();
    expect(sent).toEqual([
      ['b', { value: 2 }],
      ['a', { value: 3 }],
    ]);
    expect(keeper.busy).toBe(false);
  });
  it('tries again after a lost connection, with what was said last', async () => {
    fail = [new Problem('network', 0)];
    const keeper = newKeeper();
    keeper.give('a', { value: 1 }, 0);
    keeper.flush();
    keeper.give('a', { value: 2 }, 0);
    await settle();
    expect(keeper.busy).toBe(true);
    await turn();
    expect(sent).toEqual([['a', { value: 2 }]]);
  });
  it('leaves a refused answer and goes on with the others', async () => {
    fail = [new Problem('text.identifiers', 422)];
    const keeper = newKeeper();
    keeper.give('text', { text: 'x' }, 0);
    keeper.give('a', { value: 1 }, 0);
    await turn();
    expect(told).toEqual(['refused text', 'kept a']);
    expect(keeper.busy).toBe(false);
  });
  it.each(['evaluation.closed', 'auth.link-invalid'] as const)('stops for good at %s', async (code) => {
    fail = [new Problem(code, 410)];
    const keeper = newKeeper();
    keeper.give('a', { value: 1 }, 0);
    keeper.give('b', { value: 1 }, 0);
    await turn();
    keeper.give('c', { value: 1 }, 0);
    await turn();
    expect(told).toEqual([`stopped ${code}`]);
    expect(sent).toEqual([]);
  });
  it('forgets what waits, also what failed on its way, when the whole answer is sent', async () => {
    fail = [new Problem('network', 0)];
    const keeper = newKeeper();
    keeper.give('a', { value: 1 }, 0);
    keeper.flush();
    keeper.give('b', { value: 1 }, 0);
    await keeper.settle();
    await turn();
    expect(keeper.busy).toBe(false);
    expect(sent).toEqual([]);
  });
});
