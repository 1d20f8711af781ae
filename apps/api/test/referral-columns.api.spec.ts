import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemView, ReferralPreviewView } from '#libs/contracts';
import { mondayOn, weekOf, weeksAfter } from '#libs/contracts';
import { localDay, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { fileBody, openTestApp, type TestApp } from './test-app.js';
import { browserByLink } from './test-browser.adapter.js';

type Person = Actor & { personId: string };
type Preview = ReferralPreviewView & ProblemView;

const WEEK = weekOf(weeksAfter(mondayOn(localDay(new Date())), -1));
/** Of these headings none is known, and what stands in the first column is about patients all the same. */
const LIST = 'Wie;Waarheen;Waarom\nTerpstra, W.;Derma;plekje op de rug\nBakker, A.;KNO;hoort slecht\n';

describe('which column of a practice’s own list is what (REF-03)', () => {
  let api: TestApp;
  let region: { id: string };
  let practice: { id: string };
  let base: string;
  let anna: Person;
  let contact: Person;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const { database } = api.test;
    practice = await makePractice(database, region.id);
    base = `/api/practices/${practice.id}/referrals`;
    anna = await makeActor(database, region.id, 'practice-holder', {
      scopeId: practice.id,
      name: 'Anna Jansen',
    });
    contact = await makeActor(database, region.id, 'practice-contact', { scopeId: practice.id });
    for (const person of [anna, contact]) cookies.set(person.personId, await api.cookieFor(person));
  });

  const as = (person: Person): string => cookies.get(person.personId) ?? '';
  const upload = async (cookie: string, list: string, mapping?: string) => {
    const sent = fileBody(list, 'lijst.csv', mapping === undefined ? {} : { mapping });
    const { status, body, raw } = await api.call<Preview>('POST', `${base}/preview-file`, {
      cookie,
      body: sent,
    });
    return { status, body, said: raw.toString() };
  };
  const paste = async (cookie: string, text: string, mapping?: unknown) => {
    const { status, body, raw } = await api.call<Preview>('POST', `${base}/preview`, {
      cookie,
      body: { text, mapping },
    });
    return { status, body, said: raw.toString() };
  };
  const keep = (cookie: string, mapping: unknown, source = 'list') =>
    api.call<ProblemView>('POST', `${base}/weeks/${WEEK}/referrals`, {
      cookie,
      body: {
        referrals: [{ gpId: anna.personId, kind: 'referral', specialism: 'KNO', reason: 'hoort slecht' }],
        source,
        mapping,
      },
    });
  const kept = async (): Promise<Record<string, unknown>> =>
    api.test.database.transaction(anna, async () => {
      await api.test.database.query(`select set_config('app.practice_id', $1, true)`, [practice.id]);
      const [row] = await api.test.database.query<{ mapping: Record<string, unknown> }>(
        `select mapping from referral_settings where practice_id = $1`,
        [practice.id],
      );
      return row?.mapping ?? {};
    });
  const columnsOf = ({ columns }: ReferralPreviewView) =>
    columns.map(({ heading, field, dropped }) => [heading, field, dropped]);

  it('reads the columns as the practice chose them, of a file and of pasted lines', async () => {
    const chosen = { Waarheen: 'specialism', Waarom: 'reason', Wie: null };
    const unread = await upload(as(anna), LIST);
    expect(columnsOf(unread.body).map(([, field]) => field)).toEqual([null, null, null]);
    for (const read of [
      await upload(as(anna), LIST, JSON.stringify(chosen)),
      await paste(as(anna), LIST, chosen),
    ]) {
      expect(read.status).toBe(200);
      expect(columnsOf(read.body)).toEqual([
        ['Wie', null, 'content'],
        ['Waarheen', 'specialism', null],
        ['Waarom', 'reason', null],
      ]);
      expect(read.body.rows.map(({ specialism, reason }) => [specialism, reason])).toEqual([
        ['Dermatologie', 'plekje op de rug'],
        ['KNO', 'hoort slecht'],
      ]);
      expect(read.said).not.toMatch(/Terpstra|Bakker/);
    }
  });

  it('lets what was chosen go before what a heading says', async () => {
    const list = 'Reden;Toelichting\nadministratief;knie doet zeer\n';
    const { body } = await upload(as(anna), list, JSON.stringify({ Toelichting: 'reason' }));
    expect(columnsOf(body)).toEqual([
      ['Reden', null, 'unused'],
      ['Toelichting', 'reason', null],
    ]);
    expect(body.rows[0]?.reason).toBe('knie doet zeer');
  });

  it('never uses a column of patients, whatever was chosen', async () => {
    const list = 'Patiënt;BSN;Wie;Waarom\nTerpstra, W.;111222333;Bakker, A.;hoort slecht\n';
    const chosen = { Patiënt: 'reason', BSN: 'specialism', Wie: 'kind' };
    for (const mapping of [chosen, { ...chosen, Wie: 'reason', Patiënt: null }]) {
      const { status, body, said } = await upload(as(anna), list, JSON.stringify(mapping));
      expect(status).toBe(200);
      expect(body.columns.slice(0, 2).map(({ field, dropped }) => [field, dropped])).toEqual([
        [null, 'identity'],
        [null, 'identity'],
      ]);
      expect(said).not.toMatch(/Terpstra|Bakker|111222333/);
    }
  });

  it.each<[string, unknown]>([
    ['a column that is not there', { Elders: 'reason' }],
    ['one field in two columns', { Waarheen: 'reason', Waarom: 'reason' }],
    ['a field that there is not', { Waarom: 'diagnose' }],
    ['a field with something in it', { Waarom: { reason: true } }],
    ['a field with a number', { Waarom: 3 }],
    ['a list', ['reason']],
    ['an empty list', []],
    ['a word', 'reason'],
    ['headings without end', Object.fromEntries(Array.from({ length: 600 }, (_, k) => [`k${k}`, null]))],
  ])('refuses %s, and repeats nothing of the list', async (_what, mapping) => {
    for (const read of [
      await upload(as(anna), LIST, JSON.stringify(mapping)),
      await paste(as(anna), LIST, mapping),
    ]) {
      expect([read.status, read.body.code]).toEqual([422, 'validation.failed']);
      expect(read.said).not.toMatch(/Terpstra|Bakker|Elders/);
    }
  });

  it.each(['{', 'null', '"reason"', '7', '', '{"Waarom":"reason"}x'])(
    'refuses %j in place of a choice, or takes nothing for none',
    async (mapping) => {
      const { status, body } = await upload(as(anna), LIST, mapping);
      expect([status, body.code]).toEqual(mapping === '' ? [200, undefined] : [422, 'validation.failed']);
    },
  );

  it.each<[string, string]>([
    ['words that objects have themselves', 'constructor;toString;__proto__;hasOwnProperty;Reden'],
    ['a formula', '=cmd|A1;@SUM(A1);+1;-1;Reden'],
    ['script', '<img src=x onerror=alert(1)>;</script>;${7*7};{{x}};Reden'],
    ['signs that nobody sees', 'a\u200bb;\u202Ewoord;\ufeff;\u0007;Reden'],
    ['an endless one', `${'x'.repeat(5_000)};b;c;d;Reden`],
  ])('reads a list with %s for a heading, and can be told what its columns are', async (_what, headings) => {
    const list = `${headings}\n1;2;3;4;hoort slecht\n`;
    const first = await upload(as(anna), list);
    expect(first.status).toBe(200);
    expect(first.said).not.toMatch(/Terpstra|1956|111222333|12345678/);
    const { columns, rows } = first.body;
    // a field is one of ours or none, and the one that is known is found
    expect(columns.map(({ field }) => field)).toEqual([null, null, null, null, 'reason']);
    expect(rows[0]?.reason).toBe('hoort slecht');
    const chosen = Object.fromEntries(
      columns
        .filter(({ dropped }) => dropped === null || dropped === 'unused')
        .map(({ heading, field }) => [heading, field]),
    );
    // what the page sends back is what it was shown
    for (const again of [
      await upload(as(anna), list, JSON.stringify(chosen)),
      await upload(as(anna), list, JSON.stringify({ ...chosen, Reden: null })),
    ])
      expect(again.status).toBe(200);
    const pasted = await paste(as(anna), list, chosen);
    expect(pasted.status).toBeLessThan(500);
    expect((await keep(as(anna), chosen)).status).toBeLessThan(500);
    expect(JSON.stringify(await kept())).not.toMatch(/Terpstra|1956|111222333|12345678/);
  });

  it('takes the choice of a column whose heading had to be shown in other words', async () => {
    const list = 'Overleg 06-12345678;Reden\nDerma;plekje\n';
    const shown = (await upload(as(anna), list)).body.columns[0]?.heading ?? '';
    expect(shown).not.toMatch(/12345678/);
    const { status, body } = await upload(as(anna), list, JSON.stringify({ [shown]: 'specialism' }));
    expect(status).toBe(200);
    expect(body.rows[0]).toMatchObject({ specialism: 'Dermatologie', reason: 'plekje' });
  });

  describe('remembered for the next list', () => {
    it('uses what was chosen last, for colleagues too, and lets them choose otherwise', async () => {
      expect((await keep(as(anna), { Waarheen: 'specialism', Waarom: 'reason', Reden: null })).status).toBe(
        201,
      );
      for (const read of [await upload(as(contact), LIST), await paste(as(contact), LIST)])
        expect(columnsOf(read.body).map(([, field]) => field)).toEqual([null, 'specialism', 'reason']);
      // left out once, left out again: also where the heading says something
      const { body } = await upload(as(contact), 'Reden;Waarom\nandere klacht;hoort slecht\n');
      expect(columnsOf(body).map(([, field]) => field)).toEqual([null, 'reason']);
      const otherwise = await upload(as(contact), LIST, JSON.stringify({ Waarom: 'kind' }));
      expect(columnsOf(otherwise.body).map(([, field]) => field)).toEqual([null, null, 'kind']);
    });

    it('keeps nothing of a preview, of a note, or of what is refused', async () => {
      await upload(as(anna), LIST, JSON.stringify({ Waarom: 'reason' }));
      expect((await keep(as(anna), { Waarom: 'reason' }, 'note')).status).toBe(201);
      for (const wrong of [{ Waarom: 'BSN 111222333' }, { Waarom: { name: 'Terpstra' } }, ['reason']])
        expect((await keep(as(anna), wrong)).status).toBe(422);
      expect(await kept()).toEqual({});
    });

    it('keeps no heading that is a person or that cannot be written, and never more than a practice needs', async () => {
      const wish = {
        'Terpstra, W.': 'reason',
        'J. de Vries': null,
        'BSN 111222333': 'reason',
        'tel 06-12345678': null,
        Patiënt: null,
        ['x'.repeat(61)]: null,
        'nul\u0000': null,
        'half\ud800': null,
        Waarom: 'kind',
      };
      expect((await keep(as(anna), wish)).status).toBe(201);
      expect(await kept()).toEqual({ Waarom: 'kind' });
      for (let list = 0; list < 12; list++)
        await keep(
          as(anna),
          Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`kolom ${list} ${k}`, null])),
        );
      expect(Object.keys(await kept()).length).toBeLessThanOrEqual(200);
    });

    it('stays inside the practice', async () => {
      await keep(as(anna), { Waarheen: 'specialism', Waarom: 'reason' });
      const other = await makePractice(api.test.database, region.id);
      const neighbour = await makeActor(api.test.database, region.id, 'practice-holder', {
        scopeId: other.id,
      });
      const cookie = await api.cookieFor(neighbour);
      base = `/api/practices/${other.id}/referrals`;
      const { body } = await upload(cookie, LIST);
      expect(columnsOf(body).map(([, field]) => field)).toEqual([null, null, null]);
    });
  });

  it('is no door for anybody outside the practice, nor for a reminder’s link', async () => {
    const { database } = api.test;
    const other = await makePractice(database, region.id);
    const abroad = await makeRegion(database);
    const mapping = { Waarom: 'reason' };
    const statuses: unknown[] = [];
    for (const [who, actor] of [
      ['coordinator', await makeActor(database, region.id, 'region-coordinator')],
      ['consultant', await makeActor(database, region.id, 'practice-consultant', { scopeId: practice.id })],
      ['neighbour', await makeActor(database, region.id, 'practice-holder', { scopeId: other.id })],
      ['abroad', await makeActor(database, abroad.id, 'practice-holder', { scopeId: practice.id })],
    ] as const) {
      const cookie = await api.cookieFor(actor);
      for (const answer of [
        await upload(cookie, LIST, JSON.stringify(mapping)),
        await upload(cookie, LIST, '{'),
        await paste(cookie, LIST, mapping),
        await keep(cookie, mapping),
      ])
        if (![403, 404].includes(answer.status)) statuses.push([who, answer.status]);
    }
    expect(statuses).toEqual([]);
    const nobody = await upload('', LIST, JSON.stringify(mapping));
    expect(nobody.status).toBe(401);
    const link = await browserByLink(api, region.id, {
      personId: anna.personId,
      kind: 'referral-review',
      subjectId: practice.id,
      practiceId: practice.id,
    });
    expect((await link.call('POST', `${base}/preview`, { text: LIST, mapping })).status).toBe(403);
    expect(await kept()).toEqual({});
  });

  describe('of a list without one known heading', () => {
    const ROWS = 'Terpstra, W.\tDerma\tplekje op de rug\tJansen\nBakker, A.\tKNO\thoort slecht\tJansen\n';

    it('reads them line by line, and lets their columns be chosen', async () => {
      const first = await paste(as(anna), LIST);
      expect(first.status).toBe(200);
      expect(columnsOf(first.body)).toEqual([
        ['Wie', null, 'content'],
        ['Waarheen', null, 'unused'],
        ['Waarom', null, 'unused'],
      ]);
      // the line of headings is one of the lines, of which nothing is left
      expect(first.body.rows.map(({ specialism, problem }) => [specialism, problem])).toEqual([
        ['', 'empty'],
        ['Dermatologie', null],
        ['KNO', null],
      ]);
      const read = await paste(as(anna), LIST, { Waarheen: 'specialism', Waarom: 'reason' });
      expect(read.body.rows.map(({ reason }) => reason)).toEqual(['plekje op de rug', 'hoort slecht']);
      const none = await paste(as(anna), LIST, { Waarheen: null, Waarom: null });
      expect(none.body).toEqual(first.body);
      for (const { said } of [first, read, none]) expect(said).not.toMatch(/Terpstra|Bakker/);
    });

    it.each<[string, typeof paste]>([
      ['pasted lines', paste],
      [
        'a file',
        (cookie, list, mapping) =>
          upload(cookie, list, mapping === undefined ? mapping : JSON.stringify(mapping)),
      ],
    ])('names the columns of %s by their letters where there is no line of headings', async (_what, send) => {
      const first = await send(as(anna), ROWS);
      expect(columnsOf(first.body)).toEqual([
        ['(kolom A)', null, 'content'],
        ['(kolom B)', null, 'unused'],
        ['(kolom C)', null, 'unused'],
        ['(kolom D)', null, 'unused'],
      ]);
      // until somebody says what they are, no line is lost
      expect(first.body.rows.map(({ row, specialism }) => [row, specialism])).toEqual([
        [1, 'Dermatologie'],
        [2, 'KNO'],
      ]);
      const chosen = { '(kolom B)': 'specialism', '(kolom C)': 'reason', '(kolom D)': 'gp' };
      const read = await send(as(anna), ROWS, chosen);
      expect(read.body.rows).toMatchObject([
        { row: 1, specialism: 'Dermatologie', reason: 'plekje op de rug', gpId: anna.personId },
        { row: 2, specialism: 'KNO', reason: 'hoort slecht', gpId: anna.personId },
      ]);
      // chosen once, and the next list of the kind is read so
      expect((await keep(as(anna), chosen)).status).toBe(201);
      expect((await send(as(anna), ROWS)).body).toEqual(read.body);
      for (const { said } of [first, read]) expect(said).not.toMatch(/Terpstra|Bakker/);
    });

    it('takes a first line with a patient in it for a row, and says nothing of it', async () => {
      const list = 'Terpstra, W.;geb. 01-02-1956;111222333;dhr. Terpstra 06-12345678;Reden\n1;2;3;4;KNO\n';
      for (const chosen of [undefined, { '(kolom E)': 'specialism' }])
        for (const read of [
          await upload(as(anna), list, chosen && JSON.stringify(chosen)),
          await paste(as(anna), list, chosen),
        ]) {
          expect(read.status).toBe(200);
          expect(read.said).not.toMatch(/Terpstra|1956|111222333|12345678/);
          expect(read.body.rows[1]).toMatchObject({ row: 2, specialism: 'KNO' });
        }
      // what a page would never send is not remembered either
      const told = { 'Terpstra, W.': 'reason', 'geb. 01-02-1956': 'date', '111222333': 'kind' };
      expect((await keep(as(anna), told)).status).toBeLessThan(500);
      expect(JSON.stringify(await kept())).not.toMatch(/Terpstra|1956|111222333/);
    });

    it('leaves plain lines as they are', async () => {
      const text = 'Terpstra W. KNO reden: hoort slecht; links\nBakker A. Derma\n';
      const { body } = await paste(as(anna), text);
      expect(body.columns).toEqual([]);
      expect(body.rows.map(({ specialism }) => specialism)).toEqual(['KNO', 'Dermatologie']);
      expect((await paste(as(anna), text, { Wie: 'reason' })).status).toBe(422);
    });
  });
});
