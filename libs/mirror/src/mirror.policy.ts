import { holds, practicesOf, type Actor } from '#libs/platform';

/** Loads, checks and approves data sets, keeps sources and measures, answers remarks (D7). */
export function canManageFigures(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'data-steward') || holds(actor, 'region-coordinator');
}

/** Four eyes, without exception: who loaded a data set does not approve it. */
export function canApprove(actor: Actor, dataSet: { loadedBy: string | null }): boolean {
  return canManageFigures(actor) && (actor.kind === 'system' || dataSet.loadedBy !== actor.personId);
}

/** A practice's own figures are for its own people only; not for staff, not for the region (MIR-06). */
export function canSeeOwnFigures(actor: Actor, practiceId: string): boolean {
  return practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee').includes(practiceId);
}

/** Signs for a practice that figures may be shown by name in its group, or takes that back. */
export function canSignFor(actor: Actor, practiceId: string): boolean {
  return holds(actor, 'practice-holder', practiceId);
}
