import { asProblem, isWorthRetrying } from '../../../lib/problem';

/** A follow-up question on its way. Its id makes a second try the same question. */
export interface Outgoing {
  clientId: string;
  text: string;
  named: boolean;
  confirmed: boolean;
}
export interface OutboxState {
  outgoing: Outgoing | null;
  /** The server was not reached: it goes again by itself. */
  waiting: boolean;
  /** What the server said to it; the text is back with its writer. */
  refused: unknown;
}
type Timer = (run: () => void, ms: number) => () => void;

const FIRST_RETRY = 1_500;
const LAST_RETRY = 15_000;
const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Sends one question at a time, again and again until the server has said something: a phone that slept, or an answer that was lost on its
 * way, makes neither no question nor two (DIA-10). What is on its way is kept on the device, so that a page that was thrown away goes on.
 */
export class FollowUpOutbox<Receipt> {
  private state: OutboxState;
  private readonly listeners = new Set<() => void>();
  private cancel = () => {};
  private busy = false;
  private tries = 0;
  private closed = false;

  constructor(
    private readonly send: (outgoing: Outgoing) => Promise<Receipt>,
    private readonly done: (receipt: Receipt) => void,
    private readonly keep: (outgoing: Outgoing | null) => void,
    kept: Outgoing | null = null,
    private readonly timer: Timer = browserTimer,
  ) {
    this.state = { outgoing: kept, waiting: false, refused: null };
    if (kept) void this.run();
  }

  readonly snapshot = (): OutboxState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  give(outgoing: Outgoing): void {
    if (this.state.outgoing) return;
    this.keep(outgoing);
    this.set({ outgoing, waiting: false, refused: null });
    void this.run();
  }

  /** Tries now instead of later: the connection is back. */
  flush(): void {
    if (this.state.outgoing && !this.busy) void this.run();
  }

  forget(): void {
    this.set({ ...this.state, refused: null });
  }

  /** The page is there (again). */
  reopen(): void {
    this.closed = false;
    this.flush();
  }

  close(): void {
    this.closed = true;
    this.cancel();
  }

  private async run(): Promise<void> {
    const { outgoing } = this.state;
    if (!outgoing || this.closed) return;
    this.busy = true;
    this.cancel();
    try {
      const receipt = await this.send(outgoing);
      this.tries = 0;
      this.keep(null);
      this.set({ outgoing: null, waiting: false, refused: null });
      this.done(receipt);
    } catch (error) {
      if (isWorthRetrying(asProblem(error))) {
        this.set({ ...this.state, waiting: true });
        const wait = Math.min(FIRST_RETRY * 2 ** this.tries++, LAST_RETRY);
        if (!this.closed) this.cancel = this.timer(() => void this.run(), wait);
      } else {
        this.keep(null);
        this.set({ outgoing: null, waiting: false, refused: error });
      }
    } finally {
      this.busy = false;
    }
  }

  private set(state: OutboxState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
