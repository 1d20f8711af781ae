import { holds, practicesOf, type Actor } from '#libs/platform';
import { answersFor, canManageRounds } from '../intervision.policy.js';

/** A group with what decides who may do what with its agreement. */
export interface AgreementPlace {
  id: string;
  /** Its members now. */
  practiceIds: readonly string[];
  /** Its meetings: a link to one of them reaches the agreement too. */
  meetingIds: readonly string[];
}

/** The member practices of this actor; a task link reaches the one group that it is about. */
function ownMembers(actor: Actor, place: AgreementPlace, own: readonly string[]): string[] {
  if (actor.kind === 'task') {
    const { task } = actor;
    const here =
      (task?.kind === 'meeting' && place.meetingIds.includes(task.subjectId)) ||
      (task?.kind === 'group-view' && task.subjectId === place.id);
    return place.practiceIds.filter((id) => here && id === task?.practiceId);
  }
  return place.practiceIds.filter((id) => own.includes(id));
}

/** The practices for which this actor gives the word of the practice. */
export function acceptsFor(actor: Actor, place: AgreementPlace): string[] {
  return ownMembers(actor, place, answersFor(actor));
}

/** Reads and proposes: who is of the group, and nobody else (SES-02). */
export function belongsTo(actor: Actor, place: AgreementPlace): boolean {
  const own = practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
  return holds(actor, 'discussion-leader', place.id) || ownMembers(actor, place, own).length > 0;
}

/** Whether there is one and how many accepted: also the coordinator and who advises one of the practices. */
export function knowsOf(actor: Actor, place: AgreementPlace): boolean {
  if (belongsTo(actor, place)) return true;
  if (actor.kind === 'task') return false;
  return (
    canManageRounds(actor) ||
    practicesOf(actor, 'practice-consultant').some((id) => place.practiceIds.includes(id))
  );
}
