import type { Role } from '#libs/contracts';
import { holds, practicesOf, type Actor } from '#libs/platform';

/** Loads, checks and approves data sets, keeps sources and measures, answers remarks (D7). */
export function canManageFigures(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'data-steward') || holds(actor, 'region-coordinator');
}

/**
 * The funnel gives exact counts of practices without names. Together with what a group sees they would betray small ones, so who reads along in a group
 * (or could) does not get it: whoever belongs to a practice or leads a talk.
 */
export function canSeeFunnel(actor: Actor): boolean {
  return canManageFigures(actor) && ownPractices(actor).length === 0 && !holds(actor, 'discussion-leader');
}

/** Four eyes, without exception: who loaded a data set does not approve it. */
export function canApprove(actor: Actor, dataSet: { loadedBy: string | null }): boolean {
  return canManageFigures(actor) && (actor.kind === 'system' || dataSet.loadedBy !== actor.personId);
}

/** A practice's own figures are for its own people only; not for staff, not for the region (MIR-06). */
export function canSeeOwnFigures(actor: Actor, practiceId: string): boolean {
  return ownPractices(actor).includes(practiceId);
}

/** Signs for a practice that figures may be shown by name in its group, or takes that back. */
export function canSignFor(actor: Actor, practiceId: string): boolean {
  return holds(actor, 'practice-holder', practiceId);
}

/** The practices whose own people this actor belongs to; a link to one task makes nobody that. */
export function ownPractices(actor: Actor): string[] {
  return actor.kind === 'task'
    ? []
    : practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
}

/** A group as the policies need it. */
interface GroupOfPractices {
  id: string;
  leaderPracticeId: string | null;
  members: readonly { id: string }[];
}

/** The page of a group's figures, with its story: for the people of its practices and who leads its talk; for no staff. */
export function canSeeGroupFigures(actor: Actor, group: GroupOfPractices): boolean {
  const own = ownPractices(actor);
  return holds(actor, 'discussion-leader', group.id) || group.members.some(({ id }) => own.includes(id));
}

/** Chooses the story, the question and the figures: who leads, the people of the leading practice, holders of members. */
export function canPrepare(actor: Actor, group: GroupOfPractices): boolean {
  const { id: groupId, leaderPracticeId, members } = group;
  return (
    holds(actor, 'discussion-leader', groupId) ||
    members.some(({ id }) => canSignFor(actor, id)) ||
    (members.some(({ id }) => id === leaderPracticeId) && canSeeOwnFigures(actor, leaderPracticeId as string))
  );
}

/** Proposes to show figures by name: a holder of a member, or who leads the group. */
export function canProposeOpenMode(actor: Actor, group: GroupOfPractices): boolean {
  return holds(actor, 'discussion-leader', group.id) || group.members.some(({ id }) => canSignFor(actor, id));
}

/**
 * Looks along by name: only a role that the scope names, at a practice that signed it. Region, steward, consultant and a leader from
 * outside never inherit it (models/disclosure.md §2.7).
 */
export function canSeeNamed(
  actor: Actor,
  scope: { members: readonly string[]; viewers: readonly Role[] },
): boolean {
  if (actor.kind === 'task') return false;
  return practicesOf(actor, ...scope.viewers).some((id) => scope.members.includes(id));
}
