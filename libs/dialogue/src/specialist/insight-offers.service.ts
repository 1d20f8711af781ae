import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Database, Facts, type Actor } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { contextOf } from './specialist.queries.js';
import { ownPartOf } from './specialist.service.js';

/** What leaves a session for the rest of the region, only as far as its specialist agreed. */
@Injectable()
export class InsightOffers {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditService,
  ) {}

  /**
   * Tells the rest of the platform, when the handout is published and inside that transaction: what the department misses may become a
   * regional agreement (LOOP-04), the tips of the handout may stand with the catalogue (BES-04). Without consent, or without a text,
   * nothing is told.
   * @returns how many insights were offered
   */
  async offer(actor: Actor, session: Session): Promise<number> {
    const { misses, offersAgreement, offersTips } = await ownPartOf(this.database, session.id);
    const agreements = offersAgreement ? [misses] : [];
    const tips = offersTips ? await this.tipsOf(session.id) : [];
    const insights = [
      ...agreements.map((text) => ({ kind: 'agreement' as const, text: text.trim() })),
      ...tips.map((text) => ({ kind: 'tip' as const, text: text.trim() })),
    ].filter(({ text }) => text !== '');
    if (insights.length === 0) return 0;
    const { department } = await contextOf(this.database, session);
    for (const insight of insights)
      await this.facts.publish(actor, 'insight.offered', {
        sourceKind: 'session',
        sourceId: session.id,
        department,
        ...insight,
      });
    this.audit.record(actor, {
      event: 'insights.offered',
      action: 'E',
      subjectKind: 'dialogue-session',
      subjectId: session.id,
      detail: {
        agreements: insights.filter(({ kind }) => kind === 'agreement').length,
        tips: insights.filter(({ kind }) => kind === 'tip').length,
      },
    });
    return insights.length;
  }

  private async tipsOf(sessionId: string): Promise<string[]> {
    const [row] = await this.database.query<{ tips: string[] | null }>(
      `select content->'tips' as tips from handout where session_id = $1`,
      [sessionId],
    );
    return row?.tips ?? [];
  }
}
