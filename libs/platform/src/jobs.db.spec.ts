import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { hasRedis, openTestDatabase, openTestRedis, type TestDatabase, type TestRedis } from '#libs/testing';
import { newId } from './ids.js';
import { Jobs } from './jobs.js';
import { createLog } from './log.js';
import { QUEUE_SCHEMA } from './migrate.js';

const BACKENDS = ['PostgreSQL', ...(hasRedis() ? ['Redis'] : [])];
const until = async (condition: () => boolean): Promise<void> => {
  for (let wait = 0; wait < 200 && !condition(); wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

describe.each(BACKENDS)('the queue on %s (architecture §9)', (backend) => {
  let test: TestDatabase;
  let redis: TestRedis | null = null;
  let jobs: Jobs;
  let second: Jobs;
  const regionId = newId();

  beforeAll(async () => {
    test = await openTestDatabase();
    redis = backend === 'Redis' ? await openTestRedis() : null;
  });
  beforeEach(() => {
    const make = (): Jobs =>
      new Jobs(
        { redisUrl: redis?.url ?? null, databaseUrl: test.appUrl },
        test.database,
        createLog('silent'),
      );
    [jobs, second] = [make(), make()];
  });
  afterEach(async () => {
    await jobs.onApplicationShutdown();
    await second.onApplicationShutdown();
  });
  afterAll(async () => {
    await test.close();
    await redis?.close();
  });

  it('wakes each row once, with its ids only, however many workers there are', async () => {
    const seen: string[] = [];
    for (const worker of [jobs, second])
      worker.process('mail', async (payload) => void seen.push(Object.entries(payload).sort().join(' ')), 5);
    const ids = Array.from({ length: 40 }, newId);
    for (const id of ids) jobs.wake('mail', { regionId, id });
    await until(() => seen.length >= ids.length);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen.sort()).toEqual(ids.map((id) => `id,${id} regionId,${regionId}`).sort());
  });

  it('wakes only after the transaction is committed, and not at all when it is rolled back', async () => {
    const seen: string[] = [];
    jobs.process('forming', async ({ id }) => void seen.push(id));
    const [kept, undone] = [newId(), newId()];
    await test.database
      .transaction({ regionId }, async () => {
        jobs.wake('forming', { regionId, id: undone });
        throw new Error('undo');
      })
      .catch(() => undefined);
    await test.database.transaction({ regionId }, async () => {
      jobs.wake('forming', { regionId, id: kept });
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(seen).toEqual([]);
    });
    await until(() => seen.length > 0);
    expect(seen).toEqual([kept]);
  });

  it('goes on with the next job when one fails', async () => {
    const seen: string[] = [];
    const [bad, good] = [newId(), newId()];
    jobs.process('mail', async ({ id }) => {
      if (id === bad) throw new Error('this one fails');
      seen.push(id);
    });
    jobs.wake('mail', { regionId, id: bad });
    jobs.wake('mail', { regionId, id: good });
    await until(() => seen.length > 0);
    expect(seen).toEqual([good]);
  });

  it('drops a job without valid ids instead of handing it on', async () => {
    const seen: unknown[] = [];
    jobs.process('mail', async (payload) => void seen.push(payload));
    jobs.wake('mail', { regionId: 'x', id: '1; drop table mail' });
    const good = newId();
    jobs.wake('mail', { regionId, id: good });
    await until(() => seen.length > 0);
    expect(seen).toEqual([{ regionId, id: good }]);
  });

  it('lets one wake-up wait that is asked for once, and another after that one was taken up', async () => {
    await test.database.transaction({ regionId }, async () => {
      for (let n = 0; n < 3; n++) jobs.wake('dispatch', { regionId }, { once: true });
    });
    for (const one of [jobs, second]) one.wake('dispatch', { regionId }, { once: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await jobs.waiting('dispatch')).toBe(1);
    const seen: string[] = [];
    jobs.process('dispatch', async (payload) => {
      if (seen.push(payload.regionId) === 1) {
        second.wake('dispatch', { regionId }, { once: true }); // while the first is being worked on
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    });
    await until(() => seen.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen).toEqual([regionId, regionId]);
  });

  it('sets its repeating wake-up again after the queue was emptied by force', async () => {
    let seen = 0;
    jobs.process('sweep', async () => void seen++);
    await jobs.every('sweep', 250);
    await until(() => seen > 0);
    const client = redis && new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue('sweep', {
      connection: (client ?? { connectionString: test.appUrl, schema: QUEUE_SCHEMA, max: 1 }) as never,
    });
    await queue.obliterate({ force: true });
    const before = seen;
    await until(() => seen > before + 1);
    expect(seen).toBeGreaterThan(before + 1);
    await queue.close();
    client?.disconnect();
  });

  it('keeps a delayed wake-up until its time', async () => {
    const seen: string[] = [];
    jobs.process('mail', async ({ id }) => void seen.push(id));
    const [late, soon] = [newId(), newId()];
    jobs.wake('mail', { regionId, id: late }, { delayMs: 600 });
    jobs.wake('mail', { regionId, id: soon });
    await until(() => seen.length === 2);
    expect(seen).toEqual([soon, late]);
  });
});

describe('an unreachable queue', () => {
  it('never fails the work that wanted to wake it: the sweep finds the row', async () => {
    const test = await openTestDatabase();
    const broken = new Jobs(
      { redisUrl: null, databaseUrl: 'postgresql://nobody:x@127.0.0.1:9/none' },
      test.database,
      createLog('silent'),
    );
    const regionId = newId();
    const done = await test.database.transaction({ regionId }, async () => {
      broken.wake('mail', { regionId, id: newId() });
      return 'done';
    });
    expect(done).toBe('done');
    await broken.onApplicationShutdown();
    await test.close();
  });
});
