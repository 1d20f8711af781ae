import type { NoteView, TextFindingView } from '#libs/contracts';
import { findingsOf } from '../../../lib/guard';
import { type Problem, asProblem } from '../../../lib/problem';

export interface SharedNoteState {
  /** What is on the screen. */
  text: string;
  saving: boolean;
  savedAt: number | null;
  /** What the guard of the server does not take of this very text. */
  finding: TextFindingView | null;
  failed: Problem | null;
  /** How often somebody else's words came in: the cursor has to be put back. */
  merges: number;
}
export interface NoteDoors {
  /** @throws conflict.stale, text.identifiers */
  save: (text: string, version: number, confirmed: boolean) => Promise<NoteView>;
  read: () => Promise<NoteView>;
}
type Timer = (run: () => void, ms: number) => () => void;

/** A moment of silence before what was typed is sent, in ms. */
const PAUSE = 900;
const RETRY = 4_000;
const browserTimer: Timer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Where one text differs from another: lines from `at` to `end` of the first became `lines`. */
function change(from: readonly string[], to: readonly string[]) {
  let at = 0;
  while (at < from.length && at < to.length && from[at] === to[at]) at += 1;
  let tail = 0;
  while (
    tail < from.length - at &&
    tail < to.length - at &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail += 1;
  return { at, end: from.length - tail, lines: to.slice(at, to.length - tail) };
}

/**
 * Two people changed the same note: both changes, as far as they lie in other lines. Where they meet, theirs stands first and mine under it;
 * nothing that either wrote is lost.
 */
export function mergedNote(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = base === '' ? [] : base.split('\n');
  const [my, other] = [
    change(lines, mine === '' ? [] : mine.split('\n')),
    change(lines, theirs === '' ? [] : theirs.split('\n')),
  ];
  const put = (first: typeof my, second: typeof my): string[] => [
    ...lines.slice(0, first.at),
    ...first.lines,
    ...lines.slice(first.end, second.at),
    ...second.lines,
    ...lines.slice(second.end),
  ];
  if (my.end <= other.at && my.at < other.at) return put(my, other).join('\n');
  if (other.end <= my.at && other.at < my.at) return put(other, my).join('\n');
  const at = Math.min(my.at, other.at);
  const end = Math.max(my.end, other.end);
  const mineNew = my.lines.filter((line) => line.trim() !== '' && !other.lines.includes(line));
  return [...lines.slice(0, at), ...lines.slice(at, other.at), ...other.lines, ...lines.slice(other.end, end)]
    .concat(mineNew, lines.slice(end))
    .join('\n');
}

/** One note that several people type at once. It saves itself, takes in what others wrote, and overwrites nobody. */
export class SharedNote {
  private state: SharedNoteState;
  private readonly listeners = new Set<() => void>();
  private cancel = () => {};
  private busy = false;
  private confirmed: string | null = null;

  constructor(
    private based: NoteView,
    private readonly doors: NoteDoors,
    private readonly timer: Timer = browserTimer,
  ) {
    this.state = {
      text: based.text,
      saving: false,
      savedAt: based.savedAt === null ? null : Date.parse(based.savedAt),
      finding: null,
      failed: null,
      merges: 0,
    };
  }

  readonly snapshot = (): SharedNoteState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while something would be lost with the page. */
  get unsent(): boolean {
    return this.state.text.trim() !== this.based.text;
  }

  type(text: string): void {
    this.set({ text, finding: null, failed: null });
    this.later(PAUSE);
  }

  /** The writer has read the guard's warning of this very text. */
  confirm(): void {
    this.confirmed = this.state.text;
    this.set({ finding: null });
    this.flush();
  }

  /** How the note stands at the server. */
  arrive(note: NoteView): void {
    if (note.version <= this.based.version) return;
    const text = this.unsent ? mergedNote(this.based.text, this.state.text, note.text) : note.text;
    this.based = note;
    if (text !== this.state.text) this.set({ text, finding: null, merges: this.state.merges + 1 });
    if (note.savedAt !== null) this.set({ savedAt: Date.parse(note.savedAt) });
    if (this.unsent) this.later(PAUSE);
  }

  flush(): void {
    if (!this.busy && this.unsent && !this.state.finding) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    this.cancel();
    this.set({ saving: true });
    const { text } = this.state;
    try {
      const kept = await this.doors.save(text, this.based.version, this.confirmed === text);
      this.based = kept;
      this.set({ savedAt: Date.now(), failed: null });
    } catch (error) {
      await this.refused(error, text);
    } finally {
      this.busy = false;
      this.set({ saving: false });
      // what was typed or came in meanwhile
      if (this.unsent && !this.state.finding && !this.state.failed) this.later(PAUSE);
    }
  }

  private async refused(error: unknown, sent: string): Promise<void> {
    const [finding] = findingsOf(error);
    if (finding) {
      if (this.state.text === sent) this.set({ finding });
      return;
    }
    const problem = asProblem(error);
    if (problem.code === 'conflict.stale') {
      try {
        this.arrive(await this.doors.read());
      } catch (failure) {
        this.failed(asProblem(failure));
      }
      return;
    }
    this.failed(problem);
  }

  private failed(problem: Problem): void {
    const again =
      problem.status === 0 || problem.status === 408 || problem.status === 429 || problem.status >= 500;
    this.set({ failed: problem });
    if (again) this.later(RETRY);
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.timer(() => this.flush(), ms);
  }

  private set(part: Partial<SharedNoteState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
