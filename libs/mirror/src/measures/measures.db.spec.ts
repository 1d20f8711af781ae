import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { MeasureContent } from '#libs/contracts';
import type { Actor, Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makePractice,
  makeRegion,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { BUILT_IN_MEASURES } from './built-in-measures.rules.js';
import { MeasuresService } from './measures.service.js';

const VERW = BUILT_IN_MEASURES[0]?.content as MeasureContent;

describe('measures', () => {
  let test: TestDatabase;
  let measures: MeasuresService;
  let region: { id: string };
  let anna: Actor;
  let bert: Actor;
  let noor: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database } = test;
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    measures = injector(
      database,
      clock,
      new AuditService(database, clock, new CheckpointsService(database, clock, config)),
    )(MeasuresService);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    region = await makeRegion(test.database);
    anna = await makeActor(test.database, region.id, 'data-steward', { name: 'Anna' });
    bert = await makeActor(test.database, region.id, 'region-coordinator', { name: 'Bert' });
    const practice = await makePractice(test.database, region.id);
    noor = await makeActor(test.database, region.id, 'practice-holder', { scopeId: practice.id });
  });
  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'allowed',
      (error: { code?: string; details?: { problems?: string[] } }) =>
        error.details?.problems ? [error.code, ...error.details.problems] : (error.code ?? error),
    );

  it('come with the region, once, however many ask at the same moment, and then cost one query', async () => {
    const all = await Promise.all([
      measures.reviewed(anna),
      measures.reviewed(noor),
      measures.reviewed(bert),
    ]);
    expect(new Set(all.map((list) => JSON.stringify(list))).size).toBe(1);
    expect(all[0]?.map(({ code, number, overdue }) => [code, number, overdue])).toEqual(
      BUILT_IN_MEASURES.map(({ code, number }) => [code, number, false]),
    );
    const queries = await queriesOf(test.database, () => measures.reviewed(anna));
    expect(queries.filter((query) => query !== 'COMMIT')).toHaveLength(1);
    const list = await queriesOf(test.database, () => measures.list(anna));
    expect(list.filter((query) => query !== 'COMMIT')).toHaveLength(3);
  });

  it('do not change where they came with Leerkring, but are copied (MIR-02)', async () => {
    const [verw] = await measures.list(anna);
    expect(verw).toMatchObject({
      code: 'VERW',
      origin: 'built-in',
      draft: null,
      current: { number: '1.0.0', author: null, reviewBy: '2027-11-22', overdue: false },
    });
    expect(await refusal(measures.saveDraft(anna, verw?.id as string, { content: VERW }))).toBe(
      'measure.built-in',
    );
    expect(await refusal(measures.review(anna, verw?.id as string))).toBe('measure.built-in');
    const copy = await measures.create(anna, { code: 'VERW-KNIE', from: 'VERW' });
    expect(copy).toMatchObject({
      origin: 'own',
      current: null,
      draft: { number: '1.0.0', author: 'Anna', content: VERW },
    });
    expect([
      await refusal(measures.create(bert, { code: 'VERW-KNIE', from: 'VERW' })),
      await refusal(measures.create(bert, { code: 'knie', from: 'VERW' })),
      await refusal(measures.create(bert, { code: 'KNIE', from: 'GEEN' })),
    ]).toEqual([['measure.invalid', 'code-taken'], ['measure.invalid', 'code-invalid'], 'not-found']);
  });

  it('are reviewed by another person than who wrote them, without exception (MIR-02)', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    expect(await refusal(measures.review(anna, id))).toBe('measure.own-review');
    await measures.saveDraft(bert, id, { content: { ...VERW, limitations: [] } }, 1);
    expect(await refusal(measures.review(anna, id, 1))).toBe('conflict.stale');
    expect(await refusal(measures.review(anna, id, 2))).toEqual(['measure.invalid', 'limitations-missing']);
    await measures.saveDraft(bert, id, { content: VERW }, 2);
    expect(await refusal(measures.review(bert, id))).toBe('measure.own-review');
    const reviewed = await measures.review(anna, id, 3);
    expect(reviewed).toMatchObject({
      draft: null,
      current: {
        number: '1.0.0',
        state: 'reviewed',
        author: 'Bert',
        reviewer: 'Anna',
        reviewBy: '2027-11-02',
      },
    });
    expect((await measures.reviewed(noor)).map(({ code }) => code)).toContain('KNIE');
  });

  it('keep the version that counts until the next is reviewed, and say when a review is overdue (MIR-12)', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    await measures.review(bert, id);
    const changed = { ...VERW, numeratorWords: { nl: 'brieven over de knie', en: 'letters about the knee' } };
    await measures.saveDraft(anna, id, { content: changed });
    const current = async () => (await measures.reviewed(anna)).find(({ code }) => code === 'KNIE');
    expect(await current()).toMatchObject({ number: '1.0.0', content: VERW });
    await measures.review(bert, id);
    expect(await current()).toMatchObject({ number: '2.0.0', content: changed, overdue: false });
    clock.set('2027-11-03T09:00:00Z');
    expect(await current()).toMatchObject({ overdue: true });
    clock.set('2026-11-02T09:00:00Z');
  });

  it('throw a draft away, and what was reviewed stays; of one that never was the code is free again', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    expect(await refusal(measures.discardDraft(anna, id, 7))).toBe('conflict.stale');
    await measures.discardDraft(anna, id, 1);
    expect(await refusal(measures.get(anna, 'KNIE'))).toBe('not-found');
    expect((await measures.list(anna)).map(({ code }) => code)).not.toContain('KNIE');
    expect(await refusal(measures.discardDraft(anna, id))).toBe('not-found');
    const both = await Promise.all([
      refusal(measures.create(anna, { code: 'KNIE', from: 'DIAG' })),
      refusal(measures.create(bert, { code: 'KNIE', from: 'VERW' })),
    ]);
    expect(both).toContainEqual(['measure.invalid', 'code-taken']);
    const again = await measures.get(anna, 'KNIE');
    expect(again).toMatchObject({ id, draft: { number: '1.0.0' } });
    const reviewer = again.draft?.author === 'Anna' ? bert : anna;
    const { current } = await measures.review(reviewer, id);

    const changed = { ...VERW, numeratorWords: { nl: 'brieven over de knie', en: 'letters about the knee' } };
    for (let turn = 0; turn < 2; turn += 1) {
      const { draft } = await measures.saveDraft(anna, id, { content: changed });
      expect(draft?.number).toBe('2.0.0');
      await measures.discardDraft(bert, id, draft?.version);
      expect(await measures.get(anna, 'KNIE')).toMatchObject({ draft: null, current: { id: current?.id } });
    }
    const [verw] = await measures.list(anna);
    expect(await refusal(measures.discardDraft(anna, verw?.id as string))).toBe('measure.built-in');
    expect(await refusal(measures.discardDraft(noor, id))).toBe('auth.forbidden');
  });

  it('are put away and brought back where they are the region’s own; the definition stays readable (MIR-02)', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    expect(await refusal(measures.archive(anna, id))).toBe('measure.not-reviewed');
    const { version } = await measures.review(bert, id);
    expect(await refusal(measures.archive(anna, id, version + 1))).toBe('conflict.stale');
    const away = await measures.archive(anna, id, version);
    expect(away).toMatchObject({ archivedAt: expect.any(String), current: { number: '1.0.0' } });
    const codes = async (by: Actor, archived = false) =>
      (await measures.list(by, archived)).map(({ code }) => code);
    expect(await codes(anna)).not.toContain('KNIE');
    expect(await codes(anna, true)).toEqual(['KNIE']);
    expect(await refusal(measures.list(noor, true))).toBe('auth.forbidden');
    expect((await measures.reviewed(anna)).map(({ code }) => code)).not.toContain('KNIE');
    for (const reader of [anna, noor]) {
      expect(await measures.get(reader, 'KNIE')).toMatchObject({ archivedAt: away.archivedAt });
      expect(await measures.definition(reader, 'KNIE', '1.0.0')).toMatchObject({
        archivedAt: away.archivedAt,
        version: { number: '1.0.0', content: VERW },
      });
    }
    expect([
      await refusal(measures.archive(anna, id)),
      await refusal(measures.saveDraft(anna, id, { content: VERW })),
      await refusal(measures.create(anna, { code: 'KNIE', from: 'VERW' })),
      await refusal(measures.restore(noor, id)),
    ]).toEqual(['not-found', 'not-found', ['measure.invalid', 'code-taken'], 'auth.forbidden']);
    expect(await measures.restore(bert, id, away.version)).toMatchObject({ archivedAt: null });
    expect(await refusal(measures.restore(bert, id))).toBe('not-found');
    expect((await measures.reviewed(anna)).map(({ code }) => code)).toContain('KNIE');
    const [verw] = await measures.list(anna);
    expect(await refusal(measures.archive(anna, verw?.id as string))).toBe('measure.built-in');
    const events = await test.database.transaction(anna, () =>
      test.database.query<{ event: string }>(
        `select event from audit_entry where subject_id = $1 order by seq`,
        [id],
      ),
    );
    expect(events.map(({ event }) => event).slice(-2)).toEqual(['measure.archived', 'measure.restored']);
  });

  it('are read in the version that a card names, with which one counts now and since when (MIR-02)', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    await measures.review(bert, id);
    const changed = { ...VERW, numeratorWords: { nl: 'brieven over de knie', en: 'letters about the knee' } };
    await measures.saveDraft(anna, id, { content: changed });
    expect(await refusal(measures.definition(anna, 'KNIE', '2.0.0'))).toBe('not-found'); // a draft yet
    clock.pass({ days: 10 });
    await measures.review(bert, id);
    const since = clock.now().toISOString();
    const versions = [
      { number: '2.0.0', reviewedAt: since },
      { number: '1.0.0', reviewedAt: expect.any(String) },
    ];
    expect(await measures.definition(noor, 'KNIE', '1.0.0')).toMatchObject({
      version: { number: '1.0.0', content: VERW },
      current: { number: '2.0.0', since },
      versions,
    });
    expect(await measures.definition(noor, 'KNIE')).toMatchObject({
      version: { number: '2.0.0', content: changed },
      current: { number: '2.0.0', since },
      versions,
    });
    expect([
      await refusal(measures.definition(noor, 'KNIE', '9.9.9')),
      await refusal(measures.definition(noor, 'NIETS')),
      await refusal(measures.definition(noor, "x'; --")),
    ]).toEqual(['not-found', 'not-found', 'not-found']);
    clock.set('2026-11-02T09:00:00Z');
  });

  it('show drafts to who writes them only, and are written by nobody else (architecture §5)', async () => {
    const { id } = await measures.create(anna, { code: 'KNIE', from: 'VERW' });
    expect((await measures.list(noor)).map(({ code }) => code)).not.toContain('KNIE');
    expect([
      await refusal(measures.get(noor, 'KNIE')),
      await refusal(measures.create(noor, { code: 'EIGEN', from: 'VERW' })),
      await refusal(measures.saveDraft(noor, id, { content: VERW })),
      await refusal(measures.review(noor, id)),
    ]).toEqual(['not-found', 'auth.forbidden', 'auth.forbidden', 'auth.forbidden']);
    expect((await measures.get(noor, 'VERW')).current?.content).toEqual(VERW);
  });
});
