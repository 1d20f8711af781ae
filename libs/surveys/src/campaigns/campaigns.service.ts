import { Injectable } from '@nestjs/common';
import {
  campaignRoom,
  type AnonymityLevel,
  type CampaignAudience,
  type CampaignState,
  type CampaignSummaryView,
  type CampaignView,
  type LaunchPreviewView,
  type Page,
  type Role,
  type Words,
} from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  daysOn,
  DomainError,
  found,
  fresh,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { QuestionnairesQueries } from '../questionnaires/questionnaires.queries.js';
import { canManageSurveys } from '../surveys.policy.js';
import { knownPractices, membersOf, silentPractices } from './audience.queries.js';
import { Campaign } from './campaign.entity.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { InvitationsService } from './invitations.service.js';
import { levelsOf } from './levels.rules.js';
import { endOfWave, momentAhead, reminderPlan } from './steps.rules.js';
import { StepsService } from './steps.service.js';

/** Whom a campaign that somebody makes by hand asks. */
export type AskedRoles = { kind: 'roles'; roles: Role[]; practiceIds: string[] | null };

export interface CampaignWish {
  questionnaireId: string;
  /** The questionnaire's own title when left out. */
  title?: Words;
  anonymity: AnonymityLevel;
  audience: AskedRoles;
  responseDays: number;
  reminderDays: number[];
}

/** Campaigns from draft to launch. What happens after it is in StepsService and CampaignControl. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly questionnaires: QuestionnairesQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly invitations: InvitationsService,
    private readonly steps: StepsService,
  ) {}

  async list(
    actor: Actor,
    options: { state?: CampaignState; cursor?: string; limit: number },
  ): Promise<Page<CampaignSummaryView>> {
    return this.database.transaction(actor, () => this.campaigns.page(actor, options));
  }

  /** @throws not-found also for who may only know of shared ones. */
  async get(actor: Actor, campaignId: string): Promise<CampaignView> {
    return this.database.transaction(actor, () => this.campaigns.view(actor, campaignId));
  }

  /** May this actor look into the campaign's room? Its facts carry no content. */
  async mayWatch(actor: Actor, campaignId: string): Promise<boolean> {
    return this.database.transaction(actor, () => this.campaigns.visible(actor, campaignId));
  }

  /**
   * A draft with the latest reviewed version of a questionnaire, which it keeps.
   * @throws not-found · questionnaire.not-reviewed · questionnaire.archived · campaign.times-invalid
   */
  async create(actor: Actor, wish: CampaignWish): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const version = await this.questionnaires.usable(wish.questionnaireId);
      await this.assertAudience(wish.audience);
      const id = newId();
      await this.database.repository(Campaign).insert({
        id,
        regionId: actor.regionId,
        questionnaireVersionId: version.id,
        title: wish.title ?? version.content.title,
        state: 'draft',
        anonymity: wish.anonymity,
        audience: wish.audience,
        subjectKind: 'region',
        responseDays: wish.responseDays,
        reminderDays: reminderPlan(wish.reminderDays, wish.responseDays),
        unreachable: [],
        createdAt: this.clock.now(),
        version: 1,
      });
      this.note(actor, 'campaign.created', 'C', id, { questionnaireVersionId: version.id });
      return this.campaigns.view(actor, id);
    });
  }

  /** Changes what is given, before launch. @throws conflict.stale · campaign.launched · campaign.times-invalid · as create */
  async change(
    actor: Actor,
    campaignId: string,
    change: Partial<CampaignWish>,
    version?: number,
  ): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.draft(campaignId, version);
      if (change.questionnaireId !== undefined)
        campaign.questionnaireVersionId = (await this.questionnaires.usable(change.questionnaireId)).id;
      if (change.title !== undefined) campaign.title = change.title;
      if (change.anonymity !== undefined) campaign.anonymity = change.anonymity;
      if (change.audience !== undefined) {
        await this.assertAudience(change.audience);
        campaign.audience = change.audience;
      }
      if (change.responseDays !== undefined) campaign.responseDays = change.responseDays;
      campaign.reminderDays = reminderPlan(
        change.reminderDays ?? campaign.reminderDays,
        campaign.responseDays,
      );
      await this.save(campaign);
      const fields = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
      this.note(actor, 'campaign.changed', 'U', campaignId, { fields });
      return this.campaigns.view(actor, campaignId);
    });
  }

  /** Takes a draft away. What was launched stays. @throws campaign.launched */
  async discard(actor: Actor, campaignId: string): Promise<void> {
    allow(canManageSurveys(actor));
    await this.database.transaction(actor, async () => {
      const campaign = await this.draft(campaignId);
      campaign.archivedAt = this.clock.now();
      await this.save(campaign);
      this.note(actor, 'campaign.draft-discarded', 'D', campaignId, {});
    });
  }

  /** Exactly who gets a mail when it is launched, and when, for the confirmation. */
  async launchPreview(actor: Actor, campaignId: string, opensAt?: string): Promise<LaunchPreviewView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = found(
        (await this.campaigns.visible(actor, campaignId))
          ? await this.database.repository(Campaign).findOneBy({ id: campaignId })
          : null,
        'campaign',
      );
      const audience = askedRoles(campaign);
      const opens = this.opening(opensAt);
      const end = endOfWave(opens, campaign.responseDays);
      const { reachable, unreachable } = await membersOf(this.database, audience);
      return {
        recipients: reachable.map(({ practiceId, practice, name, email, role }) => ({
          practiceId,
          practice,
          name,
          email,
          role,
        })),
        unreachable: [...(await silentPractices(this.database, audience)), ...unreachable],
        opensAt: opens.toISOString(),
        reminders: campaign.reminderDays.map((day) => daysOn(end, -day).toISOString()),
        closesAt: end.toISOString(),
        levels: levelsOf(sizeOfMembers(reachable)),
      };
    });
  }

  /**
   * Plans the campaign: invitations for exactly who is asked now, and steps with their moments. The promise about names is frozen;
   * one that would not be true is refused.
   * @throws conflict.stale · campaign.launched · campaign.times-invalid · campaign.nobody · campaign.level-untrue
   */
  async launch(
    actor: Actor,
    campaignId: string,
    wish: { opensAt: string },
    version?: number,
  ): Promise<CampaignView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.draft(campaignId, version);
      const opensAt = this.opening(wish.opensAt);
      const { reachable, unreachable } = await membersOf(this.database, askedRoles(campaign));
      if (reachable.length === 0) throw new DomainError('campaign.nobody');
      assertTrue(campaign.anonymity, sizeOfMembers(reachable));
      campaign.state = 'planned';
      campaign.launchedBy = actor.personId;
      campaign.launchedAt = this.clock.now();
      campaign.unreachable = unreachable.map(({ id }) => id);
      await this.save(campaign);
      const invited = await this.invitations.write(campaign, {
        wave: 1,
        occasionId: null,
        people: reachable.map(({ personId, practiceId, role }) => ({
          personId,
          practiceId,
          role,
          theme: null,
        })),
      });
      await this.steps.planWave(campaign, 1, opensAt);
      this.note(actor, 'campaign.launched', 'U', campaignId, {
        invited,
        anonymity: campaign.anonymity,
        opensAt: opensAt.toISOString(),
      });
      await this.rooms.announce(campaignRoom(campaignId), 'campaign.changed');
      return this.campaigns.view(actor, campaignId);
    });
  }

  private async draft(campaignId: string, version?: number): Promise<Campaign> {
    const campaign = await this.campaigns.lock(campaignId);
    fresh(campaign, version);
    if (campaign.state !== 'draft') throw new DomainError('campaign.launched', { state: campaign.state });
    return campaign;
  }

  private async save(campaign: Campaign): Promise<void> {
    campaign.version += 1;
    await this.database.repository(Campaign).save(campaign);
  }

  private opening(opensAt: string | undefined): Date {
    const now = this.clock.now();
    return opensAt === undefined ? now : momentAhead(opensAt, now);
  }

  /** Practices are named from the own region, and are open. */
  private async assertAudience({ practiceIds }: AskedRoles): Promise<void> {
    if (practiceIds === null) return;
    const known = await knownPractices(this.database, practiceIds);
    if (known !== new Set(practiceIds).size) throw new DomainError('not-found', { what: 'practice' });
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'campaign', subjectId, detail });
  }
}

/** @throws campaign.launched when people of a meeting or session are asked: those come with the fact. */
function askedRoles(campaign: Campaign): AskedRoles {
  const audience: CampaignAudience = campaign.audience;
  if (audience.kind === 'roles') return audience;
  throw new DomainError('campaign.launched', { state: campaign.state });
}

const sizeOfMembers = (members: readonly { practiceId: string | null }[]) => ({
  people: members.length,
  practices: new Set(members.flatMap(({ practiceId }) => practiceId ?? [])).size,
});

function assertTrue(level: AnonymityLevel, size: { people: number; practices: number }): void {
  const known = levelsOf(size).find((one) => one.level === level);
  if (!known?.possible)
    throw new DomainError('campaign.level-untrue', { level, reason: known?.reason ?? null, ...size });
}
