import type { RoundState } from '#libs/contracts';
import { holds, practicesOf, type Actor } from '#libs/platform';

/** Coordinators run rounds; the platform itself closes them and reminds. */
export function canManageRounds(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'region-coordinator');
}

/** The practices whose answer this actor gives with an account. A practice has one vote, whoever gives it (ORG-01). */
export function answersFor(actor: Actor): string[] {
  return actor.kind === 'task' ? [] : practicesOf(actor, 'practice-holder', 'practice-contact');
}

/** May read and give the answer of this practice in this round: its own people, its task link, the coordinator by phone. */
export function canAnswer(actor: Actor, roundId: string, practiceId: string): boolean {
  if (actor.kind === 'task')
    return (
      actor.task?.kind === 'round-answer' &&
      actor.task.subjectId === roundId &&
      actor.task.practiceId === practiceId
    );
  return canManageRounds(actor) || answersFor(actor).includes(practiceId);
}

/** What practices may know of: rounds that were opened. Whether theirs takes part is decided in SQL. */
export const SHOWN_TO_PRACTICES: RoundState[] = ['open', 'closed', 'published'];

/** How an answer comes in: by the mail's link, by the coordinator on the phone, or signed in. */
export function cameVia(actor: Actor, practiceId: string): 'link' | 'account' | 'phone' {
  if (actor.kind === 'task') return 'link';
  return answersFor(actor).includes(practiceId) ? 'account' : 'phone';
}
