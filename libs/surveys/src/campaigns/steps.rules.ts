import { DateTime } from 'luxon';
import type { CampaignStepKind, CampaignStepView } from '#libs/contracts';
import { dayAt, daysOn, DomainError, ZONE } from '#libs/platform';

/** A step that is later than this was missed, and is looked at again. */
export const LATE_MS = 24 * 3_600_000;
/** How long after the click a chosen moment may already be past: the time to read the confirmation. */
const CLICK_MS = 15 * 60_000;
/** Nothing is planned further ahead. */
const FURTHEST_DAYS = 366;

export type StepState = CampaignStepView['state'];

/** A step before it has an id. */
export interface PlannedStep {
  kind: CampaignStepKind;
  wave: number;
  number: number | null;
  dueAt: Date;
}
export interface KnownStep extends PlannedStep {
  id: string;
  state: StepState;
}

/**
 * An instant as people write it: ISO 8601 with an offset, or Dutch local time without one.
 * @throws campaign.times-invalid when it is no moment, past, or more than a year ahead.
 */
export function momentAhead(text: string, now: Date): Date {
  const parsed = DateTime.fromISO(text, { zone: ZONE });
  const at = parsed.toMillis();
  const refused = (reason: string): never => {
    throw new DomainError('campaign.times-invalid', { at: text, reason });
  };
  if (!parsed.isValid) refused('no-moment');
  if (at < now.getTime() - CLICK_MS) refused('past');
  if (at > daysOn(now, FURTHEST_DAYS).getTime()) refused('too-far');
  return new Date(Math.max(at, now.getTime()));
}

/** The day after something ended, at the region's evaluation time such as `09:00` (DIA-15). */
export const nextDay = (endedAt: Date, time: string): Date => dayAt(endedAt, 1, time);

/** A few whole days before the end, each once, the earliest reminder first. @throws campaign.times-invalid */
export function reminderPlan(days: readonly number[], responseDays: number): number[] {
  const plan = [...new Set(days)].sort((a, b) => b - a);
  if (
    plan.length > 2 ||
    plan.some((day) => !Number.isInteger(day) || day < 1 || day >= Math.max(1, responseDays))
  )
    throw new DomainError('campaign.times-invalid', { reason: 'reminders', responseDays, most: 2 });
  return plan;
}

/** When a wave's people can answer until: so many calendar days after their invitation, at the same clock time. */
export const endOfWave = (opensAt: Date, responseDays: number): Date => daysOn(opensAt, responseDays);

/** Whole days that an invitation went out after its moment; a day or less is none. */
export function daysLate(dueAt: Date, doneAt: Date): number {
  const delay = doneAt.getTime() - dueAt.getTime();
  return delay > LATE_MS ? Math.ceil(delay / LATE_MS) : 0;
}

/** Inviting and reminding of one wave. The closing belongs to the whole campaign. */
export function stepsOfWave(
  wave: number,
  opensAt: Date,
  plan: { responseDays: number; reminderDays: readonly number[] },
): PlannedStep[] {
  const end = endOfWave(opensAt, plan.responseDays);
  return [
    { kind: 'invite', wave, number: null, dueAt: opensAt },
    ...plan.reminderDays.map((day, place) => ({
      kind: 'remind' as const,
      wave,
      number: place + 1,
      dueAt: daysOn(end, -day),
    })),
  ];
}

/** What a step that is due does: what it is for, nothing because another one does it, or wait for the organiser. */
export type StepVerdict = 'do' | 'skip' | 'late';

/**
 * Judges a step whose moment has come. An invitation always goes out and the closing always happens, however late. A reminder that
 * was missed is sent while there is a day left to answer; after that it is for the organiser, and after closing it is for nobody.
 * @param closesAt when the campaign closes; null when that was taken away
 */
export function judge(
  step: KnownStep,
  { steps, closesAt, now }: { steps: readonly KnownStep[]; closesAt: Date | null; now: Date },
): StepVerdict {
  if (step.kind !== 'remind') return 'do';
  const invited = steps.find(({ kind, wave }) => kind === 'invite' && wave === step.wave);
  if (invited?.state !== 'done') return 'skip'; // nobody was asked
  const left = closesAt === null ? Infinity : closesAt.getTime() - now.getTime();
  if (left <= 0) return 'late';
  const newer = steps.some(
    (other) =>
      other.kind === 'remind' &&
      other.wave === step.wave &&
      (other.number ?? 0) > (step.number ?? 0) &&
      other.state === 'planned' &&
      other.dueAt <= now,
  );
  if (newer) return 'skip'; // one mail serves both
  const missed = now.getTime() - step.dueAt.getTime() > LATE_MS;
  return missed && left < LATE_MS ? 'late' : 'do';
}

/**
 * New moments of the steps after an invitation that went out late: as many whole days later, at their own clock time, so that
 * nobody has fewer days to answer. The closing moves along when it belongs to this wave. Empty when it was in time, give or take
 * a day.
 */
export function movedBy(
  invite: KnownStep,
  steps: readonly KnownStep[],
  now: Date,
): { id: string; dueAt: Date }[] {
  const days = daysLate(invite.dueAt, now);
  if (days === 0) return [];
  return steps
    .filter(({ state, kind, wave }) => state === 'planned' && kind !== 'invite' && wave === invite.wave)
    .map(({ id, dueAt }) => ({ id, dueAt: daysOn(dueAt, days) }));
}

const TURN: Record<CampaignStepKind, number> = { invite: 0, remind: 1, close: 2 };

/** The order in which steps are carried out: by moment, and at the same moment first what asks and last what closes. */
export const inTurn = (a: PlannedStep, b: PlannedStep): number =>
  a.dueAt.getTime() - b.dueAt.getTime() ||
  TURN[a.kind] - TURN[b.kind] ||
  a.wave - b.wave ||
  (a.number ?? 0) - (b.number ?? 0);

/**
 * Whether the steps still follow each other: in each wave first the invitation, then the reminders, and everything before the
 * closing. Only steps that are still to come count. @throws campaign.times-invalid
 */
export function assertOrder(steps: readonly KnownStep[]): void {
  const coming = steps.filter(({ state }) => state === 'planned');
  const refuse = (): never => {
    throw new DomainError('campaign.times-invalid', { reason: 'order' });
  };
  const close = coming.find(({ kind }) => kind === 'close');
  for (const step of coming) {
    if (close && step !== close && step.dueAt >= close.dueAt) refuse();
    if (step.kind !== 'remind') continue;
    const before = coming.filter(
      (other) =>
        other.wave === step.wave &&
        (other.kind === 'invite' || (other.kind === 'remind' && (other.number ?? 0) < (step.number ?? 0))),
    );
    if (before.some((other) => other.dueAt >= step.dueAt)) refuse();
  }
}
