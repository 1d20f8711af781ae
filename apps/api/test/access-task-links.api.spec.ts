import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService, TaskKinds, TaskLinksService } from '#libs/access';
import type { MeView, ProblemView, TaskLinkView } from '#libs/contracts';
import { Database, newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { sessionCookie } from '../src/http/cookies.js';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

describe('task links (XCT-03, decisions: Doors and identities)', () => {
  let api: TestApp;
  let region: { id: string; name: string };
  let practice: { id: string; name: string };
  let contact: Actor & { personId: string };
  const gone = new Set<string>();

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database, { name: 'Vlierstreek' });
    practice = await makePractice(api.test.database, region.id, { name: 'De Vlier' });
    contact = await makeActor(api.test.database, region.id, 'practice-contact', { scopeId: practice.id });
    // the features register their own descriptions when the app starts; here one stands for both
    api.app.get(TaskKinds).register('round-answer', async (_actor, { subjectId, practiceId }) =>
      gone.has(subjectId)
        ? null
        : {
            title: { nl: 'Vul uw voorkeur in', en: 'Give your preference' },
            minutes: 3,
            deadline: '2026-12-01T22:59:59.000Z',
            href: `/taak/ronde/${subjectId}/${practiceId}`,
          },
    );
  });
  afterAll(() => api.close());

  const make = async (options: { person?: Actor; until?: Date; subjectId?: string } = {}) => {
    const subjectId = options.subjectId ?? newId();
    const id = await api.app.get(TaskLinksService).create(systemActor(region.id), {
      personId: (options.person ?? contact).personId as string,
      kind: 'round-answer',
      subjectId,
      practiceId: practice.id,
      until: options.until ?? new Date(Date.now() + 86_400_000),
    });
    return {
      subjectId,
      token: new Secrets(api.config).token('task-link', id),
      href: `/taak/ronde/${subjectId}/${practice.id}`,
    };
  };
  const inRegion = <T>(work: () => Promise<T>) =>
    api.app.get(Database).transaction(systemActor(region.id), work);
  const sign = async (browser: TestBrowser, actor: Actor) => {
    const [name, value] = (await api.cookieFor(actor)).split('=') as [string, string];
    browser.jar.set(name, value);
    return value;
  };

  it('shows what is asked, to anybody and any number of times', async () => {
    const { token } = await make();
    for (const method of ['HEAD', 'GET', 'GET']) {
      const answer = await new TestBrowser(api).call<TaskLinkView>(method, `/api/task-links/${token}`);
      expect(answer.status).toBe(200);
      expect(answer.cookies).toEqual([]);
      if (method === 'GET')
        expect(answer.body).toEqual({
          state: 'ready',
          kind: 'round-answer',
          title: { nl: 'Vul uw voorkeur in', en: 'Give your preference' },
          practice: 'De Vlier',
          region: 'Vlierstreek',
          minutes: 3,
          deadline: '2026-12-01T22:59:59.000Z',
        });
    }
  });

  it('opens that one task, again and again, and nothing else', async () => {
    const { token, href, subjectId } = await make();
    const browser = new TestBrowser(api);
    expect((await browser.call('POST', `/api/task-links/${token}`)).body).toEqual({ href });
    const me = await browser.call<MeView>('GET', '/api/me');
    expect(me.body).toMatchObject({
      person: { id: contact.personId },
      task: { kind: 'round-answer', href },
      roles: [],
      permissions: ['public', 'task'],
      regions: [{ id: region.id }],
    });
    for (const [method, url] of [
      ['GET', '/api/people'],
      ['GET', '/api/sessions'],
      ['PATCH', '/api/me'],
      ['GET', '/api/region'],
      ['POST', '/api/me/region'],
      ['GET', '/api/audit'],
      ['DELETE', `/api/roles/${contact.roles[0]?.id}`],
    ] as const) {
      const answer = await browser.call<ProblemView>(method, url, method === 'PATCH' ? {} : undefined);
      expect([url, answer.status, answer.body.code]).toEqual([url, 403, 'auth.task-only']);
    }
    expect((await new TestBrowser(api).call('POST', `/api/task-links/${token}`)).status).toBe(200);
    const log = await inRegion(() =>
      api.app
        .get(Database)
        .query<{ actor_kind: string; practice_id: string }>(
          `select actor_kind, practice_id from audit_entry where event = 'task-link.used' and subject_id = $1`,
          [subjectId],
        ),
    );
    expect(log).toEqual(Array(2).fill({ actor_kind: 'task', practice_id: practice.id }));
  });

  it('keeps the full session of the same person, and takes the place of somebody else’s', async () => {
    const { token, href } = await make();
    const browser = new TestBrowser(api);
    const own = await sign(browser, contact);
    expect((await browser.call('POST', `/api/task-links/${token}`)).body).toEqual({ href });
    expect(browser.jar.get(sessionCookie(api.config))).toBe(own);
    expect((await browser.call<MeView>('GET', '/api/me')).body.task).toBeNull();

    const colleague = await makeActor(api.test.database, region.id, 'region-coordinator');
    const theirs = await sign(browser, colleague);
    await browser.call('POST', `/api/task-links/${token}`);
    expect(browser.jar.get(sessionCookie(api.config))).not.toBe(theirs);
    expect((await browser.call<MeView>('GET', '/api/me')).body.permissions).toEqual(['public', 'task']);
    const dead = await api.call('GET', '/api/me', { cookie: `${sessionCookie(api.config)}=${theirs}` });
    expect(dead.status).toBe(401);
  });

  it('ends at its deadline, and moves with it', async () => {
    const { token, subjectId } = await make({ until: new Date(Date.now() - 1000) });
    const browser = new TestBrowser(api);
    expect((await browser.call<TaskLinkView>('GET', `/api/task-links/${token}`)).body.state).toBe('expired');
    expect(await browser.call('POST', `/api/task-links/${token}`)).toMatchObject({
      status: 410,
      body: { code: 'auth.link-invalid' },
    });
    const links = api.app.get(TaskLinksService);
    expect(await inRegion(() => links.move(subjectId, new Date(Date.now() + 60_000)))).toBe(1);
    expect((await browser.call('POST', `/api/task-links/${token}`)).status).toBe(200);
    await inRegion(() => links.move(subjectId, new Date(Date.now() - 1000)));
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
  });

  it('ends when it is taken back, its open session included, and only in its own region', async () => {
    const { token, subjectId } = await make();
    const browser = new TestBrowser(api);
    await browser.call('POST', `/api/task-links/${token}`);
    const links = api.app.get(TaskLinksService);
    const other = await makeRegion(api.test.database);
    const reach = api.app
      .get(Database)
      .transaction(systemActor(other.id), () => links.revoke(subjectId, contact.personId));
    expect(await reach).toBe(0);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
    expect(await inRegion(() => links.revoke(subjectId, contact.personId))).toBe(1);
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
    expect((await browser.call('POST', `/api/task-links/${token}`)).status).toBe(410);
  });

  it('ends with the person’s last role at the practice: a hand-over takes the links along (XCT-09)', async () => {
    const former = await makeActor(api.test.database, region.id, 'practice-contact', {
      scopeId: practice.id,
    });
    const { token } = await make({ person: former });
    const browser = new TestBrowser(api);
    await browser.call('POST', `/api/task-links/${token}`);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
    await api.app.get(PeopleService).handOver(systemActor(region.id), former.roles[0]?.id as string, {
      name: 'Opvolger',
      email: 'opvolger@voorbeeld.example',
    });
    expect((await browser.call('GET', '/api/me')).status).toBe(401);
    expect((await browser.call<TaskLinkView>('GET', `/api/task-links/${token}`)).body.state).toBe('expired');
    expect((await browser.call('POST', `/api/task-links/${token}`)).status).toBe(410);
  });

  it('is worth nothing when guessed, when its task is gone, or as a sign-in', async () => {
    const { token, subjectId } = await make();
    const browser = new TestBrowser(api);
    expect((await browser.call('POST', `/api/task-links/${'A'.repeat(43)}`)).status).toBe(410);
    expect((await browser.call('POST', `/api/sign-in/links/${token}`, {})).status).toBe(410);
    gone.add(subjectId);
    expect((await browser.call<TaskLinkView>('GET', `/api/task-links/${token}`)).body.state).toBe('expired');
    expect((await browser.call('POST', `/api/task-links/${token}`)).status).toBe(410);
  });
});

describe('signing in as somebody of the demo', () => {
  it('offers the people at the demo domain and lets them in, nobody else', async () => {
    const api = await openTestApp();
    const region = await makeRegion(api.test.database);
    const practice = await makePractice(api.test.database, region.id, { name: 'De Vlier' });
    const [holder, boss, hidden] = [
      await makeActor(api.test.database, region.id, 'practice-holder', {
        name: 'Hanna Houder',
        email: 'hanna@demo.leerkring.example',
        scopeId: practice.id,
      }),
      await makeActor(api.test.database, region.id, 'region-coordinator', {
        name: 'Carla Coördinator',
        email: 'carla@demo.leerkring.example',
      }),
      await makeActor(api.test.database, region.id, 'region-coordinator'),
    ];
    expect((await api.call('GET', '/api/demo')).body).toEqual({
      people: [
        { id: boss.personId, name: 'Carla Coördinator', role: 'region-coordinator', scopeName: null },
        { id: holder.personId, name: 'Hanna Houder', role: 'practice-holder', scopeName: 'De Vlier' },
      ],
    });
    const browser = new TestBrowser(api);
    expect((await browser.call('POST', '/api/demo/sign-in', { id: hidden.personId })).status).toBe(404);
    expect((await browser.call('POST', '/api/demo/sign-in', { id: holder.personId })).body).toEqual({
      href: '/',
    });
    expect((await browser.call<MeView>('GET', '/api/me')).body).toMatchObject({
      person: { name: 'Hanna Houder' },
      demo: true,
    });
    await api.close();
  });

  it('does not exist outside the demo', async () => {
    const api = await openTestApp({ embedded: false });
    const region = await makeRegion(api.test.database);
    const boss = await makeActor(api.test.database, region.id, 'region-coordinator', {
      email: 'carla@demo.leerkring.example',
    });
    expect((await api.call('GET', '/api/demo')).status).toBe(404);
    expect((await api.call('POST', '/api/demo/sign-in', { body: { id: boss.personId } })).status).toBe(404);
    await api.close();
  });
});
