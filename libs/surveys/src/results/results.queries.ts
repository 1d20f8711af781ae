import { Injectable } from '@nestjs/common';
import type { AnonymityLevel, Answers, CampaignState, QuestionnaireContent, Words } from '#libs/contracts';
import { Database, DomainError, found, isId, type Actor } from '#libs/platform';
import type { CampaignTurnout } from '../campaigns/campaign.entity.js';
import { canSeeCampaign } from '../surveys.policy.js';
import type { OpenedBallot } from './parts.rules.js';
import type { ClosedCampaign } from './results.rules.js';

interface CampaignRow {
  id: string;
  title: Words;
  state: CampaignState;
  anonymity: AnonymityLevel;
  department: string | null;
  closedAt: Date | null;
  sharedAt: Date | null;
  turnout: CampaignTurnout | null;
  content: QuestionnaireContent;
  questionnaireId: string;
}
interface BallotRow extends OpenedBallot {
  campaignId: string;
}
interface TextRow {
  campaignId: string;
  item: string;
  waiting: number;
  shown: string[] | null;
}

/** What one person answered to a campaign by name. */
export interface NamedBallot {
  name: string;
  practice: string | null;
  answers: Answers;
  texts: Record<string, string> | null;
}

/** A closed campaign with what trends are told by. */
export interface ResultSource extends ClosedCampaign {
  questionnaireId: string;
  department: string | null;
  sharedAt: Date | null;
}

const CAMPAIGN = `
  select c.id, c.title, c.state, c.anonymity, c.department, c.closed_at as "closedAt", c.shared_at as "sharedAt", c.turnout, v.content,
    v.questionnaire_id as "questionnaireId"
  from campaign c join questionnaire_version v on v.id = c.questionnaire_version_id`;

/** Opened ballots as results read them. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class ResultsQueries {
  constructor(private readonly database: Database) {}

  /**
   * A closed campaign that this actor may read, with all that was opened. Three queries.
   * @throws not-found · campaign.not-closed for who may know that it runs
   */
  async closed(actor: Actor, campaignId: string): Promise<ResultSource> {
    const [row] = !isId(campaignId)
      ? []
      : await this.database.query<CampaignRow>(`${CAMPAIGN} where c.id = $1 and c.archived_at is null`, [
          campaignId,
        ]);
    const campaign = found(row && canSeeCampaign(actor, row) ? row : null, 'campaign');
    if (campaign.state !== 'closed') throw new DomainError('campaign.not-closed', { state: campaign.state });
    const [source] = await this.fill([campaign]);
    return found(source, 'campaign');
  }

  /** All closed campaigns of a questionnaire that this actor may read, oldest first. Three queries. */
  async allClosed(actor: Actor, questionnaireId: string): Promise<ResultSource[]> {
    const rows = await this.database.query<CampaignRow>(
      `${CAMPAIGN} where v.questionnaire_id = $1 and c.state = 'closed' and c.archived_at is null order by c.closed_at, c.id`,
      [questionnaireId],
    );
    return this.fill(rows.filter((row) => canSeeCampaign(actor, row)));
  }

  /** Who answered what, where that was promised to be known. Empty for every other campaign. One query. */
  async byName(campaignId: string): Promise<NamedBallot[]> {
    return this.database.query<NamedBallot>(
      `select person.name, practice.name as practice, b.answers,
         (select jsonb_object_agg(t.item, t.original) from opened_text t where t.campaign_id = b.campaign_id and t.person_id = b.person_id) as texts
       from opened_ballot b join campaign c on c.id = b.campaign_id and c.anonymity = 'named' join person on person.id = b.person_id
         left join practice on practice.id = b.practice_id
       where b.campaign_id = $1 order by practice.name, person.name, person.id`,
      [campaignId],
    );
  }

  private async fill(rows: CampaignRow[]): Promise<ResultSource[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const ballots = await this.database.query<BallotRow>(
      `select campaign_id as "campaignId", answers, role, theme from opened_ballot where campaign_id = any($1::uuid[])`,
      [ids],
    );
    // by their random ids: no order in which anything came
    const texts = await this.database.query<TextRow>(
      `select campaign_id as "campaignId", item, (count(*) filter (where state = 'new'))::integer as waiting,
         array_agg(shown order by id) filter (where state = 'shown') as shown
       from opened_text where campaign_id = any($1::uuid[]) group by campaign_id, item`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      closedAt: row.closedAt ?? new Date(0),
      anonymity: row.anonymity,
      content: row.content,
      turnout: row.turnout ?? { whole: { invited: 0, answered: 0, practices: 0 }, roles: {}, themes: {} },
      ballots: ballots
        .filter(({ campaignId }) => campaignId === row.id)
        .map(({ answers, role, theme }) => ({ answers, role, theme })),
      texts: new Map(
        texts
          .filter(({ campaignId }) => campaignId === row.id)
          .map(({ item, waiting, shown }) => [item, { waiting, shown: shown ?? [] }]),
      ),
      questionnaireId: row.questionnaireId,
      department: row.department,
      sharedAt: row.sharedAt,
    }));
  }
}
