import { type QueryKey, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useLiveRoom, type LiveRoomState } from './live-room';
import { asProblem } from './problem';

interface LiveSource<Snapshot, Fact, Key extends QueryKey> {
  /** Asks for the room as it is. */
  query: UseQueryOptions<Snapshot, Error, Snapshot, Key> & { queryKey: Key };
  /** Room to join; null while it is not known. */
  room: (snapshot: Snapshot | undefined) => string | null;
  /** The room after one fact. */
  apply: (snapshot: Snapshot, fact: Fact) => Snapshot;
}
export interface LiveView<Snapshot> {
  /** The room as it is; undefined while it is on its way. */
  view: Snapshot | undefined;
  /** Why this person is not in the room; null while they are. */
  refusal: unknown;
  connection: LiveRoomState['connection'];
  /** What this device's clock is off by, in ms. */
  offset: number;
  /** Reads the room again, and knocks again where the door was shut. */
  reread: () => void;
}

/** A live room as one screen sees it: read once, and from there on told what changes, in order. */
export function useLiveView<Snapshot extends { version: number }, Fact, Key extends QueryKey = QueryKey>(
  source: LiveSource<Snapshot, Fact, Key>,
): LiveView<Snapshot> {
  const client = useQueryClient();
  const key: QueryKey = source.query.queryKey;
  const { data, error } = useQuery(source.query);
  const problem = error ? asProblem(error) : null;
  const refused = problem !== null && (problem.status >= 400 && problem.status < 500 ? true : !data);
  const enters = !refused || problem?.code === 'live.not-open';
  const fetchAgain = () => void client.invalidateQueries({ queryKey: key });
  const room = useLiveRoom<Fact>(enters ? source.room(data) : null, {
    version: data?.version ?? null,
    onFact: (fact, version) =>
      client.setQueryData<Snapshot>(key, (view) => view && { ...source.apply(view, fact), version }),
    onGap: fetchAgain,
  });
  const askWhy = useEffectEvent(fetchAgain);
  useEffect(() => {
    // the socket says only that one is out; the page's own question says why
    if (room.refused !== null) askWhy();
  }, [room.refused]);
  return {
    view: data,
    refusal: refused ? error : null,
    connection: room.connection,
    offset: room.offset,
    reread: () => {
      fetchAgain();
      room.again();
    },
  };
}
