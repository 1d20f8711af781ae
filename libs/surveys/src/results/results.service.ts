import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  campaignRoom,
  type GroupComparisonView,
  type RegressionView,
  type ResultsView,
  type TrendView,
  type Words,
} from '#libs/contracts';
import { allow, Clock, Database, DomainError, found, Rooms, type Actor } from '#libs/platform';
import { canManageSurveys } from '../surveys.policy.js';
import { comparisonOf, regressionOf, seriesOf, type Side } from './analysis.rules.js';
import { cutLabel, readCut, type Cut } from './parts.rules.js';
import { ResultsQueries, type ResultSource } from './results.queries.js';
import { resultsOf } from './results.rules.js';
import { both } from './sentences.rules.js';

/** One side of a comparison as it is asked for: a campaign, or one part of it such as `role:practice-holder`. */
export interface SideAsk {
  campaignId: string;
  cut?: string;
}
export type TrendBy = TrendView['by'];

/** What may be told of closed campaigns. Everything leaves through the display rules; nothing is told before closing. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly queries: ResultsQueries,
  ) {}

  /**
   * Results of one campaign, or of one part of it.
   * @param cut `role:<role>` or `theme:<theme>`; a part that may not be told comes back hidden, with its reason.
   * @throws not-found · campaign.not-closed · validation.failed for a cut that is none
   */
  async results(actor: Actor, campaignId: string, cut?: string): Promise<ResultsView> {
    return this.database.transaction(actor, async () =>
      resultsOf(await this.queries.closed(actor, campaignId), asCut(cut)),
    );
  }

  /**
   * The same item over campaigns of one questionnaire, oldest first: per vakgroep, per theme, or all together (SUR-14, MON-14).
   * @throws analysis.impossible when the item is no scale
   */
  async trend(actor: Actor, ask: { questionnaireId: string; item: string; by: TrendBy }): Promise<TrendView> {
    return this.database.transaction(actor, async () => {
      const campaigns = (await this.queries.allClosed(actor, ask.questionnaireId)).filter(({ content }) =>
        content.items.some(({ key }) => key === ask.item),
      );
      const item = campaigns.at(-1)?.content.items.find(({ key }) => key === ask.item);
      if (item && item.type !== 'scale')
        throw new DomainError('analysis.impossible', { reason: 'not-a-scale', item: ask.item });
      const series = [...linesOf(campaigns, ask.by)].map(([label, sides]) =>
        seriesOf(label, label, ask.item, sides),
      );
      return { item: ask.item, text: item?.text ?? both(() => ask.item), by: ask.by, series };
    });
  }

  /**
   * Two groups on one scale (SUR-06).
   * @throws not-found · campaign.not-closed · analysis.impossible when the item is no scale of both, or both groups are the same
   */
  async compare(
    actor: Actor,
    campaignId: string,
    ask: { item: string; a: SideAsk; b: SideAsk },
  ): Promise<GroupComparisonView> {
    return this.database.transaction(actor, async () => {
      const own = await this.queries.closed(actor, campaignId);
      const side = (id: string): Promise<ResultSource> | ResultSource =>
        id === campaignId ? own : this.queries.closed(actor, id);
      if (ask.a.campaignId !== campaignId && ask.b.campaignId !== campaignId)
        throw new DomainError('analysis.impossible', { reason: 'other-campaign', item: ask.item });
      if (ask.a.campaignId === ask.b.campaignId && ask.a.cut === ask.b.cut)
        throw new DomainError('analysis.impossible', { reason: 'same-group', item: ask.item });
      const [a, b] = [await side(ask.a.campaignId), await side(ask.b.campaignId)];
      const cuts = [asCut(ask.a.cut), asCut(ask.b.cut)] as const;
      // a part against the whole that holds it would compare people with themselves
      if (a === b && (cuts[0] === null || cuts[1] === null || cuts[0].dimension !== cuts[1].dimension))
        throw new DomainError('analysis.impossible', { reason: 'overlap', item: ask.item });
      return comparisonOf(sideOf(a, cuts[0], a === b), sideOf(b, cuts[1], a === b), ask.item);
    });
  }

  /** What goes with a high answer, several characteristics at once (SUR-07). @throws as `compare` */
  async regression(
    actor: Actor,
    campaignId: string,
    ask: { outcome: string; highFrom: number; predictors: string[] },
  ): Promise<RegressionView> {
    return this.database.transaction(actor, async () =>
      regressionOf(await this.queries.closed(actor, campaignId), ask),
    );
  }

  /** Lets the people of the practices read the results too, or no longer (SUR-10). @throws not-found · campaign.not-closed */
  async share(actor: Actor, campaignId: string, shared: boolean): Promise<ResultsView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const campaign = await this.queries.closed(actor, campaignId);
      if ((campaign.sharedAt !== null) !== shared) {
        const [row] = await this.database.query(
          `update campaign set shared_at = $2, version = version + 1 where id = $1 returning id`,
          [campaignId, shared ? this.clock.now() : null],
        );
        found(row, 'campaign');
        this.audit.record(actor, {
          event: shared ? 'results.shared' : 'results.withdrawn',
          action: 'U',
          subjectKind: 'campaign',
          subjectId: campaignId,
        });
        await this.rooms.announce(campaignRoom(campaignId), 'campaign.changed');
      }
      return resultsOf(campaign, null);
    });
  }
}

/** @throws validation.failed */
function asCut(text: string | undefined): Cut | null {
  if (text === undefined || text === '') return null;
  const cut = readCut(text);
  if (!cut) throw new DomainError('validation.failed', { fields: { cut: 'invalid' } });
  return cut;
}

function sideOf(campaign: ResultSource, cut: Cut | null, sameCampaign: boolean): Side {
  const part = cut && cutLabel(cut);
  const label: Words = !part
    ? campaign.title
    : sameCampaign
      ? part
      : both((language) => `${part[language]} (${campaign.title[language]})`);
  return { campaign, cut, label };
}

/** Which measurements make one line. */
function linesOf(
  campaigns: readonly ResultSource[],
  by: TrendBy,
): Map<string, { campaign: ResultSource; cut: Cut | null }[]> {
  const lines = new Map<string, { campaign: ResultSource; cut: Cut | null }[]>();
  const add = (label: string, campaign: ResultSource, cut: Cut | null): void =>
    void lines.set(label, [...(lines.get(label) ?? []), { campaign, cut }]);
  for (const campaign of campaigns) {
    if (by === 'questionnaire') add('', campaign, null);
    else if (by === 'department') {
      if (campaign.department !== null) add(campaign.department, campaign, null);
    } else
      for (const theme of new Set(campaign.ballots.map((ballot) => ballot.theme)))
        if (theme !== null) add(theme, campaign, { dimension: 'theme', value: theme });
  }
  return new Map([...lines].sort(([a], [b]) => a.localeCompare(b, 'nl')));
}
