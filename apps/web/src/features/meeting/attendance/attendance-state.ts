import type { MeetingAttendanceView, MeetingAttendeeView, PracticeAttendanceView } from '#libs/contracts';
import type { PresenceWish } from './attendance-data';

/**
 * Two answers about the same list, in whichever order they came: of every practice the word that was said last. Somebody who notes several
 * practices quickly has several calls on the way at once.
 */
export function newestOf(
  before: MeetingAttendanceView | undefined,
  now: MeetingAttendanceView,
): MeetingAttendanceView {
  if (!before) return now;
  const known = new Map(before.practices.map((one) => [one.practiceId, one]));
  return {
    ...now,
    practices: now.practices.map((one) => {
      const was = known.get(one.practiceId);
      return was && was.version > one.version ? was : one;
    }),
  };
}

/** Somebody who came, as a wish names them; minutes only where they are neither measured nor those of the whole meeting. */
export const namedIn = ({ personId, minutes, measured }: MeetingAttendeeView, length: number) => ({
  personId,
  ...(measured || minutes === length ? {} : { minutes }),
});

/** The wish that brings a practice back to how it stands here: what undo sends. */
export function wishOf(
  { state, said, replacedBy, people }: PracticeAttendanceView,
  length: number,
): PresenceWish {
  if (!said || state === null) return { state: null };
  return {
    state,
    ...(people.length > 0 && { people: people.map((one) => namedIn(one, length)) }),
    ...(replacedBy !== null && { replacedBy }),
  };
}

/** How many practices were there, and of how many nobody knows. */
export function countOf(practices: readonly PracticeAttendanceView[]): {
  total: number;
  there: number;
  unknown: number;
} {
  return {
    total: practices.length,
    there: practices.filter(({ state }) => state === 'present' || state === 'replaced').length,
    unknown: practices.filter(({ state }) => state === null).length,
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** To which of so many choices a key moves, round and round; null for a key that does not move. */
export function steppedTo(key: string, from: number, count: number): number | null {
  const step = STEPS[key];
  return step === undefined || from < 0 ? null : (from + step + count) % count;
}
