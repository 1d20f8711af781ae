import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportRowView, ImportVerdict, ImportView, Page } from '#libs/contracts';
import { api, view } from '../../../lib/api';
import { byCursor, pageQuery } from '../../../lib/pages';

export type QuestionKind = NonNullable<ImportRowView['question']>['kind'];

/** Everything of one import hangs under this key. */
export const importKey = (id: string) => ['import', id] as const;

export const latestImportQuery = queryOptions({
  queryKey: ['import', 'latest'],
  queryFn: ({ signal }) => view<ImportView | null>(api.GET('/api/imports/latest', { signal })),
  staleTime: 0,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...importKey(id), 'view'],
    queryFn: ({ signal }) =>
      view<ImportView>(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
  });

export const importRows = (id: string, verdict: ImportVerdict | null) =>
  infiniteQueryOptions({
    queryKey: [...importKey(id), 'rows', verdict],
    queryFn: ({ pageParam, signal }) =>
      view<Page<ImportRowView>>(
        api.GET('/api/imports/{id}/rows', {
          params: { path: { id }, query: { ...pageQuery(pageParam, 100), ...(verdict && { verdict }) } },
          signal,
        }),
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
