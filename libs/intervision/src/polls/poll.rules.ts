import { dayAt } from '#libs/platform';
import { meetingInstants, type MeetingTimes } from '../meetings/meeting.rules.js';

/** More than this nobody can weigh on a phone. */
export const MOST_OPTIONS = 20;
/** Changes that follow each other quickly are told in one mail. */
export const CHANGES_WAIT_MINUTES = 10;
/** Reminders go out at this local time. */
const REMIND_AT = '09:00';
/** A link to a poll stays good this long after the deadline, to see which date it became. */
export const LINK_DAYS_AFTER = 30;

export type OptionFault = 'isDate' | 'afterStart' | 'past' | 'twice';

/** What is wrong with one option, or null. A time that a clock change skips is the one an hour later. */
export function optionFault(
  times: MeetingTimes,
  others: readonly MeetingTimes[],
  now: Date,
): OptionFault | null {
  if (times.endTime <= times.startTime) return 'afterStart';
  try {
    if (meetingInstants(times).startsAt <= now) return 'past';
  } catch {
    return 'isDate';
  }
  return others.some((other) => sameTimes(other, times)) ? 'twice' : null;
}

export const sameTimes = (a: MeetingTimes, b: MeetingTimes): boolean =>
  a.date === b.date && a.startTime === b.startTime && a.endTime === b.endTime;

/** The deadline lies ahead, and before the last option. */
export function deadlineFits(answerUntil: Date, options: readonly MeetingTimes[], now: Date): boolean {
  const last = Math.max(...options.map((one) => meetingInstants(one).startsAt.getTime()));
  return answerUntil > now && answerUntil.getTime() < last;
}

/** What the clock does for a poll: reminders at nine in the morning that still lie ahead of `now`, each once, and the end. */
export function stepsOf(
  answerUntil: Date,
  reminderDays: readonly number[],
  now: Date,
): { kind: 'remind' | 'close'; dueAt: Date }[] {
  const reminders = [...new Set(reminderDays)]
    .map((days) => dayAt(answerUntil, -days, REMIND_AT))
    .filter((dueAt) => dueAt > now && dueAt < answerUntil)
    .sort((a, b) => a.getTime() - b.getTime());
  return [
    ...reminders.map((dueAt) => ({ kind: 'remind' as const, dueAt })),
    { kind: 'close' as const, dueAt: answerUntil },
  ];
}

/** Seconds that an answer takes: about ten per option, told in minutes. */
export const answerMinutes = (options: number): number => Math.max(1, Math.round((options * 10) / 60));
