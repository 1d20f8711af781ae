import { Injectable } from '@nestjs/common';
import { sessionRoom, type SessionStepKind } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { Clock, Database, DomainError, Jobs, newId, Rooms, systemActor, type Actor } from '#libs/platform';
import { SessionStep } from './session-step.entity.js';
import type { Session } from './session.entity.js';
import {
  evaluationTimeOf,
  hasPublishedHandout,
  lockSession,
  roomRuns,
  settingsOf,
  stepsOf,
} from './sessions.queries.js';
import { StepActions } from './step-actions.service.js';
import { moveSteps, planSteps, type StepPlan } from './step-plan.rules.js';
import { graceEnd, judge } from './steps.rules.js';

/** A wake-up comes a moment after its step is due, so that the step is due when it is looked at. */
const AFTER_MS = 250;

/**
 * What sessions do when: steps are rows with a moment and a state, jobs only wake (architecture §1.5). Carrying out happens under the
 * session's lock and in the order of the moments, so that two workers, a lost wake-up and a clock that jumped all end the same.
 */
@Injectable()
export class StepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly actions: StepActions,
  ) {}

  /**
   * The moments of a session by its region's settings, looked at now. Inside the open transaction.
   * @param steps those that it has
   */
  async planOf(session: Session, steps: readonly SessionStep[] = []): Promise<StepPlan[]> {
    const { timeline } = await settingsOf(this.database);
    return planSteps(session, timeline, await evaluationTimeOf(this.database), this.clock.now(), steps);
  }

  /** Plans the timeline of a session that was just made. Inside the open transaction. */
  async plan(session: Session): Promise<void> {
    await this.add(session, await this.planOf(session));
  }

  /** Moves the steps along after the session, or its region's timeline, changed. Inside the open transaction, the session held. */
  async move(session: Session): Promise<void> {
    const steps = await stepsOf(this.database, session.id);
    const plan = await this.planOf(session, steps);
    const repository = this.database.repository(SessionStep);
    for (const { id, dueAt, state } of moveSteps(steps, plan, session)) {
      await repository.update({ id }, { dueAt, state, ownMoment: false, version: () => 'version + 1' });
      if (state === 'planned') this.wake(session.regionId, id, dueAt);
    }
    // what the region does not do any more, or does since
    const gone = steps.filter(
      ({ kind, state, ownMoment }) =>
        state === 'planned' && !ownMoment && !plan.some((one) => one.kind === kind),
    );
    for (const { id } of gone)
      await repository.update({ id }, { state: 'stopped', version: () => 'version + 1' });
    await this.add(
      session,
      plan.filter(({ kind }) => !steps.some((step) => step.kind === kind)),
    );
  }

  private async add({ id: sessionId, regionId }: Session, plan: readonly StepPlan[]): Promise<void> {
    if (plan.length === 0) return;
    const steps = plan.map(({ kind, dueAt, skipped }) => ({
      id: newId(),
      regionId,
      sessionId,
      kind,
      dueAt,
      ownMoment: false,
      state: skipped ? ('stopped' as const) : ('planned' as const),
      version: 1,
    }));
    await this.database.repository(SessionStep).insert(steps);
    for (const { id, dueAt, state } of steps) if (state === 'planned') this.wake(regionId, id, dueAt);
  }

  /** Stops whatever is still to come. Inside the open transaction. */
  async callOff(sessionId: string): Promise<void> {
    for (const state of ['planned', 'late'] as const)
      await this.database
        .repository(SessionStep)
        .update({ sessionId, state }, { state: 'stopped', version: () => 'version + 1' });
  }

  /** Wakes the step at its moment. A wake-up that is lost or comes too early is made up for by the sweep. */
  wake(regionId: string, id: string, dueAt: Date): void {
    const delayMs = Math.max(0, dueAt.getTime() - this.clock.now().getTime() + AFTER_MS);
    this.jobs.wake('dialogue', { regionId, id }, { delayMs });
  }

  /**
   * Somebody did by hand what a step is for: it does not happen a second time. Inside the open transaction, the session held. A step that is
   * done already, or that the region does not have, is left as it is.
   */
  async done(
    actor: Actor,
    session: Session,
    kind: SessionStepKind,
    count: number | null = null,
  ): Promise<void> {
    const step = (await stepsOf(this.database, session.id)).find((one) => one.kind === kind);
    if (!step || step.state === 'done') return;
    await this.settle(step, { state: 'done', doneAt: this.clock.now(), count });
    this.note(actor, 'session-step.done', step, { byHand: true, count });
  }

  /** A step was woken: carries out what its session has due. Doing it twice does it once. */
  async woken(regionId: string, stepId: string): Promise<void> {
    const actor = systemActor(regionId);
    const step = await this.database.transaction(actor, () =>
      this.database.repository(SessionStep).findOneBy({ id: stepId }),
    );
    if (step) await this.keepTime(actor, step.sessionId);
  }

  /**
   * Carries out every due step of one session, each in a transaction of its own, until none is left. What the domain refuses is for the
   * organiser and is not tried again; what fails otherwise stays planned for the next sweep.
   * @returns how many. @throws what failed; what came before it is done
   */
  async keepTime(actor: Actor, sessionId: string): Promise<number> {
    for (let done = 0; ; done++) {
      const tried: { id?: string } = {};
      try {
        if (!(await this.database.transaction(actor, () => this.next(actor, sessionId, tried)))) return done;
      } catch (error) {
        if (!(error instanceof DomainError) || tried.id === undefined) throw error;
        await this.refused(actor, sessionId, tried.id, error.code);
      }
    }
  }

  private async next(actor: Actor, sessionId: string, tried: { id?: string }): Promise<boolean> {
    const now = this.clock.now();
    const due = (steps: SessionStep[]) =>
      steps.find(({ state, dueAt }) => state === 'planned' && dueAt <= now);
    // looked at first without a lock: most of the time another worker was first
    if (!due(await stepsOf(this.database, sessionId))) return false;
    const session = await lockSession(this.database, sessionId);
    const steps = await stepsOf(this.database, sessionId);
    const step = due(steps);
    if (!step) return false;
    tried.id = step.id;
    const handoutPublished = await hasPublishedHandout(this.database, sessionId);
    const known = { ...session, handoutPublished, roomRuns: await roomRuns(this.database, sessionId) };
    const verdict = judge(step, { session: known, steps, now });
    if (verdict === 'do') await this.carryOut(actor, session, step);
    else if (verdict === 'wait') {
      const dueAt = graceEnd(session);
      await this.settle(step, { dueAt });
      this.wake(session.regionId, step.id, dueAt);
    } else if (verdict === 'done') {
      await this.settle(step, { state: 'done', doneAt: now });
      this.note(actor, 'session-step.done', step, { byHand: true });
    } else {
      await this.settle(step, { state: verdict === 'late' ? 'late' : 'stopped' });
      this.note(actor, `session-step.${verdict === 'late' ? 'late' : 'skipped'}`, step);
    }
    return true;
  }

  /** What the domain refused, such as sharing without a specialist: the organiser decides, the clock does not try again. */
  private async refused(actor: Actor, sessionId: string, stepId: string, code: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      await lockSession(this.database, sessionId);
      const step = (await stepsOf(this.database, sessionId)).find(({ id }) => id === stepId);
      if (step?.state !== 'planned') return;
      await this.settle(step, { state: 'late' });
      this.note(actor, 'session-step.late', step, { refused: code });
    });
  }

  /** Does what a step is for, whenever that is. Inside the open transaction, the session held. */
  async carryOut(actor: Actor, session: Session, step: SessionStep): Promise<void> {
    const count = await this.actions.carryOut(step.kind, actor, session);
    // what people can also do by hand settles its own step
    const now = (await stepsOf(this.database, session.id)).find(({ id }) => id === step.id);
    if (now?.state === 'done') return;
    await this.settle(step, { state: 'done', doneAt: this.clock.now(), count });
    this.note(actor, 'session-step.done', step, { count });
  }

  /** Writes what became of a step, and tells who looks at the session. */
  async settle(step: SessionStep, change: Partial<SessionStep>): Promise<void> {
    Object.assign(step, change, { version: step.version + 1 });
    await this.database
      .repository(SessionStep)
      .update({ id: step.id }, { ...change, version: () => 'version + 1' });
    await this.rooms.announce(sessionRoom(step.sessionId), 'session.changed');
  }

  /** Writes in the audit log what happened to a step. */
  note(
    actor: Actor,
    event: string,
    { id, kind, sessionId }: Pick<SessionStep, 'id' | 'kind' | 'sessionId'>,
    more: Record<string, unknown> = {},
  ): void {
    const detail = { step: id, kind, ...more };
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'dialogue-session',
      subjectId: sessionId,
      detail,
    });
  }
}
