import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import type {
  OwnPartView,
  ProblemView,
  QuestionAnswerView,
  SessionFileView,
  SpecialistView,
} from '#libs/contracts';
import { InsightOffers, SessionLinks, SpecialistMails, StepActions } from '#libs/dialogue';
import { Database, Facts, Secrets, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion, makeSharedSession, type SharedSession } from '#libs/testing';
import { fileBody, openTestApp, type Answer, type TestApp } from './test-app.js';
import { TestBrowser } from './test-browser.adapter.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PPTX_TYPES =
  '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>';

async function officeFile(parts: Record<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer' });
}

describe('the doors of the specialist', () => {
  let api: TestApp;
  let region: { id: string };
  let organiser: Actor & { personId: string };
  let coordinator: string;
  let specialist: Actor & { personId: string };
  let shared: SharedSession;
  let browser: TestBrowser;
  let base: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    const { database } = api.test;
    region = await makeRegion(database);
    organiser = await makeActor(database, region.id, 'region-coordinator');
    coordinator = await api.cookieFor(organiser);
    specialist = await makeActor(database, region.id, 'specialist');
    shared = await makeSharedSession(database, region.id, { specialists: [specialist.personId] });
    base = `/api/dialogue-sessions/${shared.sessionId}`;
    browser = await byLink(shared.sessionId, specialist.personId);
  });
  afterAll(() => api.close());

  /** Somebody who came in by the link of a mail: no account, one session. */
  async function byLink(sessionId: string, personId: string): Promise<TestBrowser> {
    const database = api.app.get(Database);
    const id = await inRegion(async () => {
      const [session] = await database.query<{ ends_at: Date }>(
        `select ends_at from dialogue_session where id = $1`,
        [sessionId],
      );
      return api.app
        .get(SessionLinks)
        .forSpecialist(systemActor(region.id), { id: sessionId, endsAt: session!.ends_at }, personId);
    });
    const visitor = new TestBrowser(api);
    const opened = await visitor.call(
      'POST',
      `/api/task-links/${new Secrets(api.config).token('task-link', id)}`,
    );
    expect(opened.status).toBeLessThan(300);
    return visitor;
  }
  const inRegion = <T>(work: () => Promise<T>): Promise<T> =>
    api.app.get(Database).transaction({ regionId: region.id }, work);
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    inRegion(() => api.app.get(Database).query<T>(sql, values));

  async function upload(
    name: string,
    body: Buffer,
    more: { by?: TestBrowser; query?: string; url?: string } = {},
  ): Promise<Answer<SessionFileView & ProblemView>> {
    const url = `${more.url ?? base}/files${more.query ?? ''}`;
    return (more.by ?? browser).call('POST', url, fileBody(body, name));
  }
  const pptx = () =>
    officeFile({ '[Content_Types].xml': PPTX_TYPES, 'ppt/presentation.xml': '<p:presentation/>' });

  it('show by personal link what was shared, with how many practices ask and without which (DIA-08, D4)', async () => {
    const { status, body, raw } = await browser.call<SpecialistView>('GET', `${base}/specialist`);
    expect(status).toBe(200);
    expect(body.session).toMatchObject({ practices: 3, department: expect.stringContaining('Dermatologie') });
    expect(body.categories).toHaveLength(1);
    expect(body.categories[0]).toMatchObject({ name: 'Verdachte plekken', minutes: 60 });
    const [first, ...rest] = body.categories[0]!.questions;
    expect(first).toEqual({
      id: shared.questionIds[0],
      text: 'Wanneer verwijs ik geval 0?',
      practices: 3,
      late: false,
      answer: { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 },
    });
    expect(rest.map(({ id }) => id)).toEqual(shared.questionIds.slice(1));
    expect(body).toMatchObject({ prepared: 0, questions: 3, handout: 'none', files: [] });
    const told = raw.toString();
    for (const { id, name } of shared.practices) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(name);
    }
    expect(told).not.toContain('Deze vraag kwam na het delen');
    expect(told).not.toContain('Bijna dezelfde');
  });

  it('never name a practice in a file either: slides and paper are read through (DIA-08, DIA-09)', async () => {
    const deck = await browser.call('GET', `${base}/deck.pptx`);
    expect(deck.status).toBe(200);
    expect(deck.headers['content-disposition']).toMatch(
      /^attachment; filename="dialoogsessie-dermatologie-\d+-2027-02-09\.pptx"$/,
    );
    const zip = await JSZip.loadAsync(deck.raw);
    const texts = await Promise.all(
      Object.values(zip.files)
        .filter(({ dir }) => !dir)
        .map((file) => file.async('string')),
    );
    const pdf = await browser.call('GET', `${base}/specialist/questions.pdf`);
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename="vragen-/);
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const paper = await getDocument({ data: new Uint8Array(pdf.raw), verbosity: 0 }).promise;
    let printed = '';
    for (let n = 1; n <= paper.numPages; n += 1)
      for (const item of (await (await paper.getPage(n)).getTextContent()).items)
        printed += 'str' in item ? item.str : '';
    const all = [...texts, printed].join('\n');
    expect(all).toContain('Wanneer verwijs ik geval 0?');
    expect(printed).toContain('Wanneer verwijs ik geval 0?');
    expect(printed).toContain('Gevraagd door 3 praktijken');
    for (const { id, name } of shared.practices) {
      expect(all).not.toContain(id);
      expect(all).not.toContain(name);
    }
    expect(all).not.toContain('Geheime');
    expect(all).not.toContain('kwam na het delen');
  });

  it('are empty before the questions were shared, and say so (DIA-08)', async () => {
    const early = await makeSharedSession(api.test.database, region.id, {
      specialists: [specialist.personId],
      shared: false,
    });
    const visitor = await byLink(early.sessionId, specialist.personId);
    const { body } = await visitor.call<SpecialistView>(
      'GET',
      `/api/dialogue-sessions/${early.sessionId}/specialist`,
    );
    expect(body).toMatchObject({ categories: [], questions: 0, session: { sharedAt: null, practices: 0 } });
    const answered = await visitor.call(
      'PUT',
      `/api/dialogue-sessions/${early.sessionId}/specialist/answers/${early.questionIds[0]}`,
      { timing: 'on-time' },
    );
    expect(answered.status).toBe(404);
  });

  it('save field by field: two who write at once lose nothing of each other (DIA-12)', async () => {
    const colleague = await makeActor(api.test.database, region.id, 'specialist');
    await rows(`insert into session_specialist (region_id, session_id, person_id) values ($1, $2, $3)`, [
      region.id,
      shared.sessionId,
      colleague.personId,
    ]);
    const other = await byLink(shared.sessionId, colleague.personId);
    const url = `${base}/specialist/answers/${shared.questionIds[0]}`;
    const given = await Promise.all([
      browser.call<QuestionAnswerView>('PUT', url, { timing: 'too-late' }),
      other.call<QuestionAnswerView>('PUT', url, { tooLate: 'Bel dezelfde dag.' }),
      api.call<QuestionAnswerView>('PUT', url, { cookie: coordinator, body: { note: 'Neem de foto mee.' } }),
    ]);
    expect(given.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await browser.call<SpecialistView>('GET', `${base}/specialist`);
    expect(body.prepared).toBe(1);
    expect(body.categories[0]!.questions[0]!.answer).toEqual({
      timing: 'too-late',
      tooEarly: '',
      onTime: '',
      tooLate: 'Bel dezelfde dag.',
      note: 'Neem de foto mee.',
      version: 3,
    });
    const cleared = await browser.call<QuestionAnswerView>('PUT', url, { timing: null, tooLate: '' });
    expect(cleared.body).toMatchObject({ timing: null, tooLate: '', note: 'Neem de foto mee.', version: 4 });
    const [room] = await rows<{ version: number }>(`select version from room where name = $1`, [
      `session:${shared.sessionId}`,
    ]);
    expect(room?.version).toBe(4);
    const [noted] = await rows<{ detail: Record<string, unknown> }>(
      `select detail from audit_entry where event = 'question-answer.changed' order by seq desc limit 1`,
    );
    expect(noted?.detail).toEqual({ sessionId: shared.sessionId, fields: ['timing', 'tooLate'] });
  });

  it('keep patients out of every text, and let a warning be confirmed (DIA-20)', async () => {
    const url = `${base}/specialist/answers/${shared.questionIds[1]}`;
    const refused = await browser.call<ProblemView>('PUT', url, {
      note: 'Zoals bij BSN 111222333 gebeurde.',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'text.identifiers',
      details: { findings: [{ item: 'note', verdict: 'block' }] },
    });
    const own = await browser.call<ProblemView>('PUT', `${base}/specialist/own-part`, {
      misses: 'Bel 06-12345678 voor BSN 111222333.',
    });
    expect(own.body.code).toBe('text.identifiers');
    const named = await upload('casus 111222333.png', PNG);
    expect(named.body.code).toBe('text.identifiers');
    expect((await upload('casus_111222333.png', PNG)).body.code).toBe('text.identifiers');
    expect((await rows(`select 1 from question_answer`)).length).toBe(0);
    const warned = { note: 'Zoals mevrouw Jansen uit Vlierdam.' };
    expect((await browser.call('PUT', url, warned)).status).toBe(422);
    expect((await browser.call('PUT', url, { ...warned, confirmed: true })).status).toBe(200);
  });

  it('refuse what was not shared, what was merged, and what is not there', async () => {
    const put = (id: string) =>
      browser.call<ProblemView>('PUT', `${base}/specialist/answers/${id}`, { timing: 'on-time' });
    expect((await put(shared.lateId)).status).toBe(404);
    expect((await put('geen-id')).status).toBe(404);
    expect((await put(shared.mergedId)).body.code).toBe('question.merged');
    const elsewhere = await makeSharedSession(api.test.database, region.id);
    expect((await put(elsewhere.questionIds[0]!)).status).toBe(404);
  });

  it('are closed to a specialist of another session, to who was taken off, and to practices', async () => {
    const other = await makeSharedSession(api.test.database, region.id, {
      specialists: [specialist.personId],
    });
    const file = await upload('plek.png', PNG);
    const stranger = await byLink(other.sessionId, specialist.personId);
    const paths: [string, string, unknown?][] = [
      ['GET', '/specialist'],
      ['PUT', `/specialist/answers/${shared.questionIds[0]}`, { timing: 'other' }],
      ['PUT', '/specialist/own-part', { tells: 'x' }],
      ['GET', '/specialist/questions.pdf'],
      ['GET', '/deck.pptx'],
      ['GET', `/files/${file.body.id}`],
      ['PATCH', `/files/${file.body.id}`, { inHandout: true }],
      ['DELETE', `/files/${file.body.id}`],
    ];
    for (const [method, path, body] of paths)
      expect([path, (await stranger.call(method, base + path, body)).status]).toEqual([path, 404]);
    expect((await upload('plek.png', PNG, { by: stranger })).status).toBe(404);
    const { database } = api.test;
    const practice = await makePractice(database, region.id);
    const holder = await makeActor(database, region.id, 'practice-holder', { scopeId: practice.id });
    const cookie = await api.cookieFor(holder);
    const foreign = await makeRegion(database);
    const abroad = await api.cookieFor(await makeActor(database, foreign.id, 'region-coordinator'));
    for (const [method, path, body] of paths) {
      const own = await api.call(method, base + path, { cookie, body });
      expect([path, own.status]).toEqual([
        path,
        path === `/files/${file.body.id}` && method === 'GET' ? 404 : 403,
      ]);
      expect((await api.call(method, base + path, { cookie: abroad, body })).status).toBe(404);
      expect((await api.call(method, base + path, { body })).status).toBe(401);
    }
    await rows(`update session_specialist set removed_at = now() where session_id = $1`, [shared.sessionId]);
    for (const [method, path, body] of paths)
      expect([path, (await browser.call(method, base + path, body)).status]).toEqual([path, 404]);
  });

  it('take the department’s own part with its two consents (DIA-13, LOOP-04, BES-04)', async () => {
    const told = await browser.call<OwnPartView>('PUT', `${base}/specialist/own-part`, {
      misses: 'Een foto bij de verwijzing.',
    });
    expect(told.body).toEqual({
      tells: '',
      misses: 'Een foto bij de verwijzing.',
      process: '',
      offersAgreement: false,
      offersTips: false,
      version: 1,
    });
    const agreed = await browser.call<OwnPartView>('PUT', `${base}/specialist/own-part`, {
      offersAgreement: true,
    });
    expect(agreed.body).toMatchObject({
      misses: 'Een foto bij de verwijzing.',
      offersAgreement: true,
      version: 2,
    });
  });

  it('offer to the region only what the specialist let go of (LOOP-04, BES-04)', async () => {
    const offers = api.app.get(InsightOffers);
    const heard: unknown[] = [];
    api.app.get(Facts).on('insight.offered', async (_actor, fact) => {
      if (fact.sourceId === shared.sessionId) heard.push([fact.kind, fact.text]);
    });
    const offer = () =>
      inRegion(async () =>
        offers.offer(systemActor(region.id), {
          id: shared.sessionId,
          departmentId: shared.departmentId,
        } as never),
      );
    await browser.call('PUT', `${base}/specialist/own-part`, { misses: 'Een foto bij de verwijzing.' });
    await rows(
      `insert into handout (session_id, region_id, content) values ($1, $2, '{"tips": ["Stuur een foto mee.", " "]}')`,
      [shared.sessionId, region.id],
    );
    expect(await offer()).toBe(0);
    await browser.call('PUT', `${base}/specialist/own-part`, { offersAgreement: true, offersTips: true });
    expect(await offer()).toBe(2);
    expect(heard).toEqual([
      ['agreement', 'Een foto bij de verwijzing.'],
      ['tip', 'Stuur een foto mee.'],
    ]);
  });

  it('keep slides under a safe name and send them only as a download (DIA-09)', async () => {
    const added = await upload('Mijn dia’s: plekken <2>/../v1.PPTX', await pptx());
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ kind: 'slides', name: 'v1.pptx', inHandout: false });
    const named = await upload('Één plék, twee foto s.jpeg.PNG', PNG);
    expect(named.body).toMatchObject({
      kind: 'attachment',
      name: 'Één-plék-twee-foto-s.jpeg.png',
      mediaType: 'image/png',
    });
    const sent = await browser.call('GET', `${base}/files/${named.body.id}`);
    expect(sent.headers['content-disposition']).toMatch(
      /^attachment; filename="Een-plek[^"]*"; filename\*=UTF-8''/,
    );
    expect(sent.headers['x-content-type-options']).toBe('nosniff');
    expect(sent.headers['content-type']).toBe('image/png');
    expect(sent.raw.equals(PNG)).toBe(true);
  });

  it('judge a file by its bytes: programs, renamed files and macros are refused with one sentence', async () => {
    const macros = await officeFile({
      '[Content_Types].xml': PPTX_TYPES,
      'ppt/presentation.xml': '<p:presentation/>',
      'ppt/vbaProject.bin': 'x',
    });
    const enabled = await officeFile({
      '[Content_Types].xml':
        '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"/></Types>',
      'ppt/presentation.xml': '<p:presentation/>',
    });
    const cases: [string, Buffer][] = [
      ['dia.pptx', Buffer.from('MZ een programma')],
      ['dia.pptx', Buffer.from('PK\u0003\u0004 geen zip')],
      ['dia.pptx', macros],
      ['dia.pptx', enabled],
      ['plaatje.png', Buffer.from('<svg onload="alert(1)"/>')],
      ['stuk.pdf', Buffer.from('<html>%PDF-</html>')],
      ['leeg.pdf', Buffer.alloc(0)],
    ];
    for (const [name, body] of cases) {
      const { status, body: problem } = await upload(name, body);
      expect([name, status, problem.code]).toEqual([name, 415, 'file.kind']);
    }
    const real = await upload('heet-anders.pdf', PNG);
    expect(real.body.name).toBe('heet-anders.png');
    const none = await browser.call<ProblemView>('POST', `${base}/files`, {});
    expect(none.body.code).toBe('upload.empty');
  });

  it('take 25 MB and no more, ten files and no more', async () => {
    const big = Buffer.alloc(25 * 1024 * 1024 + 1);
    PNG.copy(big);
    const refused = await upload('groot.png', big);
    expect([refused.status, refused.body.code]).toEqual([413, 'upload.too-large']);
    const most = await upload('groot.png', big.subarray(0, 25 * 1024 * 1024));
    expect(most.status).toBe(201);
    const ids = [];
    for (let n = 0; n < 9; n += 1) ids.push((await upload(`plek-${n}.png`, PNG)).body.id);
    const eleventh = await upload('nog-een.png', PNG);
    expect(eleventh.body).toMatchObject({ code: 'file.too-many', details: { most: 10 } });
    await browser.call('DELETE', `${base}/files/${ids[0]}`);
    expect((await upload('nog-een.png', PNG)).status).toBe(201);
    const back = await browser.call<ProblemView>('PATCH', `${base}/files/${ids[0]}`, { archived: false });
    expect(back.body.code).toBe('file.too-many');
  });

  it('take a file away and bring it back', async () => {
    const { body: file } = await upload('plek.png', PNG);
    expect((await browser.call('DELETE', `${base}/files/${file.id}`)).status).toBe(204);
    expect((await browser.call('GET', `${base}/files/${file.id}`)).status).toBe(404);
    expect((await browser.call('DELETE', `${base}/files/${file.id}`)).status).toBe(404);
    expect((await browser.call('PATCH', `${base}/files/${file.id}`, { inHandout: true })).status).toBe(404);
    const back = await browser.call<SessionFileView>('PATCH', `${base}/files/${file.id}`, {
      archived: false,
    });
    expect(back.body).toEqual(file);
    const { body } = await browser.call<SpecialistView>('GET', `${base}/specialist`);
    expect(body.files).toEqual([file]);
  });

  it('let a practice read a file only with the published handout that it goes along with (DIA-14)', async () => {
    const { body: file } = await upload('plek.png', PNG);
    const practice = await makePractice(api.test.database, region.id);
    const holder = await makeActor(api.test.database, region.id, 'practice-holder', { scopeId: practice.id });
    const cookie = await api.cookieFor(holder);
    const look = async () => (await api.call('GET', `${base}/files/${file.id}`, { cookie })).status;
    await browser.call('PATCH', `${base}/files/${file.id}`, { inHandout: true });
    expect(await look()).toBe(404);
    await rows(
      `insert into handout (session_id, region_id, content, state, published_at) values ($1, $2, '{}', 'published', now())`,
      [shared.sessionId, region.id],
    );
    expect(await look()).toBe(200);
    const late = await browser.call<ProblemView>(
      'PUT',
      `${base}/specialist/answers/${shared.questionIds[0]}`,
      { timing: 'other' },
    );
    expect(late.body.code).toBe('handout.published');
    await browser.call('PATCH', `${base}/files/${file.id}`, { inHandout: false });
    expect(await look()).toBe(404);
  });

  it('mail every specialist a personal link with the questions, and remind who is not ready (DIA-08)', async () => {
    const database = api.app.get(Database);
    const held = () =>
      inRegion(async () => {
        const [row] = await database.query<{ starts: Date; ends: Date; shared: Date }>(
          `select starts_at as starts, ends_at as ends, shared_at as shared from dialogue_session where id = $1`,
          [shared.sessionId],
        );
        return {
          id: shared.sessionId,
          departmentId: shared.departmentId,
          startsAt: row!.starts,
          endsAt: row!.ends,
          sharedAt: row!.shared,
        } as never;
      });
    const actor = systemActor(region.id);
    const one = await held();
    expect(await inRegion(() => api.app.get(SpecialistMails).questions(actor, one))).toBe(1);
    const remind = () => inRegion(() => api.app.get(StepActions).carryOut('remind-specialist', actor, one));
    expect(await remind()).toBe(1);
    const mails = await rows<{ template: string; params: Record<string, unknown>; to_email: string }>(
      `select template, params, to_email from mail where subject_id = $1 order by created_at, id`,
      [shared.sessionId],
    );
    expect(mails.map(({ template, to_email }) => [template, to_email])).toEqual([
      ['specialist-questions', specialist.email],
      ['specialist-reminder', specialist.email],
    ]);
    expect(mails[0]?.params).toMatchObject({ questions: 3, practices: 3, minutes: 45 });
    expect(mails[1]?.params).toMatchObject({ prepared: 0, questions: 3 });
    expect(mails[0]?.params.taskLinkId).not.toBe(mails[1]?.params.taskLinkId);
    for (const id of shared.questionIds)
      await browser.call('PUT', `${base}/specialist/answers/${id}`, { timing: 'on-time' });
    expect(await remind()).toBe(0);
  });

  it('refuse bodies that are no answer', async () => {
    const url = `${base}/specialist/answers/${shared.questionIds[0]}`;
    for (const body of [
      { timing: 'soon' },
      { note: 3 },
      { note: 'x'.repeat(3001) },
      { practiceId: 'x' },
      { tooLate: null },
    ])
      expect([body, (await browser.call('PUT', url, body)).status]).toEqual([body, 422]);
    expect(
      (await browser.call('PATCH', `${base}/files/${shared.sessionId}`, { archived: true })).status,
    ).toBe(422);
  });
});
