import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DialogueSessionSummaryView,
  DialogueSessionView,
  DialogueSettingsView,
  Page,
  ProblemView,
  SessionDoorView,
  SessionHearerView,
} from '#libs/contracts';
import { SessionLinks, StepActions } from '#libs/dialogue';
import { newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

/** A local day so many days from now. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const SESSIONS = '/api/dialogue-sessions';

describe('the doors of dialogue sessions', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: string;
  let departmentId: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    region = await makeRegion(api.test.database);
    coordinator = await api.cookieFor(await makeActor(api.test.database, region.id, 'region-coordinator'));
    departmentId = newId();
    await inRegion(`insert into department (id, region_id, name) values ($1, $2, 'Cardiologie')`, [
      departmentId,
      region.id,
    ]);
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    api.test.database.transaction({ regionId: region.id }, () => api.test.database.query<Row>(sql, values));
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
  const wish = (change: Record<string, unknown> = {}) => ({
    departmentId,
    date: day(90),
    startTime: '16:30',
    endTime: '17:30',
    ...change,
  });
  const make = async (change: Record<string, unknown> = {}): Promise<DialogueSessionView> => {
    const made = await call<DialogueSessionView>(coordinator, 'POST', SESSIONS, wish(change));
    expect(made.status).toBe(201);
    return made.body;
  };
  async function practicePerson(role: 'practice-contact' | 'practice-employee' = 'practice-contact') {
    const practice = await makePractice(api.test.database, region.id);
    const actor = await makeActor(api.test.database, region.id, role, { scopeId: practice.id });
    return { actor, practiceId: practice.id, cookie: await api.cookieFor(actor) };
  }
  /** A browser that came in by somebody's personal link. */
  async function byLink(
    session: DialogueSessionView,
    actor: Actor & { personId: string },
    practiceId?: string,
  ) {
    const links = api.app.get(SessionLinks);
    const about = { id: session.id, endsAt: new Date(session.endsAt) };
    const system = systemActor(region.id);
    const id = practiceId
      ? await links.forPractice(system, about, actor.personId, practiceId)
      : await links.forSpecialist(system, about, actor.personId);
    const browser = new TestBrowser(api);
    const token = new Secrets(api.config).token('task-link', id);
    return { browser, used: await browser.call<{ href: string }>('POST', `/api/task-links/${token}`) };
  }

  it('carries out every kind of step: no part is missing (feature 25)', () => {
    expect(api.app.get(StepActions).missing()).toEqual([]);
  });

  it('makes, changes, moves and cancels a session for who organises', async () => {
    const { id, version, steps } = await make();
    expect(steps.map(({ kind }) => kind)).toHaveLength(10);
    const changed = await call<DialogueSessionView>(
      coordinator,
      'PATCH',
      `${SESSIONS}/${id}`,
      {
        introduction: 'Neem mee wat lastig is.',
        meetingLink: 'https://video.example/x',
        places: 30,
        talkOn: day(60),
      },
      version,
    );
    expect(changed.body).toMatchObject({ places: 30, meetingLink: 'https://video.example/x', version: 2 });
    const moved = await call<DialogueSessionView>(
      coordinator,
      'PATCH',
      `${SESSIONS}/${id}`,
      { date: day(97) },
      2,
    );
    expect(moved.body).toMatchObject({
      date: day(97),
      version: 3,
      introduction: 'Neem mee wat lastig is.',
      meetingLink: 'https://video.example/x',
      places: 30,
    });
    expect((await call(coordinator, 'PATCH', `${SESSIONS}/${id}`, { places: 3 }, 2)).body.code).toBe(
      'conflict.stale',
    );
    const hearers = await call<SessionHearerView[]>(coordinator, 'GET', `${SESSIONS}/${id}/hearers`);
    expect(hearers.body).toEqual([]);
    const cancelled = await call<DialogueSessionView>(
      coordinator,
      'POST',
      `${SESSIONS}/${id}/cancel`,
      undefined,
      3,
    );
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await call(coordinator, 'POST', `${SESSIONS}/${id}/cancel`)).body.code).toBe('session.cancelled');
  });

  it('moves, skips and does steps with the version of the step', async () => {
    const { id, steps } = await make();
    const [invite, remind] = steps;
    const url = `${SESSIONS}/${id}/steps`;
    const skip = { state: 'stopped' };
    const skipped = await call<DialogueSessionView>(coordinator, 'PATCH', `${url}/${remind?.id}`, skip, 1);
    expect(skipped.body.steps.find(({ kind }) => kind === 'remind')?.state).toBe('stopped');
    expect((await call(coordinator, 'PATCH', `${url}/${remind?.id}`, skip, 1)).body.code).toBe(
      'conflict.stale',
    );
    expect((await call(coordinator, 'PATCH', `${url}/${invite?.id}`, { dueAt: 'morgen' })).status).toBe(422);
    expect((await call(coordinator, 'PATCH', `${url}/${newId()}`, skip)).status).toBe(404);
    const done = await call<DialogueSessionView>(
      coordinator,
      'POST',
      `${url}/${invite?.id}/do-now`,
      undefined,
      1,
    );
    expect(done.body.steps.find(({ kind }) => kind === 'invite')?.state).toBe('done');
    expect((await call(coordinator, 'POST', `${url}/${invite?.id}/do-now`)).body.code).toBe(
      'session-step.done',
    );
  });

  it.each([
    [{ departmentId: newId() }, 404],
    [{ departmentId: 'cardiologie' }, 422],
    [{ date: '16-03-2027' }, 422],
    [{ date: day(-3) }, 422],
    [{ startTime: '25:00' }, 422],
    [{ endTime: '16:30' }, 422],
    [{ title: 'a\u0000b' }, 422],
    [{ title: 'x'.repeat(121) }, 422],
    [{ surprise: true }, 422],
  ])('refuses a session with %j: %i', async (change, status) => {
    expect((await call(coordinator, 'POST', SESSIONS, wish(change))).status).toBe(status);
  });

  it.each([
    { meetingLink: 'http://video.example' },
    { meetingLink: 'javascript:alert(1)' },
    { places: 0 },
    { places: 2.5 },
    { accreditedHours: 25 },
    { title: null },
    { talkOn: '2027-02-30' },
    { state: 'ended' },
  ])('refuses the change %j', async (change) => {
    const { id } = await make();
    expect((await call(coordinator, 'PATCH', `${SESSIONS}/${id}`, change)).status).toBe(422);
  });

  it('keeps no words that point to a patient (DIA-20)', async () => {
    const { id } = await make();
    const introduction = 'Bespreek de casus van BSN 111222333.';
    const refused = await call(coordinator, 'PATCH', `${SESSIONS}/${id}`, { introduction });
    expect(refused).toMatchObject({ status: 422, body: { code: 'text.identifiers' } });
    const confirmed = { introduction, confirmed: true };
    expect((await call(coordinator, 'PATCH', `${SESSIONS}/${id}`, confirmed)).status).toBe(422);
  });

  it('shows practices the list and the way to their own page, and nothing of the organiser', async () => {
    const { id } = await make();
    const { cookie, practiceId } = await practicePerson();
    const list = await call<Page<DialogueSessionSummaryView>>(cookie, 'GET', SESSIONS);
    expect(list.body.items).toMatchObject([
      { id, own: { registered: false, questions: 0 }, next: null, late: 0 },
    ]);
    const door = await call<SessionDoorView>(cookie, 'GET', `${SESSIONS}/${id}/door`);
    expect(door.body).toMatchObject({
      practices: [{ id: practiceId, registered: false }],
      specialist: false,
    });
    const calendar = await api.call('GET', `${SESSIONS}/${id}/calendar.ics`, { cookie });
    expect(calendar.status).toBe(200);
    const tries: [string, string, unknown?][] = [
      ['GET', `${SESSIONS}/${id}`],
      ['GET', `${SESSIONS}/${id}/hearers`],
      ['POST', SESSIONS, wish()],
      ['PATCH', `${SESSIONS}/${id}`, { places: 3 }],
      ['POST', `${SESSIONS}/${id}/cancel`],
      ['POST', `${SESSIONS}/${id}/specialists`, { name: 'Dr. Vos', email: 'vos@zkh.example' }],
      ['GET', '/api/dialogue-settings'],
      ['PATCH', '/api/dialogue-settings', { planned: true }],
    ];
    for (const [method, url, body] of tries)
      expect([method, url, (await call(cookie, method, url, body)).status]).toEqual([method, url, 403]);
    expect((await api.call('GET', SESSIONS)).status).toBe(401);
  });

  it('keeps the video link out of the calendar file of who has no place', async () => {
    const { id, version } = await make();
    await call(
      coordinator,
      'PATCH',
      `${SESSIONS}/${id}`,
      { meetingLink: 'https://video.example/geheim' },
      version,
    );
    const { cookie, actor, practiceId } = await practicePerson();
    const calendar = async () =>
      String((await api.call('GET', `${SESSIONS}/${id}/calendar.ics`, { cookie })).body);
    expect(await calendar()).not.toContain('geheim');
    await inRegion(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id) values ($1, $2, $3, 'registered', $4)`,
      [region.id, id, practiceId, actor.personId],
    );
    expect(await calendar()).toContain('geheim');
    const hearers = await call<SessionHearerView[]>(coordinator, 'GET', `${SESSIONS}/${id}/hearers`);
    expect(hearers.body).toMatchObject([{ name: actor.name, specialist: false }]);
  });

  it('tells nothing to another region, to roles that have no part in it, or to a link of another session', async () => {
    const session = await make();
    const other = await make({ date: day(120) });
    const elsewhere = await makeRegion(api.test.database);
    const stranger = await api.cookieFor(
      await makeActor(api.test.database, elsewhere.id, 'region-coordinator'),
    );
    for (const url of ['', '/door', '/hearers', '/calendar.ics'])
      expect((await call(stranger, 'GET', `${SESSIONS}/${session.id}${url}`)).status).toBe(404);
    expect((await call(stranger, 'POST', SESSIONS, wish())).status).toBe(404);
    expect((await call<Page<unknown>>(stranger, 'GET', SESSIONS)).body.total).toBe(0);
    const auditor = await api.cookieFor(await makeActor(api.test.database, region.id, 'auditor'));
    expect((await call(auditor, 'GET', SESSIONS)).status).toBe(403);
    expect((await call(auditor, 'GET', `${SESSIONS}/${session.id}/door`)).status).toBe(404);
    const { actor, practiceId } = await practicePerson();
    const { browser, used } = await byLink(session, actor, practiceId);
    expect(used.body.href).toBe(`/taak/sessie/${session.id}/${practiceId}`);
    expect((await browser.call('GET', `${SESSIONS}/${session.id}/door`)).status).toBe(200);
    expect((await browser.call('GET', `${SESSIONS}/${other.id}/door`)).status).toBe(404);
    expect((await browser.call('GET', `${SESSIONS}/${session.id}`)).status).toBe(403);
    expect((await browser.call('GET', SESSIONS)).status).toBe(403);
  });

  it('takes a specialist off: the link and the open page end at once', async () => {
    const session = await make();
    const who = { name: 'Dr. Vos', email: `${newId()}@zkh.example` };
    const added = await call<DialogueSessionView>(
      coordinator,
      'POST',
      `${SESSIONS}/${session.id}/specialists`,
      who,
    );
    expect(added.status).toBe(201);
    const personId = added.body.specialists[0]?.personId as string;
    const actor = { ...systemActor(region.id), personId };
    const { browser, used } = await byLink(session, actor);
    expect(used.body.href).toBe(`/taak/specialist/${session.id}`);
    const door = await browser.call<SessionDoorView>('GET', `${SESSIONS}/${session.id}/door`);
    expect(door.body).toMatchObject({ specialist: true, practices: [] });
    const url = `${SESSIONS}/${session.id}/specialists/${personId}`;
    expect((await call(coordinator, 'DELETE', url)).status).toBe(200);
    expect((await browser.call('GET', `${SESSIONS}/${session.id}/door`)).status).toBe(401);
    expect((await call(coordinator, 'DELETE', url)).status).toBe(404);
    const wrong = { name: 'V', email: 'geen adres' };
    expect((await call(coordinator, 'POST', `${SESSIONS}/${session.id}/specialists`, wrong)).status).toBe(
      422,
    );
  });

  it('tells who comes that it moved and that it is off, in one calendar entry with a rising sequence', async () => {
    const session = await make();
    const url = `${SESSIONS}/${session.id}`;
    const { cookie, actor, practiceId } = await practicePerson();
    const registration = { personId: actor.personId, attendeeKind: 'gp' };
    const place = await call(cookie, 'PUT', `${url}/practices/${practiceId}/registration`, registration);
    expect(place.status).toBe(200);
    await call(coordinator, 'PATCH', url, { date: day(97) });
    await call(coordinator, 'PATCH', url, { meetingLink: 'https://video.example/x' });
    await call(coordinator, 'PATCH', url, { places: 12 });
    await call(coordinator, 'POST', `${url}/cancel`);
    const mails = await inRegion<{
      template: string;
      calendar: { uid: string; method: string; sequence: number };
    }>(`select template, params->'calendar' as calendar from mail where person_id = $1 order by id`, [
      actor.personId,
    ]);
    expect(mails.map(({ template, calendar }) => `${template} ${calendar.method}`)).toEqual([
      'session-registered REQUEST',
      'session-changed REQUEST',
      'session-changed REQUEST',
      'session-left CANCEL',
    ]);
    expect(new Set(mails.map(({ calendar }) => calendar.uid))).toEqual(
      new Set([`session-${session.id}@leerkring`]),
    );
    const sequences = mails.map(({ calendar }) => calendar.sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('keeps settings of a region, with the version that was read', async () => {
    const url = '/api/dialogue-settings';
    const known = await call<DialogueSettingsView>(coordinator, 'GET', url);
    expect(known.body).toMatchObject({ version: 0, timeline: { share: { days: -28, time: '09:00' } } });
    const timeline = { share: { days: -21, time: '10:00' }, remind: { days: null, time: '09:00' } };
    const changed = await call<DialogueSettingsView>(coordinator, 'PATCH', url, { timeline }, 0);
    expect(changed.body).toMatchObject({ version: 1, timeline });
    expect((await call(coordinator, 'PATCH', url, { timeline }, 0)).body.code).toBe('conflict.stale');
    const columns = [{ field: 'name', heading: 'Naam' }];
    const layout = await call<DialogueSettingsView>(coordinator, 'PATCH', url, {
      accreditation: { columns, format: 'csv' },
    });
    expect(layout.body.accreditation).toEqual({ columns, format: 'csv' });
    for (const bad of [
      { timeline: { share: { days: 3, time: '10:00' } } },
      { timeline: { share: { days: -21, time: '25:00' } } },
      { timeline: { start: { days: -21, time: '10:00' } } },
      { accreditation: { columns: [], format: 'csv' } },
      { accreditation: { columns: [{ field: 'bsn', heading: 'x' }], format: 'csv' } },
    ])
      expect([bad, (await call(coordinator, 'PATCH', url, bad)).status]).toEqual([bad, 422]);
  });
});
