import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import {
  ConfirmationsService,
  ErasingService,
  PeopleQueries,
  RetentionDays,
  SessionsService,
} from '#libs/access';
import { AuditService, CheckpointsService } from '#libs/audit';
import { RETENTION } from '#libs/contracts';
import { OldSessions } from '#libs/dialogue';
import { KeptReferrals, OldPolls } from '#libs/intervision';
import { OldMails } from '#libs/notifications';
import { Rooms, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import { OldImports } from '#libs/practices';
import { OldInvitations } from '#libs/surveys';
import {
  injector,
  makeActor,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { RetentionProcessor } from './retention.processor.js';

const NOW = '2028-11-22T03:00:00Z';
const OLD = '2026-11-22T02:59:00Z'; // a minute over 24 months
const YOUNG = '2026-11-22T03:01:00Z'; // a minute under

describe('retention (models/security.md #23)', () => {
  let test: TestDatabase;
  let audit: AuditService;
  let sessions: SessionsService;
  let retention: RetentionProcessor;
  let owner: Client;
  const clock = new TurnedClock(new Date(NOW));
  const regions: { id: string; coordinator: Actor & { personId: string } }[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: mkdtempSync(join(tmpdir(), 'leerkring-retention-')),
    } as Config;
    const { database } = test;
    const rooms = new Rooms(database);
    audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    sessions = new SessionsService(database, clock, rooms, audit);
    retention = new RetentionProcessor(
      database,
      clock,
      audit,
      new RetentionDays(database, clock),
      new OldImports(database),
      new OldMails(database),
      new OldInvitations(database),
      new OldSessions(database),
      injector(database, clock, audit, rooms)(KeptReferrals),
      new OldPolls(database),
      new ErasingService(database, clock, rooms, audit, new PeopleQueries(database, clock)),
      injector(database, clock, audit, new Secrets(config))(ConfirmationsService),
      pino({ level: 'silent' }),
    );
    owner = new Client({ connectionString: test.superUrl });
    await owner.connect();
    for (let k = 0; k < 2; k++) {
      const { id } = await makeRegion(test.database);
      regions.push({ id, coordinator: await makeActor(test.database, id, 'region-coordinator') });
    }
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  /** One row per age and region; the young one must stay as it is. */
  const everywhere = async (work: (regionId: string, at: string, age: string) => Promise<unknown>) => {
    for (const { id } of regions)
      for (const [age, at] of [
        ['old', OLD],
        ['young', YOUNG],
      ] as const)
        await work(id, at, age);
  };
  const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;

  it('empties lists and mails of 24 months, whatever their state, and leaves younger ones', async () => {
    await everywhere(async (regionId, at, age) => {
      for (const state of ['preview', 'applied'])
        await owner.query(
          `insert into practice_import (region_id, state, file_name, sha256, format, headings, mapping, samples, cells, compared, corrections, created_at, applied_at)
           values ($1, $2, $3, 'x', '{}', '[]', '{}', '{"Naam": ["Anna"]}', '[["Anna"]]', '[{"key": "2"}]', '{"2": {"name": "Anna"}}', $4, $5)`,
          [regionId, state, age, at, state === 'applied' ? at : null],
        );
      for (const state of ['sent', 'failed'])
        await owner.query(
          `insert into mail (region_id, template, params, language, to_name, to_email, state, due_at, created_at, message_id, failure)
           values ($1, 'welcome', '{"region": "Vlier"}', 'nl', $2, 'anna@praktijk.example', $3, $4, $4, gen_random_uuid(), 'anna?')`,
          [regionId, age, state, at],
        );
    });
    await owner.query(`update mail set subject_id = gen_random_uuid()`); // ids stay
    await retention.run();

    expect(
      await rows(`select file_name, state, count(*)::integer as n, jsonb_agg(distinct to_jsonb(i) - '{id,region_id,created_at,applied_at,sha256,format,headings,mapping,mapping_remembered,outcome,counts,created_by,version,file_name,state}'::text[]) as kept
                  from practice_import i group by 1, 2 order by 1, 2`),
    ).toEqual(
      ['applied', 'cancelled']
        .map((state) => ({
          file_name: 'old',
          state,
          n: 2,
          kept: [{ cells: [], samples: {}, compared: [], corrections: {}, decisions: {} }],
        }))
        .concat(
          ['applied', 'preview'].map((state) => ({
            file_name: 'young',
            state,
            n: 2,
            kept: [
              {
                cells: [['Anna']],
                samples: { Naam: ['Anna'] },
                compared: [{ key: '2' }],
                corrections: { 2: { name: 'Anna' } },
                decisions: {},
              },
            ] as never,
          })),
        ),
    );
    expect(
      await rows(
        `select to_name, to_email, params, failure, state, count(*)::integer as n from mail group by 1, 2, 3, 4, 5 order by 1, 5`,
      ),
    ).toEqual([
      { to_name: '', to_email: '', params: {}, failure: null, state: 'cancelled', n: 2 },
      { to_name: '', to_email: '', params: {}, failure: null, state: 'sent', n: 2 },
      {
        to_name: 'young',
        to_email: 'anna@praktijk.example',
        params: { region: 'Vlier' },
        failure: 'anna?',
        state: 'failed',
        n: 2,
      },
      {
        to_name: 'young',
        to_email: 'anna@praktijk.example',
        params: { region: 'Vlier' },
        failure: 'anna?',
        state: 'sent',
        n: 2,
      },
    ]);
  });

  it('runs once a day per region, and a second run finds nothing left to do', async () => {
    const applied = async () =>
      rows(`select detail from audit_entry where event = 'retention.applied'`) as Promise<
        { detail: unknown }[]
      >;
    expect(await applied()).toEqual(
      Array(2).fill({
        detail: {
          imports: 2,
          mails: 2,
          invitations: 0,
          sessions: 0,
          presence: 0,
          meetings: 0,
          referrals: 0,
          people: 0,
        },
      }),
    );
    await owner.query(`update mail set created_at = $1, due_at = $1 where to_name = 'young'`, [OLD]);
    const empty = () => rows(`select 1 from mail where to_name = 'young'`);
    await retention.run(); // the same day
    expect(await empty()).toHaveLength(4);
    clock.pass({ days: 1 });
    await Promise.all([retention.run(), retention.run()]);
    expect(await empty()).toHaveLength(0);
    const after = (await applied()).length;
    clock.pass({ days: 1 });
    await retention.run();
    expect((await applied()).length).toBe(after + (await appliedByYoungImports()));
  });
  /** The lists that were a minute too young on the first day are old enough on the second, so both regions had work once. */
  const appliedByYoungImports = async (): Promise<number> =>
    (await rows(`select 1 from practice_import where cells <> '[]'`)).length;

  it('erases who held no role anywhere for 24 months, and nobody else', async () => {
    clock.set(NOW);
    clock.pass({ days: 10 });
    const [here, there] = regions as [(typeof regions)[number], (typeof regions)[number]];
    const born = '2020-01-01T00:00:00Z';
    const person = async (name: string, roles: [regionId: string, until: string | null][]) => {
      const actor = await makeActor(test.database, here.id, 'auditor', { name });
      await owner.query('delete from role_assignment where person_id = $1', [actor.personId]);
      await owner.query('update person set created_at = $2 where id = $1', [actor.personId, born]);
      for (const [regionId, until] of roles)
        await owner.query(
          `insert into role_assignment (region_id, person_id, role, scope_kind, since, until) values ($1, $2, 'auditor', 'region', $3, $4)`,
          [regionId, actor.personId, born, until],
        );
      return actor.personId;
    };
    const old = '2026-12-02T02:59:00Z';
    const young = '2026-12-02T03:01:00Z';
    const gone = [
      await person('Lang Weg', [[here.id, old]]),
      await person('Overal Weg', [
        [here.id, old],
        [there.id, old],
      ]),
      await person('Alleen Genoemd', []),
    ];
    await person('Net Weg', [[here.id, young]]);
    await person('Elders Actief', [
      [here.id, old],
      [there.id, null],
    ]);
    await person('Elders Net Weg', [
      [here.id, old],
      [there.id, young],
    ]);
    const fresh = await person('Pas Genoemd', []);
    await owner.query('update person set created_at = $2 where id = $1', [fresh, young]);
    await retention.run();

    const named = await rows(`select name from person where archived_at is null order by name`);
    expect(named.map((one) => one.name)).toEqual(
      expect.arrayContaining(['Elders Actief', 'Elders Net Weg', 'Net Weg', 'Pas Genoemd']),
    );
    expect(await rows(`select id, name from person where archived_at is not null order by id`)).toEqual(
      [...gone].sort().map((id) => ({ id, name: 'Gewist persoon' })),
    );
    for (const { coordinator } of regions)
      expect(await audit.verify(coordinator)).toMatchObject({ ok: true });
    expect(
      await rows(
        `select subject_id as id from audit_entry where event = 'person.erased' order by subject_id`,
      ),
    ).toEqual([...gone].sort().map((id) => ({ id })));
  });

  it('removes sign-ins after a day, and sessions and links 30 days after they ended', async () => {
    const { coordinator } = regions[0] as (typeof regions)[number];
    const now = clock.now().getTime();
    const ago = (days: number, minutes: number) => new Date(now - days * 86_400_000 - minutes * 60_000);
    const far = new Date(now + 86_400_000);
    for (const minutes of [1, -1]) {
      const kind = minutes === 1 ? 'old' : 'young';
      const ended = ago(RETENTION.endedAccessDays, minutes);
      for (const [until, revoked] of [
        [ended, null],
        [far, ended],
      ]) {
        await owner.query(
          `insert into task_link (region_id, person_id, kind, subject_id, token_hash, expires_at, revoked_at) values ($1, $2, $3, $1, uuid_send(gen_random_uuid()), $4, $5)`,
          [coordinator.regionId, coordinator.personId, kind, until, revoked],
        );
        await owner.query(
          `insert into session (region_id, person_id, kind, device, token_hash, expires_at, revoked_at) values ($1, $2, 'full', $3, uuid_send(gen_random_uuid()), $4, $5)`,
          [coordinator.regionId, coordinator.personId, kind, until, revoked],
        );
      }
      await owner.query(
        `insert into sign_in (address_hash, token_hash, code_hash, browser_hash, attempts, expires_at)
         values ('a', uuid_send(gen_random_uuid()), 'c', 'b', $1, $2)`,
        [minutes === 1 ? 1 : 0, ago(RETENTION.signInDays, minutes)],
      );
    }
    expect(await sessions.tidy()).toBe(5);
    expect(await rows('select kind, count(*)::integer as n from task_link group by 1')).toEqual([
      { kind: 'young', n: 2 },
    ]);
    expect(await rows('select device, count(*)::integer as n from session group by 1')).toEqual([
      { device: 'young', n: 2 },
    ]);
    expect(await rows('select attempts from sign_in')).toEqual([{ attempts: 0 }]);
  });

  it('removes codes of confirmations after a day', async () => {
    clock.pass({ days: 1 });
    for (const { id, coordinator } of regions)
      for (const minutes of [1, -1])
        await owner.query(
          `insert into confirmation (region_id, person_id, session_id, about, code_hash, created_at, expires_at)
           values ($1, $2, gen_random_uuid(), $3, 'c', $4, $4)`,
          [
            id,
            coordinator.personId,
            minutes === 1 ? 'old' : 'young',
            new Date(clock.now().getTime() - RETENTION.signInDays * 86_400_000 - minutes * 60_000),
          ],
        );
    await retention.run();
    expect(await rows('select about, count(*)::integer as n from confirmation group by 1')).toEqual([
      { about: 'young', n: 2 },
    ]);
  });

  it('never touches the audit log', async () => {
    const count = () =>
      rows('select count(*)::integer as n from audit_entry').then(([one]) => one.n as number);
    const before = await count();
    clock.pass({ days: 365 * RETENTION.auditYears });
    await retention.run();
    expect(await count()).toBeGreaterThanOrEqual(before);
    for (const { id } of regions) {
      const first = await test.database.transaction(systemActor(id), () =>
        test.database.query<{ seq: string }>('select seq from audit_entry order by seq limit 1'),
      );
      expect(first).toEqual([{ seq: '1' }]);
    }
  });
});
