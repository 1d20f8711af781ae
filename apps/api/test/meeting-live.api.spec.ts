import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import {
  applyMeetingFact,
  type LiveFact,
  type MeetingFact,
  type MeetingInputView,
  type MeetingLeaderLiveView,
  type MeetingLiveSetupView,
  type MeetingParticipantLiveView,
  type MeetingScreen,
  type MethodView,
  type OwnDataView,
  type ProblemView,
} from '#libs/contracts';
import { makeActor, makeLiveMeeting, makeMeeting, makeRegion, type LiveMeetingRows } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { browserByLink } from './test-browser.adapter.js';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('the doors of the live meeting', () => {
  let api: TestApp;
  let region: { id: string };
  let meeting: LiveMeetingRows;
  let url: string;
  let leader: string;
  let members: string[];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    api = await openTestApp();
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await api.close();
  });
  beforeEach(async () => {
    region = await makeRegion(api.test.database);
    meeting = await makeLiveMeeting(api.test.database, region.id, { practices: 4, startsAt: inMinutes(-1) });
    url = `/api/meetings/${meeting.id}/live`;
    leader = await api.cookieFor(meeting.leader);
    members = [];
    for (const { person } of meeting.practices) members.push(await api.cookieFor(person));
  });

  const call = <T = ProblemView>(cookie: string, method: string, path: string, body?: unknown) =>
    api.call<T>(method, path, { cookie, body });
  const open = async (methodId = 'figures') => {
    expect((await call(leader, 'POST', `${url}/open`, { methodId })).status).toBe(204);
    expect((await call(leader, 'POST', `${url}/actions`, { do: 'start', stepId: null })).status).toBe(204);
  };
  const seen = async <T extends MeetingScreen>(cookie: string, as: T['audience']): Promise<T> =>
    (await call<T>(cookie, 'GET', `${url}?as=${as}`)).body;
  const member = (k: number): string => members[k] as string;
  const write = (cookie: string, stepId: string, text: string, more: Record<string, unknown> = {}) =>
    call<MeetingInputView & ProblemView>(cookie, 'PUT', `${url}/input/${stepId}`, {
      text,
      done: false,
      confirmed: false,
      for: 'practice',
      ...more,
    });

  it('say when the room is not open yet, what can be chosen, and open it (SES-03)', async () => {
    const early = await call(member(1), 'GET', `${url}?as=participant`);
    expect([early.status, early.body.code]).toEqual([409, 'live.not-open']);
    expect(early.body.details).toMatchObject({
      title: 'Bijeenkomst',
      startsAt: meeting.startsAt.toISOString(),
    });
    const setup = (await call<MeetingLiveSetupView>(leader, 'GET', `${url}/setup`)).body;
    expect(setup).toMatchObject({
      mayOpen: true,
      leads: true,
      open: false,
      ended: false,
      minutesAvailable: 90,
    });
    expect(setup.methods.find(({ methodId }) => methodId === 'gossip')).toMatchObject({
      allowed: false,
      advice: 'not-now',
    });
    expect(setup.roles.find(({ role }) => role === 'leader')).toMatchObject({
      practiceId: meeting.practices[0]?.id,
    });
    const early2 = await call(leader, 'POST', `${url}/open`, { methodId: 'gossip' });
    expect([early2.status, early2.body.code]).toEqual([409, 'method.not-yet']);
    await open();
    expect((await call<MeetingLiveSetupView>(member(2), 'GET', `${url}/setup`)).body).toMatchObject({
      open: true,
      mayOpen: false,
    });
    const view = await seen<MeetingLeaderLiveView>(leader, 'leader');
    expect(view.clock).toMatchObject({ state: 'running', currentId: 'herkomst' });
    expect(view.steps[0]?.tip.nl).toContain('Twijfelt');
  });

  it('steer for the leader alone, and not past what the leader saw', async () => {
    await open();
    const next = (cookie: string, stepId: string | null) =>
      call(cookie, 'POST', `${url}/actions`, { do: 'next', stepId });
    expect((await next(member(1), 'herkomst')).status).toBe(403);
    const clicks = await Promise.all([
      next(leader, 'herkomst'),
      next(leader, 'herkomst'),
      next(member(0), 'herkomst'),
    ]);
    expect(clicks.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await call(member(1), 'POST', `${url}/show/zelf-kijken`)).status).toBe(403);
    expect((await call(leader, 'POST', `${url}/show/bespreken`)).status).toBe(404);
    expect((await call(member(1), 'PUT', `${url}/roles`, { roles: [] })).status).toBe(403);
    expect((await call(member(1), 'GET', `${url}?as=leader`)).status).toBe(403);
    for (const body of [
      { do: 'fly', stepId: null },
      { do: 'next' },
      { do: 'extend', stepId: 'herkomst', minutes: 0 },
    ])
      expect((await call(leader, 'POST', `${url}/actions`, body)).status).toBe(422);
  });

  it('keep what is written, hide it until it is shown, and refuse what identifies a patient (SES-03, DIA-20)', async () => {
    await open();
    const text = 'Wij verwijzen veel bij knieklachten.';
    const kept = await write(member(1), 'zelf-kijken', text);
    expect(kept.body).toEqual({
      stepId: 'zelf-kijken',
      practiceId: meeting.practices[1]?.id,
      text,
      done: false,
      fixed: false,
      version: 1,
    });
    const all = async () =>
      Promise.all([
        seen<MeetingLeaderLiveView>(leader, 'leader'),
        seen<MeetingParticipantLiveView>(member(2), 'participant'),
      ]);
    expect(JSON.stringify(await all())).not.toContain(text);
    expect((await seen<MeetingParticipantLiveView>(member(1), 'participant')).own).toEqual([kept.body]);
    await write(member(1), 'zelf-kijken', text, { done: true, version: 1 });
    expect(JSON.stringify(await all())).not.toContain(text);
    expect((await call(leader, 'POST', `${url}/show/zelf-kijken`)).status).toBe(204);
    for (const view of await all()) {
      const shown = view.inputs.find(({ stepId }) => stepId === 'zelf-kijken');
      expect(shown?.texts).toEqual([{ id: expect.any(String), text, by: 'anonymous' }]);
    }
    const changed = await write(member(1), 'zelf-kijken', 'Toch niet', { done: true, version: 2 });
    expect([changed.status, changed.body.code]).toEqual([409, 'meeting.input-shown']);
    const patient = await write(member(2), 'zelf-kijken', 'Mw. Jansen, BSN 111222333');
    expect([patient.status, patient.body.code]).toEqual([422, 'text.identifiers']);
    expect(JSON.stringify(patient.body.details)).toContain('findings');
    expect((await write(member(2), 'herkomst', 'x')).status).toBe(403);
    expect((await write(member(2), 'niets', 'x')).status).toBe(404);
    expect((await write(member(3), 'afspraken', 'x', { for: 'group' })).status).toBe(403);
    expect((await write(leader, 'afspraken', 'In maart opnieuw.', { for: 'group' })).status).toBe(200);
  });

  it('give people their own words back, and forget the name of who is erased in what was typed (AVG art. 15, 17)', async () => {
    await open();
    const { person } = meeting.practices[1] as LiveMeetingRows['practices'][number];
    await write(member(1), 'zelf-kijken', 'Wij zijn hoog bij de knie.');
    await write(member(2), 'zelf-kijken', `Volgens ${person.name} klopt het niet.`, { confirmed: true });
    const own = async (k: number) =>
      (await call<OwnDataView>(member(k), 'GET', '/api/me/data')).body.meetingTexts.map(({ text }) => text);
    expect(await own(1)).toEqual(['Wij zijn hoog bij de knie.']);
    expect(await own(2)).toEqual([`Volgens ${person.name} klopt het niet.`]);
    const { database } = api.test;
    const kept = await database.transaction({ regionId: region.id }, async () => {
      await database.query(`update role_assignment set until = now() where person_id = $1`, [
        person.personId,
      ]);
      await database.query(`select person_erase($1, now(), 'infinity')`, [person.personId]);
      return database.query<{ text: string }>(`select text from meeting_input order by text`);
    });
    expect(kept.map(({ text }) => text)).toEqual([
      'Volgens Gewist persoon klopt het niet.',
      'Wij zijn hoog bij de knie.',
    ]);
  });

  it('are for who belongs to the meeting: not the coordinator, another group or another region; a task link for one meeting (SES-02)', async () => {
    await open();
    const far = await makeRegion(api.test.database);
    const other = await makeLiveMeeting(api.test.database, region.id, {
      practices: 4,
      startsAt: inMinutes(-1),
    });
    const status = async (cookie: string) => (await call(cookie, 'GET', `${url}?as=participant`)).status;
    const coordinator = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'region-coordinator'),
    );
    expect(await status(coordinator)).toBe(403);
    expect((await call(coordinator, 'GET', `${url}/setup`)).status).toBe(403);
    expect(
      await status(await api.cookieFor(await makeActor(api.test.database, far.id, 'region-coordinator'))),
    ).toBe(404);
    expect(await status(await api.cookieFor(other.leader))).toBe(404);
    expect(await status(await api.cookieFor(other.practices[1]?.person as never))).toBe(404);
    const visit = async (subjectId: string) => {
      const practice = meeting.practices[2] as LiveMeetingRows['practices'][number];
      const browser = await browserByLink(api, region.id, {
        personId: practice.person.personId,
        kind: 'meeting',
        subjectId,
        practiceId: practice.id,
      });
      return (await browser.call('GET', `${url}?as=participant`)).status;
    };
    expect(await visit(meeting.id)).toBe(200);
    // of another meeting, also of the same group
    const later = await makeMeeting(api.test.database, region.id, { groupId: meeting.groupId });
    expect(await visit(later)).toBe(404);
  });

  const join = async (cookie: string, room: string) => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie, origin: api.config.publicUrl },
    });
    sockets.push(socket);
    const told: LiveFact<MeetingFact>[] = [];
    socket.on('live', (live: LiveFact<MeetingFact>) => live.room === room && told.push(live));
    const reply = (await socket.emitWithAck('join', room)) as { version?: number; problem?: string };
    return { socket, told, reply };
  };
  const settled = async (done: () => boolean): Promise<void> => {
    for (let wait = 0; wait < 400 && !done(); wait++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done()).toBe(true);
  };

  it('let each screen into its own room, and tell it exactly what changed for it (architecture §7)', async () => {
    await open();
    const screens = [
      { cookie: leader, as: 'leader' as const },
      { cookie: member(1), as: 'participant' as const },
      { cookie: member(2), as: 'participant' as const },
    ];
    const rooms: string[] = [];
    const views: MeetingScreen[] = [];
    const heard: Awaited<ReturnType<typeof join>>[] = [];
    for (const { cookie, as } of screens) {
      const { room } = await seen<MeetingScreen>(cookie, as);
      rooms.push(room);
      heard.push(await join(cookie, room));
    }
    for (const { cookie, as } of screens) views.push(await seen<MeetingScreen>(cookie, as));
    expect(new Set(rooms).size).toBe(3);
    expect((await join(member(1), rooms[2] as string)).reply.problem).toBe('not-found');
    expect((await join(member(1), rooms[0] as string)).reply.problem).toBe('not-found');
    const text = 'Alleen voor ons, nog niet klaar.';
    await write(member(1), 'zelf-kijken', text);
    await write(member(1), 'zelf-kijken', `${text} Wel klaar.`, { version: 1, done: true });
    await write(member(2), 'zelf-kijken', 'Ook klaar.', { done: true });
    await call(leader, 'POST', `${url}/show/zelf-kijken`);
    await call(leader, 'POST', `${url}/actions`, { do: 'next', stepId: 'herkomst' });
    for (const [k, { cookie, as }] of screens.entries()) {
      const truth = await seen<MeetingScreen>(cookie, as);
      await settled(() => (heard[k]?.told.at(-1)?.version ?? 0) >= truth.version);
      let view = views[k] as MeetingScreen;
      for (const { version, fact } of heard[k]?.told ?? [])
        if (version > view.version && version <= truth.version)
          view = { ...applyMeetingFact(view, fact), version };
      const still = (screen: MeetingScreen) => ({ ...screen, clock: screen.clock.currentId });
      expect(still(view)).toEqual(still(truth));
      // what was not done was told to its own practice and to nobody else
      const all = JSON.stringify(heard[k]?.told);
      expect([k, all.includes(`${text}"`)]).toEqual([k, k === 1]);
    }
  });

  it('put somebody out within a second, and the lead over to another practice', async () => {
    await open();
    const { room } = await seen<MeetingScreen>(member(2), 'participant');
    const { socket, reply } = await join(member(2), room);
    expect(reply.problem).toBeUndefined();
    const outs: string[] = [];
    socket.on('out', (from: string, problem: string) => outs.push(`${from} ${problem}`));
    await settled(() => true);
    const personId = meeting.practices[2]?.person.personId as string;
    for (let wait = 0; wait < 100; wait++) {
      const { people } = await seen<MeetingLeaderLiveView>(leader, 'leader');
      if (people.some((one) => one.personId === personId)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await call(leader, 'POST', `${url}/people/${personId}/remove`)).status).toBe(204);
    await settled(() => outs.length > 0);
    expect(outs).toEqual([`${room} live.removed`]);
    expect((await call(member(2), 'GET', `${url}?as=participant`)).body.code).toBe('live.removed');
    expect((await call(leader, 'POST', `${url}/people/${personId}/readmit`)).status).toBe(204);
    expect((await call(member(2), 'GET', `${url}?as=participant`)).status).toBe(200);
    expect((await call(leader, 'POST', `${url}/people/${personId.slice(0, -1)}0/remove`)).status).toBe(404);
    const roles = [{ role: 'leader', practiceId: meeting.practices[3]?.id }];
    expect((await call(leader, 'PUT', `${url}/roles`, { roles })).status).toBe(204);
    expect((await call(member(3), 'GET', `${url}?as=leader`)).status).toBe(200);
    expect((await call(member(0), 'GET', `${url}?as=leader`)).status).toBe(403);
  });

  it('offer methods to who reads meetings; a region adds its own from a copy (SES-03)', async () => {
    const coordinator = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'region-coordinator'),
    );
    const built = (await call<MethodView[]>(member(1), 'GET', '/api/methods')).body;
    expect(built.length).toBe(9);
    const name = { nl: 'Onze incidentmethode', en: 'Our incident method' };
    expect((await call(leader, 'POST', '/api/methods', { from: 'incident', name })).status).toBe(403);
    const copy = await call<MethodView>(coordinator, 'POST', '/api/methods', { from: 'incident', name });
    expect(copy.body).toMatchObject({ origin: 'own', copiedFrom: 'incident', minutes: 65, version: 1, name });
    const { id, origin: _o, copiedFrom: _c, minutes: _m, archived: _a, version: _v, ...content } = copy.body;
    const steps = content.steps.map((one) => (one.id === 'vragen' ? { ...one, minutes: 20 } : one));
    const save = (body: unknown, headers?: Record<string, string>) =>
      api.call<MethodView & ProblemView>('PUT', `/api/methods/${id}`, { cookie: coordinator, body, headers });
    expect((await save({ ...content, steps, confirmed: true }, { 'if-match': '"1"' })).body.minutes).toBe(70);
    expect((await save({ ...content, steps, confirmed: true }, { 'if-match': '"1"' })).status).toBe(409);
    const twice = await save({ ...content, steps: [...steps, steps[0]], confirmed: true });
    expect([twice.status, twice.body.details.faults]).toEqual([
      422,
      [{ at: 'terugblik', rule: 'step-twice' }],
    ]);
    expect((await save({ ...content, steps: [], confirmed: true })).status).toBe(422);
    const builtIn = await api.call<ProblemView>('PUT', '/api/methods/incident', {
      cookie: coordinator,
      body: { ...content, steps, confirmed: true },
    });
    expect([builtIn.status, builtIn.body.code]).toEqual([409, 'method.built-in']);
    // a meeting keeps the steps that it opened with
    expect((await call(leader, 'POST', `${url}/open`, { methodId: id })).status).toBe(204);
    await save({ ...content, steps: steps.slice(0, 3), confirmed: true });
    expect((await seen<MeetingLeaderLiveView>(leader, 'leader')).steps).toHaveLength(7);
    const away = await call<MethodView>(coordinator, 'PUT', `/api/methods/${id}/archived`, {
      archived: true,
    });
    expect(away.body.archived).toBe(true);
    expect((await call<MethodView[]>(member(1), 'GET', '/api/methods')).body).toHaveLength(9);
    expect((await call<MethodView[]>(member(1), 'GET', '/api/methods?archived=true')).body).toHaveLength(10);
    const far = await makeRegion(api.test.database);
    const stranger = await api.cookieFor(await makeActor(api.test.database, far.id, 'region-coordinator'));
    expect((await call(stranger, 'GET', `/api/methods/${id}`)).status).toBe(404);
  });
});
