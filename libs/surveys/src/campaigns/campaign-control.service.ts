import { Injectable } from '@nestjs/common';
import type { CampaignView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, fresh, type Actor } from '#libs/platform';
import { ClosingService } from '../answering/closing.service.js';
import { canManageSurveys } from '../surveys.policy.js';
import { CampaignStep } from './campaign-step.entity.js';
import { Campaign } from './campaign.entity.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { assertOrder, momentAhead } from './steps.rules.js';
import { StepsService } from './steps.service.js';

export interface StepChange {
  /** ISO 8601; without an offset it is Dutch local time. */
  dueAt?: string;
  state?: 'planned' | 'stopped';
}

/** What the organiser does to a campaign that was launched: move, stop and do steps, close it, stop it. */
@Injectable()
export class CampaignControl {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly campaigns: CampaignsQueries,
    private readonly steps: StepsService,
    private readonly closing: ClosingService,
  ) {}

  /**
   * Moves a step, stops it, or plans it again.
   * @throws conflict.stale · campaign.not-running · step.done · step.needed for what a campaign cannot do without ·
   *   campaign.times-invalid when it is past or the steps would no longer follow each other
   */
  async changeStep(
    actor: Actor,
    campaignId: string,
    stepId: string,
    change: StepChange,
    version?: number,
  ): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const { campaign, steps } = await this.hold(campaignId, version);
      const step = this.steps.pick(steps, stepId);
      if (step.state === 'done') throw new DomainError('step.done', { kind: step.kind });
      if (change.state === 'stopped') await this.stopStep(campaign, step, steps);
      else await this.planStep(campaign, step, steps, change);
      this.note(actor, 'campaign.step-changed', campaignId, step, { state: change.state ?? 'planned' });
      return this.campaigns.view(actor, campaignId);
    });
  }

  private async stopStep(campaign: Campaign, step: CampaignStep, steps: CampaignStep[]): Promise<void> {
    const asks = steps.filter(({ kind, state }) => kind === 'invite' && state !== 'stopped');
    if (step.kind === 'close' || (step.kind === 'invite' && asks.every(({ id }) => id === step.id)))
      throw new DomainError('step.needed', { kind: step.kind });
    // nobody is reminded of what they were not asked
    const along = steps.filter(
      (other) =>
        step.kind === 'invite' &&
        other.kind === 'remind' &&
        other.wave === step.wave &&
        other.state === 'planned',
    );
    for (const one of [step, ...along]) await this.steps.settle(campaign, one, { state: 'stopped' });
  }

  private async planStep(
    campaign: Campaign,
    step: CampaignStep,
    steps: CampaignStep[],
    change: StepChange,
  ): Promise<void> {
    const now = this.clock.now();
    const dueAt = momentAhead(change.dueAt ?? step.dueAt.toISOString(), now);
    const planned = Object.assign(step, { dueAt, state: 'planned' as const });
    assertOrder(steps);
    await this.steps.settle(campaign, planned, { dueAt, state: 'planned' });
    this.steps.wake(campaign.regionId, step.id, dueAt);
  }

  /** Does a step now instead of at its moment. @throws step.done · campaign.not-running */
  async doNow(actor: Actor, campaignId: string, stepId: string, version?: number): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const { campaign, steps } = await this.hold(campaignId, version);
      const step = this.steps.pick(steps, stepId);
      if (step.state === 'done') throw new DomainError('step.done', { kind: step.kind });
      const invited = steps.some(
        ({ kind, wave, state }) => kind === 'invite' && wave === step.wave && state === 'done',
      );
      if (step.kind !== 'invite' && (campaign.state !== 'running' || (step.kind === 'remind' && !invited)))
        throw new DomainError('campaign.not-running', { state: campaign.state });
      await this.steps.carryOut(actor, campaign, step, steps);
      return this.campaigns.view(actor, campaignId);
    });
  }

  /** Closes before the moment. @throws campaign.not-running · campaign.keys-missing */
  async close(actor: Actor, campaignId: string, version?: number): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const { campaign, steps } = await this.hold(campaignId, version);
      const close = steps.find(({ kind, state }) => kind === 'close' && state === 'planned');
      if (campaign.state !== 'running' || !close)
        throw new DomainError('campaign.not-running', { state: campaign.state });
      await this.steps.carryOut(actor, campaign, close, steps);
      return this.campaigns.view(actor, campaignId);
    });
  }

  /** Stops for good; answers that were given are thrown away unread. @throws campaign.not-running */
  async stop(actor: Actor, campaignId: string, version?: number): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      await this.hold(campaignId, version);
      await this.closing.discard(actor, campaignId);
      await this.steps.callOff(campaignId);
      return this.campaigns.view(actor, campaignId);
    });
  }

  /** The campaign, held, with its steps, while it is planned or running. */
  private async hold(
    campaignId: string,
    version: number | undefined,
  ): Promise<{ campaign: Campaign; steps: CampaignStep[] }> {
    const campaign = await this.campaigns.lock(campaignId);
    fresh(campaign, version);
    if (campaign.state !== 'planned' && campaign.state !== 'running')
      throw new DomainError('campaign.not-running', { state: campaign.state });
    return { campaign, steps: await this.campaigns.steps(campaignId) };
  }

  private note(
    actor: Actor,
    event: string,
    subjectId: string,
    { id, kind, wave }: CampaignStep,
    more: Record<string, unknown>,
  ): void {
    const detail = { step: id, kind, wave, ...more };
    this.audit.record(actor, { event, action: 'U', subjectKind: 'campaign', subjectId, detail });
  }
}
