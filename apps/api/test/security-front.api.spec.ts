import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { PeopleService, SessionsService } from '#libs/access';
import { LOG, readConfig, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeRegion } from '#libs/testing';
import { createApp } from '../src/create-app.js';
import { sessionCookie } from '../src/http/cookies.js';
import { RoomAccess } from '../src/realtime/room-access.js';
import { openTestApp, type TestApp } from './test-app.js';
import { newestSignIn, TestBrowser } from './test-browser.adapter.js';

const OWN = { origin: 'http://localhost:3000', 'x-leerkring': '1' };

describe('the front door', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: Actor & { personId: string };

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database);
    coordinator = await makeActor(api.test.database, region.id, 'region-coordinator');
  });
  afterAll(() => api.close());

  describe('changing requests from elsewhere (models/security.md #10)', () => {
    const post = async (headers: Record<string, string>, method = 'PATCH') => {
      const response = await api.app.inject({
        method: method as 'PATCH',
        url: '/api/me',
        headers: { host: 'localhost:3000', cookie: await api.cookieFor(coordinator), ...headers },
        payload: { language: 'nl' },
      });
      return { status: response.statusCode, code: (JSON.parse(response.payload) as { code?: string }).code };
    };

    it('are taken from our own pages', async () => {
      expect((await post(OWN)).status).toBe(200);
      expect((await post({ ...OWN, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    });

    it.each([
      ['another origin', { ...OWN, origin: 'https://evil.example' }],
      ['our name on another port', { ...OWN, origin: 'http://localhost:3001' }],
      ['our name behind another', { ...OWN, origin: 'http://localhost:3000.evil.example' }],
      ['no origin', { 'x-leerkring': '1' }],
      ['origin null', { ...OWN, origin: 'null' }],
      ['no header of ours', { origin: OWN.origin }],
      ['a wrong header of ours', { ...OWN, 'x-leerkring': '0' }],
      ['a cross-site fetch', { ...OWN, 'sec-fetch-site': 'cross-site' }],
      ['a sibling site', { ...OWN, 'sec-fetch-site': 'same-site' }],
    ])('are refused with %s', async (_name, headers) => {
      expect(await post(headers)).toEqual({ status: 403, code: 'auth.origin' });
    });

    it('are refused as a plain form, which can send no JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const response = await api.app.inject({
          method: 'POST',
          url: '/api/sign-in',
          headers: { host: 'localhost:3000', origin: 'https://evil.example', 'content-type': type },
          payload: '{"email":"a@b.example"}',
        });
        expect([403, 422]).toContain(response.statusCode);
      }
    });

    it('are refused before anything is looked up: sign-in, task links and set-up too', async () => {
      for (const url of [
        '/api/sign-in',
        '/api/sign-in/code',
        '/api/task-links/x',
        '/api/setup',
        '/api/demo/sign-in',
        '/api/sign-out',
      ]) {
        const response = await api.app.inject({
          method: 'POST',
          url,
          headers: { host: 'localhost:3000' },
          payload: {},
        });
        expect([url, response.statusCode]).toEqual([url, 403]);
      }
    });
  });

  describe('cookies (models/security.md #9)', () => {
    const attributes = async (publicUrl: string) => {
      const config = { ...api.config, publicUrl };
      const app = await createApp(config, api.test.database.source);
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      const host = new URL(publicUrl).host;
      const headers = { host, origin: publicUrl, 'x-leerkring': '1' };
      const ask = await app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers,
        payload: { email: coordinator.email },
      });
      const mail = await newestSignIn(api, region.id, coordinator.email);
      const cookie = (ask.cookies[0] as { name: string; value: string } | undefined) ?? {
        name: '',
        value: '',
      };
      const enter = await app.inject({
        method: 'POST',
        url: `/api/sign-in/links/${mail?.token}`,
        headers: { ...headers, cookie: `${cookie.name}=${cookie.value}` },
        payload: {},
      });
      await app.close();
      return [ask, enter].map((response) => String(response.headers['set-cookie']));
    };

    it('are pinned to the host over TLS, out of reach of scripts and of other sites', async () => {
      const [browser, session] = await attributes('https://leerkring.example');
      expect(browser).toMatch(/^__Host-leerkring-browser=[\w-]{43};/);
      expect(session).toMatch(/^__Host-leerkring=[\w-]{43};/);
      for (const cookie of [browser, session]) {
        expect(cookie).toMatch(/; Path=\//);
        expect(cookie).toMatch(/; HttpOnly/);
        expect(cookie).toMatch(/; Secure/);
        expect(cookie).toMatch(/; SameSite=Lax/);
        expect(cookie).not.toMatch(/Domain=/i);
      }
    });

    it('have another name, without Secure, on plain http of the own machine only', async () => {
      const [, session] = await attributes('http://localhost:3000');
      expect(session).toMatch(/^leerkring-local=[\w-]{43};/);
      expect(session).toMatch(/; HttpOnly/);
      expect(() =>
        readConfig({
          DATABASE_URL: 'postgresql://a@b/c',
          PUBLIC_URL: 'http://leerkring.example',
          SMTP_URL: 'smtp://mail.example',
          LEERKRING_SECRET: 'x'.repeat(40),
        }),
      ).toThrow(/https/);
    });

    it('of a made-up session open nothing', async () => {
      for (const value of ['', 'x', 'A'.repeat(43), `${'A'.repeat(5000)}`]) {
        const answer = await api.call('GET', '/api/me', { cookie: `${sessionCookie(api.config)}=${value}` });
        expect(answer.status).toBe(401);
      }
    });
  });

  describe('rate limits (models/security.md #12)', () => {
    it('count a real installation’s clients by their own address, not by what they claim', async () => {
      const config = { ...api.config, embedded: false, demo: false };
      const app = await createApp(config, api.test.database.source);
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      const statuses = [];
      for (let k = 0; k < 32; k++) {
        const response = await app.inject({
          method: 'POST',
          url: '/api/sign-in',
          remoteAddress: '203.0.113.77',
          headers: { host: 'localhost:3000', ...OWN, 'x-forwarded-for': `198.51.100.${k}` },
          payload: { email: `iemand-${k}@voorbeeld.example` },
        });
        statuses.push(response.statusCode);
      }
      await app.close();
      expect(statuses).toEqual([...Array<number>(30).fill(202), 429, 429]);
    });

    it('leave one person alone when another asks too much', async () => {
      const [busy, calm] = [
        await makeActor(api.test.database, region.id, 'auditor'),
        await makeActor(api.test.database, region.id, 'auditor'),
      ];
      const [forBusy, forCalm] = [await api.cookieFor(busy), await api.cookieFor(calm)];
      const statuses = new Set<number>();
      for (let k = 0; k < 62; k++)
        statuses.add((await api.call('GET', '/api/audit/verify', { cookie: forBusy })).status);
      expect(statuses).toEqual(new Set([200, 429]));
      expect((await api.call('GET', '/api/audit/verify', { cookie: forCalm })).status).toBe(200);
      expect((await api.call('GET', '/api/me', { cookie: forBusy })).status).toBe(200);
    });
  });

  describe('sockets (models/security.md #4, #15)', () => {
    let port: number;
    const open: Socket[] = [];

    beforeAll(async () => {
      await api.app.listen(0, '127.0.0.1');
      port = (api.app.getHttpServer().address() as { port: number }).port;
      api.app.get(RoomAccess).register('probe', async (actor, id) => id === actor.regionId);
    });
    afterAll(() => open.forEach((socket) => socket.disconnect()));

    /** Resolves when the handshake was taken or refused. */
    function connect(
      headers: Record<string, string>,
      transport: 'websocket' | 'polling' = 'websocket',
    ): Promise<{ socket: Socket; refused: string | null }> {
      const socket = io(`http://127.0.0.1:${port}`, {
        transports: [transport],
        forceNew: true,
        reconnection: false,
        extraHeaders: headers,
      });
      open.push(socket);
      return new Promise((resolve) => {
        socket.on('connect', () => resolve({ socket, refused: null }));
        socket.on('connect_error', (error) => resolve({ socket, refused: error.message }));
      });
    }
    const join = (socket: Socket, room: string): Promise<unknown> =>
      new Promise((resolve) => socket.emit('join', room, resolve));
    const closed = (socket: Socket): Promise<string> =>
      new Promise((resolve) => socket.on('disconnect', resolve));

    it('are refused from another origin, without one, and without a session', async () => {
      const cookie = await api.cookieFor(coordinator);
      const refused = [
        await connect({ origin: 'https://evil.example', cookie }),
        await connect({ origin: 'null', cookie }),
        await connect({ cookie }),
        await connect({ origin: OWN.origin }),
        await connect({ origin: OWN.origin, cookie: `${sessionCookie(api.config)}=${'A'.repeat(43)}` }),
      ];
      expect(refused.map((one) => one.refused)).toEqual(Array(5).fill('auth.required'));
      expect((await connect({ origin: OWN.origin, cookie })).refused).toBeNull();
    });

    it('are let in by plain requests too, where a network lets no web socket through', async () => {
      const cookie = await api.cookieFor(coordinator);
      const refused = [
        await connect({ cookie }, 'polling'),
        await connect({ cookie, origin: 'https://evil.example', 'x-leerkring': '1' }, 'polling'),
        await connect({ 'x-leerkring': '1' }, 'polling'),
      ];
      expect(refused.map((one) => one.refused)).toEqual(Array(3).fill('auth.required'));
      const { socket } = await connect({ cookie, 'x-leerkring': '1' }, 'polling');
      expect(await join(socket, `probe:${coordinator.regionId}`)).toHaveProperty('version');
    });

    it('join rooms of their own region, and none of another or of no kind', async () => {
      const other = await makeRegion(api.test.database);
      const { socket } = await connect({ origin: OWN.origin, cookie: await api.cookieFor(coordinator) });
      expect(await join(socket, `probe:${region.id}`)).toEqual({ version: 0, now: expect.any(Number) });
      expect(await join(socket, `probe:${other.id}`)).toEqual({ problem: 'not-found' });
      expect(await join(socket, `unknown:${region.id}`)).toEqual({ problem: 'not-found' });
      expect(await join(socket, '')).toEqual({ problem: 'not-found' });
    });

    it('are closed when their session is revoked, when it ends, and when the last role goes', async () => {
      const endings: ((actor: Actor & { personId: string }, cookie: string) => Promise<unknown>)[] = [
        async (_actor, cookie) => api.call('POST', '/api/sign-out', { cookie }),
        async (actor) => {
          const second = await api.cookieFor(actor);
          const { body } = await api.call<{ id: string; current: boolean }[]>('GET', '/api/sessions', {
            cookie: second,
          });
          const first = body.find((session) => !session.current);
          return api.call('DELETE', `/api/sessions/${first?.id}`, { cookie: second });
        },
        (actor) => api.app.get(PeopleService).endRole(systemActor(region.id), actor.roles[0]?.id as string),
      ];
      for (const end of endings) {
        const actor = await makeActor(api.test.database, region.id, 'auditor');
        const cookie = await api.cookieFor(actor);
        const { socket, refused } = await connect({ origin: OWN.origin, cookie });
        expect(refused).toBeNull();
        const gone = closed(socket);
        await end(actor, cookie);
        expect(await Promise.race([gone, after(1000)])).toBe('io server disconnect');
      }
    });

    it('say goodbye to who sends what no page sends', async () => {
      const { socket } = await connect({ origin: OWN.origin, cookie: await api.cookieFor(coordinator) });
      const gone = closed(socket);
      socket.emit('join', 'x'.repeat(101), () => undefined);
      expect(await gone).toBe('io server disconnect');
    });
  });

  describe('what is written down (models/security.md #18)', () => {
    it('holds no token, code, cookie or address, whatever goes wrong', async () => {
      const lines: string[] = [];
      const streams = [process.stdout, process.stderr] as const;
      const before = streams.map((stream) => stream.write.bind(stream));
      const write = (chunk: unknown): boolean => Boolean(lines.push(String(chunk)));
      streams.forEach((stream) => (stream.write = write as never));
      const secrets: string[] = [coordinator.email];
      try {
        const app = await createApp({ ...api.config, logLevel: 'trace' }, api.test.database.source);
        await app.init();
        await app.getHttpAdapter().getInstance().ready();
        // the log's own file descriptor is out of reach here, so its lines are taken where they leave the logger
        const log = app.get<Record<symbol, unknown>>(LOG);
        log[pino.symbols.streamSym] = { write };
        const loud = { ...api, app };
        const browser = new TestBrowser(loud);
        await browser.call('POST', '/api/sign-in', { email: coordinator.email });
        const mail = await newestSignIn(api, region.id, coordinator.email);
        secrets.push(mail?.token as string, mail?.code as string);
        await browser.call('POST', '/api/sign-in/code', { email: coordinator.email, code: '000000' });
        await browser.call('POST', `/api/sign-in/links/${mail?.token}`, {});
        secrets.push(...browser.jar.values());
        await browser.call('GET', '/api/me');
        await browser.call('POST', '/api/people', { name: 'x', email: coordinator.email, role: 'boss' });
        await browser.call('GET', '/api/nothing-here');
        // a failure inside: the database refuses, and what it was asked must not be told either
        const sessions = app.get(SessionsService);
        const open = sessions.open.bind(sessions);
        sessions.open = () => Promise.reject(new Error('connection terminated unexpectedly'));
        const failed = await browser.call('GET', '/api/me');
        sessions.open = open;
        expect(failed.status).toBe(500);
        expect(Object.keys(failed.body)).toEqual(['type', 'title', 'status', 'code', 'details', 'requestId']);
        await app.close();
      } finally {
        streams.forEach((stream, k) => (stream.write = before[k] as never));
      }
      const log = lines.join('');
      expect(log).toContain('request failed'); // something was written, so there was something to look through
      expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    });
  });
});

const after = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('still open after a second'), milliseconds).unref());
