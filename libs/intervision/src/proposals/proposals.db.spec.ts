import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { BoardChange, ProposalView } from '#libs/contracts';
import { createLog, Jobs, Rooms, Secrets, type Actor, type Config } from '#libs/platform';
import { readTable } from '#libs/tabular';
import {
  injector,
  makeActor,
  makeAnsweredRound,
  makeRegion,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type AnsweredRound,
  type TestDatabase,
} from '#libs/testing';
import { DirectFormingEngine } from '../forming/forming-engine.service.js';
import { FormingRuns } from '../forming/forming-runs.service.js';
import { FormingService } from '../forming/forming.service.js';
import { ProposalsService } from './proposals.service.js';

describe('a proposal on the board', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let forming: FormingService;
  let proposals: ProposalsService;
  let runs: FormingRuns;
  let coordinator: Actor;
  let stranger: Actor;
  let holder: Actor;
  let region: { id: string };
  let round: AnsweredRound;
  let id: string;

  const get = () => proposals.get(coordinator, id);
  /** The first swap over two groups that the rules allow. */
  const possibleSwap = async (board: ProposalView['board']): Promise<BoardChange & { kind: 'swap' }> => {
    for (const from of board)
      for (const to of board)
        for (const one of from.members)
          for (const other of to.members) {
            if (from.number >= to.number || one.leader || other.leader) continue;
            const change = { kind: 'swap' as const, a: one.practiceId, b: other.practiceId };
            if ((await proposals.effect(coordinator, id, change)).allowed) return change;
          }
    throw new Error('no swap is possible');
  };
  const seats = (view: ProposalView) =>
    view.board.map(({ id: group, members }) => [group, members.map(({ practiceId }) => practiceId).sort()]);

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const { database } = test;
    const clock = new TurnedClock();
    const log = createLog('silent');
    jobs = new Jobs(config, database, log);
    const audit = new AuditService(
      database,
      clock,
      new CheckpointsService(database, clock, config as Config),
    );
    const make = injector(database, clock, jobs, new Secrets(config), audit);
    forming = make(FormingService);
    proposals = make(ProposalsService);
    runs = new FormingRuns(database, clock, make(Rooms), audit, new DirectFormingEngine(), log);
    region = await makeRegion(database);
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, (await makeRegion(database)).id, 'region-coordinator');
    round = await makeAnsweredRound(database, region.id);
    holder = await makeActor(database, region.id, 'practice-holder', { scopeId: round.practices[0]?.id });
    const started = await forming.start(coordinator, round.id, { seconds: 1 });
    await runs.run(region.id, started.id);
    id = (await forming.latest(coordinator, round.id)).proposalIds[0] as string;
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  it('shows what a swap does to every score before it is done, and does exactly that (features 21)', async () => {
    const before = await get();
    const change = await possibleSwap(before.board);
    const effect = await proposals.effect(coordinator, id, change);
    expect(await get()).toEqual(before);
    expect(effect.groups).toHaveLength(2);

    const after = await proposals.change(coordinator, id, before.version, change);
    expect(after).toMatchObject({ version: before.version + 1, canUndo: true, kind: before.kind });
    for (const term of ['theme', 'attendance', 'continuity', 'motivation', 'worst'] as const)
      expect((after.scores[term] ?? 0) - (before.scores[term] ?? 0)).toBeCloseTo(effect.deltas[term], 0);
    expect(after.objective).toBeLessThanOrEqual((after.bound ?? Infinity) + 1e-9);
    await expect(proposals.change(coordinator, id, before.version, change)).rejects.toMatchObject({
      code: 'conflict.stale',
    });

    const undone = await proposals.undo(coordinator, id, after.version);
    expect(seats(undone)).toEqual(seats(before));
    expect(undone).toMatchObject({ objective: before.objective, scores: before.scores, canUndo: false });
    await expect(proposals.undo(coordinator, id)).rejects.toMatchObject({ code: 'proposal.nothing-to-undo' });
  });

  it('refuses a change that would break a hard rule, with the rule in a sentence', async () => {
    const before = await get();
    const full = before.board.find(({ members }) => members.length === 6);
    const small = before.board.find(({ members }) => members.length === 4);
    const [from, wish] = small
      ? [small, { kind: 'move' as const, practiceId: small.members[1]?.practiceId ?? '', groupId: null }]
      : [
          full,
          {
            kind: 'leader' as const,
            groupId: full?.id ?? '',
            practiceId: full?.members.find(({ canLead }) => !canLead)?.practiceId ?? '',
          },
        ];
    expect(from).toBeDefined();
    const effect = await proposals.effect(coordinator, id, wish);
    expect(effect.allowed).toBe(false);
    expect(effect.violations[0]?.nl).toContain(`Groep ${from?.number}`);
    await expect(proposals.change(coordinator, id, undefined, wish)).rejects.toMatchObject({
      code: 'proposal.hard-rule',
      details: { sentences: effect.violations },
    });
    expect(await get()).toEqual(before);
  });

  it('does not know practices and groups that are not on the board', async () => {
    const unknown: BoardChange[] = [
      { kind: 'move', practiceId: region.id, groupId: '1' },
      { kind: 'move', practiceId: round.practices[0]?.id ?? '', groupId: '99' },
      { kind: 'swap', a: round.practices[0]?.id ?? '', b: region.id },
      { kind: 'retype', groupId: '1', themeId: region.id },
    ];
    for (const change of unknown)
      await expect(proposals.effect(coordinator, id, change)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('makes a better proposal from here that is never worse and leaves every pin in its place', async () => {
    const start = await get();
    const swapped = await proposals.change(coordinator, id, start.version, await possibleSwap(start.board));
    const [kept, other] = swapped.board;
    const member = other?.members.find(({ leader }) => !leader);
    if (!kept || !other || !member || !other.leaderPracticeId)
      throw new Error('the board has two groups with members');
    const pinned = await proposals.pin(coordinator, id, swapped.version, {
      groups: [kept.id],
      practices: [{ practiceId: member.practiceId, groupId: other.id }],
      leaders: [{ practiceId: other.leaderPracticeId, groupId: other.id }],
    });
    expect(pinned.board[0]).toMatchObject({ pinned: true });
    expect(pinned.board[1]).toMatchObject({ pinned: false, leaderPinned: true });

    const started = await forming.improve(coordinator, id, 1);
    expect(started).toMatchObject({ purpose: 'improve', state: 'queued' });
    await runs.run(region.id, started.id);
    const [improvedId] = (await forming.latest(coordinator, round.id)).proposalIds;
    const improved = await proposals.get(coordinator, improvedId as string);
    expect(improved.objective).toBeGreaterThanOrEqual(pinned.objective);
    const sameGroup = improved.board.find((group) => group.id === kept.id);
    expect(sameGroup?.members.map(({ practiceId }) => practiceId).sort()).toEqual(
      kept.members.map(({ practiceId }) => practiceId).sort(),
    );
    expect(sameGroup).toMatchObject({ themeId: kept.themeId, dateId: kept.dateId });
    const sameSeat = improved.board.find((group) => group.id === other.id);
    expect(sameSeat?.leaderPracticeId).toBe(other.leaderPracticeId);
    expect(sameSeat?.members.map(({ practiceId }) => practiceId)).toContain(member.practiceId);
    for (const group of improved.board) expect(group.violations).toEqual([]);
    // the proposal it started from is still there, to be compared
    expect(await get()).toMatchObject({ state: 'ready', version: pinned.version });
  });

  it('refuses a pin that is not so on the board', async () => {
    const { board } = await get();
    const wrong = { practiceId: board[0]?.members[0]?.practiceId ?? '', groupId: board[1]?.id ?? '' };
    await expect(
      proposals.pin(coordinator, id, undefined, { practices: [wrong], groups: [], leaders: [] }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('explains every practice in both languages, by name and date, never by id (features 20)', async () => {
    const { board } = await get();
    for (const { practiceId, name } of board.flatMap(({ members }) => members)) {
      const view = await proposals.explain(coordinator, id, practiceId);
      expect(view.name).toBe(name);
      expect(view.terms.map(({ term }) => term)).toEqual(['theme', 'attendance', 'continuity', 'motivation']);
      const said = JSON.stringify([view.sentence, view.terms, view.whyNotFirst, view.alternative?.sentence]);
      expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
      expect(view.sentence.nl).toContain(name);
      expect(view.sentence.en).not.toBe(view.sentence.nl);
      const change = view.alternative?.change;
      if (change) expect((await proposals.effect(coordinator, id, change)).allowed).toBe(true);
    }
  });

  it('knows when answers changed since it was made', async () => {
    const answer = `update round_answer set motivation = 6 - motivation where round_id = $1 and practice_id = $2`;
    const turn = () =>
      test.database.transaction(coordinator, () =>
        test.database.query(answer, [round.id, round.practices[0]?.id]),
      );
    await turn();
    expect((await get()).stale).toBe(true);
    expect((await proposals.list(coordinator, round.id)).every(({ stale }) => stale)).toBe(true);
    await turn();
    expect((await get()).stale).toBe(false);
  });

  it('exports the board as a workbook that reads back as it is shown', async () => {
    const view = await get();
    const { name, body } = await proposals.export(coordinator, id);
    expect(name).toBe(`indeling-${view.label.toLowerCase()}.xlsx`);
    const table = await readTable(body);
    expect(table.headings).toEqual([
      'Groep',
      'Praktijk',
      'Wijk',
      'Thema',
      'Keus',
      'Datum',
      'Kan die dag',
      'Gespreksleider',
      'Score',
    ]);
    expect(table.rows).toHaveLength(24);
    expect(table.rows.map(({ cells }) => cells[1]).sort()).toEqual(round.practices.map((one) => one.name));
  });

  it('exists for no one in another region and for no practice', async () => {
    for (const attempt of [
      (actor: Actor) => proposals.get(actor, id),
      (actor: Actor) => proposals.explain(actor, id, round.practices[0]?.id ?? ''),
      (actor: Actor) => proposals.export(actor, id),
      (actor: Actor) => proposals.undo(actor, id),
      (actor: Actor) => forming.improve(actor, id),
      (actor: Actor) =>
        proposals.effect(actor, id, { kind: 'move', practiceId: round.practices[0]?.id ?? '', groupId: '1' }),
    ]) {
      await expect(attempt(stranger)).rejects.toMatchObject({ code: 'not-found' });
      await expect(attempt(holder)).rejects.toMatchObject({ code: 'auth.forbidden' });
    }
  });

  it('lists one proposal and thirty with as many statements', async () => {
    const few = await queriesOf(test.database, () => proposals.list(coordinator, round.id));
    await test.database.transaction(coordinator, () =>
      test.database.query(
        `insert into proposal (region_id, round_id, label, kind, instance, instance_hash, solution, summary, created_by)
         select region_id, round_id, 'X', 'adjusted', instance, instance_hash, solution, summary, created_by from proposal, generate_series(1, 30) where id = $1`,
        [id],
      ),
    );
    const many = await queriesOf(test.database, () => proposals.list(coordinator, round.id));
    expect(few).toHaveLength(3); // the round, its proposals, COMMIT
    expect(many).toHaveLength(3);
    expect((await proposals.list(coordinator, round.id)).length).toBeGreaterThan(30);
  });
});
