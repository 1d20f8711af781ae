import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DataSetRefusalView,
  DataSetSummaryView,
  DataSetView,
  DataSourceView,
  ExtractLookView,
  Page,
  ProblemView,
} from '#libs/contracts';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { zip } from '../../../libs/tabular/fixtures/archive.js';
import { fileBody, openTestApp, type Answer, type TestApp } from './test-app.js';

const extract = (name: string): Buffer => readFileSync(`libs/mirror/fixtures/extracts/${name}`);
const OCTETS = { 'content-type': 'application/octet-stream' };

describe('the doors of mirror data in (D7)', () => {
  let api: TestApp;
  let regionId: string;
  let steward: string;
  let coordinator: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    regionId = (await makeRegion(api.test.database)).id;
    steward = await api.cookieFor(
      await makeActor(api.test.database, regionId, 'data-steward', { name: 'Loes Lader' }),
    );
    coordinator = await api.cookieFor(await makeActor(api.test.database, regionId, 'region-coordinator'));
  });
  afterAll(() => api.close());

  const source = async (kind = 'referrals'): Promise<DataSourceView> => {
    const body = {
      name: `Bron ${kind}`,
      system: 'ZorgDomein',
      supplier: 'Proef',
      kind,
      limitations: ['Telt niet alles.'],
    };
    const answer = await api.call<DataSourceView>('POST', '/api/data-sources', { cookie: steward, body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const practices = async (file: Buffer): Promise<void> => {
    const codes = new Set(file.toString('utf8').match(/^\d{8}(?=;)/gm));
    for (const agb of codes) await makePractice(api.test.database, regionId, { agb });
  };
  const look = (id: string, file: Buffer): Promise<Answer<ExtractLookView & ProblemView>> =>
    api.call('POST', `/api/data-sources/${id}/look`, { cookie: steward, body: fileBody(file) });
  const announce = (id: string, body: Record<string, unknown>): Promise<Answer<DataSetView & ProblemView>> =>
    api.call('POST', `/api/data-sources/${id}/data-sets`, {
      cookie: steward,
      body: { fileName: 'aanlevering.csv', ...body },
    });
  const send = (
    id: string,
    file: Buffer,
    headers: Record<string, string> = OCTETS,
  ): Promise<Answer<DataSetView & ProblemView>> =>
    api.call('PUT', `/api/data-sets/${id}/file`, { cookie: steward, body: file, headers });
  const get = async (id: string): Promise<DataSetView> =>
    (await api.call<DataSetView>('GET', `/api/data-sets/${id}`, { cookie: steward })).body;
  const post = (
    path: string,
    cookie: string,
    body?: unknown,
    version?: number,
  ): Promise<Answer<DataSetView & ProblemView>> =>
    api.call('POST', `/api/data-sets/${path}`, {
      cookie,
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });

  it('goes from the first look to approval by another person, remembering the columns (D7)', async () => {
    const file = extract('verwijzingen-8x17x8.csv');
    await practices(file);
    const { id } = await source();
    const seen = await look(id, file.subarray(0, 20_011));
    expect(seen).toMatchObject({
      status: 200,
      body: { format: { kind: 'csv', separator: ';' }, remembered: false, missing: [], refusedColumns: [] },
    });
    expect(seen.body.mapping).toEqual({
      0: 'practice',
      1: 'period',
      2: 'item',
      3: 'item-name',
      4: 'count',
      5: 'urgent',
      6: 'consults',
      7: 'listed',
      8: 'extract-at',
    });
    expect(seen.body.samples[3]).toEqual([]);
    expect(seen.body.samples[1]).toContain('2024-K1');
    const { mapping, reading } = seen.body;
    const waiting = await announce(id, {
      bytes: file.length,
      mapping,
      reading,
      fileName: 'C:\\map\\verwijzingen.csv',
    });
    expect(waiting).toMatchObject({
      status: 201,
      body: { state: 'loading', fileName: 'verwijzingen.csv', fraction: 0 },
    });
    const loaded = await send(waiting.body.id, file);
    expect(loaded).toMatchObject({
      status: 200,
      body: { state: 'checked', rows: 1088, refusedRows: 0, mayApprove: false },
    });
    expect((await look(id, file)).body.remembered).toBe(true);

    expect(await post(`${loaded.body.id}/approve`, steward)).toMatchObject({
      status: 409,
      body: { code: 'data-set.own-approval' },
    });
    expect(await post(`${loaded.body.id}/approve`, coordinator, undefined, 1)).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    expect(
      await post(`${loaded.body.id}/approve`, coordinator, undefined, loaded.body.version),
    ).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    });
    const list = await api.call<Page<DataSetSummaryView>>(
      'GET',
      `/api/data-sets?state=approved&source=${id}`,
      { cookie: coordinator },
    );
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ id: loaded.body.id, source: { kind: 'referrals' }, loadedBy: 'Loes Lader' }],
    });
    expect(await post(`${loaded.body.id}/refuse`, coordinator, { why: 'Te laat' })).toMatchObject({
      status: 409,
      body: { code: 'data-set.not-checked' },
    });
    expect(await post(`${loaded.body.id}/withdraw`, coordinator, {})).toMatchObject({ status: 422 });
    expect(await post(`${loaded.body.id}/withdraw`, coordinator, { why: 'Bel 06-12345678' })).toMatchObject({
      status: 422,
      body: { code: 'text.identifiers' },
    });
    expect(await post(`${loaded.body.id}/withdraw`, coordinator, { why: 'Ingetrokken' })).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
  });

  it('lists what it refused, and hands it back as a file', async () => {
    const file = extract('verwijzingen-met-fouten.csv');
    await practices(file);
    const { id } = await source();
    const { mapping } = (await look(id, file)).body;
    const set = await announce(id, { bytes: file.length, mapping });
    const loaded = await send(set.body.id, file);
    expect(loaded.body).toMatchObject({ state: 'checked', refusedRows: 24 });
    const page = await api.call<Page<DataSetRefusalView>>(
      'GET',
      `/api/data-sets/${set.body.id}/refusals?limit=10`,
      { cookie: steward },
    );
    expect(page.body).toMatchObject({ next: '10', items: { length: 10 } });
    for (const one of page.body.items) expect(one.sentence.nl).not.toMatch(/12a|n\.b\.|2025Q5|\{/);
    const csv = await api.call<string>('GET', `/api/data-sets/${set.body.id}/refusals?format=csv`, {
      cookie: steward,
    });
    expect(csv.headers['content-disposition']).toMatch(/attachment; filename="geweigerde-rijen-/);
    expect(csv.raw.toString('utf8').trim().split('\r\n')).toHaveLength(page.body.total + 1);
  });

  it('never reads columns of persons or of free text, whatever it is told', async () => {
    await makePractice(api.test.database, regionId, { agb: '01000001' });
    const { id } = await source();
    const rows = Array.from(
      { length: 30 },
      (_, k) =>
        `01000001;2024-K1;03${String(k).padStart(2, '0')};${k};${111_222_333 + 11 * k};Mevrouw belde op dag ${k} over haar klachten en wil graag spoed;jan${k}@post.example;${(k % 28) + 1}-03-19${40 + k}`,
    );
    const file = Buffer.from(
      `AGB-code;Periode;Specialisme code;Aantal verwijzingen;BSN;Regel;Bericht;Dag\n${rows.join('\n')}\n`,
    );
    const seen = (await look(id, file)).body;
    expect(seen.refusedColumns.map((one) => one.column)).toEqual([4, 5, 6, 7]);
    expect(seen.samples.slice(4)).toEqual([[], [], [], []]);
    expect(JSON.stringify(seen)).not.toMatch(/belde|jan1|19\d\d-|111222/);
    for (const column of [4, 5, 6, 7]) {
      const mapping = { 0: 'practice', 1: 'period', [column]: 'item', 3: 'count' };
      const set = await announce(id, { bytes: file.length, mapping });
      expect(await send(set.body.id, file)).toMatchObject({
        status: 422,
        body: { code: 'extract.free-text' },
      });
      expect((await get(set.body.id)).state).toBe('failed');
    }
    const kept = await api.test.database.transaction({ regionId }, () =>
      api.test.database.query(
        `select 1 from figure_item union all select 1 from figure_atom union all select 1 from data_set_refusal`,
      ),
    );
    expect(kept).toEqual([]);
  });

  it('refuses hostile files and wrong sizes with one sentence, and goes on', async () => {
    const { id } = await source();
    const mapping = { 0: 'practice', 1: 'period', 2: 'count' };
    expect(await announce(id, { bytes: 2 ** 31, mapping })).toMatchObject({
      status: 413,
      body: { code: 'upload.too-large' },
    });
    expect(await announce(id, { bytes: 10, mapping: { 0: 'practice' } })).toMatchObject({
      status: 422,
      body: { code: 'extract.field-missing' },
    });
    expect(await announce(id, { bytes: 10, mapping: { 0: 'shoe' } })).toMatchObject({
      status: 422,
      body: { code: 'validation.failed' },
    });
    const sheet = `<?xml version="1.0"?><worksheet><sheetData>${' '.repeat(40_000_000)}</sheetData></worksheet>`;
    const bomb = zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        data: '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      },
      { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ]);
    const hostile: [Buffer, number[]][] = [
      [bomb, [413, 422]],
      [Buffer.from('%PDF-1.7 niets'), [422]],
      [Buffer.concat([Buffer.from('a;b;c\n'), Buffer.from(`"${'x'.repeat(300_000)}`)]), [422]],
      [Buffer.from(`${'a;'.repeat(5_000)}\n`), [422]],
      [Buffer.from('a;b;c\n1;\0;2\n'), [422]],
    ];
    for (const [file, statuses] of hostile) {
      // a first part may end inside a quoted cell; the whole file may not
      if (!file.includes('"xxx')) expect(statuses).toContain((await look(id, file)).status);
      const set = await announce(id, { bytes: file.length, mapping });
      const answer = await send(set.body.id, file);
      expect(statuses).toContain(answer.status);
      expect(answer.body.code).toMatch(/^upload\./);
      expect((await get(set.body.id)).state).toBe('failed');
    }
    const set = await announce(id, { bytes: 100, mapping });
    expect(
      (await send(set.body.id, Buffer.from('{}'), { 'content-type': 'application/json' })).body.code,
    ).toBe('upload.empty');
    expect((await get(set.body.id)).state).toBe('loading');
    expect(await send(set.body.id, Buffer.alloc(200, 'a;b\n'))).toMatchObject({
      status: 422,
      body: { code: 'upload.unreadable' },
    });
    const elsewhere = await api.call('POST', '/api/data-sources', {
      cookie: steward,
      body: Buffer.from('x'),
      headers: OCTETS,
    });
    expect(elsewhere.status).toBe(422);
  });

  it('reads a file while it arrives, and leaves nothing when the line breaks', async () => {
    const file = extract('verwijzingen-8x17x8.csv');
    await practices(file);
    const { id } = await source();
    const { mapping } = (await look(id, file)).body;
    const set = (await announce(id, { bytes: file.length, mapping })).body;
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const headers = {
      ...OCTETS,
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      'x-leerkring': '1',
      cookie: steward,
      'content-length': String(file.length),
    };
    const upload = request({
      host: '127.0.0.1',
      port,
      method: 'PUT',
      path: `/api/data-sets/${set.id}/file`,
      headers,
    });
    upload.on('error', () => undefined);
    upload.write(file.subarray(0, file.length - 1000));
    let state = await get(set.id);
    for (let tries = 0; tries < 100 && state.fraction === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      state = await get(set.id);
    }
    expect(state).toMatchObject({ state: 'loading' });
    expect(state.fraction).toBeGreaterThan(0.5);
    upload.destroy();
    for (let tries = 0; tries < 100 && state.state === 'loading'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      state = await get(set.id);
    }
    expect(state.state).toBe('failed');
    const kept = await api.test.database.transaction({ regionId }, () =>
      api.test.database.query(
        `select to_regclass('figure_atom_' || replace($1, '-', '')) is not null as there`,
        [set.id],
      ),
    );
    expect(kept).toEqual([{ there: false }]);
  });

  it('changes sources with care: names once, practices of the region only, the kind while it is empty', async () => {
    const own = await source();
    const change = (body: unknown): Promise<Answer<DataSourceView & ProblemView>> =>
      api.call('PATCH', `/api/data-sources/${own.id}`, { cookie: steward, body });
    await source('consults');
    expect((await change({ name: 'bron CONSULTS' })).body.code).toBe('source.name-taken');
    expect((await change({ quality: 'excellent' })).status).toBe(422);
    expect((await change({ limitations: [] })).status).toBe(422);
    const practice = await makePractice(api.test.database, regionId);
    const foreign = await makePractice(api.test.database, (await makeRegion(api.test.database)).id);
    expect((await change({ aliases: { HV12: foreign.id } })).body.code).toBe('validation.failed');
    expect(
      await change({
        aliases: { hv12: practice.id },
        quality: 'fair',
        latePercent: 3.5,
        kind: 'diagnostics',
      }),
    ).toMatchObject({
      status: 200,
      body: { aliases: { HV12: practice.id }, quality: 'fair', latePercent: 3.5, kind: 'diagnostics' },
    });
    await announce(own.id, { bytes: 10, mapping: { 0: 'practice', 1: 'period', 2: 'count' } });
    expect((await change({ kind: 'referrals' })).body.code).toBe('source.in-use');
    expect((await change({ archived: true })).body.code).toBe('source.in-use');
  });
});
