import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../lib/problem';
import { FollowUpOutbox, type Outgoing } from './follow-up-outbox';

const asked: Outgoing = { clientId: 'een', text: 'Ook bij kinderen?', named: true, confirmed: false };

/** An outbox whose server answers as told, and whose timers are run by hand. */
function made(answers: (Problem | string)[], kept: Outgoing | null = null) {
  const sent: string[] = [];
  const done: string[] = [];
  const shelf: (Outgoing | null)[] = [];
  const timers: (() => void)[] = [];
  const outbox = new FollowUpOutbox<string>(
    (outgoing) => {
      sent.push(outgoing.clientId);
      const answer = answers.shift();
      return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
    },
    (receipt) => done.push(receipt),
    (outgoing) => shelf.push(outgoing),
    kept,
    (run) => {
      timers.push(run);
      return () => {};
    },
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { outbox, sent, done, shelf, timers, settle };
}

describe('a follow-up question on its way (DIA-10)', () => {
  it('goes again under the same id until the server has said something', async () => {
    const { outbox, sent, done, shelf, timers, settle } = made([
      new Problem('network', 0),
      new Problem('service.unavailable', 503),
      'gelukt',
    ]);
    outbox.give(asked);
    await settle();
    expect(outbox.snapshot()).toMatchObject({ outgoing: asked, waiting: true });
    timers.shift()?.();
    await settle();
    timers.shift()?.();
    await settle();
    expect(sent).toEqual(['een', 'een', 'een']);
    expect(done).toEqual(['gelukt']);
    expect(shelf).toEqual([asked, null]);
    expect(outbox.snapshot()).toEqual({ outgoing: null, waiting: false, refused: null });
  });

  it('comes back to its writer when the server refuses it, and is not sent again', async () => {
    const refusal = new Problem('text.identifiers', 422);
    const { outbox, sent, shelf, timers, settle } = made([refusal]);
    outbox.give(asked);
    await settle();
    expect(outbox.snapshot()).toEqual({ outgoing: null, waiting: false, refused: refusal });
    expect([sent.length, timers.length, shelf.at(-1)]).toEqual([1, 0, null]);
  });

  it('goes on with what a page that was thrown away left behind', async () => {
    const { done, sent, settle } = made(['gelukt'], asked);
    await settle();
    expect([sent, done]).toEqual([['een'], ['gelukt']]);
  });

  it('takes one question at a time', async () => {
    const { outbox, sent, settle } = made([new Problem('network', 0)]);
    outbox.give(asked);
    outbox.give({ ...asked, clientId: 'twee' });
    await settle();
    expect(sent).toEqual(['een']);
  });
});
