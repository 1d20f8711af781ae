import { queryOptions } from '@tanstack/react-query';
import type { AttendeeKind, PracticeQuestionsView, PracticeSessionView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

const BASE = '/api/dialogue-sessions/{id}/practices/{practiceId}';

/** A practice and a session: what every call on this page is about. */
export interface At {
  sessionId: string;
  practiceId: string;
}
const path = ({ sessionId, practiceId }: At) => ({ id: sessionId, practiceId });

/** Everything of one practice at one session hangs under this key. */
export const practiceSessionKey = ({ sessionId, practiceId }: At) =>
  ['dialogue-practice', sessionId, practiceId] as const;

export const practiceSessionQuery = (at: At) =>
  queryOptions({
    queryKey: [...practiceSessionKey(at), 'session'],
    queryFn: ({ signal }) => view<PracticeSessionView>(api.GET(BASE, { params: { path: path(at) }, signal })),
  });

export const practiceQuestionsQuery = (at: At) =>
  queryOptions({
    queryKey: [...practiceSessionKey(at), 'questions'],
    queryFn: ({ signal }) =>
      view<PracticeQuestionsView>(api.GET(`${BASE}/questions`, { params: { path: path(at) }, signal })),
  });

/** Who goes: somebody of the practice, or a new colleague. */
export type Goer = { personId: string } | { person: { name: string; email: string; jobTitle?: string } };

export const practiceDoors = {
  /** `version` of the registration; 0 where there is none. */
  register: (at: At, version: number, goer: Goer, attendeeKind: AttendeeKind) =>
    view<PracticeSessionView>(
      api.PUT(`${BASE}/registration`, {
        params: { path: path(at) },
        ...ifMatch(version),
        body: { ...goer, attendeeKind },
      }),
    ),
  excuse: (at: At, version: number, reason: string, confirmed: boolean) =>
    view<PracticeSessionView>(
      api.POST(`${BASE}/registration/excuse`, {
        params: { path: path(at) },
        ...ifMatch(version),
        body: { reason, confirmed },
      }),
    ),
  ask: (at: At, text: string, confirmed: boolean) =>
    view<PracticeQuestionsView>(
      api.POST(`${BASE}/questions`, { params: { path: path(at) }, body: { text, confirmed } }),
    ),
  reword: (at: At, questionId: string, version: number, text: string, confirmed: boolean) =>
    view<PracticeQuestionsView>(
      api.PATCH(`${BASE}/questions/{questionId}`, {
        params: { path: { ...path(at), questionId } },
        ...ifMatch(version),
        body: { text, confirmed },
      }),
    ),
  takeBack: (at: At, questionId: string) =>
    view<PracticeQuestionsView>(
      api.DELETE(`${BASE}/questions/{questionId}`, { params: { path: { ...path(at), questionId } } }),
    ),
  select: (at: At, questionId: string, confirmed: boolean) =>
    view<PracticeQuestionsView>(
      api.POST(`${BASE}/questions/{questionId}/select`, {
        params: { path: { ...path(at), questionId } },
        body: { confirmed },
      }),
    ),
  endorse: (at: At, questionId: string, on: boolean) => {
    const params = { path: { ...path(at), questionId } };
    return view<PracticeQuestionsView>(
      on
        ? api.PUT(`${BASE}/endorsements/{questionId}`, { params })
        : api.DELETE(`${BASE}/endorsements/{questionId}`, { params }),
    );
  },
  makeInbox: (at: At) =>
    view<PracticeQuestionsView>(api.POST(`${BASE}/inbox`, { params: { path: path(at) } })),
  closeInbox: (at: At) =>
    view<PracticeQuestionsView>(api.DELETE(`${BASE}/inbox`, { params: { path: path(at) } })),
};
