import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {
  AgreementHistoryView,
  GroupAgreementView,
  GroupPreparationView,
  HomeView,
  MeetingPackView,
  PackNoteView,
  ProblemView,
} from '#libs/contracts';
import { newId, type Actor } from '#libs/platform';
import { makeActor, makeGroup, makeMeeting, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { browserByLink, TestBrowser } from './test-browser.adapter.js';

const POINT = 'Wat hier gezegd wordt, blijft hier.';
const NOTE = 'Vraag eerst naar de wachtkamer';
const STORY = 'Wij verwijzen elk op onze eigen manier';
const SECRETS = [POINT, NOTE];
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('the doors of group agreements and of the pack of a leader (SES-01…05)', () => {
  let api: TestApp;
  let region: { id: string };
  let linde: { id: string };
  let kade: { id: string };
  let group: { id: string };
  let meeting: string;
  let holder: Actor & { personId: string };
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    linde = await makePractice(database, region.id, { name: 'De Linde' });
    kade = await makePractice(database, region.id, { name: 'De Kade' });
    const weg = await makePractice(database, region.id, { name: 'Wegzicht' });
    group = await makeGroup(database, region.id, { practices: [linde.id, kade.id], name: 'Groep 3' });
    const others = await makeGroup(database, region.id, { practices: [weg.id] });
    meeting = await makeMeeting(database, region.id, {
      groupId: group.id,
      startsAt: soon(48),
      endsAt: soon(50),
    });
    const abroad = await makeRegion(database);
    const actor = (role: Parameters<typeof makeActor>[2], scopeId?: string, regionId = region.id) =>
      makeActor(database, regionId, role, { ...(scopeId && { scopeId }) });
    holder = await actor('practice-holder', linde.id);
    const people: Record<string, Actor> = {
      holder,
      contact: await actor('practice-contact', kade.id),
      employee: await actor('practice-employee', kade.id),
      leader: await actor('discussion-leader', group.id),
      otherLeader: await actor('discussion-leader', others.id),
      neighbour: await actor('practice-holder', weg.id),
      coordinator: await actor('region-coordinator'),
      consultant: await actor('practice-consultant', linde.id),
      coordinatorAbroad: await actor('region-coordinator', undefined, abroad.id),
    };
    for (const [who, one] of Object.entries(people)) cookies[who] = await api.cookieFor(one);
    // something to leak, whoever asks
    await call('employee', 'PUT', AGREEMENT(), { points: [POINT], confirmed: false }, ifMatch(0));
    await call('leader', 'PUT', `${PACK()}/note`, { text: NOTE, ticked: [], confirmed: false, version: 0 });
    const said = await call('leader', 'PUT', `/api/groups/${group.id}/figures`, {
      story: STORY,
      question: '',
      figures: [],
    });
    expect(said.status).toBe(200);
  });
  afterAll(() => api.close());

  const AGREEMENT = () => `/api/groups/${group.id}/agreement`;
  const PACK = () => `/api/meetings/${meeting}/preparation`;
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const call = <T = ProblemView>(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, path, { cookie: cookies[who], body, headers });
  /** A browser that came in by the link of a mail. */
  const byLink = async (subjectId: string, practiceId: string): Promise<TestBrowser> => {
    return browserByLink(api, region.id, {
      personId: holder.personId,
      kind: 'meeting',
      subjectId,
      practiceId,
    });
  };

  it.each(['holder', 'contact', 'employee', 'leader'])('show %s what the group agreed on', async (who) => {
    const { status, body } = await call<GroupAgreementView>(who, 'GET', AGREEMENT());
    expect([status, body.points, body.version, body.may]).toEqual([
      200,
      [POINT],
      1,
      { read: true, edit: true },
    ]);
    // the word of a practice is given by its holder or contact
    expect(body.ownPracticeIds).toEqual({ holder: [linde.id], contact: [kade.id] }[who] ?? []);
    const history = await call<AgreementHistoryView>(who, 'GET', `${AGREEMENT()}/versions`);
    expect(history.body.versions.map(({ added }) => added)).toEqual([[POINT]]);
  });

  it.each(['coordinator', 'consultant'])(
    'tell a %s that there is one and how many accepted, no more (SES-02)',
    async (who) => {
      const got = await call<GroupAgreementView>(who, 'GET', AGREEMENT());
      expect(got.body).toMatchObject({ version: 1, accepted: 0, practices: 2, points: [], members: [] });
      expect(got.raw.toString()).not.toContain(POINT);
      expect((await call(who, 'GET', `${AGREEMENT()}/versions`)).status).toBe(403);
      expect((await call(who, 'PUT', AGREEMENT(), { points: ['A b c'], confirmed: false })).status).toBe(403);
      expect((await call(who, 'GET', PACK())).status).toBe(403);
    },
  );

  it.each(['neighbour', 'otherLeader', 'coordinatorAbroad'])('tell %s nothing at all', async (who) => {
    for (const path of [AGREEMENT(), `${AGREEMENT()}/versions`, PACK(), `${PACK()}.pdf`]) {
      const got = await call(who, 'GET', path);
      expect([path, got.status]).toEqual([path, 404]);
      for (const secret of SECRETS) expect(got.raw.toString()).not.toContain(secret);
    }
  });

  it('let a practice accept by the link of its own meeting, once, and take it back', async () => {
    const browser = await byLink(meeting, linde.id);
    const url = `${AGREEMENT()}/acceptances`;
    const body = { practiceId: linde.id, version: 1, accepted: true };
    const accepted = await browser.call<GroupAgreementView>('POST', url, body);
    expect([accepted.status, accepted.body.accepted]).toEqual([200, 1]);
    expect((await browser.call('POST', url, { ...body, practiceId: kade.id })).status).toBe(403);
    expect((await browser.call('POST', url, { ...body, version: 2 })).status).toBe(409);
    const back = await browser.call<GroupAgreementView>('POST', url, { ...body, accepted: false });
    expect(back.body.accepted).toBe(0);
    const elsewhere = await makeMeeting(api.test.database, region.id, {
      practices: [linde.id, kade.id],
      organiserPracticeId: linde.id,
    });
    const stranger = await byLink(elsewhere, linde.id);
    expect((await stranger.call('GET', AGREEMENT())).status).toBe(404);
    // a link is for the practice: the pack asks for the leader to sign in
    expect((await browser.call('GET', PACK())).status).toBe(403);
  });

  it('refuse what is no agreement, what points to a patient, and the slower of two', async () => {
    const put = (who: string, points: unknown, version = 1) =>
      call(who, 'PUT', AGREEMENT(), { points, confirmed: false }, ifMatch(version));
    expect((await put('holder', [])).status).toBe(422);
    expect((await put('holder', [' '])).status).toBe(422);
    expect((await put('holder', ['x'.repeat(201)])).status).toBe(422);
    expect(
      (
        await put(
          'holder',
          Array.from({ length: 13 }, (_, k) => `Punt ${k}`),
        )
      ).status,
    ).toBe(422);
    const found = await put('holder', ['Goed', 'Mevrouw met BSN 111222333']);
    expect([found.status, found.body.code]).toEqual([422, 'text.identifiers']);
    const both = await Promise.all([put('holder', [POINT, 'Een']), put('contact', [POINT, 'Twee'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const id of ['nergens', newId()])
      expect((await call('holder', 'GET', `/api/groups/${id}/agreement`)).status).toBe(404);
  });

  it('ask the others on their home page', async () => {
    const home = await call<HomeView>('contact', 'GET', '/api/home');
    const own = await call<GroupAgreementView>('contact', 'GET', AGREEMENT());
    const open = own.body.members.some(
      ({ practiceId, acceptedAt }) => practiceId === kade.id && acceptedAt === null,
    );
    expect(home.body.tasks.some(({ kind }) => kind === 'accept-agreement')).toBe(open);
    const led = await call<HomeView>('leader', 'GET', '/api/home');
    expect(led.body.tasks.map(({ kind, href }) => [kind, href])).toContainEqual([
      'prepare-meeting',
      `/bijeenkomst/${meeting}/voorbereiding`,
    ]);
  });

  it('give the leader, and nobody else, the pack with what the figures page shows (SES-03…05)', async () => {
    const { status, body } = await call<MeetingPackView>('leader', 'GET', PACK());
    expect(status).toBe(200);
    expect(body).toMatchObject({ group: 'Groep 3', metBefore: 0, note: { text: NOTE, version: 1 } });
    expect(body.members.map(({ practice }) => practice)).toEqual(['De Kade', 'De Linde']);
    expect(body.methods.length).toBeGreaterThan(2);
    const page = await call<GroupPreparationView>('leader', 'GET', `/api/groups/${group.id}/figures`);
    expect(body.figures).toEqual(page.body);
    expect(body.figures?.story).toBe(STORY);
    for (const who of ['holder', 'contact', 'employee'])
      for (const path of [PACK(), `${PACK()}.pdf`]) {
        const got = await call(who, 'GET', path);
        expect([who, got.status >= 400]).toEqual([who, true]);
        expect(got.raw.toString()).not.toContain(NOTE);
      }
  });

  it('keep the note of the leader without overwriting another screen', async () => {
    const save = (version: number, text = NOTE) =>
      call<PackNoteView & ProblemView>('leader', 'PUT', `${PACK()}/note`, {
        text,
        ticked: ['room'],
        confirmed: false,
        version,
      });
    expect((await save(0)).body.code).toBe('conflict.stale');
    expect((await save(1)).body).toMatchObject({ version: 2, ticked: ['room'] });
    expect((await save(2, 'BSN 111222333')).body.code).toBe('text.identifiers');
    const wrong = await call('leader', 'PUT', `${PACK()}/note`, {
      text: '',
      ticked: ['x'],
      confirmed: false,
      version: 2,
    });
    expect(wrong.status).toBe(422);
    expect((await call('leader', 'PUT', `${PACK()}/case`, { practiceId: kade.id })).status).toBe(204);
    expect((await call<MeetingPackView>('leader', 'GET', PACK())).body.casePracticeId).toBe(kade.id);
    expect((await call('leader', 'PUT', `${PACK()}/case`, { practiceId: newId() })).status).toBe(404);
    expect((await call('holder', 'PUT', `${PACK()}/case`, { practiceId: kade.id })).status).toBe(403);
  });

  it('print it: tagged, with a title and a language, without the note of the leader (features 27)', async () => {
    const got = await call('leader', 'GET', `${PACK()}.pdf`);
    expect([got.status, got.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(got.headers['content-disposition']).toContain('voorbereiding-');
    const document = await getDocument({ data: new Uint8Array(got.raw), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Voorbereiding Groep 3', Language: 'nl-NL' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, k) => {
        const { items } = await (await document.getPage(k + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const part of ['De Linde', 'Groepsafspraken', POINT, STORY, 'Draaiboek', 'Klaar?'])
      expect(text).toContain(part);
    expect(text).not.toContain(NOTE);
  });
});
