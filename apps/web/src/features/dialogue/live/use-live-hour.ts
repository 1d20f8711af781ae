import { useQueryClient } from '@tanstack/react-query';
import {
  applyFact,
  applyOwn,
  type LiveAudience,
  type LiveFactContent,
  liveRoom,
  type LiveScreen,
  type OwnLiveView,
  type ParticipantLiveView,
} from '#libs/contracts';
import { type LiveView, useLiveView } from '../../../lib/use-live-view';
import { liveKey, liveQuery } from './live-data';

export interface LiveHour<View extends LiveScreen> extends LiveView<View> {
  /** Takes over what the server answered about one's own questions. */
  takeOwn: (own: OwnLiveView) => void;
}

/** The room of a session as one audience sees it. */
export function useLiveHour<View extends LiveScreen>(
  sessionId: string,
  audience: LiveAudience,
): LiveHour<View> {
  const client = useQueryClient();
  const key = liveKey(sessionId, audience);
  const live = useLiveView<LiveScreen, LiveFactContent, ReturnType<typeof liveKey>>({
    query: liveQuery(sessionId, audience),
    room: () => liveRoom(sessionId, audience),
    apply: applyFact,
  });
  return {
    ...live,
    view: live.view as View | undefined,
    takeOwn: (own) => {
      const view = client.getQueryData<ParticipantLiveView>(key);
      const next = view && applyOwn(view, own);
      if (next) client.setQueryData(key, next);
      else void client.invalidateQueries({ queryKey: key });
    },
  };
}
