import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MeView, SetupView } from '#libs/contracts';
import { hasRedis, openTestDatabase, openTestRedis, type TestDatabase } from '#libs/testing';
import { freePort } from '../../apps/standalone/src/embedded-postgres.js';
import { Front } from './front.js';
import { launch, type Launched } from './launch.js';
import { setUp } from './region.js';
import { eventually, pause, Visitor } from './visitor.js';

jest.setTimeout(120_000);

const SECRET = 'a secret of an installation that exists for a test';

describe('settings that are missing or wrong (decisions: Configuration)', () => {
  let test: TestDatabase;
  let whole: Record<string, string>;
  let dataDir: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-settings-'));
    const port = String(await freePort());
    whole = {
      PORT: port,
      DATABASE_URL: test.appUrl,
      PUBLIC_URL: `http://localhost:${port}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LEERKRING_SECRET: SECRET,
      LEERKRING_DATA: dataDir,
    };
  });
  afterAll(async () => {
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const at = (path: string): string => {
    const url = new URL(test.appUrl);
    return Object.assign(url, { pathname: path }).href;
  };
  const wrongPassword = (): string => Object.assign(new URL(test.appUrl), { password: 'wrong' }).href;
  const cases: [string, Record<string, string | undefined>, RegExp][] = [
    ['no PUBLIC_URL', { PUBLIC_URL: undefined }, /^PUBLIC_URL is missing: /],
    ['no SMTP_URL', { SMTP_URL: '' }, /^SMTP_URL is missing: /],
    ['a short LEERKRING_SECRET', { LEERKRING_SECRET: 'short' }, /^LEERKRING_SECRET is missing or shorter/],
    ['a DATABASE_URL that is no URL', { DATABASE_URL: 'localhost' }, /^DATABASE_URL is not a URL: /],
    [
      'a DATABASE_URL of another kind',
      { DATABASE_URL: 'mysql://x/y' },
      /^DATABASE_URL starts with mysql:\/\/ /,
    ],
    [
      'a PUBLIC_URL over plain http',
      { PUBLIC_URL: 'http://leerkring.example.nl' },
      /^PUBLIC_URL must start with https/,
    ],
    ['a PORT that is no port', { PORT: 'http' }, /^PORT is "http" but should be /],
    [
      'a database where nobody answers',
      { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x' },
      /cannot be reached \(.*ECONNREFUSED/,
    ],
    [
      'a database server with an unknown name',
      { DATABASE_URL: 'postgresql://a:b@nowhere.invalid/x' },
      /cannot be reached \(.*nowhere\.invalid/,
    ],
  ];
  const refusal = async (
    app: 'standalone' | 'api' | 'worker',
    wrong: Record<string, string | undefined>,
  ): Promise<{ code: number | null; printed: string }> => {
    const settings = Object.entries({ ...whole, ...wrong }).filter(([, value]) => value !== undefined);
    const started = launch(app, Object.fromEntries(settings) as Record<string, string>);
    return { code: await started.ended, printed: started.output() };
  };

  it.each(cases)('ends the api with one sentence for %s', async (_name, wrong, sentence) => {
    const { code, printed } = await refusal('api', wrong);
    expect(printed).toMatch(sentence);
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('ends every main with the same sentence', async () => {
    for (const wrong of [{ SMTP_URL: '' }, { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x' }]) {
      const told = [];
      for (const app of ['standalone', 'api', 'worker'] as const) told.push(await refusal(app, wrong));
      expect(told.map(({ code }) => code)).toEqual([1, 1, 1]);
      expect(told[0]?.printed.trimEnd().split('\n')).toHaveLength(1);
      expect(new Set(told.map(({ printed }) => printed)).size).toBe(1);
    }
  });

  it('ends api and worker without a DATABASE_URL, which only the launcher can do without', async () => {
    for (const app of ['api', 'worker'] as const)
      expect(await refusal(app, { DATABASE_URL: undefined })).toEqual({
        code: 1,
        printed: 'DATABASE_URL is missing: set it to the connection string of the app role.\n',
      });
  });

  it('says what a database refuses: the password, or that it does not exist', async () => {
    for (const [DATABASE_URL, reason] of [
      [
        wrongPassword(),
        /^The database of DATABASE_URL refuses the connection: password authentication failed/,
      ],
      [
        at('/no_such_database'),
        /^The database of DATABASE_URL refuses the connection: database "no_such_database" does not exist/,
      ],
    ] as const)
      for (const app of ['standalone', 'api', 'worker'] as const) {
        const { code, printed } = await refusal(app, { DATABASE_URL });
        expect(printed).toMatch(reason);
        expect(printed.trimEnd().split('\n')).toHaveLength(1);
        expect(printed).not.toContain(new URL(test.appUrl).password);
        expect(code).toBe(1);
      }
  });

  it('says which port is taken', async () => {
    const { default: net } = await import('node:net');
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(Number(whole.PORT), '127.0.0.1', resolve));
    for (const app of ['standalone', 'api'] as const)
      expect(await refusal(app, {})).toEqual({
        code: 1,
        printed: `Port ${whole.PORT} is taken by another program: set PORT to a free one.\n`,
      });
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('a real installation: its own database, its own mail server (ORG-02)', () => {
  let test: TestDatabase;
  let smtp: SMTPServer;
  let product: Launched;
  let visitor: Visitor;
  let dataDir: string;
  const received: Email[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-real-'));
    smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(parts)).then((mail) => received.push(mail));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const port = String(await freePort());
    visitor = new Visitor(`http://localhost:${port}`);
    product = launch('standalone', {
      PORT: port,
      PUBLIC_URL: visitor.url,
      DATABASE_URL: test.appUrl,
      DATABASE_OWNER_URL: test.ownerUrl,
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      LEERKRING_SECRET: SECRET,
      LEERKRING_DATA: dataDir,
    });
    await product.says(/ready at/);
  });
  afterAll(async () => {
    await product.end('SIGINT');
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const mailTo = (address: string): Promise<Email> =>
    eventually(
      `a mail to ${address}`,
      async () => received.find((mail) => mail.to?.some((one) => one.address === address)) ?? null,
    );

  it('has no demo, no mailbox and no region', async () => {
    for (const [method, path] of [
      ['GET', '/api/demo'],
      ['POST', '/api/demo/sign-in'],
      ['GET', '/api/mailbox'],
      ['GET', `/api/mailbox/01a20148-8e9e-757d-a09c-9bb7b39aa11a`],
      ['GET', `/api/mailbox/01a20148-8e9e-757d-a09c-9bb7b39aa11a/html`],
    ] as const) {
      const body = method === 'POST' ? { id: '01a20148-8e9e-757d-a09c-9bb7b39aa11a' } : undefined;
      expect([path, (await visitor.call(method, path, body)).status]).toEqual([path, 404]);
    }
    expect(product.output()).not.toMatch(/demo|mailbox/i);
    expect(await visitor.get<SetupView>('GET', '/api/setup')).toEqual({ needed: true, mail: true });
  });

  it('is set up with the code that it printed, after a mail that proves the mail server', async () => {
    const [, code] = await product.says(/one-time code: (\S+)/);
    const test = { code, email: 'proef@vlier.example' };
    expect((await visitor.call('POST', '/api/setup/mail-test', test)).status).toBe(204);
    expect((await mailTo('proef@vlier.example')).subject).toBeTruthy();
    await setUp(visitor, product.output);
    expect((await visitor.get<MeView>('GET', '/api/me')).person.email).toBe('joris@vlier.example');
    expect((await visitor.call('POST', '/api/setup', { code })).status).toBeGreaterThanOrEqual(400);
  });

  it('sends a sign-in mail whose code signs in on the browser that asked, and on no other', async () => {
    const [mine, other] = [new Visitor(visitor.url), new Visitor(visitor.url)];
    expect((await mine.call('GET', '/api/me')).status).toBe(401);
    const email = 'joris@vlier.example';
    expect((await mine.call('POST', '/api/sign-in', { email })).status).toBe(202);
    const mail = await mailTo(email);
    const code = /\b(\d{3}) ?(\d{3})\b/
      .exec(mail.text ?? '')
      ?.slice(1)
      .join('');
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.text).toContain(`${visitor.url}/aanmelden/link/`);
    const used = { email, code };
    expect((await other.call('POST', '/api/sign-in/code', used)).status).toBe(410);
    expect((await mine.call('POST', '/api/sign-in/code', used)).status).toBe(200);
    expect((await mine.get<MeView>('GET', '/api/me')).region.name).toBe('Regio Vlierstreek');
    expect((await mine.call('POST', '/api/sign-in/code', used)).status).toBe(410);
    expect((await visitor.call('GET', '/api/mailbox')).status).toBe(404);
  });

  it('stops on Ctrl-C and leaves its database alone', async () => {
    await product.end('SIGINT');
    expect(await product.ended).toBe(0);
    expect(product.output()).not.toMatch(/error/i);
    expect(await test.database.definer('select 1 from region')).toHaveLength(1);
  });
});

(hasRedis() ? describe : describe.skip)('a worker whose Redis went away (architecture §9)', () => {
  it('stops when it is told to', async () => {
    const [test, redis, front] = await Promise.all([openTestDatabase(), openTestRedis(), Front.open()]);
    const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-settings-'));
    front.to = Number(new URL(redis.url).port);
    const worker = launch('worker', {
      DATABASE_URL: test.appUrl,
      REDIS_URL: Object.assign(new URL(redis.url), { port: String(front.port) }).href,
      PUBLIC_URL: 'http://localhost:1',
      SMTP_URL: 'smtp://127.0.0.1:9',
      LEERKRING_SECRET: SECRET,
      LEERKRING_DATA: dataDir,
      SWEEP_SECONDS: '1',
    });
    const client = new Redis(redis.url);
    await eventually('its first look around', async () => (await client.keys('*sweep*')).length > 0);
    front.close();
    await pause(500);
    await worker.end('SIGINT');
    client.disconnect();
    await Promise.all([test.close(), redis.close()]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
