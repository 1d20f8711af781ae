import type { Answers, CutView, HiddenReason, Role } from '#libs/contracts';
import type { CampaignTurnout } from '../campaigns/campaign.entity.js';
import { cutsHidden, MINIMUM_PRACTICES, type Counted } from './display.rules.js';
import { both, ROLE_NAMES } from './sentences.rules.js';

/** One opened ballot, without texts. */
export interface OpenedBallot {
  answers: Answers;
  role: string | null;
  theme: string | null;
}
export type Dimension = CutView['dimension'];
/** A part of a campaign: everybody with this role, or on this theme. */
export interface Cut {
  dimension: Dimension;
  value: string;
}

/** Reads `role:practice-holder`. Null for what is no cut. */
export function readCut(text: string | undefined): Cut | null {
  const [, dimension, value] = /^(role|theme):(.+)$/s.exec(text ?? '') ?? [];
  return dimension && value ? { dimension: dimension as Dimension, value } : null;
}

export const cutLabel = ({ dimension, value }: Cut): CutView['label'] =>
  dimension === 'role' ? (ROLE_NAMES[value as Role] ?? both(() => value)) : both(() => value);

/** The parts of one division. Ballots whose label was taken off at closing are one part of their own, without a name. */
function partsOf(
  ballots: readonly OpenedBallot[],
  turnout: CampaignTurnout,
  dimension: Dimension,
): Map<string | null, Counted> {
  const known = dimension === 'role' ? turnout.roles : turnout.themes;
  const parts = new Map<string | null, Counted>();
  for (const ballot of ballots) {
    const value = ballot[dimension];
    const part = parts.get(value) ?? {
      answered: 0,
      // closing leaves a label off only where those without one are of enough practices
      practices: value === null ? MINIMUM_PRACTICES : (known[value]?.practices ?? 0),
    };
    parts.set(value, { ...part, answered: part.answered + 1 });
  }
  return parts;
}

/** All parts that a campaign could be told by, and why some may not. */
export function cutsOf(ballots: readonly OpenedBallot[], turnout: CampaignTurnout): CutView[] {
  return (['role', 'theme'] as const).flatMap((dimension) => {
    const verdicts = cutsHidden(partsOf(ballots, turnout, dimension));
    return [...verdicts]
      .filter((entry): entry is [string, HiddenReason | null] => entry[0] !== null)
      .map(([value, hidden]) => ({ dimension, value, label: cutLabel({ dimension, value }), hidden }))
      .sort((a, b) => a.label.nl.localeCompare(b.label.nl, 'nl'));
  });
}

/**
 * Why one item of one part may not be told: what the other parts answered to the same item follows from the whole, so the rule
 * holds for the counts of this item as well.
 */
export function itemHiddenInCut(
  ballots: readonly OpenedBallot[],
  turnout: CampaignTurnout,
  cut: Cut,
  item: string,
): HiddenReason | null {
  const answering = ballots.filter(({ answers }) => {
    const answer = answers[item];
    return answer !== undefined && !('notApplicable' in answer);
  });
  const verdict = cutsHidden(partsOf(answering, turnout, cut.dimension)).get(cut.value);
  return verdict === undefined ? 'too-few-responses' : verdict;
}

export const inCut = (ballot: OpenedBallot, cut: Cut | null): boolean =>
  cut === null || ballot[cut.dimension] === cut.value;
