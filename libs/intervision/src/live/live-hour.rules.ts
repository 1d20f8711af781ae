import type { MethodContent } from '#libs/contracts';
import type { ClockPart } from '#libs/live';

/** The leader can open the room this long before the meeting starts. */
export const OPENS_BEFORE_MS = 30 * 60_000;
/** With less than this until the end of the meeting, the method gets its time all the same: the group is there to work. */
const TOO_SHORT_MS = 10 * 60_000;

/** The steps as the clock has them. Pages say their names in the reader's language by the id. */
export const partsOf = ({ steps }: Pick<MethodContent, 'steps'>): ClockPart[] =>
  steps.map(({ id, name, minutes }) => ({ id, name: name.nl, seconds: minutes * 60 }));

/**
 * The hour of a method that starts now: its minutes, but no longer than the meeting, so that a late start shortens the steps.
 * @param endsAt of the meeting
 */
export function hourFrom(now: Date, minutes: number, endsAt: Date | null): { startsAt: Date; endsAt: Date } {
  const full = now.getTime() + minutes * 60_000;
  const last = endsAt?.getTime() ?? full;
  const end = last - now.getTime() < TOO_SHORT_MS ? full : Math.min(full, last);
  return { startsAt: now, endsAt: new Date(end) };
}

/**
 * Who may open the room, and from when: whoever leads half an hour before; any member from the start on, so that a meeting can always
 * begin, and half an hour before where nobody leads the group.
 */
export function opensFor(startsAt: Date, leads: boolean, led: boolean): Date {
  return leads || !led ? new Date(startsAt.getTime() - OPENS_BEFORE_MS) : startsAt;
}
