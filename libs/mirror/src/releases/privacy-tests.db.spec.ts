import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService } from '#libs/audit';
import { dataSetRoom, type DataSetView, type PrivacyTestView } from '#libs/contracts';
import { createLog, Jobs, newId, Rooms, systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  type TestDatabase,
} from '#libs/testing';
import { openExtracts } from '../../fixtures/open-extracts.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { CardsService } from '../provenance/cards.service.js';
import { GateData } from './gate-data.service.js';
import { GateEngine } from './gate-engine.service.js';
import type { GateJob } from './gate.rules.js';
import { GateService } from './gate.service.js';
import { PrivacyTestBudget, PrivacyTestRuns } from './privacy-test-runs.service.js';
import { PrivacyTestsService } from './privacy-tests.service.js';
import { ReleasesReactions } from './releases.reactions.js';
import { WaitingReleases } from './waiting-releases.sweeps.js';

const QUARTERS = ['2025-K4', '2026-K1', '2026-K2', '2026-K3'];
/** For several rounds of the gate in its thread, on a machine that does other things too. */
const PATIENCE = 120_000;
const HEAD = 'Praktijk AGB;Periode;Specialisme code;Aantal verwijzingen;Waarvan spoed;Ingeschreven patiënten';

/** The gate in its thread, which something can be done about before it begins. */
class WatchedEngine extends GateEngine {
  before: (job: GateJob, controls: Parameters<GateEngine['judge']>[1]) => Promise<void> | void = () => {};

  protected override async compute(job: GateJob, controls: Parameters<GateEngine['judge']>[1]) {
    await this.before(job, controls);
    return super.compute(job, controls);
  }
}

/** Until somebody calls it off. */
const never = (_: GateJob, { signal }: { signal?: AbortSignal }): Promise<void> =>
  new Promise((_resolve, reject) => {
    const end = (): void => reject(new Error('It was called off.'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
  });

describe('a privacy test (D7)', () => {
  let test: TestDatabase;
  let lib: ReturnType<typeof openExtracts>;
  let tests: PrivacyTestsService;
  let regionId: string;
  let loader: Actor;
  let approver: Actor;
  let agbs: string[];
  let set: DataSetView;

  beforeAll(async () => {
    test = await openTestDatabase();
    lib = openExtracts(test);
    lib.services(ReleasesReactions);
    tests = lib.services(PrivacyTestsService);
  });
  beforeEach(async () => {
    regionId = (await makeRegion(test.database)).id;
    loader = await makeActor(test.database, regionId, 'data-steward', { name: 'Loes Lader' });
    approver = await makeActor(test.database, regionId, 'region-coordinator', { name: 'Keur Meester' });
    agbs = Array.from({ length: 12 }, (_, n) => String(1_000_001 + n).padStart(8, '0'));
    const ids: string[] = [];
    for (const agb of agbs) ids.push((await makePractice(test.database, regionId, { agb })).id);
    await makeGroup(test.database, regionId, { practices: ids.slice(0, 6), name: 'Groep Noord' });
    await makeGroup(test.database, regionId, { practices: ids.slice(6), name: 'Groep Zuid' });
    set = await load((n, item) => 30 + 7 * n + item);
    expect(set.state).toBe('checked');
  });
  afterAll(async () => {
    await lib.close();
    await test.close();
  });

  async function load(
    countOf: (practice: number, item: number, quarter: number) => number,
    supersedes?: string,
  ) {
    const rows = agbs.flatMap((agb, n) =>
      QUARTERS.flatMap((quarter, q) =>
        ['0301', '0310', '0320'].map(
          (item, i) =>
            `${agb};${quarter};${item};${countOf(n, i, q)};${Math.min(2, countOf(n, i, q) - 1)};${2000 + 100 * n}`,
        ),
      ),
    );
    const file = Buffer.from(`${[HEAD, ...rows].join('\r\n')}\r\n`);
    const known = (await lib.sources.list(loader))[0];
    const source = known ?? (await lib.source(loader));
    return lib.load(loader, source.id, file, supersedes ? { supersedes, why: 'Beter geteld.' } : {});
  }

  /** A worker process: its gate, what its threads may cost, and what is done before each. */
  function worker(budget: Partial<PrivacyTestBudget> = {}) {
    const { services, clock } = lib;
    const { database } = test;
    const engine = new WatchedEngine();
    const log = createLog('silent');
    const [rooms, audit, source] = [services(Rooms), services(AuditService), services(GateData)];
    const runs = new PrivacyTestRuns(
      database,
      clock,
      rooms,
      audit,
      services(Jobs),
      source,
      engine,
      Object.assign(new PrivacyTestBudget(), budget),
      log,
    );
    const gate = new GateService(
      database,
      clock,
      rooms,
      audit,
      source,
      services(CardsService),
      services(OpenModesService),
      engine,
      log,
      runs,
    );
    return { gate, engine };
  }

  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(systemActor(regionId), () => test.database.query<Row>(sql, values));
  const view = (): Promise<PrivacyTestView> => tests.view(loader, set.id);
  const outcomes = ({ audiences }: PrivacyTestView): string[] => audiences.map(({ outcome }) => outcome);
  /** Turn after turn, as the queue would wake it. */
  async function finish(gate: GateService, stopping?: AbortSignal): Promise<PrivacyTestView> {
    for (let turns = 0; turns < 10 && (await gate.work(regionId, stopping)) > 0; turns += 1);
    return view();
  }
  async function until(check: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('It did not happen.');
  }
  /** Numbers that each audience reads now. */
  async function released(): Promise<Map<string, number>> {
    const rows = await query<{ id: string; n: number }>(
      `select coalesce(r.group_id::text, r.audience) as id,
         sum(case r.audience when 'region' then 1 when 'staff' then jsonb_array_length(f.body->'points')
           else (select count(*) from jsonb_array_elements(f.body->'bars') b where b->>'value' is not null) end)::integer as n
       from release r join release_figure f on f.release_id = r.id
       where r.state = 'released' and $1 = any(r.data_set_ids) group by 1`,
      [set.id],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
  /** What a test said that each audience would read. */
  const foretold = ({ audiences }: PrivacyTestView): Map<string, number> =>
    new Map(
      audiences.flatMap((one): [string, number][] =>
        one.outcome === 'refused' ? [] : [[one.group?.id ?? one.audience, one.shown]],
      ),
    );
  const taken = (): Promise<void> => until(async () => (await view()).state === 'running');

  it(
    'looks at the region, its staff and every group, one after another, and says of each what the gate then does (MIR-07)',
    async () => {
      expect(await view()).toMatchObject({ state: 'none', audiences: [], version: 0 });
      const asked = await tests.ask(loader, set.id);
      expect(asked).toMatchObject({ state: 'waiting', fraction: 0, askedBy: 'Loes Lader', endedAt: null });
      expect(
        asked.audiences.map(({ audience, group, outcome }) => [group?.name ?? audience, outcome]),
      ).toEqual([
        ['region', 'waiting'],
        ['staff', 'waiting'],
        ['Groep Noord', 'waiting'],
        ['Groep Zuid', 'waiting'],
      ]);
      const { gate } = worker();
      const room = dataSetRoom(set.id);
      const version = (): Promise<number> =>
        test.database.transaction(systemActor(regionId), () => lib.services(Rooms).version(room));
      const before = await version();
      expect(await gate.work(regionId)).toBe(1);
      const first = await view();
      expect(outcomes(first)).toEqual(['safe', 'looking', 'waiting', 'waiting']);
      expect([first.state, first.fraction]).toEqual(['running', 0.25]);
      expect(await version()).toBeGreaterThan(before);
      const done = await finish(gate);
      expect(done).toMatchObject({ state: 'done', fraction: 1, reason: null, endedAt: expect.any(String) });
      expect(outcomes(done)).toEqual(['safe', 'safe', 'safe', 'safe']);
      expect(await gate.work(regionId)).toBe(0);

      // nothing but counts is kept, and nothing was shown to anybody
      const [row] = await query<{ carried: unknown; result: object[] }>(
        `select carried, result from privacy_test where data_set_id = $1`,
        [set.id],
      );
      expect(row?.carried).toBeNull();
      for (const one of row?.result ?? [])
        expect(Object.keys((one as { judged: object }).judged).sort()).toEqual([
          'code',
          'hidden',
          'outcome',
          'shown',
        ]);
      expect(await query(`select 1 from release union all select 1 from ledger_statement`)).toEqual([]);
      const events = await query<{ event: string }>(
        `select event from audit_entry where event like 'data-set.privacy%' order by seq`,
      );
      expect(events.map(({ event }) => event)).toEqual([
        'data-set.privacy-tested',
        'data-set.privacy-test-done',
      ]);

      await lib.dataSets.approve(approver, set.id);
      await finish(worker().gate); // one that tried nothing itself
      expect(await released()).toEqual(foretold(done));
      expect((await view()).state).toBe('done');
    },
    PATIENCE,
  );

  it(
    'says beside what was released before how many numbers would stay hidden, and begins anew when asked again',
    async () => {
      await lib.dataSets.approve(approver, set.id);
      const { gate } = worker();
      await finish(gate);
      // one practice turns out to have referred four patients a year to one specialism
      set = await load((n, item) => (n === 3 && item === 1 ? 1 : 30 + 7 * n + item), set.id);
      await tests.ask(loader, set.id);
      const corrected = await finish(gate);
      expect(corrected.state).toBe('done');
      expect(corrected.audiences[0]).toMatchObject({ outcome: 'coarsened' });
      expect(corrected.audiences[0]?.hidden).toBeGreaterThan(0);
      expect(outcomes(corrected)).not.toContain('refused');
      const again = await tests.ask(approver, set.id);
      expect(again).toMatchObject({ state: 'waiting', fraction: 0, askedBy: 'Keur Meester' });
      expect(new Set(outcomes(again))).toEqual(new Set(['waiting']));
      expect(await query(`select 1 from privacy_test`)).toHaveLength(1);
      await lib.dataSets.approve(approver, set.id);
      await finish(worker().gate);
      expect(await released()).toEqual(foretold(corrected));
    },
    PATIENCE,
  );

  it(
    'is not gone through again for the releases of the same figures, unless something changed after it',
    async () => {
      await tests.ask(loader, set.id);
      const { gate, engine } = worker();
      const done = await finish(gate);
      const [, group] = await query<{ id: string }>(`select id from intervision_group order by name`);
      await query(
        `update group_member set left_at = now() where practice_id =
           (select practice_id from group_member where group_id = $1 order by practice_id limit 1)`,
        [group?.id],
      );
      const computed: string[] = [];
      engine.before = ({ audience, members }) => void computed.push(`${audience} of ${members.length}`);
      await lib.dataSets.approve(approver, set.id);
      await finish(gate);
      expect(computed).toEqual(['group of 5']);
      const [all, expected] = [await released(), foretold(done)];
      expect([...all.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [id, numbers] of expected) if (id !== group?.id) expect(all.get(id)).toBe(numbers);
    },
    PATIENCE,
  );

  it(
    'lets releases go first, and wakes itself for what is left',
    async () => {
      await lib.dataSets.approve(approver, set.id);
      set = await load((n, item) => 31 + 7 * n + item, set.id);
      await tests.ask(loader, set.id);
      const { gate, engine } = worker();
      const order: string[] = [];
      engine.before = (job) => void order.push(job.order.includes(set.id) ? 'test' : 'release');
      expect(await gate.work(regionId)).toBe(5);
      expect(order).toEqual(['release', 'release', 'release', 'release', 'test']);
      expect(await query(`select 1 from release where state = 'preparing'`)).toEqual([]);
    },
    PATIENCE,
  );

  it('never calls an audience safe that takes more memory than it may, and goes on with the others', async () => {
    await tests.ask(loader, set.id);
    const { gate, engine } = worker();
    engine.before = (job, controls) => {
      if (job.audience === 'group' && job.members.length === 6 && order++ === 0) controls.memoryMb = 4;
    };
    let order = 0;
    const done = await finish(gate);
    expect(done.state).toBe('done');
    expect(outcomes(done)).toEqual(['safe', 'safe', 'unfinished', 'safe']);
    expect(done.audiences[2]).toMatchObject({
      shown: 0,
      hidden: 0,
      reason: {
        nl: 'Niet afgerond: er verschilt te veel van wat eerder is vrijgegeven.',
        en: 'Not finished: too much differs from what was released.',
      },
    });
  });

  it('gives an audience up that takes more time than it may', async () => {
    await tests.ask(loader, set.id);
    const done = await finish(worker({ milliseconds: 1 }).gate);
    expect(done.state).toBe('done');
    expect(outcomes(done)).toEqual(['unfinished', 'unfinished', 'unfinished', 'unfinished']);
  });

  it('says with the others that the region’s new figures were left out of account, when those were given up', async () => {
    await tests.ask(loader, set.id);
    const { gate, engine } = worker();
    engine.before = (job, controls) => {
      if (job.audience === 'region') controls.memoryMb = 4;
    };
    const done = await finish(gate);
    expect(outcomes(done)).toEqual(['unfinished', 'refused', 'safe', 'safe']);
    const note = 'Looked at without the new figures of the region, because those were not finished.';
    expect(done.audiences.map(({ reason }) => reason?.en.endsWith(note))).toEqual([false, true, true, true]);
  });

  it('is stopped by a person: what was looked at stays, the thread ends, and nothing comes after', async () => {
    await expect(tests.stop(loader, set.id)).rejects.toMatchObject({ code: 'not-found' });
    await tests.ask(loader, set.id);
    const { gate, engine } = worker();
    await gate.work(regionId);
    engine.before = never;
    const looking = gate.work(regionId);
    await until(async () => (await query(`select 1 from privacy_test where held_by is not null`)).length > 0);
    const stopped = await tests.stop(approver, set.id);
    expect(stopped).toMatchObject({ state: 'stopped', reason: { en: 'The privacy test was stopped.' } });
    expect(outcomes(stopped)).toEqual(['safe', 'unseen', 'unseen', 'unseen']);
    await looking; // the next heartbeat found out
    expect(await view()).toEqual(stopped);
    expect(await gate.work(regionId)).toBe(0);
    expect(await tests.stop(approver, set.id)).toEqual(stopped);
    expect(await query(`select carried from privacy_test`)).toEqual([{ carried: null }]);
  });

  it('is laid down when its process stops, and taken up at once without counting as an attempt', async () => {
    await tests.ask(loader, set.id);
    const { gate, engine } = worker();
    engine.before = never;
    const stopping = new AbortController();
    const looking = gate.work(regionId, stopping.signal);
    await taken();
    stopping.abort();
    await looking;
    expect(await query(`select attempts, held_by, heard_at from privacy_test`)).toEqual([
      { attempts: 0, held_by: null, heard_at: null },
    ]);
    expect(await gate.work(regionId, stopping.signal)).toBe(0);
    expect(outcomes(await finish(worker().gate))).toEqual(['safe', 'safe', 'safe', 'safe']);
  });

  it('is taken over from a worker that fell silent, whose late result counts for nothing', async () => {
    await tests.ask(loader, set.id);
    const slow = worker({ milliseconds: 1 });
    let wake = (): void => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    slow.engine.before = () => asleep;
    const late = slow.gate.work(regionId);
    await taken();
    const { gate } = worker();
    expect(await gate.work(regionId)).toBe(0);
    await query(`update privacy_test set heard_at = heard_at - interval '1 minute'`);
    expect(await gate.work(regionId)).toBe(1);
    wake();
    await late;
    expect(outcomes(await view())).toEqual(['safe', 'looking', 'waiting', 'waiting']);
    expect((await finish(gate)).state).toBe('done');
  });

  it('is taken up after a restart, found by the sweep, and given up when it breaks off again and again', async () => {
    await tests.ask(loader, set.id);
    await query(`update privacy_test set state = 'running', held_by = $1, heard_at = $2, attempts = 1`, [
      newId(),
      lib.clock.now(),
    ]);
    const due = await test.database.definer<{ id: string }>('select due_regions($1) as id', [
      lib.clock.now(),
    ]);
    expect(due.map(({ id }) => id)).toContain(regionId);
    const sweeps = lib.services(WaitingReleases);
    expect(await sweeps.sweep(regionId)).toBe(0);
    const { gate, engine } = worker();
    await gate.recover(regionId);
    expect(await sweeps.sweep(regionId)).toBe(1);
    engine.before = () => {
      throw new Error('The machine broke.');
    };
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      expect(await gate.work(regionId)).toBe(1);
      expect(await gate.work(regionId)).toBe(0); // a moment of silence first
      lib.clock.pass({ minutes: 1 });
    }
    expect(await gate.work(regionId)).toBe(0);
    expect(await view()).toMatchObject({
      state: 'failed',
      reason: { en: 'The privacy test broke off more than once.' },
    });
    expect(new Set(outcomes(await view()))).toEqual(new Set(['unseen']));
  });

  it('ends with the approval of its data set, which does not wait for it', async () => {
    await tests.ask(loader, set.id);
    const { gate, engine } = worker();
    let wake = (): void => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    engine.before = () => asleep;
    const looking = gate.work(regionId);
    await taken();
    expect((await lib.dataSets.approve(approver, set.id)).state).toBe('approved');
    const ended = await view();
    expect(ended).toMatchObject({
      state: 'stopped',
      reason: { en: 'The figures were approved before the privacy test was done.' },
    });
    wake();
    await looking;
    expect(await view()).toEqual(ended);
    await expect(tests.ask(loader, set.id)).rejects.toMatchObject({ code: 'data-set.not-checked' });
  });

  it('ends when its data set is turned down, with the next turn of the worker', async () => {
    await tests.ask(loader, set.id);
    await lib.dataSets.refuse(approver, set.id, 'Klopt niet.');
    expect(await worker().gate.work(regionId)).toBe(0);
    expect(await view()).toMatchObject({
      state: 'stopped',
      reason: { en: 'The figures no longer wait for approval.' },
    });
  });

  it('shows a steward of another region, and who keeps no figures, nothing at all', async () => {
    await tests.ask(loader, set.id);
    const elsewhere = (await makeRegion(test.database)).id;
    const foreign = await makeActor(test.database, elsewhere, 'data-steward');
    const holder = await makeActor(test.database, regionId, 'practice-holder', { scopeId: newId() });
    for (const act of ['ask', 'view', 'stop'] as const) {
      await expect(tests[act](foreign, set.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(tests[act](holder, set.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    }
    const seen = await test.database.transaction({ regionId: elsewhere }, () =>
      test.database.query(`select 1 from privacy_test`),
    );
    expect(seen).toEqual([]);
    expect(await worker().gate.work(elsewhere)).toBe(0);
    expect((await view()).state).toBe('waiting');
  });
});
