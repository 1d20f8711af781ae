import { type Problem, asProblem } from '../../lib/problem';
import { type AnswerChange, type AnswerPart, mergedChange, partsOf } from './change';

/** How an answer reaches the server; both throw a `Problem`. */
export interface AnswerSender {
  save(change: AnswerChange): Promise<void>;
  submit(): Promise<void>;
}
export interface OutboxState {
  /** On its way. */
  sending: AnswerChange | null;
  /** Not on its way yet: just given, or waiting for the connection. */
  waiting: AnswerChange | null;
  /** The whole answer is to be sent once everything is saved. */
  submitting: boolean;
  /** What the server did not accept, by part of the answer. */
  refused: Partial<Record<AnswerPart, Problem>>;
  /** Nothing can be saved any more, e.g. the deadline has passed. */
  stopped: Problem | null;
}
type Timer = (run: () => void, ms: number) => () => void;

/** Clicks that follow each other quickly travel together, in ms. */
const PAUSE = 400;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Keeps what was given until the server has it. One save at a time, in order; a lost connection or a server in trouble is
 * tried again for as long as the page lives; what the server refuses is said at its question and does not hold up the rest.
 */
export class Outbox {
  private state: OutboxState = {
    sending: null,
    waiting: null,
    submitting: false,
    refused: {},
    stopped: null,
  };
  private readonly listeners = new Set<() => void>();
  private cancel = () => {};
  private busy = false;
  private tries = 0;
  /** The session has ended: only the same person coming back may go on. */
  private signedOut = false;

  constructor(
    private readonly sender: AnswerSender,
    private readonly timer: Timer = browserTimer,
  ) {}

  readonly snapshot = (): OutboxState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while something would be lost with the page. */
  get unsent(): boolean {
    const { sending, waiting, submitting } = this.state;
    return sending !== null || waiting !== null || submitting;
  }

  give(change: AnswerChange): void {
    const refused = { ...this.state.refused };
    for (const part of partsOf(change).keys()) delete refused[part];
    this.set({ waiting: mergedChange(this.state.waiting, change), refused, stopped: null });
    this.later(PAUSE);
  }

  /** Sends the answer in, after everything that was given before. */
  submit(): void {
    this.set({ submitting: true, stopped: null });
    this.flush();
  }

  /** Tries now instead of later. */
  flush(): void {
    if (!this.signedOut && !this.busy && this.unsent) void this.run();
  }

  /** The person is (again) signed in and looking at this answer. */
  resume(): void {
    this.signedOut = false;
    this.flush();
  }

  private async run(): Promise<void> {
    this.busy = true;
    this.cancel();
    try {
      while (this.state.waiting || this.state.submitting) {
        if (this.state.waiting) await this.saveWaiting(this.state.waiting);
        else {
          await this.sender.submit();
          this.set({ submitting: false });
        }
      }
      this.tries = 0;
    } catch (error) {
      this.failed(asProblem(error));
    } finally {
      this.busy = false;
    }
  }

  private async saveWaiting(change: AnswerChange): Promise<void> {
    this.set({ sending: change, waiting: null });
    try {
      await this.sender.save(change);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status !== 422) throw problem;
      await this.saveApart(change, problem);
    }
    this.set({ sending: null });
  }

  /** Something in the change was refused: the rest of it is saved all the same. */
  private async saveApart(change: AnswerChange, problem: Problem): Promise<void> {
    const parts = [...partsOf(change)];
    for (const [index, [part, piece]] of parts.entries()) {
      let refusal: Problem | null = parts.length === 1 ? problem : null;
      if (!refusal) {
        this.set({
          sending: Object.assign({}, ...parts.slice(index).map(([, rest]) => rest)) as AnswerChange,
        });
        try {
          await this.sender.save(piece);
        } catch (error) {
          refusal = asProblem(error);
          if (refusal.status !== 422) throw refusal;
        }
      }
      // Who sends the answer in must see first what is not in it.
      if (refusal) this.set({ refused: { ...this.state.refused, [part]: refusal }, submitting: false });
    }
  }

  private failed(problem: Problem): void {
    const { sending, waiting } = this.state;
    const kept = sending ? mergedChange(sending, waiting ?? {}) : waiting;
    if (problem.status === 401) {
      this.signedOut = true;
      this.set({ sending: null, waiting: kept });
    } else if (
      problem.status === 0 ||
      problem.status === 408 ||
      problem.status === 429 ||
      problem.status >= 500
    ) {
      this.set({ sending: null, waiting: kept });
      this.later(Math.min(FIRST_RETRY * 2 ** this.tries++, LAST_RETRY));
    } else {
      this.set({ sending: null, waiting: null, submitting: false, stopped: problem });
    }
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.timer(() => this.flush(), ms);
  }

  private set(part: Partial<OutboxState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
