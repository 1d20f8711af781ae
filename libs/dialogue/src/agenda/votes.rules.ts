import { DomainError } from '#libs/platform';

/** How many departments a practice ranks at most (DIA-01: four wanted departments a year). */
export const MOST_RANKED = 4;

/** How many of so many departments a practice can rank. */
export const mostRanked = (departments: number): number => Math.min(MOST_RANKED, departments);

/** What one department got. */
export interface Wanted {
  /** How many practices put it first, second, … */
  ranks: number[];
  /** A first place counts as many points as practices can rank, the last one 1. */
  points: number;
  practices: number;
}

/**
 * Counts the rankings (DIA-02).
 * @param rankings department ids per practice, the most wanted first; an id that cannot be chosen any more counts for nobody
 */
export function countVotes(
  departmentIds: readonly string[],
  rankings: readonly (readonly string[])[],
): Map<string, Wanted> {
  const most = mostRanked(departmentIds.length);
  const counts = new Map<string, Wanted>(
    departmentIds.map((id) => [id, { ranks: new Array<number>(most).fill(0), points: 0, practices: 0 }]),
  );
  for (const ranking of rankings)
    ranking
      .filter((id) => counts.has(id))
      .slice(0, most)
      .forEach((id, place) => {
        const count = counts.get(id) as Wanted;
        count.ranks[place] = (count.ranks[place] ?? 0) + 1;
        count.points += most - place;
        count.practices += 1;
      });
  return counts;
}

/** The most wanted first: by points, then by how many practices, then by first places, then by name. */
export function byWanted<Row extends Wanted & { name: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) =>
      b.points - a.points ||
      b.practices - a.practices ||
      (b.ranks[0] ?? 0) - (a.ranks[0] ?? 0) ||
      a.name.localeCompare(b.name, 'nl'),
  );
}

/** Who is asked when the organiser says nothing else: as many of the most wanted as there are dates. */
export function defaultInvited<Row extends Wanted & { id: string; name: string }>(
  rows: readonly Row[],
  dates: number,
): string[] {
  return byWanted(rows)
    .slice(0, dates)
    .map(({ id }) => id);
}

/** @throws vote.invalid unless one to four different departments of the list are ranked */
export function checkedRanking(ranking: readonly string[], departmentIds: readonly string[]): string[] {
  const known = new Set(departmentIds);
  const right =
    ranking.length > 0 &&
    ranking.length <= mostRanked(departmentIds.length) &&
    new Set(ranking).size === ranking.length &&
    ranking.every((id) => known.has(id));
  if (!right) throw new DomainError('vote.invalid', { most: mostRanked(departmentIds.length) });
  return [...ranking];
}
