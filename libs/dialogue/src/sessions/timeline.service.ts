import { Injectable } from '@nestjs/common';
import { sessionRoom, type DialogueSessionView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, found, fresh, Rooms, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { SessionStep } from './session-step.entity.js';
import { sessionView } from './session-views.queries.js';
import type { Session } from './session.entity.js';
import { lockSession, stepsOf } from './sessions.queries.js';
import { assertOrder, canDoNow, momentFor, OWN_MOMENTS } from './steps.rules.js';
import { StepsService } from './steps.service.js';

/** What the organiser wants with a step. */
export interface SessionStepChange {
  /** ISO 8601; without an offset it is local time. The step then no longer moves along with the session. */
  dueAt?: string;
  /** `stopped` skips it, `planned` plans it again: at `dueAt`, or at its own moment when that is left out. */
  state?: 'planned' | 'stopped';
}

/** What the organiser does to the timeline of a session. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly steps: StepsService,
  ) {}

  /**
   * Moves a step, skips it, or plans it again.
   * @param version of the step. @throws conflict.stale · session.cancelled · session-step.done · session-step.needed for what happens at the
   *   session's own moments · session-step.order · session.times-invalid
   */
  async changeStep(
    actor: Actor,
    sessionId: string,
    stepId: string,
    change: SessionStepChange,
    version?: number,
  ): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const { session, step, steps } = await this.hold(sessionId, stepId, version);
      if (OWN_MOMENTS.includes(step.kind)) throw new DomainError('session-step.needed', { kind: step.kind });
      if (change.state === 'stopped') {
        await this.steps.settle(step, { state: 'stopped', ownMoment: true });
      } else {
        const now = this.clock.now();
        const others = steps.filter(({ id }) => id !== step.id);
        const planned =
          change.dueAt === undefined
            ? (await this.steps.planOf(session, others)).find(
                ({ kind, skipped }) => kind === step.kind && !skipped,
              )
            : undefined;
        const wanted = change.dueAt ?? (planned?.dueAt ?? step.dueAt).toISOString();
        const dueAt = momentFor(step.kind, wanted, session, now);
        assertOrder([...others, { ...step, dueAt, state: 'planned' }]);
        await this.steps.settle(step, { state: 'planned', dueAt, ownMoment: change.dueAt !== undefined });
        this.steps.wake(session.regionId, step.id, dueAt);
      }
      this.steps.note(actor, 'session-step.changed', step, { state: change.state ?? 'planned' });
      return sessionView(this.database, session, this.clock.now());
    });
  }

  /**
   * Does a step now: ahead of its moment, or after all. @param version of the step
   * @throws session-step.done · session-step.order when something else comes first · whatever the step itself refuses
   */
  async doNow(
    actor: Actor,
    sessionId: string,
    stepId: string,
    version?: number,
  ): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const { session, step, steps } = await this.hold(sessionId, stepId, version);
      if (!canDoNow(step, session, steps, this.clock.now()))
        throw new DomainError('session-step.order', { kind: step.kind });
      await this.steps.carryOut(actor, session, step);
      await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
      const after = await lockSession(this.database, sessionId);
      return sessionView(this.database, after, this.clock.now());
    });
  }

  private async hold(
    sessionId: string,
    stepId: string,
    version: number | undefined,
  ): Promise<{ session: Session; step: SessionStep; steps: SessionStep[] }> {
    const session = await lockSession(this.database, sessionId);
    const steps = await stepsOf(this.database, sessionId);
    const step = found(
      steps.find(({ id }) => id === stepId),
      'step',
    );
    fresh(step, version);
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    if (step.state === 'done') throw new DomainError('session-step.done', { kind: step.kind });
    return { session, step, steps };
  }
}
