import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import { createLog, Jobs, newId, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { ConfirmationsService } from './confirmations.service.js';

const WORDS = { practice: 'De Vlier', group: 'Groep 3', mark: 'a1b2c3d4e5f6' };

describe('confirming one act by a mailed code (models/security.md #21, ASVS 7.5.3)', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let secrets: Secrets;
  let confirmations: ConfirmationsService;
  let holder: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database } = test;
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    } as Config;
    jobs = new Jobs(config, database, createLog('silent'));
    secrets = new Secrets(config);
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    confirmations = injector(database, clock, jobs, secrets, audit)(ConfirmationsService);
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });
  beforeEach(async () => {
    const region = await makeRegion(test.database);
    holder = { ...(await makeActor(test.database, region.id, 'practice-holder')), sessionId: newId() };
  });

  const query = <Row>(sql: string, values: unknown[] = []) =>
    test.database.transaction(systemActor(holder.regionId), () => test.database.query<Row>(sql, values));
  const ask = (about = 'sign 1'): Promise<void> => confirmations.ask(holder, { about, words: WORDS });
  const check = (code: string, about = 'sign 1', by = holder): Promise<string> =>
    confirmations.check(by, about, code);
  const use = (id: string | null): Promise<void> =>
    test.database.transaction(holder, () => confirmations.use(holder, id));
  /** The code in the newest mail. */
  const mailed = async (): Promise<string> => {
    const [row] = await query<{ id: string }>(
      `select params ->> 'confirmationId' as id from mail where person_id = $1 and template = 'confirmation' order by id desc limit 1`,
      [holder.personId],
    );
    return secrets.code(row!.id);
  };
  const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');
  const refused = (work: Promise<unknown>, code: string, details: unknown = expect.anything()) =>
    expect(work).rejects.toMatchObject({ code, details });

  it('takes the code of exactly this act, from the session that asked, once', async () => {
    await ask();
    const code = await mailed();
    await refused(check(wrong(code)), 'auth.code-wrong');
    await refused(check(code, 'sign 2'), 'auth.confirm-first', { minutes: 10 });
    await refused(check(code, 'sign 1', { ...holder, sessionId: newId() }), 'auth.confirm-first');
    const id = await check(code);
    const twice = await Promise.allSettled([use(id), use(id)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await refused(check(code), 'auth.confirm-first');
    await refused(use(null), 'auth.confirm-first');
  });

  it('asks again after ten minutes', async () => {
    await ask();
    const code = await mailed();
    clock.pass({ minutes: 9 });
    const id = await check(code);
    clock.pass({ minutes: 2 });
    await refused(check(code), 'auth.confirm-first');
    await refused(use(id), 'auth.confirm-first');
  });

  it('ends a code after five wrong ones, also when they come at the same moment', async () => {
    await ask();
    const code = await mailed();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => check(wrong(code))));
    const codes = tries.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : 'right',
    );
    expect(codes.sort()).toEqual([
      ...Array<string>(5).fill('auth.code-wrong'),
      ...Array<string>(3).fill('auth.confirm-first'),
    ]);
    await refused(check(code), 'auth.confirm-first');
  });

  it('ends a code with the next one, and mails no more than five in a quarter of an hour', async () => {
    await ask();
    const first = await mailed();
    await ask();
    const second = await mailed();
    expect(second).not.toBe(first);
    await refused(check(first), 'auth.code-wrong');
    expect(await check(second)).toEqual(expect.any(String));
    for (let mails = 2; mails < 5; mails += 1) await ask('sign 3');
    await refused(ask(), 'rate.limited', { seconds: 900 });
    await refused(check(second), 'auth.confirm-first');
    clock.pass({ minutes: 16 });
    await ask();
    expect(await check(await mailed())).toEqual(expect.any(String));
  });

  it('keeps no code, and knows nobody without a session of their own', async () => {
    await ask();
    const code = await mailed();
    const [row] = await query<{ all: string }>(`select c::text as all from confirmation c`);
    const [mail] = await query<{ all: string }>(`select m::text as all from mail m`);
    expect(`${row!.all}${mail!.all}`).not.toContain(code);
    for (const actor of [{ ...holder, sessionId: null }, systemActor(holder.regionId)])
      await refused(confirmations.ask(actor, { about: 'sign 1', words: WORDS }), 'auth.forbidden');
    const other = await makeRegion(test.database);
    const elsewhere = { ...holder, regionId: other.id };
    await refused(check(code, 'sign 1', elsewhere), 'auth.confirm-first');
    const events = await query<{ event: string }>(`select event from audit_entry order by seq`);
    expect(events).toEqual([{ event: 'confirmation.asked' }]);
  });
});
