import type { SessionStepKind, SessionStepState } from '#libs/contracts';
import { dayAt, daysOn, ZONE } from '#libs/platform';
import type { Timeline, TimelineKind } from './settings.rules.js';
import { AFTER, inTurn, SHARE_DAYS, type KnownStep, type StepSession } from './steps.rules.js';

const DAY_MS = 24 * 3_600_000;

export interface StepPlan {
  kind: SessionStepKind;
  dueAt: Date;
  /** Too late to make sense when it was planned: it stands there, but does nothing by itself. */
  skipped: boolean;
}

/**
 * The timeline of a session that is made or moved at `now` (DIA-06…08, 15). Whatever lies ahead stands at its own moment. At short notice
 * the invitation goes out the next morning and the questions go to the specialist halfway what is then left; whatever no longer makes
 * sense is skipped, and stands there as such. Days are calendar days in the session's zone: a change of the clock never moves a time of day.
 * @param evaluationTime local time of the region at which evaluations go out, `09:00`
 * @param steps those that are there already: what was done, and what has a moment of its own, is what the others go by
 */
export function planSteps(
  session: Pick<StepSession, 'startsAt' | 'endsAt' | 'timeZone'>,
  timeline: Timeline,
  evaluationTime: string,
  now: Date,
  steps: readonly Pick<KnownStep, 'kind' | 'dueAt' | 'ownMoment' | 'state'>[] = [],
): StepPlan[] {
  const { startsAt, endsAt, timeZone: zone = ZONE } = session;
  const plan: StepPlan[] = [];
  const add = (kind: SessionStepKind, dueAt: Date, skipped = false): void => {
    plan.push({ kind, dueAt, skipped });
  };
  const moment = (kind: TimelineKind): Date | null => {
    const { days, time } = timeline[kind];
    return days === null ? null : dayAt(startsAt, days, time, zone);
  };
  const ahead = (at: Date): boolean => at > now && at < startsAt;
  /** When a step was or will be, whatever the plan says; null when the organiser stopped it; undefined when it is for the plan. */
  const given = (kind: SessionStepKind): Date | null | undefined => {
    const step = steps.find((one) => one.kind === kind);
    if (step?.state === 'done') return now;
    if (!step?.ownMoment) return undefined;
    return step.state === 'stopped' ? null : step.dueAt;
  };

  // what practices are told and asked before the session hangs together: each from the one before it
  let asked: Date = now;
  const invite = moment('invite');
  if (invite) {
    const next = dayAt(now, 1, timeline.invite.time, zone);
    const at = ahead(invite) ? invite : next;
    const fits = ahead(invite) || daysOn(at, SHARE_DAYS, zone) < startsAt;
    add('invite', fits ? at : invite, !fits);
    const own = given('invite');
    if (own !== undefined) asked = own ?? now;
    else if (fits) asked = at;
  }
  const share = moment('share');
  let shared: Date | null = null;
  if (share) {
    const left = Math.floor((startsAt.getTime() - asked.getTime()) / DAY_MS);
    const half = dayAt(startsAt, -Math.max(SHARE_DAYS, Math.floor(left / 2)), timeline.share.time, zone);
    const at = share > asked && ahead(share) ? share : half;
    const fits = at > asked && ahead(at);
    add('share', fits ? at : share, !fits);
    const own = given('share');
    if (own !== undefined) shared = own;
    else if (fits) shared = at;
  }
  const remind = moment('remind');
  if (remind) {
    const invited = invite ? asked.getTime() : -Infinity;
    const useful = ahead(remind) && remind.getTime() >= invited + DAY_MS && !(shared && remind >= shared);
    add('remind', remind, !useful);
  }
  const again = moment('remind-specialist');
  if (again) {
    const from = shared ?? asked;
    add('remind-specialist', again, !(ahead(again) && again.getTime() >= from.getTime() + DAY_MS));
  }
  const practical = moment('practical');
  if (practical) add('practical', practical, !ahead(practical));

  add('start', startsAt);
  add('end', endsAt);
  add('evaluate', dayAt(endsAt, 1, evaluationTime, zone));
  const handout = moment('handout');
  const made = handout && (handout > endsAt ? handout : endsAt);
  if (made) add('handout', made);
  const rest = moment('remind-handout');
  if (rest) add('remind-handout', made && rest <= made ? daysOn(made, 1, zone) : rest);
  return plan.sort(inTurn);
}

/** How the steps of a session stand after it moved. */
export interface StepMove {
  id: string;
  dueAt: Date;
  state: SessionStepState;
}

/**
 * What moving the session does to its steps. Whatever is still to come moves along, and so does what was skipped for want of time or missed
 * when its new moment lies ahead; what was done stays done, and what the organiser gave a moment of its own, or stopped, stays as it is,
 * except that nothing before the session may end up after its start, or the reverse: then it follows after all.
 */
export function moveSteps(
  steps: readonly KnownStep[],
  plan: readonly StepPlan[],
  session: Pick<StepSession, 'startsAt' | 'endsAt'>,
): StepMove[] {
  return steps.flatMap((step): StepMove[] => {
    const planned = plan.find(({ kind }) => kind === step.kind);
    if (!planned || step.state === 'done') return [];
    const onItsSide = AFTER.includes(step.kind)
      ? step.dueAt >= session.endsAt
      : step.dueAt < session.startsAt;
    if (step.ownMoment && (onItsSide || step.state === 'stopped')) return [];
    const state = planned.skipped ? 'stopped' : 'planned';
    if (step.state === state && step.dueAt.getTime() === planned.dueAt.getTime()) return [];
    return [{ id: step.id, dueAt: planned.dueAt, state }];
  });
}
