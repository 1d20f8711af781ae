import { type QueryClient, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  DataSetRefusalView,
  DataSetSummaryView,
  DataSetView,
  DataSourceView,
  ExtractField,
  ExtractKind,
  ExtractLookView,
  ExtractReading,
  FigureRemarkView,
  Page,
  PrivacyTestView,
  ReleaseView,
  SourceQuality,
} from '#libs/contracts';
import { api, fileBody, ifMatch, view } from '../../../lib/api';
import { byCursor, everyItem, pageQuery } from '../../../lib/pages';

const at = (id: string) => ({ params: { path: { id } } });

export const dataSetsKey = ['data-sets'] as const;
/** Everything of one data set hangs under this key. */
export const dataSetKey = (id: string) => ['data-set', id] as const;
export const sourcesKey = ['data-sources'] as const;
export const releasesKey = ['releases'] as const;
export const remarksKey = ['figure-remarks'] as const;

export const dataSetsQuery = queryOptions({
  queryKey: dataSetsKey,
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<DataSetSummaryView>>(api.GET('/api/data-sets', { params: { query }, signal })),
    ),
  // A list with something on its way is asked for again: its room belongs to one data set.
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'loading') ? 4_000 : false),
});

export const dataSetQuery = (id: string) =>
  queryOptions({
    queryKey: [...dataSetKey(id), 'view'],
    queryFn: ({ signal }) => view<DataSetView>(api.GET('/api/data-sets/{id}', { ...at(id), signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'loading' ? 2_000 : false),
  });

/** What was tried before approval; `none` when nobody asked for it. */
export const privacyTestQuery = (id: string) =>
  queryOptions({
    queryKey: [...dataSetKey(id), 'privacy-test'],
    queryFn: ({ signal }) =>
      view<PrivacyTestView>(api.GET('/api/data-sets/{id}/privacy-test', { ...at(id), signal })),
    // Its facts come over the socket; this is for when that is away.
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'running' ? 5_000 : false,
  });

export const refusalPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...dataSetKey(id), 'refusals'],
    queryFn: ({ pageParam, signal }) =>
      view<Page<DataSetRefusalView>>(
        api.GET('/api/data-sets/{id}/refusals', {
          params: { path: { id }, query: { ...pageQuery(pageParam, 10) } },
          signal,
        }),
      ),
    ...byCursor,
  });

export const sourcesQuery = queryOptions({
  queryKey: sourcesKey,
  queryFn: ({ signal }) => view<DataSourceView[]>(api.GET('/api/data-sources', { signal })),
});

export const releasesQuery = queryOptions({
  queryKey: releasesKey,
  queryFn: ({ signal }) =>
    everyItem((query) => view<Page<ReleaseView>>(api.GET('/api/releases', { params: { query }, signal }))),
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'preparing') ? 3_000 : false),
  staleTime: 5_000,
});

export const remarksQuery = queryOptions({
  queryKey: remarksKey,
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<FigureRemarkView>>(api.GET('/api/figure-remarks', { params: { query }, signal })),
    ),
  staleTime: 5_000,
});

export interface SourceWish {
  name: string;
  system: string;
  supplier: string;
  kind: ExtractKind;
  quality: SourceQuality;
  qualityNote: string | null;
  latePercent: number | null;
  limitations: string[];
  /** What the source calls a practice → id of the practice. */
  aliases: Record<string, string>;
}
export const sourceDoors = {
  create: (body: SourceWish) => view<DataSourceView>(api.POST('/api/data-sources', { body })),
  /** What is counted cannot change once there are data sets: the figures would mean something else. */
  change: (id: string, version: number, body: Omit<SourceWish, 'kind'>) =>
    view<DataSourceView>(api.PATCH('/api/data-sources/{id}', { ...at(id), ...ifMatch(version), body })),
  /** Put away: no longer offered, what was loaded stays. */
  archive: (id: string, version: number) =>
    view<DataSourceView>(
      api.PATCH('/api/data-sources/{id}', { ...at(id), ...ifMatch(version), body: { archived: true } }),
    ),
  look: (id: string, file: File) =>
    view<ExtractLookView>(api.POST('/api/data-sources/{id}/look', { ...at(id), ...fileBody(file) })),
};

export interface DataSetWish {
  fileName: string;
  bytes: number;
  /** Index of the heading → field. */
  mapping: Record<number, ExtractField>;
  reading: ExtractReading;
  /** When the file was made, ISO, for a file that does not say so. */
  extractAt?: string;
  supersedes?: string;
  why?: string;
}
export const dataSetDoors = {
  begin: (sourceId: string, body: DataSetWish) =>
    view<DataSetView>(api.POST('/api/data-sources/{id}/data-sets', { ...at(sourceId), body })),
  approve: (id: string, version: number) =>
    view<DataSetView>(api.POST('/api/data-sets/{id}/approve', { ...at(id), ...ifMatch(version) })),
  refuse: (id: string, version: number, why: string) =>
    view<DataSetView>(
      api.POST('/api/data-sets/{id}/refuse', { ...at(id), ...ifMatch(version), body: { why } }),
    ),
  withdraw: (id: string, version: number, why: string) =>
    view<DataSetView>(
      api.POST('/api/data-sets/{id}/withdraw', { ...at(id), ...ifMatch(version), body: { why } }),
    ),
  privacyTest: (id: string) =>
    view<PrivacyTestView>(api.POST('/api/data-sets/{id}/privacy-test', { ...at(id) })),
  stopPrivacyTest: (id: string) =>
    view<PrivacyTestView>(api.DELETE('/api/data-sets/{id}/privacy-test', { ...at(id) })),
};
export const refusalsHref = (id: string) => `/api/data-sets/${id}/refusals?format=csv`;

export const withdrawRelease = (id: string, version: number, why: string) =>
  view<ReleaseView>(
    api.POST('/api/releases/{id}/withdraw', { ...at(id), ...ifMatch(version), body: { why } }),
  );

export type RemarkAnswer = Extract<FigureRemarkView['state'], 'answered' | 'accepted' | 'declined'>;
export interface RemarkReply {
  state: RemarkAnswer;
  answer: string;
  /** The warnings of the text guard were read. */
  confirmed?: boolean;
}
export const answerRemark = (id: string, version: number, body: RemarkReply) =>
  view<FigureRemarkView>(
    api.POST('/api/figure-remarks/{id}/answer', { ...at(id), ...ifMatch(version), body }),
  );

/** Puts a data set that the server answered with where the pages read it. */
export function keepDataSet(client: QueryClient, next: DataSetView): void {
  client.setQueryData(dataSetQuery(next.id).queryKey, next);
  void client.invalidateQueries({ queryKey: dataSetsKey });
}
