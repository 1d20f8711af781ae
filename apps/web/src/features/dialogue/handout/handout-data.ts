import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { HandoutRecipientsView, HandoutsView, HandoutView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

const PATH = '/api/dialogue-sessions/{id}/handout';
const at = (id: string) => ({ params: { path: { id } } });

export const handoutKey = (id: string) => ['handout', id] as const;
export const handoutQuery = (id: string) =>
  queryOptions({
    queryKey: handoutKey(id),
    queryFn: ({ signal }) => view<HandoutView>(api.GET(PATH, { ...at(id), signal })),
  });

/** Who will get a mail; asked anew whenever the confirmation opens. */
export const recipientsQuery = (id: string) =>
  queryOptions({
    queryKey: [...handoutKey(id), 'recipients'],
    queryFn: ({ signal }) =>
      view<HandoutRecipientsView>(api.GET(`${PATH}/recipients`, { ...at(id), signal })),
    staleTime: 0,
  });

export interface HandoutSearch {
  q: string;
  department: string | null;
  year: number | null;
}
export const handoutsQuery = ({ q, department, year }: HandoutSearch) =>
  infiniteQueryOptions({
    queryKey: ['handouts', q, department, year],
    queryFn: ({ pageParam, signal }) =>
      view<HandoutsView>(
        api.GET('/api/handouts', {
          params: {
            query: {
              limit: 20,
              ...(q === '' ? {} : { q }),
              ...(department ? { department } : {}),
              ...(year ? { year } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const handoutDoors = {
  make: (id: string) => view<HandoutView>(api.POST(PATH, at(id))),
  change: (id: string, version: number, body: object) =>
    view<HandoutView>(api.PATCH(PATH, { ...at(id), ...ifMatch(version), body, keepalive: true })),
  sendToCheck: (id: string, version: number) =>
    view<HandoutView>(api.POST(`${PATH}/send-to-check`, { ...at(id), ...ifMatch(version), body: {} })),
  check: (id: string, body: { note?: string; confirmed?: boolean }) =>
    view<HandoutView>(api.POST(`${PATH}/check`, { ...at(id), body })),
  publish: (id: string, version: number) =>
    view<HandoutView>(api.POST(`${PATH}/publish`, { ...at(id), ...ifMatch(version) })),
  retract: (id: string, version: number) =>
    view<HandoutView>(api.POST(`${PATH}/retract`, { ...at(id), ...ifMatch(version) })),
};

export const fileHref = (id: string, ending: 'pdf' | 'docx') =>
  `/api/dialogue-sessions/${id}/handout.${ending}`;
export const attachmentHref = (id: string, fileId: string) => `/api/dialogue-sessions/${id}/files/${fileId}`;
export const readPath = (id: string) => `/naslagwerk/${id}`;
