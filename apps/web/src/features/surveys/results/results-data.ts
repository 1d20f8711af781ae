import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  GroupComparisonView,
  ModerationTextView,
  RegressionView,
  ResultsView,
  TrendView,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { campaignKey } from '../survey-data';

const at = (id: string) => ({ path: { id } });

/** `role:practice-holder`; null for everybody. */
export type CutKey = string | null;
export type TrendBy = TrendView['by'];
export interface ComparisonSide {
  campaignId: string;
  cut?: string;
}
/** One of the two is the campaign that the page is about. */
export interface ComparisonWish {
  item: string;
  a: ComparisonSide;
  b: ComparisonSide;
}
export interface RegressionWish {
  outcome: string;
  highFrom: number;
  predictors: string[];
}

/** What was closed does not change any more; only sharing and texts do, and those make it stale themselves. */
const SETTLED = 10 * 60_000;

export const resultsQuery = (id: string, cut: CutKey = null) =>
  queryOptions({
    queryKey: [...campaignKey(id), 'results', cut],
    queryFn: ({ signal }) =>
      view<ResultsView>(
        api.GET('/api/campaigns/{id}/results', {
          params: { ...at(id), query: cut ? { cut } : {} },
          signal,
        }),
      ),
    staleTime: SETTLED,
  });

/** The same while another part is chosen: the page stands still until it is there. */
export const partQuery = (id: string, cut: CutKey) => ({
  ...resultsQuery(id, cut),
  placeholderData: keepPreviousData,
});

export const trendQuery = (questionnaire: string, item: string, by: TrendBy) =>
  queryOptions({
    queryKey: ['campaign-trend', questionnaire, item, by],
    queryFn: ({ signal }) =>
      view<TrendView>(
        api.GET('/api/campaigns/trend', { params: { query: { questionnaire, item, by } }, signal }),
      ),
    staleTime: SETTLED,
    placeholderData: keepPreviousData,
  });

/** The same question has the same answer: it is asked once. */
export const comparisonQuery = (id: string, wish: ComparisonWish) =>
  queryOptions({
    queryKey: ['campaign-analysis', id, 'compare', wish],
    queryFn: ({ signal }) =>
      view<GroupComparisonView>(
        api.POST('/api/campaigns/{id}/compare', { params: at(id), body: wish, signal }),
      ),
    staleTime: SETTLED,
  });

export const regressionQuery = (id: string, wish: RegressionWish) =>
  queryOptions({
    queryKey: ['campaign-analysis', id, 'regression', wish],
    queryFn: ({ signal }) =>
      view<RegressionView>(
        api.POST('/api/campaigns/{id}/regression', { params: at(id), body: wish, signal }),
      ),
    staleTime: SETTLED,
  });

/** Not under the campaign's key: reading originals is logged, so not every change of the campaign reads them again. */
export const textsKey = (id: string) => ['campaign-texts', id] as const;
export const textsQuery = (id: string) =>
  queryOptions({
    queryKey: textsKey(id),
    queryFn: ({ signal }) =>
      view<ModerationTextView[]>(api.GET('/api/campaigns/{id}/texts', { params: at(id), signal })),
  });

/** What somebody decided about one open text. `new` takes a decision back. */
export interface TextDecision {
  state: ModerationTextView['state'];
  shown?: string;
}

export const resultDoors = {
  decide: (id: string, text: ModerationTextView, decision: TextDecision) =>
    view<ModerationTextView>(
      api.PATCH('/api/campaigns/{id}/texts/{textId}', {
        params: { path: { id, textId: text.id } },
        ...ifMatch(text.version),
        body: decision,
      }),
    ),
  share: (id: string, shared: boolean) =>
    api.POST('/api/campaigns/{id}/share', { params: at(id), body: { shared } }),
};

/** Address of the results as a file; the browser keeps it under the server's name. */
export const exportHref = (id: string, format: 'xlsx' | 'csv' | 'pptx'): string =>
  `/api/campaigns/${id}/export?format=${format}`;
