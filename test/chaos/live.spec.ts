import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { liveRoom, type LiveFact } from '#libs/contracts';
import { LiveRelay, LiveRooms, newClock, stepClock } from '#libs/live';
import { createDataSource, createLog, Database, migrate, newId, Rooms, systemActor } from '#libs/platform';
import { hasRedis } from '#libs/testing';
import { freePort } from '../../apps/standalone/src/embedded-postgres.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres.js';
import { LiveOrder } from '../../apps/web/src/lib/live-order.js';
import { cookieHeader, stage, type LiveScene } from '../../bench/live-scene.js';
import { Front } from './front.js';
import { launch, type Launched } from './launch.js';
import { eventually, pause } from './visitor.js';

jest.setTimeout(90_000);

const PEOPLE = 6;
/** Who is not heard of for so long has left, in seconds. */
const SILENCE = 45;
const redisHere = hasRedis();

/** A participant's page as far as its room goes: a snapshot over another way, and what is told after it. */
class Page {
  readonly shown = new Set<string>();
  readonly socket: Socket;
  private readonly order: LiveOrder<LiveFact['fact']>;
  private fetching = false;

  constructor(
    url: string,
    token: string,
    room: string,
    private readonly snapshot: () => Promise<{ version: number; ids: string[] }>,
  ) {
    this.order = new LiveOrder({
      fact: (fact) => fact.type === 'follow-up-gone' && this.shown.add(fact.id),
      gap: () => this.fetch(),
    });
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      extraHeaders: { cookie: cookieHeader(token), origin: url.replace('127.0.0.1', 'localhost') },
    });
    const join = (): void => {
      this.socket.emit('join', room, (reply: { version?: number; problem?: string }) => {
        if (reply.version !== undefined) this.order.joined(reply.version);
        else if (reply.problem === 'internal') setTimeout(() => this.socket.connected && join(), 500);
      });
    };
    this.socket.on('connect', join);
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') setTimeout(() => this.socket.connect(), 300);
    });
    // a handshake that was refused while the database was away is not tried again by socket.io itself
    this.socket.on('connect_error', () => {
      if (!this.socket.active) setTimeout(() => this.socket.connect(), 500);
    });
    this.socket.on(
      'live',
      (live: LiveFact) => live.room === room && this.order.told(live.version, live.fact),
    );
    this.fetch();
  }

  get version(): number | null {
    return this.order.behind ? null : this.order.version;
  }

  private fetch(): void {
    if (this.fetching) return;
    this.fetching = true;
    this.snapshot().then(
      ({ version, ids }) => {
        this.fetching = false;
        for (const id of ids) this.shown.add(id);
        this.order.snapshot(version);
      },
      () =>
        setTimeout(() => {
          this.fetching = false;
          this.fetch();
        }, 300),
    );
  }
}

describe('a live room recovers by itself, and nothing that was told, asked or voted is lost (DIA-10, two api processes)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-live-chaos-'));
  let postgres: EmbeddedPostgres;
  let front: Front;
  let database: Database;
  let scene: LiveScene;
  let redis: { port: number; process: ChildProcess } | null = null;
  const ports: number[] = [];
  const apis: Launched[] = [];
  const pages: Page[] = [];
  const told: string[] = [];
  let room: string;

  const startRedis = async (port: number): Promise<{ port: number; process: ChildProcess }> => {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    const child = spawn('redis-server', args, { stdio: 'ignore' });
    await eventually(
      'Redis',
      () =>
        new Promise<boolean>((resolve) => {
          const probe = connect(port, '127.0.0.1');
          probe.on('connect', () => resolve(probe.end() !== undefined));
          probe.on('error', () => resolve(false));
        }),
    );
    return { port, process: child };
  };
  /** How far the clocks of the api processes run ahead, in seconds. */
  let ahead = 0;
  const clockFile = join(folder, 'clock-ahead');
  const turnClocks = (seconds: number): void => {
    ahead = seconds;
    writeFileSync(clockFile, String(seconds * 1_000));
  };
  const startApi = async (n: number): Promise<void> => {
    const port = ports[n] as number;
    apis[n] = launch('api', {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: fronted(postgres.appUrl),
      PUBLIC_URL: `http://localhost:${port}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LEERKRING_SECRET: 'chaos '.repeat(8),
      LEERKRING_DATA: folder,
      NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/chaos/clock-ahead.mjs')).href}`,
      CLOCK_AHEAD: clockFile,
      ...(redis && { REDIS_URL: `redis://127.0.0.1:${redis.port}` }),
    });
    await eventually(`the api on ${port}`, () =>
      fetch(`http://127.0.0.1:${port}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
  };
  const fronted = (url: string): string => Object.assign(new URL(url), { port: String(front.port) }).href;
  const sessionId = (): string => (scene.sessions[0] as { id: string }).id;

  /** Tells so many things, each until it is certain that it was told; twice is no harm. */
  const tell = async (rooms: LiveRooms, count: number): Promise<void> => {
    for (let n = 0; n < count; n++) {
      const id = `${told.length}`;
      await eventually(`telling ${id}`, () =>
        database
          .transaction({ regionId: scene.regionId }, () =>
            rooms.tell(sessionId(), 'participant', { type: 'follow-up-gone', id }),
          )
          .then(
            () => true,
            () => false,
          ),
      );
      told.push(id);
      await pause(40);
    }
  };
  const snapshot = async (): Promise<{ version: number; ids: string[] }> =>
    database.transaction({ regionId: scene.regionId }, async () => {
      const version = await new Rooms(database).version(room);
      const rows = await database.query<{ id: string }>(
        `select content->>'id' as id from live_fact where room = $1 and version <= $2 and content->>'type' = 'follow-up-gone'`,
        [room, version],
      );
      return { version, ids: rows.map(({ id }) => id) };
    });
  const here = async (): Promise<number> => {
    const rows = await database.transaction({ regionId: scene.regionId }, () =>
      database.query<{ count: number }>(
        `select count(distinct person_id)::int as count from live_presence
         where left_at is null and seen_at > now() + make_interval(secs => $1)`,
        [ahead - SILENCE],
      ),
    );
    return rows[0]?.count ?? -1;
  };
  const allRecovered = async (): Promise<void> => {
    await eventually('every page at the same version', async () => {
      const { version } = await snapshot();
      return pages.every((page) => page.version === version);
    });
    for (const page of pages) expect([...page.shown].sort()).toEqual([...told].sort());
    await eventually('everybody to be here', async () => (await here()) === PEOPLE);
  };
  let rooms: LiveRooms;

  /** A command of one person, sent again until it is answered: a page does the same with what it keeps. */
  const command = (n: number, method: string, path: string, body: object): Promise<void> => {
    const port = ports[n % 2] as number;
    return eventually(`${method} ${path}`, () =>
      fetch(`http://127.0.0.1:${port}/api/dialogue-sessions/${sessionId()}/live/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-leerkring': '1',
          origin: `http://localhost:${port}`,
          cookie: cookieHeader(scene.sessions[0]?.cookies[n] ?? ''),
        },
        body: JSON.stringify(body),
      }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ).then(() => undefined);
  };
  const everybody = Array.from({ length: PEOPLE }, (_, n) => n);
  let asked = 0;
  /** Everybody asks something, and joins what the next one asked before. */
  const ask = async (): Promise<void> => {
    let before: { id: string; text: string }[] = [];
    await eventually('what was asked', () =>
      followUps().then(
        (all) => Boolean((before = all)),
        () => false, // the database may be away at this very moment
      ),
    );
    const turn = ++asked;
    await Promise.all(
      everybody.map(async (n) => {
        const text = `Vraag ${turn} van persoon ${n + 1}`;
        const clientId = newId();
        await command(n, 'POST', 'follow-ups', { clientId, text, named: false, confirmed: true });
        const joined = before.find(
          (one) => one.text === `Vraag ${turn - 1} van persoon ${((n + 1) % PEOPLE) + 1}`,
        );
        if (joined) await command(n, 'PUT', `follow-ups/${joined.id}/endorsement`, {});
      }),
    );
  };
  const followUps = (): Promise<{ id: string; text: string; joined: number }[]> =>
    database.transaction({ regionId: scene.regionId }, () =>
      database.query(
        `select f.id, f.text, (select count(*)::int from follow_up_endorsement e where e.follow_up_id = f.id) as joined
         from follow_up_question f order by f.text`,
      ),
    );
  /** Every question stands there once, and those of earlier turns have the vote that was given. */
  const nothingLost = async (): Promise<void> => {
    const expected = Array.from({ length: asked }, (_, turn) =>
      everybody.map((n) => [`Vraag ${turn + 1} van persoon ${n + 1}`, turn + 1 < asked ? 1 : 0]),
    ).flat();
    expect((await followUps()).map(({ text, joined }) => [text, joined])).toEqual(expected);
  };

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    turnClocks(0);
    front = await Front.open();
    postgres = await startEmbeddedPostgres(folder, { durable: false });
    front.to = postgres.port;
    await migrate(postgres.ownerUrl, 'migrations');
    scene = await stage(postgres.ownerUrl, 1, PEOPLE);
    room = liveRoom(sessionId(), 'participant');
    database = new Database(await createDataSource(fronted(postgres.appUrl), 4).initialize());
    rooms = new LiveRooms(database, new Rooms(database), new LiveRelay(database, createLog('silent')));
    const hour = { startsAt: new Date(), endsAt: new Date(Date.now() + 3_600_000) };
    await database.transaction({ regionId: scene.regionId }, () =>
      rooms.open(systemActor(scene.regionId), {
        id: sessionId(),
        kind: 'session',
        clock: stepClock(
          newClock([{ id: 'a', name: 'Knie', seconds: 3_600 }], hour),
          { do: 'start' },
          new Date(),
        ),
      }),
    );
    if (redisHere) redis = await startRedis(await freePort());
    for (const n of [0, 1]) {
      ports.push(await freePort());
      await startApi(n);
    }
    const tokens = scene.sessions[0]?.cookies ?? [];
    for (const [n, token] of tokens.entries())
      pages.push(new Page(`http://127.0.0.1:${ports[n % 2]}`, token, room, snapshot));
    await tell(rooms, 5);
    await allRecovered();
  }, 120_000);
  afterAll(async () => {
    for (const page of pages) page.socket.disconnect();
    for (const api of apis) await api.end('SIGKILL');
    await database?.source.destroy().catch(() => undefined);
    redis?.process.kill('SIGKILL');
    front?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('when a process of the api is killed in the middle of it and started again', async () => {
    const telling = Promise.all([tell(rooms, 25), pause(600).then(ask)]);
    await pause(300);
    await apis[0]?.end('SIGKILL');
    await pause(500);
    await startApi(0);
    await telling;
    await allRecovered();
    await nothingLost();
  });

  it('when the database is restarted', async () => {
    const telling = Promise.all([tell(rooms, 25), pause(600).then(ask)]);
    await pause(300);
    front.to = 0;
    await postgres.stop();
    await pause(700); // away long enough for whoever asks to find nobody
    postgres = await startEmbeddedPostgres(folder, { durable: false });
    front.to = postgres.port;
    await telling;
    await allRecovered();
    await nothingLost();
    for (const api of apis) expect(api.output()).not.toMatch(/unhandled/i);
  });

  if (redisHere)
    it('when Redis is restarted', async () => {
      const telling = Promise.all([tell(rooms, 15), pause(300).then(ask)]);
      await pause(200);
      redis?.process.kill('SIGKILL');
      await pause(500);
      redis = await startRedis((redis as { port: number }).port);
      await telling;
      await allRecovered();
      await nothingLost();
    });

  it('and knows soon who is gone, also when the process that had them was killed', async () => {
    // the people of the killed process are not heard of any more; those who came back say so by the new time
    turnClocks(SILENCE);
    await eventually('everybody to be here by the new time', async () => (await here()) === PEOPLE);
    const leaving = pages.splice(0, 2);
    for (const page of leaving) page.socket.disconnect();
    await eventually('two fewer', async () => (await here()) === PEOPLE - 2);
    await tell(rooms, 3);
    await eventually('the others at one version', async () => {
      const { version } = await snapshot();
      return pages.every((page) => page.version === version);
    });
    expect(leaving.some((page) => page.shown.has(told.at(-1) as string))).toBe(false);
  });
});
