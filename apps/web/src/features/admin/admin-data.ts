import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AuditEntryView,
  GroupSummaryView,
  MailState,
  MailView,
  Page,
  PersonView,
  PracticeView,
  RegionView,
  Role,
} from '#libs/contracts';
import { api, view } from '../../lib/api';
import { byCursor, everyItem, pageQuery } from '../../lib/pages';

export const peopleKey = ['people'] as const;

export const peoplePages = (filter: { q?: string; role?: Role }) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      view<Page<PersonView>>(
        api.GET('/api/people', { params: { query: { ...filter, ...pageQuery(pageParam) } }, signal }),
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'one', id],
    queryFn: ({ signal }) =>
      view<PersonView>(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });

export const regionQuery = queryOptions({
  queryKey: ['region'],
  queryFn: ({ signal }) => view<RegionView>(api.GET('/api/region', { signal })),
  staleTime: 0,
});

export const mailsKey = ['mails'] as const;

export const mailPages = (state: MailState | null) =>
  infiniteQueryOptions({
    queryKey: [...mailsKey, state],
    queryFn: ({ pageParam, signal }) =>
      view<Page<MailView>>(
        api.GET('/api/mails', {
          params: { query: { ...pageQuery(pageParam), ...(state && { state }) } },
          signal,
        }),
      ),
    ...byCursor,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

export const auditPages = (subjectId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['audit', subjectId],
    queryFn: ({ pageParam, signal }) =>
      view<Page<AuditEntryView>>(
        api.GET('/api/audit', {
          params: { query: { ...pageQuery(pageParam), ...(subjectId && { subjectId }) } },
          signal,
        }),
      ),
    ...byCursor,
    staleTime: 5_000,
  });

/** All practices, the closed ones too: for choosing one and for naming what a line of the log is about. */
export const allPracticesQuery = queryOptions({
  queryKey: ['practices', 'also-closed'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<PracticeView>>(
        api.GET('/api/practices', { params: { query: { ...query, archived: 'all' } }, signal }),
      ),
    ),
  staleTime: 5 * 60_000,
});

export const allGroupsQuery = queryOptions({
  queryKey: ['groups', 'scopes'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<GroupSummaryView>>(api.GET('/api/groups', { params: { query: { ...query } }, signal })),
    ),
  staleTime: 5 * 60_000,
});
