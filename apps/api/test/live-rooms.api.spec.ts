import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { liveRoom, type LiveAudience, type LiveFact } from '#libs/contracts';
import { LivePresence, LiveRooms, newClock } from '#libs/live';
import { Database, newId, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { RoomAccess } from '../src/realtime/room-access.js';
import { openTestApp, type TestApp } from './test-app.js';

type Joined = { version?: number; now?: number; problem?: string };
type Person = Actor & { personId: string };

const hour = { startsAt: new Date('2026-11-24T18:30:00Z'), endsAt: new Date('2026-11-24T19:30:00Z') };
const gone = (id: string) => ({ type: 'follow-up-gone', id }) as const;

describe('live rooms over two processes of the api (DIA, architecture §7)', () => {
  let a: TestApp;
  let b: TestApp;
  const origins = new Map<TestApp, string>();
  let region: { id: string };
  let practiceId: string;
  let noor: Person;
  let bo: Person;
  let id: string;
  let room: string;
  const sockets: Socket[] = [];

  const within = <T>(work: () => Promise<T>, app = a, regionId = region.id): Promise<T> =>
    app.app.get(Database).transaction({ regionId }, work);
  const tell = (app: TestApp, fact: string, audience: LiveAudience = 'participant') =>
    within(() => app.app.get(LiveRooms).tell(id, audience, gone(fact)), app);

  beforeAll(async () => {
    a = await openTestApp();
    b = await openTestApp({ on: a.test });
    for (const one of [a, b]) {
      await one.app.listen(0, '127.0.0.1');
      const { port } = one.app.getHttpServer().address() as AddressInfo;
      origins.set(one, `http://127.0.0.1:${port}`);
      // rooms of this spec: everybody of the region may take part, who was removed may not
      const presence = one.app.get(LivePresence);
      presence.times.grace = 300;
      const rooms = one.app.get(RoomAccess);
      const enter = async (actor: Actor, name: string) => {
        const [roomId = '', audience = ''] = name.split('/');
        const out = await one.app.get(Database).transaction(actor, async () => {
          const known = await one.app.get(LiveRooms).find(roomId);
          return !known || (await presence.removed(roomId)).includes(actor.personId ?? '');
        });
        return out ? null : { roomId, audience: audience as LiveAudience, practiceId };
      };
      rooms.register('live', async (actor, name) => (await enter(actor, name)) !== null);
      rooms.attends('live', enter);
    }
    region = await makeRegion(a.test.database);
    practiceId = (await makePractice(a.test.database, region.id)).id;
    noor = await makeActor(a.test.database, region.id, 'region-coordinator');
    bo = await makeActor(a.test.database, region.id, 'region-coordinator');
  });
  beforeEach(async () => {
    id = newId();
    room = liveRoom(id, 'participant');
    await within(() => a.app.get(LiveRooms).open(noor, { id, kind: 'session', clock: newClock([], hour) }));
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await b.close();
    await a.close();
  });

  const open = async (app: TestApp, who: Person = noor): Promise<Socket> => {
    const origin = origins.get(app) as string;
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie: await app.cookieFor(who), origin },
    });
    sockets.push(socket);
    return socket;
  };
  const join = async (socket: Socket, name = room): Promise<Joined> =>
    (await socket.timeout(5000).emitWithAck('join', name)) as Joined;
  /** What is told by this spec; who is here is told by itself. */
  const listen = (socket: Socket): LiveFact[] => {
    const heard: LiveFact[] = [];
    socket.on('live', (live: LiveFact) => live.fact.type === 'follow-up-gone' && heard.push(live));
    return heard;
  };
  /** Every version that came, of whatever was told. */
  const versions = (socket: Socket): number[] => {
    const heard: number[] = [];
    socket.on('live', (live: LiveFact) => live.room === room && heard.push(live.version));
    return heard;
  };
  const inARow = (numbers: number[]): boolean => numbers.every((one, at) => one === (numbers[0] ?? 0) + at);
  const eventually = async (check: () => boolean | Promise<boolean>): Promise<void> => {
    for (let wait = 0; wait < 200; wait++) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('It never came.');
  };
  const said = (heard: LiveFact[]): string[] => heard.map(({ fact }) => (fact as { id: string }).id);
  const present = async (): Promise<string[]> =>
    (await within(() => a.app.get(LivePresence).here(id))).map(({ personId }) => personId);

  it('tells every screen everything once and in order, whoever told it where', async () => {
    const screens = [await open(a), await open(b), await open(a, bo), await open(b, bo)];
    const heard = screens.map(listen);
    const facts: unknown[] = [];
    for (const screen of screens) screen.on('fact', (fact) => facts.push(fact));
    const counted = screens.map(versions);
    for (const screen of screens) expect((await join(screen)).version).toBeGreaterThanOrEqual(0);
    await Promise.all(Array.from({ length: 40 }, (_, n) => tell(n % 2 === 0 ? a : b, `${n}`)));
    await eventually(() => heard.every((one) => one.length === 40));
    for (const one of heard) expect(one).toEqual(heard[0]);
    for (const one of counted) expect(inARow(one)).toBe(true);
    expect(new Set(said(heard[0] ?? [])).size).toBe(40);
    expect(facts).toEqual([]);
  });

  it('tells an audience nothing that was for another', async () => {
    const [moderator, participant] = [await open(a), await open(b, bo)];
    const heard = [moderator, participant].map(listen);
    await join(moderator, liveRoom(id, 'moderator'));
    await join(participant);
    await tell(b, 'voor de moderator', 'moderator');
    await tell(a, 'voor iedereen');
    await eventually(() => heard.every((one) => one.length === 1));
    expect(heard.map(said)).toEqual([['voor de moderator'], ['voor iedereen']]);
  });

  it('gives who comes late the version of now and the server’s time, and everything from there', async () => {
    await tell(a, 'eerder');
    const late = await open(b);
    const heard = listen(late);
    const before = Date.now();
    const reply = await join(late);
    expect(reply.version).toBeGreaterThanOrEqual(1);
    expect(reply.now).toBeGreaterThanOrEqual(before - 5);
    expect(reply.now).toBeLessThanOrEqual(Date.now() + 5);
    await tell(a, 'later');
    await eventually(() => heard.length === 1);
    expect(heard).toMatchObject([{ room, fact: gone('later') }]);
    expect(heard[0]?.version).toBeGreaterThan(1);
  });

  it('misses nothing while nobody listened for it: the connection that hears notices was cut', async () => {
    const [first, second] = [await open(a), await open(b, bo)];
    const heard = [first, second].map(listen);
    const counted = [first, second].map(versions);
    await join(first);
    await join(second);
    await tell(a, '1');
    const behind = new Client({ connectionString: a.test.superUrl });
    await behind.connect();
    const cut = await behind.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'leerkring rooms'`,
    );
    expect(cut.rowCount).toBe(2);
    for (const n of [2, 3, 4]) await tell(b, `${n}`);
    await behind.end();
    await eventually(() => heard.every((one) => one.length === 4));
    expect(heard.map(said)).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2', '3', '4'],
    ]);
    await tell(a, '5');
    await eventually(() => heard.every((one) => one.length === 5));
    for (const one of counted) expect(inARow(one)).toBe(true);
  });

  it('knows who is here over both processes, and does not blink when a page is loaded again', async () => {
    const [here, there] = [await open(a), await open(b, bo)];
    await join(here);
    await join(there);
    expect((await present()).sort()).toEqual([noor.personId, bo.personId].sort());
    there.disconnect();
    expect(await present()).toHaveLength(2);
    const again = await open(a, bo);
    await join(again);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await present()).toHaveLength(2);
    again.emit('leave', room);
    await eventually(async () => (await present()).length === 1);
    const [stay] = (await within(() => a.app.get(LivePresence).stays(id))).filter(
      ({ personId }) => personId === bo.personId,
    );
    expect(stay).toMatchObject({ practiceId, audience: 'participant' });
  });

  it('has who was removed out within a second, in both processes, and lets them in when readmitted', async () => {
    const theirs = [await open(a, bo), await open(b, bo)];
    const ours = await open(b);
    const heard = theirs.map(listen);
    const kept = listen(ours);
    for (const socket of [...theirs, ours]) await join(socket);
    const outs = theirs.map(
      (socket) => new Promise((resolve) => socket.on('out', (...args: string[]) => resolve(args))),
    );
    await within(() => a.app.get(LivePresence).remove(noor, id, bo.personId));
    const limit = new Promise((resolve) => setTimeout(resolve, 1000, 'late'));
    for (const out of outs) expect(await Promise.race([out, limit])).toEqual([room, 'live.removed']);
    await tell(a, 'onder ons');
    await eventually(() => kept.length === 1);
    expect(heard).toEqual([[], []]);
    expect(await present()).toEqual([noor.personId]);
    for (const socket of theirs) expect(await join(socket)).toEqual({ problem: 'live.removed' });
    await within(() => b.app.get(LivePresence).readmit(noor, id, bo.personId), b);
    expect(await join(theirs[0] as Socket)).toMatchObject({ version: expect.any(Number) });
    expect(await present()).toHaveLength(2);
  });

  it('takes out who was removed while nobody heard that, as soon as it hears again', async () => {
    const theirs = await open(b, bo);
    await join(theirs);
    const out = new Promise((resolve) => theirs.on('out', (...args: string[]) => resolve(args)));
    const behind = new Client({ connectionString: a.test.superUrl });
    await behind.connect();
    // removed behind the product's back: no notice at all
    await behind.query(`insert into live_removal (room_id, person_id, region_id) values ($1, $2, $3)`, [
      id,
      bo.personId,
      region.id,
    ]);
    await behind.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'leerkring rooms'`,
    );
    await behind.end();
    expect(await out).toEqual([room, 'live.removed']);
  });

  it('keeps people of another region, and rooms that are not there, out', async () => {
    const other = await makeRegion(a.test.database);
    const stranger = await makeActor(a.test.database, other.id, 'region-coordinator');
    const socket = await open(a, stranger);
    expect(await join(socket)).toEqual({ problem: 'not-found' });
    expect(await join(await open(a), liveRoom(newId(), 'participant'))).toEqual({ problem: 'not-found' });
    expect(await join(await open(a), 'live:x/participant')).toEqual({ problem: 'internal' });
  });

  describe('who means harm', () => {
    it('gets ten sockets in a process and no more, until one is closed', async () => {
      const greedy = await makeActor(a.test.database, region.id, 'region-coordinator');
      const connected = (socket: Socket): Promise<string> =>
        new Promise((resolve) => {
          socket.on('connect', () => resolve('in'));
          socket.on('connect_error', ({ message }) => resolve(message));
        });
      const outcomes = [];
      for (let n = 0; n < 12; n++) outcomes.push(await connected(await open(a, greedy)));
      expect(outcomes).toEqual([...Array(10).fill('in'), 'rate.limited', 'rate.limited']);
      sockets.at(-3)?.disconnect();
      await eventually(async () => (await connected(await open(a, greedy))) === 'in');
      expect(await join(await open(a))).toMatchObject({ version: expect.any(Number) });
    });

    it('is slowed down who joins in a loop, and others are not', async () => {
      const [flood, quiet] = [await open(a, bo), await open(a)];
      const replies = await Promise.all(Array.from({ length: 80 }, () => join(flood)));
      expect(replies.slice(0, 40).every(({ version }) => version !== undefined)).toBe(true);
      expect(replies.filter(({ problem }) => problem === 'rate.limited').length).toBeGreaterThan(30);
      expect(await join(quiet)).toMatchObject({ version: expect.any(Number) });
      expect((await present()).sort()).toEqual([noor.personId, bo.personId].sort());
    });

    it('is in twenty rooms at most', async () => {
      const socket = await open(a);
      const ids = Array.from({ length: 21 }, () => newId());
      for (const one of ids)
        await within(() =>
          a.app.get(LiveRooms).open(noor, { id: one, kind: 'meeting', clock: newClock([], hour) }),
        );
      const replies = [];
      for (const one of ids) replies.push(await join(socket, liveRoom(one, 'participant')));
      expect(replies.map(({ problem }) => problem)).toEqual([...Array(20).fill(undefined), 'rate.limited']);
    });

    it.each<[string, (socket: Socket) => void]>([
      ['too much at once', (socket) => socket.emit('join', 'x'.repeat(20_000), () => undefined)],
      ['no room', (socket) => socket.emit('join', { toString: 'live' }, () => undefined)],
      ['no way to answer', (socket) => socket.emit('join', room)],
      [
        'more than can wait',
        (socket) => {
          for (let n = 0; n < 5000; n++) socket.emit('leave', room);
        },
      ],
    ])('is shown the door for sending %s', async (_name, send) => {
      const socket = await open(a, bo);
      await join(socket);
      const closed = new Promise((resolve) => socket.on('disconnect', resolve));
      send(socket);
      await closed;
      expect(await join(await open(a))).toMatchObject({ version: expect.any(Number) });
    });

    it('is in no room after joining and leaving at the same moment', async () => {
      const socket = await open(a, bo);
      const heard = listen(socket);
      await join(socket, room);
      for (let n = 0; n < 5; n++) {
        socket.emit('join', room, () => undefined);
        socket.emit('leave', room);
      }
      await join(socket, liveRoom(id, 'specialist')); // answered after all of these
      const other = await open(b);
      const others = listen(other);
      await join(other);
      await tell(a, 'niet voor wie wegging');
      await eventually(() => others.length === 1);
      expect(heard).toEqual([]);
    });
  });
});
