import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import {
  campaignRoom,
  type CampaignStepView,
  type CampaignSummaryView,
  type CampaignView,
  type HomeView,
  type LaunchPreviewView,
  type MailView,
  type Page,
  type ProblemView,
  type QuestionnaireSummaryView,
  type RoomFact,
} from '#libs/contracts';
import { newId, systemActor } from '#libs/platform';
import { StepsService } from '#libs/surveys';
import { makeActor, makeAudience, makePractice, makeRegion, queriesOf } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

/** `days` from now, at a whole hour. */
const ahead = (days: number): string =>
  new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000).toISOString();

describe('the doors of campaigns', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: string;
  let questionnaireId: string;
  const others: Record<string, string> = {};
  const sockets: Socket[] = [];

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    const { database } = api.test;
    region = await makeRegion(database);
    coordinator = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    const { id: scopeId } = await makePractice(database, region.id);
    for (const role of ['practice-contact', 'practice-consultant', 'specialist', 'data-steward'] as const)
      others[role] = await api.cookieFor(await makeActor(database, region.id, role, { scopeId }));
    const { body } = await call<Page<QuestionnaireSummaryView>>(coordinator, 'GET', '/api/questionnaires');
    questionnaireId = body.items[0]?.id as string;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await api.close();
  });

  const call = <T = ProblemView>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, url, { cookie, body, headers });
  const wish = (more: Record<string, unknown> = {}) => ({
    questionnaireId,
    anonymity: 'anonymous',
    audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: null },
    responseDays: 14,
    reminderDays: [7, 2],
    ...more,
  });
  const draft = async (more: Record<string, unknown> = {}): Promise<CampaignView> => {
    const made = await call<CampaignView>(coordinator, 'POST', '/api/campaigns', wish(more));
    expect(made.status).toBe(201);
    return made.body;
  };
  const launched = async (opensAt = ahead(2)): Promise<CampaignView> => {
    await makeAudience(api.test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    const { status, body } = await call<CampaignView>(coordinator, 'POST', `/api/campaigns/${id}/launch`, {
      opensAt,
    });
    expect(status).toBe(200);
    return body;
  };
  const stepOf = ({ steps }: CampaignView, kind: CampaignStepView['kind'], number: number | null = null) =>
    steps.find((one) => one.kind === kind && one.number === number) as CampaignStepView;

  it('lead from a draft by a preview to a launch, and say exactly who gets a mail', async () => {
    const { people } = await makeAudience(api.test.database, region.id, { people: 12, practices: 4 });
    const made = await draft({ title: { nl: 'Onze evaluatie', en: 'Our evaluation' } });
    const url = `/api/campaigns/${made.id}`;
    expect(made).toMatchObject({ state: 'draft', title: { nl: 'Onze evaluatie' }, version: 1 });
    const changed = await call<CampaignView>(
      coordinator,
      'PATCH',
      url,
      { reminderDays: [3] },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({ status: 200, body: { reminderDays: [3], version: 2 } });
    expect(await call(coordinator, 'PATCH', url, { reminderDays: [] }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale', details: { version: 2 } },
    });
    const opensAt = ahead(2);
    const preview = await call<LaunchPreviewView>(
      coordinator,
      'GET',
      `${url}/launch-preview?opensAt=${opensAt}`,
    );
    expect(preview.body.recipients).toHaveLength(people.length);
    expect(preview.body).toMatchObject({ opensAt, reminders: [expect.any(String)] });
    expect((await call<LaunchPreviewView>(coordinator, 'GET', `${url}/launch-preview`)).status).toBe(200);
    expect(
      await call(coordinator, 'POST', `${url}/launch`, { opensAt }, { 'if-match': '"1"' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    const planned = await call<CampaignView>(
      coordinator,
      'POST',
      `${url}/launch`,
      { opensAt },
      { 'if-match': '"2"' },
    );
    expect(planned).toMatchObject({
      status: 200,
      body: {
        state: 'planned',
        opensAt,
        closesAt: preview.body.closesAt,
        turnout: { invited: 12, answered: null },
      },
    });
    expect(planned.body.steps.map(({ kind, dueAt }) => `${kind} ${dueAt}`)).toEqual([
      `invite ${opensAt}`,
      `remind ${preview.body.reminders[0]}`,
      `close ${preview.body.closesAt}`,
    ]);
    expect(await call(coordinator, 'DELETE', url)).toMatchObject({
      status: 409,
      body: { code: 'campaign.launched' },
    });
    const other = await draft();
    expect((await call(coordinator, 'DELETE', `/api/campaigns/${other.id}`)).status).toBe(204);
    expect((await call(coordinator, 'GET', `/api/campaigns/${other.id}`)).status).toBe(404);
  });

  it('move, stop, do and plan steps again, each against the version that was seen', async () => {
    const view = await launched();
    const url = `/api/campaigns/${view.id}`;
    const step = (kind: CampaignStepView['kind'], number: number | null = null) =>
      `${url}/steps/${stepOf(view, kind, number).id}`;
    const dueAt = ahead(12);
    const moved = await call<CampaignView>(
      coordinator,
      'PATCH',
      step('remind', 1),
      { dueAt },
      { 'if-match': `"${view.version}"` },
    );
    expect(moved.status).toBe(200);
    expect(stepOf(moved.body, 'remind', 1).dueAt).toBe(dueAt);
    expect(
      await call(coordinator, 'PATCH', step('remind', 1), { dueAt }, { 'if-match': `"${view.version}"` }),
    ).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    expect(await call(coordinator, 'PATCH', step('remind', 1), { dueAt: ahead(1) })).toMatchObject({
      status: 422,
      body: { code: 'campaign.times-invalid', details: { reason: 'order' } },
    });
    const stopped = await call<CampaignView>(coordinator, 'PATCH', step('remind', 2), { state: 'stopped' });
    expect(stepOf(stopped.body, 'remind', 2).state).toBe('stopped');
    const again = await call<CampaignView>(coordinator, 'PATCH', step('remind', 2), { state: 'planned' });
    expect(stepOf(again.body, 'remind', 2).state).toBe('planned');
    expect(await call(coordinator, 'PATCH', step('close'), { state: 'stopped' })).toMatchObject({
      status: 409,
      body: { code: 'step.needed' },
    });
    expect(await call(coordinator, 'POST', `${step('remind', 1)}/do-now`)).toMatchObject({
      status: 409,
      body: { code: 'campaign.not-running' },
    });
    const invited = await call<CampaignView>(coordinator, 'POST', `${step('invite')}/do-now`);
    expect(invited).toMatchObject({ status: 200, body: { state: 'running' } });
    expect(await call(coordinator, 'POST', `${step('invite')}/do-now`)).toMatchObject({
      status: 409,
      body: { code: 'step.done' },
    });
    expect(await call(coordinator, 'POST', `${step('remind', 1)}/do-now`)).toMatchObject({ status: 200 });

    // who got a reminder had not answered: the list of mails does not tell
    const mails = await call<Page<MailView>>(coordinator, 'GET', '/api/mails?limit=100');
    expect(mails.body.total).toBe(12);
    expect(new Set(mails.body.items.map(({ template }) => template))).toEqual(
      new Set(['evaluation-invitation']),
    );

    const closed = await call<CampaignView>(coordinator, 'POST', `${url}/close`);
    expect(closed).toMatchObject({
      status: 200,
      body: { state: 'closed', turnout: { invited: 12, answered: 0 } },
    });
    expect(await call(coordinator, 'POST', `${url}/stop`)).toMatchObject({
      status: 409,
      body: { code: 'campaign.not-running' },
    });
    const other = await launched();
    expect(await call(coordinator, 'POST', `/api/campaigns/${other.id}/stop`)).toMatchObject({
      status: 200,
      body: { state: 'stopped' },
    });
  });

  it('name the one thing that cannot be', async () => {
    const { id } = await draft();
    const url = `/api/campaigns/${id}`;
    const refused: [string, string, unknown, string, string | null][] = [
      ['POST', '/api/campaigns', wish({ questionnaireId: 'x' }), 'validation.failed', 'questionnaireId'],
      ['POST', '/api/campaigns', wish({ questionnaireId: newId() }), 'not-found', null],
      ['POST', '/api/campaigns', wish({ anonymity: 'secret' }), 'validation.failed', 'anonymity'],
      ['POST', '/api/campaigns', wish({ responseDays: 91 }), 'validation.failed', 'responseDays'],
      ['POST', '/api/campaigns', wish({ responseDays: 1.5 }), 'validation.failed', 'responseDays'],
      ['POST', '/api/campaigns', wish({ reminderDays: [1, 2, 3] }), 'validation.failed', 'reminderDays'],
      ['POST', '/api/campaigns', wish({ reminderDays: [14] }), 'campaign.times-invalid', null],
      ['POST', '/api/campaigns', wish({ audience: undefined }), 'validation.failed', 'audience'],
      [
        'POST',
        '/api/campaigns',
        wish({ audience: { kind: 'attendees', roles: ['practice-holder'], practiceIds: null } }),
        'validation.failed',
        'audience.kind',
      ],
      [
        'POST',
        '/api/campaigns',
        wish({ audience: { kind: 'roles', roles: [], practiceIds: null } }),
        'validation.failed',
        'audience.roles',
      ],
      [
        'POST',
        '/api/campaigns',
        wish({ audience: { kind: 'roles', roles: ['king'], practiceIds: null } }),
        'validation.failed',
        'audience.roles',
      ],
      [
        'POST',
        '/api/campaigns',
        wish({ audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: ['x'] } }),
        'validation.failed',
        'audience.practiceIds',
      ],
      [
        'POST',
        '/api/campaigns',
        wish({ audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: [newId()] } }),
        'not-found',
        null,
      ],
      ['PATCH', url, { state: 'running' }, 'validation.failed', 'state'],
      ['PATCH', url, { title: null }, 'validation.failed', 'title'],
      ['GET', `${url}/launch-preview?opensAt=morgen`, undefined, 'validation.failed', 'opensAt'],
      ['POST', `${url}/launch`, {}, 'validation.failed', 'opensAt'],
      ['POST', `${url}/launch`, { opensAt: '2020-01-01T09:00:00Z' }, 'campaign.times-invalid', null],
      ['POST', `${url}/launch`, { opensAt: ahead(2) }, 'campaign.nobody', null],
      ['GET', '/api/campaigns?state=open', undefined, 'validation.failed', 'state'],
      ['PATCH', `${url}/steps/${newId()}`, { state: 'done' }, 'validation.failed', 'state'],
      ['PATCH', `${url}/steps/${newId()}`, { dueAt: 'x' }, 'validation.failed', 'dueAt'],
    ];
    for (const [method, path, body, code, field] of refused) {
      const answer = await call(coordinator, method, path, body);
      const fields = (answer.body.details.fields ?? []) as { field: string }[];
      expect([path, body, answer.body.code, fields.map((one) => one.field)]).toEqual([
        path,
        body,
        code,
        field === null ? [] : [field],
      ]);
      expect(answer.status).toBe(code === 'not-found' ? 404 : 422);
    }
  });

  it('refuse a promise that would not be true, with the numbers (SUR-15)', async () => {
    await makeAudience(api.test.database, region.id, { people: 9, practices: 9 });
    const { id } = await draft();
    expect(
      await call(coordinator, 'POST', `/api/campaigns/${id}/launch`, { opensAt: ahead(2) }),
    ).toMatchObject({
      status: 422,
      body: { code: 'campaign.level-untrue', details: { level: 'anonymous', people: 9, practices: 9 } },
    });
  });

  it('are for coordinators; others read what was shared after closing, and change nothing', async () => {
    const view = await launched();
    const url = `/api/campaigns/${view.id}`;
    const changing: [string, string, unknown][] = [
      ['POST', '/api/campaigns', wish()],
      ['PATCH', url, {}],
      ['DELETE', url, undefined],
      ['GET', `${url}/launch-preview`, undefined],
      ['POST', `${url}/launch`, { opensAt: ahead(2) }],
      ['PATCH', `${url}/steps/${stepOf(view, 'remind', 1).id}`, { state: 'stopped' }],
      ['POST', `${url}/steps/${stepOf(view, 'invite').id}/do-now`, undefined],
      ['POST', `${url}/close`, undefined],
      ['POST', `${url}/stop`, undefined],
    ];
    const status = async (cookie: string, method: string, path: string, body?: unknown) =>
      (await call(cookie, method, path, body)).status;
    for (const cookie of Object.values(others))
      for (const [method, path, body] of changing)
        expect([method, path, await status(cookie, method, path, body)]).toEqual([method, path, 403]);
    const reads = async () => ({
      contact: await status(others['practice-contact'] as string, 'GET', url),
      consultant: await status(others['practice-consultant'] as string, 'GET', url),
      specialist: await status(others.specialist as string, 'GET', url),
      steward: await status(others['data-steward'] as string, 'GET', '/api/campaigns'),
    });
    const closedToAll = { contact: 404, consultant: 404, specialist: 403, steward: 403 };
    expect(await reads()).toEqual(closedToAll);
    await call(coordinator, 'POST', `${url}/steps/${stepOf(view, 'invite').id}/do-now`);
    await call(coordinator, 'POST', `${url}/close`);
    expect(await reads()).toEqual(closedToAll);
    expect((await call(coordinator, 'POST', `${url}/share`, { shared: true })).status).toBe(200);
    expect(await reads()).toEqual({ ...closedToAll, contact: 200, consultant: 200 });
    const shown = await call<Page<CampaignSummaryView>>(
      others['practice-contact'] as string,
      'GET',
      '/api/campaigns',
    );
    expect(shown.body).toMatchObject({ total: 1, items: [{ id: view.id, shared: true }] });
    expect((await api.call('GET', '/api/campaigns')).status).toBe(401);
  });

  it('are listed with as many queries for thirty as for one, by state and page by page', async () => {
    const first = await launched();
    await call(coordinator, 'POST', `/api/campaigns/${first.id}/steps/${stepOf(first, 'invite').id}/do-now`);
    const list = (query = '?limit=100') =>
      call<Page<CampaignSummaryView>>(coordinator, 'GET', `/api/campaigns${query}`);
    const few = await queriesOf(api.test.database, () => list());
    for (let k = 0; k < 15; k++) await draft();
    await makeAudience(api.test.database, region.id, { people: 12, practices: 4 });
    for (let k = 0; k < 14; k++) {
      const { id } = await draft();
      await call(coordinator, 'POST', `/api/campaigns/${id}/launch`, { opensAt: ahead(2) });
    }
    const many = await queriesOf(api.test.database, () => list());
    expect(many.length).toBe(few.length);
    const all = (await list()).body;
    expect(all.total).toBe(30);
    expect(all.items.map(({ id }) => id)).toEqual(
      all.items
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    expect((await list('?state=draft')).body.total).toBe(15);
    expect((await list('?state=running')).body.items).toMatchObject([
      { id: first.id, turnout: { invited: 12 } },
    ]);
    const page = (await list('?limit=25')).body;
    const rest = (await list(`?limit=25&cursor=${page.next}`)).body;
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    // the page of one campaign asks as much with twelve people as with more
    const one = await queriesOf(api.test.database, () =>
      call(coordinator, 'GET', `/api/campaigns/${first.id}`),
    );
    const other = await queriesOf(api.test.database, () =>
      call(coordinator, 'GET', `/api/campaigns/${all.items[0]?.id}`),
    );
    expect(other.length).toBe(one.length);
  });

  it('tell whoever looks that something changed, and nothing of what (architecture §7)', async () => {
    const view = await launched();
    const { port } = (await api.app
      .listen(0, '127.0.0.1')
      .then(() => api.app.getHttpServer().address())) as AddressInfo;
    const connect = async (cookie: string): Promise<Socket> => {
      const socket = io(`http://127.0.0.1:${port}`, {
        extraHeaders: { cookie, origin: 'http://localhost:3000' },
        transports: ['websocket'],
      });
      sockets.push(socket);
      await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
      return socket;
    };
    const room = campaignRoom(view.id);
    const join = (socket: Socket) =>
      new Promise<Record<string, unknown>>((resolve) => socket.emit('join', room, resolve));
    const organiser = await connect(coordinator);
    const contact = await connect(others['practice-contact'] as string);
    const { version } = (await join(organiser)) as { version: number };
    expect(await join(contact)).toHaveProperty('problem');
    const heard = new Promise<RoomFact>((resolve) => organiser.once('fact', resolve));
    const refused: RoomFact[] = [];
    contact.on('fact', (fact: RoomFact) => void refused.push(fact));
    await api.app.get(StepsService).keepTime(systemActor(region.id), view.id); // nothing is due
    await call(coordinator, 'PATCH', `/api/campaigns/${view.id}/steps/${stepOf(view, 'remind', 1).id}`, {
      state: 'stopped',
    });
    expect(await heard).toEqual({ room, version: version + 1, type: 'campaign.changed' });
    expect(refused).toEqual([]);
  });

  it('put a missed step on the organiser’s home page, and coming ones below it', async () => {
    const view = await launched(ahead(1));
    const home = async (cookie = coordinator) => (await call<HomeView>(cookie, 'GET', '/api/home')).body;
    expect((await home()).upcoming).toContainEqual(
      expect.objectContaining({ kind: 'campaign-step', at: view.opensAt, href: `/evaluaties/${view.id}` }),
    );
    const late = stepOf(view, 'remind', 2).id;
    await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query(`update campaign_step set state = 'late' where id = $1`, [late]),
    );
    expect((await home()).tasks).toContainEqual(
      expect.objectContaining({ id: `late-step:${late}`, kind: 'late-step', deadline: view.closesAt }),
    );
    expect(JSON.stringify(await home(others['practice-contact']))).not.toContain(view.id);
  });
});
