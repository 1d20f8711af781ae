import { DateTime } from 'luxon';
import { ROUND_ASKS, type RoundAsk, type RoundRules, type RoundState } from '#libs/contracts';
import { DomainError } from '#libs/platform';

/** Deadlines, reminders and meetings are agreed in this zone, whatever the machine's own is. */
export const ZONE = 'Europe/Amsterdam';

/**
 * An instant as people write it: ISO 8601 with an offset, or a local Dutch time without one; a day alone lasts until its end.
 * @throws round.window-invalid when it is no moment.
 */
export function moment(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const parsed = DateTime.fromISO(text, { zone: ZONE });
  if (!parsed.isValid) throw new DomainError('round.window-invalid', { answerUntil: text });
  return (day ? parsed.endOf('day').set({ millisecond: 0 }) : parsed).toJSDate();
}

/** What a change really names: a field that is there but undefined changes nothing. */
export const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The part of `RoundRules` that a change names. */
export type RuleChange = Partial<Omit<RoundRules, 'weights' | 'groupSize'>> & {
  groupSize?: Partial<RoundRules['groupSize']>;
  weights?: Partial<RoundRules['weights']>;
};

/**
 * The rules after a change (GRP-01…06).
 * @throws round.size-invalid (2..12, min ≤ max, absent and district limits that fit in a group) · round.weights-invalid
 *   (each 0..1, together 1).
 */
export function changeRules(now: RoundRules, change: RuleChange): RoundRules {
  const next: RoundRules = {
    ...now,
    ...given(change),
    groupSize: { ...now.groupSize, ...given(change.groupSize ?? {}) },
    weights: { ...now.weights, ...given(change.weights ?? {}) },
  };
  const { min, max } = next.groupSize;
  if (![min, max].every(Number.isInteger) || min < 2 || max > 12 || min > max)
    throw new DomainError('round.size-invalid', { min, max, lowest: 2, highest: 12 });
  if (
    !Number.isInteger(next.maxAbsentPerGroup) ||
    next.maxAbsentPerGroup < 0 ||
    next.maxAbsentPerGroup >= min
  )
    throw new DomainError('round.size-invalid', { min, max, maxAbsentPerGroup: next.maxAbsentPerGroup });
  if (next.maxPerDistrict !== null && (!Number.isInteger(next.maxPerDistrict) || next.maxPerDistrict < 1))
    throw new DomainError('round.size-invalid', { min, max, maxPerDistrict: next.maxPerDistrict });
  const weights = Object.values(next.weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.some((weight) => !(weight >= 0 && weight <= 1)) || Math.abs(sum - 1) > 1e-6)
    throw new DomainError('round.weights-invalid', { sum: Math.round(sum * 1000) / 1000 });
  return next;
}

/** The questions in the order of the page, each once. @throws round.not-draft when an open round would lose one. */
export function changeAsks(now: RoundAsk[], wanted: RoundAsk[], state: RoundState): RoundAsk[] {
  if (state !== 'draft' && now.some((ask) => !wanted.includes(ask)))
    throw new DomainError('round.not-draft', { field: 'asks' });
  return ROUND_ASKS.filter((ask) => wanted.includes(ask));
}

/** Refuses what no longer can be: a published or archived round is history. @throws round.published · not-found */
export function assertChangeable(state: RoundState): void {
  if (state === 'published') throw new DomainError('round.published');
  if (state === 'archived') throw new DomainError('not-found', { what: 'round' });
}

/** A deadline that still lies ahead. @throws round.window-invalid */
export function assertAhead(until: Date, now: Date): void {
  if (until <= now) throw new DomainError('round.window-invalid', { answerUntil: until.toISOString() });
}

/** A few whole days before the deadline, each once, the earliest first. @throws validation.failed */
export function reminderPlan(days: number[]): number[] {
  const plan = [...new Set(days)].sort((a, b) => b - a);
  if (plan.length > 6 || plan.some((day) => !Number.isInteger(day) || day < 1 || day > 60))
    throw new DomainError('validation.failed', { fields: [{ field: 'reminderDays', rule: 'days' }] });
  return plan;
}

/** 09.00 local time, so many calendar days before the deadline's day: the same clock time on both sides of a DST change. */
export function reminderMoment(answerUntil: Date, daysBefore: number): Date {
  return DateTime.fromJSDate(answerUntil, { zone: ZONE })
    .minus({ days: daysBefore })
    .set({ hour: 9, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();
}

/** When a round is open for answers, as far as reminding goes. */
export interface ReminderWindow {
  answerFrom: Date | null;
  answerUntil: Date | null;
  reminderDays: number[];
  remindedDays: number[];
}

/**
 * The planned reminders whose moment has come. One mail serves them all, however long the clock stood still; a moment
 * before the round was opened never counts.
 */
export function dueReminders(window: ReminderWindow, now: Date): number[] {
  const { answerFrom, answerUntil } = window;
  if (!answerFrom || !answerUntil || now >= answerUntil) return [];
  return window.reminderDays.filter((day) => {
    const at = reminderMoment(answerUntil, day);
    return at > answerFrom && at <= now && !window.remindedDays.includes(day);
  });
}

/** True when the clock asks something of this round: its deadline has come, or a reminder is due. */
export function asksForTime(round: ReminderWindow & { state: RoundState }, now: Date): boolean {
  if (round.state !== 'open' || !round.answerUntil) return false;
  return now >= round.answerUntil || dueReminders(round, now).length > 0;
}

/** Reminders done, after the deadline moved: those whose new moment lies ahead will go out for the new deadline. */
export function remindedAfterMove(window: ReminderWindow, until: Date, now: Date): number[] {
  return window.reminderDays.filter((day) => reminderMoment(until, day) <= now);
}
