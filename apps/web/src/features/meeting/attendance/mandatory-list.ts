import { MANDATORY_STATES, type MandatoryPracticeView, type MandatoryState } from '#libs/contracts';
import { matchesSearch } from '../../../lib/table';

/** How many practices stand where; all of them under `all`. */
export function countStates(
  practices: readonly MandatoryPracticeView[],
): Record<MandatoryState | 'all', number> {
  const counts = { all: practices.length, met: 0, coming: 0, 'not-yet': 0 };
  for (const { state } of practices) counts[state] += 1;
  return counts;
}

/** The practices of one state that a search finds, by their own name, place, group or meeting. */
export function seenPractices(
  practices: readonly MandatoryPracticeView[],
  state: MandatoryState | null,
  search: string,
): MandatoryPracticeView[] {
  return practices.filter(
    (one) =>
      (state === null || one.state === state) &&
      matchesSearch(
        [
          one.practice,
          one.town,
          one.meeting?.group ?? null,
          one.meeting?.title ?? null,
          ...one.extra.map(({ title }) => title),
        ],
        search,
      ),
  );
}

/** A state as the address of the page says it, `nog-niet`; null for anything else. */
const IN_ADDRESS = { met: 'geweest', coming: 'gepland', 'not-yet': 'nog-niet' } as const;
export const addressOf = (state: MandatoryState): string => IN_ADDRESS[state];
export const stateIn = (address: string | null): MandatoryState | null =>
  MANDATORY_STATES.find((state) => IN_ADDRESS[state] === address) ?? null;

/** Years to choose from, the latest first: the next one for what is planned already, and four back. */
export const yearsAround = (year: number, chosen: number): number[] =>
  [...new Set([...Array.from({ length: 5 }, (_, back) => year + 1 - back), chosen])].sort((a, b) => b - a);
