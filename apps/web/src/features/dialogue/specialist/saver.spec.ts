import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../lib/problem';
import { type Fields, Saver } from './saver';

/** A clock that runs when told, and a server that answers in turn. */
function set(answers: (Error | null)[] = []) {
  const sent: [string, Fields][] = [];
  let due: (() => void) | null = null;
  const saver = new Saver(
    async (thing, fields) => {
      sent.push([thing, fields]);
      const answer = answers.shift();
      if (answer) throw answer;
    },
    (run) => {
      due = run;
      return () => (due = null);
    },
  );
  const settle = async () => {
    due?.();
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  return { saver, sent, settle };
}
const finding = (item: string, verdict: 'warn' | 'block') =>
  new Problem('text.identifiers', 422, { findings: [{ item, verdict, spans: [], rewrite: '' }] });

describe('saving while typing', () => {
  it('sends what waits of one thing together, and only what changed', async () => {
    const { saver, sent, settle } = set();
    saver.give('q1', { timing: 'too-late' });
    saver.give('q1', { tooLate: 'Bel' });
    saver.give('q1', { tooLate: 'Bel dezelfde dag' });
    saver.give('q2', { note: 'x' });
    await settle();
    expect(sent).toEqual([
      ['q1', { timing: 'too-late', tooLate: 'Bel dezelfde dag' }],
      ['q2', { note: 'x' }],
    ]);
    expect(saver.unsent).toBe(false);
    expect(saver.snapshot().savedAt).not.toBeNull();
  });

  it('keeps what was typed through a lost connection and sends it later', async () => {
    const { saver, sent, settle } = set([new Problem('network', 0), null]);
    saver.give('q1', { note: 'x' });
    await settle();
    expect(saver.unsent).toBe(true);
    await settle();
    expect(sent).toHaveLength(2);
    expect(saver.unsent).toBe(false);
  });

  it('holds a text that the guard refuses without holding up the rest', async () => {
    const { saver, sent, settle } = set([finding('note', 'block'), null, null]);
    saver.give('q1', { note: 'BSN', timing: 'other' });
    await settle();
    expect(sent.at(-1)).toEqual(['q1', { timing: 'other' }]);
    expect(saver.snapshot().findings['q1/note']?.verdict).toBe('block');
    expect(saver.snapshot().local).toEqual({ q1: { note: 'BSN' } });
    saver.give('q1', { note: 'zonder' });
    expect(saver.snapshot().findings).toEqual({});
    await settle();
    expect(sent.at(-1)).toEqual(['q1', { note: 'zonder' }]);
    expect(saver.unsent).toBe(false);
  });

  it('sends a warned text once more when its writer says yes, alone', async () => {
    const { saver, sent, settle } = set([finding('note', 'warn'), null, null]);
    saver.give('q1', { note: 'mevrouw Jansen', timing: 'other' });
    await settle();
    saver.confirm('q1', 'note');
    await settle();
    expect(sent.at(-1)).toEqual(['q1', { note: 'mevrouw Jansen', confirmed: true }]);
    expect(saver.unsent).toBe(false);
    saver.give('q1', { note: 'iets anders' });
    await settle();
    expect(sent.at(-1)).toEqual(['q1', { note: 'iets anders' }]);
  });

  it('says that nothing more can be saved, and keeps the text in sight', async () => {
    const { saver, settle } = set([new Problem('handout.published', 409)]);
    saver.give('own', { tells: 'x' });
    await settle();
    expect(saver.snapshot()).toMatchObject({
      stopped: { code: 'handout.published' },
      local: { own: { tells: 'x' } },
    });
  });
});
