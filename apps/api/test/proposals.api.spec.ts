import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  FormingView,
  GroupSummaryView,
  GroupView,
  HomeView,
  Page,
  ProposalView,
  PublishPreviewView,
} from '#libs/contracts';
import { DirectFormingEngine, FormingEngine, FormingRuns } from '#libs/intervision';
import { createLog, type Actor } from '#libs/platform';
import { makeActor, makeAnsweredRound, makeRegion, makeStaff, type AnsweredRound } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

describe('the doors of forming, proposals, publishing and groups', () => {
  let api: TestApp;
  let region: { id: string };
  let round: AnsweredRound;
  let coordinator: string;
  let contact: string;
  let stranger: string;
  let steward: string;

  const runs = (): FormingRuns => {
    // the very service of the app, computing in this thread instead of one that needs a build
    const own = api.app.get(FormingRuns, { strict: false });
    return Object.assign(Object.create(own) as FormingRuns, {
      engine: new DirectFormingEngine(),
      log: createLog('silent'),
    });
  };
  const form = async (): Promise<FormingView> => {
    const started = await api.call<FormingView>('POST', `/api/rounds/${round.id}/forming`, {
      cookie: coordinator,
      body: { seconds: 1 },
    });
    expect(started).toMatchObject({ status: 202, body: { state: 'queued' } });
    await runs().run(region.id, started.body.id);
    return (await api.call<FormingView>('GET', `/api/rounds/${round.id}/forming`, { cookie: coordinator }))
      .body;
  };

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    round = await makeAnsweredRound(database, region.id, { practices: 12 });
    const cookie = (actor: Actor) => api.cookieFor(actor);
    coordinator = await cookie(await makeActor(database, region.id, 'region-coordinator'));
    contact = await cookie(
      await makeStaff(database, region.id, round.practices[0]?.id ?? '', 'practice-contact'),
    );
    steward = await cookie(await makeActor(database, region.id, 'data-steward'));
    stranger = await cookie(await makeActor(database, (await makeRegion(database)).id, 'region-coordinator'));
  });
  afterAll(() => api.close());

  it('takes the engine that computes in a thread of its own', () => {
    expect(api.app.get(FormingEngine, { strict: false })).not.toBeInstanceOf(DirectFormingEngine);
  });

  it('leads from a closed round to published groups', async () => {
    expect(
      (await api.call('GET', `/api/rounds/${round.id}/forming`, { cookie: coordinator })).body,
    ).toMatchObject({ status: 404, code: 'forming.none' });
    const done = await form();
    expect(done).toMatchObject({ state: 'done', unassigned: [] });
    const [id] = done.proposalIds;
    const before = await api.call<ProposalView>('GET', `/api/proposals/${id}`, { cookie: coordinator });
    expect(before.body).toMatchObject({ id, roundId: round.id, version: 1, stale: false });

    const [group] = before.body.board;
    const body = { change: { kind: 'retype', groupId: group?.id, themeId: round.themes[3] } };
    const effect = await api.call<{ allowed: boolean }>('POST', `/api/proposals/${id}/effect`, {
      cookie: coordinator,
      body,
    });
    expect(effect).toMatchObject({
      status: 200,
      body: { violations: expect.any(Array), deltas: { theme: expect.any(Number) } },
    });
    const pins = { practices: [], groups: [group?.id], leaders: [] };
    const pinned = await api.call<ProposalView>('PUT', `/api/proposals/${id}/pins`, {
      cookie: coordinator,
      body: pins,
      headers: { 'if-match': '"1"' },
    });
    expect(pinned).toMatchObject({ status: 200, body: { version: 2 } });
    expect(
      await api.call('PUT', `/api/proposals/${id}/pins`, {
        cookie: coordinator,
        body: pins,
        headers: { 'if-match': '"1"' },
      }),
    ).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    expect(
      await api.call('GET', `/api/proposals/${id}/explanations/${round.practices[0]?.id}`, {
        cookie: coordinator,
      }),
    ).toMatchObject({ status: 200 });
    const file = await api.call('GET', `/api/proposals/${id}/export.xlsx`, { cookie: coordinator });
    expect(file.headers['content-disposition']).toContain('indeling-');
    expect(file.raw.subarray(0, 2).toString()).toBe('PK');

    const preview = await api.call<PublishPreviewView>('GET', `/api/proposals/${id}/publish-preview`, {
      cookie: coordinator,
    });
    expect(preview.body).toMatchObject({ practices: 12, mails: 13, unreachable: [] });
    const published = await api.call<ProposalView>('POST', `/api/proposals/${id}/publish`, {
      cookie: coordinator,
      body: {},
      headers: { 'if-match': '"2"' },
    });
    expect(published).toMatchObject({ status: 200, body: { state: 'published' } });
    expect(
      await api.call('POST', `/api/proposals/${id}/publish`, { cookie: coordinator, body: {} }),
    ).toMatchObject({ status: 409, body: { code: 'round.published' } });
  });

  it('shows a contact the group of the own practice, its calendar and the home page', async () => {
    const list = await api.call<Page<GroupSummaryView>>('GET', `/api/groups?mine=true&roundId=${round.id}`, {
      cookie: contact,
    });
    expect(list.body).toMatchObject({ total: 1, items: [{ mine: true }] });
    const id = list.body.items[0]?.id ?? '';
    const group = await api.call<GroupView>('GET', `/api/groups/${id}`, { cookie: contact });
    expect(group.body.why?.nl).toContain(round.practices[0]?.name);
    const next = group.body.members.find(({ leads }) => !leads)?.practiceId;
    const calendar = await api.call('GET', `/api/groups/${id}/calendar.ics`, { cookie: contact });
    expect(calendar.headers['content-type']).toContain('text/calendar');
    expect(calendar.raw.toString()).toContain('BEGIN:VTIMEZONE');
    expect((await api.call<HomeView>('GET', '/api/home', { cookie: contact })).body.upcoming).toMatchObject([
      { href: `/bijeenkomst/${id}` },
    ]);
    expect(
      await api.call('PATCH', `/api/groups/${id}`, { cookie: contact, body: { leaderPracticeId: next } }),
    ).toMatchObject({ status: 403 });
    expect(
      await api.call('PATCH', `/api/groups/${id}`, {
        cookie: coordinator,
        body: { leaderPracticeId: next },
        headers: { 'if-match': '"1"' },
      }),
    ).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await api.call('GET', `/api/groups/${id}`, { cookie: stranger })).toMatchObject({ status: 404 });
    expect(await api.call('GET', `/api/groups/${id}`, { cookie: steward })).toMatchObject({ status: 404 });
  });

  it('asks a repair of a published round, once at a time', async () => {
    const leave = [round.practices[5]?.id];
    const url = `/api/rounds/${round.id}/repairs`;
    expect(await api.call('POST', url, { cookie: coordinator, body: { leave } })).toMatchObject({
      status: 202,
      body: { purpose: 'repair' },
    });
    expect(await api.call('POST', url, { cookie: coordinator, body: { leave } })).toMatchObject({
      status: 409,
      body: { code: 'forming.busy' },
    });
    expect(
      await api.call('DELETE', `/api/rounds/${round.id}/forming`, { cookie: coordinator }),
    ).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  });

  it.each([
    ['GET', 'rounds/:round/forming'],
    ['POST', 'rounds/:round/forming'],
    ['DELETE', 'rounds/:round/forming'],
    ['POST', 'rounds/:round/relaxations/undo'],
    ['POST', 'rounds/:round/relaxations/:round'],
    ['POST', 'rounds/:round/repairs'],
    ['GET', 'rounds/:round/proposals'],
    ['GET', 'proposals/:round'],
    ['POST', 'proposals/:round/undo'],
    ['POST', 'proposals/:round/improve'],
    ['GET', 'proposals/:round/explanations/:round'],
    ['GET', 'proposals/:round/export.xlsx'],
    ['GET', 'proposals/:round/publish-preview'],
    ['POST', 'proposals/:round/publish'],
  ])('keeps %s /api/%s for coordinators of the region', async (method, path) => {
    const url = `/api/${path.replaceAll(':round', round.id)}`;
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    expect((await api.call(method, url, { body })).status).toBe(401);
    expect((await api.call(method, url, { cookie: contact, body })).status).toBe(403);
    expect((await api.call(method, url, { cookie: stranger, body })).status).toBe(404);
    const nonsense = `/api/${path.replaceAll(':round', 'nonsense')}`;
    expect((await api.call(method, nonsense, { cookie: coordinator })).status).toBe(404);
  });

  it.each([
    [{ change: { kind: 'move', practiceId: 'x', groupId: '1' } }, 'change.practiceId'],
    [{ change: { kind: 'move', groupId: null } }, 'change.practiceId'],
    [{ change: { kind: 'swap', a: '01a20148-8e9e-757d-a09c-9bb7b39aa11a' } }, 'change.b'],
    [
      { change: { kind: 'leader', practiceId: '01a20148-8e9e-757d-a09c-9bb7b39aa11a', groupId: null } },
      'change.groupId',
    ],
    [{ change: { kind: 'dance' } }, 'change.kind'],
    [{ change: { kind: 'retype', groupId: '1', colour: 'red' } }, 'change.colour'],
    [{}, 'change'],
  ])('names the wrong field of the change %j', async (body, field) => {
    const answer = await api.call<{ details: { fields: { field: string }[] } }>(
      'POST',
      `/api/proposals/${round.id}/effect`,
      { cookie: coordinator, body },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.details.fields.map((one) => one.field)).toContain(field);
  });
});
