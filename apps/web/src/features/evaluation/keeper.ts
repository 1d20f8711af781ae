import type { ItemAnswer } from '#libs/contracts';
import { type Problem, asProblem } from '../../lib/problem';
import { isUnknownLink, retryDelay } from './delivery';

type Timer = (run: () => void, ms: number) => () => void;
export interface KeeperEvents {
  /** The server has this answer; null: it was taken back. */
  kept(item: string, answer: ItemAnswer | null): void;
  /** The server does not accept this answer; it is not tried again. */
  refused(item: string, answer: ItemAnswer | null, problem: Problem): void;
  /** Nothing can be kept any more: closed, or the link is gone. */
  stopped(problem: Problem): void;
  changed(): void;
}

export const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Keeps answers on the server, item by item and one request at a time. The last answer of an item wins; a lost connection is
 * tried again for as long as the page lives.
 */
export class Keeper {
  private readonly waiting = new Map<string, ItemAnswer | null>();
  private cancel = () => {};
  private underway: Promise<void> | null = null;
  private failures = 0;
  private ended = false;

  constructor(
    private readonly keep: (item: string, answer: ItemAnswer | null) => Promise<void>,
    private readonly events: KeeperEvents,
    private readonly timer: Timer = browserTimer,
  ) {}

  /** True while the server does not have everything. */
  get busy(): boolean {
    return this.waiting.size > 0 || this.underway !== null;
  }

  /** @param pause ms to wait for more, e.g. while somebody is typing. */
  give(item: string, answer: ItemAnswer | null, pause: number): void {
    if (this.ended) return;
    // Set again, it moves to the end: what was changed last is sent last.
    this.waiting.delete(item);
    this.waiting.set(item, answer);
    this.later(pause);
    this.events.changed();
  }

  /** Tries now instead of later. */
  flush(): void {
    if (this.underway || this.waiting.size === 0) return;
    this.underway = this.run().finally(() => {
      this.underway = null;
      this.events.changed();
    });
  }

  /** Forgets what waits and lets what is on its way arrive: the whole answer is about to be sent. */
  async settle(): Promise<void> {
    this.waiting.clear();
    await this.underway;
    // What failed just now put itself back.
    this.cancel();
    this.waiting.clear();
    this.failures = 0;
  }

  private async run(): Promise<void> {
    this.cancel();
    for (;;) {
      const [next] = this.waiting;
      if (!next) return;
      const [item, answer] = next;
      this.waiting.delete(item);
      try {
        await this.keep(item, answer);
        this.failures = 0;
        this.events.kept(item, answer);
      } catch (error) {
        const problem = asProblem(error);
        const { status } = problem;
        if (status === 0 || status === 408 || status === 429 || status >= 500) {
          // Unless something newer was said meanwhile, this answer goes again.
          if (!this.waiting.has(item)) this.waiting.set(item, answer);
          this.failures += 1;
          this.later(retryDelay(this.failures + 1));
          return;
        }
        if (problem.code === 'evaluation.closed' || isUnknownLink(problem)) {
          this.ended = true;
          this.waiting.clear();
          this.events.stopped(problem);
          return;
        }
        this.events.refused(item, answer, problem);
      }
    }
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.timer(() => this.flush(), ms);
  }
}
