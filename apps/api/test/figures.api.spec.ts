import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CardView,
  FigureChoicesView,
  MeasureDefinitionView,
  MeasureView,
  OwnFigureView,
  ProblemView,
} from '#libs/contracts';
import { makeActor, makeDataSet, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

const STARTS = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];

describe('the doors of measures and own figures', () => {
  let api: TestApp;
  let practice: { id: string };
  let anna: string;
  let bert: string;
  let noor: string;
  let auditor: string;

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    const region = await makeRegion(database);
    practice = await makePractice(database, region.id, { name: 'De Linde' });
    anna = await api.cookieFor(await makeActor(database, region.id, 'data-steward'));
    bert = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    noor = await api.cookieFor(
      await makeActor(database, region.id, 'practice-holder', { scopeId: practice.id }),
    );
    auditor = await api.cookieFor(await makeActor(database, region.id, 'auditor'));
    await makeDataSet(database, region.id, {
      atoms: STARTS.map((starts) => ({
        practiceId: practice.id,
        item: '0310',
        starts,
        count: 34,
        urgent: 2,
        consults: 5,
      })),
      listed: STARTS.map((starts) => ({ practiceId: practice.id, starts, listed: 2480 })),
      period: { from: '2025-10-01', toExclusive: '2026-10-01' },
      items: { '0310': 'Dermatologie' },
    });
  });
  afterAll(() => api.close());

  const call = <T = ProblemView>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, `/api/${url}`, { cookie, body, headers });

  it('lead from the choices to a figure and from the figure to its card (MIR-01, MIR-02)', async () => {
    const choices = await call<FigureChoicesView>(noor, 'GET', `figures/choices?practice=${practice.id}`);
    expect(choices).toMatchObject({ status: 200, body: { practice: { name: 'De Linde' }, groups: [] } });
    const query = `practice=${practice.id}&measure=VERW&item=0310`;
    const figure = await call<OwnFigureView>(noor, 'GET', `figures/own?${query}`);
    expect(figure).toMatchObject({ status: 200, body: { own: { numerator: 136, denominator: 2480 } } });
    const { figureId } = figure.body.card.card;
    const card = await call<CardView>(noor, 'GET', `figures/${figureId}/card`);
    expect(card.body).toEqual(figure.body.card);
    expect(card.body.verified).toBe(true);
    const prov = await call<{ entity: object }>(noor, 'GET', `figures/${figureId}/prov`);
    expect(Object.keys(prov.body.entity)).toContain(`lk:${figureId}`);
    for (const cookie of [anna, bert])
      for (const url of [
        `figures/own?${query}`,
        `figures/choices?practice=${practice.id}`,
        `figures/${figureId}/card`,
      ])
        expect((await call(cookie, 'GET', url)).status).toBe(404);
    expect((await call(auditor, 'GET', `figures/own?${query}`)).status).toBe(403);
  });

  it('refuse what is no question (models/security #12)', async () => {
    for (const [query, status] of [
      [`practice=x&measure=VERW&item=0310`, 422],
      [`practice=${practice.id}&measure=VERW`, 422],
      [`practice=${practice.id}&measure=VERW&item=%00`, 422],
      [`practice=${practice.id}&measure=VERW&item=0310&from=2025-13-01`, 422],
      [`practice=${practice.id}&measure=VERW&item=9999`, 404],
      [`practice=${practice.id}&measure=VERW&item=0310&from=1999-01-01`, 404],
    ] as const)
      expect([query, (await call(noor, 'GET', `figures/own?${query}`)).status]).toEqual([query, status]);
    expect((await call(noor, 'GET', 'figures/fig_ownzz/card')).status).toBe(404);
    expect((await call(noor, 'GET', 'measures/%00')).status).toBe(404);
  });

  it('lead from a copy by a draft to a definition that another person reviewed (MIR-02)', async () => {
    const list = await call<MeasureView[]>(noor, 'GET', 'measures');
    expect(list.body.map(({ code }) => code)).toEqual([
      'VERW',
      'VERW-SPOED',
      'MEEDENK',
      'MEEDENK-AANDEEL',
      'DIAG',
      'VOORSCHR',
    ]);
    const made = await call<MeasureView>(anna, 'POST', 'measures', { code: 'KNIE', from: 'VERW' });
    expect(made).toMatchObject({ status: 201, body: { draft: { version: 1 }, current: null } });
    const url = `measures/${made.body.id}`;
    const content = { ...made.body.draft?.content, limitations: [] };
    expect(await call(anna, 'PUT', `${url}/draft`, { content }, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
    });
    expect(await call(anna, 'PUT', `${url}/draft`, { content }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    expect(await call(bert, 'POST', `${url}/review`)).toMatchObject({
      status: 422,
      body: { code: 'measure.invalid', details: { problems: ['limitations-missing'] } },
    });
    await call(anna, 'PUT', `${url}/draft`, { content: made.body.draft?.content }, { 'if-match': '"2"' });
    expect(await call(anna, 'POST', `${url}/review`)).toMatchObject({
      status: 409,
      body: { code: 'measure.own-review' },
    });
    expect(await call(bert, 'POST', `${url}/review`, undefined, { 'if-match': '"3"' })).toMatchObject({
      status: 200,
      body: { draft: null, current: { number: '1.0.0', overdue: false } },
    });
    expect(await call(bert, 'PUT', `measures/${list.body[0]?.id}/draft`, { content })).toMatchObject({
      status: 409,
      body: { code: 'measure.built-in' },
    });
    expect((await call(noor, 'POST', 'measures', { code: 'EIGEN', from: 'VERW' })).status).toBe(403);
    expect((await call<MeasureView>(noor, 'GET', 'measures/KNIE')).body.current?.number).toBe('1.0.0');
  });

  it('lead from a draft that is thrown away to a measure that is put away and brought back (MIR-02)', async () => {
    const made = await call<MeasureView>(anna, 'POST', 'measures', { code: 'HEUP', from: 'VERW' });
    const url = `measures/${made.body.id}`;
    const seen = (version: number) => ({ 'if-match': `"${version}"` });
    expect((await call(noor, 'DELETE', `${url}/draft`)).status).toBe(403);
    expect((await call(anna, 'DELETE', `${url}/draft`, undefined, seen(9))).status).toBe(409);
    expect((await call(anna, 'DELETE', `${url}/draft`, undefined, seen(1))).status).toBe(204);
    expect((await call(anna, 'GET', 'measures/HEUP')).status).toBe(404);
    expect((await call(anna, 'POST', 'measures', { code: 'HEUP', from: 'VERW' })).status).toBe(201);
    const { body } = await call<MeasureView>(bert, 'POST', `${url}/review`);
    expect((await call(noor, 'POST', `${url}/archive`)).status).toBe(403);
    const away = await call<MeasureView>(bert, 'POST', `${url}/archive`, undefined, seen(body.version));
    expect(away).toMatchObject({ status: 200, body: { archivedAt: expect.any(String) } });
    const codes = async (query: string) =>
      (await call<MeasureView[]>(anna, 'GET', `measures${query}`)).body.map(({ code }) => code);
    expect(await codes('')).not.toContain('HEUP');
    expect(await codes('?archived=true')).toEqual(['HEUP']);
    expect((await call(anna, 'GET', 'measures?archived=soms')).status).toBe(422);
    expect(
      await call<MeasureDefinitionView>(noor, 'GET', 'measures/HEUP/definition?number=1.0.0'),
    ).toMatchObject({
      status: 200,
      body: { version: { number: '1.0.0' }, current: { number: '1.0.0' }, archivedAt: expect.any(String) },
    });
    expect((await call(noor, 'GET', 'measures/HEUP/definition?number=3.0.0')).status).toBe(404);
    expect(await call(anna, 'POST', `${url}/restore`, undefined, seen(away.body.version))).toMatchObject({
      status: 200,
      body: { archivedAt: null },
    });
    expect(await codes('')).toContain('HEUP');
  });
});
