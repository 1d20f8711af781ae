import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { QuestionnaireContent, QuestionnaireItem } from '#libs/contracts';
import { systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeRegion,
  openTestDatabase,
  queriesOf,
  SMALL_QUESTIONNAIRE,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { BUILT_INS } from './built-in/built-in.rules.js';
import { QuestionnairesQueries } from './questionnaires.queries.js';
import { QuestionnairesService } from './questionnaires.service.js';

const TITLE = { nl: 'Eigen vragenlijst', en: 'Our own questionnaire' };
const content = (more: Partial<QuestionnaireContent> = {}): QuestionnaireContent => ({
  ...SMALL_QUESTIONNAIRE,
  title: TITLE,
  ...more,
});

describe('questionnaires', () => {
  let test: TestDatabase;
  let services: ReturnType<typeof injector>;
  let questionnaires: QuestionnairesService;
  let region: { id: string };
  let anna: Actor;
  let bert: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database } = test;
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    services = injector(
      database,
      clock,
      new AuditService(database, clock, new CheckpointsService(database, clock, config)),
    );
    questionnaires = services(QuestionnairesService);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    region = await makeRegion(test.database);
    anna = await makeActor(test.database, region.id, 'region-coordinator', { name: 'Anna' });
    bert = await makeActor(test.database, region.id, 'region-coordinator', { name: 'Bert' });
  });

  const refusal = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? error,
    );
  /** The different outcomes of several attempts. */
  const refusals = async (works: Promise<unknown>[]): Promise<unknown[]> => [
    ...new Set(await Promise.all(works.map(refusal))),
  ];
  const builtIn = async (key: string): Promise<string> => {
    const { items } = await questionnaires.list(anna, { limit: 100 });
    return items.find((one) => one.key === key)?.id as string;
  };
  const reviewedOwn = async (): Promise<string> => {
    const { id } = await questionnaires.create(anna, { title: TITLE });
    await questionnaires.saveDraft(anna, id, { content: content() }, 1);
    await questionnaires.review(bert, id);
    return id;
  };

  it('come with the region, once, however many ask at the same moment', async () => {
    const actor = systemActor(region.id);
    const built = () =>
      test.database.transaction(actor, () =>
        services(QuestionnairesQueries).builtIn(region.id, 'dialogue-evaluation'),
      );
    const versions = await Promise.all([built(), built(), built()]);
    expect(new Set(versions.map(({ id }) => id)).size).toBe(1);
    const { items, total, next } = await questionnaires.list(anna, { limit: 50 });
    expect({ total, next }).toEqual({ total: BUILT_INS.length, next: null });
    expect(items.map(({ key, origin, reviewedVersion }) => [key, origin, reviewedVersion?.number])).toEqual(
      BUILT_INS.map(({ key, number }) => [key, 'built-in', number]),
    );
    const page = await questionnaires.get(anna, items[0]?.id as string);
    expect(page).toMatchObject({
      draft: null,
      problems: [],
      reviewed: {
        author: null,
        reviewer: null,
        reviewedAt: '2026-11-22T00:00:00.000Z',
        content: BUILT_INS[0]?.content,
      },
    });
  });

  it('are not changed where they came with Leerkring, but copied (features: own questionnaires)', async () => {
    const from = await builtIn('value-survey-staff');
    expect(
      await refusals([
        questionnaires.saveDraft(anna, from, { content: content() }),
        questionnaires.discardDraft(anna, from),
        questionnaires.review(anna, from),
        questionnaires.archive(anna, from),
      ]),
    ).toEqual(['questionnaire.built-in']);
    const copy = await questionnaires.create(anna, { from, title: TITLE });
    expect(copy).toMatchObject({
      origin: 'own',
      title: TITLE,
      items: BUILT_INS[3]?.content.items.length,
      reviewedVersion: null,
      hasDraft: true,
      problems: [],
      draft: { number: 1, state: 'draft', author: 'Anna', version: 1 },
    });
    // what is in progress is what is copied
    await questionnaires.saveDraft(anna, copy.id, { content: content() }, 1);
    const second = await questionnaires.create(bert, { from: copy.id, title: TITLE });
    expect(second.draft?.content).toEqual(content());
    expect(second.key).not.toBe(copy.key);
  });

  it('grow as a draft that says what is missing, item by item, in both languages', async () => {
    const { id, draft } = await questionnaires.create(anna, { title: TITLE });
    expect(draft?.content).toMatchObject({ title: TITLE, items: [] });
    const item = { ...(SMALL_QUESTIONNAIRE.items[0] as QuestionnaireItem), text: { nl: 'Cijfer?', en: '' } };
    const saved = await questionnaires.saveDraft(bert, id, { content: content({ items: [item] }) }, 1);
    expect(saved).toMatchObject({
      problems: [{ item: 'grade', code: 'translation-missing' }],
      draft: { author: 'Bert', version: 2 },
    });
    expect(await refusal(questionnaires.saveDraft(anna, id, { content: content() }, 1))).toBe(
      'conflict.stale',
    );
    expect(await refusal(questionnaires.saveDraft(anna, id, { content: { items: [] } }, 2))).toBe(
      'validation.failed',
    );
    expect(await refusal(questionnaires.review(anna, id))).toBe('questionnaire.invalid');
  });

  it('are reviewed by somebody else than who wrote them', async () => {
    const { id } = await questionnaires.create(anna, { title: TITLE });
    await questionnaires.saveDraft(anna, id, { content: content() }, 1);
    expect(await refusal(questionnaires.review(anna, id))).toBe('questionnaire.own-review');
    expect(await refusal(questionnaires.review(bert, id, 1))).toBe('conflict.stale');
    const reviewed = await questionnaires.review(bert, id, 2);
    expect(reviewed).toMatchObject({
      draft: null,
      hasDraft: false,
      reviewedVersion: { number: 1 },
      reviewed: { author: 'Anna', reviewer: 'Bert', state: 'reviewed' },
    });
    expect(await refusal(questionnaires.review(bert, id))).toBe('not-found');
  });

  it('are reviewed by the writer where there is nobody else', async () => {
    const alone = await makeRegion(test.database);
    const only = await makeActor(test.database, alone.id, 'region-coordinator');
    const { id } = await questionnaires.create(only, { title: TITLE });
    await questionnaires.saveDraft(only, id, { content: content() });
    expect(await questionnaires.review(only, id)).toMatchObject({ reviewedVersion: { number: 1 } });
  });

  it('get a new version after review; the old one stays what it was', async () => {
    const id = await reviewedOwn();
    const before = (await questionnaires.get(anna, id)).reviewed;
    const changed = content({ minutes: 4 });
    expect(await refusal(questionnaires.saveDraft(anna, id, { content: changed }, 2))).toBe('conflict.stale');
    const drafted = await questionnaires.saveDraft(anna, id, { content: changed });
    expect(drafted).toMatchObject({ minutes: 1, reviewed: { id: before?.id }, draft: { number: 2 } });
    const usable = () => test.database.transaction(anna, () => services(QuestionnairesQueries).usable(id));
    expect((await usable()).id).toBe(before?.id);
    await questionnaires.review(bert, id);
    expect(await usable()).toMatchObject({ number: 2, content: { minutes: 4 } });
    const [old] = await test.database.transaction(anna, () =>
      test.database.query<{ content: QuestionnaireContent }>(
        'select content from questionnaire_version where id = $1',
        [before?.id],
      ),
    );
    expect(old?.content).toEqual(content());
  });

  it('lose a draft, and go when nothing was ever reviewed', async () => {
    const id = await reviewedOwn();
    await questionnaires.saveDraft(anna, id, { content: content({ minutes: 9 }) });
    await questionnaires.discardDraft(anna, id);
    expect(await questionnaires.get(anna, id)).toMatchObject({
      draft: null,
      reviewed: { number: 1 },
      archived: false,
    });
    expect(await refusal(questionnaires.discardDraft(anna, id))).toBe('not-found');
    expect((await questionnaires.saveDraft(anna, id, { content: content() })).draft?.number).toBe(3);

    const never = await questionnaires.create(anna, { title: TITLE });
    await questionnaires.discardDraft(anna, never.id);
    const { items } = await questionnaires.list(anna, { limit: 100 });
    expect(items.map((one) => one.id)).not.toContain(never.id);
    expect(await refusal(questionnaires.get(anna, never.id))).toBe('not-found');
  });

  it('are archived when nobody is about to use them, and then stay as they are', async () => {
    const id = await reviewedOwn();
    const [version] = await test.database.transaction(anna, () =>
      test.database.query<{ id: string }>(
        'select id from questionnaire_version where questionnaire_id = $1',
        [id],
      ),
    );
    const [campaign] = await test.database.transaction(anna, () =>
      test.database.query<{ id: string }>(
        `insert into campaign (region_id, questionnaire_version_id, title, anonymity, audience)
         values ($1, $2, '{"nl": "X", "en": "X"}', 'named', '{"kind": "attendees"}') returning id`,
        [region.id, version?.id],
      ),
    );
    expect(await refusal(questionnaires.archive(anna, id))).toBe('questionnaire.in-use');
    await test.database.transaction(anna, () =>
      test.database.query(`update campaign set state = 'running' where id = $1`, [campaign?.id]),
    );
    expect(await questionnaires.archive(anna, id)).toMatchObject({ archived: true });
    expect(
      await refusals([
        questionnaires.saveDraft(anna, id, { content: content() }),
        questionnaires.archive(anna, id),
        test.database.transaction(anna, () => services(QuestionnairesQueries).usable(id)),
      ]),
    ).toEqual(['questionnaire.archived']);
  });

  it('are for the coordinators of the own region', async () => {
    const id = await reviewedOwn();
    const employee = await makeActor(test.database, region.id, 'practice-employee');
    const elsewhere = await makeActor(
      test.database,
      (await makeRegion(test.database)).id,
      'region-coordinator',
    );
    for (const [actor, code] of [
      [employee, 'auth.forbidden'],
      [elsewhere, 'not-found'],
    ] as const)
      expect(
        await refusals([
          questionnaires.get(actor, id),
          questionnaires.create(actor, { from: id, title: TITLE }),
          questionnaires.saveDraft(actor, id, { content: content() }),
          questionnaires.discardDraft(actor, id),
          questionnaires.review(actor, id),
          questionnaires.archive(actor, id),
        ]),
      ).toEqual([code]);
    expect(await refusal(questionnaires.list(employee, { limit: 1 }))).toBe('auth.forbidden');
    const { items } = await questionnaires.list(elsewhere, { limit: 100 });
    expect(items.every(({ origin }) => origin === 'built-in')).toBe(true);
  });

  it('are listed with as many queries for thirty as for one, page by page', async () => {
    const list = (limit: number, cursor?: string) =>
      questionnaires.list(anna, { limit, ...(cursor ? { cursor } : {}) });
    await list(100);
    const few = await queriesOf(test.database, () => list(100));
    for (let k = 0; k < 30; k++)
      await questionnaires.create(anna, { title: { nl: `Lijst ${String(k).padStart(2, '0')}`, en: 'List' } });
    const many = await queriesOf(test.database, () => list(100));
    expect([few.length, many.length]).toEqual([4, 4]); // COMMIT is one
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list(7, cursor ?? undefined);
      expect(page.total).toBe(35);
      seen.push(...page.items.map(({ title }) => title.nl));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(35);
    expect(seen.slice(5)).toEqual(seen.slice(5).sort());
  });
});
