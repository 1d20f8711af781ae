import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../lib/problem';
import type { AnswerChange } from './change';
import { Outbox } from './outbox';

/** A server that answers as told, in order, and then well; and a clock that is moved by hand. */
function desk(...outcomes: (Problem | null)[]) {
  const saved: AnswerChange[] = [];
  let submits = 0;
  let planned: { run: () => void; ms: number } | null = null;
  const answer = () => {
    const outcome = outcomes.shift();
    return outcome ? Promise.reject(outcome) : Promise.resolve();
  };
  const outbox = new Outbox(
    {
      save: (change) => {
        saved.push(change);
        return answer();
      },
      submit: () => {
        submits += 1;
        return answer();
      },
    },
    (run, ms) => {
      planned = { run, ms };
      return () => {
        planned = null;
      };
    },
  );
  const settle = async () => {
    for (let i = 0; i < 30; i += 1) await Promise.resolve();
  };
  return {
    outbox,
    saved,
    submits: () => submits,
    wait: () => planned?.ms ?? null,
    async pass() {
      const due = planned;
      planned = null;
      due?.run();
      await settle();
    },
    settle,
  };
}
const lost = () => new Problem('network', 0);
const refused = () => new Problem('validation.failed', 422);

describe('what is given on the answer page', () => {
  it('is saved by itself, quick clicks together', async () => {
    const { outbox, saved, pass } = desk();
    outbox.give({ ranked: ['a'] });
    outbox.give({ motivation: 4 });
    expect(outbox.unsent).toBe(true);
    await pass();
    expect(saved).toEqual([{ ranked: ['a'], motivation: 4 }]);
    expect(outbox.unsent).toBe(false);
  });
  it('waits for a lost connection, longer each time, and loses nothing', async () => {
    const { outbox, saved, pass, wait } = desk(lost(), lost());
    outbox.give({ motivation: 4 });
    await pass();
    expect(wait()).toBe(2_000);
    outbox.give({ stay: 'yes' });
    await pass();
    expect(wait()).toBe(4_000);
    expect(outbox.unsent).toBe(true);
    await pass();
    expect(saved.at(-1)).toEqual({ motivation: 4, stay: 'yes' });
    expect(outbox.unsent).toBe(false);
  });
  it('lets a refusal stand at its question and saves the rest', async () => {
    const { outbox, saved, pass } = desk(refused(), null, refused());
    outbox.give({ motivation: 4, leader: { name: 'Els', email: 'els' } });
    await pass();
    expect(saved.slice(1)).toEqual([{ motivation: 4 }, { leader: { name: 'Els', email: 'els' } }]);
    expect(Object.keys(outbox.snapshot().refused)).toEqual(['leader']);
    outbox.give({ leaderPersonId: 'p1' });
    expect(outbox.snapshot().refused).toEqual({});
  });
  it('keeps what was not tried yet when the connection goes in the middle of that', async () => {
    const { outbox, saved, pass } = desk(refused(), lost());
    outbox.give({ motivation: 4, stay: 'no' });
    await pass();
    await pass();
    expect(saved.at(-1)).toEqual({ motivation: 4, stay: 'no' });
    expect(outbox.unsent).toBe(false);
  });
  it('is sent in after everything that was given before', async () => {
    const { outbox, saved, submits, settle } = desk();
    outbox.give({ motivation: 4 });
    outbox.submit();
    await settle();
    expect([saved, submits()]).toEqual([[{ motivation: 4 }], 1]);
    expect(outbox.unsent).toBe(false);
  });
  it('is not sent in when a part of it was refused: the person sees that first', async () => {
    const { outbox, submits, settle } = desk(refused());
    outbox.give({ leader: { name: 'Els', email: 'els' } });
    outbox.submit();
    await settle();
    expect(submits()).toBe(0);
    expect(outbox.snapshot().submitting).toBe(false);
  });
  it('stops, and says why, once the deadline has passed', async () => {
    const { outbox, pass } = desk(new Problem('answer.closed', 409));
    outbox.give({ motivation: 4 });
    await pass();
    expect(outbox.snapshot().stopped?.code).toBe('answer.closed');
    expect(outbox.unsent).toBe(false);
  });
  it('waits for the same person to sign in again when the session has ended', async () => {
    const { outbox, saved, pass, wait, settle } = desk(new Problem('auth.required', 401));
    outbox.give({ motivation: 4 });
    await pass();
    expect([wait(), outbox.unsent]).toEqual([null, true]);
    outbox.flush();
    await settle();
    expect(saved).toHaveLength(1);
    outbox.resume();
    await settle();
    expect(saved).toHaveLength(2);
    expect(outbox.unsent).toBe(false);
  });
});
