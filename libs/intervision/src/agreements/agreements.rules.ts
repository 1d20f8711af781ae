import { dayAt } from '#libs/platform';

/** Who writes on may write again: the others are asked once, this long after the last version. */
const QUIET_MINUTES = 30;
/** The pack goes to the leader this many days before the meeting, in the morning. */
const PACK_DAYS = 7;
const PACK_TIME = '09:00';

/** When the members are asked to accept a version that was written at `now`. */
export const askAt = (now: Date): Date => new Date(now.getTime() + QUIET_MINUTES * 60_000);

/** When the pack of a meeting goes to its leader (SES-04). */
export const packAt = (startsAt: Date): Date => dayAt(startsAt, -PACK_DAYS, PACK_TIME);

/** The points as they are kept: trimmed on one line, none empty, none twice. */
export function tidyPoints(points: readonly string[]): string[] {
  const tidy = points.map((point) => point.replace(/\s+/g, ' ').trim()).filter((point) => point !== '');
  return tidy.filter((point, place) => tidy.indexOf(point) === place);
}

/** What a version changed: points that are new, and points that are gone. A point with other words is both. */
export function changeOf(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  return {
    added: after.filter((point) => !before.includes(point)),
    removed: before.filter((point) => !after.includes(point)),
  };
}
