import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { SetupService } from '#libs/access';
import type { ProblemView } from '#libs/contracts';
import { createApp } from '../src/create-app.js';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

describe('setting up an empty installation (ORG-02)', () => {
  let api: TestApp;
  let code: string;
  beforeAll(async () => {
    api = await openTestApp();
    code = (await api.app.get(SetupService).prepare()) ?? '';
  });
  afterAll(() => api.close());

  const values = (given: string) => ({
    code: given,
    region: { name: 'Regio Vlierstreek', holidayRegion: 'midden' },
    coordinator: { name: 'Joris Haverkamp', email: 'joris@vlier.example' },
    language: 'nl',
  });

  it('asks to be set up, and answers sign-ins like any other installation meanwhile', async () => {
    const browser = new TestBrowser(api);
    expect((await browser.call('GET', '/api/setup')).body).toEqual({ needed: true, mail: false });
    expect((await browser.call('POST', '/api/sign-in', { email: 'a@b.example' })).status).toBe(202);
  });

  it('prints a code that replaces the one before', async () => {
    const old = code;
    code = (await api.app.get(SetupService).prepare()) ?? '';
    expect(code).toMatch(/^\w{5}-\w{5}$/);
    const answer = await new TestBrowser(api).call<ProblemView>('POST', '/api/setup', values(old));
    expect(answer).toMatchObject({ status: 422, body: { code: 'setup.code-wrong' } });
  });

  it('slows down who guesses codes', async () => {
    const guesser = new TestBrowser(api);
    const statuses = [];
    for (let k = 0; k < 32; k++)
      statuses.push((await guesser.call('POST', '/api/setup', values(`AAAAA-AAAA${k}`))).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(422));
    expect(statuses.slice(30)).toEqual([429, 429]);
  });

  it('says what is the matter with mail', async () => {
    const browser = new TestBrowser(api);
    const test = (given: string) =>
      browser.call<ProblemView>('POST', '/api/setup/mail-test', {
        code: given,
        email: 'joris@vlier.example',
      });
    expect((await test('AAAAA-AAAAA')).body.code).toBe('setup.code-wrong');
    expect((await test(code)).body).toMatchObject({
      code: 'setup.mail-failed',
      details: { reason: 'SMTP_URL is not set.' },
    });
  });

  it('sends a real mail, or says in the mail server’s words why not', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('vol@')
            ? Object.assign(new Error('mailbox is full'), { responseCode: 552 })
            : null,
        ),
      onData: (stream, _session, done) => {
        stream.on('data', (chunk: Buffer) => received.push(chunk.toString()));
        stream.on('end', () => done());
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const smtpUrl = `smtp://127.0.0.1:${port}`;
    const app = await createApp({ ...api.config, smtpUrl }, api.test.database.source);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const browser = new TestBrowser({ ...api, app });
    const test = (email: string) =>
      browser.call<ProblemView>('POST', '/api/setup/mail-test', { code, email });
    try {
      expect((await browser.call('GET', '/api/setup')).body).toEqual({ needed: true, mail: true });
      expect((await test('joris@vlier.example')).status).toBe(204);
      expect(received.join('')).toMatch(/^To: .*joris@vlier\.example/m);
      const refused = await test('vol@vlier.example');
      expect(refused).toMatchObject({ status: 422, body: { code: 'setup.mail-failed' } });
      expect(String(refused.body.details.reason)).toContain('mailbox is full');
    } finally {
      await app.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });

  it('refuses a set-up that is not whole, and leaves nothing behind', async () => {
    const browser = new TestBrowser(api);
    for (const part of [
      { region: undefined },
      { coordinator: { name: 'A', email: 'x' } },
      { language: 'fr' },
    ])
      expect((await browser.call('POST', '/api/setup', { ...values(code), ...part })).status).toBe(422);
    expect((await browser.call('GET', '/api/setup')).body).toMatchObject({ needed: true });
    expect(await api.test.database.definer('select 1 from person')).toEqual([]);
  });

  it('makes the region and its coordinator once, even when two press the button, and signs the winner in', async () => {
    const browsers = [new TestBrowser(api), new TestBrowser(api)] as const;
    const typed = code.toLowerCase().replace('-', ' ');
    const answers = await Promise.all(browsers.map((one) => one.call('POST', '/api/setup', values(typed))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const winner = browsers[answers[0]?.status === 200 ? 0 : 1];
    expect((await winner.call('GET', '/api/me')).body).toMatchObject({
      person: { name: 'Joris Haverkamp', email: 'joris@vlier.example' },
      region: { slug: 'regio-vlierstreek', name: 'Regio Vlierstreek', replyTo: 'joris@vlier.example' },
      permissions: expect.arrayContaining(['people.manage', 'region.manage']),
    });
    const log = await winner.call<{ items: { event: string }[] }>('GET', '/api/audit');
    expect(log.body.items.map((entry) => entry.event)).toEqual([
      'person.signed-in',
      'role.granted',
      'person.created',
      'region.created',
    ]);
    expect(await api.test.database.definer('select 1 from region')).toHaveLength(1);
  });

  it('is over after that', async () => {
    const browser = new TestBrowser(api);
    expect((await browser.call('GET', '/api/setup')).body).toMatchObject({ needed: false });
    expect((await browser.call<ProblemView>('POST', '/api/setup', values(code))).body.code).toBe(
      'setup.done',
    );
    expect(
      (await browser.call<ProblemView>('POST', '/api/setup/mail-test', { code, email: 'a@b.example' })).body
        .code,
    ).toBe('setup.done');
    expect(await api.app.get(SetupService).prepare()).toBeNull();
  });
});
