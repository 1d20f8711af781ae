import { queryOptions } from '@tanstack/react-query';
import type {
  AccreditationLayout,
  DepartmentView,
  DialogueSessionSummaryView,
  DialogueSessionView,
  DialogueSettingsView,
  Page,
  SessionDoorView,
  SessionHearerView,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { everyItem } from '../../../lib/pages';

/** Everything of one session hangs under this key: one call makes all of it stale. */
export const sessionKey = (id: string) => ['dialogue-session', id] as const;

export const sessionsQuery = queryOptions({
  queryKey: ['dialogue-sessions'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<DialogueSessionSummaryView>>(
        api.GET('/api/dialogue-sessions', { params: { query }, signal }),
      ),
    ),
});

const at = (id: string) => ({ params: { path: { id } } });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: [...sessionKey(id), 'organiser'],
    queryFn: ({ signal }) =>
      view<DialogueSessionView>(api.GET('/api/dialogue-sessions/{id}', { ...at(id), signal })),
  });

export const doorQuery = (id: string) =>
  queryOptions({
    queryKey: [...sessionKey(id), 'door'],
    queryFn: ({ signal }) =>
      view<SessionDoorView>(api.GET('/api/dialogue-sessions/{id}/door', { ...at(id), signal })),
  });

export const hearersQuery = (id: string) =>
  queryOptions({
    queryKey: [...sessionKey(id), 'hearers'],
    queryFn: ({ signal }) =>
      view<SessionHearerView[]>(api.GET('/api/dialogue-sessions/{id}/hearers', { ...at(id), signal })),
    staleTime: 0,
  });

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => view<DepartmentView[]>(api.GET('/api/departments', { signal })),
});

export const settingsQuery = queryOptions({
  queryKey: ['dialogue-settings'],
  queryFn: ({ signal }) => view<DialogueSettingsView>(api.GET('/api/dialogue-settings', { signal })),
});

export interface SessionChange {
  title?: string;
  introduction?: string | null;
  meetingLink?: string | null;
  places?: number | null;
  moderated?: boolean;
  talkOn?: string | null;
  activityId?: string | null;
  accreditedHours?: number | null;
  date?: string;
  startTime?: string;
  endTime?: string;
  confirmed?: boolean;
}
const step = (id: string, stepId: string) => ({ params: { path: { id, stepId } } });

export const sessionDoors = {
  create: (body: {
    departmentId: string;
    title?: string;
    date: string;
    startTime: string;
    endTime: string;
    confirmed?: boolean;
  }) => view<DialogueSessionView>(api.POST('/api/dialogue-sessions', { body })),
  change: (id: string, version: number, body: SessionChange) =>
    view<DialogueSessionView>(
      api.PATCH('/api/dialogue-sessions/{id}', { ...at(id), ...ifMatch(version), body }),
    ),
  cancel: (id: string, version: number) =>
    view<DialogueSessionView>(
      api.POST('/api/dialogue-sessions/{id}/cancel', { ...at(id), ...ifMatch(version) }),
    ),
  addSpecialist: (id: string, body: { name: string; email: string }) =>
    view<DialogueSessionView>(api.POST('/api/dialogue-sessions/{id}/specialists', { ...at(id), body })),
  removeSpecialist: (id: string, personId: string) =>
    view<DialogueSessionView>(
      api.DELETE('/api/dialogue-sessions/{id}/specialists/{personId}', {
        params: { path: { id, personId } },
      }),
    ),
  step: (
    id: string,
    stepId: string,
    version: number,
    body: { dueAt?: string; state?: 'planned' | 'stopped' },
  ) =>
    view<DialogueSessionView>(
      api.PATCH('/api/dialogue-sessions/{id}/steps/{stepId}', {
        ...step(id, stepId),
        ...ifMatch(version),
        body,
      }),
    ),
  doNow: (id: string, stepId: string, version: number) =>
    view<DialogueSessionView>(
      api.POST('/api/dialogue-sessions/{id}/steps/{stepId}/do-now', {
        ...step(id, stepId),
        ...ifMatch(version),
      }),
    ),
};

export const changeSettings = (
  version: number,
  body: {
    timeline?: Partial<DialogueSettingsView['timeline']>;
    accreditation?: AccreditationLayout;
    planned?: boolean;
  },
) => view<DialogueSettingsView>(api.PATCH('/api/dialogue-settings', { ...ifMatch(version), body }));
