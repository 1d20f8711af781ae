import { Injectable } from '@nestjs/common';
import type { SessionStepKind } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import type { Session } from './session.entity.js';
import { STEP_KINDS } from './steps.rules.js';

/**
 * What a step does, inside the open transaction with the session held. Doing it for a session for which it was done already
 * must do nothing more.
 * @returns mails that it planned; null for what mails nothing
 */
export type StepAction = (actor: Actor, session: Session) => Promise<number | null>;

/** What each kind of step does, as the parts that own it say: the timeline imports none of them. */
@Injectable()
export class StepActions {
  // the surveys plan the evaluation themselves when a session ends (DIA-15): its step only shows when
  private readonly actions = new Map<SessionStepKind, StepAction>([
    ['evaluate', () => Promise.resolve(null)],
  ]);

  register(kind: SessionStepKind, action: StepAction): void {
    this.actions.set(kind, action);
  }

  /** Kinds that nobody carries out: a step of such a kind stays undone, and its organiser is told. */
  missing(): SessionStepKind[] {
    return STEP_KINDS.filter((kind) => !this.actions.has(kind));
  }

  /** @throws Error for a kind that nobody carries out: the step stays planned, the sweep tries again */
  async carryOut(kind: SessionStepKind, actor: Actor, session: Session): Promise<number | null> {
    const action = this.actions.get(kind);
    if (!action) throw new Error(`No part carries out the step "${kind}" of a dialogue session.`);
    return action(actor, session);
  }
}
