import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportRowView, ImportView, Page, PracticeView, ProblemView, Words } from '#libs/contracts';
import { newId, type Actor } from '#libs/platform';
import { readTable } from '#libs/tabular';
import { makeActor, makeRegion, practiceList, queriesOf } from '#libs/testing';
import { zip } from '../../../libs/tabular/fixtures/archive.js';
import { RoomAccess } from '../src/realtime/room-access.js';
import { fileBody, openTestApp, type Answer, type TestApp } from './test-app.js';

const sample = (name: string): Buffer => readFileSync(`libs/practices/fixtures/${name}`);

describe('the doors of the practice import (D2)', () => {
  let api: TestApp;
  let coordinator: Actor;
  let cookie: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    const region = await makeRegion(api.test.database);
    coordinator = await makeActor(api.test.database, region.id, 'region-coordinator');
    cookie = await api.cookieFor(coordinator);
  });
  afterAll(() => api.close());

  const send = <T = ImportView>(file: Buffer, name = 'lijst.csv', as = cookie): Promise<Answer<T>> =>
    api.call<T>('POST', '/api/imports/practices', { cookie: as, body: fileBody(file, name) });
  const ask = <T = ImportView>(method: string, url: string, body?: unknown, version?: number) =>
    api.call<T>(method, `/api/imports/${url}`, {
      cookie,
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
  const registered = async () =>
    (await api.call<Page<PracticeView>>('GET', '/api/practices?limit=100', { cookie })).body.items;

  it('takes the sixty practices from upload to register, once', async () => {
    const upload = await send(sample('regio-60-praktijken.csv'));
    expect(upload).toMatchObject({
      status: 201,
      body: { state: 'preview', counts: { new: 60, refused: 0 }, undecided: 0 },
    });
    const { id, version } = upload.body;
    const page = await ask<Page<ImportRowView>>('GET', `${id}/rows?verdict=new&limit=25`);
    expect(page.body).toMatchObject({ total: 60, next: '25', items: { length: 25 } });
    const last = await ask<Page<ImportRowView>>('GET', `${id}/rows?verdict=new&limit=25&cursor=50`);
    expect([last.body.items.length, last.body.next]).toEqual([10, null]);
    expect(await ask('POST', `${id}/apply`, undefined, version + 1)).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    expect(await registered()).toEqual([]);
    expect(await ask('POST', `${id}/apply`, undefined, version)).toMatchObject({
      status: 200,
      body: { state: 'applied' },
    });
    expect(await registered()).toHaveLength(60);
    expect(await ask('POST', `${id}/apply`)).toMatchObject({ status: 409, body: { code: 'import.applied' } });
    expect((await send(sample('regio-60-praktijken.csv'))).body.counts).toMatchObject({ same: 60, new: 0 });
  });

  it('shows the faulty Windows file row by row, lets one be corrected, and hands the rest back as Excel', async () => {
    const upload = await send(sample('regio-met-fouten-windows1252.csv'));
    expect(upload.body).toMatchObject({
      format: { encoding: 'windows-1252' },
      counts: { refused: 8, new: 16 },
    });
    const { id } = upload.body;
    const rows = (await ask<Page<ImportRowView>>('GET', `${id}/rows`)).body.items;
    expect(rows.slice(0, 8).every((row) => row.verdict === 'refused')).toBe(true);
    const corrected = await ask(
      'PATCH',
      `${id}/rows/7`,
      { field: 'agb', value: '01230467' },
      upload.body.version,
    );
    expect(corrected).toMatchObject({ status: 200, body: { counts: { refused: 7, new: 17 } } });
    for (const [row, field] of [
      ['7', 'shoe'],
      ['seven', 'agb'],
      ['900', 'agb'],
    ])
      expect((await ask('PATCH', `${id}/rows/${row}`, { field, value: 'x' })).status).toBeGreaterThanOrEqual(
        404,
      );
    const file = await ask<Buffer>('GET', `${id}/refused.xlsx`);
    const table = await readTable(file.raw);
    expect(table.rows).toHaveLength(7);
    for (const cell of table.rows.flatMap((row) => row.cells)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('asks for the columns it does not know, and remembers them', async () => {
    const file = Buffer.from('Omschrijving;Nummer;Omvang\r\nPraktijk Wielewaal;01000001;2140\r\n');
    const upload = await send(file);
    expect(upload.body.state).toBe('mapping');
    const { id, version } = upload.body;
    expect(await ask('PUT', `${id}/mapping`, { mapping: { Omschrijving: 'name' } })).toMatchObject({
      status: 422,
      body: { code: 'import.not-mapped' },
    });
    const mapping = { Omschrijving: 'name', Nummer: 'agb', Omvang: 'listSize' };
    expect(await ask('PUT', `${id}/mapping`, { mapping }, version)).toMatchObject({
      status: 200,
      body: { state: 'preview', counts: { new: 1 } },
    });
    expect((await send(file)).body).toMatchObject({ state: 'preview', mappingRemembered: true });
  });

  it('takes decisions one by one and by kind', async () => {
    const list = ['01000001', '01000002'].map((agb) => ({ agb }));
    const first = await send(practiceList(list));
    await ask('POST', `${first.body.id}/apply`);
    const { body } = await send(practiceList(list.map((one) => ({ ...one, listSize: 9000 }))));
    expect(await ask('POST', `${body.id}/apply`)).toMatchObject({
      status: 409,
      body: { code: 'import.undecided' },
    });
    expect((await ask('PUT', `${body.id}/decisions`, { key: '2', decision: 'no' })).body.undecided).toBe(1);
    const all = { all: { kind: 'list-size-jump', decision: 'yes' } };
    expect((await ask('PUT', `${body.id}/decisions`, all)).body.undecided).toBe(0);
    for (const wrong of [
      {},
      { key: '2' },
      { key: '2', decision: 'maybe' },
      { all: { kind: 'x', decision: 'yes' } },
    ])
      expect((await ask('PUT', `${body.id}/decisions`, wrong)).status).toBe(422);
    expect((await ask('POST', `${body.id}/apply`)).status).toBe(200);
    expect((await registered()).map((one) => one.listSize)).toEqual([9000, 9000]);
  });

  it('goes on with what was left, or puts it away', async () => {
    expect(await ask('GET', 'latest?kind=practices')).toMatchObject({ status: 200, body: null });
    const { id } = (await send(practiceList([{ agb: '01000001' }]))).body;
    expect((await ask('GET', 'latest?kind=practices')).body.id).toBe(id);
    expect((await ask('GET', id)).status).toBe(200);
    expect((await ask('DELETE', id)).status).toBe(204);
    expect((await ask('GET', 'latest?kind=practices')).body).toBeNull();
  });

  describe('files that are no list, or worse (models/security.md #13)', () => {
    const sheet = (xml: Buffer | string): Buffer =>
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: 'xl/workbook.xml',
          data: '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        },
        { name: 'xl/worksheets/sheet1.xml', data: xml },
      ]);
    const cases: [string, () => Buffer, number, string][] = [
      ['an empty file', () => Buffer.alloc(0), 422, 'upload.empty'],
      ['headings without rows', () => Buffer.from('AGB-code;Praktijknaam\r\n'), 422, 'upload.empty'],
      ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 422, 'upload.unreadable'],
      ['a zip bomb', () => sheet(Buffer.alloc(30_000_000, 32)), 422, 'upload.unreadable'],
      [
        'a workbook with a DTD',
        () => sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
        422,
        'upload.unreadable',
      ],
      [
        'a quote that never closes',
        () => Buffer.from(`a;b\r\n"${'x'.repeat(100_000)}`),
        422,
        'upload.unreadable',
      ],
      [
        'a hundred thousand columns',
        () => Buffer.from(`${'a;'.repeat(100_000)}\r\nb;\r\n`),
        422,
        'upload.unreadable',
      ],
      [
        'more rows than a region can have',
        () => Buffer.from(`a;b\r\n${'1;2\r\n'.repeat(20_000)}`),
        422,
        'upload.unreadable',
      ],
    ];
    it.each(cases)('refuses %s with one sentence', async (_name, file, status, code) => {
      const answer = await send<ProblemView>(file(), 'lijst.xlsx');
      expect(answer).toMatchObject({ status, body: { code } });
      const words = answer.body.details.words as Words;
      expect(words.nl.match(/[.?!](\s|$)/g)).toEqual(['.']);
      expect(words.en).not.toBe(words.nl);
      expect(await ask('GET', 'latest')).toMatchObject({ body: null });
    });

    it('refuses a file of more than 20 MB, a request without a file, and one that breaks off', async () => {
      const big = await send<ProblemView>(Buffer.alloc(20 * 1024 * 1024 + 1, 97));
      expect(big).toMatchObject({ status: 413, body: { code: 'upload.too-large' } });
      const none = await ask<ProblemView>('POST', 'practices', {});
      expect(none).toMatchObject({ status: 422, body: { code: 'upload.empty' } });
      const torn = await api.call<ProblemView>('POST', '/api/imports/practices', {
        cookie,
        body: Buffer.from('--e\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nAGB'),
        headers: { 'content-type': 'multipart/form-data; boundary=e' },
      });
      expect(torn).toMatchObject({ status: 422, body: { code: 'upload.unreadable' } });
    });
  });

  it('is closed to everybody but the coordinator of the region', async () => {
    const { id } = (await send(practiceList([{ agb: '01000001' }]))).body;
    const elsewhere = await makeActor(
      api.test.database,
      (await makeRegion(api.test.database)).id,
      'region-coordinator',
    );
    const steward = await makeActor(api.test.database, coordinator.regionId, 'data-steward');
    const rooms = api.app.get(RoomAccess);
    expect(await rooms.allows(coordinator, `import:${id}`)).toBe(true);
    for (const [actor, status] of [
      [elsewhere, 404],
      [steward, 403],
    ] as const) {
      const theirs = await api.cookieFor(actor);
      for (const [method, url] of [
        ['GET', id],
        ['GET', `${id}/rows`],
        ['GET', `${id}/refused.xlsx`],
        ['POST', `${id}/apply`],
        ['DELETE', id],
      ])
        expect((await api.call(method as string, `/api/imports/${url}`, { cookie: theirs })).status).toBe(
          status,
        );
      expect(await rooms.allows(actor, `import:${id}`)).toBe(false);
    }
    const theirs = await api.cookieFor(steward);
    expect((await send(practiceList([{ agb: '01000001' }]), 'x.csv', theirs)).status).toBe(403);
    expect((await ask('GET', newId())).status).toBe(404);
    expect((await ask('GET', 'nonsense')).status).toBe(404);
  });

  it('asks as many queries for thirty rows as for one', async () => {
    const sent: number[] = [];
    for (const n of [1, 30]) {
      const list = Array.from({ length: n }, (_, i) => ({ agb: String(1_000_001 + i).padStart(8, '0') }));
      const { id } = (await send(practiceList(list))).body;
      sent.push((await queriesOf(api.test.database, () => ask('GET', `${id}/rows?limit=100`))).length);
    }
    expect(sent[1]).toBe(sent[0]);
  });
});
