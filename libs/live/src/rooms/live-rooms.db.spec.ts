import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { liveRoom, liveRoomId, meetingLiveRoom, type LiveFact, type MeetingFact } from '#libs/contracts';
import { createLog, newId, ROOM_CHANNEL, Rooms, type RoomNotice } from '#libs/platform';
import { makeRegion, openTestDatabase, type TestDatabase } from '#libs/testing';
import { newClock, stepClock } from '../clock/clock.rules.js';
import { LiveRelay } from './live-relay.service.js';
import { LiveRooms } from './live-rooms.service.js';

const hour = { startsAt: new Date('2026-11-24T18:30:00Z'), endsAt: new Date('2026-11-24T19:30:00Z') };
const clock = newClock([{ id: 'a', name: 'Knie', seconds: 3600 }], hour);
const gone = (id: string) => ({ type: 'follow-up-gone', id }) as const;

describe('live rooms', () => {
  let test: TestDatabase;
  let rooms: LiveRooms;
  let regionId: string;
  let listener: Client;
  const notices: RoomNotice[] = [];
  const actor = () => ({ regionId }) as never;
  const within = <T>(work: () => Promise<T>): Promise<T> => test.database.transaction({ regionId }, work);
  const opened = async (): Promise<string> => {
    const id = newId();
    await within(() => rooms.open(actor(), { id, kind: 'session', clock }));
    return id;
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    const elsewhere = new LiveRelay(test.database, createLog('fatal'));
    rooms = new LiveRooms(test.database, new Rooms(test.database), elsewhere);
    regionId = (await makeRegion(test.database)).id;
    listener = new Client({ connectionString: test.appUrl });
    await listener.connect();
    listener.on('notification', ({ payload }) => notices.push(JSON.parse(payload ?? '') as RoomNotice));
    await listener.query(`listen ${ROOM_CHANNEL}`);
  });
  afterAll(async () => {
    await listener.end();
    await test.close();
  });

  /** A process of the api as far as facts go: hears notices, and keeps what it would emit. */
  const process = () => {
    const relay = new LiveRelay(test.database, createLog('fatal'));
    const heard: LiveFact[] = [];
    relay.passTo((_region, live) => heard.push(live));
    return { relay, heard };
  };
  const settled = async (done: () => boolean): Promise<void> => {
    for (let wait = 0; wait < 400 && !done(); wait++) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('knows what a room belongs to by its name, and names stay within what a socket may ask for', () => {
    const [id, practiceId] = [newId(), newId()];
    expect(liveRoomId(liveRoom(id, 'participant'))).toBe(id);
    for (const room of [
      meetingLiveRoom(id, 'leader', null),
      meetingLiveRoom(id, 'participant', practiceId),
    ]) {
      expect(liveRoomId(room)).toBe(id);
      expect(room.length).toBeLessThanOrEqual(100);
    }
    for (const room of [`meeting:${id}`, `session:${id}`, `other-live:${id}/x`, ''])
      expect(liveRoomId(room)).toBeNull();
  });

  it('makes a room once, keeps its clock and counts its versions', async () => {
    const id = await opened();
    const again = await within(() =>
      rooms.open(actor(), { id, kind: 'session', clock: { ...clock, state: 'ended' } }),
    );
    expect(again).toMatchObject({ id, regionId, kind: 'session', clock, endedAt: null, version: 1 });
    const running = stepClock(clock, { do: 'start' }, hour.startsAt);
    await within(async () => {
      const room = await rooms.lock(id);
      room.clock = running;
      room.endedAt = hour.endsAt;
      await rooms.save(room);
      expect(room.version).toBe(2);
    });
    expect(await within(() => rooms.find(id))).toMatchObject({ clock: running, endedAt: hour.endsAt });
  });

  it('knows no room that was not opened, nor one of another region', async () => {
    const id = await opened();
    const other = await makeRegion(test.database);
    await expect(within(() => rooms.lock(newId()))).rejects.toThrow('live.not-open');
    await test.database.transaction({ regionId: other.id }, async () => {
      expect(await rooms.find(id)).toBeNull();
      await expect(rooms.lock(id)).rejects.toThrow('live.not-open');
    });
  });

  it('lets one moderator after the other step the clock', async () => {
    const id = await opened();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        within(async () => {
          const room = await rooms.lock(id);
          room.clock = { ...room.clock, since: (room.clock.since ?? 0) + 1 };
          await rooms.save(room);
        }),
      ),
    );
    expect(await within(() => rooms.find(id))).toMatchObject({ clock: { since: 10 }, version: 11 });
  });

  it('tells each audience apart, and never says in the notice what was told', async () => {
    const id = await opened();
    notices.length = 0;
    await within(async () => {
      expect(await rooms.tell(id, 'moderator', { type: 'reload' })).toBe(1);
      expect(await rooms.tell(id, 'participant', gone('een geheim'))).toBe(1);
      expect(await rooms.tell(id, 'participant', { type: 'reload' })).toBe(2);
    });
    await settled(() => notices.length === 3);
    expect(notices).toEqual([
      { regionId, room: liveRoom(id, 'moderator'), version: 1, type: 'live' },
      { regionId, room: liveRoom(id, 'participant'), version: 1, type: 'live' },
      { regionId, room: liveRoom(id, 'participant'), version: 2, type: 'live' },
    ]);
    expect(await within(() => rooms.version(id, 'participant'))).toBe(2);
    expect(await within(() => rooms.version(id, 'specialist'))).toBe(0);
  });

  it('tells nothing of what was rolled back', async () => {
    const id = await opened();
    await expect(
      within(async () => {
        await rooms.tell(id, 'participant', { type: 'reload' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await within(() => rooms.version(id, 'participant'))).toBe(0);
  });

  it('passes everything on in order and once, however many tell at the same moment', async () => {
    const id = await opened();
    const room = liveRoom(id, 'participant');
    const [a, b] = [process(), process()];
    const hear = ({ payload }: { payload?: string }): void => {
      const notice = JSON.parse(payload ?? '') as { room: string; version: number };
      for (const { relay } of [a, b]) relay.moved(regionId, notice.room, notice.version);
    };
    listener.on('notification', hear);
    for (const { relay } of [a, b]) {
      relay.enter(regionId, room);
      relay.from(regionId, room, 0);
    }
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => within(() => rooms.tell(id, 'participant', gone(`${n}`)))),
    );
    await settled(() => a.heard.length >= 60 && b.heard.length >= 60);
    listener.off('notification', hear);
    const versions = Array.from({ length: 60 }, (_, n) => n + 1);
    expect(a.heard.map(({ version }) => version)).toEqual(versions);
    expect(b.heard).toEqual(a.heard);
    expect(new Set(a.heard.map(({ fact }) => (fact as { id: string }).id)).size).toBe(60);
  });

  it('holds back what comes before it knows from where, and passes that on then', async () => {
    const id = await opened();
    const room = liveRoom(id, 'specialist');
    const { relay, heard } = process();
    relay.enter(regionId, room);
    await within(() => rooms.tell(id, 'specialist', gone('eerst')));
    await within(() => rooms.tell(id, 'specialist', gone('dan')));
    relay.moved(regionId, room, 2);
    relay.from(regionId, room, 1);
    await settled(() => heard.length > 0);
    expect(heard).toEqual([{ room, version: 2, fact: gone('dan') }]);
  });

  it('catches up from the last that it passed on when it heard nothing for a while, more than one read takes', async () => {
    const id = await opened();
    const room = liveRoom(id, 'participant');
    const { relay, heard } = process();
    relay.enter(regionId, room);
    relay.from(regionId, room, 0);
    await within(async () => {
      for (let n = 0; n < 450; n++) await rooms.tell(id, 'participant', gone(`${n}`));
    });
    relay.catchUp();
    await settled(() => heard.length >= 450);
    expect(heard.map(({ version }) => version)).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
  });

  it('passes on at once, without reading, what its own process told, and reads what came in between', async () => {
    const id = await opened();
    const room = liveRoom(id, 'participant');
    const { relay, heard } = process();
    const own = new LiveRooms(test.database, new Rooms(test.database), relay);
    relay.enter(regionId, room);
    relay.from(regionId, room, 0);
    const first = gone('van hier');
    await within(() => own.tell(id, 'participant', first));
    expect(heard).toEqual([{ room, version: 1, fact: first }]);
    relay.moved(regionId, room, 1); // its notice brings nothing new
    await within(() => rooms.tell(id, 'participant', gone('van elders')));
    await within(() => own.tell(id, 'participant', gone('weer van hier')));
    expect(heard).toHaveLength(1);
    relay.moved(regionId, room, 2);
    relay.moved(regionId, room, 3);
    await settled(() => heard.length === 3);
    expect(heard.map(({ version }) => version)).toEqual([1, 2, 3]);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        within(() => (n % 2 ? own : rooms).tell(id, 'participant', gone(`${n}`))).then((version) =>
          relay.moved(regionId, room, version),
        ),
      ),
    );
    await settled(() => heard.length === 33);
    expect(heard.map(({ version }) => version)).toEqual(Array.from({ length: 33 }, (_, n) => n + 1));
  });

  it('tells many rooms at once, each its own fact at its own version, however many tell at the same moment (ADR 13)', async () => {
    const id = newId();
    const name = (k: number): string => meetingLiveRoom(id, 'participant', `practice-${k}`);
    const fact = (n: number): MeetingFact => ({
      type: 'presence',
      presence: [{ practiceId: 'x', practice: String(n), here: true }],
    });
    const reload = (k: number) => ({ room: name(k), fact: { type: 'reload' } as MeetingFact });
    await within(() => rooms.tellRooms<'meeting'>([reload(2)]));
    const tellings = Array.from({ length: 12 }, (_, n) =>
      within(() =>
        rooms.tellRooms<'meeting'>(
          // named in another order each time: no two wait for each other
          [0, 1, 2, 3].map((k) => ({ room: name(n % 2 ? k : 3 - k), fact: fact(n) })),
        ),
      ),
    );
    const versions = await Promise.all(tellings);
    expect(versions.map((one) => one[0] as number).sort((a, b) => a - b)).not.toContain(0);
    const rows = await within(() =>
      test.database.query<{ room: string; version: number }>(
        `select room, version from live_fact where room like $1 order by room, version`,
        [`meeting-live:${id}/%`],
      ),
    );
    for (const k of [0, 1, 2, 3])
      expect(rows.filter(({ room }) => room === name(k)).map(({ version }) => version)).toEqual(
        Array.from({ length: k === 2 ? 13 : 12 }, (_, n) => n + 1),
      );
    const about = () => notices.filter((one) => 'room' in one && one.room.includes(id));
    await settled(() => about().length === rows.length);
    expect(about()).toHaveLength(rows.length);
    expect(await within(() => rooms.versionOf(name(2)))).toBe(13);
  });

  it('is silent about rooms that nobody is in any more', async () => {
    const id = await opened();
    const room = liveRoom(id, 'participant');
    const { relay, heard } = process();
    relay.enter(regionId, room);
    relay.from(regionId, room, 0);
    relay.leave(regionId, room);
    await within(() => rooms.tell(id, 'participant', { type: 'reload' }));
    relay.moved(regionId, room, 1);
    relay.enter(regionId, room); // somebody comes back, and starts from what is now
    relay.from(regionId, room, 1);
    await within(() => rooms.tell(id, 'participant', gone('later')));
    relay.moved(regionId, room, 2);
    await settled(() => heard.length > 0);
    expect(heard.map(({ version }) => version)).toEqual([2]);
  });

  it('goes on by itself after the database could not be read', async () => {
    const id = await opened();
    const room = liveRoom(id, 'participant');
    const owner = new Client({ connectionString: test.ownerUrl });
    await owner.connect();
    const { relay, heard } = process();
    relay.enter(regionId, room);
    relay.from(regionId, room, 0);
    await within(() => rooms.tell(id, 'participant', { type: 'reload' }));
    await owner.query('alter table live_fact rename to live_fact_away');
    relay.moved(regionId, room, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
    await owner.query('alter table live_fact_away rename to live_fact');
    await owner.end();
    await settled(() => heard.length > 0);
    expect(heard).toEqual([{ room, version: 1, fact: { type: 'reload' } }]);
  });
});
