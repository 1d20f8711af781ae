import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LiveFact } from '#libs/contracts';
import { LiveOrder } from './live-order';
import { offsetOf, type TimeSample } from './server-time';
import { holdSocket, type RoomSocket } from './socket';

export interface LiveRoomOptions<Fact> {
  /** Version of the snapshot that is on the screen; null while there is none. */
  version: number | null;
  /**
   * What was told, in order and once. Apply it to the snapshot in the query cache and set the snapshot's version to this one.
   * `reload` does not come here: it leads to `onGap`.
   */
  onFact: (fact: Fact, version: number) => void;
  /** Something was missed: fetch the snapshot again. What is told in the meantime is kept and comes after it. */
  onGap: () => void;
}
export interface LiveRoomState {
  /** For a small banner; short trouble is not shown. `offline`: no network, or no connection for half a minute. */
  connection: 'live' | 'reconnecting' | 'offline';
  /** Add it to `Date.now()` to read the server's clock, in ms. */
  offset: number;
  /** Code of the refusal (`live.removed`, `not-found`, `auth.required`, …) while this person is not let in. */
  refused: string | null;
  /** Knocks again after a refusal. */
  again: () => void;
}

/** Trouble shorter than this is nobody's business, in ms. */
const QUIET = 1_500;
const OFFLINE_AFTER = 30_000;
/** A second look at the server's clock, soon after the first and then now and then. Spread, so that a full room does not ask at once. */
const SAMPLES = { second: 3_000, spread: 9_000, later: 5 * 60_000 };
/** A snapshot that did not come by then is asked for again. */
const SNAPSHOT = 10_000;
/** What the browser's two clocks may differ by before somebody has set the time. */
const JUMP = 150;

/**
 * Joins a live room for as long as the page is open. Facts come in order behind the page's snapshot; a gap, a lost connection and a
 * restarted server all lead to one new snapshot. Pass null to stay out.
 */
export function useLiveRoom<Fact>(room: string | null, options: LiveRoomOptions<Fact>): LiveRoomState {
  const [connection, setConnection] = useState<LiveRoomState['connection']>('live');
  const [offset, setOffset] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const onFact = useEffectEvent((fact: Fact, version: number) => options.onFact(fact, version));
  const onGap = useEffectEvent(() => options.onGap());
  const order = useRef<LiveOrder<Fact> | null>(null);
  const knock = useRef<() => void>(() => undefined);
  const shown = useRef<number | null>(null);
  const { version } = options;

  useEffect(() => {
    if (!room) return;
    let gone = false;
    let left = () => {};
    let samples: TimeSample[] = [];
    let out = false;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (work: () => void, ms: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, ms);
      timers.add(timer);
      return timer;
    };
    const inOrder = new LiveOrder<Fact>({ fact: onFact, gap: onGap });
    order.current = inOrder;

    let trouble: ReturnType<typeof setTimeout>[] = [];
    const works = () => {
      trouble.forEach(clearTimeout);
      trouble = [];
      setConnection('live');
    };
    const lost = () => {
      if (navigator.onLine === false) setConnection('offline');
      if (trouble.length > 0) return;
      trouble = [
        later(() => setConnection(navigator.onLine === false ? 'offline' : 'reconnecting'), QUIET),
        later(() => setConnection('offline'), OFFLINE_AFTER),
      ];
    };

    const { socket: connecting, release } = holdSocket();
    lost();
    void connecting.then((socket: RoomSocket) => {
      if (gone) return;
      const join = () => {
        const asked = Date.now();
        const shownThen = inOrder.version;
        socket.emit('join', room, (reply) => {
          if (gone) return;
          if ('problem' in reply) {
            if (reply.problem === 'internal' || reply.problem === 'rate.limited') {
              lost();
              return void later(() => socket.connected && join(), 2_000 + Math.random() * 2_000);
            }
            out = true;
            works();
            return setRefused(reply.problem);
          }
          const answered = Date.now();
          samples = [...samples.slice(-7), { asked, answered, server: reply.now }];
          setOffset(offsetOf(samples, answered));
          out = false;
          setRefused(null);
          works();
          inOrder.joined(reply.version, shownThen);
        });
      };
      knock.current = join;
      const sample = () => {
        if (socket.connected && !out) join();
        later(sample, SAMPLES.later + Math.random() * SAMPLES.spread);
      };
      later(sample, SAMPLES.second + Math.random() * SAMPLES.spread);

      let apart = Date.now() - performance.now();
      const watch = setInterval(() => {
        // the device's clock was set, or it slept: what was measured says nothing any more
        const now = Date.now() - performance.now();
        if (Math.abs(now - apart) > JUMP) {
          samples = [];
          if (socket.connected && !out) join();
        }
        apart = now;
      }, 5_000);
      let since = Date.now();
      let stuck: number | null = null;
      const snapshots = setInterval(() => {
        if (!inOrder.behind || inOrder.version === null || !socket.connected) since = Date.now();
        else if (Date.now() - since >= SNAPSHOT) {
          since = Date.now();
          inOrder.ask();
        }
        // an answer that was on its way before a fact came has taken the fact's place on the screen
        const short =
          !inOrder.behind && shown.current !== null && shown.current < (inOrder.version ?? 0)
            ? shown.current
            : null;
        if (short !== null && short === stuck) inOrder.ask();
        stuck = short;
      }, 2_000);

      const onLive = (live: LiveFact) => {
        if (live.room === room) inOrder.told(live.version, live.fact as Fact);
      };
      const onOut = (from: string, problem: string) => {
        if (from !== room) return;
        out = true;
        setRefused(problem);
      };
      const onError = (error: Error) => {
        lost();
        if (error.message === 'auth.required') setRefused('auth.required');
        if (error.message === 'rate.limited') later(() => socket.connect(), 15_000);
      };
      const onDisconnect = (reason: string) => {
        lost();
        // the server's own goodbye is not followed by a new attempt of socket.io
        if (reason === 'io server disconnect') later(() => socket.connect(), 500 + Math.random() * 1_500);
      };
      const onOnline = () => {
        // a connection that outlived the gap says nothing by itself
        if (socket.connected && !out) join();
      };
      socket.on('connect', join);
      socket.on('disconnect', onDisconnect);
      socket.on('connect_error', onError);
      socket.on('live', onLive);
      socket.on('out', onOut);
      window.addEventListener('online', onOnline);
      window.addEventListener('offline', lost);
      if (socket.connected) join();
      left = () => {
        clearInterval(watch);
        clearInterval(snapshots);
        socket.off('connect', join);
        socket.off('disconnect', onDisconnect);
        socket.off('connect_error', onError);
        socket.off('live', onLive);
        socket.off('out', onOut);
        window.removeEventListener('online', onOnline);
        window.removeEventListener('offline', lost);
        if (socket.connected) socket.emit('leave', room);
      };
    });
    return () => {
      gone = true;
      for (const timer of timers) clearTimeout(timer);
      left();
      release();
      order.current = null;
      knock.current = () => undefined;
      setConnection('live');
      setRefused(null);
    };
  }, [room]);

  useEffect(() => {
    shown.current = version;
    if (version !== null) order.current?.snapshot(version);
  }, [version, room]);

  const again = useCallback(() => knock.current(), []);
  return { connection, offset, refused, again };
}
