import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupSummaryView, GroupView, Page } from '#libs/contracts';
import { api, ifMatch, view } from '../../lib/api';
import { Problem } from '../../lib/problem';

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['group', id],
    queryFn: ({ signal }) =>
      view<GroupView>(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
  });

/** The reader's own groups: of the practices that the reader works for, and those that the reader leads. */
export const myGroupsQuery = queryOptions({
  queryKey: ['groups', 'mine'],
  queryFn: ({ signal }) =>
    view<Page<GroupSummaryView>>(
      api.GET('/api/groups', { params: { query: { mine: true, limit: 100 } }, signal }),
    ),
});

/** Changes the place of the meeting. When somebody else was first, the new state is fetched before trying again. */
export function useChangeLocation(group: GroupView) {
  const client = useQueryClient();
  const { queryKey } = groupQuery(group.id);
  return useMutation({
    mutationFn: (location: string | null) =>
      view<GroupView>(
        api.PATCH('/api/groups/{id}', {
          params: { path: { id: group.id } },
          body: { location },
          ...ifMatch(group.version),
        }),
      ),
    onSuccess: (changed) => client.setQueryData(queryKey, changed),
    onError: (error) => {
      if (error instanceof Problem && error.code === 'conflict.stale')
        void client.invalidateQueries({ queryKey });
    },
  });
}
