import type { MeetingInputView } from '#libs/contracts';
import { asProblem, isWorthRetrying } from '../../../lib/problem';

/** As it goes to the server. */
export interface WrittenBody {
  text: string;
  done: boolean;
  confirmed: boolean;
  version?: number;
}
/** What the tab keeps of a text that the server does not have yet. */
export interface KeptText {
  text: string;
  done: boolean;
  confirmed: string | null;
  /** Version that it was typed on; null when there was none. */
  based: number | null;
  /** What that version said. */
  saved: string;
}
export interface WrittenState {
  text: string;
  done: boolean;
  /** The server does not have this yet. */
  dirty: boolean;
  sending: boolean;
  /** The server was not reached: it goes again by itself. */
  waiting: boolean;
  /** What the server said to it. */
  refused: unknown;
  /** A colleague changed the same text in another way: the writer chooses. */
  theirs: MeetingInputView | null;
  savedAt: number | null;
  /** Shown without a name: it can no longer be changed. */
  fixed: boolean;
  /** The text of which the writer has read the guard's warning. */
  confirmed: string | null;
}
type Timer = (run: () => void, ms: number) => () => void;
interface WrittenPorts {
  send: (body: WrittenBody) => Promise<MeetingInputView>;
  /** The server has it. */
  saved: (input: MeetingInputView) => void;
  /** For a page that is thrown away. */
  keep: (kept: KeptText | null) => void;
  /** Somebody else saved in between: the page reads the room again. */
  stale: () => void;
  now?: () => number;
  timer?: Timer;
}

/** After the last key, in ms. */
const PAUSE = 1_000;
const FIRST_RETRY = 1_500;
const LAST_RETRY = 15_000;
const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const same = (a: string, b: string): boolean => a.trim() === b.trim();

/**
 * One text of a live meeting on its way to the server: saved by itself while somebody types, at once with "klaar", again and again while
 * the server is out of reach, and never over what a colleague typed. What the server does not have is kept in the tab (SES-03).
 */
export class WrittenText {
  private state: WrittenState;
  /** What the server has, as far as is known here. */
  private based: number | null;
  private saved: { text: string; done: boolean };
  private told: MeetingInputView | null;
  private awaiting = false;
  private readonly listeners = new Set<() => void>();
  private cancel = () => {};
  private tries = 0;
  /** Nothing goes before the page is there. */
  private closed = true;
  private readonly timer: Timer;

  constructor(
    private readonly ports: WrittenPorts,
    server: MeetingInputView | null,
    kept: KeptText | null = null,
  ) {
    this.timer = ports.timer ?? browserTimer;
    this.told = server;
    this.based = kept ? kept.based : (server?.version ?? null);
    this.saved = kept
      ? { text: kept.saved, done: false }
      : { text: server?.text ?? '', done: !!server?.done };
    this.state = {
      text: kept?.text ?? this.saved.text,
      done: kept?.done ?? this.saved.done,
      dirty: kept !== null,
      sending: false,
      waiting: false,
      refused: null,
      theirs: null,
      savedAt: null,
      fixed: server?.fixed ?? false,
      confirmed: kept?.confirmed ?? null,
    };
    if (kept && server && server.version > (kept.based ?? -1)) this.settle(server);
  }

  readonly snapshot = (): WrittenState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Who types is not done (any more): a pause between two words finishes nothing that was refused before. */
  type(text: string): void {
    this.change({ text, done: false }, PAUSE);
  }
  /** "Klaar". */
  finish(): void {
    this.change({ done: true }, 0);
  }
  /** "Wijzigen": the others see that it is being written again. */
  reopen(): void {
    this.change({ done: false }, 0);
  }
  /** The writer has read the warning about this very text. */
  confirm(): void {
    this.change({ confirmed: this.state.text }, 0);
  }

  /** What the server has now, from the room. */
  tell(server: MeetingInputView): void {
    const known = this.told?.version ?? -1;
    // that it was shown changes no version
    if (server.version >= Math.max(known, this.based ?? -1) && server.fixed !== this.state.fixed)
      this.set({ fixed: server.fixed });
    if (server.version <= known) return;
    this.told = server;
    if (this.state.sending || server.version <= (this.based ?? -1)) return;
    this.awaiting = false;
    this.settle(server);
  }

  keepMine(): void {
    const { theirs } = this.state;
    if (!theirs) return;
    this.based = theirs.version;
    this.saved = theirs;
    this.set({ theirs: null });
    this.later(0);
  }
  takeTheirs(): void {
    const { theirs } = this.state;
    if (theirs) this.take(theirs);
  }
  /** Gives up what could not be saved, for what the server has. */
  giveUp(): void {
    if (this.told) return this.take(this.told);
    this.saved = { text: '', done: false };
    this.ports.keep(null);
    this.set({ text: '', done: false, dirty: false, refused: null, theirs: null });
  }

  /** Tries now instead of later: the connection is back, or the page goes. */
  flush(): void {
    if (this.state.dirty) void this.run();
  }
  /** The page is there (again). */
  open(): void {
    this.closed = false;
    this.flush();
  }
  close(): void {
    this.flush();
    this.closed = true;
    this.cancel();
  }

  private change(change: Partial<Pick<WrittenState, 'text' | 'done' | 'confirmed'>>, pause: number): void {
    this.set({ ...change, refused: null });
    const { text, done } = this.state;
    const dirty = text !== this.saved.text || done !== this.saved.done;
    this.set({ dirty });
    this.keep();
    if (dirty) this.later(pause);
  }

  private later(ms: number): void {
    this.cancel();
    if (ms === 0) void this.run();
    else this.cancel = this.timer(() => void this.run(), ms);
  }

  private async run(): Promise<void> {
    const { text, done, confirmed, dirty, sending, refused, theirs } = this.state;
    if (!dirty || sending || refused !== null || theirs || this.awaiting || this.closed) return;
    this.cancel();
    this.set({ sending: true });
    try {
      const input = await this.ports.send({
        text,
        done,
        confirmed: confirmed === text,
        ...(this.based === null ? {} : { version: this.based }),
      });
      this.tries = 0;
      this.based = input.version;
      // as it was typed: what the server trimmed is no change
      this.saved = { text, done: input.done };
      const dirtyNow = this.state.text !== text || this.state.done !== done;
      this.set({
        sending: false,
        waiting: false,
        dirty: dirtyNow,
        fixed: input.fixed,
        savedAt: (this.ports.now ?? Date.now)(),
      });
      this.keep();
      this.ports.saved(input);
      if (this.told && this.told.version > input.version) this.settle(this.told);
      // "klaar" that was pressed while a save was on its way, as every click on it does: it leaves the text first
      else if (dirtyNow) this.later(this.state.done === done ? PAUSE : 0);
    } catch (failure) {
      this.set({ sending: false });
      this.fail(failure);
    }
  }

  private fail(failure: unknown): void {
    const problem = asProblem(failure);
    if (isWorthRetrying(problem)) {
      this.set({ waiting: true });
      const wait = Math.min(FIRST_RETRY * 2 ** this.tries++, LAST_RETRY);
      if (!this.closed) this.later(wait);
    } else if (problem.code === 'conflict.stale') {
      this.set({ waiting: false });
      if (this.told && this.told.version > (this.based ?? -1)) return this.settle(this.told);
      this.awaiting = true;
      this.ports.stale();
    } else this.set({ waiting: false, refused: failure });
  }

  /** Somebody else saved: taken over where nothing was typed here, else the same, else a choice. */
  private settle(server: MeetingInputView): void {
    const { text, dirty } = this.state;
    if (!dirty) return this.take(server);
    const mine = same(server.text, text);
    if (!mine && !same(server.text, this.saved.text)) return this.set({ theirs: server });
    this.based = server.version;
    this.saved = { text: mine ? text : this.saved.text, done: server.done };
    this.set({ theirs: null, dirty: text !== this.saved.text || this.state.done !== server.done });
    this.keep();
    this.later(0);
  }

  private take({ text, done, version, fixed }: MeetingInputView): void {
    this.based = version;
    // an own text that came back trimmed stays as it was typed
    this.saved = { text: same(text, this.state.text) ? this.state.text : text, done };
    this.ports.keep(null);
    this.set({ ...this.saved, fixed, dirty: false, refused: null, theirs: null, waiting: false });
  }

  private keep(): void {
    const { text, done, confirmed, dirty } = this.state;
    this.ports.keep(dirty ? { text, done, confirmed, based: this.based, saved: this.saved.text } : null);
  }

  private set(change: Partial<WrittenState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
