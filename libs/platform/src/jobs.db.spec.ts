import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hasRedis, openTestDatabase, openTestRedis, type TestDatabase, type TestRedis } from '#libs/testing';
import { newId } from './ids.js';
import { Jobs } from './jobs.js';
import { createLog } from './log.js';

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
