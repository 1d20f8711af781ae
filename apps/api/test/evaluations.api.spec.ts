import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answers, EvaluationReceiptView, EvaluationView, ProblemView } from '#libs/contracts';
import { newToken, Secrets, systemActor } from '#libs/platform';
import { BallotKeys, ClosingService } from '#libs/surveys';
import { makeActor, makeCampaign, makeRegion, SMALL_QUESTIONNAIRE, type InvitedPerson } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

const GRADE: Answers = { grade: { value: 8 } };

describe('the doors of answering by link', () => {
  let api: TestApp;
  let region: { id: string; name: string };
  let campaign: { id: string; invited: InvitedPerson[] };
  let token: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    region = await makeRegion(api.test.database);
    campaign = await running();
    token = campaign.invited[0]!.token;
  });

  async function running(values: Parameters<typeof makeCampaign>[3] = {}): Promise<typeof campaign> {
    const made = await makeCampaign(api.test.database, new Secrets(api.config), region.id, values);
    await api.app.get(BallotKeys).prepare(systemActor(region.id), made.id);
    return made;
  }
  const post = <T = ProblemView>(door: string, body: unknown, cookie?: string) =>
    api.call<T>('POST', `/api/evaluations/${door}`, { body, ...(cookie ? { cookie } : {}) });
  const open = (link = token) => post<EvaluationView>('open', { token: link });
  const send = (answers: unknown, confirmed: string[] = [], link = token) =>
    post<EvaluationReceiptView & ProblemView>('send', { token: link, answers, confirmed });
  const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('opens, takes the answer once, and gives nobody a cookie (SUR-15)', async () => {
    const first = await open();
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      state: 'open',
      region: region.name,
      anonymity: 'anonymous',
      content: SMALL_QUESTIONNAIRE,
      kept: null,
    });
    const [sent, again] = [await send(GRADE), await send({ grade: { value: 1 } })];
    expect([sent.status, sent.body, again.status, again.body]).toEqual([
      200,
      { outcome: 'received' },
      200,
      { outcome: 'already' },
    ]);
    expect((await open()).body.state).toBe('answered');
    for (const answer of [first, sent, again]) {
      expect(answer.cookies).toEqual([]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('does not care who is signed in in the same browser', async () => {
    const holder = await makeActor(api.test.database, region.id, 'practice-holder');
    const cookie = await api.cookieFor(holder);
    const { status, body } = await post<EvaluationView>('open', { token }, cookie);
    expect([status, body.state]).toEqual([200, 'open']);
    const sent = await post<EvaluationReceiptView>('send', { token, answers: GRADE, confirmed: [] }, cookie);
    expect(sent.body).toEqual({ outcome: 'received' });
    const entries = await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query('select event from audit_entry'),
    );
    expect(entries).toEqual([]);
  });

  it('keeps confidential answers item by item, for every device', async () => {
    const [{ token: link }] = (await running({ anonymity: 'confidential' })).invited as [InvitedPerson];
    const keep = (item: string, answer: unknown) => post('keep', { token: link, item, answer });
    const kept = await keep('grade', { value: 5 });
    expect([kept.status, kept.raw.length]).toEqual([204, 0]);
    expect((await keep('remark', { text: 'Prima avond.' })).status).toBe(204);
    expect((await keep('remark', null)).status).toBe(204);
    expect((await open(link)).body.kept).toEqual({ answers: { grade: { value: 5 } }, sent: false });
    const refused = await keep('grade', { value: 50 });
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      422,
      'evaluation.answer-invalid',
      { wrong: [{ item: 'grade', reason: 'out-of-range' }] },
    ]);
    const phone = await keep('remark', { text: 'Bel 06-12345678' });
    expect(said(phone)).toEqual([422, 'text.identifiers']);
    expect(phone.body.details.findings).toMatchObject([{ item: 'remark', verdict: 'block' }]);
    for (const answer of [undefined, 'x', 7, []])
      expect(said(await keep('grade', answer))).toEqual([422, 'validation.failed']);
  });

  it('says what to take out of a text, and takes a doubtful one that was confirmed', async () => {
    const answers = { ...GRADE, remark: { text: 'Mevrouw De Vries was er ook.' } };
    const asked = await send(answers);
    expect(said(asked)).toEqual([422, 'text.identifiers']);
    const [finding] = asked.body.details.findings as { rewrite: string; verdict: string }[];
    expect(finding).toMatchObject({ item: 'remark', verdict: 'warn', spans: [{ type: 'NAME' }] });
    expect(finding!.rewrite).not.toContain('Vries');
    expect((await send(answers, ['remark'])).body).toEqual({ outcome: 'received' });
  });

  it('says the same of every link that is none: gone, and nothing else', async () => {
    const wrong = [newToken(), 'x', '', `${token}A`];
    const answers = await Promise.all(
      wrong.flatMap((link) => [
        post('open', { token: link }),
        post('keep', { token: link, item: 'grade', answer: null }),
        post('send', { token: link, answers: GRADE, confirmed: [] }),
      ]),
    );
    for (const { status, body } of answers)
      expect([status, body.code, body.details]).toEqual([410, 'auth.link-invalid', {}]);
  });

  it('is closed after closing: the page says so, the doors take nothing', async () => {
    await send(GRADE);
    await api.app.get(ClosingService).close(systemActor(region.id), campaign.id);
    for (const { token: link } of campaign.invited.slice(0, 2)) {
      expect((await open(link)).body).toMatchObject({ state: 'closed', content: null, kept: null });
      expect(said(await send(GRADE, [], link))).toEqual([410, 'evaluation.closed']);
      expect(said(await post('keep', { token: link, item: 'grade', answer: null }))).toEqual([
        410,
        'evaluation.closed',
      ]);
    }
  });

  it.each<[string, string, object]>([
    ['without a link', 'open', {}],
    ['with a number for a link', 'open', { token: 7 }],
    ['with a link that is far too long', 'open', { token: 'x'.repeat(201) }],
    ['with more than was asked', 'open', { token: 'x', more: 1 }],
    ['without an item', 'keep', { token: 'x', answer: null }],
    ['with an endless item', 'keep', { token: 'x', item: 'x'.repeat(121), answer: null }],
    ['with a text for all answers', 'send', { token: 'x', answers: 'x', confirmed: [] }],
    ['with a list of answers', 'send', { token: 'x', answers: [], confirmed: [] }],
    ['without confirmations', 'send', { token: 'x', answers: {} }],
    ['with confirmations that are no keys', 'send', { token: 'x', answers: {}, confirmed: [1] }],
  ])('refuses a request %s (%s)', async (_what, door, body) => {
    expect(said(await post(door, body))).toEqual([422, 'validation.failed']);
  });

  it('has no door that a mail scanner could open by looking', async () => {
    for (const door of ['open', 'keep', 'send'])
      expect((await api.call('GET', `/api/evaluations/${door}?token=${token}`)).status).toBe(404);
    expect((await open()).body.state).toBe('open');
    const outside = await api.call('POST', '/api/evaluations/send', {
      body: { token, answers: GRADE, confirmed: [] },
      headers: { origin: 'https://elders.example' },
    });
    expect(outside.status).toBe(403);
  });

  it('lets sixty people of one practice answer from one address within a minute, item by item', async () => {
    const { invited } = await running({ anonymity: 'confidential', invited: 60 });
    const outcomes = await Promise.all(
      invited.map(async ({ token: link }) => {
        const statuses = [(await open(link)).status];
        for (let k = 0; k < 10; k++)
          statuses.push(
            (await post('keep', { token: link, item: 'grade', answer: { value: k + 1 } })).status,
          );
        const { status, body } = await send(GRADE, [], link);
        return [...new Set(statuses), status, body.outcome].join(' ');
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['200 204 200 received']));
  });

  it('has a limit all the same', async () => {
    const statuses = new Map<number, number>();
    for (let k = 0; k < 6100 && !statuses.has(429); k++) {
      const { status } = await post('open', {});
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses.get(429)).toBe(1);
    const limited = await open();
    expect([limited.status, Number(limited.headers['retry-after']) > 0]).toEqual([429, true]);
    // the other doors are not closed by it
    expect((await api.call('GET', '/api/health')).status).toBe(200);
  });
});
