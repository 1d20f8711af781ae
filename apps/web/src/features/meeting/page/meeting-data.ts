import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type {
  MeetingChoicesView,
  MeetingCirclesView,
  MeetingSummaryView,
  MeetingView,
  Page,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { byCursor, pageQuery } from '../../../lib/pages';

/** Everything of one meeting hangs under this key: one call makes all of it stale. */
export const meetingKey = (id: string) => ['meeting', id] as const;
export const meetingsKey = ['meetings'] as const;

const at = (id: string) => ({ params: { path: { id } } });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: [...meetingKey(id), 'page'],
    queryFn: ({ signal }) => view<MeetingView>(api.GET('/api/meetings/{id}', { ...at(id), signal })),
  });

export interface MeetingsFilter {
  when: 'coming' | 'past';
  circle?: 'group' | 'extra';
  mine?: boolean;
}

export const meetingsQuery = (filter: MeetingsFilter) =>
  infiniteQueryOptions({
    queryKey: [...meetingsKey, filter],
    queryFn: ({ pageParam, signal }) =>
      view<Page<MeetingSummaryView>>(
        api.GET('/api/meetings', {
          params: { query: { ...filter, ...pageQuery(pageParam, 30) } },
          signal,
        }),
      ),
    ...byCursor,
  });

/** What the reader can plan: groups, and practices that may call others together. */
export const choicesQuery = queryOptions({
  queryKey: [...meetingsKey, 'choices'],
  queryFn: ({ signal }) => view<MeetingChoicesView>(api.GET('/api/meetings/choices', { signal })),
});

export const circlesQuery = (practiceId: string) =>
  queryOptions({
    queryKey: [...meetingsKey, 'circles', practiceId],
    queryFn: ({ signal }) =>
      view<MeetingCirclesView>(
        api.GET('/api/meetings/circles', { params: { query: { practiceId } }, signal }),
      ),
  });

export interface MeetingFacts {
  title?: string;
  date?: string;
  startTime?: string;
  endTime?: string;
  location?: string | null;
  meetingLink?: string | null;
  mandatory?: boolean;
  practiceIds?: string[];
  confirmed?: boolean;
}
export interface NewMeeting extends MeetingFacts {
  groupId?: string;
  circle?: 'district' | 'fto' | 'dto' | 'other';
  organiserPracticeId?: string;
}

/** What somebody does to meetings. Each answer is how the meeting stands now. */
export function useMeetingChanges() {
  const client = useQueryClient();
  const send = async (id: string | null, call: Promise<MeetingView>) => {
    try {
      const meeting = await call;
      client.setQueryData(meetingQuery(meeting.id).queryKey, meeting);
      void client.invalidateQueries({ queryKey: meetingsKey });
      if (meeting.groupId) void client.invalidateQueries({ queryKey: ['group', meeting.groupId] });
      return meeting;
    } catch (error) {
      // The page shows what happened meanwhile, beside why this did not.
      if (id) void client.invalidateQueries({ queryKey: meetingKey(id) });
      throw error;
    }
  };
  return {
    plan: (body: NewMeeting) => send(null, view<MeetingView>(api.POST('/api/meetings', { body }))),
    change: ({ id, version }: Pick<MeetingView, 'id' | 'version'>, body: MeetingFacts) =>
      send(id, view<MeetingView>(api.PATCH('/api/meetings/{id}', { ...at(id), ...ifMatch(version), body }))),
    cancel: ({ id, version }: Pick<MeetingView, 'id' | 'version'>) =>
      send(id, view<MeetingView>(api.POST('/api/meetings/{id}/cancel', { ...at(id), ...ifMatch(version) }))),
    close: ({ id }: Pick<MeetingView, 'id'>) =>
      send(id, view<MeetingView>(api.POST('/api/meetings/{id}/close', at(id)))),
  };
}
