import { queryOptions } from '@tanstack/react-query';
import type { MeasureContent, MeasureView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

type Call = (path: string, init?: object) => Promise<{ data?: unknown }>;
/** Doors that the generated contract does not name yet; the same client, so the same rules. */
const doors = api as unknown as Record<'GET' | 'POST' | 'PUT', Call>;

export const measuresKey = ['measures'] as const;

/** Every measure; drafts only for who writes them. */
export const measuresQuery = queryOptions({
  queryKey: [...measuresKey, 'all'],
  queryFn: ({ signal }) => view<MeasureView[]>(doors.GET('/api/measures', { signal })),
});

export const measureQuery = (code: string) =>
  queryOptions({
    queryKey: [...measuresKey, 'one', code],
    queryFn: ({ signal }) =>
      view<MeasureView>(doors.GET('/api/measures/{code}', { params: { path: { code } }, signal })),
  });

export const measureDoors = {
  /** A draft of the region's own, as a copy of another measure. */
  create: (body: { code: string; from: string }) => view<MeasureView>(doors.POST('/api/measures', { body })),
  /** `version` of the draft; null when this makes one. */
  saveDraft: (id: string, version: number | null, content: MeasureContent) =>
    view<MeasureView>(
      doors.PUT('/api/measures/{id}/draft', {
        params: { path: { id } },
        ...(version === null ? {} : ifMatch(version)),
        body: { content },
      }),
    ),
  /** `version` of the draft that was read. */
  review: (id: string, version: number) =>
    view<MeasureView>(
      doors.POST('/api/measures/{id}/review', { params: { path: { id } }, ...ifMatch(version) }),
    ),
};
