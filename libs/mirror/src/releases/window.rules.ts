import { DateTime } from 'luxon';

/** What a window of figures is made of: twelve whole months. */
const MONTHS = 12;

/** A stretch of a data set: its first day and how many months. */
export interface Stretch {
  from: string;
  months: number;
}

/** Half-open, in local days. */
export interface Window {
  from: string;
  toExclusive: string;
  stretches: Stretch[];
}

const plus = (day: string, months: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ months }).toISODate() as string;

/**
 * The windows of twelve whole months that whole stretches (quarters, or a year) fill without a gap, newest first. Each ends
 * where a stretch ends.
 */
export function windowsOf(stretches: readonly Stretch[]): Window[] {
  const byStart = new Map(stretches.map((one) => [one.from, one]));
  const windows: Window[] = [];
  for (const from of [...byStart.keys()].sort()) {
    const filled: Stretch[] = [];
    let months = 0;
    for (let at = from; months < MONTHS;) {
      const next = byStart.get(at);
      if (!next) break;
      filled.push(next);
      months += next.months;
      at = plus(at, next.months);
    }
    if (months === MONTHS) windows.push({ from, toExclusive: plus(from, MONTHS), stretches: filled });
  }
  return windows.reverse();
}
