import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import type {
  ActionItemView,
  ActionPageView,
  ActionState,
  InsightView,
  LeftOutcomeView,
  MeetingActionsView,
  MeetingNotesView,
  MeetingOutcomesView,
  NoteView,
  OutcomeAnswer,
  OutcomeKind,
  Page,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { byCursor, pageQuery } from '../../../lib/pages';

/** Under the key of the meeting: its page and its live screen fetch them again when the room says so. */
export const actionsKey = (meetingId: string) => ['meeting', meetingId, 'actions'] as const;
export const notesKey = (meetingId: string) => ['meeting', meetingId, 'notes'] as const;
export const outcomesKey = (meetingId: string) => ['meeting', meetingId, 'outcomes'] as const;
const listKey = ['actions'] as const;

const at = (id: string) => ({ params: { path: { id } } });

export const actionsQuery = (meetingId: string) =>
  queryOptions({
    queryKey: actionsKey(meetingId),
    queryFn: ({ signal }) =>
      view<MeetingActionsView>(api.GET('/api/meetings/{id}/actions', { ...at(meetingId), signal })),
  });

export const notesQuery = (meetingId: string) =>
  queryOptions({
    queryKey: notesKey(meetingId),
    queryFn: ({ signal }) =>
      view<MeetingNotesView>(api.GET('/api/meetings/{id}/notes', { ...at(meetingId), signal })),
  });

export const outcomesQuery = (meetingId: string) =>
  queryOptions({
    queryKey: outcomesKey(meetingId),
    queryFn: ({ signal }) =>
      view<MeetingOutcomesView>(api.GET('/api/meetings/{id}/outcomes', { ...at(meetingId), signal })),
  });

export interface ActionsFilter {
  state?: ActionState;
  groupId?: string;
  mine?: 'true';
}
export const actionListQuery = (filter: ActionsFilter) =>
  infiniteQueryOptions({
    queryKey: [...listKey, filter],
    queryFn: ({ pageParam, signal }) =>
      view<ActionPageView>(
        api.GET('/api/actions', { params: { query: { ...filter, ...pageQuery(pageParam) } }, signal }),
      ),
    ...byCursor,
  });

export const exportHref = (filter: ActionsFilter): string =>
  `/api/actions/export.xlsx?${new URLSearchParams({ ...filter }).toString()}`;

export const leftOutcomesQuery = infiniteQueryOptions({
  queryKey: ['left-outcomes'],
  queryFn: ({ pageParam, signal }) =>
    view<Page<LeftOutcomeView>>(
      api.GET('/api/outcomes', { params: { query: pageQuery(pageParam, 20) }, signal }),
    ),
  ...byCursor,
});

export interface NewAction {
  text: string;
  ownerPracticeId: string;
  ownerId: string | null;
  dueOn: string;
  confirmed: boolean;
}
export type ActionChange = Partial<NewAction> & { state?: ActionState };

/** What somebody does to actions. A failure shows how it stands now, beside why it did not work. */
export function useActionDoors() {
  const client = useQueryClient();
  const stale = (meetingId: string | null) =>
    Promise.all([
      // a change of what was agreed before shows on the page of another meeting too
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'meeting' && queryKey[2] === 'actions' && (!meetingId || queryKey[1] === meetingId),
      }),
      client.invalidateQueries({ queryKey: listKey }),
      client.invalidateQueries({ queryKey: ['home'] }),
    ]);
  const change = async ({ id, version }: Pick<ActionItemView, 'id' | 'version'>, body: ActionChange) => {
    try {
      return await view<ActionItemView>(
        api.PATCH('/api/actions/{actionId}', {
          params: { path: { actionId: id } },
          ...ifMatch(version),
          body,
        }),
      );
    } finally {
      await stale(null);
    }
  };
  return {
    add: async (meetingId: string, body: NewAction) => {
      const added = await view<ActionItemView>(
        api.POST('/api/meetings/{id}/actions', { ...at(meetingId), body }),
      );
      await stale(meetingId);
      return added;
    },
    change,
  };
}

export function useNoteDoors(meetingId: string) {
  const client = useQueryClient();
  const queryKey = notesKey(meetingId);
  const stale = () => client.invalidateQueries({ queryKey });
  return {
    add: async (text: string, confirmed: boolean) => {
      const added = await view<InsightView>(
        api.POST('/api/meetings/{id}/insights', { ...at(meetingId), body: { text, confirmed } }),
      );
      await stale();
      return added;
    },
    change: async (
      { id, version }: Pick<InsightView, 'id' | 'version'>,
      body: { text?: string; removed?: boolean; confirmed?: boolean },
    ) => {
      try {
        const notes = await view<MeetingNotesView>(
          api.PATCH('/api/meetings/{id}/insights/{insightId}', {
            params: { path: { id: meetingId, insightId: id } },
            ...ifMatch(version),
            body,
          }),
        );
        client.setQueryData(queryKey, notes);
      } catch (error) {
        await stale();
        throw error;
      }
    },
  };
}

export const noteDoors = (meetingId: string) => ({
  // `keepalive` lets a save that is on its way arrive when the page is closed
  save: (text: string, version: number, confirmed: boolean) =>
    view<NoteView>(
      api.PUT('/api/meetings/{id}/notes', {
        ...at(meetingId),
        body: { text, version, confirmed },
        keepalive: true,
      }),
    ),
  read: async () => (await view<MeetingNotesView>(api.GET('/api/meetings/{id}/notes', at(meetingId)))).note,
});

export interface NewOutcome {
  kind: OutcomeKind;
  text: string;
  insightId: string | null;
  confirmed: boolean;
}

export function useOutcomeDoors(meetingId: string) {
  const client = useQueryClient();
  const queryKey = outcomesKey(meetingId);
  const send = async (call: Promise<MeetingOutcomesView>) => {
    try {
      client.setQueryData(queryKey, await call);
    } catch (error) {
      await client.invalidateQueries({ queryKey });
      throw error;
    }
  };
  const path = (outcomeId: string) => ({ params: { path: { outcomeId } } });
  return {
    ask: (body: NewOutcome) =>
      send(view<MeetingOutcomesView>(api.POST('/api/meetings/{id}/outcomes', { ...at(meetingId), body }))),
    change: (outcomeId: string, version: number, { kind, text, confirmed }: NewOutcome) =>
      send(
        view<MeetingOutcomesView>(
          api.PATCH('/api/outcomes/{outcomeId}', {
            ...path(outcomeId),
            ...ifMatch(version),
            // where it came from does not change
            body: { kind, text, confirmed },
          }),
        ),
      ),
    withdraw: (outcomeId: string) =>
      send(view<MeetingOutcomesView>(api.DELETE('/api/outcomes/{outcomeId}', path(outcomeId)))),
    answer: async (
      outcomeId: string,
      practiceId: string,
      body: { answer: OutcomeAnswer | null; version: number },
    ) => {
      try {
        // who says yes and closes the page has said yes
        await api.PUT('/api/outcomes/{outcomeId}/answers/{practiceId}', {
          params: { path: { outcomeId, practiceId } },
          body,
          keepalive: true,
        });
      } finally {
        await Promise.all([
          client.invalidateQueries({ queryKey }),
          client.invalidateQueries({ queryKey: ['home'] }),
        ]);
      }
    },
  };
}
