import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DataSetView,
  DataSourceView,
  ExtractLookView,
  PrivacyTestView,
  ProblemView,
  Role,
} from '#libs/contracts';
import { GateService } from '#libs/mirror';
import { makeActor, makeGroup, makePractice, makeRegion } from '#libs/testing';
import { fileBody, openTestApp, type Answer, type TestApp } from './test-app.js';

const FILE = readFileSync('libs/mirror/fixtures/extracts/verwijzingen-8x17x8.csv');

describe('the doors of a privacy test (D7)', () => {
  let api: TestApp;
  let regionId: string;
  let steward: string;
  let coordinator: string;
  let set: DataSetView;

  beforeAll(async () => {
    api = await openTestApp();
  });
  beforeEach(async () => {
    regionId = (await makeRegion(api.test.database)).id;
    steward = await cookieOf('data-steward');
    coordinator = await cookieOf('region-coordinator');
    const codes = new Set(FILE.toString('utf8').match(/^\d{8}(?=;)/gm));
    const ids: string[] = [];
    for (const agb of codes) ids.push((await makePractice(api.test.database, regionId, { agb })).id);
    await makeGroup(api.test.database, regionId, { practices: ids.slice(0, 5), name: 'Groep Noord' });
    set = await loaded();
  });
  afterAll(() => api.close());

  const cookieOf = async (role: Role, scopeId?: string): Promise<string> =>
    api.cookieFor(await makeActor(api.test.database, regionId, role, { scopeId, name: 'Loes Lader' }));
  const call = (method: string, cookie = steward): Promise<Answer<PrivacyTestView & ProblemView>> =>
    api.call(method, `/api/data-sets/${set.id}/privacy-test`, {
      cookie,
    });

  async function loaded(): Promise<DataSetView> {
    const { body: source } = await api.call<DataSourceView>('POST', '/api/data-sources', {
      cookie: steward,
      body: {
        name: 'Bron',
        system: 'ZorgDomein',
        supplier: 'Proef',
        kind: 'referrals',
        limitations: ['Niet alles.'],
      },
    });
    const { body: look } = await api.call<ExtractLookView>('POST', `/api/data-sources/${source.id}/look`, {
      cookie: steward,
      body: fileBody(FILE.subarray(0, 20_011)),
    });
    const { mapping, reading } = look;
    const { body: waiting } = await api.call<DataSetView>(
      'POST',
      `/api/data-sources/${source.id}/data-sets`,
      {
        cookie: steward,
        body: { fileName: 'aanlevering.csv', bytes: FILE.length, mapping, reading },
      },
    );
    const sent = await api.call<DataSetView>('PUT', `/api/data-sets/${waiting.id}/file`, {
      cookie: steward,
      body: FILE,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(sent).toMatchObject({ status: 200, body: { state: 'checked' } });
    return sent.body;
  }

  it('answer at once, show what the worker found so far, stop it and begin anew', async () => {
    expect(await call('GET')).toMatchObject({ status: 200, body: { state: 'none', audiences: [] } });
    expect(await call('DELETE')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const asked = await call('POST');
    expect(asked).toMatchObject({
      status: 202,
      body: { state: 'waiting', fraction: 0, askedBy: 'Loes Lader', endedAt: null, reason: null },
    });
    expect(asked.body.audiences.map(({ audience, group }) => group?.name ?? audience)).toEqual([
      'region',
      'staff',
      'Groep Noord',
    ]);
    expect((await call('GET', coordinator)).body).toEqual(asked.body);

    // eight practices are too few for the region and a funnel: the worker says so without a thread
    await api.app.get(GateService).work(regionId);
    const first = await call('GET');
    expect(first.body).toMatchObject({
      state: 'running',
      audiences: [{ outcome: 'refused' }, { outcome: 'looking' }, { outcome: 'waiting' }],
    });
    const stopped = await call('DELETE', coordinator);
    expect(stopped).toMatchObject({
      status: 200,
      body: {
        state: 'stopped',
        reason: { nl: 'De privacytest is gestopt.' },
        audiences: [{ outcome: 'refused' }, { outcome: 'unseen' }, { outcome: 'unseen' }],
      },
    });
    expect((await call('POST')).body).toMatchObject({
      state: 'waiting',
      audiences: [{ outcome: 'waiting' }, {}, {}],
    });
    const said = JSON.stringify(first.body);
    expect(said).not.toMatch(/references|statements|carried|leaks|"lo"|heldBy/);
  });

  it('are closed to other regions, to practices, and after the decision', async () => {
    const other = (await makeRegion(api.test.database)).id;
    const foreign = await api.cookieFor(await makeActor(api.test.database, other, 'data-steward'));
    const holder = await cookieOf('practice-holder', (await makePractice(api.test.database, regionId)).id);
    await call('POST');
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect(await call(method, foreign)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(await call(method, holder)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    }
    expect((await call('GET')).body.state).toBe('waiting');
    const approved = await api.call('POST', `/api/data-sets/${set.id}/approve`, { cookie: coordinator });
    expect(approved.status).toBe(200);
    expect((await call('GET')).body).toMatchObject({ state: 'stopped', reason: { en: expect.any(String) } });
    expect(await call('POST')).toMatchObject({ status: 409, body: { code: 'data-set.not-checked' } });
  });
});
