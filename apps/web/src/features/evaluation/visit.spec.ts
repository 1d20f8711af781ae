import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answers, EvaluationReceiptView, EvaluationView, ItemAnswer } from '#libs/contracts';
import { Problem } from '../../lib/problem';
import type { Draft } from './draft';
import { DraftShelf } from './draft';
import { Visit } from './visit';

const words = (nl: string) => ({ nl, en: nl });
const VIEW: EvaluationView = {
  state: 'open',
  region: 'Vlierstreek',
  language: 'nl',
  title: words('Evaluatie'),
  anonymity: 'anonymous',
  minimumResponses: 5,
  minimumTextResponses: 8,
  closesAt: null,
  content: {
    title: words('Evaluatie'),
    introduction: words('i'),
    thanks: words('t'),
    minutes: 1,
    items: [
      {
        type: 'scale',
        key: 'grade',
        text: words('Cijfer?'),
        min: 1,
        max: 10,
        lowLabel: words('l'),
        highLabel: words('h'),
      },
      { type: 'text', key: 'improve', text: words('Beter?'), maxLength: 500 },
    ],
  },
  kept: null,
};
const CONFIDENTIAL: EvaluationView = { ...VIEW, anonymity: 'confidential' };
const lost = () => new Problem('network', 0);

/** What one device holds, as a browser's store does; a reload makes a new shelf over the same store. */
function newStore() {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (i: number) => [...map.keys()][i] ?? null,
    getItem: (name: string) => map.get(name) ?? null,
    setItem: (name: string, value: string) => void map.set(name, value),
    removeItem: (name: string) => void map.delete(name),
  };
}

/** A server that takes one anonymous answer per link and can lose a request or its reply. */
class Server {
  readonly kept: Record<string, ItemAnswer | null> = {};
  readonly received: { answers: Answers; confirmed: readonly string[] }[] = [];
  requests = 0;
  next: ('lose-request' | 'lose-reply' | Problem)[] = [];
  /** The browser repeats a request whose reply was lost, and tells nobody. */
  repeating = false;

  constructor(private readonly once: boolean) {}

  async keep(item: string, answer: ItemAnswer | null): Promise<void> {
    this.requests += 1;
    const fault = this.next.shift();
    if (fault instanceof Problem) throw fault;
    if (fault) throw lost();
    this.kept[item] = answer;
  }
  async state(): Promise<EvaluationView['state']> {
    return this.once && this.received.length > 0 ? 'answered' : 'open';
  }
  async send(answers: Answers, confirmed: readonly string[]): Promise<EvaluationReceiptView> {
    this.requests += 1;
    const fault = this.next.shift();
    if (fault instanceof Problem) throw fault;
    if (fault === 'lose-request') throw lost();
    if (this.once && this.received.length > 0) return { outcome: 'already' };
    this.received.push({ answers, confirmed });
    if (fault === 'lose-reply') {
      if (this.repeating) return this.send(answers, confirmed);
      throw lost();
    }
    return { outcome: 'received' };
  }
}

describe('a visit to an evaluation', () => {
  let store: ReturnType<typeof newStore>;
  let waiting: { run: () => void; ms: number } | null;
  let server: Server;
  const shelf = () => new DraftShelf(store, 'a-token-of-some-length', 1e15, () => 0);
  const draft = (): Draft | null => shelf().read();
  const visit = (view: EvaluationView = VIEW) => {
    const made = new Visit(view, {
      sender: server,
      shelf: shelf(),
      timer: (run, ms) => {
        const mine = { run, ms };
        waiting = mine;
        return () => {
          if (waiting === mine) waiting = null;
        };
      },
      now: () => 0,
    });
    made.start();
    return made;
  };
  const settle = async () => {
    for (let i = 0; i < 30; i++) await Promise.resolve();
  };
  /** Lets the time pass until what waits for later is done. */
  const later = async () => {
    const { run } = waiting ?? { run: () => {} };
    waiting = null;
    run();
    await settle();
  };
  beforeEach(() => {
    store = newStore();
    waiting = null;
    server = new Server(true);
  });

  describe('that is anonymous', () => {
    it('keeps what is given on this device alone, and goes on with it after a reload', () => {
      const first = visit();
      first.answer('grade', { value: 8 });
      first.goneTo('improve');
      first.answer('improve', { text: 'meer tijd ' });
      const again = visit();
      expect(again.snapshot().answers).toEqual({ grade: { value: 8 }, improve: { text: 'meer tijd' } });
      expect(again.lastSeen).toBe('improve');
      expect(server.requests).toBe(0);
    });

    it('leaves no answer on the device once it was received, only that it was', async () => {
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      expect(here.snapshot()).toMatchObject({ phase: 'received', justSent: true });
      expect(draft()).toEqual({ given: {}, at: null, confirmed: [], pending: null, sent: true });
      expect(visit({ ...VIEW, state: 'answered' }).snapshot().phase).toBe('received');
    });

    it('writes the answer down before the request leaves', () => {
      server.next = ['lose-request'];
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      expect(draft()?.pending?.answers).toEqual({ grade: { value: 8 } });
    });

    it('arrives exactly once when a request is lost', async () => {
      server.next = ['lose-request', 'lose-request'];
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      expect(here.snapshot()).toMatchObject({ phase: 'sending', failures: 1 });
      await later();
      expect(waiting?.ms).toBe(2_000);
      await later();
      expect(here.snapshot().phase).toBe('received');
      expect(server.received).toHaveLength(1);
    });

    it('counts as received when only the reply was lost', async () => {
      server.next = ['lose-reply'];
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      await later();
      expect(here.snapshot().phase).toBe('received');
      expect(server.received).toHaveLength(1);
      expect(server.requests).toBe(2);
    });

    it('is not told that the link was used by a request that the browser itself repeated', async () => {
      server.next = ['lose-reply'];
      server.repeating = true;
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      expect(here.snapshot().phase).toBe('received');
      expect(server.received).toHaveLength(1);
    });

    it('is sent by the next page of this device when the phone died while sending', async () => {
      server.next = ['lose-reply'];
      const dying = visit();
      dying.answer('grade', { value: 8 });
      dying.send();
      await settle();
      // The server has it: opened again it says so, and this device knows that it was its own.
      expect(visit({ ...VIEW, state: 'answered' }).snapshot().phase).toBe('received');
      expect(draft()).toMatchObject({ sent: true, pending: null, given: {} });
    });

    it('goes out from the next page when the request never left', async () => {
      server.next = ['lose-request'];
      const dying = visit();
      dying.answer('grade', { value: 8 });
      dying.send();
      await settle();
      const again = visit();
      await settle();
      expect(again.snapshot().phase).toBe('received');
      expect(server.received).toEqual([{ answers: { grade: { value: 8 } }, confirmed: [] }]);
    });

    it('says that the link was used before when somebody else was first', async () => {
      await server.send({ grade: { value: 1 } }, []);
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      expect(here.snapshot().phase).toBe('used-before');
      expect(server.received).toHaveLength(1);
      expect(draft()).toBeNull();
    });

    it('sends one request at a time, however often the button is pressed', async () => {
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      here.send();
      here.flush();
      await settle();
      expect(server.requests).toBe(1);
    });

    it('goes back to a text that was refused, and sends it once the writer stands by it', async () => {
      const finding = {
        item: 'improve',
        verdict: 'warn',
        spans: [{ start: 0, end: 14, type: 'NAME' }],
        rewrite: '[naam] was goed',
      };
      server.next = [new Problem('text.identifiers', 422, { findings: [finding] })];
      const here = visit();
      here.answer('improve', { text: 'mevrouw Jansen was goed' });
      here.send();
      await settle();
      expect(here.snapshot()).toMatchObject({ phase: 'answering', refusedText: 'improve' });
      expect(here.snapshot().findings['improve']).toEqual(finding);
      here.confirm('improve');
      here.send();
      await settle();
      expect(server.received[0]?.confirmed).toEqual(['improve']);
    });

    it('forgets a finding and a confirmation as soon as the text is another', async () => {
      const here = visit();
      here.answer('improve', { text: 'mevrouw Jansen' });
      here.confirm('improve');
      here.answer('improve', { text: 'mevrouw Jansens' });
      expect(here.snapshot().confirmed).toEqual([]);
    });

    it('says that it came too late, and leaves nothing behind', async () => {
      server.next = [new Problem('evaluation.closed', 410)];
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      expect(here.snapshot().phase).toBe('closed');
      expect(store.length).toBe(0);
    });

    it('cannot be opened again', async () => {
      const here = visit();
      here.answer('grade', { value: 8 });
      here.send();
      await settle();
      here.reopen();
      expect(here.snapshot().phase).toBe('received');
    });

    it('warns before the page is closed where nothing keeps what was given', () => {
      const here = new Visit(VIEW, { sender: server, shelf: new DraftShelf(null, 'token', 1e15) });
      expect(here.fragile).toBe(false);
      here.answer('grade', { value: 8 });
      expect(here.fragile).toBe(true);
      expect(here.snapshot().kept).toBe(false);
    });
  });

  describe('that may be changed until closing', () => {
    beforeEach(() => {
      server = new Server(false);
    });

    it('keeps each answer on the server, and then no longer here', async () => {
      const here = visit(CONFIDENTIAL);
      here.answer('grade', { value: 8 });
      expect(draft()?.given).toEqual({ grade: { value: 8 } });
      await later();
      expect(server.kept).toEqual({ grade: { value: 8 } });
      expect(draft()?.given).toEqual({});
    });

    it('keeps again what the last page could not', async () => {
      server.next = ['lose-request'];
      const here = visit(CONFIDENTIAL);
      here.answer('grade', { value: 8 });
      await later();
      expect(server.kept).toEqual({});
      const again = visit({ ...CONFIDENTIAL, kept: { answers: { grade: { value: 3 } }, sent: false } });
      expect(again.snapshot().answers).toEqual({ grade: { value: 8 } });
      await later();
      expect(server.kept).toEqual({ grade: { value: 8 } });
    });

    it('shows what another device gave', () => {
      const view = { ...CONFIDENTIAL, kept: { answers: { grade: { value: 3 } }, sent: false } };
      expect(visit(view).snapshot().answers).toEqual({ grade: { value: 3 } });
    });

    it('takes an answer back on the server too', async () => {
      const here = visit({ ...CONFIDENTIAL, kept: { answers: { improve: { text: 'x' } }, sent: false } });
      here.answer('improve', { text: '   ' });
      await later();
      expect(server.kept).toEqual({ improve: null });
    });

    it('sends the last answers only after what is on its way has arrived', async () => {
      const here = visit(CONFIDENTIAL);
      here.answer('grade', { value: 8 });
      here.flush();
      here.answer('grade', { value: 9 });
      here.send();
      await settle();
      expect(server.received).toEqual([{ answers: { grade: { value: 9 } }, confirmed: [] }]);
      expect(server.requests).toBe(2);
      expect(store.length).toBe(0);
    });

    it('opens a sent answer again and sends the change', async () => {
      const here = visit({ ...CONFIDENTIAL, kept: { answers: { grade: { value: 3 } }, sent: true } });
      expect(here.snapshot().phase).toBe('received');
      here.reopen();
      here.answer('grade', { value: 4 });
      here.send();
      await settle();
      expect(server.received).toEqual([{ answers: { grade: { value: 4 } }, confirmed: [] }]);
    });

    it('shows what the guard found while keeping, unless the text was changed meanwhile', async () => {
      const finding = { item: 'improve', verdict: 'block', spans: [], rewrite: 'x' };
      const refusal = () => new Problem('text.identifiers', 422, { findings: [finding] });
      const here = visit(CONFIDENTIAL);
      server.next = [refusal()];
      here.answer('improve', { text: 'BSN 111222333' });
      await later();
      expect(here.snapshot().findings['improve']).toEqual(finding);
      expect(draft()?.given).toEqual({ improve: { text: 'BSN 111222333' } });
      server.next = [refusal()];
      here.answer('improve', { text: 'BSN 11122233' });
      here.flush();
      here.answer('improve', { text: 'niets' });
      await settle();
      expect(here.snapshot().findings).toEqual({});
    });

    it('stops when it closes meanwhile', async () => {
      server.next = [new Problem('evaluation.closed', 410)];
      const here = visit(CONFIDENTIAL);
      here.answer('grade', { value: 8 });
      await later();
      expect(here.snapshot().phase).toBe('closed');
    });
  });
});
