import { holds, type Actor } from '#libs/platform';

/** Coordinators make questionnaires and campaigns; the platform itself carries out what is due. */
export function canManageSurveys(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'region-coordinator');
}

/** What somebody who does not manage surveys may know of: closed campaigns whose results were shared. */
export function canSeeCampaign(actor: Actor, campaign: { state: string; sharedAt: Date | null }): boolean {
  if (canManageSurveys(actor)) return true;
  return actor.kind !== 'task' && campaign.state === 'closed' && campaign.sharedAt !== null;
}

/**
 * Four eyes: a questionnaire is reviewed by somebody else than who wrote it, unless the region has one coordinator only.
 * @param coordinators how many coordinators the region has
 */
export function canReview(actor: Actor, draft: { authorId: string | null }, coordinators: number): boolean {
  return draft.authorId !== actor.personId || coordinators < 2;
}
