import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import {
  liveRoom,
  type LiveFact,
  type ModeratorLiveView,
  type OwnLiveView,
  type ParticipantLiveView,
  type ProblemView,
  type QuestionAnswerView,
  type SpecialistLiveView,
} from '#libs/contracts';
import { newId } from '#libs/platform';
import { makeActor, makeLiveSession, makeRegion, type LiveSessionRows } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { browserByLink } from './test-browser.adapter.js';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('the doors of the live hour', () => {
  let api: TestApp;
  let region: { id: string };
  let session: LiveSessionRows;
  let url: string;
  let moderator: string;
  let specialist: string;
  let participants: string[];
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
    session = await makeLiveSession(api.test.database, region.id, {
      practices: 3,
      categories: [2, 1],
      loose: 1,
      startsAt: inMinutes(-5),
    });
    url = `/api/dialogue-sessions/${session.id}/live`;
    moderator = await api.cookieFor(session.moderators[0] as LiveSessionRows['specialist']);
    specialist = await api.cookieFor(session.specialist);
    participants = [];
    for (const { person } of session.practices) participants.push(await api.cookieFor(person));
  });

  const call = <T = ProblemView>(
    cookie: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, path, { cookie, body, headers });
  const start = async () => {
    expect((await call(moderator, 'POST', `${url}/open`)).status).toBe(204);
    expect((await call(moderator, 'POST', `${url}/actions`, { do: 'start' })).status).toBe(204);
  };
  const asked = (cookie: string, more: Record<string, unknown> = {}) =>
    call<OwnLiveView>(cookie, 'POST', `${url}/follow-ups`, {
      clientId: newId(),
      text: 'Geldt dit ook bij kinderen?',
      named: false,
      confirmed: false,
      ...more,
    });
  const seen = async () => (await call<ModeratorLiveView>(moderator, 'GET', `${url}?as=moderator`)).body;

  it('say when the room is not open yet, and open it for a moderator alone (DIA-11)', async () => {
    const early = await call(participants[0] as string, 'GET', `${url}?as=participant`);
    expect([early.status, early.body.code]).toEqual([409, 'live.not-open']);
    expect(early.body.details).toMatchObject({ title: 'Dermatologie' });
    for (const cookie of [participants[0] as string, specialist])
      expect((await call(cookie, 'POST', `${url}/open`)).status).toBe(403);
    await start();
    const view = await seen();
    expect(view.clock).toMatchObject({ state: 'running', currentId: session.categories[0] });
    expect(view.questionId).toBe(session.questions[0]?.id);
    // what the department closes with stays at the end
    const [own, ...rest] = [...session.categories].reverse();
    expect(view.clock.items.map(({ id }) => id)).toEqual([...rest.reverse(), 'other', own]);
  });

  it('let in one person per practice, the one who is registered, and tell a colleague who that is (DIA-07)', async () => {
    await start();
    const [practice] = session.practices;
    const colleague = await makeActor(api.test.database, region.id, 'practice-employee', {
      scopeId: practice?.id as string,
    });
    const refused = await call(await api.cookieFor(colleague), 'GET', `${url}?as=participant`);
    expect(refused.status).toBe(403);
    expect(refused.body.details).toEqual({
      practiceId: practice?.id,
      practice: practice?.name,
      person: practice?.person.name,
    });
    expect((await asked(await api.cookieFor(colleague))).status).toBe(403);
  });

  it('open for a task link of this session and this practice, and for no other (DIA-07)', async () => {
    await start();
    const [first, second] = session.practices;
    const visit = async (practiceId: string, personId: string, subjectId = session.id) => {
      const browser = await browserByLink(api, region.id, {
        personId,
        kind: 'session-practice',
        subjectId,
        practiceId,
      });
      return (await browser.call('GET', `${url}?as=participant`)).status;
    };
    const own = [first?.id as string, first?.person.personId as string] as const;
    expect(await visit(...own)).toBe(200);
    // a colleague's link is for the practice, but the room is for who is registered
    const colleague = await makeActor(api.test.database, region.id, 'practice-employee', {
      scopeId: second?.id as string,
    });
    expect(await visit(second?.id as string, colleague.personId)).toBe(403);
    const other = await makeLiveSession(api.test.database, region.id, {
      practices: 1,
      categories: [1],
      startsAt: inMinutes(-5),
    });
    expect(await visit(...own, other.id)).toBe(404);
  });

  it('are not there for another region, and keep each audience to its own screen', async () => {
    await start();
    const far = await makeRegion(api.test.database);
    const stranger = await api.cookieFor(await makeActor(api.test.database, far.id, 'region-coordinator'));
    for (const as of ['moderator', 'participant', 'specialist'])
      expect((await call(stranger, 'GET', `${url}?as=${as}`)).status).toBe(404);
    const elsewhere = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'specialist', { scopeId: newId() }),
    );
    expect((await call(elsewhere, 'GET', `${url}?as=specialist`)).status).toBe(404);
    for (const [cookie, as] of [
      [participants[0], 'moderator'],
      [participants[0], 'specialist'],
      [specialist, 'moderator'],
      [specialist, 'participant'],
    ] as const)
      expect((await call(cookie as string, 'GET', `${url}?as=${as}`)).status).toBe(403);
    for (const body of [{ do: 'pause' }, { do: 'end' }, { do: 'let-steer' }])
      for (const cookie of [participants[0], specialist] as string[])
        expect((await call(cookie, 'POST', `${url}/actions`, body)).status).toBe(403);
  });

  it('hear at once what the desk words otherwise, and who goes instead of whom (DIA-07, DIA-09)', async () => {
    await start();
    const [first] = session.practices;
    const [question] = session.questions;
    const screen = async (cookie: string, as: string) =>
      (await call<ParticipantLiveView>(cookie, 'GET', `${url}?as=${as}`)).body;
    const before = await screen(participants[1] as string, 'participant');
    const doors = `/api/dialogue-sessions/${session.id}`;
    const worded = await call(
      moderator,
      'PATCH',
      `${doors}/desk/questions/${question?.id}`,
      { shownText: 'Wanneer ziet u een moedervlek graag?' },
      { 'if-match': '"1"' },
    );
    expect(worded.status).toBe(200);
    const after = await screen(participants[1] as string, 'participant');
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.questions.find(({ id }) => id === question?.id)?.text).toBe(
      'Wanneer ziet u een moedervlek graag?',
    );
    const colleague = await makeActor(api.test.database, region.id, 'practice-employee', {
      scopeId: first?.id,
    });
    const replaced = await call(
      participants[0] as string,
      'PUT',
      `${doors}/practices/${first?.id}/registration`,
      { personId: colleague.personId, attendeeKind: 'gp' },
      { 'if-match': '"1"' },
    );
    expect(replaced.status).toBe(200);
    expect((await screen(participants[1] as string, 'participant')).version).toBeGreaterThan(after.version);
    expect((await seen()).people.map(({ personId }) => personId)).toContain(colleague.personId);
    expect((await call(participants[0] as string, 'GET', `${url}?as=participant`)).status).toBe(403);
    expect((await call(await api.cookieFor(colleague), 'GET', `${url}?as=participant`)).status).toBe(200);
  });

  it('show nothing of a patient in a question that its organiser did not let through (DIA-20)', async () => {
    const [question] = session.questions;
    await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query(`update session_question set text = $2 where id = $1`, [
        question?.id,
        'Hoe vaak komt mevrouw De Vries op controle?',
      ]),
    );
    await start();
    for (const [cookie, as] of [
      [participants[1] as string, 'participant'],
      [specialist, 'specialist'],
    ]) {
      const { body, raw } = await call<ParticipantLiveView>(cookie as string, 'GET', `${url}?as=${as}`);
      expect(body.questions.find(({ id }) => id === question?.id)?.text).toContain('op controle');
      expect(raw.toString('utf8')).not.toContain('De Vries');
    }
  });

  it('never tell participants or the specialist who asked, except where the asker chose so (DIA-10)', async () => {
    await start();
    const [first, second] = session.practices;
    expect((await asked(participants[0] as string)).status).toBe(201);
    expect((await asked(participants[1] as string, { named: true, text: 'En bij ouderen?' })).status).toBe(
      201,
    );
    const screens = [
      await call<ParticipantLiveView>(participants[2] as string, 'GET', `${url}?as=participant`),
      await call<SpecialistLiveView>(specialist, 'GET', `${url}?as=specialist`),
    ];
    for (const { body } of screens) {
      expect(body.followUps).toHaveLength(2);
      expect(JSON.stringify(body)).not.toContain(first?.id);
      expect(JSON.stringify(body)).not.toContain(`"${first?.name}"`);
      expect(body.followUps.find(({ text }) => text === 'En bij ouderen?')).toMatchObject({
        by: 'practice',
        practice: second?.name,
      });
      expect(body).not.toHaveProperty('people');
    }
    expect(screens[0]?.body).not.toHaveProperty('answers');
    expect((await seen()).followUps[0]).toMatchObject({ practice: first?.name, named: false });
  });

  it('take what was asked once, however often it is sent, and nothing about a patient (DIA-10, DIA-20)', async () => {
    const before = await asked(participants[0] as string);
    expect([before.status, (before.body as unknown as ProblemView).code]).toEqual([409, 'live.not-open']);
    await start();
    const clientId = newId();
    const sent = await Promise.all([1, 2, 3].map(() => asked(participants[0] as string, { clientId })));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await seen()).followUps).toHaveLength(1);
    const planted = await asked(participants[0] as string, {
      text: 'Mevrouw met BSN 111222333 heeft eczeem',
    });
    expect(planted.status).toBe(422);
    expect((planted.body as unknown as ProblemView).code).toBe('text.identifiers');
    for (const body of [{ text: '' }, { text: 'x'.repeat(501) }, { clientId: 'x' }, { named: 'ja' }])
      expect((await asked(participants[0] as string, body)).status).toBe(422);
    const id = (await seen()).followUps[0]?.id as string;
    const joins = await Promise.all(
      [1, 2, 3].map(() => call(participants[1] as string, 'PUT', `${url}/follow-ups/${id}/endorsement`)),
    );
    expect(joins.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await seen()).followUps[0]?.endorsements).toBe(1);
    // one's own is one's own already, and only one's own can be taken back
    await call(participants[0] as string, 'PUT', `${url}/follow-ups/${id}/endorsement`);
    expect((await seen()).followUps[0]?.endorsements).toBe(1);
    expect((await call(participants[1] as string, 'DELETE', `${url}/follow-ups/${id}`)).status).toBe(404);
    expect(
      (
        await call(participants[0] as string, 'PATCH', `${url}/follow-ups/${id}`, {
          state: 'shown',
          confirmed: false,
        })
      ).status,
    ).toBe(403);
    for (const bad of ['x', newId()])
      expect(
        (await call(participants[1] as string, 'PUT', `${url}/follow-ups/${bad}/endorsement`)).status,
      ).toBe(404);
  });

  it('let the specialist note an answer, beside the moderator, and steer only when that is allowed (DIA-12)', async () => {
    await start();
    const questionId = session.questions[0]?.id as string;
    const note = (cookie: string, body: Record<string, unknown>, version: number) =>
      call<QuestionAnswerView>(
        cookie,
        'PUT',
        `${url}/answers/${questionId}`,
        { confirmed: false, ...body },
        { 'if-match': `"${version}"` },
      );
    expect((await note(specialist, { onTime: 'Binnen een week.', timing: 'on-time' }, 0)).body.version).toBe(
      1,
    );
    const stale = await note(moderator, { note: 'Zie de richtlijn.' }, 0);
    expect(stale.status).toBe(409);
    expect((await note(moderator, { note: 'Zie de richtlijn.' }, 1)).body).toMatchObject({
      onTime: 'Binnen een week.',
      note: 'Zie de richtlijn.',
      timing: 'on-time',
      version: 2,
    });
    expect((await note(participants[0] as string, { note: 'x' }, 2)).status).toBe(403);
    expect((await note(specialist, { note: 'Mevrouw met BSN 111222333' }, 2)).status).toBe(422);
    const other = await makeLiveSession(api.test.database, region.id, {
      practices: 1,
      categories: [1],
      startsAt: inMinutes(-5),
    });
    const foreign = `${url}/answers/${other.questions[0]?.id}`;
    expect((await call(moderator, 'PUT', foreign, { note: 'x', confirmed: false })).status).toBe(404);

    const press = (cookie: string) => call(cookie, 'POST', `${url}/actions`, { do: 'answered', questionId });
    expect((await press(specialist)).status).toBe(403);
    await call(moderator, 'POST', `${url}/actions`, { do: 'let-steer' });
    expect((await press(specialist)).status).toBe(204);
    const late = await press(moderator);
    expect([late.status, late.body.code]).toEqual([409, 'live.moved-on']);
    expect((await call(moderator, 'POST', `${url}/actions`, { do: 'dance' })).status).toBe(422);
    expect((await call(moderator, 'POST', `${url}/actions`, { do: 'extend', minutes: 600 })).status).toBe(
      422,
    );
  });

  it('put somebody out within a second, say why, and let them in again (DIA-07)', async () => {
    await start();
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      extraHeaders: { cookie: participants[0] as string, origin: 'http://localhost:3000' },
      reconnection: false,
    });
    sockets.push(socket);
    const room = liveRoom(session.id, 'participant');
    const facts: LiveFact[] = [];
    socket.on('live', (fact: LiveFact) => facts.push(fact));
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    const join = (name: string) =>
      new Promise<{ version?: number; problem?: string }>((resolve) => socket.emit('join', name, resolve));
    expect(await join(room)).toHaveProperty('version');
    for (const audience of ['moderator', 'specialist'] as const)
      expect(await join(liveRoom(session.id, audience))).toEqual({ problem: 'not-found' });

    await call(moderator, 'POST', `${url}/actions`, { do: 'pause' });
    await until(() => facts.some(({ fact }) => fact.type === 'clock'));
    await until(async () => (await seen()).presence.practices === 1);

    const personId = session.practices[0]?.person.personId as string;
    const out = new Promise<string>((resolve) =>
      socket.on('out', (_room: string, problem: string) => resolve(problem)),
    );
    expect((await call(participants[1] as string, 'POST', `${url}/people/${personId}/remove`)).status).toBe(
      403,
    );
    expect((await call(moderator, 'POST', `${url}/people/${newId()}/remove`)).status).toBe(404);
    expect((await call(moderator, 'POST', `${url}/people/${personId}/remove`)).status).toBe(204);
    expect(await out).toBe('live.removed');
    expect((await call(participants[0] as string, 'GET', `${url}?as=participant`)).body.code).toBe(
      'live.removed',
    );
    expect((await asked(participants[0] as string)).status).toBe(403);
    expect((await seen()).people.find((one) => one.personId === personId)).toMatchObject({
      here: false,
      removed: true,
    });
    expect((await call(moderator, 'POST', `${url}/people/${personId}/readmit`)).status).toBe(204);
    expect((await call(participants[0] as string, 'GET', `${url}?as=participant`)).status).toBe(200);

    // who is excused at the desk leaves the room as well
    expect(await join(room)).toHaveProperty('version');
    const excused = new Promise<string>((resolve) =>
      socket.once('out', (_room: string, problem: string) => resolve(problem)),
    );
    const own = `/api/dialogue-sessions/${session.id}/practices/${session.practices[0]?.id}/registration`;
    const sent = await call(
      participants[0] as string,
      'POST',
      `${own}/excuse`,
      { reason: '', confirmed: false },
      { 'if-match': '"1"' },
    );
    expect(sent.status).toBeLessThan(300);
    // the page asks why by itself
    expect(await excused).toBe('not-found');
    await until(async () => {
      const { presence } = await seen();
      return presence.registered === session.practices.length - 1 && presence.practices === 0;
    });
  });

  it('close once, with a fate for every question, and take nothing after it (feature 40)', async () => {
    await start();
    await asked(participants[0] as string);
    expect((await call(moderator, 'POST', `${url}/actions`, { do: 'end' })).status).toBe(204);
    const closed = await call<ParticipantLiveView>(participants[0] as string, 'GET', `${url}?as=participant`);
    expect(closed.body.clock.state).toBe('ended');
    expect(closed.body.questions.every(({ state }) => state === 'parked')).toBe(true);
    expect(closed.body.ownFollowUps.map(({ state }) => state)).toEqual(['parked']);
    expect((await asked(participants[0] as string)).status).toBe(410);
    expect((await call(moderator, 'POST', `${url}/actions`, { do: 'end' })).status).toBe(410);
  });
});

/** Waits until something is so; fails by the test's own limit. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
