import { describe, expect, it } from '@jest/globals';
import type { MeetingInputView } from '#libs/contracts';
import { Problem } from '../../../lib/problem';
import { type KeptText, type WrittenBody, WrittenText } from './written-text';

const input = (version: number, text: string, more: Partial<MeetingInputView> = {}): MeetingInputView => ({
  stepId: 'oordeel',
  practiceId: 'linde',
  text,
  done: false,
  fixed: false,
  version,
  ...more,
});
const lost = new Problem('network', 0);
const stale = (version: number) => new Problem('conflict.stale', 409, { version });

/** A text whose server answers as told, and whose timers are run by hand. */
function made(
  answers: (Problem | MeetingInputView)[],
  server: MeetingInputView | null = null,
  kept: KeptText | null = null,
) {
  const sent: WrittenBody[] = [];
  const shelf: (KeptText | null)[] = [];
  let timers: (() => void)[] = [];
  let rereads = 0;
  const written = new WrittenText(
    {
      send: (body) => {
        sent.push(body);
        const answer = answers.shift();
        return answer instanceof Problem || !answer ? Promise.reject(answer) : Promise.resolve(answer);
      },
      saved: () => {},
      keep: (one) => shelf.push(one),
      stale: () => rereads++,
      now: () => 7,
      timer: (run) => {
        timers.push(run);
        return () => {
          timers = timers.filter((one) => one !== run);
        };
      },
    },
    server,
    kept,
  );
  written.open();
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const tick = async () => {
    timers.shift()?.();
    await settle();
  };
  return { written, sent, shelf, tick, settle, rereads: () => rereads, waiting: () => timers.length };
}

describe('a text of a live meeting on its way (SES-03)', () => {
  it('is sent once after the last key, on the version that it was typed on', async () => {
    const { written, sent, shelf, tick } = made([input(1, 'Ik bel'), input(2, 'Ik bel terug')]);
    written.type('Ik');
    written.type('Ik bel');
    expect(sent).toEqual([]);
    await tick();
    written.type('Ik bel terug');
    await tick();
    expect(sent).toEqual([
      { text: 'Ik bel', done: false, confirmed: false },
      { text: 'Ik bel terug', done: false, confirmed: false, version: 1 },
    ]);
    expect(shelf.at(-1)).toBeNull();
    expect(written.snapshot()).toMatchObject({ dirty: false, savedAt: 7 });
  });

  it('goes at once with "klaar"', async () => {
    const { written, sent, settle } = made([input(1, 'Foto sturen', { done: true })]);
    written.type('Foto sturen');
    written.finish();
    await settle();
    expect(sent).toEqual([{ text: 'Foto sturen', done: true, confirmed: false }]);
  });

  it('lets "klaar" follow at once on the save that leaving the text began, as a click on it does', async () => {
    const { written, sent, settle, waiting } = made([
      input(1, 'Foto sturen'),
      input(2, 'Foto sturen', { done: true }),
    ]);
    written.type('Foto sturen');
    written.flush();
    written.finish();
    await settle();
    expect(sent).toEqual([
      { text: 'Foto sturen', done: false, confirmed: false },
      { text: 'Foto sturen', done: true, confirmed: false, version: 1 },
    ]);
    expect(waiting()).toBe(0);
  });

  it('waits for a connection with everything in the tab, and goes again', async () => {
    const { written, sent, shelf, tick } = made([lost, lost, input(1, 'Later')]);
    written.type('Later');
    await tick();
    expect(written.snapshot()).toMatchObject({ waiting: true, dirty: true });
    expect(shelf.at(-1)).toMatchObject({ text: 'Later' });
    await tick();
    await tick();
    expect(sent).toHaveLength(3);
    expect(written.snapshot()).toMatchObject({ waiting: false, dirty: false, text: 'Later' });
  });

  it('goes on with what a page that was thrown away left behind', async () => {
    const kept = { text: 'Uit de tab', done: true, confirmed: null, based: 2, saved: 'Uit' };
    const { sent, settle, shelf } = made([input(3, 'Uit de tab', { done: true })], input(2, 'Uit'), kept);
    await settle();
    expect(sent).toEqual([{ text: 'Uit de tab', done: true, confirmed: false, version: 2 }]);
    expect(shelf.at(-1)).toBeNull();
  });

  it('takes over what a colleague wrote as long as nothing was typed here', () => {
    const { written } = made([], input(1, 'Eerst'));
    written.tell(input(2, 'Van een collega', { done: true }));
    expect(written.snapshot()).toMatchObject({ text: 'Van een collega', done: true, dirty: false });
  });

  it('never writes over a colleague: the writer chooses', async () => {
    const { written, sent, tick, settle, rereads } = made([stale(2), input(3, 'Mijn')], input(1, 'Eerst'));
    written.type('Mijn');
    await tick();
    expect(rereads()).toBe(1);
    written.tell(input(2, 'Hun'));
    expect(written.snapshot().theirs?.text).toBe('Hun');
    written.type('Mijn tekst');
    await tick();
    expect(sent).toHaveLength(1);
    written.keepMine();
    await settle();
    expect(sent[1]).toMatchObject({ text: 'Mijn tekst', version: 2 });
  });

  it('drops the own text when the writer takes the colleague’s', () => {
    const { written, shelf, waiting } = made([], input(1, 'Eerst'));
    written.type('Mijn');
    written.tell(input(2, 'Hun'));
    written.takeTheirs();
    expect(written.snapshot()).toMatchObject({ text: 'Hun', dirty: false, theirs: null });
    expect([shelf.at(-1), waiting()]).toEqual([null, 1]);
  });

  it('asks nothing when a colleague only pressed "klaar"', async () => {
    const { written, sent, settle } = made([input(3, 'Eerst, en meer')], input(1, 'Eerst'));
    written.type('Eerst, en meer');
    written.tell(input(2, 'Eerst', { done: true }));
    await settle();
    expect(written.snapshot().theirs).toBeNull();
    expect(sent).toEqual([{ text: 'Eerst, en meer', done: false, confirmed: false, version: 2 }]);
  });

  it('stays with its writer when the server refuses it, until they change or confirm it', async () => {
    const refusal = new Problem('text.identifiers', 422);
    const { written, sent, tick, settle, waiting } = made([refusal, input(1, 'Mw. Jansen')]);
    written.type('Mw. Jansen');
    await tick();
    expect(written.snapshot()).toMatchObject({ refused: refusal, dirty: true, text: 'Mw. Jansen' });
    expect(waiting()).toBe(0);
    written.confirm();
    await settle();
    expect(sent[1]).toMatchObject({ text: 'Mw. Jansen', confirmed: true });
    expect(written.snapshot()).toMatchObject({ refused: null, dirty: false });
  });

  it('asks for "klaar" again when a refused text is changed: a pause finishes nothing', async () => {
    const { written, sent, settle, tick } = made([new Problem('text.identifiers', 422), input(1, 'Een man')]);
    written.type('Jan de Vries');
    written.finish();
    await settle();
    written.type('Een man');
    await tick();
    expect(sent.map(({ text, done }) => [text, done])).toEqual([
      ['Jan de Vries', true],
      ['Een man', false],
    ]);
    expect(written.snapshot()).toMatchObject({ done: false, dirty: false, refused: null });
  });

  it('can no longer be changed once it is shown without a name, though its version is the same', () => {
    const { written } = made([], input(2, 'Foto sturen', { done: true }));
    written.tell(input(2, 'Foto sturen', { done: true, fixed: true }));
    expect(written.snapshot()).toMatchObject({ fixed: true, text: 'Foto sturen' });
    written.tell(input(1, 'Foto', { fixed: false }));
    expect(written.snapshot().fixed).toBe(true);
  });

  it('keeps typing apart from what is on its way', async () => {
    const { written, sent, tick } = made([input(1, 'Een'), input(2, 'Een twee')]);
    written.type('Een');
    const going = tick();
    written.type('Een twee');
    await going;
    expect(written.snapshot()).toMatchObject({ text: 'Een twee', dirty: true });
    await tick();
    expect(sent[1]).toMatchObject({ text: 'Een twee', version: 1 });
  });
});
