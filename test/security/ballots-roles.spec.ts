import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createLog, Secrets, systemActor, type Actor } from '#libs/platform';
import { BallotKeys, EvaluationsService } from '#libs/surveys';
import {
  injector,
  makeCampaign,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';

const RIGHTS = ['select', 'insert', 'update', 'delete'] as const;
const TABLES = [
  'sealed_ballot',
  'opened_ballot',
  'opened_text',
  'response',
  'invitation',
  'campaign',
  'mail',
  'person',
];

describe('who may see what of ballots (models/surveys.md, test e)', () => {
  let test: TestDatabase;
  let dataDir: string;
  let superuser: Client;
  let actor: Actor;
  let campaignId: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-roles-'));
    superuser = new Client({ connectionString: test.superUrl });
    await superuser.connect();
    const { id: regionId } = await makeRegion(test.database);
    actor = systemActor(regionId);
    const secrets = new Secrets({ secret: 's'.repeat(40) });
    const keys = new BallotKeys(test.database, new TurnedClock(), { dataDir }, createLog('silent'));
    const evaluations = injector(test.database, secrets)(EvaluationsService);
    // something to see: a sealed ballot, one that was kept, and opened ones
    for (const anonymity of ['confidential', 'anonymous'] as const) {
      const campaign = await makeCampaign(test.database, secrets, regionId, { anonymity });
      await keys.prepare(actor, campaign.id);
      await evaluations.send(campaign.invited[0]!.token, { grade: { value: 8 } }, []);
      campaignId = campaign.id;
    }
    await superuser.query('insert into opened_ballot (region_id, campaign_id, answers) values ($1, $2, $3)', [
      regionId,
      campaignId,
      '{}',
    ]);
    await superuser.query(
      `insert into opened_text (region_id, campaign_id, item, original) values ($1, $2, 'remark', 'x')`,
      [regionId, campaignId],
    );
  });
  afterAll(async () => {
    await superuser.end();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function rightsOf(role: string, table: string): Promise<string> {
    const columns = RIGHTS.map((right) =>
      right === 'delete'
        ? `has_table_privilege('${role}', '${table}', 'delete') as delete`
        : `has_any_column_privilege('${role}', '${table}', '${right}') as ${right}`,
    );
    const { rows } = await superuser.query<Record<string, boolean>>(`select ${columns.join(', ')}`);
    return RIGHTS.filter((right) => rows[0]![right]).join(' ');
  }

  it.each<[string, Record<string, string>]>([
    [
      'leerkring_app',
      {
        sealed_ballot: 'insert',
        opened_ballot: 'select',
        opened_text: 'select update',
        response: 'select insert update delete',
        invitation: 'select insert update delete',
        campaign: 'select insert update',
        mail: 'select insert update',
        person: 'select insert update',
      },
    ],
    [
      'leerkring_mixer',
      {
        sealed_ballot: 'select',
        opened_ballot: 'insert',
        opened_text: 'insert',
        response: 'select delete',
        invitation: 'select',
        campaign: 'select',
        mail: '',
        person: '',
      },
    ],
    [
      'leerkring_reminder',
      {
        sealed_ballot: '',
        opened_ballot: '',
        opened_text: '',
        response: '',
        invitation: 'select',
        campaign: 'select',
        mail: 'select insert',
        person: 'select',
      },
    ],
  ])('%s has these rights, and not one more', async (role, rights) => {
    for (const table of TABLES) expect([table, await rightsOf(role, table)]).toEqual([table, rights[table]]);
    const suffix = campaignId.replaceAll('-', '');
    for (const partition of [`sealed_ballot_${suffix}`, `opened_ballot_${suffix}`])
      expect([partition, await rightsOf(role, partition)]).toEqual([partition, '']);
  });

  it('the app reads no sealed ballot, and whoever reminds reads no answer at all', async () => {
    const read = (table: string, role?: 'leerkring_mixer' | 'leerkring_reminder') =>
      test.database.transaction(actor, () => {
        const look = () => test.database.query(`select * from ${table}`);
        return role ? test.database.as(role, look) : look();
      });
    await expect(read('sealed_ballot')).rejects.toThrow('permission denied');
    for (const table of ['opened_ballot', 'opened_text', 'response'])
      expect(await read(table)).toHaveLength(1);
    for (const table of ['sealed_ballot', 'opened_ballot', 'opened_text', 'response'])
      await expect(read(table, 'leerkring_reminder')).rejects.toThrow('permission denied');
    expect(await read('invitation', 'leerkring_reminder')).toHaveLength(24);
    expect(await read('sealed_ballot', 'leerkring_mixer')).toHaveLength(1);
    for (const table of ['opened_ballot', 'opened_text', 'mail', 'person'])
      await expect(read(table, 'leerkring_mixer')).rejects.toThrow('permission denied');
  });

  it('gives the roles back with the end of the transaction', async () => {
    await test.database.transaction(actor, async () => {
      await test.database.as('leerkring_reminder', () => test.database.query('select 1'));
      expect(await test.database.query('select current_user::text as role')).toEqual([
        { role: 'leerkring_app' },
      ]);
    });
    const failed = test.database.transaction(actor, () =>
      test.database.as('leerkring_mixer', async () => {
        throw new Error('no');
      }),
    );
    await expect(failed).rejects.toThrow('no');
    const used = await Promise.all(
      Array.from({ length: 20 }, () => test.database.definer('select current_user::text as role')),
    );
    expect(used).toEqual(Array.from({ length: 20 }, () => [{ role: 'leerkring_app' }]));
  });

  it('lets nobody but the app and the mixer make or drop the box, and only in its own region', async () => {
    const { rows } = await superuser.query(
      `select r.rolname as role, p.proname as function from pg_proc p cross join pg_roles r
       where p.proname in ('ballots_prepare', 'ballots_drop', 'invitation_open') and r.rolname like 'leerkring%' and r.rolname <> 'leerkring_owner'
         and has_function_privilege(r.oid, p.oid, 'execute') order by 2, 1`,
    );
    expect(rows).toEqual([
      { role: 'leerkring_app', function: 'ballots_drop' },
      { role: 'leerkring_mixer', function: 'ballots_drop' },
      { role: 'leerkring_app', function: 'ballots_prepare' },
      { role: 'leerkring_app', function: 'invitation_open' },
    ]);
    const elsewhere = await makeRegion(test.database);
    for (const name of ['ballots_prepare', 'ballots_drop'])
      await expect(
        test.database.transaction({ regionId: elsewhere.id }, () =>
          test.database.query(`select ${name}($1)`, [campaignId]),
        ),
      ).rejects.toThrow('no such campaign');
  });
});
