import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { campaignRoom, type ModerationTextView } from '#libs/contracts';
import { allow, Database, DomainError, found, fresh, isId, Rooms, type Actor } from '#libs/platform';
import { scanText } from '#libs/textguard';
import { canManageSurveys } from '../surveys.policy.js';
import { MINIMUM_TEXTS } from './display.rules.js';
import { ResultsQueries, type ResultSource } from './results.queries.js';

interface TextRow {
  id: string;
  item: string;
  original: string;
  shown: string | null;
  state: ModerationTextView['state'];
  version: number;
}

/**
 * Open answers go on in somebody's own words or not at all (models/surveys.md): the coordinator rephrases or withholds each one.
 * Under eight questionnaires nobody reads them, the coordinator included.
 */
@Injectable()
export class OpenedTextsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly queries: ResultsQueries,
  ) {}

  /** All open answers of a closed campaign, per question, in an order that means nothing. @throws not-found · campaign.not-closed */
  async list(actor: Actor, campaignId: string): Promise<ModerationTextView[]> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.queries.closed(actor, campaignId);
      if (campaign.turnout.whole.answered < MINIMUM_TEXTS) return [];
      const rows = await this.database.query<TextRow>(
        `select id, item, original, shown, state, version from opened_text where campaign_id = $1 order by item, id`,
        [campaignId],
      );
      this.audit.record(actor, {
        event: 'texts.read',
        action: 'R',
        subjectKind: 'campaign',
        subjectId: campaignId,
        detail: { texts: rows.length },
      });
      return rows.map((row) => textView(campaign, row));
    });
  }

  /**
   * Says an open answer on in other words, withholds it, or takes the decision back.
   * @param change.shown the words that readers see; demanded with `shown`.
   * @throws not-found · conflict.stale · validation.failed · text.identifiers when the new words name somebody
   */
  async decide(
    actor: Actor,
    campaignId: string,
    textId: string,
    change: { state: ModerationTextView['state']; shown?: string },
    version?: number,
  ): Promise<ModerationTextView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.queries.closed(actor, campaignId);
      allow(campaign.turnout.whole.answered >= MINIMUM_TEXTS, 'not-found', { what: 'text' });
      allow(isId(textId), 'not-found', { what: 'text' });
      const [row] = await this.database.query<TextRow>(
        `select id, item, original, shown, state, version from opened_text where id = $1 and campaign_id = $2 for update`,
        [textId, campaignId],
      );
      const text = found(row, 'text');
      fresh(text, version);
      const words = change.shown?.trim() ?? '';
      if (change.state === 'shown') {
        if (words === '') throw new DomainError('validation.failed', { fields: { shown: 'required' } });
        const { verdict, spans, rewrite } = scanText(words);
        if (verdict === 'block')
          throw new DomainError('text.identifiers', {
            findings: [{ item: text.item, verdict, spans, rewrite }],
          });
      }
      const [saved] = await this.database.query<TextRow>(
        `update opened_text set state = $2, shown = $3, decided_by = $4, version = version + 1 where id = $1
         returning id, item, original, shown, state, version`,
        [textId, change.state, change.state === 'shown' ? words : null, actor.personId],
      );
      this.audit.record(actor, {
        event: `text.${change.state === 'new' ? 'reopened' : change.state}`,
        action: 'U',
        subjectKind: 'campaign',
        subjectId: campaignId,
      });
      await this.rooms.announce(campaignRoom(campaignId), 'campaign.changed');
      return textView(campaign, found(saved, 'text'));
    });
  }
}

function textView(campaign: ResultSource, row: TextRow): ModerationTextView {
  const question = campaign.content.items.find(({ key }) => key === row.item)?.text ?? {
    nl: row.item,
    en: row.item,
  };
  const { verdict, spans, rewrite } = scanText(row.original);
  return {
    ...row,
    question,
    findings: verdict === 'pass' ? null : { item: row.item, verdict, spans, rewrite },
  };
}
