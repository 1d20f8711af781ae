import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog, daysBefore, newId, Rooms, type Actor } from '#libs/platform';
import {
  makeActor,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { newClock } from '../clock/clock.rules.js';
import { LiveSweeps } from '../live.sweeps.js';
import { LiveRelay } from '../rooms/live-relay.service.js';
import { LiveRooms } from '../rooms/live-rooms.service.js';
import { LivePresence, type Attendance } from './live-presence.service.js';

const hour = { startsAt: new Date('2026-11-24T18:30:00Z'), endsAt: new Date('2026-11-24T19:30:00Z') };

describe('who is in a live room (feature 30)', () => {
  let test: TestDatabase;
  let clock: TurnedClock;
  let region: { id: string };
  let practiceId: string;
  let noor: Actor & { personId: string };
  let bo: Actor & { personId: string };
  let roomId: string;
  let a: LivePresence;
  let b: LivePresence;

  const processOf = (): LivePresence => {
    const presence = new LivePresence(test.database, clock, new Rooms(test.database), createLog('fatal'));
    Object.assign(presence.times, { grace: 600, beat: 500, between: 200 });
    return presence;
  };
  const liveRooms = () =>
    new LiveRooms(test.database, new Rooms(test.database), new LiveRelay(test.database, createLog('fatal')));
  const within = <T>(work: () => Promise<T>): Promise<T> =>
    test.database.transaction({ regionId: region.id }, work);
  const open = (id: string) =>
    within(() =>
      liveRooms().open(noor, {
        id,
        kind: 'session',
        clock: newClock([], hour),
      }),
    );
  const as = (who: { personId: string }, other: Partial<Attendance> = {}): Attendance => ({
    regionId: region.id,
    roomId,
    personId: who.personId,
    audience: 'participant',
    practiceId,
    ...other,
  });
  const here = (presence = a) => within(() => presence.here(roomId));
  const eventually = async (check: () => Promise<boolean>): Promise<void> => {
    for (let wait = 0; wait < 100; wait++) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('It never came.');
  };
  const rows = () =>
    within(() =>
      test.database.query<{ left_at: Date | null }>(`select left_at from live_presence where room_id = $1`, [
        roomId,
      ]),
    );

  beforeAll(async () => {
    test = await openTestDatabase();
    region = await makeRegion(test.database);
    practiceId = (await makePractice(test.database, region.id)).id;
    noor = await makeActor(test.database, region.id, 'practice-contact', { scopeId: practiceId });
    bo = await makeActor(test.database, region.id, 'practice-contact', { scopeId: practiceId });
  });
  beforeEach(async () => {
    clock = new TurnedClock(new Date('2026-11-24T18:30:00Z'));
    roomId = newId();
    [a, b] = [processOf(), processOf()];
    await open(roomId);
  });
  afterEach(async () => {
    for (const one of [a, b]) await one.beforeApplicationShutdown();
  });
  afterAll(() => test.close());

  it('counts who has two screens and two processes open once', async () => {
    await a.enter(as(noor));
    await a.enter(as(noor));
    await b.enter(as(noor));
    await b.enter(as(noor, { audience: 'moderator', practiceId: null }));
    await b.enter(as(bo));
    expect(await here()).toEqual(
      [noor, bo]
        .map(({ personId }) => ({ personId, practiceId, audience: 'participant' }))
        .sort((one, other) => (one.personId < other.personId ? -1 : 1)),
    );
  });

  it('does not flicker when a socket comes back, and ends at the moment it went', async () => {
    await a.enter(as(noor));
    a.leave(as(noor));
    await a.enter(as(noor));
    clock.pass({ minutes: 0.5 });
    a.leave(as(noor));
    expect(await here()).toHaveLength(1);
    const left = clock.now();
    clock.pass({ minutes: 0.1 });
    await eventually(async () => (await here()).length === 0);
    expect(await within(() => a.stays(roomId))).toEqual([
      {
        personId: noor.personId,
        practiceId,
        audience: 'participant',
        joinedAt: hour.startsAt,
        leftAt: left,
      },
    ]);
    expect(await rows()).toHaveLength(1);
  });

  it('ends who was not heard of, when last heard of, and sweeps that up (killed process)', async () => {
    const lastHeard = clock.now();
    const dead = processOf();
    await dead.enter(as(noor));
    dead.leave(as(noor)); // what a killed process no longer does is what follows this
    Object.assign(dead.times, { grace: Infinity, beat: Infinity });
    clock.pass({ minutes: 0.7 });
    expect(await here()).toHaveLength(1);
    clock.pass({ minutes: 0.1 });
    expect(await here()).toEqual([]);
    expect((await within(() => a.stays(roomId)))[0]?.leftAt).toEqual(lastHeard);
    const sweeps = new LiveSweeps(test.database, clock, a);
    expect(await sweeps.sweep(region.id)).toBeGreaterThanOrEqual(1);
    expect(await rows()).toEqual([{ left_at: lastHeard }]);
    await dead.beforeApplicationShutdown();
  });

  it('beats, so that who is silent on the screen stays, and comes back after it was swept away', async () => {
    await a.enter(as(noor));
    clock.pass({ minutes: 10 });
    await eventually(async () => (await here()).length === 1);
    clock.pass({ minutes: 10 });
    await b.closeSilent(region.id);
    await eventually(async () => (await here()).length === 1);
    expect((await rows()).filter(({ left_at }) => left_at === null)).toHaveLength(1);
  });

  it('writes down who came before the room was open, once it is', async () => {
    const early = newId();
    await a.enter(as(noor, { roomId: early }));
    expect(await within(() => a.here(early))).toEqual([]);
    await open(early);
    a.wakeRoom(early);
    await eventually(async () => (await within(() => a.here(early))).length === 1);
  });

  it('takes somebody out in every process, keeps them out, and lets them in again', async () => {
    await a.enter(as(noor));
    await b.enter(as(noor));
    await within(() => b.remove(bo, roomId, noor.personId));
    expect(await here()).toEqual([]);
    expect(await within(() => a.removed(roomId))).toEqual([noor.personId]);
    await a.enter(as(noor));
    await new Promise((resolve) => setTimeout(resolve, 1200)); // beats of both
    expect(await here()).toEqual([]);
    await within(() => b.remove(bo, roomId, noor.personId)); // twice is once
    await within(() => a.readmit(bo, roomId, noor.personId));
    expect(await within(() => a.removed(roomId))).toEqual([]);
    await eventually(async () => (await here()).length === 1);
  });

  it('forgets who was taken out at once, without grace', async () => {
    await a.enter(as(noor));
    a.drop(as(noor));
    await eventually(async () => (await here()).length === 0);
  });

  it('stays in sight while a process stops in good order', async () => {
    await a.enter(as(noor));
    clock.pass({ minutes: 0.5 });
    await a.beforeApplicationShutdown();
    clock.pass({ minutes: 0.5 });
    expect(await here(b)).toHaveLength(1);
  });

  it('tells listeners in a transaction of the region, seldom, and always the last', async () => {
    const told: { at: number; count: number; inside: boolean }[] = [];
    for (const one of [a, b])
      one.onChange(async (actor, id) => {
        expect([actor.kind, actor.regionId, id]).toEqual(['system', region.id, roomId]);
        const people = await one.here(id);
        told.push({ at: performance.now(), count: people.length, inside: test.database.inTransaction });
      });
    const people = await Promise.all(
      Array.from({ length: 12 }, () =>
        makeActor(test.database, region.id, 'practice-contact', { scopeId: practiceId }),
      ),
    );
    for (const [n, person] of people.entries()) await (n % 2 === 0 ? a : b).enter(as(person));
    await eventually(async () => told.at(-1)?.count === 12);
    // far fewer than changes, and the row that keeps processes apart says so: never two within its time
    expect(told.every(({ inside }) => inside)).toBe(true);
    expect(told.length).toBeLessThan(12);
    await a.enter(as(noor));
    await eventually(async () => told.at(-1)?.count === 13);
  });

  it('tells again when a listener failed', async () => {
    let calls = 0;
    a.onChange(async () => {
      calls += 1;
      if (calls === 1) throw new Error('not now');
    });
    await a.enter(as(noor));
    await eventually(async () => calls === 2);
  });

  it('shows nothing of a room to another region', async () => {
    await a.enter(as(noor));
    const other = await makeRegion(test.database);
    await test.database.transaction({ regionId: other.id }, async () => {
      expect(await a.here(roomId)).toEqual([]);
      expect(await a.stays(roomId)).toEqual([]);
    });
  });

  it('forgets facts of more than a day ago, and keeps the newer', async () => {
    const rooms = liveRooms();
    await within(async () => {
      for (let n = 0; n < 3; n++) await rooms.tell(roomId, 'participant', { type: 'reload' });
      await test.database.query(`update live_fact set at = $1 where version < 3`, [
        daysBefore(clock.now(), 2),
      ]);
      await test.database.query(`update live_fact set at = $1 where version = 3`, [clock.now()]);
    });
    await new LiveSweeps(test.database, clock, a).sweep(region.id);
    expect(await within(() => test.database.query(`select version from live_fact`))).toEqual([
      { version: 3 },
    ]);
    expect(await within(() => rooms.version(roomId, 'participant'))).toBe(3);
  });
});
