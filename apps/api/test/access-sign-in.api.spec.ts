import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, type Actor } from '#libs/platform';
import { makeActor, makeRegion, queriesOf } from '#libs/testing';
import { sessionCookie } from '../src/http/cookies.js';
import { openTestApp, type TestApp } from './test-app.js';
import { countSignInMails, newestSignIn, TestBrowser } from './test-browser.adapter.js';

const BROWSER_COOKIE = 'leerkring-browser-local';

describe('signing in by mail (XCT-03, models/security.md #5)', () => {
  let api: TestApp;
  let region: { id: string };
  let other: { id: string };
  let people = 0;

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database, { name: 'Regio A' });
    other = await makeRegion(api.test.database, { name: 'Regio B' });
  });
  afterAll(() => api.close());

  const somebody = (role: 'practice-holder' | 'region-coordinator' = 'practice-holder') =>
    makeActor(api.test.database, region.id, role, { email: `aanmelder-${(people += 1)}@voorbeeld.example` });
  const asked = async (actor: Actor, browser = new TestBrowser(api)) => {
    expect((await browser.call('POST', '/api/sign-in', { email: actor.email })).status).toBe(202);
    const mail = await newestSignIn(api, region.id, actor.email);
    if (!mail) throw new Error('no mail was planned');
    return { browser, ...mail };
  };

  it('lets the browser that asked in with the link, once', async () => {
    const actor = await somebody();
    const { browser, token } = await asked(actor);
    expect((await browser.call('GET', `/api/sign-in/links/${token}`)).body).toEqual({ state: 'ready' });
    const first = await browser.call('POST', `/api/sign-in/links/${token}`, {});
    expect(first).toMatchObject({ status: 200, body: { href: '/' } });
    expect((await browser.call('GET', '/api/me')).body).toMatchObject({
      person: { id: actor.personId, email: actor.email },
      region: { id: region.id },
      task: null,
    });
    const again = await new TestBrowser(api).call('POST', `/api/sign-in/links/${token}`, {});
    expect(again).toMatchObject({ status: 410, body: { code: 'auth.link-invalid' } });
    expect((await browser.call('GET', `/api/sign-in/links/${token}`)).body).toEqual({ state: 'expired' });
  });

  it('survives mail scanners: HEAD, GET and a POST without the cookie leave the link as it was', async () => {
    const { browser, token } = await asked(await somebody());
    const scanner = new TestBrowser(api);
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
      expect((await scanner.call(method, `/api/sign-in/links/${token}`)).status).toBe(200);
    }
    expect((await scanner.call('GET', `/api/sign-in/links/${token}`)).body).toEqual({ state: 'code' });
    for (let k = 0; k < 6; k++) {
      const answer = await scanner.call('POST', `/api/sign-in/links/${token}`, {});
      expect(answer).toMatchObject({ status: 409, body: { code: 'auth.code-needed' } });
      expect(answer.cookies).toEqual([]);
    }
    expect((await browser.call('POST', `/api/sign-in/links/${token}`, {})).status).toBe(200);
  });

  it('asks any other browser for the code, and lets it in with the right one', async () => {
    const { token, code } = await asked(await somebody());
    const phone = new TestBrowser(api);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await phone.call('POST', `/api/sign-in/links/${token}`, { code: wrong })).toMatchObject({
      status: 422,
      body: { code: 'auth.code-wrong' },
    });
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await phone.call('POST', `/api/sign-in/links/${token}`, { code: spaced })).status).toBe(200);
    expect((await phone.call('GET', '/api/me')).status).toBe(200);
  });

  it('takes the code on the page that asked, for the address that was asked for', async () => {
    const actor = await somebody();
    const { browser, code } = await asked(actor);
    const elsewhere = new TestBrowser(api);
    expect(await elsewhere.call('POST', '/api/sign-in/code', { email: actor.email, code })).toMatchObject({
      status: 410,
    });
    expect(
      await browser.call('POST', '/api/sign-in/code', {
        email: `  ${actor.email.toUpperCase()}`.trim(),
        code,
      }),
    ).toMatchObject({ status: 200, body: { href: '/' } });
  });

  it('takes the code of an earlier mail too, as long as it is open', async () => {
    const actor = await somebody();
    const first = await asked(actor);
    await asked(actor, first.browser);
    expect(
      (await first.browser.call('POST', '/api/sign-in/code', { email: actor.email, code: first.code }))
        .status,
    ).toBe(200);
  });

  it('ends a link after five wrong codes, also for the browser that asked', async () => {
    const { browser, token, code } = await asked(await somebody());
    const guesser = new TestBrowser(api);
    const guesses = ['000001', '000002', '000003', '000004', '000005', '000006']
      .filter((g) => g !== code)
      .slice(0, 5);
    for (const guess of guesses) {
      expect((await guesser.call('POST', `/api/sign-in/links/${token}`, { code: guess })).status).toBe(422);
    }
    expect((await guesser.call('POST', `/api/sign-in/links/${token}`, { code })).body).toMatchObject({
      code: 'auth.link-invalid',
    });
    expect((await browser.call('POST', `/api/sign-in/links/${token}`, {})).status).toBe(410);
  });

  it('answers an unknown address, a person without a role and an archived person like any other', async () => {
    const known = await somebody();
    const archived = await somebody();
    const former = await somebody();
    await api.test.database.definer(`update person set archived_at = now() where id = $1`, [
      archived.personId,
    ]);
    await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query(`update role_assignment set until = now() where person_id = $1`, [
        former.personId,
      ]),
    );
    const answers = [];
    for (const email of [known.email, 'niemand@voorbeeld.example', archived.email, former.email]) {
      const browser = new TestBrowser(api);
      const ask = await browser.call('POST', '/api/sign-in', { email });
      const tries = [];
      for (let k = 0; k < 6; k++) {
        const attempt = await browser.call('POST', '/api/sign-in/code', { email, code: '000000' });
        tries.push([attempt.status, (attempt.body as { code: string }).code]);
      }
      answers.push({
        status: ask.status,
        body: ask.body,
        cookies: ask.cookies.map((cookie) => [cookie.name, cookie.value.length]),
        headers: Object.keys(ask.headers).sort(),
        tries,
      });
    }
    expect(answers[0]).toMatchObject({ status: 202, body: {}, cookies: [[BROWSER_COOKIE, 43]] });
    expect(answers[0]?.tries.at(-1)).toEqual([410, 'auth.link-invalid']);
    for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0]);
    expect(await countSignInMails(api, region.id, known.email)).toBe(1);
    for (const email of ['niemand@voorbeeld.example', archived.email, former.email])
      expect(await countSignInMails(api, region.id, email)).toBe(0);
  });

  it('takes the same number of steps in the database for a known and an unknown address', async () => {
    const actor = await somebody();
    const steps = async (email: string) =>
      (
        await queriesOf(api.test.database, () => new TestBrowser(api).call('POST', '/api/sign-in', { email }))
      ).map((query) => query.replace(/^(RELEASE|ROLLBACK TO) SAVEPOINT.*/, 'END OF SAVEPOINT'));
    await steps(actor.email);
    expect(await steps('onbekend@voorbeeld.example')).toEqual(await steps(actor.email));
  });

  it('mails one address at most five times in a quarter of an hour, and says nothing about it', async () => {
    const actor = await somebody();
    const browser = new TestBrowser(api);
    for (let k = 0; k < 8; k++)
      expect((await browser.call('POST', '/api/sign-in', { email: actor.email })).status).toBe(202);
    expect(await countSignInMails(api, region.id, actor.email)).toBe(5);
  });

  it('slows down a browser that keeps trying, whatever address it claims to come from', async () => {
    const browser = new TestBrowser(api);
    const statuses = [];
    for (let k = 0; k < 32; k++) {
      const spoofed = { 'x-forwarded-for': `203.0.113.${k}`, forwarded: `for=203.0.113.${k}` };
      const { status } = await browser.call(
        'POST',
        '/api/sign-in',
        { email: `gok-${k}@voorbeeld.example` },
        spoofed,
      );
      statuses.push(status);
    }
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(202));
    expect(statuses.slice(30)).toEqual([429, 429]);
    expect((await new TestBrowser(api).call('POST', '/api/sign-in', { email: 'a@b.example' })).status).toBe(
      202,
    );
  });

  it('is worth ten minutes, no longer', async () => {
    const { browser, token } = await asked(await somebody());
    await asOwner(
      api,
      `update sign_in set expires_at = now() - interval '1 second' where token_hash = sha256($1::bytea)`,
      [Buffer.from(token)],
    );
    expect((await browser.call('GET', `/api/sign-in/links/${token}`)).body).toEqual({ state: 'expired' });
    expect((await browser.call('POST', `/api/sign-in/links/${token}`, {})).status).toBe(410);
    const rows = await asOwner<{ minutes: number }>(
      api,
      `select extract(epoch from expires_at - created_at) / 60 as minutes from sign_in order by created_at desc, id limit 1 offset 1`,
    );
    expect(Number(rows[0]?.minutes)).toBe(10);
  });

  it('keeps neither token nor code nor browser secret in the database', async () => {
    const actor = await somebody();
    const { browser, token, code } = await asked(actor);
    await browser.call('POST', `/api/sign-in/links/${token}`, {});
    const held = await asOwner<{ row: string }>(
      api,
      `select row::text as row from sign_in row union all select row::text from session row union all select row::text from mail row`,
    );
    const dump = held.map(({ row }) => row).join('\n');
    expect(dump.length).toBeGreaterThan(1000);
    const secrets = [token, ...browser.jar.values()];
    for (const secret of secrets) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(dump).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('rotates the session at sign-in: the cookie from before is dead', async () => {
    const actor = await somebody();
    const old = await api.cookieFor(actor);
    const [name, value] = old.split('=') as [string, string];
    const browser = new TestBrowser(api);
    browser.jar.set(name, value);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
    const { token } = await asked(actor, browser);
    await browser.call('POST', `/api/sign-in/links/${token}`, {});
    expect(browser.jar.get(name)).not.toBe(value);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
    expect((await api.call('GET', '/api/me', { cookie: old })).status).toBe(401);
  });

  it('signs out for good: the session is dead, the browser is told to forget', async () => {
    const { browser, token } = await asked(await somebody());
    await browser.call('POST', `/api/sign-in/links/${token}`, {});
    const cookie = `${sessionCookie(api.config)}=${browser.jar.get(sessionCookie(api.config))}`;
    const out = await browser.call('POST', '/api/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers['clear-site-data']).toContain('"cookies"');
    expect(browser.jar.has(sessionCookie(api.config))).toBe(false);
    expect((await api.call('GET', '/api/me', { cookie })).status).toBe(401);
  });

  it('opens the region that was used last', async () => {
    const actor = await somebody();
    await api.test.database.transaction(systemActor(other.id), () =>
      api.test.database.query(
        `insert into role_assignment (region_id, person_id, role, scope_kind) values ($1, $2, 'auditor', 'region')`,
        [other.id, actor.personId],
      ),
    );
    const { browser, token } = await asked(actor);
    await browser.call('POST', `/api/sign-in/links/${token}`, {});
    const me = await browser.call<{ region: { id: string }; regions: { id: string }[] }>('GET', '/api/me');
    expect(me.body.region.id).toBe(region.id);
    expect(me.body.regions.map((one) => one.id)).toEqual([region.id, other.id]);
    expect((await browser.call('POST', '/api/me/region', { regionId: other.id })).status).toBe(200);
    expect((await browser.call('GET', '/api/me')).body).toMatchObject({
      region: { id: other.id },
      permissions: expect.arrayContaining(['audit.read']),
    });
    const later = new TestBrowser(api);
    await later.call('POST', '/api/sign-in', { email: actor.email });
    const mail = await newestSignIn(api, other.id, actor.email);
    await later.call('POST', `/api/sign-in/links/${mail?.token}`, {});
    expect((await later.call('GET', '/api/me')).body).toMatchObject({ region: { id: other.id } });
    const stranger = await makeRegion(api.test.database);
    expect((await later.call('POST', '/api/me/region', { regionId: stranger.id })).status).toBe(404);
  });

  it('writes every sign-in and sign-out into the audit log, line breaks of the client kept out (XCT-10)', async () => {
    const coordinator = await somebody('region-coordinator');
    const { browser, token } = await asked(coordinator);
    const agent = { 'user-agent': 'Firefox/1 Linux\r\n{"event":"forged"}' };
    await browser.call('POST', `/api/sign-in/links/${token}`, {}, agent);
    const log = await browser.call<{ items: { event: string; actorId: string }[]; total: number }>(
      'GET',
      '/api/audit?limit=100',
    );
    const mine = log.body.items.filter((entry) => entry.actorId === coordinator.personId);
    expect(mine.map((entry) => entry.event)).toEqual(['person.signed-in']);
    expect(JSON.stringify(log.body)).not.toContain('forged');
    const devices = await browser.call<{ device: string }[]>('GET', '/api/sessions');
    expect(devices.body.map((session) => session.device)).toEqual(['Firefox, Linux']);
    expect((await browser.call('GET', '/api/audit/verify')).body).toMatchObject({ ok: true });
  });
});

async function asOwner<Row>(api: TestApp, sql: string, values: unknown[] = []): Promise<Row[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: api.test.superUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
