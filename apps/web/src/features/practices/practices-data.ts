import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page, PracticeDetailView, PracticeView } from '#libs/contracts';
import { api, view } from '../../lib/api';
import { byCursor, everyItem, pageQuery } from '../../lib/pages';

/** Everything about practices hangs under this key: one call makes all of it stale. */
export const practicesKey = ['practices'] as const;

const SORTS = [
  'name',
  'agb',
  'town',
  'district',
  'listSize',
  'startQuarter',
  'startWave',
  'consultant',
  'motivation',
] as const;
type SortColumn = (typeof SORTS)[number];
export type PracticeSort = SortColumn | `-${SortColumn}`;

/** An order the server knows; anything else in the address is no order. */
export function asSort(text: string | null): PracticeSort | null {
  const column = text?.replace(/^-/, '');
  return SORTS.some((one) => one === column) ? (text as PracticeSort) : null;
}

export interface PracticeFilter {
  q?: string;
  district?: string;
  archived?: 'true';
  /** A column of the server, with `-` in front for descending. */
  sort?: PracticeSort;
}

export const practicePages = (filter: PracticeFilter) =>
  infiniteQueryOptions({
    queryKey: [...practicesKey, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      view<Page<PracticeView>>(
        api.GET('/api/practices', { params: { query: { ...filter, ...pageQuery(pageParam, 100) } }, signal }),
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
  });

export const districtsQuery = queryOptions({
  queryKey: [...practicesKey, 'districts'],
  queryFn: ({ signal }) => view<string[]>(api.GET('/api/practices/districts', { signal })),
});

export const practiceQuery = (id: string) =>
  queryOptions({
    queryKey: [...practicesKey, 'one', id],
    queryFn: ({ signal }) =>
      view<PracticeDetailView>(api.GET('/api/practices/{id}', { params: { path: { id } }, signal })),
  });

/** All practices that are not closed, for choosing one. */
export const openPracticesQuery = queryOptions({
  queryKey: [...practicesKey, 'all'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<PracticeView>>(api.GET('/api/practices', { params: { query: { ...query } }, signal })),
    ),
});

/** Address of the file with what the filter shows; the browser keeps it under the server's name. */
export function exportHref(kind: 'xlsx' | 'csv', filter: PracticeFilter): string {
  const query = new URLSearchParams({ ...filter } as Record<string, string>).toString();
  return `/api/practices/export.${kind}${query ? `?${query}` : ''}`;
}
