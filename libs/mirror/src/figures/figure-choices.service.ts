import { Injectable } from '@nestjs/common';
import type { FigureChoicesView } from '#libs/contracts';
import { Database, found, type Actor } from '#libs/platform';
import { MeasuresQueries, type ReviewedMeasure } from '../measures/measures.queries.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { ComparisonsService } from './comparisons.service.js';
import { ownersOf, windowsOf, type StandingSet, type Window } from './coverage.rules.js';
import { FiguresQueries } from './figures.queries.js';
import { suggestionsOf } from './suggestions.rules.js';

/** What a practice can look at: measures, items, periods and groups. */
@Injectable()
export class FigureChoicesService {
  constructor(
    private readonly database: Database,
    private readonly measures: MeasuresQueries,
    private readonly figures: FiguresQueries,
    private readonly beside: ComparisonsService,
    private readonly modes: OpenModesService,
  ) {}

  /** What there is, and at most three places to start. Who may see it was asked before. @throws not-found */
  async of(actor: Actor, practiceId: string): Promise<FigureChoicesView> {
    return this.database.transaction(actor, async () => {
      const measures = await this.measures.reviewed(actor.regionId);
      const context = await this.figures.context(practiceId);
      const name = found(context.practice, 'practice');
      const counted = context.sets.filter(({ kind }) => kind !== 'list-sizes');
      const usable = measures.filter(({ content }) => counted.some(({ kind }) => kind === content.kind));
      const kinds = [...new Set(usable.map(({ content }) => content.kind))];
      const windows = new Map<string, Window>();
      for (const kind of kinds)
        for (const window of windowsOf(ownersOf(counted.filter((set) => set.kind === kind))))
          windows.set(window.from, window);
      const periods = [...windows.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
      const items = await this.figures.items(kinds);
      const groupIds = context.groups.map(({ id }) => id);
      const named = await this.modes.namedAmong(actor, groupIds);
      const compared = new Set(await this.figures.comparedGroups(groupIds));
      const latest = periods[0];
      return {
        practice: { id: practiceId, name },
        measures: usable.map(({ code, content, overdue }) => ({
          code,
          title: content.title,
          kind: content.kind,
          overdue,
        })),
        items,
        periods,
        groups: context.groups.map((group) => ({
          ...group,
          mode: named.has(group.id) ? 'open' : compared.has(group.id) ? 'pseudonymous' : 'none',
        })),
        suggestions: latest ? await this.suggestions(practiceId, usable, context.sets, items, latest) : [],
      };
    });
  }

  /** Own sums of all items over the newest period beside the region's released rates: two queries and one of list sizes. */
  private async suggestions(
    practiceId: string,
    measures: readonly ReviewedMeasure[],
    sets: readonly StandingSet[],
    items: FigureChoicesView['items'],
    window: Window,
  ): Promise<FigureChoicesView['suggestions']> {
    const listSets = sets.filter(({ kind }) => kind === 'list-sizes');
    const counted = sets.filter(({ kind }) => kind !== 'list-sizes');
    const ask = { sets: counted.map(({ id }) => id), practiceId, ...window };
    const [bodies, atoms, listed] = await Promise.all([
      this.beside.rates(
        measures.map(({ id }) => id),
        window,
      ),
      this.figures.itemSums(ask),
      this.figures.listed({ ...ask, listSets: listSets.map(({ id }) => id) }),
    ]);
    return suggestionsOf({ measures, items, window, rates: bodies, atoms, listed, sets: counted, listSets });
  }
}
