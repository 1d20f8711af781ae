import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DatePollView, HomeView, MeetingPollView, PollDaysView, ProblemView } from '#libs/contracts';
import { newId, Secrets, type Actor } from '#libs/platform';
import { makeActor, makeGroup, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

const at = (date: string, startTime = '19:30', endTime = '21:00') => ({ date, startTime, endTime });

describe('the doors of date polls (GRP-15)', () => {
  let api: TestApp;
  let region: { id: string };
  let practices: { id: string }[];
  let people: Actor[];
  let cookies: string[];
  let leader: string;
  let group: { id: string };

  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    region = await makeRegion(api.test.database);
    practices = [];
    people = [];
    cookies = [];
    for (const name of ['De Linde', 'De Kade', 'Weg']) {
      const practice = await makePractice(api.test.database, region.id, { name });
      const person = await makeActor(api.test.database, region.id, 'practice-contact', {
        scopeId: practice.id,
      });
      practices.push(practice);
      people.push(person);
      cookies.push(await api.cookieFor(person));
    }
    group = await makeGroup(api.test.database, region.id, {
      practices: practices.map(({ id }) => id),
      leaderPracticeId: practices[0]?.id,
    });
    leader = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'discussion-leader', { scopeId: group.id }),
    );
  });

  const call = <T = DatePollView & ProblemView>(
    cookie: string,
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ) =>
    api.call<T>(method, path, {
      cookie,
      body,
      ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
    });
  const wish = (more: Record<string, unknown> = {}) => ({
    groupId: group.id,
    options: [at('2030-03-05'), at('2030-03-12')],
    answerUntil: '2030-02-20T17:00',
    reminderDays: [3, 1],
    ...more,
  });
  const ask = async (): Promise<DatePollView> => {
    const asked = await call(leader, 'POST', '/api/date-polls', wish());
    expect(asked.status).toBe(201);
    return asked.body;
  };
  const id = (k: number): string => practices[k]?.id as string;
  const cookie = (k: number): string => cookies[k] as string;
  const option = (poll: DatePollView, k: number): string => poll.options[k]?.id as string;

  it('ask, answer from two devices, choose, and show it on the meeting and the home page', async () => {
    const poll = await ask();
    // without an offset it is Dutch local time
    expect(poll.answerUntil).toBe('2030-02-20T16:00:00.000Z');
    const home = async (who: string) =>
      (await call<HomeView>(who, 'GET', '/api/home')).body.tasks.map(({ kind }) => kind);
    expect(await home(cookie(1))).toContain('answer-date-poll');
    const url = `/api/date-polls/${poll.id}`;
    const [one, two] = await Promise.all([
      call(cookie(1), 'PATCH', `${url}/answers/${id(1)}`, { answers: { [option(poll, 0)]: 'yes' } }),
      call(cookie(1), 'PATCH', `${url}/answers/${id(1)}`, { answers: { [option(poll, 1)]: 'maybe' } }),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    for (const k of [0, 2]) await call(cookie(k), 'PATCH', `${url}/answers/${id(k)}`, { all: 'yes' });
    expect(await home(cookie(1))).not.toContain('answer-date-poll');
    expect(await home(leader)).toContain('choose-date');
    const seen = (await call<MeetingPollView>(cookie(2), 'GET', `/api/meetings/${poll.meetingId}/date-poll`))
      .body;
    expect(seen).toMatchObject({ mayAsk: false, poll: { complete: true, mayManage: false } });
    expect(seen.poll?.advice[0]).toMatchObject({ optionId: option(poll, 0), yes: 3 });
    const chosen = await call(leader, 'POST', `${url}/choose`, { optionId: option(poll, 0) }, poll.version);
    expect([chosen.status, chosen.body.state]).toEqual([200, 'chosen']);
    const late = await call(cookie(1), 'PATCH', `${url}/answers/${id(1)}`, { all: 'yes' });
    expect([late.status, late.body.code]).toEqual([409, 'date-poll.closed']);
    expect(
      (await call<{ startsAt: string }>(cookie(1), 'GET', `/api/meetings/${poll.meetingId}`)).body.startsAt,
    ).toBe('2030-03-05T18:30:00.000Z');
  });

  it('are closed to other groups, other regions and whoever only advises; a member does not manage', async () => {
    const poll = await ask();
    const url = `/api/date-polls/${poll.id}`;
    const far = await makeRegion(api.test.database);
    const outside = await makePractice(api.test.database, region.id, { name: 'Elders' });
    const otherGroup = await makeGroup(api.test.database, region.id, { practices: [outside.id] });
    const as = async (role: Parameters<typeof makeActor>[2], scopeId?: string, regionId = region.id) =>
      api.cookieFor(await makeActor(api.test.database, regionId, role, { scopeId }));
    const strangers = [
      await as('practice-holder', outside.id),
      await as('discussion-leader', otherGroup.id),
      await as('practice-consultant', id(1)),
      await as('data-steward'),
      await as('region-coordinator', undefined, far.id),
    ];
    for (const stranger of strangers) {
      expect([403, 404]).toContain((await call(stranger, 'GET', url)).status);
      expect([403, 404]).toContain(
        (await call(stranger, 'PATCH', `${url}/answers/${id(1)}`, { all: 'yes' })).status,
      );
      expect([403, 404]).toContain((await call(stranger, 'POST', `${url}/close`)).status);
      const asked = await call(stranger, 'POST', '/api/date-polls', wish());
      expect([403, 404]).toContain(asked.status);
    }
    expect((await call(strangers[0] as string, 'GET', url)).status).toBe(404);
    // the consultant knows the meeting, and not who answered what
    const advised = await call<MeetingPollView>(
      strangers[2] as string,
      'GET',
      `/api/meetings/${poll.meetingId}/date-poll`,
    );
    expect(advised.body).toEqual({ poll: null, mayAsk: false });
    const member = cookie(1);
    expect((await call(member, 'POST', '/api/date-polls', wish())).status).toBe(403);
    expect((await call(member, 'POST', `${url}/close`)).status).toBe(403);
    expect((await call(member, 'POST', `${url}/choose`, { optionId: option(poll, 0) })).status).toBe(403);
    expect((await call(member, 'DELETE', `${url}/options/${option(poll, 0)}`)).status).toBe(403);
    expect((await call(member, 'PATCH', `${url}/answers/${id(2)}`, { all: 'yes' })).status).toBe(403);
    expect((await call('', 'GET', url)).status).toBe(401);
  });

  it('open for the practice of the link in the mail alone', async () => {
    const poll = await ask();
    const other = await call(
      await api.cookieFor(await makeActor(api.test.database, region.id, 'region-coordinator')),
      'POST',
      '/api/date-polls',
      wish(),
    );
    const mails = await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query<{ link: string }>(
        `select params->>'taskLinkId' as link from mail where subject_id = $1 and template = 'date-poll' and person_id = $2`,
        [poll.id, people[1]?.personId],
      ),
    );
    const browser = new TestBrowser(api);
    const used = await browser.call<{ href: string }>(
      'POST',
      `/api/task-links/${new Secrets(api.config).token('task-link', mails[0]?.link as string)}`,
    );
    expect(used.body.href).toBe(`/taak/datumprikker/${poll.id}/${id(1)}`);
    const url = `/api/date-polls/${poll.id}`;
    const saved = await browser.call<DatePollView>('PATCH', `${url}/answers/${id(1)}`, { all: 'yes' });
    expect([saved.status, saved.body.answerable, saved.body.mayManage]).toEqual([200, [id(1)], false]);
    expect((await browser.call('PATCH', `${url}/answers/${id(2)}`, { all: 'yes' })).status).toBe(403);
    expect((await browser.call('GET', `/api/date-polls/${other.body.id}`)).status).toBe(404);
    expect((await browser.call('GET', `/api/meetings/${poll.meetingId}/date-poll`)).status).toBe(404);
    expect((await browser.call('POST', `${url}/close`)).status).toBe(403);
    expect((await browser.call('GET', '/api/home')).status).toBe(403);
  });

  it('refuse what is no poll, no option and no answer', async () => {
    for (const more of [
      { options: [] },
      { options: [at('2030-02-30')] },
      { options: [at('2030-03-05', '21:00', '19:30')] },
      { options: [at('2030-03-05'), at('2030-03-05')] },
      { options: [at('2020-03-05')] },
      { options: Array.from({ length: 21 }, (_, k) => at(`2030-04-${String(k + 1).padStart(2, '0')}`)) },
      { answerUntil: '2030-03-13T17:00' },
      { answerUntil: '2020-01-01T17:00' },
      { answerUntil: 'morgen' },
      { reminderDays: [0] },
      { reminderDays: [1, 2, 3, 4] },
      { groupId: 'x' },
      { groupId: undefined },
    ]) {
      const refused = await call(leader, 'POST', '/api/date-polls', wish(more));
      expect([more, refused.status, refused.body.code]).toEqual([more, 422, 'validation.failed']);
    }
    expect((await call(leader, 'POST', '/api/date-polls', wish({ groupId: newId() }))).status).toBe(404);
    const poll = await ask();
    const answer = `/api/date-polls/${poll.id}/answers/${id(1)}`;
    for (const body of [
      { answers: { [option(poll, 0)]: 'perhaps' } },
      { answers: { x: 'yes' } },
      { answers: ['yes'] },
      { all: 'no' },
      { note: 'x'.repeat(301) },
    ])
      expect([body, (await call(cookie(1), 'PATCH', answer, body)).status]).toEqual([body, 422]);
    const note = await call(cookie(1), 'PATCH', answer, { note: 'Mevrouw Jansen, geboren 12-03-1956.' });
    expect([note.status, note.body.code]).toEqual([422, 'text.identifiers']);
    const again = await call(
      leader,
      'POST',
      '/api/date-polls',
      wish({ groupId: undefined, meetingId: poll.meetingId }),
    );
    expect([again.status, again.body.code]).toEqual([409, 'date-poll.asked']);
    expect(
      (await call(leader, 'POST', `/api/date-polls/${poll.id}/options`, at('2030-04-01'), 99)).body.code,
    ).toBe('conflict.stale');
    expect((await call(leader, 'GET', '/api/date-polls/days?from=2030-01-01&until=2032-01-01')).status).toBe(
      422,
    );
    const days = await call<PollDaysView>(
      leader,
      'GET',
      '/api/date-polls/days?from=2027-03-01&until=2027-04-30',
    );
    expect(days.body.days.find(({ date }) => date === '2027-03-29')?.flags[0]?.kind).toBe('public-holiday');
  });
});
