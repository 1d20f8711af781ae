import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntryView, Page, PracticeDetailView, PracticeView, ProblemView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { newId, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion, makeStaff, queriesOf } from '#libs/testing';
import { readTable } from '#libs/tabular';
import { openTestApp, type TestApp } from './test-app.js';

describe('the doors of the practice register', () => {
  let api: TestApp;
  let regionId: string;
  let coordinator: Actor;
  let cookie: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    regionId = (await makeRegion(api.test.database)).id;
    coordinator = await makeActor(api.test.database, regionId, 'region-coordinator');
    cookie = await api.cookieFor(coordinator);
  });
  afterAll(() => api.close());

  const create = async (agb: string, name = 'Praktijk Wielewaal') =>
    (await api.call<PracticeDetailView>('POST', '/api/practices', { cookie, body: { agb, name } })).body;

  it('registers, shows, changes, closes and restores a practice', async () => {
    const made = await api.call<PracticeDetailView>('POST', '/api/practices', {
      cookie,
      body: { agb: '01000001', name: 'De Boog', startQuarter: 'Q1 2024', listSize: 2500, solo: true },
    });
    expect(made).toMatchObject({ status: 201, body: { startQuarter: '2024-Q1', solo: true, version: 1 } });
    const url = `/api/practices/${made.body.id}`;
    const changed = await api.call('PATCH', url, {
      cookie,
      headers: { 'if-match': '"1"' },
      body: { listSize: null, town: 'Vlierdam' },
    });
    expect(changed).toMatchObject({ status: 200, body: { listSize: null, town: 'Vlierdam', version: 2 } });
    const stale = await api.call<ProblemView>('PATCH', url, {
      cookie,
      headers: { 'if-match': '"1"' },
      body: { town: 'X' },
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    expect((await api.call('POST', `${url}/archive`, { cookie })).status).toBe(200);
    expect((await api.call<Page<PracticeView>>('GET', '/api/practices', { cookie })).body.total).toBe(0);
    const closed = await api.call<Page<PracticeView>>('GET', '/api/practices?archived=true', { cookie });
    expect(closed.body.items.map((one) => one.agb)).toEqual(['01000001']);
    expect(await api.call('POST', `${url}/restore`, { cookie })).toMatchObject({
      body: { archivedAt: null },
    });
    expect(await api.call('GET', url, { cookie })).toMatchObject({ status: 200, body: { groups: [] } });
  });

  it('refuses what is not a practice, field by field, and what it does not know', async () => {
    const wrong = await api.call<ProblemView>('POST', '/api/practices', {
      cookie,
      body: { agb: '0109 88', name: 'De Boog', motivation: 6 },
    });
    expect(wrong).toMatchObject({
      status: 422,
      body: { details: { fields: [{ field: 'agb' }, { field: 'motivation', rule: 'range' }] } },
    });
    const unknown = { cookie, body: { agb: '01000001', name: 'De Boog', archivedAt: null } };
    expect((await api.call('POST', '/api/practices', unknown)).status).toBe(422);
    const { id } = await create('01000001');
    expect((await api.call('PATCH', `/api/practices/${id}`, { cookie, body: { name: null } })).status).toBe(
      422,
    );
    const twice = { cookie, body: { agb: '01000001', name: 'De Boog' } };
    expect(await api.call('POST', '/api/practices', twice)).toMatchObject({
      status: 409,
      body: { code: 'practice.agb-taken' },
    });
    for (const url of ['/api/practices/nonsense', `/api/practices/${newId()}`])
      expect((await api.call('GET', url, { cookie })).status).toBe(404);
    for (const query of ['sort=agb;drop', 'limit=101', 'cursor=x', 'archived=perhaps'])
      expect((await api.call('GET', `/api/practices?${query}`, { cookie })).status).toBe(422);
  });

  it('merges two practices (GRP-16)', async () => {
    const [from, into] = [await create('01000001'), await create('01000002', 'De Boog')];
    await makeStaff(api.test.database, regionId, from.id, 'practice-holder', { name: 'Aafke' });
    const url = `/api/practices/${from.id}/merge`;
    const itself = await api.call('POST', url, { cookie, body: { intoId: from.id } });
    expect(itself).toMatchObject({ status: 422, body: { code: 'practice.merge-itself' } });
    const merged = await api.call('POST', url, { cookie, body: { intoId: into.id } });
    expect(merged).toMatchObject({ status: 200, body: { id: into.id, holder: { name: 'Aafke' } } });
    expect(await api.call('GET', `/api/practices/${from.id}`, { cookie })).toMatchObject({
      body: { mergedInto: into.id, staff: [] },
    });
  });

  it('lets a holder arrange its own people and nobody else theirs (ORG-03, ORG-04)', async () => {
    const [own, other] = [await create('01000001'), await create('01000002', 'De Boog')];
    const holder = await makeStaff(api.test.database, regionId, own.id, 'practice-holder');
    const theirs = await api.cookieFor(holder);
    const body = {
      name: 'Dirkje',
      email: 'd@praktijk.example',
      role: 'practice-employee',
      jobTitle: 'POH-S',
    };
    const url = `/api/practices/${own.id}/staff`;
    const added = await api.call<PracticeDetailView>('POST', url, { cookie: theirs, body });
    expect(added.status).toBe(201);
    const roleId = added.body.staff.find((one) => one.name === 'Dirkje')?.role.id ?? '';
    const elsewhere = await api.call('POST', `/api/practices/${other.id}/staff`, { cookie: theirs, body });
    expect(elsewhere.status).toBe(404);
    const next = { name: 'Eefje', email: 'e@praktijk.example' };
    const over = await api.call('POST', `${url}/${roleId}/hand-over`, { cookie: theirs, body: next });
    expect(over.status).toBe(204);
    const after = await api.call<PracticeDetailView>('GET', `/api/practices/${own.id}`, { cookie: theirs });
    const eefje = after.body.staff.find((one) => one.name === 'Eefje');
    expect((await api.call('DELETE', `${url}/${eefje?.role.id}`, { cookie: theirs })).status).toBe(204);
    expect((await api.call('DELETE', `${url}/${eefje?.role.id}`, { cookie: theirs })).status).toBe(404);
    expect((await api.call('GET', '/api/practices', { cookie: theirs })).status).toBe(403);
    expect((await api.call('PATCH', `/api/practices/${own.id}`, { cookie: theirs, body: {} })).status).toBe(
      403,
    );
  });

  it('shows nothing of another region, and districts of its own only (ORG-02)', async () => {
    const elsewhere = await makeRegion(api.test.database);
    const theirs = await makePractice(api.test.database, elsewhere.id, {
      name: 'Geheim',
      district: 'HAGRO Geheim',
    });
    await makePractice(api.test.database, regionId, { district: 'HAGRO Rietwaard' });
    expect((await api.call('GET', `/api/practices/${theirs.id}`, { cookie })).status).toBe(404);
    expect((await api.call('GET', '/api/practices/districts', { cookie })).body).toEqual(['HAGRO Rietwaard']);
    const csv = await api.call<string>('GET', '/api/practices/export.csv?archived=all', { cookie });
    expect(csv.body).not.toContain('Geheim');
    expect((await api.call('GET', '/api/practices')).status).toBe(401);
  });

  it('exports what is seen without anything a spreadsheet could run, and logs it (models/security.md #14)', async () => {
    await makePractice(api.test.database, regionId, {
      name: '=cmd|calc!A1',
      agb: '01000001',
      district: '+A',
    });
    await makePractice(api.test.database, regionId, { name: 'Elders', district: 'HAGRO Duinrand' });
    const csv = await api.call('GET', '/api/practices/export.csv?district=%2BA', { cookie });
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="praktijken.csv"',
      'cache-control': 'no-store',
    });
    expect(csv.raw.toString('utf8')).toMatch(/^\ufeffAGB-code;/);
    expect(csv.raw.toString('utf8')).toContain(`01000001;"'=cmd|calc!A1";`);
    expect(csv.raw.toString('utf8')).not.toContain('Elders');
    const xlsx = await api.call('GET', '/api/practices/export.xlsx', { cookie });
    const table = await readTable(xlsx.raw);
    for (const cell of table.rows.flatMap((row) => row.cells)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const log = await api.app.get(AuditService).list(coordinator, { limit: 10 });
    expect(log.items.map((entry: AuditEntryView) => [entry.event, entry.action])).toEqual([
      ['practice.exported', 'E'],
      ['practice.exported', 'E'],
    ]);
  });

  it('asks as many queries for thirty practices as for one', async () => {
    const list = () =>
      api.call<Page<PracticeView>>('GET', '/api/practices?limit=100&sort=-listSize', { cookie });
    await makePractice(api.test.database, regionId);
    const one = await queriesOf(api.test.database, list);
    for (let n = 0; n < 29; n += 1) await makePractice(api.test.database, regionId);
    expect((await list()).body.items).toHaveLength(30);
    const thirty = await queriesOf(api.test.database, list);
    expect([one.length, thirty.length]).toEqual([4, 4]); // session, page, count, COMMIT
  });
});
