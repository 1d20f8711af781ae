import { practicesOf, type Actor } from '#libs/platform';

/** Who knows of the review of a practice: its own people, nobody else, also no coordinator (REF-07); and the task link of one of them. */
export function knowsReferrals(actor: Actor, practiceId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'task')
    return actor.task?.kind === 'referral-review' && actor.task.subjectId === practiceId;
  return ownPractices(actor).includes(practiceId);
}

/** The practices whose people the actor belongs to. */
export function ownPractices(actor: Actor): string[] {
  return practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
}

/** Who arranges it: moments, who takes part, the goal. A task link shows one week, it arranges nothing. */
export function arrangesReferrals(actor: Actor, practiceId: string): boolean {
  return actor.kind !== 'task' && knowsReferrals(actor, practiceId);
}
