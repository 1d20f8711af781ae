import { Injectable } from '@nestjs/common';
import type {
  CardView,
  FigureChoicesView,
  FigureRemarkView,
  GroupComparisonFigure,
  Language,
  OwnFigureView,
  Words,
} from '#libs/contracts';
import { Database, DomainError, found, isId, type Actor } from '#libs/platform';
import { MeasuresQueries, type ReviewedMeasure } from '../measures/measures.queries.js';
import { canSeeOwnFigures } from '../mirror.policy.js';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService, type CardDataSet } from '../provenance/cards.service.js';
import { ownFigureId, type OwnFigureKey } from '../provenance/figure-id.rules.js';
import {
  firstDay,
  monthNumber,
  ownersOf,
  sumsOf,
  suppliedOf,
  windowsOf,
  WINDOW_MONTHS,
  type StandingSet,
  type Supplied,
  type Window,
} from './coverage.rules.js';
import {
  figureEstimate,
  type FigureEstimate,
  type ReferenceRates,
  type StratumSums,
} from './estimate.rules.js';
import { ALL_ITEMS, FiguresQueries, type FigureContext } from './figures.queries.js';
import { extractDatesDiffer } from './comparability.rules.js';
import { ComparisonsService } from './comparisons.service.js';
import { figureDetail, figureSentence, stratumWords } from './sentences.rules.js';
import { TREND_MONTHS, trendOf } from './trend.rules.js';
import { comparisonOf, extractedAt, noGroupWords, sourcesIn, usedSets } from './own-figure.rules.js';
import { FigureChoicesService } from './figure-choices.service.js';

/** Which figure: the practice, the code of the measure, the item, the first day of the twelve months, beside which group. */
export interface OwnFigureWish {
  practiceId: string;
  measure: string;
  item: string;
  /** Without it the newest twelve months. */
  from?: string;
  /** Without it the practice's newest group. */
  groupId?: string;
}

/** All items together have no name of their own in an extract. */
const ALL_NAMES: Words = { nl: 'alles samen', en: 'everything together' };
/** Nothing is suppressed in a figure that only its own practice sees. */
const OWN_POLICY = 'own-1.0';

interface Computed {
  measure: ReviewedMeasure;
  item: { code: string; name: string };
  window: Window;
  supplied: Supplied;
  sums: StratumSums[];
  missing: number;
  estimate: FigureEstimate;
  reference: ReferenceRates | null;
  dataSetIds: string[];
  sources: CardDataSet[];
  /** Taken from the practice's system more than a quarter from when most others' were. */
  apart: boolean;
}

/** What stands beside the own figure, as it was released. */
interface Beside {
  region: OwnFigureView['region'];
  group: GroupComparisonFigure | null;
  hasGroup: boolean;
  remarks: FigureRemarkView[];
}

/** What is known before anything is counted. */
interface Opened {
  measure: ReviewedMeasure;
  context: FigureContext;
  remarked: boolean;
  window: Window;
  sets: StandingSet[];
  listSets: StandingSet[];
}

/**
 * A practice's own figures, for its own people only (MIR-01, MIR-06). Computed from approved data sets at every look and stored
 * nowhere; what stands beside them passed the gate.
 */
@Injectable()
export class OwnFiguresService {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasuresQueries,
    private readonly figures: FiguresQueries,
    private readonly cards: CardsService,
    private readonly beside: ComparisonsService,
    private readonly offered: FigureChoicesService,
  ) {}

  /**
   * Everything about one measure and item for one practice.
   * @throws not-found for a practice that is not the actor's, or a group that is not the practice's · measure.not-reviewed ·
   *   figures.none when the practice has no figure in that period
   */
  async figure(actor: Actor, wish: OwnFigureWish): Promise<OwnFigureView> {
    const { practiceId, item } = wish;
    this.allowed(actor, practiceId);
    return this.database.transaction(actor, async () => {
      const opened = await this.open(actor, practiceId, { code: wish.measure }, item, wish.from);
      const { groups } = opened.context;
      const group =
        wish.groupId === undefined
          ? groups[0]
          : found(
              groups.find(({ id }) => id === wish.groupId),
              'group',
            );
      const { measure, window: period } = opened;
      const about = { measureVersionId: measure.id, item, period };
      // sent together: none waits for another's answer
      const [computed, comparison, remarks] = await Promise.all([
        this.compute(practiceId, opened, item),
        group ? this.beside.group(actor, { practiceId, groupId: group.id, ...about }) : null,
        opened.remarked
          ? this.beside.remarks(actor, { measureCode: measure.code, item, period, practices: [practiceId] })
          : [],
      ]);
      return this.view(actor.language, computed, this.rendered(practiceId, computed), {
        region: computed.region,
        group: comparison,
        hasGroup: group !== undefined,
        remarks,
      });
    });
  }

  /**
   * The card of an own figure and the bytes that it is about, computed again.
   * @throws not-found for a practice that is not the actor's, or a definition that is not there · figures.none
   */
  async card(actor: Actor, key: OwnFigureKey): Promise<CardView> {
    this.allowed(actor, key.practiceId);
    return this.database.transaction(actor, async () => {
      const opened = await this.open(
        actor,
        key.practiceId,
        { versionId: key.measureVersionId },
        key.item,
        key.from,
      );
      return this.rendered(key.practiceId, await this.compute(key.practiceId, opened, key.item)).card;
    });
  }

  /** What there is to look at for one practice, and at most three places to start. @throws not-found */
  async choices(actor: Actor, practiceId: string): Promise<FigureChoicesView> {
    this.allowed(actor, practiceId);
    return this.offered.of(actor, practiceId);
  }

  /** What a page begins with: one query, and a few more when the region's measures are not there yet. */
  private async open(
    actor: Actor,
    practiceId: string,
    ask: { code: string } | { versionId: string },
    item: string,
    from: string | undefined,
  ): Promise<Opened> {
    let opened = await this.figures.opening({ practiceId, measure: ask, item });
    if (!opened && 'code' in ask) {
      await this.measures.reviewed(actor.regionId);
      opened = await this.figures.opening({ practiceId, measure: ask, item });
      if (!opened) throw new DomainError('measure.not-reviewed', { measure: ask.code });
    }
    const { measure, remarked, ...context } = found(opened, 'figure');
    found(context.practice, 'practice');
    const sets = context.sets.filter(({ kind }) => kind === measure.content.kind);
    const windows = windowsOf(ownersOf(sets));
    const window = from === undefined ? windows[0] : windows.find((one) => one.from === from);
    if (!window || (context.item === null && item !== ALL_ITEMS && item !== ''))
      throw new DomainError('figures.none', { measure: measure.code, item });
    return {
      measure: { ...measure, overdue: this.measures.overdue(measure.reviewBy) },
      context,
      remarked,
      window,
      sets,
      listSets: context.sets.filter(({ kind }) => kind === 'list-sizes'),
    };
  }

  /** The numbers of a figure, and what they rest on. */
  private async compute(
    practiceId: string,
    { measure, context, window, sets, listSets }: Opened,
    itemCode: string,
  ): Promise<Computed & Pick<Beside, 'region'>> {
    const ids = { sets: sets.map(({ id }) => id), listSets: listSets.map(({ id }) => id) };
    const ask = {
      practiceId,
      item: itemCode,
      from: firstDay(monthNumber(window.toExclusive) - TREND_MONTHS),
      toExclusive: window.toExclusive,
    };
    const [atoms, listed, region, sources] = await Promise.all([
      this.figures.atoms({ ...ask, sets: ids.sets }),
      this.figures.listed({ ...ask, ...ids }),
      this.beside.region({ measureVersionId: measure.id, item: itemCode, period: window }),
      this.cards.sources([...ids.sets, ...ids.listSets]),
    ]);
    const supplied = suppliedOf({ atoms, listed, sets, listSets });
    const dates = extractedAt(supplied, window);
    const reference = region?.reference ?? null;
    const own = sumsOf(supplied, window);
    const estimate = own ? figureEstimate(measure.content, own.sums, reference) : null;
    if (!own || !estimate) throw new DomainError('figures.none', { measure: measure.code, item: itemCode });
    return {
      measure,
      item: { code: itemCode, name: itemCode === ALL_ITEMS ? ALL_NAMES.nl : (context.item ?? '') },
      window,
      supplied,
      sums: own.sums,
      missing: own.missing,
      estimate,
      reference,
      region: region
        ? await this.beside.regionView(region, {
            sources,
            reviewBy: measure.reviewBy,
            content: measure.content,
          })
        : null,
      dataSetIds: usedSets(supplied, window),
      apart: sources.some(({ id, extractAt }) => extractDatesDiffer([extractAt, dates.get(id) ?? extractAt])),
      sources: sources.map((one) => ({ ...one, extractAt: dates.get(one.id) ?? one.extractAt })),
    };
  }

  /** What is shown of the own figure, and its card: the card is about exactly this. */
  private rendered(
    practiceId: string,
    { measure, item, window, supplied, sums, estimate, reference, dataSetIds, sources }: Computed,
  ): Pick<OwnFigureView, 'own' | 'trend' | 'breakdown' | 'card'> {
    const { content } = measure;
    const { value, low, high, numerator, denominator, expected, standardised } = estimate;
    const own = { value, low, high, numerator, denominator, expected };
    const trend = trendOf(content, supplied, { toExclusive: window.toExclusive, definition: measure.number });
    const strata = sums.filter(({ sex, age }) => sex !== '' || age !== '');
    const breakdown = strata.map((one) => {
      const estimated = figureEstimate(content, [one]);
      const like = reference?.strata?.find(({ sex, age }) => sex === one.sex && age === one.age);
      return {
        stratum: stratumWords(one.sex, one.age),
        own: estimated ? { value: estimated.value, low: estimated.low, high: estimated.high } : null,
        region: like?.rate ?? null,
      };
    });
    const figureId = ownFigureId({
      practiceId,
      measureVersionId: measure.id,
      item: item.code,
      from: window.from,
    });
    const bytes = artefactBytes({
      figureId,
      measure: { code: measure.code, version: measure.number },
      item: item.code,
      period: window,
      own,
      trend: trend.points,
      breakdown: breakdown.map(({ stratum, own: part }) => ({ stratum, own: part })),
    });
    const card = this.cards.makeFrom(
      {
        figureId,
        releaseId: null,
        version: measure,
        item,
        period: window,
        dataSetIds,
        mode: 'own',
        policyVersion: OWN_POLICY,
        auditId: 'own',
        consentId: null,
        attackerModels: [],
        bytes,
        standardised,
        bands: standardised ? strata.map(({ sex, age }) => `${sex}${age}`) : [],
      },
      sources,
    );
    const standing = {
      sources: sources.filter(({ id }) => dataSetIds.includes(id)),
      reviewBy: measure.reviewBy,
      content,
    };
    return { own, trend, breakdown, card: this.cards.viewFrom(card, bytes, standing) };
  }

  private view(
    language: Language,
    { measure, item, window, supplied, missing, estimate, apart }: Computed,
    rendered: Pick<OwnFigureView, 'own' | 'trend' | 'breakdown' | 'card'>,
    beside: Beside,
  ): OwnFigureView {
    const { content } = measure;
    const comparison = comparisonOf(beside.group, beside.region);
    const all = item.code === ALL_ITEMS;
    const named = all ? { ...item, name: '' } : item;
    return {
      measure: { code: measure.code, version: measure.number, content, overdue: measure.overdue },
      item: all ? { ...item, name: ALL_NAMES[language] } : item,
      period: window,
      sentence: figureSentence(content, named, estimate, comparison),
      detail: figureDetail(content, estimate, {
        missingMonths: missing,
        months: WINDOW_MONTHS,
        sourceChanged: sourcesIn(supplied, window).size > 1,
        standardised: estimate.standardised,
        complete: rendered.card.card.period.complete,
        apart: apart && comparison !== null,
      }),
      ...rendered,
      region: beside.region,
      group: beside.group,
      noGroup: beside.group ? null : noGroupWords(beside.hasGroup),
      caseMix: content.caseMix,
      remarks: beside.remarks,
    };
  }

  /** Not the actor's practice, or none at all: the same answer. */
  private allowed(actor: Actor, practiceId: string): void {
    found(isId(practiceId) && canSeeOwnFigures(actor, practiceId) ? practiceId : null, 'practice');
  }
}
