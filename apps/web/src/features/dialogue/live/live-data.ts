import { queryOptions } from '@tanstack/react-query';
import type {
  FollowUpStep,
  LiveAction,
  LiveAudience,
  OwnLiveView,
  QuestionAnswerView,
  ReferralTiming,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { asProblem } from '../../../lib/problem';
import type { LiveScreen } from '#libs/contracts';
import type { Outgoing } from './follow-up-outbox';

export const liveKey = (id: string, audience: LiveAudience) => ['live', id, audience] as const;

/** The room as one audience sees it; from there on its facts come over the socket. */
export const liveQuery = (id: string, audience: LiveAudience) =>
  queryOptions({
    queryKey: liveKey(id, audience),
    queryFn: ({ signal }) =>
      view<LiveScreen>(
        api.GET('/api/dialogue-sessions/{id}/live', {
          params: { path: { id }, query: { as: audience } },
          signal,
        }),
      ),
    staleTime: Infinity,
    // before the room is open there is nothing to hear: look again now and then
    refetchInterval: (query) =>
      query.state.error && asProblem(query.state.error).code === 'live.not-open' ? 10_000 : false,
  });

export interface ActionWish {
  do: LiveAction;
  questionId?: string | null;
  partId?: string | null;
  targetId?: string;
  minutes?: number;
}
export interface AnswerPart {
  timing?: ReferralTiming | null;
  tooEarly?: string;
  onTime?: string;
  tooLate?: string;
  note?: string;
  confirmed: boolean;
}

/** Everything that is pressed in the room of one session. */
export function liveDoors(id: string) {
  const followUp = (followUpId: string) => ({ params: { path: { id, followUpId } } });
  const person = (personId: string) => ({ params: { path: { id, personId } } });
  return {
    open: () => view<void>(api.POST('/api/dialogue-sessions/{id}/live/open', { params: { path: { id } } })),
    act: (body: ActionWish) =>
      view<void>(api.POST('/api/dialogue-sessions/{id}/live/actions', { params: { path: { id } }, body })),
    answer: (questionId: string, body: AnswerPart, version: number) =>
      view<QuestionAnswerView>(
        api.PUT('/api/dialogue-sessions/{id}/live/answers/{questionId}', {
          params: { path: { id, questionId } },
          body,
          ...ifMatch(version),
        }),
      ),
    ask: (body: Outgoing) =>
      view<OwnLiveView>(
        api.POST('/api/dialogue-sessions/{id}/live/follow-ups', { params: { path: { id } }, body }),
      ),
    join: (followUpId: string, joins: boolean) =>
      view<OwnLiveView>(
        joins
          ? api.PUT(
              '/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}/endorsement',
              followUp(followUpId),
            )
          : api.DELETE(
              '/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}/endorsement',
              followUp(followUpId),
            ),
      ),
    takeBack: (followUpId: string) =>
      view<OwnLiveView>(
        api.DELETE('/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}', followUp(followUpId)),
      ),
    handle: (followUpId: string, body: { state?: FollowUpStep; note?: string; confirmed: boolean }) =>
      view<void>(
        api.PATCH('/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}', {
          ...followUp(followUpId),
          body,
        }),
      ),
    remove: (personId: string) =>
      view<void>(api.POST('/api/dialogue-sessions/{id}/live/people/{personId}/remove', person(personId))),
    readmit: (personId: string) =>
      view<void>(api.POST('/api/dialogue-sessions/{id}/live/people/{personId}/readmit', person(personId))),
  };
}
export type LiveDoors = ReturnType<typeof liveDoors>;
