import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Socket } from 'socket.io-client';
import type { ClientEvents, ProgressView, RoomFact, ServerEvents } from '#libs/contracts';
import { meaningOfFact, missedWhileAway } from './room-version';

export type RoomSocket = Socket<ServerEvents, ClientEvents>;

let connection: Promise<RoomSocket> | null = null;
let users = 0;
/** Version of each room when it was last left or heard: what is cached is as old as that. */
const lastSeen = new Map<string, number>();
/** How many parts of the page are in each room: the last one to go leaves it. */
const inside = new Map<string, number>();

/** An attempt that has no answer by then makes room for the next one, in ms. */
const ATTEMPT = 8_000;

/**
 * One connection for all rooms, made when the first page asks for it: socket.io stays out of the entry chunk. Where a network lets no
 * web socket through, plain requests carry it.
 */
function connect(): Promise<RoomSocket> {
  connection ??= import('socket.io-client').then(
    ({ io }) =>
      io({
        path: '/socket.io',
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        timeout: ATTEMPT,
        withCredentials: true,
        extraHeaders: { 'x-leerkring': '1' },
      }) as RoomSocket,
  );
  // a chunk that could not be loaded is asked for again by the next page
  connection.catch(() => (connection = null));
  return connection;
}

/** The network is back, or somebody looks: now, not when the next attempt is due or one that hangs gives up. */
function comeBack(): void {
  if (document.visibilityState === 'visible')
    void connection?.then((socket) => void (socket.connected || socket.disconnect().connect()));
}
window.addEventListener('online', comeBack);
document.addEventListener('visibilitychange', comeBack);

function release(): void {
  users -= 1;
  if (users > 0 || !connection) return;
  const closing = connection;
  connection = null;
  void closing.then((socket) => socket.disconnect());
}

/** The one connection of this page, kept open until it is released by everybody who holds it. */
export function holdSocket(): { socket: Promise<RoomSocket>; release: () => void } {
  users += 1;
  return { socket: connect(), release };
}

export interface RoomOptions {
  /** Query keys to fetch again when the room changed. */
  keys: readonly QueryKey[];
  /** Called for every new fact, after the keys were marked as stale. */
  onFact?: (fact: RoomFact) => void;
  /** Called while long work in this room moves on. */
  onProgress?: (progress: ProgressView) => void;
}
export interface RoomState {
  /** False while not (yet) in the room: figures may be behind. */
  live: boolean;
  /** Last version known, null before joining. */
  version: number | null;
  /** Code of the refusal, when the server did not let this person in. */
  refused: string | null;
}

/**
 * Joins a room for as long as the page is open and fetches the given keys again when it changes. A missed fact, and a
 * room that moved on while the connection was lost, lead to the same fetch. Pass null to stay out.
 */
export function useRoomVersion(room: string | null, options: RoomOptions): RoomState {
  const client = useQueryClient();
  const [state, setState] = useState<RoomState>({ live: false, version: null, refused: null });
  const refetch = useEffectEvent(() => {
    for (const queryKey of options.keys) void client.invalidateQueries({ queryKey });
  });
  const tell = useEffectEvent((fact: RoomFact) => options.onFact?.(fact));
  const tellProgress = useEffectEvent((progress: ProgressView) => options.onProgress?.(progress));

  useEffect(() => {
    if (!room) return;
    let gone = false;
    let known: number | null = null;
    let leave = () => {};
    inside.set(room, (inside.get(room) ?? 0) + 1);
    const { socket: connecting, release: letGo } = holdSocket();
    void connecting.then((socket) => {
      if (gone) return;
      const join = () =>
        socket.emit('join', room, (reply) => {
          if (gone) return;
          if ('problem' in reply) return setState({ live: false, version: known, refused: reply.problem });
          if (missedWhileAway(known ?? lastSeen.get(room) ?? null, reply.version)) refetch();
          known = reply.version;
          lastSeen.set(room, known);
          setState({ live: true, version: known, refused: null });
        });
      const onFact = (fact: RoomFact) => {
        if (fact.room !== room || meaningOfFact(known, fact.version) === 'known') return;
        // The facts carry no content, so the next version and a gap ask for the same: fetch again.
        known = fact.version;
        lastSeen.set(room, known);
        setState({ live: true, version: known, refused: null });
        refetch();
        tell(fact);
      };
      const onProgress = (progress: ProgressView & { room: string }) => {
        if (progress.room === room) tellProgress(progress);
      };
      const onLost = () => setState((before) => ({ ...before, live: false }));
      socket.on('connect', join);
      socket.on('disconnect', onLost);
      socket.on('fact', onFact);
      socket.on('progress', onProgress);
      if (socket.connected) join();
      leave = () => {
        socket.off('connect', join);
        socket.off('disconnect', onLost);
        socket.off('fact', onFact);
        socket.off('progress', onProgress);
        if (socket.connected && !inside.has(room)) socket.emit('leave', room);
      };
    });
    return () => {
      gone = true;
      const others = (inside.get(room) ?? 1) - 1;
      if (others > 0) inside.set(room, others);
      else inside.delete(room);
      leave();
      letGo();
      setState({ live: false, version: null, refused: null });
    };
  }, [room]);

  return state;
}
