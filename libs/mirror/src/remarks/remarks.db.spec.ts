import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { FigureRemarkView } from '#libs/contracts';
import { createLog, Jobs, newId, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { FiguresAttention } from '../preparation/figures-attention.service.js';
import { RemarksService, type RemarkWish } from './remarks.service.js';

const FROM = '2025-10-01';

describe('remarks on figures (MIR-03)', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let remarks: RemarksService;
  let attention: FiguresAttention;
  let region: { id: string };
  let steward: Actor;
  let practices: { id: string; name: string }[];
  let people: Actor[];
  let group: { id: string };
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    } as Config;
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config),
    );
    jobs = new Jobs(config, test.database, createLog('silent'));
    const make = injector(test.database, clock, audit, jobs);
    remarks = make(RemarksService);
    attention = make(FiguresAttention);
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });
  beforeEach(async () => {
    const { database } = test;
    region = await makeRegion(database);
    steward = await makeActor(database, region.id, 'data-steward');
    practices = [];
    people = [];
    for (const name of ['De Vlier', 'De Linde', 'De Kade', 'Het Plein', 'Elders']) {
      const practice = await makePractice(database, region.id, { name });
      practices.push(practice);
      people.push(await makeActor(database, region.id, 'practice-contact', { scopeId: practice.id }));
    }
    group = await makeGroup(database, region.id, { practices: members().slice(0, 4) });
  });

  const members = (): string[] => practices.map(({ id }) => id);
  const wish = (more: Partial<RemarkWish> = {}): RemarkWish => ({
    practiceId: practices[0]!.id,
    measure: 'VERW',
    item: 'DER',
    from: FROM,
    kind: 'dispute',
    text: 'Bij ons telt de vestiging in Vlierdam dubbel mee.',
    ...more,
  });
  const add = (more: Partial<RemarkWish> = {}, by = people[0]!): Promise<FigureRemarkView> =>
    remarks.add(by, wish(more));
  const seenBy = (actor: Actor, more: Partial<Parameters<RemarksService['forFigure']>[1]> = {}) =>
    test.database.transaction(actor, () =>
      remarks.forFigure(actor, {
        measureCode: 'VERW',
        item: 'DER',
        period: { from: FROM, toExclusive: '2026-10-01' },
        practices: members(),
        ...more,
      }),
    );
  const query = <Row>(sql: string, values: unknown[] = []) =>
    test.database.transaction(systemActor(region.id), () => test.database.query<Row>(sql, values));
  const refused = (work: Promise<unknown>, code: string, details: unknown = expect.anything()) =>
    expect(work).rejects.toMatchObject({ code, details });

  it('are kept with the figure, and heard by the group that looks at it', async () => {
    const made = await add();
    expect(made).toMatchObject({
      practice: 'De Vlier',
      own: true,
      kind: 'dispute',
      state: 'open',
      answer: null,
      measure: { code: 'VERW', title: { nl: expect.stringMatching(/erwijzingen/) } },
      item: { code: 'DER', name: 'DER' },
      period: { from: FROM, toExclusive: '2026-10-01' },
      mayWithdraw: true,
      mayAnswer: false,
    });
    const rooms = await query(`select name, version from room`);
    expect(rooms).toEqual([{ name: `figures:${group.id}`, version: 1 }]);
    const [entry] = await query<{ event: string; detail: unknown; practice_id: string }>(
      `select event, detail, practice_id from audit_entry`,
    );
    expect(entry).toEqual({
      event: 'remark.added',
      detail: { measure: 'VERW', kind: 'dispute' },
      practice_id: practices[0]!.id,
    });
  });

  it('tell the group that a practice disputes the figure, without name and words, and others nothing', async () => {
    await add();
    const [seen, ...more] = await seenBy(people[1]!);
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ practice: null, own: false, kind: 'dispute', state: 'open', text: '' });
    expect(JSON.stringify(seen)).not.toMatch(/Vlier/);
    expect(JSON.stringify(seen)).not.toContain(practices[0]!.id);
    expect(await seenBy(people[0]!)).toMatchObject([{ practice: 'De Vlier', own: true }]);
    expect(await seenBy(people[4]!)).toEqual([]); // of no group of that practice
    const consultant = await makeActor(test.database, region.id, 'practice-consultant', {
      scopeId: practices[0]!.id,
    });
    for (const staff of [steward, consultant]) expect(await seenBy(staff)).toEqual([]);
  });

  it('stay with the figure while its period overlaps, and with no other figure', async () => {
    await add();
    const found = async (ask: Parameters<typeof seenBy>[1]) => (await seenBy(people[1]!, ask)).length;
    expect(await found({ period: { from: '2026-01-01', toExclusive: '2027-01-01' } })).toBe(1);
    expect(await found({ period: { from: '2026-10-01', toExclusive: '2027-10-01' } })).toBe(0);
    expect(await found({ period: { from: '2024-10-01', toExclusive: '2025-10-01' } })).toBe(0);
    expect(await found({ item: 'CHI' })).toBe(0);
    expect(await found({ measureCode: 'DIAG' })).toBe(0);
    expect(await found({ practices: [practices[1]!.id] })).toBe(0);
  });

  it('are no longer told to the group once they are taken back, and stay on record', async () => {
    const { id, version } = await add();
    expect(await remarks.withdraw(people[0]!, id, version)).toMatchObject({
      state: 'withdrawn',
      mayWithdraw: false,
    });
    expect(await seenBy(people[1]!)).toEqual([]);
    expect((await remarks.list(people[0]!, { limit: 10 })).items).toMatchObject([
      { id, state: 'withdrawn', text: wish().text },
    ]);
    await refused(remarks.withdraw(people[0]!, id, undefined), 'remark.closed');
    await refused(
      remarks.answer(steward, id, undefined, { state: 'answered', answer: 'Goed.' }),
      'remark.closed',
    );
  });

  it('are answered once, and the group sees how that stands', async () => {
    const { id } = await add();
    await refused(remarks.answer(steward, id, 7, { state: 'accepted', answer: 'Klopt.' }), 'conflict.stale');
    await refused(
      remarks.answer(steward, id, 1, { state: 'accepted', answer: 'Bel 06-12345678.' }),
      'remark.patient-data',
    );
    await refused(
      remarks.answer(steward, id, 1, { state: 'accepted', answer: ' \u0000 ' }),
      'validation.failed',
    );
    clock.pass({ days: 1 });
    const answered = await remarks.answer(steward, id, 1, {
      state: 'accepted',
      answer: 'Dat klopt. De volgende aanlevering telt goed.',
    });
    expect(answered).toMatchObject({
      state: 'accepted',
      practice: 'De Vlier',
      answeredAt: clock.now().toISOString(),
      mayAnswer: false,
      version: 2,
    });
    expect(await seenBy(people[1]!)).toMatchObject([{ state: 'accepted', answer: null, text: '' }]);
    expect(await seenBy(people[0]!)).toMatchObject([{ state: 'accepted', answer: answered.answer }]);
    await refused(
      remarks.answer(steward, id, undefined, { state: 'declined', answer: 'Toch niet.' }),
      'remark.closed',
    );
    await refused(remarks.withdraw(people[0]!, id, undefined), 'remark.closed');
  });

  it('tell who wrote them once that they were answered, without what was said (MIR-03)', async () => {
    const mails = () =>
      query<{ person_id: string; params: object; subject_id: string; language: string }>(
        `select person_id, params, subject_id, language from mail where template = 'remark-answered' order by id`,
      );
    const { id } = await add();
    await remarks.answer(steward, id, undefined, { state: 'accepted', answer: 'Dat was een fout van ons.' });
    await refused(
      remarks.answer(steward, id, undefined, { state: 'answered', answer: 'x' }),
      'remark.closed',
    );
    expect(await mails()).toEqual([
      {
        person_id: people[0]!.personId,
        subject_id: id,
        language: 'nl',
        params: {
          practiceId: practices[0]!.id,
          practice: 'De Vlier',
          measure: { code: 'VERW', title: expect.objectContaining({ nl: expect.any(String) }) },
          item: { code: 'DER', name: 'DER' },
          from: FROM,
          kind: 'dispute',
          verdict: 'accepted',
        },
      },
    ]);
    // a remark that was taken back is not answered, and nobody hears anything
    const gone = await add();
    await remarks.withdraw(people[0]!, gone.id, undefined);
    expect(await mails()).toHaveLength(1);
  });

  it('tell nobody who left the practice, or who answers a remark of their own', async () => {
    const mails = () => query(`select 1 from mail where template = 'remark-answered'`);
    const { id } = await add();
    await query(`update role_assignment set until = now() where person_id = $1`, [people[0]!.personId]);
    await remarks.answer(steward, id, undefined, { state: 'declined', answer: 'Het klopt.' });
    const both = people[1]!;
    await query(
      `insert into role_assignment (region_id, person_id, role, scope_kind) values ($1, $2, 'data-steward', 'region')`,
      [region.id, both.personId],
    );
    const own = await add({ practiceId: practices[1]!.id }, both);
    const keeper = { ...both, roles: [...both.roles, ...steward.roles] };
    await remarks.answer(keeper, own.id, undefined, { state: 'answered', answer: 'Nagekeken.' });
    expect(await mails()).toEqual([]);
  });

  it('accept and decline disputes only', async () => {
    const { id } = await add({ kind: 'comment' });
    for (const state of ['accepted', 'declined'] as const)
      await refused(remarks.answer(steward, id, undefined, { state, answer: 'Nee.' }), 'validation.failed', {
        fields: [{ field: 'state', rule: 'kind' }],
      });
    expect(
      await remarks.answer(steward, id, undefined, { state: 'answered', answer: 'Dank.' }),
    ).toMatchObject({
      state: 'answered',
    });
  });

  it('are made by a practice’s own people, answered by who keeps figures, and taken back by the practice', async () => {
    const { id } = await add();
    await refused(add({}, people[1]!), 'not-found');
    await refused(remarks.add(steward, wish()), 'not-found');
    await refused(
      remarks.answer(people[0]!, id, undefined, { state: 'accepted', answer: 'Klopt.' }),
      'auth.forbidden',
    );
    await refused(remarks.withdraw(people[1]!, id, undefined), 'not-found');
    await refused(remarks.withdraw(steward, id, undefined), 'not-found');
    await refused(remarks.withdraw(people[0]!, newId(), undefined), 'not-found');
    await refused(remarks.withdraw(people[0]!, 'x', undefined), 'not-found');
  });

  it('do not keep patient data, nor speak of a measure or period that is none', async () => {
    await refused(add({ text: 'BSN 111222333 is verkeerd geteld.' }), 'remark.patient-data', {
      findings: [expect.objectContaining({ item: 'text', verdict: 'block' })],
    });
    await refused(add({ text: 'Mevrouw Jansen komt vaak.' }), 'remark.patient-data');
    await refused(add({ measure: 'NIETS' }), 'measure.not-reviewed');
    await refused(add({ from: '2025-10-02' }), 'validation.failed');
    expect(await query(`select 1 from figure_remark`)).toEqual([]);
    expect(await add({ text: 'Mevrouw Jansen komt vaak.', confirmed: true })).toMatchObject({
      state: 'open',
    });
  });

  it('do not exist for another region', async () => {
    const { id } = await add();
    const other = await makeRegion(test.database);
    const stranger = await makeActor(test.database, other.id, 'data-steward');
    expect(await remarks.list(stranger, { limit: 10 })).toEqual({ items: [], next: null, total: 0 });
    await refused(
      remarks.answer(stranger, id, undefined, { state: 'accepted', answer: 'Klopt.' }),
      'not-found',
    );
  });

  describe('in the list', () => {
    it('come open ones first and longest waiting first, a dispute before a comment, page by page', async () => {
      const comment = await add({ kind: 'comment', text: 'een' });
      const first = await add({ text: 'twee' });
      const closed = await add({ text: 'drie' });
      const later = await add({ practiceId: practices[1]!.id, text: 'vier' }, people[1]!);
      const gone = await add({ text: 'vijf' });
      await remarks.answer(steward, closed.id, undefined, { state: 'declined', answer: 'Nee.' });
      await remarks.withdraw(people[0]!, gone.id, undefined);
      const order = [first, later, comment, gone, closed].map(({ id }) => id);
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await remarks.list(steward, { cursor, limit: 2 });
        expect(page.total).toBe(5);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(ids).toEqual(order);
      const open = await remarks.list(steward, { state: 'open', limit: 10 });
      expect(open.items.map(({ id }) => id)).toEqual(order.slice(0, 3));
      expect(open.total).toBe(3);
      const own = await remarks.list(people[1]!, { limit: 10 });
      expect(own.items).toMatchObject([{ id: later.id, text: 'vier', own: true }]);
      for (const bad of ['x', '3.' + newId(), '1.x'])
        await refused(remarks.list(steward, { cursor: bad, limit: 2 }), 'validation.failed');
    });

    it('cost as many queries for thirty as for one', async () => {
      await add();
      const one = await queriesOf(test.database, () => remarks.list(steward, { limit: 50 }));
      for (let n = 0; n < 29; n++) await add({ text: `Opmerking ${n}` });
      const { items } = await remarks.list(steward, { limit: 50 });
      expect(items).toHaveLength(30);
      const thirty = await queriesOf(test.database, () => remarks.list(steward, { limit: 50 }));
      expect([one.length, thirty.length]).toEqual([2, 2]); // the list and its COMMIT
    });
  });

  it('ask for the attention of who keeps figures, and of nobody else', async () => {
    const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    expect(await attention.of(steward)).toEqual({ tasks: [] });
    await add({ kind: 'comment' });
    expect((await attention.of(steward)).tasks).toMatchObject([
      { kind: 'answer-remarks', title: { nl: '1 opmerking over cijfers wacht op antwoord' } },
    ]);
    const { id } = await add();
    expect((await attention.of(coordinator)).tasks).toMatchObject([
      {
        title: { nl: '2 opmerkingen over cijfers wachten op antwoord' },
        sentence: { nl: 'Eén praktijk betwist een cijfer.' },
      },
    ]);
    expect(await attention.of(people[0]!)).toEqual({ tasks: [] });
    await remarks.answer(steward, id, undefined, { state: 'accepted', answer: 'Klopt.' });
    expect((await attention.of(steward)).tasks).toMatchObject([
      { sentence: { nl: 'Geen praktijk betwist een cijfer.' } },
    ]);
  });
});
