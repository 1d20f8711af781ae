import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { roundRoom, type RoomFact, type RoundView, type SessionView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { makeActor, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

describe('two processes of the api on one database (architecture §7)', () => {
  let a: TestApp;
  let b: TestApp;
  let origin: string;
  let actor: Actor;
  let cookie: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    a = await openTestApp();
    b = await openTestApp({ on: a.test });
    await b.app.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(b.app.getHttpServer().address() as AddressInfo).port}`;
    const region = await makeRegion(a.test.database);
    actor = await makeActor(a.test.database, region.id, 'region-coordinator');
    cookie = await a.cookieFor(actor);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await b.close();
    await a.close();
  });

  /** A page that is open on process B. */
  const open = (as = cookie): Socket => {
    const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie: as, origin } });
    sockets.push(socket);
    return socket;
  };
  const join = async (socket: Socket, room: string): Promise<{ version?: number; problem?: string }> =>
    (await socket.timeout(5000).emitWithAck('join', room)) as { version?: number; problem?: string };
  /** The next so many facts that a page hears; fails when they do not come. */
  const heard = (socket: Socket, count: number): Promise<RoomFact[]> =>
    new Promise((resolve, reject) => {
      const facts: RoomFact[] = [];
      const limit = setTimeout(() => reject(new Error(`Heard ${JSON.stringify(facts)} only.`)), 10_000);
      socket.on('fact', (fact: RoomFact) => {
        facts.push(fact);
        if (facts.length < count) return;
        clearTimeout(limit);
        resolve(facts);
      });
    });
  const createRound = async (name: string): Promise<RoundView> =>
    (await a.call<RoundView>('POST', '/api/rounds', { cookie, body: { kind: 'plus-praktijk', name } })).body;
  const rename = (app: TestApp, id: string, name: string) =>
    app.call('PATCH', `/api/rounds/${id}`, { cookie, body: { name } });

  it('tells a page on one of a change made through the other, with a version that rises by one', async () => {
    const round = await createRound('Intervisie 2027');
    const room = roundRoom(round.id);
    const page = open();
    const { version = -1 } = await join(page, room);
    const facts = heard(page, 3);
    for (const [app, name] of [
      [a, 'Eén'],
      [b, 'Twee'],
      [a, 'Drie'],
    ] as const)
      expect((await rename(app, round.id, name)).status).toBe(200);
    expect(await facts).toEqual(
      [1, 2, 3].map((step) => ({ room, version: version + step, type: 'round.changed' })),
    );
  });

  it('gives every fact a version of its own, however many changes come through both at once', async () => {
    const round = await createRound('Druk');
    const page = open();
    const { version = -1 } = await join(page, roundRoom(round.id));
    const facts = heard(page, 12);
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => rename(n % 2 === 0 ? a : b, round.id, `Naam ${n}`)),
    );
    expect((await facts).map((fact) => fact.version)).toEqual(
      Array.from({ length: 12 }, (_, n) => version + 1 + n),
    );
  });

  it('gives a page that was away the version it missed, so that it sees the gap', async () => {
    const round = await createRound('Gemist');
    const room = roundRoom(round.id);
    const before = await join(open(), room);
    sockets.splice(0).forEach((socket) => socket.disconnect());
    await rename(a, round.id, 'Terwijl niemand keek');
    expect(await join(open(), room)).toMatchObject({ version: (before.version ?? -1) + 1 });
  });

  it('says nothing of a change that was refused, and nothing to who left', async () => {
    const round = await createRound('Stil');
    const room = roundRoom(round.id);
    const [watching, left] = [open(), open()];
    const { version = -1 } = await join(watching, room);
    await join(left, room);
    const gone: RoomFact[] = [];
    left.on('fact', (fact: RoomFact) => gone.push(fact));
    left.emit('leave', room);
    await join(left, roundRoom((await createRound('Elders')).id)); // answered after the leave
    const facts = heard(watching, 1);
    expect((await rename(a, round.id, '')).status).toBe(422);
    expect((await rename(a, round.id, 'Goed')).status).toBe(200);
    expect(await facts).toEqual([{ room, version: version + 1, type: 'round.changed' }]);
    expect(gone).toEqual([]);
  });

  it('closes the page of a session on one that is revoked through the other, and no other page', async () => {
    const lost = await a.cookieFor(actor);
    const [kept, closing] = [open(), open(lost)];
    const round = await createRound('Ingetrokken');
    expect((await join(kept, roundRoom(round.id))).version).toBeGreaterThanOrEqual(0);
    await join(closing, roundRoom(round.id));
    const sessions = (await a.call<SessionView[]>('GET', '/api/sessions', { cookie: lost })).body;
    const closed = new Promise<string>((resolve) => closing.on('disconnect', resolve));
    const mine = sessions.find((session) => session.current);
    expect((await a.call('DELETE', `/api/sessions/${mine?.id}`, { cookie })).status).toBe(204);
    expect(await closed).toBe('io server disconnect');
    const again = new Promise<string>((resolve) =>
      closing.on('connect_error', ({ message }) => resolve(message)),
    );
    closing.connect();
    expect(await again).toBe('auth.required');
    const facts = heard(kept, 1);
    await rename(a, round.id, 'Nog steeds');
    expect(await facts).toHaveLength(1);
  });

  it('takes a page out of the room when its right is taken away through the other process', async () => {
    const round = await createRound('Recht');
    const second = await makeActor(a.test.database, actor.regionId, 'region-coordinator');
    const theirs = open(await a.cookieFor(second));
    const ours = open();
    await join(theirs, roundRoom(round.id));
    await join(ours, roundRoom(round.id));
    const overheard: RoomFact[] = [];
    theirs.on('fact', (fact: RoomFact) => overheard.push(fact));
    const [role] = second.roles;
    const closed = new Promise<void>((resolve) => theirs.on('disconnect', () => resolve()));
    expect((await a.call('DELETE', `/api/roles/${role?.id}`, { cookie })).status).toBe(204);
    await closed; // the last role is gone, and the session with it
    const facts = heard(ours, 1);
    await rename(a, round.id, 'Zonder hen');
    expect(await facts).toHaveLength(1);
    expect(overheard).toEqual([]);
  });
});
