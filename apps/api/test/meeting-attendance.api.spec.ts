import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  MandatoryYearView,
  MeetingAttendanceView,
  MeetingView,
  OwnDataView,
  PracticeDataView,
  ProblemView,
} from '#libs/contracts';
import { MeetingLinks } from '#libs/intervision';
import { newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeGroup, makeMeeting, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

/** The local day and an instant, so many days from now. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = (days: number, hour: string): string => `${day(days)}T${hour}:00Z`;
const YEAR = Number(day(-1).slice(0, 4));
const REPLACEMENT = 'Harm Waarnemer';

describe('the doors of attendance (SES-13, GRP-03)', () => {
  let api: TestApp;
  let region: { id: string };
  let linde: { id: string };
  let kade: { id: string };
  let weg: { id: string };
  let group: { id: string };
  let meeting: string;
  const people: Record<string, Actor & { personId: string }> = {};
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    linde = await makePractice(database, region.id, { name: 'De Linde', district: 'Noord' });
    kade = await makePractice(database, region.id, { name: 'De Kade', district: 'Noord' });
    weg = await makePractice(database, region.id, { name: 'Wegzicht' });
    group = await makeGroup(database, region.id, { practices: [linde.id, kade.id], name: 'Groep 3' });
    const others = await makeGroup(database, region.id, { practices: [weg.id] });
    const abroad = await makeRegion(database);
    const practiceAbroad = await makePractice(database, abroad.id);
    const actor = (role: Parameters<typeof makeActor>[2], scopeId?: string, regionId = region.id) =>
      makeActor(database, regionId, role, { ...(scopeId && { scopeId }) });
    Object.assign(people, {
      holder: await actor('practice-holder', linde.id),
      contact: await actor('practice-contact', kade.id),
      employee: await actor('practice-employee', kade.id),
      leader: await actor('discussion-leader', group.id),
      otherLeader: await actor('discussion-leader', others.id),
      neighbour: await actor('practice-holder', weg.id),
      coordinator: await actor('region-coordinator'),
      consultant: await actor('practice-consultant', linde.id),
      abroad: await actor('practice-holder', practiceAbroad.id, abroad.id),
      coordinatorAbroad: await actor('region-coordinator', undefined, abroad.id),
    });
    for (const [who, one] of Object.entries(people)) cookies[who] = await api.cookieFor(one);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    meeting = await makeMeeting(api.test.database, region.id, {
      groupId: group.id,
      title: 'Polyfarmacie',
      mandatory: true,
      startsAt: at(-1, '18:00'),
      endsAt: at(-1, '20:00'),
    });
  });

  const call = <T = ProblemView>(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ) =>
    api.call<T>(method, path, {
      cookie: cookies[who] ?? '',
      body,
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    });
  const url = (path = ''): string => `/api/meetings/${meeting}/attendance${path}`;
  const say = (who: string, practiceId: string, body: unknown, version?: number) =>
    call<MeetingAttendanceView & ProblemView>(who, 'PUT', url(`/${practiceId}`), body, version);

  it.each([
    // reads · notes · makes the list · has a certificate · sees the lines of so many practices
    ['leader', 200, 200, 403, 404, 2],
    ['coordinator', 200, 200, 200, 404, 2],
    ['holder', 200, 403, 403, 200, 1],
    ['contact', 200, 403, 403, 404, 1],
    ['employee', 200, 403, 403, 404, 1],
    ['consultant', 403, 403, 403, 403, 0],
    ['otherLeader', 404, 404, 403, 404, 0],
    ['neighbour', 404, 404, 403, 404, 0],
    ['abroad', 404, 404, 403, 404, 0],
    ['coordinatorAbroad', 404, 404, 404, 404, 0],
    ['nobody', 401, 401, 401, 401, 0],
  ] as const)('answers %s: reads %i, notes %i, lists %i, certificate %i', async (who, ...expected) => {
    const [reads, notes, lists, certificate, lines] = expected;
    await say('leader', linde.id, { state: 'present', people: [{ personId: people['holder']?.personId }] });
    await say('leader', kade.id, { state: 'replaced', replacedBy: REPLACEMENT });
    await call('leader', 'POST', `/api/meetings/${meeting}/close`);
    const seen = await call<MeetingAttendanceView>(who, 'GET', url());
    expect([seen.status, seen.body.practices?.length ?? 0]).toEqual([reads, lines]);
    expect((await say(who, kade.id, { state: 'present' })).status).toBe(notes);
    expect((await call(who, 'POST', url('/everybody'))).status).toBe(notes);
    const accreditation = `/api/meetings/${meeting}/accreditation`;
    expect((await call(who, 'GET', `${accreditation}?format=csv`)).status).toBe(lists);
    expect((await call(who, 'PUT', accreditation, { activityId: 'A-1' })).status).toBe(lists);
    const paper = await call(who, 'GET', `/api/meetings/${meeting}/certificate`);
    expect(paper.status).toBe(certificate);
    if (certificate === 200) expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells a practice nothing of another: no name, no history, no staff', async () => {
    await say('leader', kade.id, { state: 'replaced', replacedBy: REPLACEMENT });
    const own = await call<MeetingAttendanceView>('holder', 'GET', url());
    expect(own.body).toMatchObject({
      mayRecord: false,
      accreditation: null,
      practices: [{ practiceId: linde.id, staff: [], history: [] }],
    });
    expect(own.raw.toString()).not.toContain(REPLACEMENT);
    const whole = await call('coordinator', 'GET', url());
    expect(whole.raw.toString()).toContain(REPLACEMENT);
  });

  it.each([
    ['a state that there is not', { state: 'late' }, 422],
    ['no state', {}, 422],
    ['a replacement without a name', { state: 'replaced' }, 422],
    [
      'a person and a name for one replacement',
      { state: 'replaced', people: [{ personId: newId() }], replacedBy: REPLACEMENT },
      422,
    ],
    [
      'somebody of another practice as a replacement',
      { state: 'replaced', people: [{ personId: newId() }] },
      422,
    ],
    ['a patient number as a name', { state: 'replaced', replacedBy: 'BSN 111222333' }, 422],
    ['somebody of another practice', { state: 'present', people: [{ personId: newId() }] }, 422],
    ['no minutes at all', { state: 'present', people: [{ personId: newId(), minutes: 0 }] }, 422],
    ['a day and a half', { state: 'present', people: [{ personId: newId(), minutes: 2000 }] }, 422],
    ['fields that nobody asked for', { state: 'present', version: 3 }, 422],
  ])('refuses %s', async (_what, body, status) => {
    expect((await say('leader', linde.id, body)).status).toBe(status);
    expect((await call<MeetingAttendanceView>('leader', 'GET', url())).body.practices).toMatchObject([
      { state: null },
      { state: null },
    ]);
  });

  it('knows no practice that was not asked, and no id that is none', async () => {
    for (const id of [weg.id, newId(), 'linde'])
      expect((await say('leader', id, { state: 'present' })).status).toBe(404);
    expect((await call('leader', 'GET', '/api/meetings/nope/attendance')).status).toBe(404);
  });

  it('notes nothing of a meeting that is still to come', async () => {
    meeting = await makeMeeting(api.test.database, region.id, {
      groupId: group.id,
      startsAt: at(2, '18:00'),
      endsAt: at(2, '20:00'),
    });
    expect((await say('leader', linde.id, { state: 'present' })).body.code).toBe('meeting.not-begun');
    expect((await call<MeetingAttendanceView>('leader', 'GET', url())).body.begun).toBe(false);
  });

  it('lets one of two win who note the same practice at once; the other sees what counts', async () => {
    const both = await Promise.all([
      say('leader', linde.id, { state: 'present' }, 0),
      say('coordinator', linde.id, { state: 'absent' }, 0),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('conflict.stale');
    const { practices } = (await call<MeetingAttendanceView>('leader', 'GET', url())).body;
    const [, line] = practices; // by name: De Kade, De Linde
    expect(line).toMatchObject({ practiceId: linde.id, version: 1 });
    expect(line?.history).toHaveLength(1);
    // taken back with the version that counts now
    expect((await say('leader', linde.id, { state: null }, 1)).body.practices[1]).toMatchObject({
      state: null,
      version: 2,
    });
  });

  it('shows its own line to the link from the mail, and takes no word from it', async () => {
    const link = await api.app
      .get(MeetingLinks)
      .create(
        systemActor(region.id),
        { id: meeting, endsAt: new Date(at(5, '20:00')) },
        people['contact']?.personId as string,
        kade.id,
      );
    const browser = new TestBrowser(api);
    await browser.call('POST', `/api/task-links/${new Secrets(api.config).token('task-link', link)}`);
    const seen = await browser.call<MeetingAttendanceView>('GET', url());
    expect(seen.body.practices.map(({ practiceId }) => practiceId)).toEqual([kade.id]);
    expect((await browser.call('PUT', url(`/${kade.id}`), { state: 'present' })).status).toBe(403);
    expect((await browser.call('GET', '/api/mandatory-meetings')).status).toBe(403);
  });

  it('gives back what is kept: to a person their own, to a practice what was said of it (AVG art. 15)', async () => {
    const named = [{ personId: people['holder']?.personId, minutes: 45 }];
    await say('leader', linde.id, { state: 'present', people: named });
    await say('leader', kade.id, { state: 'replaced', replacedBy: REPLACEMENT });
    const own = await call<OwnDataView>('holder', 'GET', '/api/me/data');
    expect(own.body.attendance.named).toContainEqual(
      expect.objectContaining({ meeting: 'Polyfarmacie', practice: 'De Linde', minutes: 45 }),
    );
    expect(own.raw.toString()).not.toContain(REPLACEMENT);
    const noted = (await call<OwnDataView>('leader', 'GET', '/api/me/data')).body.attendance.noted;
    expect(noted).toContainEqual(expect.objectContaining({ practice: 'De Kade', state: 'replaced' }));
    const practice = await call<PracticeDataView>('coordinator', 'GET', `/api/practices/${kade.id}/data`);
    expect(practice.body.attendance[0]).toMatchObject({ state: 'replaced', replacedBy: REPLACEMENT });
  });

  it('shows the year to a coordinator whole, to others their own practices, abroad nothing (GRP-03)', async () => {
    await say('leader', linde.id, { state: 'present' });
    await say('leader', kade.id, { state: 'absent' });
    await call('leader', 'POST', `/api/meetings/${meeting}/close`);
    const states = async (who: string) => {
      const answer = await call<MandatoryYearView>(who, 'GET', `/api/mandatory-meetings?year=${YEAR}`);
      return answer.body.practices.map(({ practiceId, state }) => [practiceId, state]);
    };
    expect(await states('coordinator')).toHaveLength(3);
    expect(await states('holder')).toEqual([[linde.id, 'met']]);
    expect((await states('contact'))[0]?.[0]).toBe(kade.id);
    expect(await states('consultant')).toEqual([[linde.id, 'met']]);
    expect(await states('neighbour')).toEqual([[weg.id, 'not-yet']]);
    expect(await states('coordinatorAbroad')).toHaveLength(1);
    for (const year of ['1999', 'dit', '2026.5'])
      expect((await call('coordinator', 'GET', `/api/mandatory-meetings?year=${year}`)).status).toBe(422);
  });

  describe('extra intervision that was held already (GRP-09)', () => {
    const wish = (more: object = {}) => ({
      circle: 'district',
      organiserPracticeId: linde.id,
      title: 'Samen over wondzorg',
      date: day(-3),
      startTime: '19:30',
      endTime: '21:00',
      ...more,
    });
    const register = (who: string, more: object = {}) =>
      call<MeetingView & ProblemView>(who, 'POST', '/api/meetings/held', wish(more));

    it('keeps it as closed, everybody as there, and tells nobody', async () => {
      const mails = () =>
        api.test.database.transaction({ regionId: region.id }, () =>
          api.test.database.query<{ count: string }>(`select count(*) from mail`),
        );
      const before = await mails();
      const made = await register('holder');
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        state: 'closed',
        circle: 'district',
        practices: 2,
        mandatory: false,
      });
      expect(await mails()).toEqual(before);
      meeting = made.body.id;
      const { practices } = (await call<MeetingAttendanceView>('holder', 'GET', url())).body;
      expect(practices.map(({ state }) => state)).toEqual(['present', 'present']);
      // who called it notes who was not there
      expect((await say('holder', kade.id, { state: 'absent' })).status).toBe(200);
      expect((await say('contact', kade.id, { state: 'present' })).status).toBe(403);
      const year = await call<MandatoryYearView>(
        'coordinator',
        'GET',
        `/api/mandatory-meetings?year=${day(-3).slice(0, 4)}`,
      );
      const extra = new Map(year.body.practices.map((one) => [one.practiceId, one.extra]));
      expect(extra.get(linde.id)).toContainEqual(
        expect.objectContaining({ id: meeting, circle: 'district', title: 'Samen over wondzorg' }),
      );
      expect(extra.get(kade.id)?.map(({ id }) => id)).not.toContain(meeting);
    });

    it.each([
      ['one that is still to come', () => ({ date: day(2) }), 422, 'validation.failed'],
      ['one of years ago', () => ({ date: `${YEAR - 3}-03-02` }), 422, 'validation.failed'],
      ['an end before its beginning', () => ({ endTime: '19:00' }), 422, 'validation.failed'],
      ['a date that is none', () => ({ date: '2026-02-30' }), 422, 'validation.failed'],
      ['one of a group', () => ({ circle: 'group' }), 422, 'validation.failed'],
      ['a patient in the title', () => ({ title: 'BSN 111222333' }), 422, 'text.identifiers'],
      ['a practice alone', () => ({ circle: 'other', practiceIds: [] }), 422, 'meeting.too-few'],
      ['the mandatory one by a practice', () => ({ mandatory: true }), 403, 'auth.forbidden'],
      ['in the name of another practice', () => ({ organiserPracticeId: kade.id }), 403, 'auth.forbidden'],
    ])('refuses %s', async (_what, more, status, code) => {
      const answer = await register('holder', more());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('is no door for an employee or for another region', async () => {
      expect((await register('employee')).status).toBe(403);
      expect((await register('coordinatorAbroad')).status).toBe(404);
      expect((await register('coordinator', { mandatory: true })).body.mandatory).toBe(true);
    });
  });

  it('lets only the coordinator decide what counts as mandatory (GRP-03)', async () => {
    const planned = { groupId: group.id, date: day(40), startTime: '19:30', endTime: '21:00' };
    expect((await call('leader', 'POST', '/api/meetings', { ...planned, mandatory: true })).status).toBe(403);
    const { id } = (await call<MeetingView>('leader', 'POST', '/api/meetings', planned)).body;
    const patch = (who: string, body: object) =>
      call<MeetingView & ProblemView>(who, 'PATCH', `/api/meetings/${id}`, body);
    expect((await patch('leader', { mandatory: true })).body.code).toBe('auth.forbidden');
    expect((await patch('coordinator', { mandatory: true })).body.mandatory).toBe(true);
    expect((await patch('leader', { mandatory: false })).status).toBe(403);
    // saying what is so already is no decision
    expect((await patch('leader', { mandatory: true, location: 'De Linde' })).body.location).toBe('De Linde');
  });
});
