import type { PrivacyTestAudienceView, PrivacyTestView, ReleaseView, Words } from '#libs/contracts';
import type { ReferenceRates } from '../figures/estimate.rules.js';
import { referenceIn, type RegionBody } from './bodies.rules.js';
import type { LedgerStatement } from './cells.rules.js';
import { LEAST_MEMBERS, type GateOutcome } from './gate.rules.js';
import { coarsenedCode, coarsenedWords, reasonWords } from './release.rules.js';

/** What came of one audience; counts and codes only. */
export interface Judged {
  outcome: 'safe' | 'coarsened' | 'refused' | 'unfinished';
  shown: number;
  hidden: number;
  /** A code, see `lookWords`. */
  code: string | null;
  /** Judged without what the region's new figures would tell, because those were given up. */
  withoutRegion?: true;
}

/** One audience of a test. */
export interface Look {
  audience: ReleaseView['audience'];
  groupId: string | null;
  /** Null until it was looked at. */
  judged: Judged | null;
}

/** What everybody would read of the region, for the audiences after it: they read it too. */
export interface Carried {
  references: [key: string, rates: ReferenceRates][];
  statements: LedgerStatement[];
}

/** Every audience in the order in which they would be released. @param groups that go on, with their members */
export function audiencesOf(groups: readonly { id: string; members: readonly string[] }[]): Look[] {
  return [
    { audience: 'region', groupId: null, judged: null },
    { audience: 'staff', groupId: null, judged: null },
    ...groups
      .filter(({ members }) => members.length >= LEAST_MEMBERS)
      .map(({ id }): Look => ({ audience: 'group', groupId: id, judged: null })),
  ];
}

/** What the gate says, without anything that was hidden. @param outcome a code when there was nothing to judge */
export function judgedAs(outcome: GateOutcome | string | null): Judged {
  if (outcome === null || typeof outcome === 'string') return refused(outcome ?? 'nothing');
  if (!outcome.released) return refused(outcome.reason ?? 'unsafe');
  const code = coarsenedCode(outcome.coarsened);
  return {
    outcome: code === null ? 'safe' : 'coarsened',
    shown: outcome.shown,
    hidden: outcome.hidden,
    code,
  };
}

const refused = (code: string): Judged => ({ outcome: 'refused', shown: 0, hidden: 0, code });

/** Nobody knows: it took more time or memory than it may. */
export const unfinished: Judged = { outcome: 'unfinished', shown: 0, hidden: 0, code: 'too-much' };

/** What a judged region tells everybody else. */
export function carriedBy({ figures, statements }: GateOutcome): Carried {
  return {
    references: figures.map(({ measure, item, body }) => [
      `${measure}|${item}`,
      referenceIn(body as RegionBody),
    ]),
    statements,
  };
}

/** Whether the region was given up, so that what comes after it was tried without its new figures. */
export const regionUnknown = (looks: readonly Look[]): boolean =>
  looks.some(({ audience, judged }) => audience === 'region' && judged?.outcome === 'unfinished');

const TOO_MUCH: Words = {
  nl: 'Niet afgerond: er verschilt te veel van wat eerder is vrijgegeven.',
  en: 'Not finished: too much differs from what was released.',
};
const WITHOUT_REGION: Words = {
  nl: 'Bekeken zonder de nieuwe cijfers van de regio, want die zijn niet afgerond.',
  en: 'Looked at without the new figures of the region, because those were not finished.',
};

const ENDED: Record<string, Words> = {
  asked: { nl: 'De privacytest is gestopt.', en: 'The privacy test was stopped.' },
  approved: {
    nl: 'De cijfers werden goedgekeurd voordat de privacytest klaar was.',
    en: 'The figures were approved before the privacy test was done.',
  },
  gone: {
    nl: 'De cijfers wachten niet meer op goedkeuring.',
    en: 'The figures no longer wait for approval.',
  },
  failed: {
    nl: 'De privacytest is meer dan eens afgebroken.',
    en: 'The privacy test broke off more than once.',
  },
};

/** Why a test ended before it was done: by hand, by a decision on its data set, or because it could not be carried out. */
export type EndCode = 'asked' | 'approved' | 'gone' | 'failed';

/** Why a test ended before it was done. */
export const endWords = (code: string | null): Words | null => (code === null ? null : (ENDED[code] ?? null));

function lookWords({ outcome, code, withoutRegion }: Judged): Words | null {
  if (outcome === 'unfinished') return TOO_MUCH;
  const why = outcome === 'coarsened' ? coarsenedWords(code) : reasonWords(code);
  if (!withoutRegion) return why;
  return why
    ? { nl: `${why.nl} ${WITHOUT_REGION.nl}`, en: `${why.en} ${WITHOUT_REGION.en}` }
    : WITHOUT_REGION;
}

/**
 * The audiences of a test as a person reads them. The first that was not looked at is being looked at while the test runs.
 * @param names of groups by id
 */
export function audienceViews(
  state: PrivacyTestView['state'],
  looks: readonly Look[],
  names: ReadonlyMap<string, string>,
): PrivacyTestAudienceView[] {
  const at = state === 'running' ? looks.findIndex(({ judged }) => judged === null) : -1;
  const open = state === 'running' || state === 'waiting';
  return looks.map(({ audience, groupId, judged }, place) => ({
    audience,
    group: groupId === null ? null : { id: groupId, name: names.get(groupId) ?? '' },
    shown: judged?.shown ?? 0,
    hidden: judged?.hidden ?? 0,
    outcome: judged?.outcome ?? (place === at ? 'looking' : open ? 'waiting' : 'unseen'),
    reason: judged && lookWords(judged),
  }));
}
