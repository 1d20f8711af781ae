import type { MeetingPresence } from '#libs/contracts';
import { attendedTime, type AttendedTime, type Presence } from '#libs/live';

const MINUTE = 60_000;

/** When a meeting was held, and until when an open stay lasts. */
export interface MeetingHour {
  startsAt: Date;
  endsAt: Date;
  now: Date;
}
/** What somebody said of a practice. */
export interface SaidPresence {
  /** Null: taken back. */
  state: MeetingPresence | null;
  /** Who came; empty: whoever was measured. `minutes` null: as measured, or as long as it lasted. */
  people: readonly { personId: string; minutes: number | null }[];
}
/** How long somebody was there, and whether a live room measured it. */
export type CountedTime = AttendedTime & { measured: boolean };

/**
 * The time that counts: as planned, but no longer than until the meeting was closed. A meeting that was held at another moment, so that no
 * stay lies in the planned time, counts from who came first, as long as was planned.
 */
export function heldHour(
  planned: { startsAt: Date; endsAt: Date; closedAt: Date | null },
  stays: readonly Presence[],
  now: Date,
): MeetingHour {
  const { startsAt, endsAt, closedAt } = planned;
  const inside = stays.some(({ joinedAt, leftAt }) => joinedAt < endsAt && (leftAt ?? now) > startsAt);
  const [first] = [...stays].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  if (first && !inside)
    return {
      startsAt: first.joinedAt,
      endsAt: new Date(first.joinedAt.getTime() + endsAt.getTime() - startsAt.getTime()),
      now,
    };
  const closedEarly = closedAt !== null && closedAt > startsAt && closedAt < endsAt;
  return { startsAt, endsAt: closedEarly ? closedAt : endsAt, now };
}

/** Whole minutes that the meeting lasted, or lasts. */
export const lengthOf = ({ startsAt, endsAt }: Pick<MeetingHour, 'startsAt' | 'endsAt'>): number =>
  Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE);

/** What counts of a practice: what somebody said, else whether anybody of it was in the live room; null as long as nobody knows. */
export function presenceOf(said: SaidPresence | null, measured: boolean): MeetingPresence | null {
  if (said && said.state !== null) return said.state;
  return measured ? 'present' : null;
}

/** Who counts as having been there for a practice, with the minutes that somebody noted. */
export function peopleOf(
  said: SaidPresence | null,
  measured: readonly string[],
): { personId: string; minutes: number | null }[] {
  if (said?.state === 'absent') return [];
  if (said && said.state !== null && said.people.length > 0) return [...said.people];
  // who came in the place of a practice's people is not one of them
  if (said?.state === 'replaced') return [];
  return measured.map((personId) => ({ personId, minutes: null }));
}

/** How long somebody was there: as noted, else as measured, else as long as the meeting lasted. */
export function timeOf(noted: number | null, stays: readonly Presence[], hour: MeetingHour): CountedTime {
  if (noted === null && stays.length > 0) return { ...attendedTime(stays, hour), measured: true };
  const minutes = noted ?? lengthOf(hour);
  const hours = Math.floor(minutes / 15) / 4;
  const unknown = { joinedAt: null, leftAt: null };
  return { present: minutes > 0, ...unknown, minutes, hours, hoursFull: Math.floor(hours), measured: false };
}

/** Whom one click names when nobody was measured: the only one who can have come, or who led. Never a guess between two. */
export function plainly(staff: readonly { personId: string }[], leaderId: string | null): string[] {
  const [only] = staff;
  if (only && staff.length === 1) return [only.personId];
  return staff.some(({ personId }) => personId === leaderId) ? [leaderId as string] : [];
}
