import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TaskKinds, TaskLinksService } from '#libs/access';
import type {
  PracticeQuestionsView,
  ProblemView,
  QuestionDeskView,
  QuestionInboxView,
  QuestionSharePreviewView,
  TextFindingView,
} from '#libs/contracts';
import { StepsService } from '#libs/dialogue';
import { newId, newToken, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeDialogueSession, makePractice, makeRegion, queriesOf } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

const MOLE = 'Wanneer moeten wij een moedervlek insturen?';
const MOLES = 'Welke moedervlekken wilt u zien?';
const ACNE = 'Mag de huisarts isotretinoïne voorschrijven bij acne?';
const BSN = 'Wat doe ik bij mijn patiënt met BSN 111222333?';
const NAMED = 'Hoe vaak komt mevrouw De Vries op controle?';

describe('the doors of questions for a session', () => {
  let api: TestApp;
  let region: { id: string };
  let session: { id: string };
  let linde: { id: string; name: string };
  let kade: { id: string; name: string };
  let coordinator: string;
  let ofLinde: string;
  let ofKade: string;
  let holder: Actor & { personId: string };

  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const { database } = api.test;
    region = await makeRegion(database);
    session = await makeDialogueSession(database, region.id);
    linde = await makePractice(database, region.id, { name: 'Praktijk Kanarielinde' });
    kade = await makePractice(database, region.id, { name: 'Praktijk Kanariekade' });
    coordinator = await signedIn('region-coordinator');
    holder = await makeActor(database, region.id, 'practice-holder', { scopeId: linde.id });
    ofLinde = await api.cookieFor(holder);
    ofKade = await signedIn('practice-employee', kade.id);
  });

  const signedIn = async (role: Parameters<typeof makeActor>[2], scopeId?: string): Promise<string> =>
    api.cookieFor(await makeActor(api.test.database, region.id, role, scopeId ? { scopeId } : {}));
  const own = (practiceId: string, rest = 'questions'): string =>
    `/api/dialogue-sessions/${session.id}/practices/${practiceId}/${rest}`;
  const deskUrl = (rest = ''): string => `/api/dialogue-sessions/${session.id}/desk${rest}`;
  type Either<T> = T & ProblemView;
  const call = <T>(
    method: string,
    url: string,
    cookie: string | undefined,
    body?: unknown,
    version?: number,
  ) =>
    api.call<Either<T>>(method, url, {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { body }),
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    });
  const ask = async (cookie: string, practiceId: string, text: string, confirmed = false) =>
    call<PracticeQuestionsView>('POST', own(practiceId), cookie, { text, confirmed });
  const asked = async (cookie: string, practiceId: string, text: string): Promise<string> => {
    const { status, body } = await ask(cookie, practiceId, text, true);
    expect(status).toBe(201);
    return body.own.find((one) => one.text === text)!.id;
  };
  const page = async (cookie: string, practiceId: string) =>
    (await call<PracticeQuestionsView>('GET', own(practiceId), cookie)).body;
  const desk = (method = 'GET', rest = '', body?: unknown, version?: number) =>
    call<QuestionDeskView>(method, deskUrl(rest), coordinator, body, version);
  const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    api.test.database.transaction({ regionId: region.id }, () => api.test.database.query<Row>(text, values));
  const addSpecialist = async (): Promise<Actor & { personId: string }> => {
    const specialist = await makeActor(api.test.database, region.id, 'specialist', { scopeId: session.id });
    await sql(`insert into session_specialist (region_id, session_id, person_id) values ($1, $2, $3)`, [
      region.id,
      session.id,
      specialist.personId,
    ]);
    return specialist;
  };

  describe('asking on behalf of a practice (DIA-06, DIA-20)', () => {
    it('keeps what is asked, lets it be changed and taken back, and takes it up again', async () => {
      const { status, body } = await ask(ofLinde, linde.id, `  ${MOLE}\r\n`);
      expect(status).toBe(201);
      const [question] = body.own;
      expect(question).toMatchObject({
        text: MOLE,
        fate: { kind: 'open' },
        practices: 1,
        late: false,
        changeable: true,
      });
      const url = own(linde.id, `questions/${question!.id}`);
      const changed = await call<PracticeQuestionsView>('PATCH', url, ofLinde, { text: ACNE }, 1);
      expect(changed.body.own[0]).toMatchObject({ text: ACNE, version: 2 });
      expect(said(await call('PATCH', url, ofLinde, { text: MOLE }, 1))).toEqual([409, 'conflict.stale']);
      const back = await call<PracticeQuestionsView>('DELETE', url, ofLinde);
      expect(back.body.own[0]).toMatchObject({ fate: { kind: 'withdrawn' }, changeable: false });
      expect((await desk()).body.questions).toEqual([]);
      const again = await call<PracticeQuestionsView>('POST', `${url}/select`, ofLinde, {});
      expect(again.body.own[0]).toMatchObject({ fate: { kind: 'open' } });
    });

    it('refuses a BSN before it is saved, and asks about a name', async () => {
      const blocked = await ask(ofLinde, linde.id, BSN, true);
      expect(said(blocked)).toEqual([422, 'text.identifiers']);
      const [finding] = blocked.body.details.findings as TextFindingView[];
      expect(finding).toMatchObject({ item: 'text', verdict: 'block' });
      expect(finding!.rewrite).not.toContain('111222333');
      expect(said(await ask(ofLinde, linde.id, NAMED))).toEqual([422, 'text.identifiers']);
      expect((await ask(ofLinde, linde.id, NAMED, true)).status).toBe(201);
      expect(await sql(`select 1 from session_question where text like '%111222333%'`)).toEqual([]);
    });

    it('lets a practice ask twelve, also when it asks them at the same moment', async () => {
      const answers = await Promise.all(
        Array.from({ length: 14 }, (_, k) => ask(ofLinde, linde.id, `${MOLE} ${k}`)),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
      const refused = answers.filter(({ status }) => status !== 201);
      for (const one of refused)
        expect([said(one), one.body.details]).toEqual([[422, 'question.too-many'], { most: 12 }]);
      expect((await page(ofLinde, linde.id)).own).toHaveLength(12);
    });

    it('is not there for another practice, another region, the specialist or nobody', async () => {
      const id = await asked(ofLinde, linde.id, MOLE);
      const elsewhere = await makeRegion(api.test.database);
      const stranger = await api.cookieFor(
        await makeActor(api.test.database, elsewhere.id, 'practice-holder', { scopeId: linde.id }),
      );
      const specialist = await api.cookieFor(await addSpecialist());
      const doors: [string, string, unknown?][] = [
        ['GET', own(linde.id)],
        ['POST', own(linde.id), { text: ACNE }],
        ['PATCH', own(linde.id, `questions/${id}`), { text: ACNE }],
        ['DELETE', own(linde.id, `questions/${id}`)],
        ['POST', own(linde.id, `questions/${id}/select`), {}],
        ['PUT', own(linde.id, `endorsements/${id}`)],
        ['POST', own(linde.id, 'inbox')],
        ['DELETE', own(linde.id, 'inbox')],
      ];
      for (const [method, url, body] of doors) {
        for (const cookie of [ofKade, stranger, specialist, coordinator])
          expect([method, url, ...said(await call(method, url, cookie, body))]).toEqual([
            method,
            url,
            404,
            'not-found',
          ]);
        expect((await call(method, url, undefined, body)).status).toBe(401);
      }
      // one's own practice, with the question of another
      expect((await call('PATCH', own(kade.id, `questions/${id}`), ofKade, { text: ACNE })).status).toBe(404);
      expect((await call('DELETE', own(kade.id, `questions/${id}`), ofKade)).status).toBe(404);
      expect((await page(ofLinde, linde.id)).own[0]).toMatchObject({ text: MOLE });
    });

    it('opens for the link of this session and this practice, and for no other', async () => {
      const other = await makeDialogueSession(api.test.database, region.id);
      const through = async (sessionId: string, practiceId: string): Promise<TestBrowser> => {
        const id = await api.app.get(TaskLinksService).create(systemActor(region.id), {
          personId: holder.personId,
          kind: 'session-practice',
          subjectId: sessionId,
          practiceId,
          until: new Date(Date.now() + 36e5),
        });
        api.app.get(TaskKinds).register('session-practice', async () => ({
          title: {
            nl: 'Taak',
            en: 'Task',
          },
          minutes: null,
          deadline: null,
          href: '/taak',
        }));
        const browser = new TestBrowser(api);
        await browser.call('POST', `/api/task-links/${new Secrets(api.config).token('task-link', id)}`);
        return browser;
      };
      const right = await through(session.id, linde.id);
      expect((await right.call('POST', own(linde.id), { text: MOLE })).status).toBe(201);
      expect((await right.call('GET', own(kade.id))).status).toBe(404);
      expect((await right.call('GET', deskUrl())).status).toBe(403);
      const wrong = await through(other.id, linde.id);
      expect((await wrong.call('GET', own(linde.id))).status).toBe(404);
    });

    it('asks nothing for a practice that stopped, whoever still has a way in', async () => {
      const id = await asked(ofLinde, linde.id, MOLE);
      await sql(`update practice set archived_at = now() where id = $1`, [linde.id]);
      expect(said(await ask(ofLinde, linde.id, ACNE))).toEqual([404, 'not-found']);
      const url = own(linde.id, `questions/${id}`);
      expect((await call('PATCH', url, ofLinde, { text: ACNE })).status).toBe(404);
      expect((await desk()).body.questions.map(({ text }) => text)).toEqual([MOLE]);
    });

    it.each([
      ['no text', {}],
      ['a text of two letters', { text: 'ab' }],
      ['a text without end', { text: 'x'.repeat(601) }],
      ['more than was asked', { text: MOLE, practiceId: newId() }],
      ['a confirmation that is none', { text: MOLE, confirmed: 'yes' }],
      ['null as a confirmation', { text: MOLE, confirmed: null }],
    ])('refuses %s', async (_what, body) => {
      expect(said(await call('POST', own(linde.id), ofLinde, body))).toEqual([422, 'validation.failed']);
    });

    it('is over when the session starts, and says so when it is cancelled', async () => {
      for (const [change, code] of [
        [`state = 'cancelled'`, 'session.cancelled'],
        [`state = 'live'`, 'session.ended'],
        [
          `state = 'planned', starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour'`,
          'session.ended',
        ],
      ] as const) {
        await sql(`update dialogue_session set ${change} where id = $1`, [session.id]);
        expect(said(await ask(ofLinde, linde.id, MOLE))).toEqual([409, code]);
      }
    });
  });

  describe('the inbox of a practice', () => {
    const made = async (): Promise<string> => {
      const { status, body } = await call<PracticeQuestionsView>('POST', own(linde.id, 'inbox'), ofLinde);
      expect([status, body.inbox.active]).toEqual([201, true]);
      return /^\/collega\/([\w-]{43})$/.exec(body.inbox.path ?? '')?.[1] ?? '';
    };
    const open = (token: string) =>
      call<QuestionInboxView>('POST', '/api/question-inbox/open', undefined, { token });
    const propose = (token: string, text: string, more: object = {}) =>
      call<QuestionInboxView>('POST', '/api/question-inbox/ask', undefined, { token, text, ...more });

    it('takes a proposal without account, which the registrant selects or declines', async () => {
      const token = await made();
      const opened = await open(token);
      expect(opened.body).toMatchObject({ practice: linde.name, open: true });
      expect(JSON.stringify(opened.body)).not.toContain(kade.name);
      const first = await propose(token, MOLE, { name: 'Anneke' });
      const second = await propose(token, ACNE);
      expect([first.status, second.status, first.cookies, first.headers['cache-control']]).toEqual([
        200,
        200,
        [],
        'no-store',
      ]);
      const waiting = await page(ofLinde, linde.id);
      expect(waiting.own).toMatchObject([
        { text: MOLE, authorName: 'Anneke', fate: { kind: 'proposed' } },
        { text: ACNE, authorName: null, fate: { kind: 'proposed' } },
      ]);
      expect([(await desk()).body.questions, (await page(ofKade, kade.id)).others]).toEqual([[], []]);
      const [mole, acne] = waiting.own;
      await call('POST', own(linde.id, `questions/${mole!.id}/select`), ofLinde, {});
      const after = await call<PracticeQuestionsView>(
        'DELETE',
        own(linde.id, `questions/${acne!.id}`),
        ofLinde,
      );
      expect(after.body.own.map(({ fate }) => fate.kind)).toEqual(['open', 'withdrawn']);
      const board = (await desk()).body;
      expect(board.questions.map(({ text }) => text)).toEqual([MOLE]);
      expect(JSON.stringify(board)).not.toContain('Anneke');
    });

    it('guards the text and the name', async () => {
      const token = await made();
      expect(said(await propose(token, BSN, { confirmed: true }))).toEqual([422, 'text.identifiers']);
      expect(said(await propose(token, NAMED))).toEqual([422, 'text.identifiers']);
      expect(said(await propose(token, MOLE, { name: '06-12345678' }))).toEqual([422, 'text.identifiers']);
      expect((await propose(token, NAMED, { confirmed: true })).status).toBe(200);
      // the registrant reads the warning too
      const [{ id }] = (await page(ofLinde, linde.id)).own as unknown as [{ id: string }];
      const url = own(linde.id, `questions/${id}/select`);
      expect(said(await call('POST', url, ofLinde, {}))).toEqual([422, 'text.identifiers']);
      expect((await call('POST', url, ofLinde, { confirmed: true })).status).toBe(200);
    });

    it('says the same of every token that is none, of one that was renewed and of one that was closed', async () => {
      const old = await made();
      const renewed = await made();
      expect(renewed).not.toBe(old);
      expect((await open(renewed)).status).toBe(200);
      await call('DELETE', own(linde.id, 'inbox'), ofLinde);
      const answers = await Promise.all(
        [old, renewed, newToken(), '', 'x', `${renewed}A`].flatMap((token) => [
          open(token),
          propose(token, MOLE),
        ]),
      );
      for (const { status, body } of answers)
        expect([status, body.code, body.details]).toEqual([410, 'inbox.closed', {}]);
      expect((await page(ofLinde, linde.id)).inbox).toEqual({ active: false, path: null });
    });

    it('is stored as a hash, and told once', async () => {
      const token = await made();
      const [row] = await sql<{ row: string }>(`select i::text as row from question_inbox i`);
      expect(row!.row).not.toContain(token);
      expect((await page(ofLinde, linde.id)).inbox).toEqual({ active: true, path: null });
    });

    it('holds thirty proposals, and no more', async () => {
      const token = await made();
      for (let k = 0; k < 30; k += 1) expect((await propose(token, `${MOLE} ${k}`)).status).toBe(200);
      const full = await propose(token, MOLE);
      expect([said(full), full.body.details]).toEqual([[409, 'inbox.full'], { most: 30 }]);
    });

    it('closes with the session', async () => {
      const token = await made();
      await sql(`update dialogue_session set state = 'ended'`);
      expect((await open(token)).body.open).toBe(false);
      expect(said(await propose(token, MOLE))).toEqual([409, 'session.ended']);
    });
  });

  describe('"wij ook" (DIA-17)', () => {
    const join = (method: 'PUT' | 'DELETE', id: string) =>
      call<PracticeQuestionsView>(method, own(kade.id, `endorsements/${id}`), ofKade);

    it('counts a practice once, and survives merging and taking apart', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      await join('PUT', mole);
      const { body } = await join('PUT', mole);
      expect(body.others).toEqual([
        { id: mole, text: MOLE, category: null, practices: 2, endorsed: true, fate: null },
      ]);
      await desk('POST', '/questions', { text: MOLES });
      const head = (await desk()).body.questions.find(({ text }) => text === MOLES)!;
      await desk('POST', `/questions/${mole}/merge`, { into: head.id });
      expect((await desk()).body.questions).toMatchObject([{ id: head.id, practices: 2, endorsed: 1 }]);
      expect((await page(ofKade, kade.id)).others).toMatchObject([
        { id: head.id, practices: 2, endorsed: true },
      ]);
      await desk('POST', `/questions/${mole}/unmerge`, {});
      expect((await page(ofKade, kade.id)).others).toMatchObject([
        { id: mole, practices: 2, endorsed: true },
        { id: head.id, practices: 0, endorsed: false },
      ]);
      expect((await join('DELETE', mole)).body.others[0]).toMatchObject({ practices: 1, endorsed: false });
    });

    it("offers only what passes the guard, is open and is not one's own", async () => {
      await asked(ofLinde, linde.id, NAMED);
      const mole = await asked(ofLinde, linde.id, MOLE);
      expect((await page(ofKade, kade.id)).others.map(({ text }) => text)).toEqual([MOLE]);
      expect((await page(ofLinde, linde.id)).others).toEqual([]);
      await desk('POST', `/questions/${mole}/park`);
      expect((await page(ofKade, kade.id)).others).toEqual([]);
      expect((await join('PUT', mole)).status).toBe(404);
      expect((await join('PUT', newId())).status).toBe(404);
    });
  });

  describe('the desk (features 32, 34, 40)', () => {
    it('is for the organiser alone', async () => {
      const specialist = await api.cookieFor(await addSpecialist());
      const consultant = await signedIn('practice-consultant');
      for (const cookie of [ofLinde, specialist, consultant])
        for (const url of [deskUrl(), deskUrl('/share')])
          expect((await call('GET', url, cookie)).status).toBe(403);
      const elsewhere = await makeRegion(api.test.database);
      const other = await api.cookieFor(
        await makeActor(api.test.database, elsewhere.id, 'region-coordinator'),
      );
      expect((await call('GET', deskUrl(), other)).status).toBe(404);
      expect((await call('POST', deskUrl('/share'), other, {})).status).toBe(404);
    });

    it('gives the department its part of ten minutes by itself, which stays', async () => {
      const [part] = (await desk()).body.categories;
      expect(part).toMatchObject({ kind: 'department', minutes: 10, plannedMinutes: 10 });
      expect(said(await desk('DELETE', `/categories/${part!.id}`))).toEqual([409, 'category.needed']);
      const changed = await desk('PATCH', `/categories/${part!.id}`, { minutes: 15 }, part!.version);
      expect(changed.body.categories).toMatchObject([{ minutes: 15, version: 2 }]);
      expect(said(await desk('PATCH', `/categories/${part!.id}`, { name: 'x' }, 1))).toEqual([
        409,
        'conflict.stale',
      ]);
    });

    it('puts questions in categories, in order, with their minutes', async () => {
      const [mole, moles, acne] = [
        await asked(ofLinde, linde.id, MOLE),
        await asked(ofKade, kade.id, MOLES),
        await asked(ofLinde, linde.id, ACNE),
      ];
      const first = await desk('POST', '/categories', { name: 'Moedervlekken', questionIds: [mole, moles] });
      expect(first.status).toBe(201);
      await desk('POST', '/categories', { name: 'Acne', minutes: 5 });
      const { categories } = (await desk()).body;
      expect(categories.map(({ name }) => name)).toEqual(['Moedervlekken', 'Acne', 'Vanuit de vakgroep']);
      const [moleCategory, acneCategory, part] = categories;
      await desk('PATCH', `/questions/${acne}`, { categoryId: acneCategory!.id });
      await desk('PATCH', `/questions/${moles}`, { position: 0 });
      const board = (await desk()).body;
      const inside = (id: string | null) =>
        board.questions
          .filter((one) => one.categoryId === id)
          .sort((a, b) => a.position - b.position)
          .map((one) => one.id);
      expect([inside(moleCategory!.id), inside(acneCategory!.id), inside(null)]).toEqual([
        [moles, mole],
        [acne],
        [],
      ]);
      expect(board.categories.map(({ plannedMinutes }) => plannedMinutes)).toEqual([45, 5, 10]);
      expect([board.minutes, board.plannedMinutes]).toEqual([60, 60]);
      await desk('POST', '/order', { categoryIds: [part!.id, acneCategory!.id, moleCategory!.id] });
      await desk('POST', '/order', { categoryId: acneCategory!.id, questionIds: [mole, acne] });
      const ordered = (await desk()).body;
      expect(ordered.categories.map(({ name }) => name)).toEqual([
        'Vanuit de vakgroep',
        'Acne',
        'Moedervlekken',
      ]);
      const removed = await desk('DELETE', `/categories/${acneCategory!.id}`);
      expect(removed.body.questions.filter(({ categoryId }) => categoryId === null)).toHaveLength(2);
    });

    it('words a question for everybody; its asker still sees what was asked', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      expect(said(await desk('PATCH', `/questions/${mole}`, { shownText: BSN, confirmed: true }))).toEqual([
        422,
        'text.identifiers',
      ]);
      await desk('PATCH', `/questions/${mole}`, { shownText: MOLES }, 1);
      expect((await page(ofLinde, linde.id)).own).toMatchObject([{ text: MOLE, shownText: MOLES }]);
      expect((await page(ofKade, kade.id)).others).toMatchObject([{ text: MOLES }]);
      const back = await desk('PATCH', `/questions/${mole}`, { shownText: null }, 2);
      expect(back.body.questions).toMatchObject([{ text: MOLE, shownText: null }]);
    });

    it('merges, flattens, and undoes it whole; every asker sees into what (DIA-17)', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      const moles = await asked(ofKade, kade.id, MOLES);
      const acne = await asked(ofKade, kade.id, ACNE);
      const merged = await desk('POST', `/questions/${moles}/merge`, { into: mole }, 1);
      expect(merged.body.questions.find(({ id }) => id === mole)).toMatchObject({
        practices: 2,
        merged: [{ id: moles, practice: kade.name }],
      });
      expect(said(await desk('POST', `/questions/${moles}/merge`, { into: acne }, 1))).toEqual([
        409,
        'conflict.stale',
      ]);
      for (const [one, into] of [
        [mole, mole],
        [mole, moles],
        [moles, acne],
      ] as const)
        expect(said(await desk('POST', `/questions/${one}/merge`, { into }))).toEqual([
          409,
          'question.merged',
        ]);
      const flat = await desk('POST', `/questions/${mole}/merge`, { into: acne });
      expect(flat.body.questions).toMatchObject([{ id: acne, practices: 2 }]);
      expect((await page(ofLinde, linde.id)).own).toMatchObject([
        {
          fate: { kind: 'merged', into: { id: acne, text: ACNE }, practices: 2, became: 'open' },
          changeable: false,
        },
      ]);
      expect(
        said(await call('PATCH', own(linde.id, `questions/${mole}`), ofLinde, { text: 'Iets anders?' })),
      ).toEqual([409, 'question.merged']);
      const undone = await desk('POST', `/questions/${mole}/unmerge`, { along: [moles] });
      expect(undone.body.questions.find(({ id }) => id === mole)?.merged.map(({ id }) => id)).toEqual([
        moles,
      ]);
      // its asker takes the head back: the other one takes its place
      await call('DELETE', own(linde.id, `questions/${mole}`), ofLinde);
      expect((await desk()).body.questions.map(({ id }) => id).sort()).toEqual([moles, acne].sort());
      expect(said(await desk('POST', `/questions/${moles}/unmerge`, {}))).toEqual([409, 'question.merged']);
    });

    it('does not merge with a question of another session, or with what was sent back', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      const acne = await asked(ofLinde, linde.id, ACNE);
      const [here, other] = [session, await makeDialogueSession(api.test.database, region.id)];
      session = other;
      const elsewhere = await asked(ofKade, kade.id, MOLES);
      session = here;
      expect(said(await desk('POST', `/questions/${mole}/merge`, { into: elsewhere }))).toEqual([
        404,
        'not-found',
      ]);
      await desk('POST', `/questions/${acne}/send-back`, { reason: 'Hoort bij een andere vakgroep.' });
      expect(said(await desk('POST', `/questions/${mole}/merge`, { into: acne }))).toEqual([
        409,
        'question.merged',
      ]);
    });

    it('sends back with a reason, parks and reopens; the asker sees each of them', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      const fate = async () => (await page(ofLinde, linde.id)).own[0]!.fate;
      const url = `/questions/${mole}`;
      expect(said(await desk('POST', `${url}/send-back`, { reason: BSN, confirmed: true }))).toEqual([
        422,
        'text.identifiers',
      ]);
      await desk('POST', `${url}/send-back`, { reason: 'Wilt u het algemener vragen?' });
      expect(await fate()).toEqual({ kind: 'sent-back', reason: 'Wilt u het algemener vragen?' });
      await desk('POST', `${url}/reopen`);
      expect(await fate()).toEqual({ kind: 'open' });
      await desk('POST', `${url}/park`);
      expect(await fate()).toEqual({ kind: 'parked' });
      await desk('POST', `${url}/send-back`, { reason: 'Wilt u het algemener vragen?' });
      // asked anew in other words
      await call('PATCH', own(linde.id, `questions/${mole}`), ofLinde, { text: MOLES });
      expect(await fate()).toEqual({ kind: 'open' });
      expect((await desk()).body.questions).toMatchObject([{ text: MOLES, fate: { kind: 'open' } }]);
    });

    it('proposes what looks alike', async () => {
      const mole = await asked(ofLinde, linde.id, MOLE);
      const moles = await asked(ofKade, kade.id, MOLES);
      await asked(ofKade, kade.id, ACNE);
      const { alike } = (await desk()).body;
      expect(alike.map(({ a, b }) => [a, b].sort())).toEqual([[mole, moles].sort()]);
    });

    it('asks the database as often for thirty questions as for one', async () => {
      await asked(ofLinde, linde.id, MOLE);
      await desk();
      const one = await queriesOf(api.test.database, () => desk());
      for (let k = 0; k < 30; k += 1) await desk('POST', '/questions', { text: `${MOLE} ${k}` });
      const thirty = await queriesOf(api.test.database, () => desk());
      expect(thirty.length).toBe(one.length);
    });
  });

  describe('sharing with the specialist (DIA-08, DIA-20, DIA-21)', () => {
    it('says who receives what, asks about what the guard finds, and then shares once', async () => {
      expect(said(await desk('POST', '/share', {}))).toEqual([409, 'session.no-specialist']);
      const specialist = await addSpecialist();
      const mole = await asked(ofLinde, linde.id, MOLE);
      const named = await asked(ofKade, kade.id, NAMED);
      const preview = await call<QuestionSharePreviewView>('GET', deskUrl('/share'), coordinator);
      expect(preview.body).toMatchObject({
        receivers: [{ name: specialist.name, email: specialist.email }],
        again: false,
        questions: 2,
        practices: 2,
        found: [{ id: named, finding: { verdict: 'warn' } }],
      });
      const undecided = await desk('POST', '/share', {});
      expect([said(undecided), undecided.body.details]).toEqual([
        [422, 'question.undecided-text'],
        { count: 1, questions: [named] },
      ]);
      const shared = await desk('POST', '/share', { withheld: [named] });
      expect(shared.body.sharedAt).not.toBeNull();
      const byId = new Map(shared.body.questions.map((one) => [one.id, one]));
      expect([byId.get(mole)!.sharedAt, byId.get(named)!.sharedAt]).toEqual([expect.any(String), null]);
      expect(await sql(`select template, person_id from mail`)).toMatchObject([
        { template: 'specialist-questions', person_id: specialist.personId },
      ]);
      expect(said(await desk('POST', '/share', { withheld: [named] }))).toEqual([409, 'session.shared']);
      // what went out is fixed
      const url = own(linde.id, `questions/${mole}`);
      expect(said(await call('PATCH', url, ofLinde, { text: ACNE }))).toEqual([409, 'question.fixed']);
      expect(said(await call('DELETE', url, ofLinde))).toEqual([409, 'question.fixed']);
      // and a confirmed one can follow
      expect((await desk('POST', '/share', { confirmed: [named] })).status).toBe(200);
    });

    it('keeps what is asked afterwards on the late list, and shares it additionally', async () => {
      await addSpecialist();
      await asked(ofLinde, linde.id, MOLE);
      await desk('POST', '/share', {});
      const late = await asked(ofKade, kade.id, ACNE);
      expect((await page(ofKade, kade.id)).own).toMatchObject([{ late: true, changeable: true }]);
      const preview = await call<QuestionSharePreviewView>('GET', deskUrl('/share'), coordinator);
      expect(preview.body).toMatchObject({ again: true, questions: 1, late: 1 });
      await desk('POST', '/share', {});
      const snapshots = await sql<{ number: number; content: { loose: { id: string }[] } }>(
        `select number, content from session_snapshot order by number`,
      );
      expect(snapshots.map(({ number }) => number)).toEqual([1, 2]);
      expect(snapshots[1]!.content.loose.map(({ id }) => id)).toEqual([late]);
    });

    it('by the timeline: shares what is clean, leaves the rest, and does it once', async () => {
      await addSpecialist();
      const mole = await asked(ofLinde, linde.id, MOLE);
      await asked(ofKade, kade.id, NAMED);
      // what was typed before a detector existed is judged again
      await sql(`insert into session_question (region_id, session_id, practice_id, state, text, asked_at)
        values ('${region.id}', '${session.id}', '${kade.id}', 'asked', '${BSN}', now())`);
      await sql(
        `insert into session_step (region_id, session_id, kind, due_at) values ($1, $2, 'share', now())`,
        [region.id, session.id],
      );
      const steps = api.app.get(StepsService);
      const done = [1, 2].map(() => steps.keepTime(systemActor(region.id), session.id));
      expect((await Promise.all(done)).sort()).toEqual([0, 1]);
      expect(await sql(`select state, count from session_step`)).toEqual([{ state: 'done', count: 1 }]);
      expect(await sql(`select template from mail`)).toEqual([{ template: 'specialist-questions' }]);
      const shared = await sql<{ id: string }>(`select id from session_question where shared_at is not null`);
      expect(shared).toEqual([{ id: mole }]);
      expect((await desk()).body.questions.find(({ text }) => text === BSN)?.finding).toMatchObject({
        verdict: 'block',
      });
      expect(said(await desk('POST', '/share', { confirmed: [] }))).toEqual([422, 'question.undecided-text']);
    });
  });

  it('never tells a practice or the specialist who asked what', async () => {
    const specialist = await api.cookieFor(await addSpecialist());
    const mole = await asked(ofLinde, linde.id, MOLE);
    const moles = await asked(ofKade, kade.id, MOLES);
    await call('PUT', own(kade.id, `endorsements/${mole}`), ofKade);
    await desk('POST', `/questions/${moles}/merge`, { into: mole });
    await asked(ofLinde, linde.id, ACNE);
    await desk('POST', '/share', {});
    const seenBy = async (url: string, cookie: string): Promise<string> => {
      const answer = await call('GET', url, cookie);
      expect(answer.status).toBe(200);
      return answer.raw.toString('utf8');
    };
    const ofOther = await seenBy(own(kade.id), ofKade);
    expect(ofOther).toContain(ACNE);
    const secret = [linde.id, linde.name, holder.personId, holder.name];
    for (const one of secret) expect([one, ofOther.includes(one)]).toEqual([one, false]);
    const [snapshot] = await sql<{ content: string }>(`select content::text from session_snapshot`);
    const specialists = await seenBy(`/api/dialogue-sessions/${session.id}/specialist`, specialist);
    for (const seen of [snapshot!.content, specialists]) {
      expect(seen).toContain(MOLE);
      for (const one of [...secret, kade.id, kade.name])
        expect([one, seen.includes(one)]).toEqual([one, false]);
    }
  });
});
