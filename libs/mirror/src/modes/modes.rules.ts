import type { OpenModeView, Words } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { canSignFor } from '../mirror.policy.js';
import type { FigureGroup, ModeRow } from './open-modes.queries.js';
import { standingOf, type EndReason } from './scope.rules.js';

const BECAUSE: Record<EndReason, Words> = {
  'members-changed': {
    nl: 'De groep heeft andere praktijken gekregen. Spreek het opnieuw af.',
    en: 'The group has other practices now. Agree again.',
  },
  'scope-changed': {
    nl: 'Er is een nieuwe afspraak voorgesteld.',
    en: 'A new agreement was proposed.',
  },
  passed: {
    nl: 'De afgesproken einddatum is voorbij.',
    en: 'The agreed end date has passed.',
  },
  'group-ended': { nl: 'De groep is gestopt.', en: 'The group has ended.' },
  'practice-closed': {
    nl: 'Een praktijk uit de groep is gestopt of samengegaan.',
    en: 'A practice of the group has closed or merged.',
  },
};

/** Why there are no names any more, in words. */
export const endedWords = (because: EndReason | null): Words | null =>
  because === null ? null : BECAUSE[because];

/** An open mode as one reader sees it, as it stands today. */
export function modeView(actor: Actor, mode: ModeRow, group: FigureGroup, today: string): OpenModeView {
  const signed = new Map(mode.signatures.map(({ practiceId, signedAt }) => [practiceId, signedAt]));
  const now = { ended: group.ended, members: group.members.map(({ id }) => id) };
  const { state, because } = standingOf(mode, now, [...signed.keys()], today);
  const mine = mode.scope.members.filter((id) => state !== 'ended' && canSignFor(actor, id));
  return {
    id: mode.id,
    groupId: group.id,
    group: group.name,
    state,
    scope: mode.scope,
    scopeHash: mode.scopeHash,
    signatures: group.members
      .filter(({ id }) => mode.scope.members.includes(id))
      .map(({ id, name }) => ({ practiceId: id, practice: name, signedAt: signed.get(id) ?? null })),
    maySign: mine.filter((id) => !signed.has(id)),
    mayWithdraw: mine.filter((id) => signed.has(id)),
    endedBecause: endedWords(because),
    version: mode.version,
  };
}
