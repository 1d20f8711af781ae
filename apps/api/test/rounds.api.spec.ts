import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import {
  roundRoom,
  type AnswerPageView,
  type Page,
  type ParticipantView,
  type RoomFact,
  type RoundKindView,
  type RoundOpenPreviewView,
  type RoundSummaryView,
  type RoundView,
} from '#libs/contracts';
import { Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

describe('the doors of rounds', () => {
  let api: TestApp;
  let region: { id: string };
  let linde: { id: string };
  let kade: { id: string };
  let coordinator: string;
  let holder: string;
  let stranger: string;
  let holderActor: Actor;
  const sockets: Socket[] = [];
  const until = new Date(Date.now() + 14 * 86_400_000).toISOString();

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    linde = await makePractice(database, region.id, { name: 'De Linde' });
    kade = await makePractice(database, region.id, { name: 'De Kade' });
    coordinator = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    holderActor = await makeActor(database, region.id, 'practice-holder', { scopeId: linde.id });
    holder = await api.cookieFor(holderActor);
    await makeActor(database, region.id, 'practice-contact', { scopeId: kade.id });
    const elsewhere = await makePractice(database, region.id);
    stranger = await api.cookieFor(
      await makeActor(database, region.id, 'practice-holder', { scopeId: elsewhere.id }),
    );
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await api.close();
  });

  const call = <T = Record<string, unknown>>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, url, { cookie, body, headers });

  const dates = ['2027-02-09', '2027-02-17'].map((date) => ({ date, startTime: '19:30', endTime: '21:00' }));
  const themes = [
    { shortName: 'Ouderen', name: 'Kwetsbare ouderen thuis' },
    { shortName: 'GGZ', name: 'GGZ en wachttijden', description: 'Eerste regel\nTweede regel' },
  ];
  async function openRound(): Promise<RoundView> {
    const { body: round } = await call<RoundView>(coordinator, 'POST', '/api/rounds', {
      kind: 'plus-praktijk',
      name: 'Intervisie 2027',
    });
    await call(coordinator, 'PUT', `/api/rounds/${round.id}/themes`, { themes });
    await call(coordinator, 'PUT', `/api/rounds/${round.id}/dates`, { dates });
    await call(coordinator, 'PUT', `/api/rounds/${round.id}/participants`, {
      practiceIds: [linde.id, kade.id],
    });
    const opened = await call<RoundView>(coordinator, 'POST', `/api/rounds/${round.id}/open`, {
      answerUntil: until,
    });
    expect(opened.status).toBe(200);
    return opened.body;
  }
  /** The cookie that the button behind the link in the invitation gives. */
  async function taskCookie(roundId: string, personId: string): Promise<string> {
    const [mail] = await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query<{ link: string }>(
        `select params->>'taskLinkId' as link from mail where subject_id = $1 and person_id = $2`,
        [roundId, personId],
      ),
    );
    const token = api.app.get(Secrets).token('task-link', mail?.link as string);
    const used = await api.call('POST', `/api/task-links/${token}`, { body: {} });
    expect(used).toMatchObject({ status: 200, body: { href: `/taak/ronde/${roundId}/${linde.id}` } });
    return used.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  it('says what rounds can start from, with a sentence of explanation each', async () => {
    const { status, body } = await call<RoundKindView[]>(coordinator, 'GET', '/api/round-kinds');
    expect(status).toBe(200);
    expect(body.map((kind) => kind.slug)).toContain('mtvp-thematic');
    expect(body[0]?.explanations['weight.continuity'].nl).toContain('gesprekspartners');
    expect((await call(holder, 'GET', '/api/round-kinds')).status).toBe(403);
  });

  it('goes from a draft to an opened round and names who gets a mail (journeys D2)', async () => {
    const created = await call<RoundView>(coordinator, 'POST', '/api/rounds', {
      kind: 'regional-s3',
      name: 'S3',
    });
    expect(created).toMatchObject({ status: 201, body: { state: 'draft', version: 1 } });
    const url = `/api/rounds/${created.body.id}`;
    expect(await call(coordinator, 'POST', `${url}/open`, { answerUntil: until })).toMatchObject({
      status: 422,
      body: { code: 'round.no-themes' },
    });
    const withThemes = await call<RoundView>(
      coordinator,
      'PUT',
      `${url}/themes`,
      { themes },
      { 'if-match': '"1"' },
    );
    expect(withThemes.body.themes.map((theme) => [theme.shortName, theme.description])).toEqual([
      ['Ouderen', null],
      ['GGZ', 'Eerste regel\nTweede regel'],
    ]);
    const stale = await call(coordinator, 'PUT', `${url}/dates`, { dates }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict.stale', details: { version: 2 } } });
    await call(coordinator, 'PUT', `${url}/dates`, { dates }, { 'if-match': '"2"' });
    await call(coordinator, 'PUT', `${url}/participants`, { practiceIds: [linde.id] });
    await call(coordinator, 'PUT', `${url}/participants/${kade.id}`, { takingPart: true });
    const changed = await call<RoundView>(coordinator, 'PATCH', url, {
      introduction: 'Twee\nregels',
      rules: { groupSize: { min: 5 }, requireRankedTheme: false },
      asks: ['dates', 'themes'],
      reminderDays: [3],
    });
    expect(changed.body).toMatchObject({
      name: 'S3',
      introduction: 'Twee\nregels',
      rules: { groupSize: { min: 5, max: 8 }, requireRankedTheme: false, weights: { theme: 0.4 } },
      asks: ['themes', 'dates'],
      reminderDays: [3],
    });
    const preview = await call<RoundOpenPreviewView>(coordinator, 'GET', `${url}/open-preview`);
    expect(preview.body.recipients.map((one) => one.practice)).toEqual(['De Kade', 'De Linde']);
    const opened = await call<RoundView>(coordinator, 'POST', `${url}/open`, { answerUntil: until });
    expect(opened).toMatchObject({ status: 200, body: { state: 'open', participants: 2, answered: 0 } });
    expect(await call(coordinator, 'POST', `${url}/remind`)).toMatchObject({
      status: 200,
      body: { practices: 2 },
    });
    expect((await call(coordinator, 'POST', `${url}/close`)).body).toMatchObject({ state: 'closed' });
    expect((await call(coordinator, 'POST', `${url}/reopen`, { answerUntil: until })).body).toMatchObject({
      state: 'open',
    });
    const copy = await call<RoundView>(coordinator, 'POST', `${url}/copy`, { name: 'S3 2028' });
    expect(copy).toMatchObject({ status: 201, body: { state: 'draft', participants: 2 } });
    expect((await call(coordinator, 'DELETE', `/api/rounds/${copy.body.id}`)).status).toBe(204);
    expect((await call(coordinator, 'GET', `/api/rounds/${copy.body.id}`)).status).toBe(404);
  });

  it('names every wrong field and the rule that cannot be', async () => {
    const { id } = await openRound();
    const url = `/api/rounds/${id}`;
    const refused: [string, string, unknown, string][] = [
      ['POST', '/api/rounds', { kind: 'unknown', name: 'X' }, 'validation.failed'],
      ['POST', '/api/rounds', { kind: 'free', name: ' ' }, 'validation.failed'],
      ...['name', 'answerUntil', 'asks', 'rules', 'reminderDays'].map(
        (field): [string, string, unknown, string] => ['PATCH', url, { [field]: null }, 'validation.failed'],
      ),
      ...['ranked', 'excluded', 'dates', 'allDates', 'leader'].map(
        (field): [string, string, unknown, string] => [
          'PATCH',
          `${url}/answers/${linde.id}`,
          { [field]: null },
          'validation.failed',
        ],
      ),
      ['PATCH', url, { state: 'published' }, 'validation.failed'],
      ['PATCH', url, { rules: { weights: { theme: 0.9 } } }, 'round.weights-invalid'],
      ['PATCH', url, { rules: { groupSize: { min: 1 } } }, 'round.size-invalid'],
      ['PATCH', url, { answerUntil: 'morgen' }, 'validation.failed'],
      ['PATCH', url, { asks: ['secrets'] }, 'validation.failed'],
      ['PUT', `${url}/themes`, { themes: [{ shortName: 'x'.repeat(25), name: 'X' }] }, 'validation.failed'],
      ['PUT', `${url}/dates`, { dates: [{ ...dates[0], startTime: '25:00' }] }, 'validation.failed'],
      ['PUT', `${url}/dates`, { dates: [{ ...dates[0], date: '2027-02-30' }] }, 'validation.failed'],
      ['PUT', `${url}/participants`, { practiceIds: ['x'] }, 'validation.failed'],
      ['PATCH', `${url}/answers/${linde.id}`, { dates: { x: 'perhaps' } }, 'validation.failed'],
      ['PATCH', `${url}/answers/${linde.id}`, { dates: { x: 'yes' } }, 'answer.date-unknown'],
      ['PATCH', `${url}/answers/${linde.id}`, { ranked: ['x'] }, 'answer.theme-unknown'],
      ['PATCH', `${url}/answers/${linde.id}`, { motivation: 9 }, 'validation.failed'],
      ['PATCH', `${url}/answers/${linde.id}`, { stay: 'perhaps' }, 'validation.failed'],
      ['PATCH', `${url}/answers/${linde.id}`, { via: 'link' }, 'validation.failed'],
      ['PATCH', `${url}/answers/${linde.id}`, { leader: { name: 'X', email: 'x' } }, 'validation.failed'],
      ['POST', '/api/forbidden-pairs', { a: linde.id, b: kade.id, reason: '' }, 'validation.failed'],
    ];
    for (const [method, path, body, code] of refused) {
      const answer = await call(coordinator, method, path, body);
      expect([path, body, answer.status, answer.body.code]).toEqual([path, body, 422, code]);
    }
  });

  it('lets the practice answer from the link alone, and nothing else (decisions: task link)', async () => {
    const round = await openRound();
    const task = await taskCookie(round.id, holderActor.personId as string);
    const url = `/api/rounds/${round.id}/answers/${linde.id}`;
    const page = await call<AnswerPageView>(task, 'GET', url);
    expect(page).toMatchObject({ status: 200, body: { editable: true, answer: { dates: {}, version: 0 } } });
    expect(JSON.stringify(page.body)).not.toContain('De Kade');
    const [first, second] = page.body.round.themes.map((theme) => theme.id) as [string, string];
    const clicks: unknown[] = [
      { ranked: [first] },
      { ranked: [first, second] },
      { ranked: [second, first] },
      { allDates: 'yes' },
      { dates: { [page.body.round.dates[1]?.id as string]: 'maybe' } },
      { motivation: 4 },
      { stay: 'yes' },
      { canLead: true, leaderPersonId: holderActor.personId },
    ];
    for (const body of clicks) expect((await call(task, 'PATCH', url, body)).status).toBe(200);
    const sent = await call<AnswerPageView>(task, 'POST', `${url}/submit`);
    expect(sent.body.answer).toMatchObject({
      ranked: [second, first],
      motivation: 4,
      stay: 'yes',
      canLead: true,
      leader: { personId: holderActor.personId },
      via: 'link',
      version: 9,
    });
    expect(Object.values(sent.body.answer.dates)).toEqual(['yes', 'maybe']);
    expect((await call<AnswerPageView>(holder, 'GET', url)).body.answer.ranked).toEqual([second, first]);

    for (const [method, path, status] of [
      ['GET', `/api/rounds/${round.id}/answers/${kade.id}`, 404],
      ['PATCH', `/api/rounds/${round.id}/answers/${kade.id}`, 404],
      ['GET', `/api/rounds/${round.id}`, 403],
      ['GET', '/api/rounds', 403],
      ['GET', `/api/rounds/${round.id}/participants`, 403],
      ['GET', `/api/rounds/${round.id}/answers/export.csv`, 403],
      ['GET', '/api/forbidden-pairs', 403],
    ] as const)
      expect([path, (await call(task, method, path, method === 'PATCH' ? {} : undefined)).status]).toEqual([
        path,
        status,
      ]);
  });

  it('keeps practices to their own answer and the coordinator’s pages to the coordinator (field B1)', async () => {
    const round = await openRound();
    const url = `/api/rounds/${round.id}`;
    expect((await call<RoundView>(holder, 'GET', url)).body.id).toBe(round.id);
    expect((await call(stranger, 'GET', url)).status).toBe(404);
    expect((await call(stranger, 'GET', `${url}/answers/${linde.id}`)).status).toBe(404);
    expect((await call(holder, 'PATCH', `${url}/answers/${kade.id}`, { motivation: 1 })).status).toBe(404);
    const list = await call<Page<RoundSummaryView>>(holder, 'GET', '/api/rounds?limit=1');
    expect(list.body.items[0]?.id).toBe(round.id);
    expect((await call<Page<RoundSummaryView>>(stranger, 'GET', '/api/rounds')).body.total).toBe(0);
    for (const [method, path, body] of [
      ['PATCH', url, { name: 'X' }],
      ['DELETE', url],
      ['GET', `${url}/participants`],
      ['PUT', `${url}/participants/${kade.id}`, { takingPart: false }],
      ['GET', `${url}/open-preview`],
      ['POST', `${url}/close`],
      ['POST', `${url}/remind`],
      ['GET', `${url}/answers/export.xlsx`],
      ['POST', '/api/forbidden-pairs', { a: linde.id, b: kade.id, reason: 'x' }],
    ] as const)
      expect([path, (await call(holder, method, path, body)).status]).toEqual([path, 403]);
    expect((await api.call('GET', url)).status).toBe(401);
  });

  it('lets the coordinator answer by phone, follow who answered and take it all out as a file', async () => {
    const round = await openRound();
    const url = `/api/rounds/${round.id}`;
    const phone = await call<AnswerPageView>(coordinator, 'PATCH', `${url}/answers/${kade.id}`, {
      allDates: 'yes',
    });
    expect(phone.body.answer.via).toBe('phone');
    await call(coordinator, 'POST', `${url}/answers/${kade.id}/submit`);
    const page = await call<Page<ParticipantView>>(coordinator, 'GET', `${url}/participants?state=submitted`);
    expect(page.body).toMatchObject({ total: 1, next: null, items: [{ name: 'De Kade', via: 'phone' }] });
    const csv = await call<string>(coordinator, 'GET', `${url}/answers/export.csv`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="antwoorden-intervisie-2027.csv"');
    expect(csv.raw.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.body).toContain('De Kade');
    const xlsx = await call(coordinator, 'GET', `${url}/answers/export.xlsx`);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    expect(xlsx.raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('keeps forbidden pairs (features 19)', async () => {
    const pair = { a: linde.id, b: kade.id, reason: 'Familie' };
    const made = await call(coordinator, 'POST', '/api/forbidden-pairs', pair);
    expect(made.status).toBe(201);
    expect(await call(coordinator, 'POST', '/api/forbidden-pairs', pair)).toMatchObject({ status: 409 });
    expect((await call(coordinator, 'GET', '/api/forbidden-pairs')).body).toMatchObject({ total: 1 });
    expect((await call(coordinator, 'DELETE', `/api/forbidden-pairs/${String(made.body.id)}`)).status).toBe(
      204,
    );
    expect((await call(coordinator, 'GET', '/api/forbidden-pairs')).body).toMatchObject({ total: 0 });
  });

  it('tells the coordinator’s open page of every answer, and lets no stranger listen', async () => {
    const round = await openRound();
    const room = roundRoom(round.id);
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const connect = (cookie: string): Socket => {
      const socket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        extraHeaders: { cookie, origin: `http://127.0.0.1:${port}` },
      });
      sockets.push(socket);
      return socket;
    };
    const join = (socket: Socket) => socket.timeout(5000).emitWithAck('join', room) as Promise<unknown>;
    const watching = connect(coordinator);
    const facts: RoomFact[] = [];
    const heard = new Promise<void>((resolve) =>
      watching.on('fact', (fact: RoomFact) => {
        facts.push(fact);
        if (facts.length === 2) resolve();
      }),
    );
    const joined = (await join(watching)) as { version: number };
    expect(await join(connect(stranger))).toEqual({ problem: 'not-found' });
    const url = `/api/rounds/${round.id}/answers/${linde.id}`;
    await call(holder, 'PATCH', url, { motivation: 3 });
    await call(holder, 'POST', `${url}/submit`);
    await heard;
    expect(facts).toEqual([
      { room, version: joined.version + 1, type: 'answer.changed' },
      { room, version: joined.version + 2, type: 'answer.changed' },
    ]);
  });
});
