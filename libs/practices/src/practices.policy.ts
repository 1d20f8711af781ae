import { holds, practicesOf, type Actor } from '#libs/platform';

/** Registers, changes, archives, merges and imports practices: the region coordinator, and the platform itself. */
export function canManagePractices(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'region-coordinator');
}

/**
 * Which practices a list shows to the actor: `all`, or the ids it is assigned to. Coordinator and data steward see the whole
 * region, a consultant its own practices (ORG-06), nobody else sees lists.
 */
export function listedFor(actor: Actor): 'all' | string[] {
  if (actor.kind === 'system') return 'all';
  if (holds(actor, 'region-coordinator') || holds(actor, 'data-steward')) return 'all';
  return practicesOf(actor, 'practice-consultant');
}

/** Sees one practice: who has it in its list, and the people of the practice itself. A task session sees its own task only. */
export function canSeePractice(actor: Actor, practiceId: string): boolean {
  if (actor.kind === 'task') return false;
  const listed = listedFor(actor);
  if (listed === 'all' || listed.includes(practiceId)) return true;
  return practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee').includes(practiceId);
}

/** Adds people to a practice and takes them out: the coordinator and the holder of that practice (ORG-03). */
export function canManageStaff(actor: Actor, practiceId: string): boolean {
  return canManagePractices(actor) || holds(actor, 'practice-holder', practiceId);
}

/** Sees who worked at a practice before: whoever arranges its people, and who supports it. */
export function canSeeFormerStaff(actor: Actor, practiceId: string): boolean {
  const listed = listedFor(actor);
  return canManageStaff(actor, practiceId) || listed === 'all' || listed.includes(practiceId);
}
