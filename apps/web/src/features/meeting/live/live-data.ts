import { queryOptions } from '@tanstack/react-query';
import type {
  MeetingAudience,
  MeetingInputView,
  MeetingLiveAction,
  MeetingLiveSetupView,
  MeetingRole,
  MeetingScreen,
} from '#libs/contracts';
import { api, view } from '../../../lib/api';
import type { Whose } from './shelf';
import type { WrittenBody } from './written-text';

const at = (id: string) => ({ params: { path: { id } } });
const LOOK_AGAIN = 10_000;

export const setupKey = (id: string) => ['meeting-live', id, 'setup'] as const;
export const liveKey = (id: string, audience: MeetingAudience) => ['meeting-live', id, audience] as const;

/** Whether it is open, and what is chosen before it is. Looked at again until it is open: there is nothing to hear yet. */
export const setupQuery = (id: string) =>
  queryOptions({
    queryKey: setupKey(id),
    queryFn: ({ signal }) =>
      view<MeetingLiveSetupView>(api.GET('/api/meetings/{id}/live/setup', { ...at(id), signal })),
    refetchInterval: ({ state: { data } }) => (data && !data.open && !data.ended ? LOOK_AGAIN : false),
  });

/** The room as one audience sees it; from there on its facts come over the socket. */
export const liveQuery = (id: string, audience: MeetingAudience) =>
  queryOptions({
    queryKey: liveKey(id, audience),
    queryFn: ({ signal }) =>
      view<MeetingScreen>(
        api.GET('/api/meetings/{id}/live', { params: { path: { id }, query: { as: audience } }, signal }),
      ),
    staleTime: Infinity,
  });

export interface RoleWish {
  role: MeetingRole;
  practiceId: string | null;
}
export interface ActionWish {
  do: MeetingLiveAction;
  stepId: string | null;
  targetId?: string;
  minutes?: number;
}

/** Everything that is pressed and written in the room of one meeting. */
export function liveDoors(id: string) {
  const person = (personId: string) => ({ params: { path: { id, personId } } });
  const step = (stepId: string) => ({ params: { path: { id, stepId } } });
  return {
    open: (body: { methodId: string; minutes?: number; roles: RoleWish[] }) =>
      view<void>(api.POST('/api/meetings/{id}/live/open', { ...at(id), body })),
    act: (body: ActionWish) => view<void>(api.POST('/api/meetings/{id}/live/actions', { ...at(id), body })),
    roles: (roles: RoleWish[]) =>
      view<void>(api.PUT('/api/meetings/{id}/live/roles', { ...at(id), body: { roles } })),
    write: (stepId: string, body: WrittenBody & { for: Whose }) =>
      view<MeetingInputView>(api.PUT('/api/meetings/{id}/live/input/{stepId}', { ...step(stepId), body })),
    show: (stepId: string) => view<void>(api.POST('/api/meetings/{id}/live/show/{stepId}', step(stepId))),
    remove: (personId: string) =>
      view<void>(api.POST('/api/meetings/{id}/live/people/{personId}/remove', person(personId))),
    readmit: (personId: string) =>
      view<void>(api.POST('/api/meetings/{id}/live/people/{personId}/readmit', person(personId))),
  };
}
