import { ANONYMITY_LEVELS, type AnonymityLevel, type CampaignView } from '#libs/contracts';
import { MINIMUM_PRACTICES, MINIMUM_RESPONSES } from '../results/display.rules.js';

/** Fewer people than this, and nobody can promise that an answer has no name (models/surveys.md §1). */
export const ANONYMOUS_PEOPLE = 10;

/** How many people are asked, and of how many practices. */
export interface AudienceSize {
  people: number;
  practices: number;
}

/**
 * The levels that would be true for an audience. `anonymous` asks ten people of three practices; `confidential` as many as any
 * result asks, because answers that can never be shown need not be given; a name can always be promised to be known.
 */
export function levelsOf(size: AudienceSize): CampaignView['levels'] {
  const people: Record<AnonymityLevel, number> = {
    anonymous: ANONYMOUS_PEOPLE,
    confidential: MINIMUM_RESPONSES,
    named: 0,
  };
  return ANONYMITY_LEVELS.map((level) => {
    const reason =
      size.people < people[level]
        ? ('too-few-people' as const)
        : level !== 'named' && size.practices < MINIMUM_PRACTICES
          ? ('too-few-practices' as const)
          : null;
    return { level, possible: reason === null, reason };
  });
}

/** The level of an evaluation that starts by itself: anonymous where that is true, else confidential. Never by name. */
export function levelByItself(size: AudienceSize): AnonymityLevel {
  return levelsOf(size).some(({ level, possible }) => level === 'anonymous' && possible)
    ? 'anonymous'
    : 'confidential';
}
