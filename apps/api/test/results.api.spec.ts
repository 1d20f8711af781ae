import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type {
  AnonymityLevel,
  Answers,
  CampaignSummaryView,
  GroupComparisonView,
  ModerationTextView,
  Page,
  ProblemView,
  ResultsView,
  Role,
  TrendView,
} from '#libs/contracts';
import { Secrets, systemActor, type Actor } from '#libs/platform';
import { BallotKeys, ClosingService, EvaluationsService } from '#libs/surveys';
import { makeActor, makeCampaign, makePractice, makeRegion, readPresentation } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

describe('the doors of results (SUR-06…09, SUR-13…15)', () => {
  let api: TestApp;
  let region: { id: string };
  let coordinator: Actor;
  let cookie: string;
  let holder: string;
  let elsewhere: string;

  /** A campaign that was answered by link and closed, as it happens in real. */
  const closed = async (
    answers: Answers[],
    roles: (k: number) => Role = () => 'practice-holder',
    anonymity: AnonymityLevel = 'anonymous',
  ): Promise<string> => {
    const { app, test } = api;
    const { id, invited } = await makeCampaign(test.database, app.get(Secrets), region.id, {
      anonymity,
      invited: answers.map((_, k) => ({ role: roles(k), practice: k % 6 })),
    });
    const platform = systemActor(region.id);
    await test.database.transaction(platform, () => app.get(BallotKeys).prepare(platform, id));
    for (const [k, one] of answers.entries()) {
      const { token } = invited[k]!;
      expect(await app.get(EvaluationsService).send(token, one, ['remark'])).toEqual({ outcome: 'received' });
    }
    await app.get(ClosingService).close(platform, id);
    return id;
  };
  const grades = (...values: number[]): Answers[] => values.map((value) => ({ grade: { value } }));
  const call = <T>(method: string, url: string, body?: unknown, as = cookie, headers = {}) =>
    api.call<T>(method, url, { cookie: as, body, headers });

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database);
    const other = await makeRegion(api.test.database);
    coordinator = await makeActor(api.test.database, region.id, 'region-coordinator', {
      name: 'Joris Haverkamp',
    });
    cookie = await api.cookieFor(coordinator);
    const practice = await makePractice(api.test.database, region.id);
    holder = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'practice-holder', { scopeId: practice.id }),
    );
    elsewhere = await api.cookieFor(await makeActor(api.test.database, other.id, 'region-coordinator'));
  });
  afterAll(() => api.close());

  it('gives no statistic at all of four answers, at no door (adversary test d)', async () => {
    const id = await closed(grades(4, 6, 8, 9));
    const results = await call<ResultsView>('GET', `/api/campaigns/${id}/results`);
    expect(results.body).toMatchObject({ hidden: 'too-few-responses', items: [], cuts: [], practices: null });
    expect(JSON.stringify(results.body)).not.toMatch(/"(mean|median|value|share|count)":/);
    expect((await call<ProblemView>('GET', `/api/campaigns/${id}/export?format=xlsx`)).body.code).toBe(
      'analysis.impossible',
    );
    expect((await call<ModerationTextView[]>('GET', `/api/campaigns/${id}/texts`)).body).toEqual([]);
    const regression = await call('POST', `/api/campaigns/${id}/regression`, {
      outcome: 'grade',
      highFrom: 7,
      predictors: ['grade'],
    });
    expect(regression.body).toMatchObject({ code: 'analysis.impossible' });
  });

  it('tells mean, non-response and parts of a closed campaign, and keeps its parts apart (SUR-08, SUR-09)', async () => {
    const id = await closed(grades(4, 5, 6, 7, 7, 8, 8, 9, 6, 6, 7, 8, 8, 9), (k) =>
      k < 8 ? 'practice-employee' : 'practice-holder',
    );
    const { status, body } = await call<ResultsView>('GET', `/api/campaigns/${id}/results`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ hidden: null, answered: 14, invited: 14, practices: 6 });
    expect(body.cuts.map(({ value, hidden }) => [value, hidden])).toEqual([
      ['practice-employee', null],
      ['practice-holder', null],
    ]);
    const part = await call<ResultsView>('GET', `/api/campaigns/${id}/results?cut=role:practice-holder`);
    expect(part.body).toMatchObject({ answered: 6, cut: { value: 'practice-holder' }, texts: [] });
    const compared = await call<GroupComparisonView>('POST', `/api/campaigns/${id}/compare`, {
      item: 'grade',
      a: { campaignId: id, cut: 'role:practice-employee' },
      b: { campaignId: id, cut: 'role:practice-holder' },
    });
    expect(compared.body).toMatchObject({ hidden: null, a: { n: 8 }, b: { n: 6 } });
    expect(compared.body.method?.nl).toContain('Mann-Whitney, exact');
    for (const sides of [
      { a: { campaignId: id }, b: { campaignId: id, cut: 'role:practice-holder' } },
      { a: { campaignId: id }, b: { campaignId: id } },
    ])
      expect(
        (await call('POST', `/api/campaigns/${id}/compare`, { item: 'grade', ...sides })).body,
      ).toMatchObject({
        code: 'analysis.impossible',
      });
    expect((await call('GET', `/api/campaigns/${id}/results?cut=shoe-size:44`)).status).toBe(422);
  });

  it('says nothing before closing, and nothing to others until it is shared (SUR-10)', async () => {
    const { id: running } = await makeCampaign(api.test.database, api.app.get(Secrets), region.id);
    expect((await call('GET', `/api/campaigns/${running}/results`)).body).toMatchObject({
      code: 'campaign.not-closed',
    });
    const id = await closed(grades(4, 5, 6, 7, 7, 8, 8, 9, 9, 6));
    const asHolder = () => call<ResultsView>('GET', `/api/campaigns/${id}/results`, undefined, holder);
    expect((await asHolder()).status).toBe(404);
    expect((await call('POST', `/api/campaigns/${id}/share`, { shared: true }, holder)).status).toBe(403);
    expect((await call('POST', `/api/campaigns/${id}/share`, { shared: true })).status).toBe(200);
    expect((await asHolder()).body).toMatchObject({ answered: 10, hidden: null });
    const list = await call<Page<CampaignSummaryView>>('GET', '/api/campaigns', undefined, holder);
    expect(list.body.items.map((one) => one.id)).toEqual([id]);
    await call('POST', `/api/campaigns/${id}/share`, { shared: false });
    expect((await asHolder()).status).toBe(404);
    for (const path of ['results', 'texts', 'export?format=csv'])
      expect((await call('GET', `/api/campaigns/${id}/${path}`, undefined, elsewhere)).status).toBe(404);
  });

  it('shows open answers only in other words, and refuses words that name somebody', async () => {
    const id = await closed(
      grades(4, 5, 6, 7, 7, 8, 8, 9, 9, 6).map((one, k) =>
        k < 3 ? { ...one, remark: { text: `Origineel nummer ${['een', 'twee', 'drie'][k]}` } } : one,
      ),
    );
    const { body: texts } = await call<ModerationTextView[]>('GET', `/api/campaigns/${id}/texts`);
    expect(texts.map(({ original }) => original).sort()).toEqual([
      'Origineel nummer drie',
      'Origineel nummer een',
      'Origineel nummer twee',
    ]);
    const decide = (text: ModerationTextView, body: unknown, version = text.version) =>
      call<ModerationTextView>('PATCH', `/api/campaigns/${id}/texts/${text.id}`, body, cookie, {
        'if-match': `"${version}"`,
      });
    const [first, second, third] = texts as [ModerationTextView, ModerationTextView, ModerationTextView];
    expect((await decide(first, { state: 'shown', shown: 'Meer tijd voor vragen.' })).body).toMatchObject({
      state: 'shown',
      version: first.version + 1,
    });
    expect((await decide(first, { state: 'withheld' })).body).toMatchObject({ code: 'conflict.stale' });
    expect(
      (await decide(second, { state: 'shown', shown: 'Bel 06-12345678 voor meer.' })).body,
    ).toMatchObject({
      code: 'text.identifiers',
    });
    expect((await decide(second, { state: 'shown', shown: '  ' })).status).toBe(422);
    expect((await decide(third, { state: 'withheld' })).status).toBe(200);
    const { body } = await call<ResultsView>('GET', `/api/campaigns/${id}/results`);
    expect(body.texts).toEqual([
      expect.objectContaining({
        item: 'remark',
        hidden: null,
        waiting: 1,
        shown: ['Meer tijd voor vragen.'],
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('Origineel');
    expect((await call('GET', `/api/campaigns/${id}/texts`, undefined, holder)).status).toBe(403);
    const csv = await call('GET', `/api/campaigns/${id}/export?format=csv`);
    expect(csv.raw.toString()).not.toContain('Origineel');
  });

  it('exports what the screen shows, as workbook, Dutch CSV and a deck that opens', async () => {
    const id = await closed(grades(4, 5, 6, 7, 7, 8, 8, 9, 9, 6));
    const file = (format: string) => call('GET', `/api/campaigns/${id}/export?format=${format}`);
    const csv = await file('csv');
    expect(csv.headers['content-disposition']).toMatch(
      /^attachment; filename="evaluatie-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(csv.raw.toString('utf8')).toContain('Gemiddelde');
    expect(csv.raw.toString('utf8')).toContain('6,9');
    const xlsx = await file('xlsx');
    expect(xlsx.raw.subarray(0, 2).toString()).toBe('PK');
    const { problems, slides } = await readPresentation((await file('pptx')).raw);
    expect(problems).toEqual([]);
    expect(slides.length).toBeGreaterThanOrEqual(3);
    expect((await file('docx')).status).toBe(422);
  });

  it.each([
    ['named', true],
    ['confidential', false],
    ['anonymous', false],
  ] as const)(
    'tells who answered what in the workbook of a %s campaign: %s, and to the organiser alone',
    async (level, told) => {
      const id = await closed(grades(4, 5, 6, 7, 7, 8, 8, 9, 9, 6), undefined, level);
      await call('POST', `/api/campaigns/${id}/share`, { shared: true });
      const names = async (as: string): Promise<string[]> => {
        const file = await call('GET', `/api/campaigns/${id}/export?format=xlsx`, undefined, as);
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(file.raw as never);
        return book.worksheets.map(({ name }) => name);
      };
      expect((await names(cookie)).includes('Op naam')).toBe(told);
      expect(await names(holder)).not.toContain('Op naam');
    },
  );

  it('lays campaigns of one questionnaire beside each other', async () => {
    const id = await closed(grades(4, 5, 6, 7, 7, 8, 8, 9, 9, 6));
    const [row] = await api.test.database.transaction(systemActor(region.id), () =>
      api.test.database.query<{ q: string }>(
        `select v.questionnaire_id as q from campaign c join questionnaire_version v on v.id = c.questionnaire_version_id where c.id = $1`,
        [id],
      ),
    );
    const { body } = await call<TrendView>(
      'GET',
      `/api/campaigns/trend?questionnaire=${row?.q}&item=grade&by=questionnaire`,
    );
    expect(body.series).toHaveLength(1);
    expect(body.series[0]?.points).toEqual([
      expect.objectContaining({ campaignId: id, n: 10, hidden: null }),
    ]);
    expect(body.series[0]?.sentence.nl).toContain('vanaf drie metingen');
  });
});
