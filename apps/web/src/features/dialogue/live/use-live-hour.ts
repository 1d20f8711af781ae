import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { liveRoom, type LiveAudience, type OwnLiveView, type ParticipantLiveView } from '#libs/contracts';
import { useLiveRoom, type LiveRoomState } from '../../../lib/live-room';
import { asProblem } from '../../../lib/problem';
import { applyFact, applyOwn, type LiveFactContent, type LiveScreen } from '#libs/contracts';
import { liveKey, liveQuery } from './live-data';

export interface LiveHour<View extends LiveScreen> {
  /** The room as it is; undefined while it is on its way. */
  view: View | undefined;
  /** Why this person is not in the room; null while they are. */
  refusal: unknown;
  connection: LiveRoomState['connection'];
  /** What this device's clock is off by, in ms. */
  offset: number;
  /** Reads the room again, and knocks again where the door was shut. */
  reread: () => void;
  /** Takes over what the server answered about one's own questions. */
  takeOwn: (own: OwnLiveView) => void;
}

/** A room as one audience sees it: read once, and from there on told what changes, in order. */
export function useLiveHour<View extends LiveScreen>(
  sessionId: string,
  audience: LiveAudience,
): LiveHour<View> {
  const client = useQueryClient();
  const key = liveKey(sessionId, audience);
  const { data, error } = useQuery(liveQuery(sessionId, audience));
  const problem = error ? asProblem(error) : null;
  const refused = problem !== null && (problem.status >= 400 && problem.status < 500 ? true : !data);
  const enters = !refused || problem?.code === 'live.not-open';
  const fetchAgain = () => void client.invalidateQueries({ queryKey: key });
  const room = useLiveRoom<LiveFactContent>(enters ? liveRoom(sessionId, audience) : null, {
    version: data?.version ?? null,
    onFact: (fact, version) =>
      client.setQueryData<LiveScreen>(key, (view) => view && { ...applyFact(view, fact), version }),
    onGap: fetchAgain,
  });
  const askWhy = useEffectEvent(fetchAgain);
  useEffect(() => {
    // the socket says only that one is out; the page's own question says why
    if (room.refused !== null) askWhy();
  }, [room.refused]);
  return {
    view: data as View | undefined,
    refusal: refused ? error : null,
    connection: room.connection,
    offset: room.offset,
    reread: () => {
      fetchAgain();
      room.again();
    },
    takeOwn: (own) => {
      const view = client.getQueryData<ParticipantLiveView>(key);
      const next = view && applyOwn(view, own);
      if (next) client.setQueryData(key, next);
      else fetchAgain();
    },
  };
}
