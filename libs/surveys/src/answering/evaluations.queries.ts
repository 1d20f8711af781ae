import { Injectable } from '@nestjs/common';
import type { AnonymityLevel, CampaignState, Language, QuestionnaireContent, Words } from '#libs/contracts';
import { Database, sha256 } from '#libs/platform';

/** Everything about one link that answering needs. */
export interface OpenedLink {
  regionId: string;
  invitationId: string;
}
export interface Evaluation {
  campaignId: string;
  state: CampaignState;
  anonymity: AnonymityLevel;
  title: Words;
  content: QuestionnaireContent;
  publicKey: Buffer | null;
  ballotSize: number | null;
  region: string;
  language: Language;
  role: string;
  theme: string | null;
  used: boolean;
  closesAt: Date | null;
}

@Injectable()
export class EvaluationsQueries {
  constructor(private readonly database: Database) {}

  /** Whose link this is; before any region is known. */
  async link(token: string): Promise<OpenedLink | null> {
    const sql = 'select region_id as "regionId", id as "invitationId" from invitation_open($1)';
    // an invitation that was made in the open transaction is not there yet for anybody else
    const [link] = this.database.inTransaction
      ? await this.database.query<OpenedLink>(sql, [sha256(token)])
      : await this.database.definer<OpenedLink>(sql, [sha256(token)]);
    return link ?? null;
  }

  /** Inside a transaction of the link's region. */
  async evaluation(invitationId: string): Promise<Evaluation | null> {
    const [row] = await this.database.query<Evaluation>(
      `select c.id as "campaignId", c.state, c.anonymity, c.title, v.content, c.public_key as "publicKey", c.ballot_size as "ballotSize",
         region.name as region, p.language, i.role, i.theme, i.used,
         (select max(s.due_at) from campaign_step s where s.campaign_id = c.id and s.kind = 'close' and s.state <> 'stopped') as "closesAt"
       from invitation i join campaign c on c.id = i.campaign_id join questionnaire_version v on v.id = c.questionnaire_version_id
         join person p on p.id = i.person_id join region on region.id = i.region_id
       where i.id = $1`,
      [invitationId],
    );
    return row ?? null;
  }

  /** The campaign's state, held as it is until the end of the transaction: it cannot close in between, and answers do not wait for each other. */
  async hold(campaignId: string): Promise<CampaignState | null> {
    const [row] = await this.database.query<{ state: CampaignState }>(
      'select state from campaign where id = $1 for share',
      [campaignId],
    );
    return row?.state ?? null;
  }

  /** Marks the link as used. @returns false when it was used already: of many at once, one gets true. */
  async use(invitationId: string): Promise<boolean> {
    const rows = await this.database.query(
      'update invitation set used = true where id = $1 and not used returning id',
      [invitationId],
    );
    return rows.length > 0;
  }

  /** Holds the link, so that two devices of one person do not write over each other. */
  async holdLink(invitationId: string): Promise<void> {
    await this.database.query('select 1 from invitation where id = $1 for update', [invitationId]);
  }

  async putInBox(regionId: string, campaignId: string, sealed: Buffer): Promise<void> {
    await this.database.query(
      'insert into sealed_ballot (region_id, campaign_id, sealed) values ($1, $2, $3)',
      [regionId, campaignId, sealed],
    );
  }

  async kept(invitationId: string): Promise<{ kept: Buffer; sent: boolean } | null> {
    const [row] = await this.database.query<{ kept: Buffer; sent: boolean }>(
      'select kept, sent from response where invitation_id = $1',
      [invitationId],
    );
    return row ?? null;
  }

  async keep(
    regionId: string,
    campaignId: string,
    invitationId: string,
    kept: Buffer,
    sent: boolean,
  ): Promise<void> {
    await this.database.query(
      `insert into response (invitation_id, region_id, campaign_id, kept, sent) values ($1, $2, $3, $4, $5)
       on conflict (invitation_id) do update set kept = excluded.kept, sent = excluded.sent, version = response.version + 1`,
      [invitationId, regionId, campaignId, kept, sent],
    );
  }
}
