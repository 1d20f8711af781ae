import { Injectable } from '@nestjs/common';
import type { FigureRemarkView, GroupComparisonFigure, OwnFigureView, ProvenanceCard } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService, type CardDataSet, type CardStanding } from '../provenance/cards.service.js';
import { publicId } from '../provenance/figure-id.rules.js';
import { disclosed } from '../releases/disclosed.rules.js';
import { GroupFiguresService } from '../releases/group-figures.service.js';
import { RemarksService } from '../remarks/remarks.service.js';
import type { Window } from './coverage.rules.js';
import type { ReferenceRates } from './estimate.rules.js';
import { FiguresQueries } from './figures.queries.js';
import { rateKey } from './suggestions.rules.js';

/** A figure of the region as it was released. */
export interface RegionFigure {
  id: string;
  card: ProvenanceCard;
  body: unknown;
  reference: ReferenceRates;
}

interface Figure {
  measureVersionId: string;
  item: string;
  period: Window;
}

/** What may stand beside an own figure: the region and the group as they were released, and what was said of the figure. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly figures: FiguresQueries,
    private readonly cards: CardsService,
    private readonly groups: GroupFiguresService,
    private readonly words: RemarksService,
  ) {}

  /**
   * The region's released figure, with its rates by stratum where they went along. Of the same version of the definition and the same
   * twelve months only: with another there is nothing to compare.
   */
  async region(figure: Figure): Promise<RegionFigure | null> {
    const found = await this.figures.regionFigure(figure);
    const reference = found ? referenceOf(disclosed(found)) : null;
    return found && reference ? { ...found, reference } : null;
  }

  /** The same as it is shown. No query when the data sets of its card were read already. */
  async regionView(
    { id, card, body, reference }: RegionFigure,
    known: { sources: readonly CardDataSet[] } & Pick<CardStanding, 'reviewBy' | 'content'>,
  ): Promise<NonNullable<OwnFigureView['region']>> {
    const bytes = artefactBytes(body);
    const named = new Set(card.sources.map(({ importId }) => importId));
    const sources = known.sources.filter((one) => named.has(publicId('imp', one.id)));
    return {
      value: reference.rate,
      figureId: publicId('fig', id),
      card:
        sources.length === named.size
          ? this.cards.viewFrom(card, bytes, { ...known, sources })
          : await this.cards.view(card, bytes),
    };
  }

  /** Where the practice stands in its group, or null where nothing of it was released for this reader. */
  async group(
    actor: Actor,
    figure: Figure & { practiceId: string; groupId: string },
  ): Promise<GroupComparisonFigure | null> {
    return this.groups.comparison(actor, figure);
  }

  async remarks(
    actor: Actor,
    ask: { measureCode: string; item: string; period: Window; practices: string[] },
  ): Promise<FigureRemarkView[]> {
    return this.words.forFigure(actor, ask);
  }

  /** The region's released rates of a period, by measure version and item. */
  async rates(versionIds: readonly string[], period: Window): Promise<Map<string, ReferenceRates>> {
    const rows = await this.figures.regionBodies(versionIds, period);
    return new Map(
      rows.flatMap(({ measure_version_id, item, ...row }): [string, ReferenceRates][] => {
        const reference = referenceOf(disclosed(row));
        return reference ? [[rateKey(measure_version_id, item), reference]] : [];
      }),
    );
  }
}

/** The rates in what a region release shows; null for anything else. */
export function referenceOf(body: unknown): ReferenceRates | null {
  const { value, strata } = (body ?? {}) as { value?: unknown; strata?: ReferenceRates['strata'] };
  return typeof value === 'number' ? { rate: value, strata: strata ?? null } : null;
}
