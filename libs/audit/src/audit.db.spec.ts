import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemActor, type Actor, type Config } from '#libs/platform';
import { makeActor, makeRegion, openTestDatabase, TurnedClock, type TestDatabase } from '#libs/testing';
import { AuditService } from './audit.service.js';
import { CheckpointsService } from './checkpoints.service.js';

describe('the audit log (XCT-10)', () => {
  let test: TestDatabase;
  let audit: AuditService;
  let checkpoints: CheckpointsService;
  let actor: Actor;
  let owner: Client;
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-checkpoints-'));
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    checkpoints = new CheckpointsService(test.database, clock, {
      secret: 's'.repeat(40),
      checkpointDir: folder,
    } as Config);
    audit = new AuditService(test.database, clock, checkpoints);
    owner = new Client({ connectionString: test.superUrl });
    await owner.connect();
  });
  beforeEach(async () => {
    const region = await makeRegion(test.database);
    actor = await makeActor(test.database, region.id, 'region-coordinator', { name: 'Joris Haverkamp' });
    for (let n = 1; n <= 6; n++) await note(`thing.${n}`);
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const note = (event: string) =>
    test.database.transaction(actor, async () =>
      audit.record(actor, {
        event,
        action: 'C',
        subjectKind: 'thing',
        detail: { event, nested: { b: 1, a: 'é\r\n"' } },
      }),
    );
  /** Changes rows behind the trigger's back, as an intruder with the keys of the database would. */
  const tamper = async (sql: string) => {
    await owner.query('alter table audit_entry disable trigger audit_entry_append_only');
    await owner.query(sql, sql.includes('$1') ? [actor.regionId] : []);
    await owner.query('alter table audit_entry enable trigger audit_entry_append_only');
  };

  it('verifies an untouched chain and resolves names when it is read', async () => {
    expect(await audit.verify(actor)).toMatchObject({ ok: true, entries: 6, fault: null });
    const page = await audit.list(actor, { limit: 2 });
    expect(page).toMatchObject({
      total: 6,
      next: '5',
      items: [{ seq: 6, actorName: 'Joris Haverkamp' }, { seq: 5 }],
    });
  });

  it('writes nothing for a change that was rolled back', async () => {
    await test.database
      .transaction(actor, async () => {
        audit.record(actor, { event: 'thing.undone', action: 'D', subjectKind: 'thing' });
        throw new Error('undo');
      })
      .catch(() => undefined);
    expect((await audit.verify(actor)).entries).toBe(6);
  });

  it('keeps one chain under fifty concurrent writers', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => note(`parallel.${n}`)));
    expect(await audit.verify(actor)).toMatchObject({ ok: true, entries: 56 });
  });

  it('refuses the app role to change, delete or truncate', async () => {
    for (const sql of [
      `update audit_entry set event = 'x'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(test.database.transaction(actor, () => test.database.query(sql))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  it('finds a changed byte', async () => {
    await tamper(
      `update audit_entry set detail = jsonb_set(detail, '{event}', '"thing.X"') where region_id = $1 and seq = 3`,
    );
    expect((await audit.verify(actor)).fault).toEqual({ kind: 'changed', seq: 3 });
  });

  it('finds a missing entry', async () => {
    await tamper('delete from audit_entry where region_id = $1 and seq = 4');
    expect((await audit.verify(actor)).fault).toEqual({ kind: 'missing', seq: 4 });
  });

  it('finds two swapped entries', async () => {
    await tamper('update audit_entry set seq = -seq where region_id = $1 and seq in (2, 3)');
    await tamper('update audit_entry set seq = 5 + seq where region_id = $1 and seq in (-2, -3)');
    expect((await audit.verify(actor)).fault).toMatchObject({ kind: 'swapped', seq: 2 });
  });

  it('finds a truncated tail with the checkpoint, and a tail that was written anew', async () => {
    await checkpoints.write();
    await tamper('delete from audit_entry where region_id = $1 and seq >= 5');
    expect((await audit.verify(actor)).fault).toEqual({ kind: 'truncated', seq: 5 });
    await note('thing.5-again');
    await note('thing.6-again');
    expect((await audit.verify(actor)).fault).toEqual({ kind: 'changed', seq: 6 });
  });

  it('finds a forged checkpoint', async () => {
    await checkpoints.write();
    const file = join(folder, `${actor.regionId}.jsonl`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":6', '"seq":5'));
    expect((await audit.verify(actor)).fault).toMatchObject({ kind: 'checkpoint-forged' });
  });

  it('shows the log to nobody without the right', async () => {
    const holder = await makeActor(test.database, actor.regionId, 'practice-holder');
    await expect(audit.list(holder, { limit: 10 })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(audit.verify(systemActor(actor.regionId))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});
