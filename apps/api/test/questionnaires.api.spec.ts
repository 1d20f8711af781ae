import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Page,
  ProblemView,
  QuestionnaireContent,
  QuestionnaireSummaryView,
  QuestionnaireView,
} from '#libs/contracts';
import { makeActor, makePractice, makeRegion, queriesOf, SMALL_QUESTIONNAIRE } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

const TITLE = { nl: 'Eigen vragenlijst', en: 'Our own questionnaire' };

describe('the doors of questionnaires', () => {
  let api: TestApp;
  let anna: string;
  let bert: string;
  const others: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    const region = await makeRegion(database);
    anna = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    bert = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    const { id: scopeId } = await makePractice(database, region.id);
    for (const role of ['practice-holder', 'practice-employee', 'practice-consultant', 'auditor'] as const)
      others[role] = await api.cookieFor(await makeActor(database, region.id, role, { scopeId }));
  });
  afterAll(() => api.close());

  const call = <T = ProblemView>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, `/api/questionnaires${url}`, { cookie, body, headers });
  const make = async (): Promise<QuestionnaireView> =>
    (await call<QuestionnaireView>(anna, 'POST', '', { title: TITLE })).body;

  it('lead from a copy by a draft and a review to a new version and the archive', async () => {
    const list = await call<Page<QuestionnaireSummaryView>>(anna, 'GET', '');
    expect(list.body.items.map(({ key }) => key).slice(0, 2)).toEqual([
      'dialogue-evaluation',
      'intervision-evaluation',
    ]);
    const from = list.body.items[0]?.id;
    const copy = await call<QuestionnaireView>(anna, 'POST', '', { from, title: TITLE });
    expect(copy).toMatchObject({ status: 201, body: { origin: 'own', draft: { version: 1 }, problems: [] } });
    const url = `/${copy.body.id}`;
    const content = copy.body.draft?.content as QuestionnaireContent;
    const incomplete = { ...content, thanks: { nl: 'Dank u', en: '' } };
    const saved = await call<QuestionnaireView>(
      anna,
      'PUT',
      `${url}/draft`,
      { content: incomplete },
      { 'if-match': '"1"' },
    );
    expect(saved).toMatchObject({
      status: 200,
      body: { problems: [{ item: null, code: 'translation-missing' }] },
    });
    expect(await call(anna, 'PUT', `${url}/draft`, { content }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale', details: { version: 2 } },
    });
    expect(await call(bert, 'POST', `${url}/review`)).toMatchObject({
      status: 422,
      body: { code: 'questionnaire.invalid', details: { problems: [{ code: 'translation-missing' }] } },
    });
    await call(anna, 'PUT', `${url}/draft`, { content }, { 'if-match': '"2"' });
    expect(await call(anna, 'POST', `${url}/review`)).toMatchObject({
      status: 409,
      body: { code: 'questionnaire.own-review' },
    });
    expect(await call(bert, 'POST', `${url}/review`, undefined, { 'if-match': '"3"' })).toMatchObject({
      status: 200,
      body: { draft: null, reviewed: { number: 1 } },
    });
    await call(bert, 'PUT', `${url}/draft`, { content });
    expect((await call(bert, 'DELETE', `${url}/draft`)).status).toBe(204);
    expect((await call(bert, 'DELETE', `${url}/draft`)).status).toBe(404);
    expect(await call(anna, 'POST', `${url}/archive`)).toMatchObject({
      status: 200,
      body: { archived: true },
    });
    expect(await call(anna, 'PUT', `${url}/draft`, { content })).toMatchObject({
      status: 409,
      body: { code: 'questionnaire.archived' },
    });
    expect(await call<QuestionnaireView>(anna, 'GET', url)).toMatchObject({
      status: 200,
      body: { archived: true },
    });
    expect(await call(anna, 'POST', `/${from}/archive`)).toMatchObject({
      status: 409,
      body: { code: 'questionnaire.built-in' },
    });
  });

  it('name the one field that is of no use', async () => {
    const { id } = await make();
    const good = { ...SMALL_QUESTIONNAIRE, title: TITLE };
    const [scale] = good.items;
    const refused: [string, string, unknown, string][] = [
      ['POST', '', {}, 'title'],
      ['POST', '', { title: 'Titel' }, 'title'],
      ['POST', '', { title: { nl: 'Titel' } }, 'title.en'],
      ['POST', '', { title: { nl: 'x'.repeat(161), en: 'x' } }, 'title.nl'],
      ['POST', '', { title: TITLE, from: 'x' }, 'from'],
      ['POST', '', { title: TITLE, key: 'mine' }, 'key'],
      ['PUT', `/${id}/draft`, {}, 'content'],
      ['PUT', `/${id}/draft`, { content: [] }, 'content'],
      ['PUT', `/${id}/draft`, { content: { ...good, minutes: 0 } }, 'content.minutes'],
      [
        'PUT',
        `/${id}/draft`,
        { content: { ...good, items: [{ ...scale, type: 'matrix' }] } },
        'content.items.0.type',
      ],
      ['PUT', `/${id}/draft`, { content: { ...good, owner: 'me' } }, 'content.owner'],
    ];
    for (const [method, url, body, field] of refused) {
      const answer = await call(anna, method, url, body);
      const fields = answer.body.details.fields as { field: string }[];
      expect([url, body, answer.status, answer.body.code, fields.map((one) => one.field)]).toEqual([
        url,
        body,
        422,
        'validation.failed',
        [field],
      ]);
    }
  });

  it('are closed to everybody who does not manage surveys', async () => {
    const { id } = await make();
    for (const cookie of Object.values(others)) {
      const answers = await Promise.all([
        call(cookie, 'GET', ''),
        call(cookie, 'GET', `/${id}`),
        call(cookie, 'POST', '', { title: TITLE }),
        call(cookie, 'PUT', `/${id}/draft`, { content: {} }),
        call(cookie, 'DELETE', `/${id}/draft`),
        call(cookie, 'POST', `/${id}/review`),
        call(cookie, 'POST', `/${id}/archive`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403));
    }
    expect((await api.call('GET', '/api/questionnaires')).status).toBe(401);
  });

  it('are listed with as many queries for thirty as for one', async () => {
    const list = () => call<Page<QuestionnaireSummaryView>>(anna, 'GET', '?limit=100');
    await list();
    const few = await queriesOf(api.test.database, list);
    for (let k = 0; k < 30; k++) await make();
    const many = await queriesOf(api.test.database, list);
    expect((await list()).body.items.length).toBeGreaterThanOrEqual(35);
    expect(many.length).toBe(few.length);
    const first = await call<Page<QuestionnaireSummaryView>>(anna, 'GET', '?limit=20');
    const second = await call<Page<QuestionnaireSummaryView>>(
      anna,
      'GET',
      `?limit=20&cursor=${first.body.next}`,
    );
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
  });
});
