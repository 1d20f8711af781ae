import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  HomeView,
  ReferralAddedView,
  ReferralCourseView,
  ReferralPreviewView,
  ReferralWeekView,
} from '#libs/contracts';
import { mondayOn, weekOf, weeksAfter } from '#libs/contracts';
import { localDay, newId, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { fileBody, openTestApp, type TestApp } from './test-app.js';
import { browserByLink, TestBrowser } from './test-browser.adapter.js';

type Person = Actor & { personId: string };
/** Stands in what is judged and noted, and nowhere else. */
const CANARY = 'Kanarievogel';
const WEEK = weekOf(weeksAfter(mondayOn(localDay(new Date())), -1));

describe('the doors of the review of referrals (REF-01…11)', () => {
  let api: TestApp;
  let region: { id: string };
  let practice: { id: string };
  let anna: Person;
  let bram: Person;
  const cookies = new Map<string, string>();
  /** Everybody who is not of the practice: what they may see of it is nothing. */
  const outsiders: { who: string; cookie: string }[] = [];
  let base: string;

  const call = <T = unknown>(cookie: string, method: string, path: string, body?: unknown, headers = {}) =>
    api.call<T>(method, `${base}${path}`, { cookie, body, headers });
  const as = (person: Person): string => cookies.get(person.personId) as string;

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    practice = await makePractice(database, region.id);
    base = `/api/practices/${practice.id}/referrals`;
    anna = await makeActor(database, region.id, 'practice-holder', {
      scopeId: practice.id,
      name: 'Anna Jansen',
    });
    bram = await makeActor(database, region.id, 'practice-holder', {
      scopeId: practice.id,
      name: 'Bram Mulder',
    });
    for (const person of [anna, bram]) cookies.set(person.personId, await api.cookieFor(person));
    const other = await makePractice(database, region.id);
    const foreign = await makeRegion(database);
    for (const [who, actor] of [
      ['coordinator', await makeActor(database, region.id, 'region-coordinator')],
      ['data steward', await makeActor(database, region.id, 'data-steward')],
      [
        'consultant of the practice',
        await makeActor(database, region.id, 'practice-consultant', { scopeId: practice.id }),
      ],
      ['other practice', await makeActor(database, region.id, 'practice-holder', { scopeId: other.id })],
      ['auditor', await makeActor(database, region.id, 'auditor')],
      ['operator', await makeActor(database, region.id, 'operator')],
      ['other region', await makeActor(database, foreign.id, 'practice-holder', { scopeId: practice.id })],
    ] as const)
      outsiders.push({ who, cookie: await api.cookieFor(actor) });

    const referrals = [0, 1, 2].map((k) => ({
      gpId: k === 2 ? bram.personId : anna.personId,
      kind: 'referral',
      specialism: 'KNO',
      reason: `${CANARY.toLowerCase()} hoort slecht`,
    }));
    const added = await call<ReferralAddedView>(as(anna), 'POST', `/weeks/${WEEK}/referrals`, {
      referrals,
      source: 'list',
      confirmed: true,
    });
    expect(added.status).toBe(201);
    const { body } = await call<ReferralWeekView>(as(bram), 'GET', `/weeks/${WEEK}`);
    const judged = await call(as(bram), 'PUT', `/items/${body.referrals[0]?.id}/judgement`, {
      avoidable: 'yes',
      ground: 'content',
      remark: `${CANARY.toLowerCase()} kon wachten`,
    });
    expect(judged.status).toBe(200);
  });
  afterAll(() => api.close());

  it('tells nobody outside the practice that there is anything, at any of its doors (REF-07)', async () => {
    const referralId = (await call<ReferralWeekView>(as(anna), 'GET', `/weeks/${WEEK}`)).body.referrals[0]
      ?.id;
    const wrong: unknown[] = [];
    for (const { who, cookie } of outsiders)
      for (const [method, path, body] of [
        ['GET', ''],
        ['GET', `/weeks/${WEEK}`],
        ['GET', '/course'],
        ['GET', '/course?kind=diagnostics'],
        ['GET', '/actions'],
        ['GET', '/settings'],
        ['GET', '/log?format=csv'],
        ['POST', '/preview', { text: 'x' }],
        ['PUT', `/items/${referralId}/judgement`, { avoidable: 'no' }],
        ['POST', '/clock/start', {}],
      ] as const) {
        const answer = await call(cookie, method, path, body);
        if (
          ![403, 404].includes(answer.status) ||
          answer.raw.toString().toLowerCase().includes(CANARY.toLowerCase())
        )
          wrong.push([who, method, path, answer.status]);
      }
    expect(wrong).toEqual([]);
  });

  it('lets no count or word of it out through other pages: home, people, practices, exports, mail, audit', async () => {
    const leaks: unknown[] = [];
    let read = 0;
    for (const { who, cookie } of outsiders)
      for (const path of [
        '/api/home',
        '/api/me',
        '/api/people?limit=50',
        '/api/practices?limit=50',
        `/api/practices/${practice.id}`,
        `/api/practices/${practice.id}/data`,
        '/api/practices/export.csv',
        '/api/mails?limit=50',
        '/api/audit?limit=100',
        '/api/me/data',
      ]) {
        const answer = await api.call('GET', path, { cookie });
        const said = answer.raw.toString();
        if (answer.status === 200) read += 1;
        if (new RegExp(`${CANARY}|KNO|/verwijzingen`, 'i').test(said))
          leaks.push([who, path, said.slice(0, 300)]);
      }
    expect(leaks).toEqual([]);
    expect(read).toBeGreaterThan(20);
    // what the log of the region holds: that something was arranged, without a number
    const audit = await api.test.database.transaction(anna, () =>
      api.test.database.query<{ event: string; detail: object }>(
        `select event, detail from audit_entry where event like 'referral-review.%'`,
      ),
    );
    expect(audit.map(({ event, detail }) => [event, Object.keys(detail ?? {})])).toEqual([
      ['referral-review.list-added', []],
    ]);
  });

  it('shows the people of the practice their weeks, and what waits at home', async () => {
    const { body } = await call<ReferralCourseView>(as(anna), 'GET', '/course');
    expect(body).toMatchObject({ weeks: [WEEK], whole: { values: [3] } });
    expect(body.perGp.map(({ name, values }) => [name, values[0]])).toEqual([
      ['Anna Jansen', 2],
      ['Bram Mulder', 1],
    ]);
    const home = await api.call<HomeView>('GET', '/api/home', { cookie: as(anna) });
    expect(home.body.tasks.find(({ kind }) => kind === 'review-referrals')).toMatchObject({
      sentence: { nl: '3 verwijzingen wachten op uw oordeel.' },
      href: `/verwijzingen/week/${WEEK}`,
    });
    const own = await api.call<{ referrals: { reviewed: unknown[] } }>('GET', '/api/me/data', {
      cookie: as(bram),
    });
    if (own.status === 200) expect(own.body.referrals.reviewed).toHaveLength(2);
    const log = await call(as(anna), 'GET', '/log?format=csv');
    expect(log.headers['content-disposition']).toMatch(/verwijsbespreking-/);
  });

  it('takes patients out of what is pasted or uploaded, and says so without repeating them (REF-03)', async () => {
    const text =
      'Patiënt;Geboortedatum;Huisarts;Specialisme;Reden\nTerpstra, W.;01-02-1956;Jansen;Derma;plekje bij dhr. Terpstra op de rug\n';
    const pasted = await call<ReferralPreviewView>(as(anna), 'POST', '/preview', { text });
    expect(pasted.status).toBe(200);
    expect(pasted.body.rows[0]).toMatchObject({ gpId: anna.personId, specialism: 'Dermatologie' });
    expect(pasted.raw.toString()).not.toMatch(/Terpstra|1956/);
    const sent = fileBody(text, 'Terpstra.csv');
    const upload = await call<ReferralPreviewView>(as(anna), 'POST', '/preview-file', sent);
    expect(upload.status).toBe(200);
    expect(upload.raw.toString()).not.toMatch(/Terpstra|1956/);
    expect(upload.body.takenOut.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['NAME', 'DOB']));
  });

  it.each([
    ['POST', `/weeks/${WEEK}/referrals`, { referrals: [], source: 'list' }, 422],
    [
      'POST',
      `/weeks/${WEEK}/referrals`,
      { referrals: [{ gpId: 'x', kind: 'referral', specialism: '', reason: '' }], source: 'list' },
      422,
    ],
    [
      'POST',
      `/weeks/${WEEK}/referrals`,
      { referrals: [{ gpId: newId(), kind: 'referral', specialism: 'KNO', reason: '' }], source: 'list' },
      422,
    ],
    ['PUT', '/goal', { about: 'referrals', baselineFrom: WEEK, baselineTo: '2020-W01', percent: -20 }, 422],
    ['PUT', '/goal', { about: 'referrals', baselineFrom: WEEK, baselineTo: WEEK, percent: null }, 422],
    ['PUT', '/settings', { moments: [{ form: 'hourly', weekday: 1, time: '12:30', remind: true }] }, 422],
    ['PUT', '/settings', { participants: [newId()] }, 422],
    ['POST', '/minutes', { minutes: 1000 }, 422],
    ['GET', '/weeks/2026-W99', undefined, 404],
    ['GET', '/weeks/2099-W01', undefined, 404],
    ['PUT', `/items/${newId()}/judgement`, { avoidable: 'no' }, 404],
    ['PATCH', '/actions/x', { state: 'done' }, 404],
  ])('refuses %s %s with %j', async (method, path, body, status) => {
    expect((await call(as(anna), method, path, body)).status).toBe(status);
  });

  it('gives one of two who change the same thing at the same moment the last word, and tells the other', async () => {
    const { body } = await call<ReferralWeekView>(as(anna), 'GET', `/weeks/${WEEK}`);
    const last = body.referrals.at(-1);
    const answers = await Promise.all(
      [anna, bram].map((person) =>
        call(
          as(person),
          'PATCH',
          `/items/${last?.id}`,
          { timeOut: person === anna },
          { 'if-match': `"${last?.version}"` },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('reaches with a reminder’s link looking and judging, not the course or the log', async () => {
    const linkTo = async (
      kind: 'referral-review' | 'round-answer',
      subjectId: string,
    ): Promise<TestBrowser> => {
      return browserByLink(api, region.id, {
        personId: bram.personId,
        kind,
        subjectId,
        practiceId: practice.id,
      });
    };
    const link = await linkTo('referral-review', practice.id);
    expect((await link.call('GET', `${base}/weeks/${WEEK}`)).status).toBe(200);
    for (const path of ['', '/course', '/log', '/actions'])
      expect((await link.call('GET', `${base}${path}`)).status).toBe(403);
    const elsewhere = await makePractice(api.test.database, region.id);
    expect((await link.call('GET', `/api/practices/${elsewhere.id}/referrals/weeks/${WEEK}`)).status).toBe(
      404,
    );
  });
});
