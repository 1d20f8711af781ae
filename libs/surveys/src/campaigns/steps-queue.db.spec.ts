import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CampaignView, JobPayloads } from '#libs/contracts';
import { Facts, Jobs, newId, systemActor, type Actor } from '#libs/platform';
import {
  hasRedis,
  makeActor,
  makeAudience,
  makeRegion,
  openTestDatabase,
  openTestRedis,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
  type TestRedis,
} from '#libs/testing';
import { BallotKeys } from '../answering/ballot-keys.service.js';
import { SurveysReactions } from '../surveys.reactions.js';
import { SurveysSweeps } from '../surveys.sweeps.js';
import { CampaignsService } from './campaigns.service.js';
import { StepsService } from './steps.service.js';

const BACKENDS = ['PostgreSQL', ...(hasRedis() ? ['Redis'] : [])];
const until = async (condition: () => Promise<boolean>): Promise<void> => {
  for (let wait = 0; wait < 200 && !(await condition()); wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

/** One process of the installation: its own queue, its own services, the same database and clock. */
interface Process {
  jobs: Jobs;
  services: TestProcess['services'];
  close: TestProcess['close'];
  /** Steps that this process was woken for. */
  woken: string[];
}

describe.each(BACKENDS)('steps of campaigns, woken over %s (architecture §1.5)', (backend) => {
  let test: TestDatabase;
  /** Where wake-ups go that nobody hears. */
  let nowhere: TestDatabase;
  let redis: TestRedis | null = null;
  let dataDir: string;
  let region: { id: string };
  let coordinator: Actor;
  const processes: Process[] = [];
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase(20);
    nowhere = await openTestDatabase(2);
    redis = backend === 'Redis' ? await openTestRedis() : null;
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-steps-'));
  });
  afterAll(async () => {
    await redis?.close();
    await nowhere.close();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    // the queue's own clock is the machine's: what is due now is due on both
    clock.set(new Date());
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
  });
  afterEach(async () => {
    for (const { close } of processes.splice(0)) await close();
  });

  /** @param heard false: its wake-ups are lost */
  function start(heard = true): Process {
    const { services, close } = processOf(test, clock, {
      dataDir,
      redisUrl: redis ? `${redis.url}/${heard ? 0 : 1}` : null,
      queueUrl: heard ? test.appUrl : nowhere.appUrl,
      given: (config, log) => [new BallotKeys(test.database, clock, config, log)],
    });
    const jobs = services(Jobs);
    services(SurveysReactions);
    const made: Process = { jobs, services, close, woken: [] };
    processes.push(made);
    return made;
  }
  /** Takes up wake-ups as the worker does. */
  function work(worker: Process): void {
    worker.jobs.process(
      'survey',
      async ({ regionId, id }: JobPayloads['survey']) => {
        worker.woken.push(id);
        await worker.services(StepsService).woken(regionId, id);
      },
      2,
    );
  }

  /** A session that ended so long before yesterday's nine o'clock that its evaluation is due. */
  async function endSession(by: Process): Promise<void> {
    const { people, practices } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const actor = systemActor(region.id);
    await test.database.transaction(actor, () =>
      by.services(Facts).publish(actor, 'session.ended', {
        sessionId: newId(),
        title: 'Dialoogsessie Cardiologie',
        department: 'Cardiologie',
        endedAt: new Date(clock.now().getTime() - 36 * 3_600_000).toISOString(),
        attendees: people.map((personId, k) => ({
          personId,
          practiceId: practices[k % 4] ?? null,
          role: 'practice-holder',
        })),
      }),
    );
  }
  const one = async (by: Process): Promise<CampaignView> => {
    const campaigns = by.services(CampaignsService);
    const { items } = await campaigns.list(coordinator, { limit: 10 });
    return campaigns.get(coordinator, items[0]?.id as string);
  };
  const states = async (by: Process): Promise<string[]> =>
    (await one(by)).steps.map(({ kind, state }) => `${kind} ${state}`);
  const mails = async (template: string): Promise<number> => {
    const [row] = await test.database.transaction({ regionId: region.id }, () =>
      test.database.query<{ n: number }>('select count(*)::integer as n from mail where template = $1', [
        template,
      ]),
    );
    return row?.n ?? 0;
  };

  it('goes from the fact by a step and a wake-up to planned mails (DIA-15)', async () => {
    const [api, worker] = [start(), start()];
    work(worker);
    await endSession(api);
    await until(async () => (await mails('evaluation-invitation')) > 0);
    expect(await mails('evaluation-invitation')).toBe(12);
    expect(await states(api)).toEqual(['invite done', 'remind planned', 'close planned']);
    expect(worker.woken).toHaveLength(1);
  });

  it('finds by the sweep what a lost wake-up left', async () => {
    const [api, worker] = [start(false), start()];
    work(worker);
    await endSession(api);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await mails('evaluation-invitation')).toBe(0);
    await worker.services(SurveysSweeps).sweep(region.id);
    expect(await mails('evaluation-invitation')).toBe(12);
    expect(worker.woken).toEqual([]);
  });

  it('does once what two workers and their sweeps do at the same moment', async () => {
    const [api, first, second] = [start(false), start(), start()];
    await endSession(api);
    const [invite] = (await one(api)).steps;
    work(first);
    work(second);
    for (let k = 0; k < 6; k++) first.jobs.wake('survey', { regionId: region.id, id: invite?.id as string });
    await Promise.all([
      ...[first, second].map((worker) => worker.services(SurveysSweeps).sweep(region.id)),
      until(async () => first.woken.length + second.woken.length >= 6),
    ]);
    await until(async () => (await states(api))[0] === 'invite done');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await mails('evaluation-invitation')).toBe(12);
    expect((await one(api)).steps[0]).toMatchObject({ count: 12 });
    const done = await test.database.transaction({ regionId: region.id }, () =>
      test.database.query(`select 1 from audit_entry where event = 'campaign.invited'`),
    );
    expect(done).toHaveLength(1);
  });

  it('comes too early without harm, and is done when its moment is there', async () => {
    const [api, worker] = [start(false), start()];
    work(worker);
    await endSession(api);
    await worker.services(SurveysSweeps).sweep(region.id);
    const reminder = (await one(api)).steps.find(({ kind }) => kind === 'remind');
    worker.jobs.wake('survey', { regionId: region.id, id: reminder?.id as string });
    await until(async () => worker.woken.length > 0);
    expect(await mails('evaluation-reminder')).toBe(0);
    clock.set(reminder?.dueAt as string);
    worker.jobs.wake('survey', { regionId: region.id, id: reminder?.id as string });
    await until(async () => (await mails('evaluation-reminder')) > 0);
    expect(await mails('evaluation-reminder')).toBe(12);
  });

  it('keeps the order when a clock that jumped wakes everything at once', async () => {
    const [api, worker] = [start(false), start()];
    await endSession(api);
    const { steps } = await one(api);
    // the invitation is weeks late; what follows it moves with it and is not due yet
    clock.pass({ days: 30 });
    work(worker);
    for (const { id } of [...steps].reverse()) worker.jobs.wake('survey', { regionId: region.id, id });
    await until(async () => worker.woken.length >= 3 && (await states(api))[0] === 'invite done');
    await until(async () => (await mails('evaluation-invitation')) > 0);
    expect(await states(api)).toEqual(['invite done', 'remind planned', 'close planned']);
    expect(await mails('evaluation-reminder')).toBe(0);
    // and again: the reminder is past, the closing goes on
    clock.pass({ days: 30 });
    for (const { id } of [...steps].reverse()) worker.jobs.wake('survey', { regionId: region.id, id });
    await until(async () => (await one(api)).state === 'closed');
    expect(await states(api)).toEqual(['invite done', 'remind late', 'close done']);
    expect(await mails('evaluation-reminder')).toBe(0);
    // a clock that is put back does nothing again
    clock.pass({ days: -59 });
    await worker.services(SurveysSweeps).sweep(region.id);
    expect(await mails('evaluation-invitation')).toBe(12);
  });
});
