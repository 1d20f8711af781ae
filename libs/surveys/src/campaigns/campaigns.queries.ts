import { Injectable } from '@nestjs/common';
import {
  ANONYMITY_LEVELS,
  type AnonymityLevel,
  type CampaignState,
  type CampaignStepView,
  type CampaignSubjectKind,
  type CampaignSummaryView,
  type CampaignView,
  type Page,
  type QuestionnaireContent,
  type Words,
} from '#libs/contracts';
import { Database, found, isId, type Actor } from '#libs/platform';
import { MINIMUM_RESPONSES } from '../results/display.rules.js';
import { canManageSurveys } from '../surveys.policy.js';
import { sizeOf } from './audience.queries.js';
import { CampaignStep } from './campaign-step.entity.js';
import { Campaign, type TurnoutCount } from './campaign.entity.js';
import { levelsOf } from './levels.rules.js';
import { shownCount } from './shown-counts.rules.js';
import { inTurn } from './steps.rules.js';

interface SummaryRow {
  id: string;
  title: Words;
  questionnaire: Words;
  state: CampaignState;
  anonymity: AnonymityLevel;
  subject_kind: CampaignSubjectKind;
  department: string | null;
  opens_at: Date | null;
  closes_at: Date | null;
  closed_at: Date | null;
  whole: TurnoutCount | null;
  invited: number;
  answered: number;
  undeliverable: number;
  shared: boolean;
}

/** `$1` manages surveys. Others know of what was shared after closing (surveys.policy, canSeeCampaign). */
const VISIBLE = `c.archived_at is null and ($1::boolean or (c.state = 'closed' and c.shared_at is not null))`;

const SUMMARY = `
  select c.id, c.title, v.content->'title' as questionnaire, c.state, c.anonymity, c.subject_kind, c.department, s.opens_at,
    coalesce(c.closed_at, s.closes_at) as closes_at, c.closed_at, c.turnout->'whole' as whole, i.invited, i.answered, m.undeliverable,
    c.shared_at is not null as shared
  from campaign c join questionnaire_version v on v.id = c.questionnaire_version_id
    cross join lateral (select min(coalesce(t.done_at, t.due_at)) filter (where t.kind = 'invite' and t.state <> 'stopped') as opens_at,
        max(t.due_at) filter (where t.kind = 'close') as closes_at from campaign_step t where t.campaign_id = c.id) s
    cross join lateral (select count(*)::integer as invited, count(*) filter (where n.used)::integer as answered
        from invitation n where n.campaign_id = c.id) i
    cross join lateral (select count(distinct f.person_id)::integer as undeliverable
        from mail f where f.region_id = c.region_id and f.subject_id = c.id and f.state = 'failed') m`;

/** Campaigns as they are looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class CampaignsQueries {
  constructor(private readonly database: Database) {}

  /** The campaigns this actor may know of, newest first. Two queries, however many rows. */
  async page(
    actor: Actor,
    options: { state?: CampaignState; cursor?: string; limit: number },
  ): Promise<Page<CampaignSummaryView>> {
    const filter = `${VISIBLE} and ($2::text is null or c.state = $2)`;
    const values = [canManageSurveys(actor), options.state ?? null];
    const rows = await this.database.query<SummaryRow>(
      `${SUMMARY} where ${filter} and ($3::uuid is null or c.id < $3) order by c.id desc limit $4`,
      [...values, isId(options.cursor) ? options.cursor : null, options.limit + 1],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from campaign c where ${filter}`,
      values,
    );
    const page = rows.slice(0, options.limit);
    return {
      items: page.map(summaryView),
      next: rows.length > options.limit ? (page.at(-1)?.id ?? null) : null,
      total: count?.n ?? 0,
    };
  }

  /** The campaign's row, held until the transaction ends. @throws not-found */
  async lock(campaignId: string): Promise<Campaign> {
    const campaign = isId(campaignId)
      ? await this.database
          .repository(Campaign)
          .findOne({ where: { id: campaignId }, lock: { mode: 'pessimistic_write' } })
      : null;
    return found(campaign?.archivedAt ? null : campaign, 'campaign');
  }

  /** True when the actor may know that this campaign exists. */
  async visible(actor: Actor, campaignId: string): Promise<boolean> {
    if (!isId(campaignId) || actor.kind === 'task') return false;
    const rows = await this.database.query(`select 1 from campaign c where ${VISIBLE} and c.id = $2`, [
      canManageSurveys(actor),
      campaignId,
    ]);
    return rows.length > 0;
  }

  /** Every step of a campaign in its turn. */
  async steps(campaignId: string): Promise<CampaignStep[]> {
    const steps = await this.database.repository(CampaignStep).findBy({ campaignId });
    return steps.sort(inTurn);
  }

  /**
   * One campaign with its page. Steps, levels and practices asked are for who manages surveys; the others see what was asked and
   * how many answered. @throws not-found
   */
  async view(actor: Actor, campaignId: string): Promise<CampaignView> {
    found((await this.visible(actor, campaignId)) || null, 'campaign');
    const [row] = await this.database.query<
      SummaryRow & {
        questionnaire_id: string;
        version_id: string;
        number: number;
        content: QuestionnaireContent;
      }
    >(
      `select w.*, v.questionnaire_id, v.id as version_id, v.number, v.content from (${SUMMARY} where c.id = $1) w
         join campaign c on c.id = w.id join questionnaire_version v on v.id = c.questionnaire_version_id`,
      [campaignId],
    );
    const campaign = await this.database.repository(Campaign).findOneByOrFail({ id: campaignId });
    const known = found(row, 'campaign');
    const shown: CampaignView = {
      ...summaryView(known),
      questionnaireId: known.questionnaire_id,
      questionnaireVersion: { id: known.version_id, number: known.number },
      content: known.content,
      audience: campaign.audience,
      responseDays: campaign.responseDays,
      reminderDays: campaign.reminderDays,
      unreachable: [],
      steps: [],
      levels: [],
      minimumResponses: MINIMUM_RESPONSES,
      version: campaign.version,
    };
    if (!canManageSurveys(actor)) return { ...shown, audience: withoutPractices(campaign.audience) };
    const people = await this.database.query<{ id: string; name: string }>(
      `select id, name from person where id = any($1::uuid[]) order by name, id`,
      [campaign.unreachable],
    );
    return {
      ...shown,
      unreachable: people,
      steps: await this.stepViews(campaignId),
      levels: await this.levels(campaign),
    };
  }

  private async stepViews(campaignId: string): Promise<CampaignStepView[]> {
    const waves = await this.database.query<{ wave: number; invited: number }>(
      `select wave, count(*)::integer as invited from invitation where campaign_id = $1 group by wave`,
      [campaignId],
    );
    const invited = new Map(waves.map((one) => [one.wave, one.invited]));
    return (await this.steps(campaignId)).map((step) => stepView(step, invited.get(step.wave) ?? 0));
  }

  /** Before launch by who is asked now; after it by who was invited; at the end only what was promised. */
  async levels(campaign: Campaign): Promise<CampaignView['levels']> {
    if (campaign.state === 'draft') return levelsOf(await sizeOf(this.database, campaign.audience));
    if (campaign.state === 'closed' || campaign.state === 'stopped')
      return ANONYMITY_LEVELS.map((level) => ({
        level,
        possible: level === campaign.anonymity,
        reason: null,
      }));
    return levelsOf(await this.invitedSize(campaign.id));
  }

  /** How many people of how many practices were invited. */
  async invitedSize(campaignId: string): Promise<{ people: number; practices: number }> {
    const [size] = await this.database.query<{ people: number; practices: number }>(
      `select count(*)::integer as people, count(distinct practice_id)::integer as practices from invitation where campaign_id = $1`,
      [campaignId],
    );
    return size ?? { people: 0, practices: 0 };
  }

  /** When answering ends: the closing step that is still to come, else null. */
  async closesAt(campaignId: string): Promise<Date | null> {
    const close = await this.database
      .repository(CampaignStep)
      .findOneBy({ campaignId, kind: 'close', state: 'planned' });
    return close?.dueAt ?? null;
  }
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

function summaryView(row: SummaryRow): CampaignSummaryView {
  const over = row.state === 'closed' && row.whole !== null;
  return {
    id: row.id,
    title: row.title,
    questionnaire: row.questionnaire,
    state: row.state,
    anonymity: row.anonymity,
    subjectKind: row.subject_kind,
    department: row.department,
    opensAt: iso(row.opens_at),
    closesAt: iso(row.closes_at),
    closedAt: iso(row.closed_at),
    turnout: {
      invited: over ? (row.whole?.invited ?? 0) : row.invited,
      // once it is over, nobody can be seen answering
      answered: over ? (row.whole?.answered ?? 0) : shownCount(row.answered, row.invited),
      undeliverable: row.undeliverable,
    },
    shared: row.shared,
  };
}

const stepView = (step: CampaignStep, invited: number): CampaignStepView => ({
  id: step.id,
  kind: step.kind,
  wave: step.wave,
  number: step.number,
  dueAt: step.dueAt.toISOString(),
  state: step.state,
  doneAt: iso(step.doneAt),
  // who got a reminder had not answered
  count: step.kind === 'remind' && step.count !== null ? shownCount(step.count, invited) : step.count,
});

const withoutPractices = (audience: CampaignView['audience']): CampaignView['audience'] =>
  audience.kind === 'roles' ? { ...audience, practiceIds: null } : audience;
