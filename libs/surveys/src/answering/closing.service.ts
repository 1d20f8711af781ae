import { Injectable } from '@nestjs/common';
import { campaignRoom } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, Rooms, type Actor } from '#libs/platform';
import { Campaign } from '../campaigns/campaign.entity.js';
import { QuestionnaireVersion } from '../questionnaires/questionnaire-version.entity.js';
import { canManageSurveys } from '../surveys.policy.js';
import { BallotKeys } from './ballot-keys.service.js';
import { BallotMixer, UnreadableBallot } from './ballot-mixer.service.js';
import { wipe } from './sealing.rules.js';

/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_TIMEOUT = '55P03';

/**
 * The end of a campaign: all ballots are opened at once, in one transaction, and the key is destroyed after its commit (decisions:
 * Sealed ballots). Joins the transaction that is open, so that a closing step is done with the closing or not at all.
 */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly keys: BallotKeys,
    private readonly mixer: BallotMixer,
  ) {}

  /**
   * Closes a running campaign: counts who took part, opens the ballots, throws the sealed ones away. Nobody can answer from
   * then on. Two at once are one.
   * @throws campaign.keys-missing when the ballots cannot be opened (nothing is lost, the campaign runs on) ·
   *   campaign.not-running · service.unavailable when a backup holds the tables · not-found
   */
  async close(actor: Actor, campaignId: string): Promise<'closed' | 'already'> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.lock(campaignId);
      if (campaign.state === 'closed') return 'already';
      if (campaign.state !== 'running')
        throw new DomainError('campaign.not-running', { state: campaign.state });
      const { turnout, ballots } = await this.open(campaign);
      await this.end(actor, campaign, { state: 'closed', turnout });
      this.audit.record(actor, {
        event: 'campaign.closed',
        action: 'U',
        subjectKind: 'campaign',
        subjectId: campaignId,
        detail: { invited: turnout.whole.invited, ballots },
      });
      return 'closed';
    });
  }

  /**
   * Stops a campaign that was launched and throws its answers away unread; also the way out when the key is lost.
   * @throws campaign.not-running · service.unavailable · not-found
   */
  async discard(actor: Actor, campaignId: string): Promise<'stopped' | 'already'> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.lock(campaignId);
      if (campaign.state === 'stopped') return 'already';
      if (campaign.state !== 'running' && campaign.state !== 'planned')
        throw new DomainError('campaign.not-running', { state: campaign.state });
      await this.asMixer(() => this.mixer.discard(campaignId));
      await this.end(actor, campaign, { state: 'stopped' });
      this.audit.record(actor, {
        event: 'campaign.discarded',
        action: 'D',
        subjectKind: 'campaign',
        subjectId: campaignId,
      });
      return 'stopped';
    });
  }

  private async lock(campaignId: string): Promise<Campaign> {
    const campaign = await this.database
      .repository(Campaign)
      .findOne({ where: { id: campaignId }, lock: { mode: 'pessimistic_write' } });
    return found(campaign, 'campaign');
  }

  private async open(campaign: Campaign): ReturnType<BallotMixer['mix']> {
    const { content } = found(
      await this.database.repository(QuestionnaireVersion).findOneBy({ id: campaign.questionnaireVersionId }),
      'questionnaire',
    );
    const pair = campaign.publicKey
      ? await this.keys.pair(campaign.regionId, campaign.id, campaign.publicKey)
      : null;
    try {
      return await this.asMixer(() => this.mixer.mix(campaign, content, pair));
    } catch (error) {
      if (error instanceof UnreadableBallot)
        throw new DomainError('campaign.keys-missing', { campaignId: campaign.id, reason: 'unreadable' });
      throw error;
    } finally {
      if (pair) wipe(pair.privateKey);
    }
  }

  private async end(actor: Actor, campaign: Campaign, change: Partial<Campaign>): Promise<void> {
    await this.database
      .repository(Campaign)
      .update({ id: campaign.id }, { ...change, closedAt: this.clock.now(), version: campaign.version + 1 });
    await this.rooms.announce(campaignRoom(campaign.id), 'campaign.changed');
    this.database.afterCommit(() => this.keys.destroy(actor.regionId, campaign.id));
  }

  /**
   * One closing at a time: to drop a partition, everybody must be out of the table, and two who wait for each other would both
   * be in it. What goes wrong is told without the values: they are people's answers.
   */
  private async asMixer<T>(work: () => Promise<T>): Promise<T> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('ballots', 0))`);
    try {
      return await this.database.as('leerkring_mixer', work);
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_TIMEOUT) throw new DomainError('service.unavailable');
      delete (error as { parameters?: unknown }).parameters;
      delete (error as { driverError?: unknown }).driverError;
      delete (error as { detail?: unknown }).detail;
      throw error;
    }
  }
}
