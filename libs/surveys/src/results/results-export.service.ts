import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { deck, sheetCsv, workbook } from '#libs/documents';
import { Clock, Database, DomainError, type Actor } from '#libs/platform';
import { byNameSheet, provenanceOf, resultDeck, resultSheets } from './export.rules.js';
import { ResultsQueries } from './results.queries.js';
import { canManageSurveys } from '../surveys.policy.js';
import { resultsOf } from './results.rules.js';

export type ResultsFormat = 'xlsx' | 'csv' | 'pptx';

const TYPES: Record<ResultsFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/**
 * Results to take along. A file is made from the very view that the screen shows, so the same rules hold in it. The organiser of a
 * campaign by name finds a sheet with who answered what in the workbook, as was said to everybody before they answered.
 */
@Injectable()
export class ResultsExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly queries: ResultsQueries,
  ) {}

  /** @throws not-found · campaign.not-closed · analysis.impossible when nothing of it may be shown */
  async file(
    actor: Actor,
    campaignId: string,
    format: ResultsFormat,
  ): Promise<{ name: string; type: string; body: Buffer }> {
    const { results, region, named } = await this.database.transaction(actor, async () => {
      const campaign = await this.queries.closed(actor, campaignId);
      const results = resultsOf(campaign, null);
      const ballots =
        canManageSurveys(actor) && format === 'xlsx' ? await this.queries.byName(campaignId) : [];
      if (results.hidden && ballots.length === 0)
        throw new DomainError('analysis.impossible', { reason: results.hidden });
      const [region] = await this.database.query<{ name: string }>('select name from region where id = $1', [
        actor.regionId,
      ]);
      this.audit.record(actor, {
        event: 'results.exported',
        action: 'R',
        subjectKind: 'campaign',
        subjectId: campaignId,
        detail: { format, byName: ballots.length > 0 },
      });
      const named = ballots.length > 0 ? [byNameSheet(campaign.content, ballots, actor.language)] : [];
      return { results, region: region?.name ?? '', named };
    });
    const { language } = actor;
    const stem = language === 'nl' ? 'evaluatie' : 'evaluation';
    const name = `${stem}-${results.closedAt.slice(0, 10)}.${format}`;
    const sheets = [...resultSheets(results, language), ...named];
    const first = sheets[0];
    const body =
      format === 'pptx'
        ? await deck(resultDeck(results, language, region, this.clock.now()))
        : format === 'xlsx'
          ? await workbook({ language, sheets, provenance: provenanceOf(results, language) })
          : first
            ? sheetCsv(first)
            : Buffer.alloc(0);
    return { name, type: TYPES[format], body };
  }
}
