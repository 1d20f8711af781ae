import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId, readConfig } from '#libs/platform';
import {
  makeAudience,
  makeMeeting,
  makeRegion,
  makeRound,
  openTestDatabase,
  type TestDatabase,
} from '#libs/testing';
import { createWorker } from './create-worker.js';
import { SweepProcessor } from './sweep.processor.js';

describe('the worker as it runs', () => {
  let test: TestDatabase;
  let worker: INestApplicationContext;
  let region: { id: string };
  const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-worker-'));

  beforeAll(async () => {
    test = await openTestDatabase();
    region = await makeRegion(test.database);
    const config = readConfig(
      { LOG_LEVEL: 'fatal', SWEEP_SECONDS: '3600', PUBLIC_URL: 'http://localhost:3000' },
      {
        databaseUrl: test.appUrl,
        databaseOwnerUrl: test.ownerUrl,
        secret: 'secret of a test '.repeat(3),
        dataDir,
        demo: false,
      },
    );
    worker = await createWorker(config, test.database.source);
  });
  afterAll(async () => {
    await worker.close();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('sends the evaluation of a meeting that ended, from one sweep (DIA-15, SUR-15)', async () => {
    const { database } = test;
    const { practices } = await makeAudience(database, region.id, { people: 12, practices: 12 });
    const round = await makeRound(database, region.id, { practices, state: 'published' });
    const id = newId();
    const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      database.transaction({ regionId: region.id }, () => database.query<Row>(sql, values));
    await inRegion(
      `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, started_on)
       values ($1, $2, $3, 1, 'Groep 1', $4, $5, '2026-01-01')`,
      [id, region.id, round.id, round.themes[0], round.dates[0]],
    );
    await inRegion(
      `insert into group_member (region_id, group_id, practice_id, joined_at) select $1, $2, unnest($3::uuid[]), now() - interval '9 days'`,
      [region.id, id, practices],
    );
    const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
    await makeMeeting(database, region.id, { id, groupId: id, startsAt: hoursAgo(50), endsAt: hoursAgo(48) });
    await worker.get(SweepProcessor).sweep();
    const campaigns = await inRegion(`select state, anonymity, subject_kind, subject_id from campaign`);
    expect(campaigns).toEqual([
      { state: 'running', anonymity: 'anonymous', subject_kind: 'round', subject_id: round.id },
    ]);
    const sent = () =>
      inRegion(`select 1 from mail where template = 'evaluation-invitation' and state = 'sent'`);
    for (let wait = 0; wait < 200 && (await sent()).length < 12; wait++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await sent()).toHaveLength(12);
    await worker.get(SweepProcessor).sweep();
    expect(await inRegion('select 1 from mail')).toHaveLength(12);
  });
});
