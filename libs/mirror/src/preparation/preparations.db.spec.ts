import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import { Secrets, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeDataSet,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { PreparationsService, type PreparationWish } from './preparations.service.js';

const WISH: PreparationWish = {
  story: 'Wij zien veel ouderen met huidklachten.',
  question: 'Wie belt er eerst met de dermatoloog?',
  figures: [{ measure: 'VERW', item: 'DER' }],
};

describe('the page with which a group prepares its talk (MIR-05, SES-05)', () => {
  let test: TestDatabase;
  let preparations: PreparationsService;
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let group: { id: string; name: string };
  let holder: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config),
    );
    preparations = injector(test.database, clock, audit, new Secrets(config))(PreparationsService);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    region = await makeRegion(test.database);
    practices = [];
    for (const name of ['Een', 'Twee', 'Drie', 'Vier'])
      practices.push(await makePractice(test.database, region.id, { name }));
    group = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      leaderPracticeId: practices[1]!.id,
    });
    holder = await of('practice-holder', practices[0]!.id);
  });

  const of = (role: Parameters<typeof makeActor>[2], scopeId?: string) =>
    makeActor(test.database, region.id, role, { scopeId });
  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const refused = (work: Promise<unknown>, code: string, details: unknown = expect.anything()) =>
    expect(work).rejects.toMatchObject({ code, details });

  it('has room for the story before there is any figure', async () => {
    expect(await preparations.get(holder, group.id)).toEqual({
      groupId: group.id,
      group: group.name,
      mode: 'pseudonymous',
      story: '',
      question: '',
      figures: [],
      openMode: null,
      mayPrepare: true,
      version: 0,
    });
  });

  it('is saved as a whole, and heard by who looks at it', async () => {
    const saved = await preparations.save(holder, group.id, 0, WISH);
    expect(saved).toMatchObject({
      story: WISH.story,
      question: WISH.question,
      figures: [{ measure: 'VERW', item: 'DER', view: null }], // nothing was supplied yet
      version: 1,
    });
    const contact = await of('practice-contact', practices[3]!.id);
    expect(await preparations.get(contact, group.id)).toMatchObject({ ...saved, mayPrepare: false });
    expect(await query(`select name, version from room`)).toEqual([
      { name: `figures:${group.id}`, version: 1 },
    ]);
    expect(await query(`select event, action, detail from audit_entry`)).toEqual([
      { event: 'group-preparation.saved', action: 'C', detail: { figures: 1 } },
    ]);
  });

  it('is not written over by who has not seen the latest', async () => {
    await preparations.save(holder, group.id, 0, WISH);
    await refused(preparations.save(holder, group.id, 0, WISH), 'conflict.stale', { version: 1 });
    expect(await preparations.save(holder, group.id, 1, { ...WISH, figures: [] })).toMatchObject({
      figures: [],
      version: 2,
    });
    const both = await Promise.allSettled([
      preparations.save(holder, group.id, 2, { ...WISH, story: 'a' }),
      preparations.save(holder, group.id, 2, { ...WISH, story: 'b' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes four figures at most, each once, of reviewed measures', async () => {
    const items = (...names: string[]) => names.map((item) => ({ measure: 'VERW', item }));
    expect(
      await preparations.save(holder, group.id, undefined, {
        ...WISH,
        figures: items('DER', 'CHI', 'OOG', 'KNO'),
      }),
    ).toMatchObject({ figures: items('DER', 'CHI', 'OOG', 'KNO') });
    for (const figures of [items('DER', 'CHI', 'OOG', 'KNO', 'CAR'), items('DER', 'DER')])
      await refused(
        preparations.save(holder, group.id, undefined, { ...WISH, figures }),
        'validation.failed',
      );
    await refused(
      preparations.save(holder, group.id, undefined, { ...WISH, figures: [{ measure: 'NIETS', item: '' }] }),
      'measure.not-reviewed',
    );
  });

  it('keeps no patient data in story or question', async () => {
    await refused(
      preparations.save(holder, group.id, 0, { ...WISH, question: 'Wie kent BSN 111222333?' }),
      'remark.patient-data',
      { findings: [expect.objectContaining({ item: 'question', verdict: 'block' })] },
    );
    expect(await query(`select 1 from group_preparation`)).toEqual([]);
  });

  it('is prepared by holders, the leading practice and the leader, read by the group, and not there for anybody else', async () => {
    const may = async (actor: Actor): Promise<boolean> => {
      const { mayPrepare } = await preparations.get(actor, group.id);
      const saved = preparations.save(actor, group.id, undefined, WISH);
      if (mayPrepare) await saved;
      else await refused(saved, 'auth.forbidden');
      return mayPrepare;
    };
    expect(await may(await of('practice-contact', practices[1]!.id))).toBe(true); // of the leading practice
    expect(await may(await of('discussion-leader', group.id))).toBe(true);
    expect(await may(await of('practice-contact', practices[2]!.id))).toBe(false);
    expect(await may(await of('practice-employee', practices[0]!.id))).toBe(false);
    const elsewhere = await makePractice(test.database, region.id);
    const stranger = await of('practice-holder', elsewhere.id);
    const staff = [
      await of('region-coordinator'),
      await of('data-steward'),
      await of('practice-consultant', practices[0]!.id),
    ];
    for (const actor of [stranger, ...staff]) {
      await refused(preparations.get(actor, group.id), 'not-found');
      await refused(preparations.save(actor, group.id, undefined, WISH), 'not-found');
    }
    await refused(preparations.get(holder, 'x'), 'not-found');
  });

  it('is looked at from one of the reader’s own member practices', async () => {
    const elsewhere = await makePractice(test.database, region.id);
    await refused(preparations.get(holder, group.id, practices[1]!.id), 'not-found');
    await refused(preparations.get(holder, group.id, elsewhere.id), 'not-found');
    expect(await preparations.get(holder, group.id, practices[0]!.id)).toMatchObject({ groupId: group.id });
  });

  it('shows every reader the figure of the reader’s own practice, and nobody without one any', async () => {
    const quarters = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];
    const counts = [31, 47];
    await makeDataSet(test.database, region.id, {
      atoms: counts.flatMap((count, k) =>
        quarters.map((starts) => ({ practiceId: practices[k]!.id, item: 'DER', starts, count })),
      ),
      listed: counts.flatMap((_, k) =>
        quarters.map((starts) => ({ practiceId: practices[k]!.id, starts, listed: 2000 })),
      ),
      period: { from: '2025-10-01', toExclusive: '2026-10-01' },
      items: { DER: 'Dermatologie' },
    });
    await preparations.save(holder, group.id, 0, WISH);
    const seenBy = async (actor: Actor) =>
      (await preparations.get(actor, group.id)).figures[0]?.view?.own.numerator ?? null;
    expect(await seenBy(holder)).toBe(4 * 31);
    expect(await seenBy(await of('practice-contact', practices[1]!.id))).toBe(4 * 47);
    expect(await seenBy(await of('practice-holder', practices[2]!.id))).toBeNull(); // supplied nothing
    expect(await seenBy(await of('discussion-leader', group.id))).toBeNull();
    const [figure] = (await preparations.get(holder, group.id)).figures;
    expect(figure).toMatchObject({ measure: 'VERW', view: { item: { name: 'Dermatologie' }, group: null } });
  });

  it('says that a group of three is not compared, and rests when the group has ended', async () => {
    await query(`update group_member set left_at = now() where practice_id = $1`, [practices[3]!.id]);
    expect(await preparations.get(holder, group.id)).toMatchObject({ mode: 'none' });
    await query(`update intervision_group set ended_on = current_date where id = $1`, [group.id]);
    expect(await preparations.get(holder, group.id)).toMatchObject({ mayPrepare: false });
    await refused(preparations.save(holder, group.id, undefined, WISH), 'auth.forbidden');
  });
});
