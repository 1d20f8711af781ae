import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import type { HandoutRecipientsView, HandoutsView, HandoutView, ProblemView } from '#libs/contracts';
import { SessionLinks, StepActions } from '#libs/dialogue';
import { Database, Facts, newId, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion, makeSharedSession, type SharedSession } from '#libs/testing';
import { openTestApp, type Answer, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

type HandoutAnswer = Answer<HandoutView & ProblemView>;

describe('the doors of the handout', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: string;
  let specialist: Actor & { personId: string };
  let holder: Actor & { personId: string };
  let shared: SharedSession;
  let base: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    const { database } = api.test;
    region = await makeRegion(database);
    coordinator = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    specialist = await makeActor(database, region.id, 'specialist');
    shared = await makeSharedSession(database, region.id, { specialists: [specialist.personId] });
    holder = await makeActor(database, region.id, 'practice-holder', { scopeId: shared.practices[0]!.id });
    base = `/api/dialogue-sessions/${shared.sessionId}`;
    await sql(`update dialogue_session set state = 'ended', ended_at = now() where id = $1`, [
      shared.sessionId,
    ]);
    await sql(
      `insert into question_answer (question_id, region_id, timing, too_early, note)
       values ($1, current_region(), 'too-late', 'Zonder foto', 'Stuur een dermatoscopische foto mee.')`,
      [shared.questionIds[0]],
    );
    await sql(
      `insert into own_part (session_id, region_id, tells, misses, offers_agreement) values ($1, current_region(), 'Wij zijn er elke dag.', 'Een foto bij de brief.', true)`,
      [shared.sessionId],
    );
    await sql(
      `insert into follow_up_question (region_id, session_id, question_id, practice_id, person_id, text, named, state, shown, note)
       values (current_region(), $1, $2, $3, $4, 'En bij kinderen?', true, 'answered', true, 'Ook bij kinderen.'),
         (current_region(), $1, null, $3, $4, 'Weggehaald', false, 'removed', false, '')`,
      [shared.sessionId, shared.questionIds[0], shared.practices[1]!.id, holder.personId],
    );
  });
  afterAll(() => api.close());

  /** The session as a step gets it; by the entity's name, for entities do not leave their lib. */
  const heldSession = async () =>
    (await api.app
      .get(Database)
      .repository('Session')
      .findOneByOrFail({ id: shared.sessionId })) as Parameters<StepActions['carryOut']>[2];
  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    api.app
      .get(Database)
      .transaction({ regionId: region.id }, () => api.app.get(Database).query<T>(text, values));
  const as = (cookie: string, method: string, path: string, body?: unknown, version?: number) =>
    api.call<HandoutView & ProblemView>(method, `${base}${path}`, {
      cookie,
      body,
      ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    });
  const make = async (): Promise<HandoutView> => (await as(coordinator, 'POST', '/handout')).body;
  const publish = async (): Promise<HandoutAnswer> => as(coordinator, 'POST', '/handout/publish', {});

  async function byLink(
    kind: 'session-practice' | 'session-specialist',
    personId: string,
    practiceId: string | null = null,
    sessionId = shared.sessionId,
  ): Promise<TestBrowser> {
    const session = { id: sessionId, endsAt: new Date(Date.now() + 86_400_000) };
    const links = api.app.get(SessionLinks);
    const actor = systemActor(region.id);
    const id = await api.app
      .get(Database)
      .transaction(actor, () =>
        kind === 'session-practice'
          ? links.forPractice(actor, session, personId, practiceId as string)
          : links.forSpecialist(actor, session, personId),
      );
    const visitor = new TestBrowser(api);
    const token = new Secrets(api.config).token('task-link', id);
    expect((await visitor.call('POST', `/api/task-links/${token}`)).status).toBeLessThan(300);
    return visitor;
  }
  const pdfText = async (body: Buffer): Promise<string> => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const file = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise;
    const pages = await Promise.all(
      Array.from({ length: file.numPages }, async (_, index) =>
        (await (await file.getPage(index + 1)).getTextContent()).items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' '),
      ),
    );
    return pages.join(' ');
  };

  it('make it of questions, answers, follow-up questions, the own part and where to call (DIA-14, DIA-18, DIA-19, feature 39)', async () => {
    const handout = await make();
    expect(handout).toMatchObject({
      state: 'draft',
      edition: 0,
      unanswered: 3,
      mayEdit: true,
      mayPublish: true,
    });
    const [section] = handout.content.sections;
    expect(section!.title).toBe('Verdachte plekken');
    expect(section!.items.map(({ question, practices, answer }) => [question, practices, answer])).toEqual([
      ['Wanneer verwijs ik geval 0?', 3, 'Stuur een dermatoscopische foto mee.'],
      ['En bij kinderen?', 1, 'Ook bij kinderen.'],
      ['Wanneer verwijs ik geval 1?', 1, ''],
      ['Wanneer verwijs ik geval 2?', 1, ''],
      ['Deze vraag kwam na het delen', 1, ''],
    ]);
    expect(section!.items[0]).toMatchObject({ timing: 'too-late', tooEarly: 'Zonder foto' });
    expect(handout.content).toMatchObject({
      tells: 'Wij zijn er elke dag.',
      misses: 'Een foto bij de brief.',
      contact: {
        phone: '0123 456 789',
        adviceConsult: 'Via ZorgDomein',
        agreementUrl: 'https://afspraken.example',
      },
    });
  });

  it('are made by the timeline too, once, and not before the hour is over', async () => {
    const steps = api.app.get(StepActions);
    const run = () =>
      api.app.get(Database).transaction(systemActor(region.id), async () => {
        return steps.carryOut('handout', systemActor(region.id), await heldSession());
      });
    expect(await run()).toBeNull();
    const first = (await as(coordinator, 'GET', '/handout')).body.version;
    await run();
    expect((await as(coordinator, 'GET', '/handout')).body.version).toBe(first);
    await sql(`delete from handout`);
    await sql(`update dialogue_session set state = 'planned' where id = $1`, [shared.sessionId]);
    await expect(run()).rejects.toMatchObject({ code: 'handout.not-ready' });
  });

  it('keep what people wrote and hid when it is made again (D2)', async () => {
    await make();
    const [first, second] = shared.questionIds;
    const change = {
      tips: ['Bel gerust.'],
      items: [
        { id: first, answer: 'Stuur twee foto’s mee.' },
        { id: second, hidden: true },
      ],
    };
    expect((await as(coordinator, 'PATCH', '/handout', change)).status).toBe(200);
    await sql(
      `update question_answer set note = 'Nieuw antwoord', too_early = 'Zonder goede foto' where question_id = $1`,
      [first],
    );
    await sql(
      `insert into question_answer (question_id, region_id, note) values ($1, current_region(), 'Alsnog een antwoord.')`,
      [shared.questionIds[2]],
    );
    const again = await make();
    const items = new Map(again.content.sections[0]!.items.map((item) => [item.questionId, item]));
    expect(items.get(first!)).toMatchObject({
      answer: 'Stuur twee foto’s mee.',
      tooEarly: 'Zonder goede foto',
    });
    expect(items.get(second!)).toMatchObject({ hidden: true });
    expect(items.get(shared.questionIds[2]!)).toMatchObject({ answer: 'Alsnog een antwoord.' });
    expect(again.content.tips).toEqual(['Bel gerust.']);
  });

  it('refuse a patient in a text, warn of what may be one, and refuse a version that is not the last (DIA-20)', async () => {
    const { version } = await make();
    const blocked = await as(coordinator, 'PATCH', '/handout', {
      tells: 'BSN 111222333 had dit ook.',
      confirmed: true,
    });
    expect(blocked).toMatchObject({ status: 422, body: { code: 'text.identifiers' } });
    expect(blocked.body.details).toMatchObject({ findings: [{ item: 'tells', verdict: 'block' }] });
    expect((await as(coordinator, 'PATCH', '/handout', { title: 'Naslag' }, version)).status).toBe(200);
    expect(await as(coordinator, 'PATCH', '/handout', { title: 'Andere' }, version)).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    const unknown = { items: [{ id: newId(), answer: 'x' }] };
    expect((await as(coordinator, 'PATCH', '/handout', unknown)).status).toBe(404);
  });

  it('stay closed to a practice until it is out, and to strangers always', async () => {
    await make();
    const owner = await api.cookieFor(holder);
    expect(await as(owner, 'GET', '/handout')).toMatchObject({
      status: 409,
      body: { code: 'handout.not-ready' },
    });
    expect((await as(owner, 'GET', '/handout.pdf')).status).toBe(409);
    expect((await as(owner, 'PATCH', '/handout', { title: 'x' })).status).toBe(403);
    expect((await as(owner, 'POST', '/handout')).status).toBe(403);
    const elsewhere = await makeRegion(api.test.database);
    const stranger = await api.cookieFor(
      await makeActor(api.test.database, elsewhere.id, 'region-coordinator'),
    );
    for (const [method, path] of [
      ['GET', '/handout'],
      ['POST', '/handout'],
      ['GET', '/handout/recipients'],
      ['GET', '/handout.docx'],
      ['POST', '/handout/publish'],
    ] as const)
      expect((await as(stranger, method, path, method === 'POST' ? {} : undefined)).status).toBe(404);
    const other = await makeSharedSession(api.test.database, region.id, {
      specialists: [specialist.personId],
    });
    const visitor = await byLink('session-specialist', specialist.personId, null, other.sessionId);
    expect((await visitor.call('GET', `${base}/handout`)).status).toBe(404);
  });

  it('let the specialist correct and tick off from the link of the mail, and nobody else (D4)', async () => {
    await make();
    const visitor = await byLink('session-specialist', specialist.personId);
    expect((await visitor.call('GET', `${base}/handout`)).status).toBe(409);
    const sent = await as(coordinator, 'POST', '/handout/send-to-check', {});
    expect(sent.body).toMatchObject({ state: 'checking' });
    expect(Date.parse(sent.body.checkUntil!)).toBeGreaterThan(Date.now());
    const mails = await sql<{ template: string; person_id: string }>(
      `select template, person_id from mail where template = 'handout-check'`,
    );
    expect(mails).toEqual([{ template: 'handout-check', person_id: specialist.personId }]);
    const seen = await visitor.call<HandoutView>('GET', `${base}/handout`);
    expect(seen.body).toMatchObject({ mayEdit: true, mayCheck: true, mayPublish: false });
    const change = { items: [{ id: shared.questionIds[1], answer: 'Binnen twee weken.' }] };
    expect((await visitor.call('PATCH', `${base}/handout`, change)).status).toBe(200);
    expect((await as(coordinator, 'POST', '/handout/check', {})).status).toBe(403);
    const checked = await visitor.call<HandoutView>('POST', `${base}/handout/check`, { note: 'Mooi zo.' });
    expect(checked.body).toMatchObject({ state: 'checked', checkNote: 'Mooi zo.', mayCheck: false });
    // what the organiser changes after it is no longer what was checked, and says so
    const after = await as(coordinator, 'PATCH', '/handout', { title: 'Naslagwerk huid' });
    expect(after.body).toMatchObject({ state: 'draft', checkedAt: expect.any(String) });
    expect((await visitor.call('POST', `${base}/handout/publish`, {})).status).toBe(403);
  });

  it('send nothing to check without a specialist, and remind only who was asked and did not (DIA-14)', async () => {
    await make();
    const steps = api.app.get(StepActions);
    const remind = () =>
      api.app.get(Database).transaction(systemActor(region.id), async () => {
        return steps.carryOut('remind-handout', systemActor(region.id), await heldSession());
      });
    expect(await remind()).toBe(0);
    await as(coordinator, 'POST', '/handout/send-to-check', {});
    expect(await remind()).toBe(1);
    await sql(`update session_specialist set removed_at = now() where session_id = $1`, [shared.sessionId]);
    expect(await as(coordinator, 'POST', '/handout/send-to-check', {})).toMatchObject({
      status: 409,
      body: { code: 'session.no-specialist' },
    });
    const past = await as(coordinator, 'POST', '/handout/send-to-check', { until: '2020-01-01' });
    expect(past.status).toBe(422);
  });

  it('name who will be mailed, mail exactly them once, tell the platform, and give every question its fate (DIA-14, LOOP-04, feature 40)', async () => {
    const quiet = await makePractice(api.test.database, region.id, { name: 'Zonder mensen' });
    await make();
    const told: unknown[] = [];
    api.app.get(Facts).on('handout.published', async (_actor, fact) => void told.push(fact));
    api.app.get(Facts).on('insight.offered', async (_actor, fact) => void told.push(fact));
    await sql(`update session_question set fate = 'answered-live' where id = $1`, [shared.questionIds[0]]);
    await as(coordinator, 'PATCH', '/handout', {
      items: [{ id: shared.questionIds[1], answer: 'Zie de standaard.' }],
    });
    const before = (await as(coordinator, 'GET', '/handout/recipients'))
      .body as unknown as HandoutRecipientsView;
    expect(before.practices).toEqual([{ practice: shared.practices[0]!.name, people: [holder.name] }]);
    expect(before.without).toContain(quiet.name);
    expect((await publish()).body).toMatchObject({ state: 'published', edition: 1, mayEdit: false });
    const mails = await sql<{ person_id: string; params: { questions: number; practice: string } }>(
      `select person_id, params from mail where template = 'handout-published'`,
    );
    expect(mails).toMatchObject([
      { person_id: holder.personId, params: { practice: shared.practices[0]!.name, questions: 5 } },
    ]);
    expect(told).toEqual([
      {
        sessionId: shared.sessionId,
        title: expect.stringContaining('Naslagwerk'),
        department: expect.any(String),
      },
      expect.objectContaining({ kind: 'agreement', text: 'Een foto bij de brief.' }),
    ]);
    const fates = await sql<{ id: string; fate: string }>(
      `select id, fate from session_question where session_id = $1 and merged_into is null`,
      [shared.sessionId],
    );
    expect(Object.fromEntries(fates.map(({ id, fate }) => [id, fate]))).toEqual({
      [shared.questionIds[0]!]: 'answered-live',
      [shared.questionIds[1]!]: 'in-handout',
      [shared.questionIds[2]!]: 'parked',
      [shared.lateId]: 'parked',
    });
    expect(await as(coordinator, 'PATCH', '/handout', { title: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'handout.published' },
    });
  });

  it('take it back, close it for readers, and publish it again as a next version without a second mail', async () => {
    await make();
    await publish();
    await sql(`update mail set state = 'sent' where template = 'handout-published'`);
    const owner = await api.cookieFor(holder);
    expect((await as(owner, 'GET', '/handout')).status).toBe(200);
    expect((await as(coordinator, 'POST', '/handout/retract', {})).body).toMatchObject({ state: 'draft' });
    expect((await as(owner, 'GET', '/handout')).status).toBe(409);
    expect((await publish()).body).toMatchObject({ edition: 2 });
    const [count] = await sql<{ n: number }>(
      `select count(*)::int as n from mail where template = 'handout-published'`,
    );
    expect(count!.n).toBe(1);
    expect((await as(owner, 'GET', '/handout')).body.edition).toBe(2);
    expect(await pdfText((await as(owner, 'GET', '/handout.pdf')).raw)).toContain('versie 2');
  });

  it('mail again who was not reached, when it was taken back in time', async () => {
    await make();
    await publish();
    await as(coordinator, 'POST', '/handout/retract', {});
    const states = await sql<{ state: string }>(
      `select state from mail where template = 'handout-published'`,
    );
    expect(states).toEqual([{ state: 'cancelled' }]);
    await publish();
    const after = await sql<{ state: string }>(
      `select state from mail where template = 'handout-published' and state = 'planned'`,
    );
    expect(after).toHaveLength(1);
  });

  it('open it by the link of the mail, with one’s own questions marked, as page, PDF and Word (D1)', async () => {
    await make();
    await as(coordinator, 'PATCH', '/handout', { items: [{ id: shared.questionIds[2], hidden: true }] });
    await publish();
    const visitor = await byLink('session-practice', holder.personId, shared.practices[0]!.id);
    const { body } = await visitor.call<HandoutView>('GET', `${base}/handout`);
    expect(body.ownQuestionIds.sort()).toEqual([shared.questionIds[0]!, shared.lateId].sort());
    expect(body.content.sections[0]!.items.map(({ questionId }) => questionId)).not.toContain(
      shared.questionIds[2],
    );
    expect(body).toMatchObject({ mayEdit: false, mayCheck: false, mayPublish: false, checkNote: null });
    const files = await Promise.all([
      visitor.call('GET', `${base}/handout.pdf`),
      visitor.call('GET', `${base}/handout.docx`),
    ]);
    expect(files.map(({ headers }) => headers['content-disposition'])).toEqual([
      expect.stringMatching(/^attachment; filename="naslagwerk-dermatologie-\d+-2027-02-09\.pdf"$/),
      expect.stringMatching(/^attachment; filename="naslagwerk-dermatologie-\d+-2027-02-09\.docx"$/),
    ]);
    const text = await pdfText(files[0]!.raw);
    expect(text).toContain('Stuur een dermatoscopische foto mee.');
    expect(text).toContain('Antwoord volgt.');
    expect(text).toContain('0123 456 789');
    expect(text).not.toContain('geval 2');
  });

  it('name no practice, in the page, the PDF or the Word file (DIA-14, B2)', async () => {
    await make();
    await publish();
    const visitor = await byLink('session-specialist', specialist.personId);
    const reader = await byLink('session-practice', holder.personId, shared.practices[0]!.id);
    const texts: string[] = [];
    for (const browser of [visitor, reader]) {
      texts.push((await browser.call('GET', `${base}/handout`)).raw.toString());
      texts.push(await pdfText((await browser.call('GET', `${base}/handout.pdf`)).raw));
      const zip = await JSZip.loadAsync((await browser.call('GET', `${base}/handout.docx`)).raw);
      for (const file of Object.values(zip.files)) if (!file.dir) texts.push(await file.async('string'));
    }
    expect(texts.join(' ')).toContain('En bij kinderen?');
    for (const { id, name } of shared.practices)
      for (const text of texts) {
        expect(text.includes(name)).toBe(false);
        expect(text.includes(id)).toBe(false);
      }
    const [row] = await sql<{ text: string }>(
      `select content::text || words || made::text as text from handout`,
    );
    for (const { id, name } of shared.practices) {
      expect(row!.text.includes(name)).toBe(false);
      expect(row!.text.includes(id)).toBe(false);
    }
  });

  describe('when searching', () => {
    const search = async (query: string, cookie = coordinator): Promise<HandoutsView> =>
      (await api.call<HandoutsView>('GET', `/api/handouts${query}`, { cookie })).body;

    it('find words, their stems and their beginnings in what is out, with the place marked (feature 39)', async () => {
      await make();
      expect((await search('?q=foto')).total).toBe(0);
      await publish();
      for (const q of [
        'foto',
        'dermatoscopisch',
        'dermatoscop',
        'kinderen foto',
        'GEVAL',
        'dermatoscopische%20fo',
      ]) {
        const { items } = await search(`?q=${q}`);
        expect(items.map(({ sessionId }) => sessionId)).toEqual([shared.sessionId]);
      }
      const [found] = (await search('?q=dermatosc')).items;
      expect(found!.excerpt).toMatch(/«dermatosc/i);
      expect(found!.questions).toBe(5);
      expect((await search('?q=onvindbaar')).items).toEqual([]);
      for (const q of ['%27%22%3A*%26!', '((', '%25', 'de', '%5C'])
        expect((await api.call('GET', `/api/handouts?q=${q}`, { cookie: coordinator })).status).toBe(200);
    });

    it('narrow to department and year, page by page, and leave out what was hidden', async () => {
      const sessions = [shared];
      for (let n = 0; n < 2; n += 1) sessions.push(await makeSharedSession(api.test.database, region.id));
      await sql(`update dialogue_session set state = 'ended'`);
      await sql(
        `update dialogue_session set starts_at = '2025-06-03T17:30:00Z', ends_at = '2025-06-03T18:30:00Z' where id = $1`,
        [sessions[2]!.sessionId],
      );
      for (const { sessionId } of sessions) {
        await api.call('POST', `/api/dialogue-sessions/${sessionId}/handout`, { cookie: coordinator });
        await api.call('PATCH', `/api/dialogue-sessions/${sessionId}/handout`, {
          cookie: coordinator,
          body: { tips: ['Geheimwoord'] },
        });
        await api.call('POST', `/api/dialogue-sessions/${sessionId}/handout/publish`, {
          cookie: coordinator,
          body: {},
        });
      }
      const all = await search('?limit=2');
      expect(all).toMatchObject({ total: 3, years: [2027, 2025] });
      expect(all.departments).toHaveLength(3);
      const rest = await search(`?limit=2&cursor=${encodeURIComponent(all.next!)}`);
      expect(rest.next).toBeNull();
      expect([...all.items, ...rest.items].map(({ sessionId }) => sessionId).sort()).toEqual(
        sessions.map(({ sessionId }) => sessionId).sort(),
      );
      expect((await search('?year=2025')).items.map(({ sessionId }) => sessionId)).toEqual([
        sessions[2]!.sessionId,
      ]);
      const department = encodeURIComponent(all.departments[0]!);
      expect((await search(`?department=${department}`)).total).toBe(1);
      expect((await search('?cursor=onzin')).total).toBe(3);
      expect((await api.call('GET', '/api/handouts?year=zo', { cookie: coordinator })).status).toBe(422);
    });

    it('show a practice the whole region and a specialist the own sessions only', async () => {
      const other = await makeSharedSession(api.test.database, region.id);
      await sql(`update dialogue_session set state = 'ended'`);
      for (const id of [shared.sessionId, other.sessionId]) {
        await api.call('POST', `/api/dialogue-sessions/${id}/handout`, { cookie: coordinator });
        await api.call('POST', `/api/dialogue-sessions/${id}/handout/publish`, {
          cookie: coordinator,
          body: {},
        });
      }
      expect((await search('', await api.cookieFor(holder))).total).toBe(2);
      const own = await makeActor(api.test.database, region.id, 'specialist', { scopeId: other.sessionId });
      const page = await search('', await api.cookieFor(own));
      expect(page.items.map(({ sessionId }) => sessionId)).toEqual([other.sessionId]);
      expect(page.departments).toHaveLength(1);
      const elsewhere = await makeRegion(api.test.database);
      const stranger = await makeActor(api.test.database, elsewhere.id, 'region-coordinator');
      expect((await search('', await api.cookieFor(stranger))).total).toBe(0);
    });
  });
});
