import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NoteView } from '#libs/contracts';
import { Problem } from '../../../lib/problem';
import { mergedNote, SharedNote } from './shared-note';

describe('a note that two people change (SES-02)', () => {
  it.each([
    ['', 'mine', '', 'mine', 'only I wrote'],
    ['a', 'a', 'a\nb', 'a\nb', 'only they wrote'],
    ['', 'mine', 'theirs', 'theirs\nmine', 'both began'],
    ['a', 'a\nmine', 'a\ntheirs', 'a\ntheirs\nmine', 'both went on'],
    ['a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC', 'other lines'],
    ['a\nb\nc', 'a\nb\nC', 'A\nb\nc', 'A\nb\nC', 'other lines, the other way'],
    ['a\nb', 'a\nmine', 'a\ntheirs', 'a\ntheirs\nmine', 'the same line'],
    ['a', 'a\nsame', 'a\nsame', 'a\nsame', 'the same words'],
  ])('%j, mine %j, theirs %j → %j: %s', (base, mine, theirs, both) => {
    expect(mergedNote(base, mine, theirs)).toBe(both);
  });

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 });
  it('loses no line that either wrote', () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const before = base.map((word, k) => `${word}${k}`);
        const my = [...before.slice(0, 2), ...mine.map((word, k) => `m ${word}${k}`), ...before.slice(3)];
        const other = [
          ...before.slice(0, 1),
          ...theirs.map((word, k) => `t ${word}${k}`),
          ...before.slice(2),
        ];
        const all = mergedNote(before.join('\n'), my.join('\n'), other.join('\n')).split('\n');
        for (const line of [...my, ...other].filter((one) => one.startsWith('m') || one.startsWith('t')))
          expect(all).toContain(line);
      }),
    );
  });

  /** A server with one note, and clocks that run when told. */
  function server() {
    let note: NoteView = { text: '', savedAt: null, version: 0 };
    const due: (() => void)[] = [];
    const open = () =>
      new SharedNote(
        note,
        {
          save: async (text, version) => {
            await Promise.resolve();
            if (version !== note.version) throw new Problem('conflict.stale', 409, { version: note.version });
            note = { text: text.trim(), savedAt: '2027-02-09T19:00:00Z', version: version + 1 };
            return note;
          },
          read: () => Promise.resolve(note),
        },
        (run) => {
          due.push(run);
          return () => void due.splice(due.indexOf(run), 1);
        },
      );
    const settle = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        for (const run of due.splice(0)) run();
        await Promise.resolve();
      }
    };
    return { open, settle, note: () => note };
  }

  it('keeps what both typed, whoever was first', async () => {
    const { open, settle, note } = server();
    const [one, two] = [open(), open()];
    one.type('Van de een');
    two.type('Van de ander');
    await settle();
    expect(note().text.split('\n').sort()).toEqual(['Van de ander', 'Van de een']);
    one.arrive(note());
    expect(one.snapshot().text).toBe(note().text);
    expect([one.unsent, two.unsent]).toEqual([false, false]);
  });

  it('takes in what comes while somebody types, and leaves a space under the cursor', async () => {
    const { open, settle, note } = server();
    const one = open();
    one.type('Regel een ');
    await settle();
    expect(note().text).toBe('Regel een');
    expect(one.snapshot()).toMatchObject({ text: 'Regel een ', merges: 0 });
    one.type('Regel een \nen twee');
    one.arrive({ text: 'Regel een\nvan een ander', savedAt: null, version: 2 });
    expect(one.snapshot().text).toContain('van een ander');
    expect(one.snapshot().text).toContain('en twee');
    expect(one.snapshot().merges).toBe(1);
  });
});
