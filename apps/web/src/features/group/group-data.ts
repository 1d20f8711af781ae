import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupMeetingView, GroupSummaryView, GroupView, MeetingView, Page } from '#libs/contracts';
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

/** Changes the place of a meeting. When somebody else was first, the new state is fetched before trying again. */
export function useChangeLocation(group: GroupView, meeting: GroupMeetingView) {
  const client = useQueryClient();
  const { queryKey } = groupQuery(group.id);
  return useMutation({
    mutationFn: (change: { location: string | null; confirmed: boolean }) =>
      view<MeetingView>(
        api.PATCH('/api/meetings/{id}', {
          params: { path: { id: meeting.id } },
          body: change,
          ...ifMatch(meeting.version),
        }),
      ),
    onSuccess: ({ location, version }) =>
      client.setQueryData(queryKey, (known) =>
        known
          ? {
              ...known,
              meetings: known.meetings.map((one) =>
                one.id === meeting.id ? { ...one, location, version } : one,
              ),
            }
          : known,
      ),
    onError: (error) => {
      if (error instanceof Problem && error.code === 'conflict.stale')
        void client.invalidateQueries({ queryKey });
    },
  });
}

/** True until a meeting is over, also as long as its date is asked for. */
export const isComing = ({ state, endsAt }: GroupMeetingView, now: number): boolean =>
  state === 'polling' || (state === 'planned' && endsAt !== null && Date.parse(endsAt) > now);

/** The meeting that comes next, or else the last that was; those that come later, and those that were, latest first. */
export function meetingsOf(group: GroupView, now: number) {
  const coming = group.meetings.filter((meeting) => isComing(meeting, now));
  const past = group.meetings.filter((meeting) => !coming.includes(meeting)).reverse();
  const [shown = past[0] ?? null] = coming;
  return { shown, coming: coming.slice(1), past: past.filter((meeting) => meeting !== shown) };
}
