import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { Answers } from '#libs/contracts';
import { createLog, newToken, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeCampaign,
  makeRegion,
  openTestDatabase,
  queriesOf,
  SMALL_QUESTIONNAIRE,
  TurnedClock,
  type InvitedPerson,
  type TestDatabase,
} from '#libs/testing';
import { BallotKeys } from './ballot-keys.service.js';
import { ballotSize } from './ballot.rules.js';
import { ClosingService } from './closing.service.js';
import { EvaluationsService } from './evaluations.service.js';

const GRADE: Answers = { grade: { value: 8 } };
const FULL: Answers = {
  grade: { value: 4 },
  missed: { options: ['time', 'people'] },
  remark: { text: 'Graag een ander lokaal.' },
};

describe('answering by link', () => {
  let test: TestDatabase;
  let dataDir: string;
  let secrets: Secrets;
  let keys: BallotKeys;
  let closing: ClosingService;
  let evaluations: EvaluationsService;
  let superuser: Client;
  let region: { id: string; name: string };
  let actor: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-answering-'));
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    secrets = new Secrets(config);
    keys = new BallotKeys(test.database, clock, { dataDir }, createLog('silent'));
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config),
    );
    const make = injector(test.database, clock, secrets, audit, keys);
    closing = make(ClosingService);
    evaluations = make(EvaluationsService);
    superuser = new Client({ connectionString: test.superUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    region = await makeRegion(test.database);
    actor = systemActor(region.id);
  });

  /** A campaign that takes answers, and its first invitation. */
  async function campaignOf(values: Parameters<typeof makeCampaign>[3] = {}): Promise<{
    id: string;
    invited: InvitedPerson[];
    token: string;
  }> {
    const campaign = await makeCampaign(test.database, secrets, region.id, values);
    await keys.prepare(actor, campaign.id);
    return { ...campaign, token: campaign.invited[0]!.token };
  }
  const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await superuser.query(sql, values)).rows as Row[];
  const boxOf = (campaignId: string) =>
    rows<{ sealed: Buffer }>('select sealed from sealed_ballot where campaign_id = $1', [campaignId]);
  const usedOf = async (campaignId: string): Promise<number> =>
    (await rows('select 1 from invitation where campaign_id = $1 and used', [campaignId])).length;
  const refused = (work: Promise<unknown>, code: string, details?: object) =>
    expect(work).rejects.toMatchObject({ code, ...(details ? { details } : {}) });

  it('shows what is asked, what is promised, and in the language of who was asked (SUR-15)', async () => {
    const { token, invited } = await campaignOf({ closesAt: '2026-11-20T16:00:00Z' });
    expect(await evaluations.open(token)).toEqual({
      state: 'open',
      region: region.name,
      language: 'nl',
      title: SMALL_QUESTIONNAIRE.title,
      anonymity: 'anonymous',
      minimumResponses: 5,
      minimumTextResponses: 8,
      closesAt: '2026-11-20T16:00:00.000Z',
      content: SMALL_QUESTIONNAIRE,
      kept: null,
    });
    await superuser.query(`update person set language = 'en' where id = $1`, [invited[0]!.personId]);
    expect((await evaluations.open(token)).language).toBe('en');
    expect((await evaluations.open(invited[1]!.token)).language).toBe('nl');
  });

  it('changes nothing by looking, however often', async () => {
    const { id, token } = await campaignOf();
    const fingerprint = () =>
      rows(
        `select i.xmin, i.xmax, i.ctid, i, c.xmin as campaign_xmin, c.xmax as campaign_xmax, c
         from invitation i join campaign c on c.id = i.campaign_id where c.id = $1 order by i.id`,
        [id],
      );
    const before = await fingerprint();
    const sql = await queriesOf(test.database, () => evaluations.open(token));
    for (let k = 0; k < 20; k++) await evaluations.open(token);
    expect(await fingerprint()).toEqual(before);
    expect(sql.filter((one) => !/^select/i.test(one.trim()))).toEqual(['COMMIT']);
    expect((await evaluations.open(token)).state).toBe('open');
  });

  it('puts one ballot of the size of all into the box, marks the link as used, and tells nobody else (SUR-15)', async () => {
    const { id, invited } = await campaignOf();
    const [one, two] = invited as [InvitedPerson, InvitedPerson];
    expect(await evaluations.send(one.token, GRADE, [])).toEqual({ outcome: 'received' });
    expect(await evaluations.send(two.token, FULL, [])).toEqual({ outcome: 'received' });
    const box = await boxOf(id);
    expect(box.map(({ sealed }) => sealed.length)).toEqual(
      Array.from({ length: 2 }, () => ballotSize(SMALL_QUESTIONNAIRE) + 48),
    );
    expect(await usedOf(id)).toBe(2);
    const view = await evaluations.open(one.token);
    expect([view.state, view.kept, view.content?.thanks.nl]).toEqual(['answered', null, 'Dank u wel.']);
    for (const table of ['audit_entry', 'response', 'room', 'mail'])
      expect(await rows(`select 1 from ${table} where region_id = $1`, [region.id])).toEqual([]);
  });

  it('takes an anonymous answer once: of fifty at the same moment one is received', async () => {
    const { id, token } = await campaignOf();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, k) => evaluations.send(token, { grade: { value: (k % 10) + 1 } }, [])),
    );
    const count = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
    expect([count('received'), count('already'), (await boxOf(id)).length, await usedOf(id)]).toEqual([
      1, 49, 1, 1,
    ]);
    expect(await evaluations.send(token, { nonsense: 1 } as never, [])).toEqual({ outcome: 'already' });
  });

  it('lets sixty people of one campaign answer at the same moment', async () => {
    const { id, invited } = await campaignOf({ invited: 60 });
    const outcomes = await Promise.all(invited.map(({ token }) => evaluations.send(token, FULL, [])));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['received']));
    expect([(await boxOf(id)).length, await usedOf(id)]).toEqual([60, 60]);
  });

  it('refuses answers that the page cannot have sent, and leaves the link as it was', async () => {
    const { id, token } = await campaignOf();
    await refused(evaluations.send(token, { grade: { value: 11 } }, []), 'evaluation.answer-invalid', {
      wrong: [{ item: 'grade', reason: 'out-of-range' }],
    });
    await refused(evaluations.send(token, {}, []), 'evaluation.answer-invalid');
    expect([await boxOf(id), await usedOf(id)]).toEqual([[], 0]);
    expect(await evaluations.send(token, GRADE, [])).toEqual({ outcome: 'received' });
  });

  it('refuses patient data before anything is stored, and asks once about what may be', async () => {
    const { id, token } = await campaignOf();
    const withText = (text: string): Answers => ({ ...GRADE, remark: { text } });
    const phone = withText('Bel 06-12345678.');
    for (const confirmed of [[], ['remark']])
      await refused(evaluations.send(token, phone, confirmed), 'text.identifiers', {
        findings: [expect.objectContaining({ item: 'remark', verdict: 'block' })],
      });
    const name = withText('Mevrouw De Vries was tevreden.');
    await refused(evaluations.send(token, name, []), 'text.identifiers', {
      findings: [expect.objectContaining({ item: 'remark', verdict: 'warn' })],
    });
    expect([await boxOf(id), await usedOf(id)]).toEqual([[], 0]);
    expect(await evaluations.send(token, name, ['remark'])).toEqual({ outcome: 'received' });
  });

  it('does not keep anonymous answers: who could show them again would know whose they are', async () => {
    const { token } = await campaignOf();
    await refused(evaluations.keep(token, 'grade', { value: 3 }), 'evaluation.answer-invalid', {
      wrong: [{ item: null, reason: 'not-kept' }],
    });
    expect(await rows('select 1 from response where region_id = $1', [region.id])).toEqual([]);
  });

  it('keeps confidential answers as they are given, for every device, and lets the last ones count', async () => {
    const { id, token, invited } = await campaignOf({ anonymity: 'confidential' });
    expect((await evaluations.open(token)).kept).toBeNull();
    await evaluations.keep(token, 'grade', { value: 3 });
    await evaluations.keep(token, 'missed', { options: ['content'] });
    await evaluations.keep(token, 'remark', { text: ' Te druk. ' });
    await evaluations.keep(token, 'missed', null);
    expect((await evaluations.open(token)).kept).toEqual({
      answers: { grade: { value: 3 }, remark: { text: 'Te druk.' } },
      sent: false,
    });
    expect(await usedOf(id)).toBe(0);
    expect(await evaluations.send(token, FULL, [])).toEqual({ outcome: 'received' });
    expect(await evaluations.send(token, GRADE, [])).toEqual({ outcome: 'received' });
    await evaluations.keep(token, 'grade', { value: 10 });
    const view = await evaluations.open(token);
    expect([view.state, view.kept]).toEqual(['open', { answers: { grade: { value: 10 } }, sent: true }]);
    expect([
      await usedOf(id),
      (await rows('select 1 from response where campaign_id = $1', [id])).length,
    ]).toEqual([1, 1]);
    expect((await evaluations.open(invited[1]!.token)).kept).toBeNull();
  });

  it('loses no answer when two devices keep at the same moment', async () => {
    const { token } = await campaignOf({ anonymity: 'confidential' });
    await Promise.all([
      evaluations.keep(token, 'grade', { value: 5 }),
      evaluations.keep(token, 'missed', { options: ['time'] }),
      evaluations.keep(token, 'remark', { text: 'Prima.' }),
    ]);
    expect(Object.keys((await evaluations.open(token)).kept!.answers).sort()).toEqual([
      'grade',
      'missed',
      'remark',
    ]);
  });

  it('keeps what is kept out of sight of the database: one size, and readable with the link alone', async () => {
    const { id, invited } = await campaignOf({ anonymity: 'named' });
    const [one, two] = invited as [InvitedPerson, InvitedPerson];
    await evaluations.keep(one.token, 'remark', { text: 'Een zin die nergens anders staat.' });
    await evaluations.send(two.token, GRADE, []);
    const kept = await rows<{ kept: Buffer }>('select kept from response where campaign_id = $1', [id]);
    expect(new Set(kept.map((row) => row.kept.length))).toEqual(
      new Set([ballotSize(SMALL_QUESTIONNAIRE) + 40]),
    );
    expect(kept.some((row) => row.kept.includes('nergens'))).toBe(false);
  });

  it('refuses to keep patient data, and a doubtful text that would be counted without having been asked about', async () => {
    const { token } = await campaignOf({ anonymity: 'confidential' });
    const name = { text: 'Mevrouw De Vries was tevreden.' };
    await refused(evaluations.keep(token, 'remark', { text: 'BSN 111222333' }), 'text.identifiers');
    await evaluations.keep(token, 'remark', name); // a draft: asked about when it is sent
    await refused(evaluations.send(token, { ...GRADE, remark: name }, []), 'text.identifiers');
    await evaluations.send(token, GRADE, []);
    await refused(evaluations.keep(token, 'remark', name), 'text.identifiers');
    expect((await evaluations.open(token)).kept?.answers).toEqual(GRADE);
  });

  it.each([
    ['an item that is not asked', 'other', { value: 1 }, 'unknown-item'],
    ['a wrong type', 'grade', { text: 'x' }, 'wrong-type'],
    ['a grade out of range', 'grade', { value: 0 }, 'out-of-range'],
  ])('refuses to keep %s', async (_what, item, answer, reason) => {
    const { token } = await campaignOf({ anonymity: 'confidential' });
    await refused(evaluations.keep(token, item, answer), 'evaluation.answer-invalid', {
      wrong: [{ item, reason }],
    });
  });

  it('says the same of every link that is none, of a campaign that did not begin too', async () => {
    const { token } = await campaignOf();
    const early = await makeCampaign(test.database, secrets, region.id, { state: 'planned' });
    const wrong = [
      newToken(),
      '',
      'x',
      `${token}x`,
      token.toLowerCase(),
      early.invited[0]!.token,
      "' or true --",
    ];
    for (const one of wrong)
      for (const work of [
        () => evaluations.open(one),
        () => evaluations.keep(one, 'grade', { value: 1 }),
        () => evaluations.send(one, GRADE, []),
      ])
        await refused(work(), 'auth.link-invalid', {});
  });

  it('finds the region of a link by itself, among several', async () => {
    const first = await campaignOf();
    region = await makeRegion(test.database, { name: 'Huisartsen Elders' });
    actor = systemActor(region.id);
    const second = await campaignOf();
    expect((await evaluations.open(second.token)).region).toBe('Huisartsen Elders');
    await evaluations.send(second.token, GRADE, []);
    await evaluations.send(first.token, GRADE, []);
    expect([(await boxOf(first.id)).length, (await boxOf(second.id)).length]).toEqual([1, 1]);
  });

  it.each(['closed', 'stopped'] as const)('takes nothing once the campaign is %s', async (end) => {
    for (const anonymity of ['anonymous', 'confidential'] as const) {
      const { id, token, invited } = await campaignOf({ anonymity });
      await evaluations.send(invited[1]!.token, GRADE, []);
      await (end === 'closed' ? closing.close(actor, id) : closing.discard(actor, id));
      const view = await evaluations.open(token);
      expect([view.state, view.content, view.kept]).toEqual(['closed', null, null]);
      await refused(evaluations.send(token, GRADE, []), 'evaluation.closed');
      await refused(evaluations.keep(token, 'grade', { value: 1 }), 'evaluation.closed');
      expect(await usedOf(id)).toBe(1);
    }
  });

  it('counts every answer that was received, whenever the campaign closes among them', async () => {
    const { id, invited } = await campaignOf({ invited: 40 });
    for (const { token } of invited.slice(0, 5)) await evaluations.send(token, GRADE, []);
    const sending = invited.slice(5).map(({ token }) =>
      evaluations.send(token, GRADE, []).then(
        ({ outcome }) => outcome as string,
        (error: { code: string }) => error.code,
      ),
    );
    const closed = closing.close(actor, id);
    const outcomes = await Promise.all(sending);
    await closed;
    const received = 5 + outcomes.filter((one) => one === 'received').length;
    expect(outcomes.filter((one) => one !== 'received' && one !== 'evaluation.closed')).toEqual([]);
    const opened = await rows('select 1 from opened_ballot where campaign_id = $1', [id]);
    expect([opened.length, await usedOf(id)]).toEqual([received, received]);
  });

  it('sends as many statements for a long questionnaire as for a short one', async () => {
    const [small] = SMALL_QUESTIONNAIRE.items;
    const long = {
      ...SMALL_QUESTIONNAIRE,
      items: Array.from({ length: 60 }, (_, k) => ({ ...small!, key: `grade-${k}` })),
    };
    const one = await campaignOf();
    const many = await campaignOf({ content: long });
    const answers = Object.fromEntries(long.items.map(({ key }) => [key, { value: 5 }]));
    const short = await queriesOf(test.database, () => evaluations.send(one.token, GRADE, []));
    const wide = await queriesOf(test.database, () => evaluations.send(many.token, answers, []));
    expect(wide.length).toBe(short.length);
  });
});
