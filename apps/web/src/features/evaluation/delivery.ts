import type { Answers, EvaluationReceiptView, EvaluationView, TextFindingView } from '#libs/contracts';
import { findingsOf } from '../../lib/guard';
import type { Problem } from '../../lib/problem';
import type { Draft } from './draft';

/** An answer on its way; kept on the device before the request leaves, so that nothing is lost with the page. */
export interface PendingSend {
  answers: Answers;
  /** Texts that the writer wants to send although the guard asked. */
  confirmed: string[];
  /** An earlier attempt may have arrived: its reply never came. */
  uncertain: boolean;
}

/** How an attempt to send ended. */
export type SendResult =
  | { kind: 'received' }
  /** Somebody sent an answer with this link before, and it was not this device. */
  | { kind: 'used-before' }
  | { kind: 'retry'; uncertain: boolean }
  | { kind: 'texts'; findings: TextFindingView[] }
  /** `unsure`: an earlier attempt may have been in time. */
  | { kind: 'late'; unsure: boolean }
  | { kind: 'unknown' }
  | { kind: 'refused' };

/** Where the page begins, or goes on. */
export type VisitPhase =
  | 'answering'
  | 'sending'
  | 'received'
  | 'used-before'
  | 'closed'
  | 'closed-unsure'
  | 'unknown';

const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * `already` is our own answer when the link was free just before this device sent (a browser may repeat a request whose reply
 * got lost, without a word), or when an earlier attempt was left without a reply. Else the link was used elsewhere, and the
 * page says so.
 */
export function afterReply(outcome: EvaluationReceiptView['outcome'], ours: boolean): SendResult {
  return { kind: outcome === 'received' || ours ? 'received' : 'used-before' };
}

/**
 * What a failed attempt means. A server that did answer with a refusal has kept nothing of this attempt.
 * @param earlier an earlier attempt may have arrived.
 * @param left this attempt has left the device.
 */
export function afterFailure(problem: Problem, earlier: boolean, left: boolean): SendResult {
  const { status, code } = problem;
  if (status === 429) return { kind: 'retry', uncertain: earlier };
  if (status === 0 || status === 408 || status >= 500) return { kind: 'retry', uncertain: earlier || left };
  if (code === 'text.identifiers') return { kind: 'texts', findings: findingsOf(problem) };
  if (code === 'evaluation.closed') return { kind: 'late', unsure: earlier };
  return { kind: isUnknownLink(problem) ? 'unknown' : 'refused' };
}

/** The link leads nowhere: mistyped, cut off, or of an evaluation that is gone. */
export function isUnknownLink({ code }: Problem): boolean {
  return code === 'auth.link-invalid' || code === 'not-found';
}

/** Pause before the next attempt, in ms: 1, 2, 4 … at most 30 seconds. */
export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY * 2 ** Math.max(0, failures - 1), LAST_RETRY);
}

/** What to show to somebody who opens the link, by what the server says and what this device remembers. */
export function openingPhase(view: Pick<EvaluationView, 'state' | 'kept'>, draft: Draft | null): VisitPhase {
  const unsure = draft?.pending?.uncertain === true;
  if (view.state === 'answered') return unsure || draft?.sent ? 'received' : 'used-before';
  if (view.state === 'closed') return unsure ? 'closed-unsure' : 'closed';
  if (draft?.pending) return 'sending';
  return view.kept?.sent ? 'received' : 'answering';
}
