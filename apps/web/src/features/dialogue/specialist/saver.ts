import type { TextFindingView } from '#libs/contracts';
import { findingsOf } from '../../../lib/guard';
import { type Problem, asProblem } from '../../../lib/problem';

/** The fields of one thing that is saved apart: a question, or the department's own part. */
export type Fields = Readonly<Record<string, unknown>>;
export interface SaverState {
  /** What was typed and is not kept yet, per thing. */
  local: Readonly<Record<string, Fields>>;
  /** What the guard of the server does not take, by `thing/field`. */
  findings: Readonly<Record<string, TextFindingView>>;
  saving: boolean;
  savedAt: number | null;
  /** Nothing can be saved any more, or not in this state of the session. */
  stopped: Problem | null;
}
type Send = (thing: string, fields: Fields) => Promise<void>;
type Timer = (run: () => void, ms: number) => () => void;

/** A moment of silence before what was typed is sent, in ms. */
const PAUSE = 700;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Keeps what is typed, field by field, until the server has it: nobody presses a button, a lost connection is waited out, and a text that
 * the guard refuses stays on the screen without holding up the rest.
 */
export class Saver {
  private state: SaverState = { local: {}, findings: {}, saving: false, savedAt: null, stopped: null };
  private readonly listeners = new Set<() => void>();
  private cancel = () => {};
  private busy = false;
  private tries = 0;

  constructor(
    private readonly send: Send,
    private readonly timer: Timer = browserTimer,
  ) {}

  readonly snapshot = (): SaverState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while something would be lost with the page. */
  get unsent(): boolean {
    return Object.keys(this.state.local).length > 0;
  }

  give(thing: string, fields: Fields): void {
    const findings = { ...this.state.findings };
    for (const field of Object.keys(fields)) delete findings[`${thing}/${field}`];
    const local = { ...this.state.local, [thing]: { ...this.state.local[thing], ...fields } };
    this.set({ local, findings, stopped: null });
    this.later(PAUSE);
  }

  /** The writer has read what the guard warned of: the text is sent as it is. */
  confirm(thing: string, field: string): void {
    const value = this.state.local[thing]?.[field];
    if (value === undefined) return;
    this.give(thing, { [field]: value });
    this.confirmed.add(`${thing}/${field}`);
    this.flush();
  }
  private readonly confirmed = new Set<string>();

  /** Tries now instead of later. */
  flush(): void {
    if (!this.busy && this.next() !== null) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    this.cancel();
    this.set({ saving: true });
    try {
      for (let next = this.next(); next; next = this.next()) await this.sendOne(next.thing, next.fields);
      this.tries = 0;
    } catch (error) {
      this.failed(asProblem(error));
    } finally {
      this.busy = false;
      this.set({ saving: false });
    }
  }

  /** Something to send: all that waits of one thing. A text that has to be confirmed goes apart: the yes is for that text alone. */
  private next(): { thing: string; fields: Fields } | null {
    for (const [thing, fields] of Object.entries(this.state.local)) {
      const open = Object.entries(fields).filter(([field]) => !this.state.findings[`${thing}/${field}`]);
      const asked = open.find(([field]) => this.confirmed.has(`${thing}/${field}`));
      if (asked) return { thing, fields: { [asked[0]]: asked[1], confirmed: true } };
      if (open.length > 0) return { thing, fields: Object.fromEntries(open) };
    }
    return null;
  }

  private async sendOne(thing: string, fields: Fields): Promise<void> {
    try {
      await this.send(thing, fields);
    } catch (error) {
      const found = findingsOf(error);
      if (found.length === 0) throw error;
      const told = Object.fromEntries(found.map((finding) => [`${thing}/${finding.item}`, finding]));
      for (const key of Object.keys(told)) this.confirmed.delete(key);
      // what was changed meanwhile is judged anew
      const same = Object.entries(told).filter(
        ([, { item }]) => this.state.local[thing]?.[item] === fields[item],
      );
      this.set({ findings: { ...this.state.findings, ...Object.fromEntries(same) } });
      return;
    }
    this.forget(thing, fields);
    this.set({ savedAt: Date.now(), stopped: null });
  }

  /** Kept now, unless it was changed again while it was on its way. */
  private forget(thing: string, sent: Fields): void {
    const left = Object.fromEntries(
      Object.entries(this.state.local[thing] ?? {}).filter(([field, value]) => value !== sent[field]),
    );
    const local = { ...this.state.local, [thing]: left };
    if (Object.keys(left).length === 0) delete (local as Record<string, Fields>)[thing];
    for (const field of Object.keys(sent)) this.confirmed.delete(`${thing}/${field}`);
    this.set({ local });
  }

  private failed(problem: Problem): void {
    const again =
      problem.status === 0 || problem.status === 408 || problem.status === 429 || problem.status >= 500;
    if (again) this.later(Math.min(FIRST_RETRY * 2 ** this.tries++, LAST_RETRY));
    else this.set({ stopped: problem });
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.timer(() => this.flush(), ms);
  }

  private set(part: Partial<SaverState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
