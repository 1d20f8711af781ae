import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AttendanceReportView,
  AttendanceView,
  PracticeSessionView,
  ProblemView,
  SessionParticipantView,
} from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  queriesOf,
  type FactorySession,
} from '#libs/testing';
import { sessionCookie } from '../src/http/cookies.js';
import { fileBody, openTestApp, type TestApp } from './test-app.js';
import { browserByLink } from './test-browser.adapter.js';

/** The local date, so many days from now. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the doors of registrations and attendance (DIA-06, DIA-07, features 30, 31, 33)', () => {
  let api: TestApp;
  let region: { id: string };
  let practice: { id: string; name: string };
  let holder: Actor & { personId: string };
  let session: FactorySession;
  let url: string;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    const { database } = api.test;
    region = await makeRegion(database);
    practice = await makePractice(database, region.id);
    holder = await makeStaff(database, region.id, practice.id, 'practice-holder', { name: 'Anna de Wit' });
    session = await makeDialogueSession(database, region.id, { date: day(20), places: 5 });
    url = `/api/dialogue-sessions/${session.id}`;
    const { id: other } = await makePractice(database, region.id);
    const people: Record<string, Actor> = {
      coordinator: await makeActor(database, region.id, 'region-coordinator'),
      holder,
      neighbour: await makeStaff(database, region.id, other, 'practice-holder'),
      consultant: await makeActor(database, region.id, 'practice-consultant', { scopeId: practice.id }),
      specialist: await makeActor(database, region.id, 'specialist', { scopeId: session.id }),
      abroad: await makeActor(database, (await makeRegion(database)).id, 'region-coordinator'),
    };
    for (const [who, actor] of Object.entries(people)) cookies[who] = await api.cookieFor(actor);
  });
  afterAll(() => api.close());

  const call = <T = ProblemView>(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, `${url}${path}`, { cookie: cookies[who], body, headers });
  const own = () => `/practices/${practice.id}`;
  const register = <T = PracticeSessionView>(
    who = 'holder',
    body: unknown = { personId: holder.personId, attendeeKind: 'gp' },
  ) => call<T>(who, 'PUT', `${own()}/registration`, body);
  /** A browser that came in by the link of a mail. */
  const byLink = async (subjectId: string): Promise<string> => {
    const browser = await browserByLink(api, region.id, {
      personId: holder.personId,
      kind: 'session-practice',
      subjectId,
      practiceId: practice.id,
    });
    return `${sessionCookie(api.config)}=${browser.jar.get(sessionCookie(api.config))}`;
  };
  const begun = async (): Promise<void> => {
    session = await makeDialogueSession(api.test.database, region.id, { date: day(-1), state: 'ended' });
    url = `/api/dialogue-sessions/${session.id}`;
    await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query(
        `insert into session_registration (region_id, session_id, practice_id, state, person_id) values ($1, $2, $3, 'registered', $4)`,
        [region.id, session.id, practice.id, holder.personId],
      ),
    );
  };

  it('lead from the page by a registration to an excuse, and never over somebody else’s change', async () => {
    const page = await call<PracticeSessionView>('holder', 'GET', own());
    expect(page).toMatchObject({
      status: 200,
      body: {
        session: { meetingLink: null, places: 5, placesLeft: 5 },
        registration: null,
        people: [{ name: 'Anna de Wit' }],
        certificate: false,
      },
    });
    expect(await register()).toMatchObject({
      status: 200,
      body: {
        session: { meetingLink: 'https://teams.example/1', placesLeft: 4 },
        registration: { version: 1 },
      },
    });
    const stale = await call(
      'holder',
      'POST',
      `${own()}/registration/excuse`,
      { reason: '', confirmed: false },
      { 'if-match': '"0"' },
    );
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    const bsn = { reason: 'Visite bij mevrouw, BSN 111222333', confirmed: true };
    expect(await call('holder', 'POST', `${own()}/registration/excuse`, bsn)).toMatchObject({
      status: 422,
      body: { code: 'text.identifiers', details: { findings: [{ item: 'reason', verdict: 'block' }] } },
    });
    expect(
      await call<PracticeSessionView>('holder', 'POST', `${own()}/registration/excuse`, {
        reason: 'Ziek',
        confirmed: false,
      }),
    ).toMatchObject({ status: 200, body: { registration: { state: 'excused', excuse: 'Ziek' } } });
    const list = await call<SessionParticipantView[]>('coordinator', 'GET', '/registrations');
    expect(list.body.map((one) => one.registration?.state ?? null).sort()).toEqual(['excused', null]);
  });

  it('know a practice by its own people, its own link and the organiser alone', async () => {
    for (const who of ['neighbour', 'consultant', 'specialist', 'abroad']) {
      expect([who, (await call(who, 'GET', own())).status]).toEqual([who, 404]);
      expect([who, (await register<ProblemView>(who)).status]).toEqual([who, 404]);
    }
    expect((await api.call('GET', `${url}${own()}`)).status).toBe(401);
    const link = await byLink(session.id);
    expect((await api.call('GET', `${url}${own()}`, { cookie: link })).status).toBe(200);
    expect((await api.call('GET', `${url}/registrations`, { cookie: link })).status).toBe(403);
    const another = await makeDialogueSession(api.test.database, region.id, { date: day(30) });
    const elsewhere = await byLink(another.id);
    expect((await api.call('GET', `${url}${own()}`, { cookie: elsewhere })).status).toBe(404);
    expect((await register('coordinator')).status).toBe(200);
  });

  it('keep lists, corrections and reports with who organises', async () => {
    await begun();
    for (const who of ['holder', 'neighbour', 'consultant', 'specialist'])
      for (const path of ['/registrations', '/attendance', '/attendance/accreditation'])
        expect([who, path, (await call(who, 'GET', path)).status]).toEqual([who, path, 403]);
    for (const path of ['/registrations', '/attendance', '/attendance/accreditation'])
      expect([path, (await call('abroad', 'GET', path)).status]).toEqual([path, 404]);
    const { body } = await call<AttendanceView[]>('coordinator', 'GET', '/attendance');
    expect(body).toMatchObject([{ person: { name: 'Anna de Wit' }, present: false, registered: true }]);
  });

  it('take a Teams report, and hand out the certificate and the list of who was there', async () => {
    await begun();
    expect((await call('holder', 'GET', '/certificate')).status).toBe(404);
    const date = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Amsterdam' }).format(session.startsAt);
    const lines = [
      'Name\tJoin Time\tLeave Time\tEmail',
      `Anna de Wit\t${date}, 7:30:00 PM\t${date}, 8:30:00 PM\t`,
    ];
    const report = fileBody(Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'));
    const sent = await call<AttendanceReportView>('coordinator', 'POST', '/attendance/report', report);
    expect(sent).toMatchObject({ status: 200, body: { people: 1, rows: [{ verdict: 'by-name' }] } });
    const pdf = await call<string>('holder', 'GET', '/certificate');
    expect([pdf.status, pdf.headers['content-type'], pdf.raw.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const list = await call<string>('coordinator', 'GET', '/attendance/accreditation');
    expect([list.status, list.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    for (const who of ['neighbour', 'coordinator'])
      expect((await call(who, 'GET', '/certificate')).status).toBe(404);
    expect(await call('coordinator', 'POST', '/attendance/report', fileBody('geen rapport'))).toMatchObject({
      body: { code: 'upload.unreadable' },
    });
  });

  it.each([
    ['no person', { attendeeKind: 'gp' }],
    ['two persons', { personId: newId(), person: { name: 'A', email: 'a@b.example' }, attendeeKind: 'gp' }],
    ['an unknown kind', { personId: newId(), attendeeKind: 'koning' }],
    ['an id that is none', { personId: 'x', attendeeKind: 'gp' }],
    ['a colleague without address', { person: { name: 'A', email: 'nergens' }, attendeeKind: 'gp' }],
    ['fields that do not exist', { personId: newId(), attendeeKind: 'gp', state: 'registered' }],
  ])('refuse a registration with %s', async (_what, body) => {
    expect((await register<ProblemView>('holder', body)).body.code).toBe('validation.failed');
  });

  it('answer ids that are none as what is not there', async () => {
    for (const path of [
      `/api/dialogue-sessions/x/practices/${practice.id}`,
      `${url}/practices/x`,
      '/api/dialogue-sessions/x/attendance',
    ])
      expect([path, (await api.call('GET', path, { cookie: cookies['coordinator'] })).status]).toEqual([
        path,
        404,
      ]);
  });

  it('read the list of a whole region in as many queries as that of one practice', async () => {
    const count = async () =>
      (
        await queriesOf(
          api.test.database,
          async () => void (await call('coordinator', 'GET', '/registrations')),
        )
      ).length;
    const few = await count();
    for (let n = 0; n < 8; n += 1) await makePractice(api.test.database, region.id);
    expect(await count()).toBe(few);
  });
});
