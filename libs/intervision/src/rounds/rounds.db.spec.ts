import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { RoundState } from '#libs/contracts';
import { createLog, Facts, Jobs, newId, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makePractice,
  makeRegion,
  makeRound,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { AnswersService } from '../answers/answers.service.js';
import { IntervisionReactions } from '../intervision.reactions.js';
import { ForbiddenPairsService } from './forbidden-pairs.service.js';
import { ParticipantsService } from './participants.service.js';
import { RoundContentsService } from './round-contents.service.js';
import { RoundsService } from './rounds.service.js';

describe('rounds', () => {
  let test: TestDatabase;
  let rounds: RoundsService;
  let contents: RoundContentsService;
  let participants: ParticipantsService;
  let pairs: ForbiddenPairsService;
  let answers: AnswersService;
  let facts: Facts;
  const clock = new TurnedClock();

  let region: { id: string };
  let linde: { id: string };
  let kade: { id: string };
  let coordinator: Actor;
  let holder: Actor;
  let foreign: Actor;
  let foreignPractice: { id: string };

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const { database } = test;
    facts = new Facts();
    const make = injector(
      database,
      clock,
      facts,
      new Jobs(config, database, createLog('silent')),
      new Secrets(config),
      new AuditService(database, clock, new CheckpointsService(database, clock, config as Config)),
    );
    rounds = make(RoundsService);
    contents = make(RoundContentsService);
    participants = make(ParticipantsService);
    pairs = make(ForbiddenPairsService);
    answers = make(AnswersService);
    make(IntervisionReactions);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    clock.set('2026-11-09T10:00:00Z');
    region = await makeRegion(test.database);
    linde = await makePractice(test.database, region.id, { name: 'De Linde' });
    kade = await makePractice(test.database, region.id, { name: 'De Kade' });
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    holder = await makeActor(test.database, region.id, 'practice-holder', { scopeId: linde.id });
    const other = await makeRegion(test.database);
    foreign = await makeActor(test.database, other.id, 'region-coordinator');
    foreignPractice = await makePractice(test.database, other.id);
  });

  const code = (code: string) => expect.objectContaining({ code });
  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));

  it('starts from a copy of its kind and may differ (A16)', async () => {
    const round = await rounds.create(coordinator, { kind: 'regional-s3', name: ' S3 voorjaar ' });
    expect(round).toMatchObject({
      name: 'S3 voorjaar',
      state: 'draft',
      rules: { groupSize: { min: 6, max: 8 }, weights: { theme: 0.4 } },
      reminderDays: [7, 2],
      participants: 0,
      version: 1,
    });
    const changed = await rounds.change(
      coordinator,
      round.id,
      { rules: { groupSize: { min: 5, max: 9 } }, introduction: 'Waarom wij dit doen.' },
      1,
    );
    expect(changed).toMatchObject({ rules: { groupSize: { min: 5, max: 9 } }, version: 2 });
    const fresh = await rounds.create(coordinator, { kind: 'regional-s3', name: 'Nog een' });
    expect(fresh.rules.groupSize).toEqual({ min: 6, max: 8 });
    const assistants = await rounds.create(coordinator, { kind: 'assistants', name: 'Assistenten' });
    expect(assistants.scopeRule?.en).toContain('no medical content');
  });

  it('is changed by the coordinator alone, who saw its last version', async () => {
    const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
    await expect(rounds.change(holder, round.id, { name: 'X' })).rejects.toEqual(code('auth.forbidden'));
    await expect(rounds.create(holder, { kind: 'free', name: 'X' })).rejects.toEqual(code('auth.forbidden'));
    await rounds.change(coordinator, round.id, { name: 'Eerst' }, 1);
    await expect(rounds.change(coordinator, round.id, { name: 'Laat' }, 1)).rejects.toEqual(
      code('conflict.stale'),
    );
    await expect(contents.setThemes(coordinator, round.id, [], 1)).rejects.toEqual(code('conflict.stale'));
    const results = await Promise.allSettled(
      ['A', 'B'].map((name) => rounds.change(coordinator, round.id, { name }, 2)),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('changes nothing that hurts an answer while practices answer, and nothing at all once published', async () => {
    const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
    const later = '2026-11-27T16:00:00.000Z';
    expect((await rounds.change(coordinator, round.id, { answerUntil: later })).answerUntil).toBe(later);
    for (const answerUntil of ['2026-11-25T16:00:00Z', '2026-11-01T16:00:00Z'])
      await expect(rounds.change(coordinator, round.id, { answerUntil })).rejects.toEqual(
        code('round.window-invalid'),
      );
    await expect(rounds.change(coordinator, round.id, { asks: ['themes'] })).rejects.toEqual(
      code('round.not-draft'),
    );
    await expect(contents.setThemes(coordinator, round.id, [])).rejects.toEqual(code('round.no-themes'));
    await expect(contents.setDates(coordinator, round.id, [])).rejects.toEqual(code('round.no-dates'));
    await expect(
      rounds.change(coordinator, round.id, { rules: { weights: { theme: 0.5 } } }),
    ).rejects.toEqual(code('round.weights-invalid'));
    await expect(rounds.discard(coordinator, round.id)).rejects.toEqual(code('round.not-draft'));
    await rows(`update round set state = 'published' where id = $1`, [round.id]);
    for (const work of [
      () => rounds.change(coordinator, round.id, { name: 'X' }),
      () => contents.setDates(coordinator, round.id, []),
      () => participants.set(coordinator, round.id, [linde.id]),
      () => participants.change(coordinator, round.id, linde.id, { withoutAnswer: true }),
    ])
      await expect(work()).rejects.toEqual(code('round.published'));
  });

  it('flags holidays and weekends by the region, and forbids none (features 13)', async () => {
    const round = await rounds.create(coordinator, { kind: 'free', name: 'Vrij' });
    const days = ['2027-02-25', '2027-05-05', '2027-03-28', '2031-07-14'];
    const { dates, holidaysKnownUntil } = await contents.setDates(
      coordinator,
      round.id,
      days.map((date) => ({ date, startTime: '19:30', endTime: '21:00' })),
    );
    expect(dates.map((date) => [date.date, date.flags.map((flag) => flag.name.nl)])).toEqual([
      ['2027-02-25', ['Voorjaarsvakantie']],
      ['2027-03-28', ['Eerste paasdag', 'Zondag']],
      ['2027-05-05', ['Bevrijdingsdag (niet voor iedereen vrij)']],
      ['2031-07-14', []],
    ]);
    expect(holidaysKnownUntil).toBe('2029-08-19');
    await test.database.definer(`update region set holiday_region = 'zuid' where id = $1`, [region.id]);
    expect((await rounds.get(coordinator, round.id)).dates[0]?.flags).toEqual([]);
  });

  it('goes on next year from this year’s', async () => {
    const round = await makeRound(test.database, region.id, {
      practices: [linde.id, kade.id],
      state: 'published',
    });
    await rows(`update practice set archived_at = now() where id = $1`, [kade.id]);
    await rows(`update round_theme set archived_at = now() where id = $1`, [round.themes[3]]);
    const copy = await rounds.copy(coordinator, round.id, { name: 'Intervisie 2028' });
    expect(copy).toMatchObject({
      name: 'Intervisie 2028',
      state: 'draft',
      kind: 'plus-praktijk',
      participants: 1,
      answered: 0,
      groups: 0,
      dates: [],
      answerUntil: null,
    });
    expect(copy.themes.map((theme) => theme.shortName)).toEqual(['Thema 1', 'Thema 2', 'Thema 3']);
    expect(copy.themes.some((theme) => round.themes.includes(theme.id))).toBe(false);
  });

  it('discards a draft, which is then gone for everybody', async () => {
    const round = await makeRound(test.database, region.id, { state: 'draft' });
    await rounds.discard(coordinator, round.id);
    await expect(rounds.get(coordinator, round.id)).rejects.toEqual(code('not-found'));
    await expect(rounds.discard(coordinator, round.id)).rejects.toEqual(code('not-found'));
    expect((await rounds.list(coordinator, { limit: 10 })).items).toEqual([]);
  });

  it('shows a practice the opened rounds it takes part in and no others', async () => {
    const make = (state: RoundState, practices: string[]) =>
      makeRound(test.database, region.id, { state, practices, name: state });
    const open = await make('open', [linde.id, kade.id]);
    const published = await make('published', [linde.id]);
    const draft = await make('draft', [linde.id]);
    const theirs = await make('open', [kade.id]);
    const left = await make('closed', [linde.id]);
    await participants.change(coordinator, left.id, linde.id, { takingPart: false });
    expect((await rounds.list(holder, { limit: 10 })).items.map((one) => one.id)).toEqual([
      published.id,
      open.id,
    ]);
    expect((await rounds.list(coordinator, { limit: 10 })).total).toBe(5);
    for (const id of [draft.id, theirs.id, left.id, newId(), 'x']) {
      await expect(rounds.get(holder, id)).rejects.toEqual(code('not-found'));
      expect(await rounds.mayWatch(holder, id)).toBe(false);
    }
    expect(await rounds.mayWatch(holder, open.id)).toBe(true);
    const task: Actor = {
      ...systemActor(region.id),
      kind: 'task',
      task: { id: newId(), kind: 'round-answer', subjectId: open.id, practiceId: linde.id },
    };
    expect(await rounds.mayWatch(task, open.id)).toBe(true);
    expect(await rounds.mayWatch(task, published.id)).toBe(false);
    const employee = await makeActor(test.database, region.id, 'practice-employee', { scopeId: linde.id });
    expect((await rounds.list(employee, { limit: 10 })).items).toEqual([]);
    await contents.setThemes(coordinator, open.id, [{ id: open.themes[0], shortName: 'Een', name: 'Een' }]);
    expect((await rounds.get(holder, open.id)).themes).toHaveLength(1);
    expect((await rounds.get(coordinator, open.id)).themes).toHaveLength(4);
  });

  it('does not exist for another region', async () => {
    const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
    expect((await rounds.list(foreign, { limit: 10 })).total).toBe(0);
    for (const work of [
      () => rounds.get(foreign, round.id),
      () => rounds.change(foreign, round.id, { name: 'X' }),
      () => rounds.copy(foreign, round.id, { name: 'X' }),
      () => contents.setThemes(foreign, round.id, []),
      () => participants.list(foreign, round.id, { limit: 10 }),
      () => participants.set(foreign, round.id, []),
      () => participants.set(coordinator, round.id, [linde.id, foreignPractice.id]),
      () => participants.change(coordinator, round.id, foreignPractice.id, { takingPart: true }),
      () => pairs.add(coordinator, { a: linde.id, b: foreignPractice.id, reason: 'x' }),
    ])
      await expect(work()).rejects.toEqual(code('not-found'));
    const theirs = await makeRound(test.database, foreign.regionId);
    await expect(
      contents.setThemes(coordinator, round.id, [{ id: theirs.themes[0], shortName: 'X', name: 'X' }]),
    ).rejects.toEqual(code('answer.theme-unknown'));
  });

  it('lists as many queries for one round as for thirty, and pages through them', async () => {
    await makeRound(test.database, region.id, { practices: [linde.id] });
    const count = async (actor: Actor) =>
      (await queriesOf(test.database, () => rounds.list(actor, { limit: 50 }))).length;
    const one = [await count(coordinator), await count(holder)];
    for (let n = 0; n < 29; n += 1) await makeRound(test.database, region.id, { practices: [linde.id] });
    expect([await count(coordinator), await count(holder)]).toEqual(one);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await rounds.list(holder, { limit: 12, cursor });
      seen.push(...page.items.map((item) => item.id));
      expect(page.total).toBe(30);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(30);
  });

  describe('participants', () => {
    it('come and go without losing an answer', async () => {
      const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
      await answers.save(holder, round.id, linde.id, { motivation: 5 });
      expect((await participants.set(coordinator, round.id, [kade.id, kade.id])).participants).toBe(1);
      expect((await participants.set(coordinator, round.id, [linde.id, kade.id])).participants).toBe(2);
      expect((await answers.get(holder, round.id, linde.id)).answer.motivation).toBe(5);
    });

    it('are let in without an answer only by the coordinator’s word (decisions, Groups)', async () => {
      const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
      await participants.change(coordinator, round.id, kade.id, { withoutAnswer: true });
      await answers.save(holder, round.id, linde.id, {
        allDates: 'yes',
        ranked: [round.themes[0] as string],
      });
      const { items } = await participants.list(coordinator, round.id, { limit: 10 });
      expect(items).toMatchObject([
        { name: 'De Kade', state: 'without-answer', datesAnswered: 0, unreachable: true },
        {
          name: 'De Linde',
          state: 'started',
          datesAnswered: 3,
          ranked: [round.themes[0]],
          unreachable: false,
        },
      ]);
      await answers.submit(holder, round.id, linde.id);
      await participants.change(coordinator, round.id, kade.id, { takingPart: false });
      const states = async (state: 'submitted' | 'not-taking-part' | 'unanswered') =>
        (await participants.list(coordinator, round.id, { state, limit: 10 })).items.map((one) => one.name);
      expect(await states('submitted')).toEqual(['De Linde']);
      expect(await states('not-taking-part')).toEqual(['De Kade']);
      expect(await states('unanswered')).toEqual([]);
      await expect(participants.list(holder, round.id, { limit: 10 })).rejects.toEqual(
        code('auth.forbidden'),
      );
    });

    it('are listed in as many queries for one as for thirty, searched and paged by name', async () => {
      const round = await makeRound(test.database, region.id, { practices: [linde.id] });
      const count = async () =>
        (await queriesOf(test.database, () => participants.list(coordinator, round.id, { limit: 100 })))
          .length;
      const one = await count();
      const many = await Promise.all(
        Array.from({ length: 29 }, (_, n) =>
          makePractice(test.database, region.id, { name: `100%_${n % 3}` }),
        ),
      );
      await participants.set(coordinator, round.id, [linde.id, ...many.map((practice) => practice.id)]);
      expect(await count()).toBe(one);
      expect((await participants.list(coordinator, round.id, { q: '0%_1', limit: 5 })).total).toBe(10);
      expect((await participants.list(coordinator, round.id, { q: 'linde', limit: 5 })).total).toBe(1);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await participants.list(coordinator, round.id, { limit: 7, cursor });
        seen.push(...page.items.map((item) => item.practiceId));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
    });

    it('follow a practice that merges: place, answer and forbidden pairs (GRP-16)', async () => {
      const into = await makePractice(test.database, region.id, { name: 'De Nieuwe Linde' });
      const newHolder = await makeActor(test.database, region.id, 'practice-holder', { scopeId: into.id });
      const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
      const past = await makeRound(test.database, region.id, { practices: [linde.id], state: 'published' });
      await answers.save(holder, round.id, linde.id, { motivation: 5 });
      await answers.submit(holder, round.id, linde.id);
      await pairs.add(coordinator, { a: linde.id, b: kade.id, reason: 'Familie' });
      await pairs.add(coordinator, { a: into.id, b: linde.id, reason: 'Zelfde pand' });
      await test.database.transaction(coordinator, () =>
        facts.publish(coordinator, 'practice.merged', { practiceId: linde.id, intoId: into.id }),
      );
      const page = await answers.get(newHolder, round.id, into.id);
      expect(page.answer).toMatchObject({ motivation: 5, submittedAt: '2026-11-09T10:00:00.000Z' });
      await expect(answers.get(holder, round.id, linde.id)).rejects.toEqual(code('round.not-participant'));
      expect((await rounds.get(coordinator, past.id)).participants).toBe(1);
      const left = await pairs.list(coordinator, { limit: 10 });
      expect(left.items.map((pair) => [pair.a.id, pair.b.id].sort())).toEqual([[kade.id, into.id].sort()]);
      await test.database.transaction(coordinator, () =>
        facts.publish(coordinator, 'practice.archived', { practiceId: into.id }),
      );
      expect((await rounds.get(coordinator, round.id)).participants).toBe(1);
    });
  });

  describe('forbidden pairs (features 19)', () => {
    it('are written once, whichever way round, and can be written again after they ended', async () => {
      const pair = await pairs.add(coordinator, { a: linde.id, b: kade.id, reason: 'Belangenconflict' });
      expect([pair.a.name, pair.b.name].sort()).toEqual(['De Kade', 'De Linde']);
      await expect(pairs.add(coordinator, { a: kade.id, b: linde.id, reason: 'x' })).rejects.toEqual(
        code('conflict.duplicate'),
      );
      await expect(pairs.add(coordinator, { a: kade.id, b: kade.id, reason: 'x' })).rejects.toEqual(
        code('validation.failed'),
      );
      await pairs.end(coordinator, pair.id);
      await expect(pairs.end(coordinator, pair.id)).rejects.toEqual(code('not-found'));
      await pairs.add(coordinator, { a: kade.id, b: linde.id, reason: 'Weer' });
      expect((await pairs.list(coordinator, { limit: 10 })).total).toBe(1);
    });

    it('are for the coordinator’s eyes: no participant and no other region sees them or their reason', async () => {
      const pair = await pairs.add(coordinator, { a: linde.id, b: kade.id, reason: 'GEHEIME REDEN' });
      const round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
      for (const work of [
        () => pairs.list(holder, { limit: 10 }),
        () => pairs.add(holder, { a: linde.id, b: kade.id, reason: 'x' }),
        () => pairs.end(holder, pair.id),
      ])
        await expect(work()).rejects.toEqual(code('auth.forbidden'));
      const seen = [
        await rounds.get(holder, round.id),
        await rounds.list(holder, { limit: 10 }),
        await answers.get(holder, round.id, linde.id),
        await pairs.list(foreign, { limit: 10 }),
        await rows(`select detail from audit_entry`),
      ];
      expect(JSON.stringify(seen)).not.toContain('GEHEIM');
      await expect(pairs.end(foreign, pair.id)).rejects.toEqual(code('not-found'));
    });

    it('are listed in as many queries for one as for thirty', async () => {
      const many = await Promise.all(
        Array.from({ length: 31 }, () => makePractice(test.database, region.id)),
      );
      const add = (n: number) => pairs.add(coordinator, { a: many[0]!.id, b: many[n]!.id, reason: 'x' });
      await add(1);
      const count = async () =>
        (await queriesOf(test.database, () => pairs.list(coordinator, { limit: 100 }))).length;
      const one = await count();
      for (let n = 2; n <= 30; n += 1) await add(n);
      expect(await count()).toBe(one);
      const first = await pairs.list(coordinator, { limit: 20 });
      const second = await pairs.list(coordinator, { limit: 20, cursor: first.next ?? undefined });
      expect([first.items.length, second.items.length, second.next]).toEqual([20, 10, null]);
    });
  });
});
