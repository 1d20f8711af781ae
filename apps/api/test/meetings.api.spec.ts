import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HomeView, MeetingSummaryView, MeetingView, Page, ProblemView } from '#libs/contracts';
import { MeetingLinks } from '#libs/intervision';
import { newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeFullRegion, makeGroup, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

/** A local day so many days from now. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const MEETINGS = '/api/meetings';

describe('the doors of meetings', () => {
  let api: TestApp;
  let region: { id: string };
  let practices: { id: string; actor: Actor & { personId: string }; cookie: string }[];
  let group: { id: string };
  let other: { id: string };
  let leader: string;
  let coordinator: string;
  let employee: string;

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    await makeFullRegion(api.test);
    region = await makeRegion(database);
    practices = [];
    for (let k = 0; k < 4; k++) {
      const { id } = await makePractice(database, region.id, { name: `Praktijk ${k}`, district: 'Noord' });
      const actor = await makeActor(database, region.id, 'practice-contact', { scopeId: id });
      practices.push({ id, actor, cookie: await api.cookieFor(actor) });
    }
    group = await makeGroup(database, region.id, { practices: practices.slice(0, 2).map(({ id }) => id) });
    other = await makeGroup(database, region.id, { practices: practices.slice(2).map(({ id }) => id) });
    leader = await api.cookieFor(
      await makeActor(database, region.id, 'discussion-leader', { scopeId: group.id }),
    );
    coordinator = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    employee = await api.cookieFor(
      await makeActor(database, region.id, 'practice-employee', { scopeId: practices[0]?.id as string }),
    );
  });
  afterAll(() => api.close());

  const call = <T = ProblemView>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    version?: number,
  ) =>
    api.call<T>(method, url, {
      cookie,
      body,
      ...(version === undefined ? {} : { headers: { 'if-match': String(version) } }),
    });
  const cookie = (k: number): string => practices[k]?.cookie as string;
  const wish = (more: object = {}) => ({
    groupId: group.id,
    date: day(40),
    startTime: '19:30',
    endTime: '21:00',
    ...more,
  });
  const make = async (more: object = {}): Promise<MeetingView> => {
    const made = await call<MeetingView>(leader, 'POST', MEETINGS, wish(more));
    expect(made.status).toBe(201);
    return made.body;
  };

  it('plans, changes, closes and cancels a meeting of a group for who leads it', async () => {
    const made = await make({ location: ' De Linde ', meetingLink: 'https://teams.example/1' });
    expect(made).toMatchObject({ location: 'De Linde', state: 'planned', version: 1, may: { lead: true } });
    const url = `${MEETINGS}/${made.id}`;
    const moved = await call<MeetingView>(leader, 'PATCH', url, { date: day(41), location: null }, 1);
    expect(moved.body).toMatchObject({ date: day(41), location: null, version: 2 });
    expect((await call(leader, 'PATCH', url, { location: 'Thuis' }, 1)).body.code).toBe('conflict.stale');
    expect((await call(leader, 'POST', `${url}/close`)).body.code).toBe('meeting.not-begun');
    expect((await call<MeetingView>(leader, 'POST', `${url}/cancel`, undefined, 2)).body.state).toBe(
      'cancelled',
    );
    expect((await call(leader, 'PATCH', url, { location: 'Thuis' })).body.code).toBe('meeting.over');
  });

  it.each([
    ['a link that a browser would run', { meetingLink: 'javascript:alert(1)' }, 422],
    ['a link that is not safe', { meetingLink: 'http://teams.example' }, 422],
    ['a time that is none', { startTime: '25:00' }, 422],
    ['a date that is none', { date: '2027-13-01' }, 422],
    ['a circle that is a group', { groupId: undefined, circle: 'group' }, 422],
    ['a line break in the title', { title: 'Een\nTwee' }, 422],
    ['a patient in the title', { title: 'BSN 111222333' }, 422],
    ['a group of another region', { groupId: newId() }, 404],
    ['fields that nobody asked for', { state: 'closed' }, 422],
  ])('refuses %s', async (_what, more, status) => {
    const answer = await call(leader, 'POST', MEETINGS, wish(more));
    expect(answer.status).toBe(status);
  });

  it.each([
    ['a member', () => cookie(1), 200, 403],
    ['an employee of a member', () => employee, 200, 403],
    ['the coordinator', () => coordinator, 200, 200],
    ['a practice of another group', () => cookie(2), 404, 404],
  ] as const)('%s reads %i and changes %i', async (_who, who, reads, changes) => {
    const { id } = await make();
    expect((await call(who(), 'GET', `${MEETINGS}/${id}`)).status).toBe(reads);
    expect((await call(who(), 'GET', `${MEETINGS}/${id}/calendar.ics`)).status).toBe(reads);
    for (const [method, path, body] of [
      ['PATCH', '', { location: 'Elders' }],
      ['POST', '/cancel', undefined],
    ] as const)
      expect((await call(who(), method, `${MEETINGS}/${id}${path}`, body)).status).toBe(changes);
    expect((await call(who(), 'POST', MEETINGS, wish())).status).toBe(changes === 200 ? 201 : changes);
  });

  it('calls the district together for a practice, and for no other (GRP-09)', async () => {
    const [own, strange] = [practices[0]?.id as string, practices[1]?.id as string];
    const circles = await call<{ circles: { circle: string; practices: unknown[] }[] }>(
      cookie(0),
      'GET',
      `${MEETINGS}/circles?practiceId=${own}`,
    );
    expect(circles.body.circles).toMatchObject([{ circle: 'district', name: 'Noord' }]);
    expect((await call(cookie(0), 'GET', `${MEETINGS}/circles?practiceId=${strange}`)).status).toBe(404);
    const body = { ...wish({ groupId: undefined, title: 'HAGRO-avond' }), circle: 'district' };
    expect((await call(cookie(0), 'POST', MEETINGS, { ...body, organiserPracticeId: strange })).status).toBe(
      403,
    );
    const made = await call<MeetingView>(cookie(0), 'POST', MEETINGS, { ...body, organiserPracticeId: own });
    expect(made.body).toMatchObject({
      circle: 'district',
      group: 'Noord',
      practices: 4,
      may: { lead: true },
    });
    const list = await call<Page<MeetingSummaryView>>(coordinator, 'GET', `${MEETINGS}?circle=extra`);
    expect(list.body.items).toMatchObject([{ id: made.body.id, title: 'HAGRO-avond' }]);
    // the page that lets who calls choose again, whom
    const others = made.body.members.map(({ practiceId }) => practiceId).filter((id) => id !== own);
    const fewer = await call<MeetingView>(cookie(0), 'PATCH', `${MEETINGS}/${made.body.id}`, {
      practiceIds: others.slice(1),
    });
    expect(fewer.body).toMatchObject({ organiserPracticeId: own, practices: 3 });
    expect(fewer.body.members.map(({ practiceId }) => practiceId)).not.toContain(others[0]);
    expect(
      (await call(cookie(3), 'PATCH', `${MEETINGS}/${made.body.id}`, { practiceIds: others })).status,
    ).toBe(403);
    await call(cookie(0), 'PATCH', `${MEETINGS}/${made.body.id}`, { practiceIds: others });
    expect((await call<MeetingView>(cookie(3), 'GET', `${MEETINGS}/${made.body.id}`)).body.may).toEqual({
      takePart: true,
      lead: false,
      manage: false,
    });
  });

  it('lists to each reader what is theirs; nothing of another region or group', async () => {
    const ids = async (who: string, query = '') =>
      (await call<Page<MeetingSummaryView>>(who, 'GET', `${MEETINGS}?circle=group${query}`)).body.items.map(
        (item) => item.groupId,
      );
    expect(new Set(await ids(cookie(2)))).toEqual(new Set([other.id]));
    expect(new Set(await ids(cookie(0)))).toEqual(new Set([group.id]));
    expect(new Set(await ids(coordinator))).toEqual(new Set([group.id, other.id]));
    expect(await ids(coordinator, '&mine=true')).toEqual([]);
    expect(await ids(cookie(2), `&groupId=${group.id}`)).toEqual([]);
    const home = await call<HomeView>(cookie(2), 'GET', '/api/home');
    expect(home.body.upcoming.filter(({ kind }) => kind === 'meeting').map(({ href }) => href)).toContain(
      `/bijeenkomst/${other.id}`,
    );
  });

  it('opens one meeting with the link of its mail, and no other', async () => {
    const meeting = await make({ meetingLink: 'https://teams.example/2' });
    const next = await make();
    const [first] = practices;
    const link = await api.app
      .get(MeetingLinks)
      .create(
        systemActor(region.id),
        { id: meeting.id, endsAt: new Date(meeting.endsAt as string) },
        first?.actor.personId as string,
        first?.id as string,
      );
    const browser = new TestBrowser(api);
    const token = new Secrets(api.config).token('task-link', link);
    const used = await browser.call<{ href: string }>('POST', `/api/task-links/${token}`);
    expect(used.body.href).toBe(`/bijeenkomst/${meeting.id}`);
    const seen = await browser.call<MeetingView>('GET', `${MEETINGS}/${meeting.id}`);
    expect(seen.body).toMatchObject({ ownPracticeIds: [first?.id], meetingLink: 'https://teams.example/2' });
    for (const url of [`${MEETINGS}/${next.id}`, `${MEETINGS}/${other.id}`])
      expect((await browser.call('GET', url)).status).toBe(404);
    expect((await browser.call('GET', MEETINGS)).status).toBe(403);
    expect((await browser.call('PATCH', `${MEETINGS}/${meeting.id}`, { location: 'Thuis' })).status).toBe(
      403,
    );
  });
});
