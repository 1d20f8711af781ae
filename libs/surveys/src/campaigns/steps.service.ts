import { Injectable } from '@nestjs/common';
import { campaignRoom } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  Clock,
  Database,
  daysOn,
  found,
  isId,
  Jobs,
  newId,
  Rooms,
  systemActor,
  type Actor,
} from '#libs/platform';
import { BallotKeys } from '../answering/ballot-keys.service.js';
import { ClosingService } from '../answering/closing.service.js';
import { QuestionnaireVersion } from '../questionnaires/questionnaire-version.entity.js';
import { CampaignStep } from './campaign-step.entity.js';
import { Campaign } from './campaign.entity.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { InvitationsService, type CampaignWords } from './invitations.service.js';
import { daysLate, endOfWave, judge, movedBy, stepsOfWave } from './steps.rules.js';

/** A wake-up comes a moment after its step is due, so that the step is due when it is looked at. */
const AFTER_MS = 250;

/**
 * What campaigns do when: steps are rows with a moment and a state, jobs only wake (architecture §1.5). Carrying out happens under the
 * campaign's lock and in the order of the moments, so that two workers, a lost wake-up and a clock that jumped all end the same.
 */
@Injectable()
export class StepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly campaigns: CampaignsQueries,
    private readonly invitations: InvitationsService,
    private readonly keys: BallotKeys,
    private readonly closing: ClosingService,
  ) {}

  /**
   * Plans inviting and reminding of a wave, and has the campaign close after it. Inside the open transaction, the campaign held.
   * @param openUntil the campaign closes no earlier than this: another wave is expected
   */
  async planWave(campaign: Campaign, wave: number, opensAt: Date, openUntil?: Date): Promise<void> {
    const { regionId, id: campaignId } = campaign;
    const fresh = { regionId, campaignId, state: 'planned' as const, version: 1 };
    const steps = stepsOfWave(wave, opensAt, campaign).map((step) => ({ ...step, ...fresh, id: newId() }));
    await this.database.repository(CampaignStep).insert(steps);
    for (const { id, dueAt } of steps) this.wake(regionId, id, dueAt);
    await this.closeAfter(campaign, wave, opensAt, openUntil);
  }

  /** Has the campaign close no earlier than the end of this wave. */
  async closeAfter(campaign: Campaign, wave: number, opensAt: Date, openUntil?: Date): Promise<void> {
    const { regionId, id: campaignId } = campaign;
    const repository = this.database.repository(CampaignStep);
    const known = await repository.findOneBy({ campaignId, kind: 'close' });
    const moments = [endOfWave(opensAt, campaign.responseDays), openUntil, known?.dueAt];
    const dueAt = new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
    const close = { wave: Math.max(wave, known?.wave ?? 0), dueAt };
    if (known) await repository.update({ id: known.id }, { ...close, version: known.version + 1 });
    const id = known?.id ?? newId();
    if (!known)
      await repository.insert({
        ...close,
        id,
        regionId,
        campaignId,
        kind: 'close',
        state: 'planned',
        version: 1,
      });
    this.wake(regionId, id, dueAt);
  }

  /** Wakes the step at its moment. A wake-up that is lost or comes too early is made up for by the sweep. */
  wake(regionId: string, id: string, dueAt: Date): void {
    const delayMs = Math.max(0, dueAt.getTime() - this.clock.now().getTime() + AFTER_MS);
    this.jobs.wake('survey', { regionId, id }, { delayMs });
  }

  /** A step was woken: carries out what its campaign has due. Doing it twice does it once. */
  async woken(regionId: string, stepId: string): Promise<void> {
    const actor = systemActor(regionId);
    const step = await this.database.transaction(actor, () =>
      this.database.repository(CampaignStep).findOneBy({ id: stepId }),
    );
    if (step) await this.keepTime(actor, step.campaignId);
  }

  /**
   * Carries out every due step of one campaign, each in a transaction of its own, until none is left.
   * @returns how many. @throws campaign.keys-missing from a closing; what came before it is done.
   */
  async keepTime(actor: Actor, campaignId: string): Promise<number> {
    for (let done = 0; ; done++)
      if (!(await this.database.transaction(actor, () => this.next(actor, campaignId)))) return done;
  }

  private async next(actor: Actor, campaignId: string): Promise<boolean> {
    const now = this.clock.now();
    const due = (steps: CampaignStep[]) =>
      steps.find(({ state, dueAt }) => state === 'planned' && dueAt <= now);
    // looked at first without a lock: most of the time another worker was first
    if (!due(await this.campaigns.steps(campaignId))) return false;
    const campaign = await this.campaigns.lock(campaignId);
    const steps = await this.campaigns.steps(campaignId);
    const step = due(steps);
    if (!step) return false;
    const close = steps.find(({ kind, state }) => kind === 'close' && state === 'planned');
    const verdict = judge(step, { steps, closesAt: close?.dueAt ?? null, now });
    if (verdict === 'do') await this.carryOut(actor, campaign, step, steps);
    else {
      await this.settle(campaign, step, { state: verdict === 'late' ? 'late' : 'stopped' });
      this.note(actor, `campaign.step-${verdict === 'late' ? 'late' : 'skipped'}`, campaign.id, step);
    }
    return true;
  }

  /**
   * Does what a step is for, whenever that is. Inside the open transaction; the campaign is held and planned or running.
   * @param steps all steps of the campaign in their turn
   */
  async carryOut(actor: Actor, campaign: Campaign, step: CampaignStep, steps: CampaignStep[]): Promise<void> {
    if (step.kind === 'close') return this.close(actor, campaign, step);
    const now = this.clock.now();
    if (step.kind === 'remind') {
      const count = await this.invitations.remind(
        actor,
        campaign,
        step.wave,
        await this.words(campaign, step, steps),
      );
      await this.settle(campaign, step, { state: 'done', doneAt: now, count });
      // no count: with the number of mails the log would say how many answered
      this.note(actor, 'campaign.reminded', campaign.id, step);
      return;
    }
    if (campaign.state === 'planned') {
      await this.keys.prepare(actor, campaign.id);
      campaign.state = 'running';
      await this.database.repository(Campaign).update({ id: campaign.id }, { state: 'running' });
    }
    for (const moved of movedBy(step, steps, now)) {
      const known = found(
        steps.find(({ id }) => id === moved.id),
        'step',
      );
      known.dueAt = moved.dueAt;
      known.version += 1;
      await this.database
        .repository(CampaignStep)
        .update({ id: known.id }, { dueAt: known.dueAt, version: known.version });
      this.wake(campaign.regionId, known.id, known.dueAt);
    }
    step.doneAt = now;
    const count = await this.invitations.invite(
      actor,
      campaign,
      step.wave,
      await this.words(campaign, step, steps),
    );
    await this.settle(campaign, step, { state: 'done', doneAt: now, count });
    this.note(actor, 'campaign.invited', campaign.id, step, { mails: count });
  }

  /** Closes; a campaign that never asked anybody is stopped instead. What was still to come is called off. */
  private async close(actor: Actor, campaign: Campaign, step: CampaignStep): Promise<void> {
    if (campaign.state === 'planned') await this.closing.discard(actor, campaign.id);
    else await this.closing.close(actor, campaign.id);
    await this.settle(campaign, step, { state: 'done', doneAt: this.clock.now() });
    await this.callOff(campaign.id);
  }

  /** Stops every step that is still to come and takes back mails that were not sent. */
  async callOff(campaignId: string): Promise<void> {
    await this.database
      .repository(CampaignStep)
      .update({ campaignId, state: 'planned' }, { state: 'stopped', version: () => 'version + 1' });
    await this.invitations.callOff(campaignId);
  }

  /** Writes what became of a step, and tells who looks at the campaign. */
  async settle(campaign: Campaign, step: CampaignStep, change: Partial<CampaignStep>): Promise<void> {
    await this.database
      .repository(CampaignStep)
      .update({ id: step.id }, { ...change, version: step.version + 1 });
    await this.database.query(`update campaign set version = version + 1 where id = $1`, [campaign.id]);
    await this.rooms.announce(campaignRoom(campaign.id), 'campaign.changed');
  }

  /** What the mails of a wave say. With several waves each has its own end; else the campaign's closing is the end. */
  private async words(campaign: Campaign, step: CampaignStep, steps: CampaignStep[]): Promise<CampaignWords> {
    const { content } = await this.database
      .repository(QuestionnaireVersion)
      .findOneByOrFail({ id: campaign.questionnaireVersionId });
    const invite = found(
      steps.find(({ kind, wave }) => kind === 'invite' && wave === step.wave),
      'step',
    );
    const days = campaign.responseDays + daysLate(invite.dueAt, invite.doneAt ?? invite.dueAt);
    const end = daysOn(invite.dueAt, days);
    const close = steps.find(({ kind, state }) => kind === 'close' && state === 'planned')?.dueAt ?? end;
    const deadline = campaign.subjectKind === 'round' && end < close ? end : close;
    return { title: campaign.title, minutes: content.minutes, deadline };
  }

  private note(
    actor: Actor,
    event: string,
    subjectId: string,
    { id, wave, number }: CampaignStep,
    more: Record<string, unknown> = {},
  ): void {
    const detail = { step: id, wave, ...(number === null ? {} : { number }), ...more };
    this.audit.record(actor, { event, action: 'U', subjectKind: 'campaign', subjectId, detail });
  }

  /** One step of a campaign. @throws not-found */
  pick(steps: CampaignStep[], stepId: string): CampaignStep {
    return found(isId(stepId) ? steps.find(({ id }) => id === stepId) : null, 'step');
  }
}
