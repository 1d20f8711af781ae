/** A time that somebody was there; an open end is still there. */
export interface Presence {
  joinedAt: Date;
  leftAt: Date | null;
}
/** What counts for the certificate (feature 31). */
export interface AttendedTime {
  present: boolean;
  joinedAt: Date | null;
  leftAt: Date | null;
  /** Whole minutes inside the planned time. */
  minutes: number;
  /** Real hours, quarters rounded down. */
  hours: number;
  /** Whole hours, for lists that take nothing else. */
  hoursFull: number;
}

const MINUTE = 60_000;

/** Stays in order, overlapping and touching ones joined: two screens count once. An open stay lasts until `openEnd`. */
export function presentSpans(stays: readonly Presence[], openEnd: Date): { from: Date; to: Date }[] {
  const spans = stays
    .map(({ joinedAt, leftAt }) => ({ from: joinedAt, to: leftAt ?? openEnd }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  const joined: { from: Date; to: Date }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (!last || span.from > last.to) joined.push({ ...span });
    else if (span.to > last.to) last.to = span.to;
  }
  return joined;
}

/**
 * Who was really there, and for how long: only the time between start and end counts, early and late minutes do not.
 * @param hour what was planned, and until when an open stay lasts
 * @param most hours that full attendance gives; null: as many as it lasted
 */
export function attendedTime(
  stays: readonly Presence[],
  hour: { startsAt: Date; endsAt: Date; now: Date },
  most: number | null = null,
): AttendedTime {
  const until = hour.now < hour.endsAt ? hour.now : hour.endsAt;
  const inside = presentSpans(stays, until)
    .map(({ from, to }) => ({
      from: from < hour.startsAt ? hour.startsAt : from,
      to: to > hour.endsAt ? hour.endsAt : to,
    }))
    .filter(({ from, to }) => to > from);
  const ms = inside.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1)
    return { present: false, joinedAt: null, leftAt: null, minutes: 0, hours: 0, hoursFull: 0 };
  const quarters = Math.floor(minutes / 15) / 4;
  const hours = most === null ? quarters : Math.min(quarters, most);
  return {
    present: true,
    joinedAt: inside[0]?.from ?? null,
    leftAt: inside.at(-1)?.to ?? null,
    minutes,
    hours,
    hoursFull: Math.floor(hours),
  };
}
