import { queryOptions } from '@tanstack/react-query';
import type { MeasureContent, MeasureDefinitionView, MeasureView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

export const measuresKey = ['measures'] as const;

/** Every measure; drafts only for who writes them. */
export const measuresQuery = queryOptions({
  queryKey: [...measuresKey, 'all'],
  queryFn: ({ signal }) => view<MeasureView[]>(api.GET('/api/measures', { signal })),
});

/** Those that were put away, for who can bring them back. */
export const putAwayQuery = queryOptions({
  queryKey: [...measuresKey, 'away'],
  queryFn: ({ signal }) =>
    view<MeasureView[]>(api.GET('/api/measures', { params: { query: { archived: 'true' } }, signal })),
});

/** A reviewed version, the one that counts now when no number is given. */
export const definitionQuery = (code: string, number: string | null) =>
  queryOptions({
    queryKey: [...measuresKey, 'definition', code, number],
    queryFn: ({ signal }) =>
      view<MeasureDefinitionView>(
        api.GET('/api/measures/{code}/definition', {
          params: { path: { code }, query: number === null ? {} : { number } },
          signal,
        }),
      ),
  });

export const measureQuery = (code: string) =>
  queryOptions({
    queryKey: [...measuresKey, 'one', code],
    queryFn: ({ signal }) =>
      view<MeasureView>(api.GET('/api/measures/{code}', { params: { path: { code } }, signal })),
  });

export const measureDoors = {
  /** A draft of the region's own, as a copy of another measure. */
  create: (body: { code: string; from: string }) => view<MeasureView>(api.POST('/api/measures', { body })),
  /** `version` of the draft; null when this makes one. */
  saveDraft: (id: string, version: number | null, content: MeasureContent) =>
    view<MeasureView>(
      api.PUT('/api/measures/{id}/draft', {
        params: { path: { id } },
        ...(version === null ? {} : ifMatch(version)),
        body: { content: { ...content } },
      }),
    ),
  /** `version` of the draft that is thrown away. */
  discardDraft: (id: string, version: number) =>
    view<undefined>(
      api.DELETE('/api/measures/{id}/draft', { params: { path: { id } }, ...ifMatch(version) }),
    ),
  /** `version` of the measure. */
  archive: (id: string, version: number) =>
    view<MeasureView>(
      api.POST('/api/measures/{id}/archive', { params: { path: { id } }, ...ifMatch(version) }),
    ),
  restore: (id: string, version: number) =>
    view<MeasureView>(
      api.POST('/api/measures/{id}/restore', { params: { path: { id } }, ...ifMatch(version) }),
    ),
  /** `version` of the draft that was read. */
  review: (id: string, version: number) =>
    view<MeasureView>(
      api.POST('/api/measures/{id}/review', { params: { path: { id } }, ...ifMatch(version) }),
    ),
};
