import { DateTime } from 'luxon';
import type { SessionStepKind, SessionStepState } from '#libs/contracts';
import { daysOn, DomainError, ZONE } from '#libs/platform';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A step that is later than this was missed, and is looked at again. */
export const MISSED_MS = DAY_MS;
/** A reminder that is later than this reminds of the wrong thing: its organiser decides. */
const REMIND_LATE_MS = 2 * DAY_MS;
/** Days that practices need at least between being invited and the session; later, the organiser decides. */
const INVITE_DAYS = 7;
/** Days that a specialist needs at least to prepare. */
export const SHARE_DAYS = 1;
/** Nobody reads practical matters in the last hour. */
const PRACTICAL_MS = HOUR_MS;
/** How long after the click a chosen moment may already be past: the time to read the confirmation. */
const CLICK_MS = 15 * 60_000;
/** How long a room that runs may go on after its hour, so that the last sentence can be finished. */
export const GRACE_MS = 5 * 60_000;
/** Nothing is planned further ahead. */
const FURTHEST_DAYS = 400;

/** Every kind, in the order in which they follow each other; also the order of what is due at the same moment. */
export const STEP_KINDS: readonly SessionStepKind[] = [
  'invite',
  'remind',
  'share',
  'remind-specialist',
  'practical',
  'start',
  'end',
  'evaluate',
  'handout',
  'remind-handout',
];
/** These follow the session. */
export const AFTER: readonly SessionStepKind[] = ['end', 'evaluate', 'handout', 'remind-handout'];
/** These happen at the session's own moments: nobody moves or skips them. */
export const OWN_MOMENTS: readonly SessionStepKind[] = ['start', 'end', 'evaluate'];
/** Each needs the ones before it. */
const CHAINS: readonly (readonly SessionStepKind[])[] = [
  ['invite', 'remind', 'share', 'remind-specialist'],
  ['handout', 'remind-handout'],
];

/** What the rules know of a session. */
export interface StepSession {
  startsAt: Date;
  endsAt: Date;
  state: 'planned' | 'live' | 'ended' | 'cancelled';
  sharedAt: Date | null;
  timeZone?: string;
  /** Its room was started and nobody ended it. */
  roomRuns?: boolean;
  /** Every practice can read its handout. */
  handoutPublished?: boolean;
}
export interface KnownStep {
  id: string;
  kind: SessionStepKind;
  dueAt: Date;
  ownMoment: boolean;
  state: SessionStepState;
  doneAt?: Date | null;
}

/** The order in which steps are carried out: by moment, and at the same moment as they follow each other. */
export const inTurn = (a: Pick<KnownStep, 'kind' | 'dueAt'>, b: Pick<KnownStep, 'kind' | 'dueAt'>): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind);

/**
 * What a step that is due does: what it is for, nothing because it was done by hand already, nothing because it makes no sense any more,
 * wait for the organiser, or wait until `graceEnd` because the room is still busy.
 */
export type StepVerdict = 'do' | 'done' | 'skip' | 'late' | 'wait';

/** When a room that runs is ended, whatever is being said. */
export const graceEnd = ({ endsAt }: Pick<StepSession, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + GRACE_MS);

/**
 * Judges a step whose moment has come, however long ago (feature 25). Ending and the handout always happen, a moment later
 * while somebody is still being answered. Before the session each step is
 * done as long as it still does what it is for; nothing that prepares a session happens once it has begun.
 * @param steps all steps of the session
 */
export function judge(
  step: KnownStep,
  { session, steps, now }: { session: StepSession; steps: readonly KnownStep[]; now: Date },
): StepVerdict {
  const { startsAt, endsAt, state } = session;
  if (state === 'cancelled') return 'skip';
  const of = (kind: SessionStepKind): KnownStep | undefined => steps.find((other) => other.kind === kind);
  const late = now.getTime() - step.dueAt.getTime();
  const left = startsAt.getTime() - now.getTime();
  const over = state === 'ended' || now >= endsAt;
  if (AFTER.includes(step.kind) && state === 'live' && session.roomRuns && now < graceEnd(session))
    return 'wait';
  switch (step.kind) {
    case 'start':
      if (state === 'live' || state === 'ended') return 'done';
      return over ? 'skip' : 'do';
    case 'end':
      return state === 'ended' ? 'done' : 'do';
    case 'evaluate':
      return state === 'ended' ? 'do' : 'skip';
    case 'handout':
      // its end was refused: there is nothing to write down yet
      return state === 'ended' ? 'do' : 'late';
    case 'remind-handout':
      if (state !== 'ended' || session.handoutPublished) return 'skip';
      return late > REMIND_LATE_MS ? 'late' : 'do';
    default:
  }
  if (over || left <= 0 || state === 'live')
    return step.kind === 'share' && session.sharedAt ? 'done' : 'skip';
  switch (step.kind) {
    case 'invite':
      return late <= MISSED_MS || left >= INVITE_DAYS * DAY_MS ? 'do' : 'late';
    case 'remind': {
      const share = of('share');
      // what it reminds of is past
      if (session.sharedAt || (share && share.state !== 'stopped' && share.dueAt <= now)) return 'skip';
      const invite = of('invite');
      if (invite && invite.state !== 'done') return 'skip';
      // the invitation was late too: one mail serves both
      if (invite?.doneAt && now.getTime() - invite.doneAt.getTime() < MISSED_MS) return 'skip';
      return late > REMIND_LATE_MS ? 'late' : 'do';
    }
    case 'share':
      if (session.sharedAt) return 'done';
      return late <= MISSED_MS || left >= SHARE_DAYS * DAY_MS ? 'do' : 'late';
    case 'remind-specialist':
      if (!session.sharedAt) return 'skip';
      if (now.getTime() - session.sharedAt.getTime() < MISSED_MS) return 'skip';
      return late > REMIND_LATE_MS ? 'late' : 'do';
    default:
      return left >= PRACTICAL_MS ? 'do' : 'skip';
  }
}

/** Whether the organiser can have this done at this moment, ahead of it or after all. */
export function canDoNow(
  step: KnownStep,
  session: StepSession,
  steps: readonly KnownStep[],
  now: Date,
): boolean {
  if (step.state === 'done' || session.state === 'cancelled') return false;
  if (OWN_MOMENTS.includes(step.kind)) return step.state === 'late';
  if (AFTER.includes(step.kind)) {
    const handout = steps.find(({ kind }) => kind === 'handout');
    return session.state === 'ended' && (step.kind === 'handout' || handout?.state === 'done');
  }
  if (session.state !== 'planned' || now >= session.startsAt) return false;
  const invite = steps.find(({ kind }) => kind === 'invite');
  if (step.kind === 'remind') return session.sharedAt === null && (!invite || invite.state === 'done');
  if (step.kind === 'remind-specialist') return session.sharedAt !== null;
  return true;
}

/**
 * A moment that the organiser chose for a step: ISO 8601 with an offset, or local time without one.
 * @throws session.times-invalid {reason: 'no-moment' | 'past' | 'too-far' | 'side'}
 */
export function momentFor(
  kind: SessionStepKind,
  text: string,
  session: Pick<StepSession, 'startsAt' | 'endsAt' | 'timeZone'>,
  now: Date,
): Date {
  const parsed = DateTime.fromISO(text, { zone: session.timeZone ?? ZONE });
  const refuse = (reason: string): never => {
    throw new DomainError('session.times-invalid', { kind, at: text, reason });
  };
  if (!parsed.isValid) refuse('no-moment');
  const at = parsed.toJSDate();
  if (at.getTime() < now.getTime() - CLICK_MS) refuse('past');
  if (at > daysOn(now, FURTHEST_DAYS)) refuse('too-far');
  if (AFTER.includes(kind) ? at < session.endsAt : at >= session.startsAt) refuse('side');
  return at < now ? now : at;
}

/** Whether the steps that are still to come follow each other. @throws session-step.order {kind} */
export function assertOrder(steps: readonly KnownStep[]): void {
  for (const chain of CHAINS) {
    const coming = chain.flatMap((kind) =>
      steps.filter((step) => step.kind === kind && step.state === 'planned'),
    );
    coming.forEach((step, place) => {
      const before = coming[place - 1];
      if (before && before.dueAt >= step.dueAt)
        throw new DomainError('session-step.order', { kind: step.kind });
    });
  }
}
