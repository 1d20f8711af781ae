import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import {
  agendaRoom,
  type DepartmentDatesView,
  type DepartmentView,
  type DepartmentVoteView,
  type DialogueYearSummaryView,
  type DialogueYearView,
  type PassOnView,
  type ProblemView,
  type RoomFact,
} from '#libs/contracts';
import { newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeDepartment, makePractice, makeRegion, makeVoters, queriesOf } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

/** A local day so many days from now. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const YEAR = new Date().getUTCFullYear() + 1;

describe('the doors of the agenda', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    region = await makeRegion(api.test.database);
    coordinator = await api.cookieFor(await makeActor(api.test.database, region.id, 'region-coordinator'));
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
  const actorIn = (role: 'practice-contact' | 'specialist' | 'data-steward' | 'auditor', scopeId?: string) =>
    makeActor(api.test.database, region.id, role, scopeId ? { scopeId } : {});
  /** A browser that came in by the link in somebody's mail. */
  async function byMail(template: string, personId: string): Promise<TestBrowser> {
    const rows = await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query<{ params: { taskLinkId: string } }>(
        `select params from mail where template = $1 and person_id = $2 order by due_at limit 1`,
        [template, personId],
      ),
    );
    const token = new Secrets(api.config).token('task-link', rows[0]?.params.taskLinkId as string);
    const browser = new TestBrowser(api);
    expect((await browser.call('POST', `/api/task-links/${token}`)).status).toBe(200);
    return browser;
  }
  async function voting(practices: number) {
    const departments = [];
    for (const name of ['Cardiologie', 'Dermatologie'])
      departments.push(
        await makeDepartment(api.test.database, region.id, { name, contactEmail: `${newId()}@zkh.example` }),
      );
    const voters = await makeVoters(api.test.database, region.id, practices);
    const made = await call<DialogueYearView>(coordinator, 'POST', '/api/dialogue-years', { year: YEAR });
    expect(made.status).toBe(201);
    const url = `/api/dialogue-years/${made.body.id}`;
    const open = await call<DialogueYearView>(coordinator, 'POST', `${url}/open-vote`, {
      voteUntil: day(20),
    });
    expect(open).toMatchObject({ status: 200, body: { state: 'voting', practices } });
    return { url, year: open.body, voters, departments };
  }

  it('lead from a draft by votes and dates to four sessions, with links alone for who answers (DIA-01…03)', async () => {
    const { url, year, voters, departments } = await voting(1);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    const voter = await byMail('department-vote', contact.personId);
    const page = await voter.call<DepartmentVoteView>('GET', `${url}/votes/${practice.id}`);
    expect(page.body).toMatchObject({ open: true, most: 2, practice: { name: practice.name }, version: 0 });
    const ranking = page.body.departments.map(({ id }) => id).reverse();
    expect(
      await voter.call('PUT', `${url}/votes/${practice.id}`, { ranking }, { 'if-match': '"0"' }),
    ).toMatchObject({ status: 200, body: { ranking, version: 1 } });
    const coordinating = { name: 'Dr. Waal', email: `${newId()}@zkh.example` };
    expect(
      await call<DialogueYearView>(coordinator, 'PATCH', url, { coordinator: coordinating }),
    ).toMatchObject({ status: 200, body: { coordinator: { name: 'Dr. Waal' } } });
    const asked = await call<DialogueYearView>(coordinator, 'POST', `${url}/ask`, { preferUntil: day(40) });
    expect(asked).toMatchObject({ status: 200, body: { state: 'asking', passedOnAt: null, votes: 1 } });
    const passer = await byMail('agenda-dates', asked.body.coordinator?.personId as string);
    const passed = await passer.call<PassOnView>('GET', `${url}/pass-on`);
    expect(passed.body.departments.map(({ name, wantedBy }) => [name, wantedBy])).toEqual([
      ['Dermatologie', 1],
      ['Cardiologie', 1],
    ]);
    expect((await passer.call('POST', `${url}/pass-on`)).status).toBe(200);
    const derma = asked.body.departments.find(({ name }) => name === 'Dermatologie');
    const answering = await byMail('department-dates', departments[1]?.contactId as string);
    const own = `/api/department-dates/${derma?.id}`;
    const dates = await answering.call<DepartmentDatesView>('GET', own);
    expect(dates.body).toMatchObject({ department: 'Dermatologie', open: true });
    const answers = dates.body.dates.map(({ id }, k) => ({ dateId: id, fit: k === 2 ? 'yes' : 'no' }));
    expect(
      await answering.call('PUT', own, { answers, note: null }, { 'if-match': `"${dates.body.version}"` }),
    ).toMatchObject({ status: 200 });
    const board = await call<DialogueYearView>(coordinator, 'GET', url);
    expect(
      board.body.proposal?.places.find(({ yearDepartmentId }) => yearDepartmentId === derma?.id),
    ).toMatchObject({
      dateId: year.dates[2]?.id,
      fit: 'yes',
      reason: { nl: expect.stringContaining('De enige datum die past.') },
    });
    const places = board.body.proposal?.places.map(({ dateId, yearDepartmentId }) => ({
      dateId,
      yearDepartmentId,
    }));
    const done = await call<DialogueYearView>(coordinator, 'POST', `${url}/confirm`, { places });
    expect(done).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    expect(done.body.sessions).toHaveLength(2);
    const list = await call<DialogueYearSummaryView[]>(coordinator, 'GET', '/api/dialogue-years');
    expect(list.body).toEqual([{ id: year.id, year: YEAR, state: 'confirmed', dates: 4, invited: 2 }]);
  });

  it('let a link do its own task and nothing else', async () => {
    const { url, voters } = await voting(2);
    const [one, two] = voters as [(typeof voters)[0], (typeof voters)[0]];
    const voter = await byMail('department-vote', one.contact.personId);
    const statuses: number[] = [];
    for (const path of [
      `${url}/votes/${two.practice.id}`,
      `/api/dialogue-years/${newId()}/votes/${one.practice.id}`,
      `${url}/pass-on`,
      `/api/department-dates/${newId()}`,
      url,
      '/api/dialogue-years',
      '/api/departments',
    ])
      statuses.push((await voter.call('GET', path)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 403, 403, 403]);
    const asked = await call<DialogueYearView>(coordinator, 'POST', `${url}/ask`, { preferUntil: day(30) });
    const [first, second] = asked.body.departments;
    const contacts = await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query<{ person: string }>(
        `select contact_person_id as person from department where id = $1`,
        [first?.departmentId],
      ),
    );
    const answering = await byMail('department-dates', contacts[0]?.person as string);
    expect((await answering.call('GET', `/api/department-dates/${first?.id}`)).status).toBe(200);
    expect((await answering.call('GET', `/api/department-dates/${second?.id}`)).status).toBe(404);
    expect((await answering.call('GET', `${url}/pass-on`)).status).toBe(404);
    const late = await voter.call<ProblemView>('PUT', `${url}/votes/${one.practice.id}`, {
      ranking: [first?.departmentId],
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'vote.closed' } });
  });

  it('are open to who may, and to nobody of another practice or region', async () => {
    const { url, voters, departments } = await voting(2);
    const [one, two] = voters as [(typeof voters)[0], (typeof voters)[0]];
    const contact = await api.cookieFor(one.contact);
    expect((await call(contact, 'GET', `${url}/votes/${one.practice.id}`)).status).toBe(200);
    expect((await call(contact, 'GET', `${url}/votes/${two.practice.id}`)).status).toBe(404);
    const foreign = await makeRegion(api.test.database);
    const abroad: Actor[] = [
      await makeActor(api.test.database, foreign.id, 'region-coordinator'),
      await makeActor(api.test.database, foreign.id, 'coordinating-specialist'),
    ];
    for (const actor of abroad) {
      const cookie = await api.cookieFor(actor);
      expect((await call(cookie, 'GET', `${url}/votes/${one.practice.id}`)).status).toBe(404);
      expect((await call(cookie, 'GET', `${url}/pass-on`)).status).toBe(404);
      expect([403, 404]).toContain((await call(cookie, 'GET', url)).status);
    }
    const employeeOf = (await makePractice(api.test.database, region.id)).id;
    for (const role of ['practice-contact', 'specialist', 'data-steward', 'auditor'] as const) {
      const scope = role === 'practice-contact' ? employeeOf : role === 'specialist' ? newId() : undefined;
      const cookie = await api.cookieFor(await actorIn(role, scope));
      const statuses = [];
      for (const [method, path, body] of [
        ['GET', url, undefined],
        ['POST', `${url}/ask`, { preferUntil: day(30) }],
        ['POST', `${url}/confirm`, { places: [{ dateId: newId(), yearDepartmentId: newId() }] }],
        ['PATCH', `/api/departments/${departments[0]?.id}`, { name: 'X' }],
        ['DELETE', `/api/departments/${departments[0]?.id}`, undefined],
      ] as const)
        statuses.push((await call(cookie, method, path, body)).status);
      expect([role, ...new Set(statuses)]).toEqual([role, 403]);
    }
  });

  it('keep the register, and tell nobody but the organiser who answers for a department', async () => {
    const contact = { name: 'M. de Wit', email: `${newId()}@zkh.example` };
    const made = await call<DepartmentView>(coordinator, 'POST', '/api/departments', {
      name: 'Dermatologie',
      hospital: 'Vlierziekenhuis',
      phone: '0570-123456',
      phoneHours: 'ma-vr 9-17',
      adviceConsult: 'ZorgDomein, meedenkconsult',
      agreementUrl: 'https://voorbeeld.example/rta',
      contact,
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'Dermatologie', contact, version: 1 } });
    const url = `/api/departments/${made.body.id}`;
    const again = await call(coordinator, 'POST', '/api/departments', { name: ' dermatologie ' });
    expect(again).toMatchObject({ status: 409, body: { code: 'department.name-taken' } });
    const changed = await call<DepartmentView>(
      coordinator,
      'PATCH',
      url,
      { phone: null },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({ status: 200, body: { phone: null, contact, version: 2 } });
    expect(await call(coordinator, 'PATCH', url, { phone: '1' }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    const reader = await api.cookieFor(
      await actorIn('practice-contact', (await makePractice(api.test.database, region.id)).id),
    );
    const seen = await call<DepartmentView[]>(reader, 'GET', '/api/departments');
    expect(seen.body).toMatchObject([{ name: 'Dermatologie', contact: null }]);
    expect(seen.raw.toString()).not.toContain(contact.email);
    expect((await call(coordinator, 'DELETE', url)).status).toBe(204);
    expect((await call<DepartmentView[]>(coordinator, 'GET', '/api/departments')).body).toEqual([]);
    const archived = await call<DepartmentView[]>(coordinator, 'GET', '/api/departments?archived=true');
    expect(archived.body).toMatchObject([{ archived: true }]);
    await call(coordinator, 'POST', '/api/departments', { name: 'Dermatologie' });
    expect(await call(coordinator, 'PATCH', url, { archived: false })).toMatchObject({
      status: 409,
      body: { code: 'department.name-taken' },
    });
  });

  it('move the day until which practices can choose, for the organiser alone; links that went out go on (DIA-02)', async () => {
    const { url, year, voters } = await voting(1);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    const change = (cookie: string, version: number) =>
      call<DialogueYearView>(cookie, 'PATCH', url, { voteUntil: day(40) }, { 'if-match': `"${version}"` });
    const voter = await byMail('department-vote', contact.personId);
    expect((await change(await api.cookieFor(contact), year.version)).status).toBe(403);
    const moved = await change(coordinator, year.version);
    expect(moved).toMatchObject({ status: 200, body: { state: 'voting' } });
    const until = Date.parse(moved.body.voteUntil as string);
    expect(until - Date.parse(year.voteUntil as string)).toBeGreaterThan(19 * 86_400_000);
    expect((await change(coordinator, year.version)).status).toBe(409);
    const page = await voter.call<DepartmentVoteView>('GET', `${url}/votes/${practice.id}`);
    expect(page.body).toMatchObject({ open: true, voteUntil: moved.body.voteUntil });
  });

  it('refuse what is not right, before anything is kept', async () => {
    const { url, year } = await voting(1);
    const wrong: [string, string, unknown][] = [
      ['POST', '/api/departments', { name: '' }],
      ['POST', '/api/departments', { name: 'X', agreementUrl: 'javascript:alert(1)' }],
      ['POST', '/api/departments', { name: 'X', contact: { name: 'Y', email: 'geen' } }],
      ['POST', '/api/departments', { name: 'X', phone: 'a\u0000b' }],
      ['POST', '/api/dialogue-years', { year: 27 }],
      ['POST', `${url}/dates`, { date: '2027-02-30x', startTime: '19:30', endTime: '20:30' }],
      ['POST', `${url}/dates`, { date: `${YEAR}-02-31`, startTime: '19:30', endTime: '20:30' }],
      ['POST', `${url}/dates`, { date: `${YEAR}-03-01`, startTime: '25:30', endTime: '26:30' }],
      ['POST', `${url}/open-vote`, { voteUntil: '2020-01-01' }],
      ['PATCH', url, { voteUntil: '2020-01-01' }],
      ['POST', `${url}/confirm`, { places: [] }],
      ['PUT', `${url}/departments`, { departmentIds: ['x'] }],
      ['PUT', `${url}/votes/${year.voters[0]?.practiceId}`, { ranking: [newId()] }],
      ['PUT', `${url}/votes/${year.voters[0]?.practiceId}`, { ranking: [] }],
    ];
    const answers = [];
    for (const [method, path, body] of wrong)
      answers.push((await call(coordinator, method, path, body)).status);
    expect(answers).toEqual(wrong.map(() => 422));
  });

  it('tell an open board that the agenda changed, and let only who may see it into the room', async () => {
    const { url, year, voters } = await voting(1);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    await api.app.listen(0);
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const connect = (cookie: string) => {
      const socket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        extraHeaders: { cookie, origin: 'http://localhost:3000' },
      });
      sockets.push(socket);
      return socket;
    };
    const join = (socket: Socket) =>
      new Promise<unknown>((resolve) => socket.emit('join', agendaRoom(year.id), resolve));
    const practiceCookie = await api.cookieFor(contact);
    expect(await join(connect(practiceCookie))).toMatchObject({ problem: expect.any(String) });
    const board = connect(coordinator);
    expect(await join(board)).toMatchObject({ version: expect.any(Number) });
    const fact = new Promise<RoomFact>((resolve) => board.once('fact', resolve));
    await call(practiceCookie, 'PUT', `${url}/votes/${practice.id}`, {
      ranking: [year.departments[0]?.departmentId],
    });
    expect(await fact).toMatchObject({ room: agendaRoom(year.id), type: 'agenda.changed' });
  });

  it('list departments in as many queries for thirty as for one', async () => {
    await makeDepartment(api.test.database, region.id);
    const reads = () => queriesOf(api.test.database, () => call(coordinator, 'GET', '/api/departments'));
    await reads();
    const one = await reads();
    for (let k = 0; k < 29; k += 1) await makeDepartment(api.test.database, region.id);
    const thirty = await reads();
    expect(thirty.length).toBe(one.length);
  });
});
