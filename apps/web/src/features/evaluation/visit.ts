import type { Answers, EvaluationView, ItemAnswer, TextFindingView } from '#libs/contracts';
import { findingsOf } from '../../lib/guard';
import { type Problem, asProblem } from '../../lib/problem';
import {
  type PendingSend,
  type VisitPhase,
  afterFailure,
  afterReply,
  isUnknownLink,
  openingPhase,
  retryDelay,
} from './delivery';
import { type Draft, type DraftShelf, EMPTY_DRAFT } from './draft';
import type { EvaluationSender } from './evaluation-data';
import { Keeper, browserTimer } from './keeper';
import { answersToSend, isGiven, withAnswer } from './player/order';

export interface VisitState {
  phase: VisitPhase;
  answers: Answers;
  confirmed: readonly string[];
  /** What the server found in a text, as long as that text was not changed. */
  findings: Readonly<Record<string, TextFindingView>>;
  /** The first item whose text was refused when sending; the page goes there. */
  refusedText: string | null;
  /** Attempts to send in a row that did not come through; 0 while the first is on its way. */
  failures: number;
  /** A refusal that the person cannot mend in a text. */
  refused: Problem | null;
  /** Sent before, with this link: what is changed now is a change of that. */
  sentBefore: boolean;
  /** It was sent a moment ago, on this page. */
  justSent: boolean;
  /** Answers are on their way to the server, item by item (never for anonymous). */
  keeping: boolean;
  keptAt: number | null;
  /** The device keeps what was given; false: closing the page loses it. */
  kept: boolean;
}
interface Tools {
  sender: EvaluationSender;
  shelf: DraftShelf;
  timer?: typeof browserTimer;
  now?: () => number;
}

/** Nobody wants a request for every letter. In ms. */
const TYPING_PAUSE = 1_200;

/**
 * One visit to an evaluation. Anonymous answers stay on this device until they are sent, once; other answers are kept on the
 * server per item and can be changed until closing. What was given survives a reload; what was sent arrives exactly once.
 */
export class Visit {
  private state: VisitState;
  private draft: Draft;
  private readonly listeners = new Set<() => void>();
  private readonly keeper: Keeper | null;
  private readonly timer: typeof browserTimer;
  private cancelRetry = () => {};
  private sending = false;

  constructor(
    private readonly view: EvaluationView,
    private readonly tools: Tools,
  ) {
    this.timer = tools.timer ?? browserTimer;
    const kept = tools.shelf.read();
    const phase = openingPhase(view, kept);
    this.draft = kept ?? EMPTY_DRAFT;
    if (phase !== 'answering' && phase !== 'sending' && phase !== 'received') tools.shelf.clear();
    this.keeper = view.anonymity === 'anonymous' ? null : this.newKeeper();
    this.state = {
      phase,
      answers: this.startingAnswers(),
      confirmed: this.draft.confirmed,
      findings: {},
      refusedText: null,
      failures: 0,
      refused: null,
      sentBefore: view.kept?.sent === true,
      justSent: false,
      keeping: false,
      keptAt: null,
      kept: tools.shelf.works,
    };
    if (phase === 'received' && this.draft.pending) this.markSent();
  }

  readonly snapshot = (): VisitState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Where this device was, for coming back. */
  get lastSeen(): string | null {
    return this.draft.at;
  }

  /** True while something would be lost with the page: nothing keeps it. */
  get fragile(): boolean {
    const { phase, kept, answers } = this.state;
    const open = phase === 'answering' || phase === 'sending';
    return open && !kept && Object.keys(answers).length > 0;
  }

  /** Takes up what an earlier page of this device left: answers not kept yet, an answer not sent yet. */
  start(): void {
    if (this.state.phase === 'sending') void this.deliver();
    else for (const [item, answer] of Object.entries(this.draft.given)) this.keeper?.give(item, answer, 0);
  }

  /** Tries now what waits for later: the connection is back, or the page goes out of sight. */
  flush(): void {
    this.keeper?.flush();
    if (this.state.phase === 'sending' && !this.sending) void this.deliver();
  }

  answer(item: string, answer: ItemAnswer | null): void {
    const findings = { ...this.state.findings };
    delete findings[item];
    const confirmed = this.state.confirmed.filter((key) => key !== item);
    this.set({ answers: withAnswer(this.state.answers, item, answer), findings, confirmed, refused: null });
    const given = plain(answer);
    this.remember({ given: { ...this.draft.given, [item]: given }, confirmed: [...confirmed] });
    this.keeper?.give(item, given, answer && 'text' in answer ? TYPING_PAUSE : 0);
  }

  /** The writer keeps a text that the guard asked about. */
  confirm(item: string): void {
    const confirmed = [...new Set([...this.state.confirmed, item])];
    this.set({ confirmed });
    this.remember({ confirmed });
  }

  goneTo(item: string): void {
    this.set({ refusedText: null });
    this.remember({ at: item });
  }

  /** Opens a sent answer again, where the promise allows it. */
  reopen(): void {
    if (!this.keeper) return;
    this.set({ phase: 'answering', sentBefore: true, justSent: false });
  }

  /** Sends the whole answer: first written down here, then on its way, until the server says that it has it. */
  send(): void {
    if (this.state.phase !== 'answering' || !this.view.content) return;
    const answers = answersToSend(this.view.content.items, this.state.answers);
    const confirmed = this.state.confirmed.filter((item) => item in answers);
    this.remember({ pending: { answers, confirmed, uncertain: false } });
    this.set({ phase: 'sending', failures: 0, refused: null, refusedText: null });
    void this.deliver();
  }

  private async deliver(): Promise<void> {
    const { pending } = this.draft;
    if (!pending || this.sending) return;
    this.sending = true;
    this.cancelRetry();
    let left = false;
    try {
      await this.keeper?.settle();
      const free = !this.keeper && !pending.uncertain ? await this.tools.sender.state() : null;
      if (free === 'answered' || free === 'closed')
        return this.close(free === 'answered' ? 'used-before' : 'closed');
      // From here on the request may arrive without our ever knowing.
      left = true;
      this.remember({ pending: { ...pending, uncertain: true } });
      const { outcome } = await this.tools.sender.send(pending.answers, pending.confirmed);
      this.close(afterReply(outcome, free === 'open' || pending.uncertain).kind as VisitPhase);
    } catch (error) {
      this.failed(asProblem(error), pending, left);
    } finally {
      this.sending = false;
    }
  }

  private failed(problem: Problem, pending: PendingSend, left: boolean): void {
    const result = afterFailure(problem, pending.uncertain, left);
    if (result.kind === 'retry') {
      const failures = this.state.failures + 1;
      this.remember({ pending: { ...pending, uncertain: result.uncertain } });
      this.set({ failures });
      this.cancelRetry = this.timer(() => void this.deliver(), retryDelay(failures));
    } else if (result.kind === 'texts') {
      this.remember({ pending: null });
      const [first] = result.findings;
      this.show(result.findings);
      this.set({ phase: 'answering', refusedText: first?.item ?? null, refused: first ? null : problem });
    } else if (result.kind === 'refused') {
      this.remember({ pending: null });
      this.set({ phase: 'answering', refused: problem });
    } else if (result.kind === 'late') this.close(result.unsure ? 'closed-unsure' : 'closed');
    else this.close('unknown');
  }

  private show(found: readonly TextFindingView[]): void {
    const findings = { ...this.state.findings };
    for (const finding of found) findings[finding.item] = finding;
    const confirmed = this.state.confirmed.filter((item) => findings[item]?.verdict !== 'block');
    this.set({ findings, confirmed });
  }

  private close(phase: VisitPhase): void {
    this.cancelRetry();
    const received = phase === 'received';
    if (received) this.markSent();
    else {
      this.draft = EMPTY_DRAFT;
      this.tools.shelf.clear();
    }
    this.set({ phase, justSent: received, sentBefore: received, findings: {}, failures: 0 });
  }

  /** The answers leave this device; for anonymous only the fact stays, for a later look at the link. */
  private markSent(): void {
    this.draft = { ...EMPTY_DRAFT, sent: true };
    if (this.keeper) this.tools.shelf.clear();
    else this.tools.shelf.write(this.draft);
  }

  private startingAnswers(): Answers {
    const known = new Set(this.view.content?.items.map((item) => item.key));
    let answers = this.view.kept?.answers ?? {};
    for (const [item, answer] of Object.entries(this.draft.given))
      if (known.has(item)) answers = withAnswer(answers, item, answer);
    return answers;
  }

  private newKeeper(): Keeper {
    const { sender, timer, now = Date.now } = this.tools;
    return new Keeper(
      (item, answer) => sender.keep(item, answer),
      {
        kept: (item, answer) => {
          const given = { ...this.draft.given };
          if (given[item] === answer) delete given[item];
          this.remember({ given });
          this.set({ keptAt: now() });
        },
        refused: (item, answer, problem) => {
          // Stays on this device: the writer decides, and sending asks again. Not for a text that was changed meanwhile.
          if (this.draft.given[item] === answer) this.show(findingsOf(problem));
        },
        stopped: (problem) => this.close(isUnknownLink(problem) ? 'unknown' : 'closed'),
        changed: () => this.set({ keeping: this.keeper?.busy ?? false }),
      },
      timer,
    );
  }

  private remember(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    const kept = this.tools.shelf.write(this.draft);
    if (kept !== this.state.kept) this.set({ kept });
  }

  private set(part: Partial<VisitState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** As it is kept: a text without white space around it, and nothing at all instead of an empty answer. */
function plain(answer: ItemAnswer | null): ItemAnswer | null {
  if (!answer || !isGiven(answer)) return null;
  return 'text' in answer ? { text: answer.text.trim() } : answer;
}
