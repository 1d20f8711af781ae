import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import { createLog, Jobs, Rooms, Secrets, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeAnsweredRound,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { ProposalsService } from '../proposals/proposals.service.js';
import {
  DirectFormingEngine,
  FormingEngine,
  type EngineHooks,
  type EngineJob,
} from './forming-engine.service.js';
import { FormingRuns } from './forming-runs.service.js';
import { FormingService } from './forming.service.js';

/** The real engine, with something done once it is under way. */
class InterruptedEngine extends DirectFormingEngine {
  constructor(private readonly interrupt: () => Promise<void>) {
    super();
  }
  override async run(job: EngineJob, hooks: EngineHooks) {
    const result = await super.run(job, hooks);
    await this.interrupt();
    return result;
  }
}

describe('forming groups', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let forming: FormingService;
  let proposals: ProposalsService;
  let runs: (engine?: FormingEngine) => FormingRuns;
  let coordinator: Actor;
  let stranger: Actor;
  let holder: Actor;
  let region: { id: string };
  const clock = new TurnedClock();
  const log = createLog('silent');

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const formed = async (roundId: string, started: { id: string }) => {
    await runs().run(region.id, started.id);
    return forming.latest(coordinator, roundId);
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const { database } = test;
    jobs = new Jobs(config, database, log);
    const audit = new AuditService(
      database,
      clock,
      new CheckpointsService(database, clock, config as Config),
    );
    const make = injector(database, clock, jobs, new Secrets(config), audit);
    forming = make(FormingService);
    proposals = make(ProposalsService);
    runs = (engine = new DirectFormingEngine()) =>
      new FormingRuns(database, clock, make(Rooms), audit, engine, log);
    region = await makeRegion(database);
    const elsewhere = await makeRegion(database);
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, elsewhere.id, 'region-coordinator');
    holder = await makeActor(database, region.id, 'practice-holder');
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  it('forms proposals for a closed round, each measured against the round’s own weights (GRP-01, GRP-04, GRP-05, GRP-06)', async () => {
    const round = await makeAnsweredRound(test.database, region.id);
    const started = await forming.start(coordinator, round.id, { seconds: 2 });
    expect(started).toMatchObject({ state: 'queued', purpose: 'form', practices: 24, proposalIds: [] });
    const done = await formed(round.id, started);
    expect(done).toMatchObject({
      state: 'done',
      fraction: 1,
      unassigned: [],
      conflicts: [],
      relaxations: [],
    });

    const list = await proposals.list(coordinator, round.id);
    expect(list.map(({ id }) => id)).toEqual(done.proposalIds);
    expect(list.length).toBeGreaterThanOrEqual(1);
    expect(list.length).toBeLessThanOrEqual(3);
    expect(list[0]).toMatchObject({
      label: 'A',
      kind: 'best-total',
      state: 'ready',
      stale: false,
      unassigned: 0,
    });
    const [best] = list;
    for (const proposal of list) {
      expect(proposal.bound).toBe(best?.bound);
      expect(proposal.objective).toBeLessThanOrEqual((best?.bound ?? 0) + 1e-9);
      const { board, left } = await proposals.get(coordinator, proposal.id);
      expect(left).toEqual([]);
      const seats = board.flatMap(({ members }) => members.map(({ practiceId }) => practiceId));
      expect(new Set(seats)).toEqual(new Set(round.practices.map(({ id }) => id)));
      for (const group of board) {
        expect(group.violations).toEqual([]);
        expect(group.members.length).toBeGreaterThanOrEqual(4);
        expect(group.members.length).toBeLessThanOrEqual(6);
        expect(group.members.every(({ attendance }) => attendance !== 'no')).toBe(true);
        expect(group.leaderName).toMatch(/^Contact Praktijk/);
      }
    }
  });

  it('asks for one computation at a time, and only of rounds that can be formed', async () => {
    const open = await makeAnsweredRound(test.database, region.id, { practices: 8, state: 'open' });
    await expect(forming.start(coordinator, open.id)).rejects.toMatchObject({ code: 'round.not-closed' });
    await forming.start(coordinator, open.id, { evenIfOpen: true });
    await expect(forming.start(coordinator, open.id, { evenIfOpen: true })).rejects.toMatchObject({
      code: 'forming.busy',
    });
    expect(await forming.cancel(coordinator, open.id)).toMatchObject({ state: 'cancelled' });
    await expect(forming.cancel(coordinator, open.id)).rejects.toMatchObject({ code: 'forming.none' });
    const silent = await makeAnsweredRound(test.database, region.id, { practices: 4, answer: () => null });
    await expect(forming.start(coordinator, silent.id)).rejects.toMatchObject({
      code: 'round.no-participants',
    });
    await expect(forming.latest(coordinator, silent.id)).rejects.toMatchObject({ code: 'forming.none' });
  });

  it('is for coordinators of this region: others do not learn that the round exists', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    await formed(round.id, await forming.start(coordinator, round.id, { seconds: 1 }));
    await expect(forming.start(stranger, round.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(forming.latest(stranger, round.id)).rejects.toMatchObject({ code: 'forming.none' });
    await expect(proposals.list(stranger, round.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(forming.start(holder, round.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(forming.latest(holder, round.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(proposals.list(holder, round.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('takes up what a killed worker left, and stores the outcome once', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    // a worker took it and died: the row says running, the heartbeat stands still
    await rows(`update forming_run set state = 'running', heartbeat_at = $2, started_at = $2 where id = $1`, [
      id,
      clock.now(),
    ]);
    await runs().run(region.id, id);
    expect(await forming.latest(coordinator, round.id)).toMatchObject({ state: 'running', proposalIds: [] });
    expect(await forming.takeUp(coordinator)).toBe(0);

    clock.pass({ minutes: 1 });
    expect(await forming.takeUp(coordinator)).toBe(1);
    await runs().run(region.id, id);
    const done = await forming.latest(coordinator, round.id);
    expect(done).toMatchObject({ state: 'done' });
    await runs().run(region.id, id);
    expect((await proposals.list(coordinator, round.id)).map((one) => one.id)).toEqual(done.proposalIds);
  });

  it('lets one of two workers store when both computed the same run', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    const second = async (): Promise<void> => {
      clock.pass({ minutes: 1 }); // the first has been silent for too long by now
      await runs().run(region.id, id);
    };
    await runs(new InterruptedEngine(second)).run(region.id, id);
    const done = await forming.latest(coordinator, round.id);
    expect(done.state).toBe('done');
    const stored = await rows<{ id: string }>(`select id from proposal where round_id = $1 order by id`, [
      round.id,
    ]);
    expect(stored.map((one) => one.id)).toEqual(done.proposalIds);
  });

  it('keeps nothing of a run that was called off while it ran', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    await runs(new InterruptedEngine(async () => void (await forming.cancel(coordinator, round.id)))).run(
      region.id,
      id,
    );
    expect(await forming.latest(coordinator, round.id)).toMatchObject({
      state: 'cancelled',
      proposalIds: [],
    });
    expect(await proposals.list(coordinator, round.id)).toEqual([]);
  });

  it('gives up on a run that brings down its worker every time', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    await rows(`update forming_run set request = request || '{"attempts": 3}' where id = $1`, [id]);
    await runs().run(region.id, id);
    expect(await forming.latest(coordinator, round.id)).toMatchObject({ state: 'failed', proposalIds: [] });
  });

  it('says why a run failed and leaves no proposals', async () => {
    const round = await makeAnsweredRound(test.database, region.id, { practices: 8 });
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    await runs(new InterruptedEngine(() => Promise.reject(new Error('out of memory')))).run(region.id, id);
    expect(await forming.latest(coordinator, round.id)).toMatchObject({
      state: 'failed',
      failure: 'out of memory',
    });
  });

  describe('rules that clash (features 23)', () => {
    /** Nine practices in groups of four to six: one group is too small for all, two have too few leaders. */
    const clashing = () =>
      makeAnsweredRound(test.database, region.id, {
        practices: 9,
        answer: (k) => ({ ranked: [0], dates: ['yes', 'yes', 'yes'], canLead: k === 0 }),
      });

    it('names the clash, keeps the best that is possible, and offers at most three ways out with their cost', async () => {
      const round = await clashing();
      const done = await formed(round.id, await forming.start(coordinator, round.id, { seconds: 2 }));
      expect(done.state).toBe('done');
      expect(done.unassigned.length).toBe(3);
      expect(done.conflicts[0]).toMatchObject({ code: 'NOT_ENOUGH_LEADERS' });
      expect(done.conflicts[0]?.sentence.nl).toMatch(/gespreksleider/);
      expect(done.relaxations.length).toBeGreaterThanOrEqual(1);
      expect(done.relaxations.length).toBeLessThanOrEqual(3);
      for (const way of done.relaxations) {
        expect(way).toMatchObject({
          unassignedAfter: 0,
          sentence: { nl: expect.any(String), en: expect.any(String) },
        });
        expect(Object.keys(way.cost).sort()).toEqual([
          'attendance',
          'continuity',
          'motivation',
          'theme',
          'worst',
        ]);
        expect(way).not.toHaveProperty('change');
      }
      const [partial] = await proposals.list(coordinator, round.id);
      expect(partial).toMatchObject({ unassigned: 3, groups: 1 });
      const board = await proposals.get(coordinator, partial?.id ?? '');
      expect(board.left).toHaveLength(3);
      expect(board.left[0]?.reason.nl).toMatch(/gespreksleider/);
    });

    it('accepts a way out with one click, says so in the answer and the log, and takes it back', async () => {
      const round = await clashing();
      const done = await formed(round.id, await forming.start(coordinator, round.id, { seconds: 2 }));
      const leaders = done.relaxations.find(({ family }) => family === 'LEADERS');
      expect(leaders).toBeDefined();
      const again = await forming.accept(coordinator, round.id, leaders?.id ?? '');
      const phoned = await rows(
        `select practice_id, via, can_lead from round_answer where round_id = $1 and via = 'phone'`,
        [round.id],
      );
      expect(phoned).toHaveLength(1);
      expect(phoned[0]).toMatchObject({ can_lead: true });
      const solved = await formed(round.id, again);
      expect(solved).toMatchObject({ unassigned: [], conflicts: [] });
      await expect(forming.accept(coordinator, round.id, leaders?.id ?? '')).rejects.toMatchObject({
        code: 'not-found',
      });
      const noted = await rows(`select event from audit_entry where subject_id = $1 order by seq`, [
        round.id,
      ]);
      expect(noted.map((entry) => (entry as { event: string }).event)).toEqual(
        expect.arrayContaining(['relaxation.accepted', 'answer.changed-by-coordinator']),
      );

      const back = await formed(round.id, await forming.undoRelaxation(coordinator, round.id));
      expect(back.unassigned.length).toBe(3);
      expect(
        await rows(`select 1 from round_answer where round_id = $1 and can_lead`, [round.id]),
      ).toHaveLength(1);
      await expect(forming.undoRelaxation(coordinator, round.id)).rejects.toMatchObject({
        code: 'proposal.nothing-to-undo',
      });
    });

    it('changes a rule of the round when that is the way out, and brings the old one back', async () => {
      const round = await clashing();
      const done = await formed(round.id, await forming.start(coordinator, round.id, { seconds: 2 }));
      const size = done.relaxations.find(({ family }) => family === 'MAX_SIZE');
      const rules = () =>
        rows<{ max: number }>(
          `select (rules -> 'groupSize' ->> 'max')::integer as max from round where id = $1`,
          [round.id],
        );
      const solved = await formed(round.id, await forming.accept(coordinator, round.id, size?.id ?? ''));
      expect(solved.unassigned).toEqual([]);
      expect(await rules()).toEqual([{ max: 9 }]);
      await forming.undoRelaxation(coordinator, round.id);
      expect(await rules()).toEqual([{ max: 6 }]);
    });
  });
});
