import { allow, found, isId, type Actor } from '#libs/platform';
import { canActForPractice, canManageDialogue, canSeeSession } from '../dialogue.policy.js';

/** Only who organises. @throws not-found for who may not know of the session · auth.forbidden */
export function assertOrganises(actor: Actor, sessionId: string): void {
  found((isId(sessionId) && canSeeSession(actor, sessionId)) || null, 'session');
  allow(canManageDialogue(actor));
}

/** Who may not act for the practice does not learn that the session exists. @throws not-found */
export function assertSpeaksFor(actor: Actor, sessionId: string, practiceId: string): void {
  const may = canManageDialogue(actor) || canActForPractice(actor, sessionId, practiceId);
  found((isId(sessionId) && isId(practiceId) && may) || null, 'session');
}
