import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { ColumnType } from 'typeorm';
import { TABLES_WITHOUT_REGION } from '#libs/access';
import { newId } from '#libs/platform';
import { makeFullRegion, makeRegion, openTestDatabase, type TestDatabase } from '#libs/testing';
import '../../apps/api/src/app.module.js'; // every lib, so that every entity is known

/** What the app role may do with tables that it reaches through functions only. */
const CLOSED_TABLES = ['session', 'sign_in', 'task_link', 'installation', 'migration'];
/** Tables that the app role cannot read: another role is put on for them. */
const READ_AS: Record<string, 'leerkring_mixer'> = { sealed_ballot: 'leerkring_mixer' };

/** Rows that stay inside one practice: a connection has to name it too (REF-07). */
const INSIDE_PRACTICE = /^(referral_|reviewed_referral$)/;

/**
 * Text that nobody types about people, by table: codes, settings, names of organisations, numbers and what programs write. `*`: the whole
 * table. Names of people that have a column of their own (`leader_name`, `to_name`) are forgotten by their feature.
 */
const NOT_TYPED: Record<string, string[]> = {
  audit_entry: ['*'],
  campaign: ['audience', 'department', 'turnout'],
  confirmation: ['about'],
  data_set: ['format', 'mapping', 'profile', 'commitment'],
  data_set_refusal: ['*'],
  data_source: ['mappings', 'aliases'],
  department: ['agreement_url'],
  dialogue_session: ['start_time', 'end_time', 'time_zone', 'meeting_link', 'activity_id', 'calendar_uid'],
  dialogue_settings: ['*'],
  discussion_method: ['copied_from'],
  figure_atom: ['*'],
  figure_item: ['*'],
  figure_remark: ['measure_code', 'item'],
  forming_run: ['*'],
  group_member: ['why'],
  group_preparation: ['figures'],
  import_mapping: ['*'],
  intervision_group: ['leader_name'],
  invitation: ['role', 'theme'],
  ledger_statement: ['*'],
  listed: ['*'],
  live_fact: ['room'],
  live_room: ['clock'],
  mail: ['template', 'to_name', 'to_email', 'message_id', 'failure'],
  measure: ['code'],
  // what a figure means is part of its provenance and stays as it was when figures were made with it
  measure_version: ['content'],
  meeting: ['time_zone', 'meeting_link', 'calendar_uid'],
  meeting_accreditation: ['*'],
  meeting_input: ['step_id'],
  meeting_live: ['method_id'],
  meeting_shown: ['*'],
  open_mode: ['scope', 'ended_because'],
  open_mode_signature: ['*'],
  opened_ballot: ['*'],
  opened_text: ['item'],
  outcome: ['named'],
  practice: ['*'],
  // what a file said is emptied as a whole
  practice_import: [
    'sha256',
    'format',
    'headings',
    'mapping',
    'samples',
    'cells',
    'compared',
    'outcome',
    'corrections',
    'decisions',
    'counts',
  ],
  preparation_note: ['ticked'],
  privacy_test: ['*'],
  proposal: ['*'],
  questionnaire: ['key'],
  referral_moment: ['time'],
  referral_settings: ['mapping'],
  release: ['*'],
  release_figure: ['*'],
  reviewed_referral: ['specialism'],
  role_assignment: ['role', 'job_title'],
  room: ['name'],
  round: ['kind', 'asks', 'rules'],
  // a few letters on a board
  round_theme: ['short_name'],
  round_answer: ['dates', 'leader_name'],
  session: ['device'],
  session_attendance: ['stays'],
  session_file: ['media_type'],
  session_question: ['author_name'],
  session_step: ['kind'],
  task_link: ['kind'],
};

interface TableRow {
  name: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
  policies: { name: string; command: string; permissive: boolean; using: string; check: string }[] | null;
  region_required: boolean | null;
}

describe('the catalogue of the migrated database (models/security.md #1)', () => {
  let test: TestDatabase;
  let client: Client;
  let tables: TableRow[];

  beforeAll(async () => {
    test = await openTestDatabase();
    client = new Client({ connectionString: test.superUrl });
    await client.connect();
    tables = await rows<TableRow>(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
        (select json_agg(json_build_object('name', p.polname, 'command', p.polcmd, 'permissive', p.polpermissive,
            'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname)
          from pg_policy p where p.polrelid = c.oid) as policies,
        (select a.attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id') as region_required
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`);
  });
  afterAll(async () => {
    await client.end();
    await test.close();
  });

  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await client.query(sql, values)).rows as Row[];
  }
  const withoutRegion = (name: string): boolean =>
    (TABLES_WITHOUT_REGION as readonly string[]).includes(name);

  it('closes every table by region, for its owner too, except the ones on the named list', () => {
    const open = tables.filter((table) => !withoutRegion(table.name));
    expect(open.length).toBeGreaterThan(15);
    const isRegion = '(region_id = current_region())';
    const isPractice = '(practice_id = current_practice())';
    const insidePractice = {
      name: 'practice',
      command: '*',
      permissive: false,
      using: isPractice,
      check: isPractice,
    };
    expect(open.filter(({ name }) => INSIDE_PRACTICE.test(name))).toHaveLength(8);
    for (const table of open) {
      expect(table).toMatchObject({
        enabled: true,
        forced: true,
        region_required: true,
        policies: [
          ...(INSIDE_PRACTICE.test(table.name) ? [insidePractice] : []),
          { name: 'region', command: '*', permissive: true, using: isRegion, check: isRegion },
        ],
      });
    }
  });

  it('shows a connection that names no practice, or another one, nothing of the review of referrals (REF-07)', async () => {
    const full = await makeFullRegion(test);
    const names = tables.map(({ name }) => name).filter((name) => INSIDE_PRACTICE.test(name));
    for (const name of names) {
      const inPractice = (id: string) =>
        test.database.transaction({ regionId: full.id }, async () => {
          await test.database.query(`select set_config('app.practice_id', $1, true)`, [id]);
          return (await test.database.query(`select 1 from ${name}`)).length;
        });
      const own = await inPractice(full.ids.get('practice') as string);
      const none = await inPractice('');
      expect([name, own, none, await inPractice(newId())]).toEqual([name, 1, 0, 0]);
    }
  });

  it('names no table as an exception that is not there', () => {
    const names = tables.map((table) => table.name);
    for (const exception of TABLES_WITHOUT_REGION) expect(names).toContain(exception);
  });

  it('has no view that looks with its owner’s eyes', async () => {
    const views = await rows<{ name: string; options: string[] | null }>(`
      select c.relname as name, c.reloptions as options from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('v', 'm')`);
    expect(views.filter((view) => !view.options?.includes('security_invoker=true'))).toEqual([]);
  });

  it('connects as a role that owns nothing, bypasses nothing and inherits nothing', async () => {
    const [role] = await rows(`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
      (select json_agg(json_build_object('role', pg_get_userbyid(m.roleid), 'inherits', m.inherit_option, 'grants', m.admin_option) order by 1)
         from pg_auth_members m where m.member = r.oid) as memberships,
      (select count(*)::integer from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relowner = r.oid and n.nspname = 'public') as owned,
      has_schema_privilege('leerkring_app', 'public', 'create') as creates
      from pg_roles r where rolname = 'leerkring_app'`);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      // put on for one transaction, by name; see Database.as
      memberships: [
        { role: 'leerkring_mixer', inherits: false, grants: false },
        { role: 'leerkring_reminder', inherits: false, grants: false },
      ],
      owned: 0,
      creates: false,
    });
    expect(new Set(tables.map((table) => table.owner))).toEqual(new Set(['leerkring_owner']));
    const [owner] = await rows(
      `select rolsuper, rolbypassrls from pg_roles where rolname = 'leerkring_owner'`,
    );
    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false });
    const used = await test.database.definer<{ current_user: string }>('select current_user');
    expect(used).toEqual([{ current_user: 'leerkring_app' }]);
  });

  it('lets the app role add to the audit log and read it, nothing else (XCT-10)', async () => {
    const [may] = await rows(
      `select ${['select', 'insert', 'update', 'delete', 'truncate', 'trigger', 'references']
        .map((right) => `has_table_privilege('leerkring_app', 'audit_entry', '${right}') as ${right}`)
        .join(', ')}`,
    );
    expect(may).toEqual({
      select: true,
      insert: true,
      update: false,
      delete: false,
      truncate: false,
      trigger: false,
      references: false,
    });
  });

  it('gives nobody TRUNCATE, TRIGGER or REFERENCES, and the tables behind functions to nobody at all', async () => {
    const granted = await rows<{ table: string; right: string }>(`
      select table_name as table, lower(privilege_type) as right from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('leerkring_app', 'PUBLIC')`);
    expect(granted.filter(({ right }) => ['truncate', 'trigger', 'references'].includes(right))).toEqual([]);
    expect(granted.filter(({ table }) => CLOSED_TABLES.includes(table))).toEqual([]);
    for (const table of CLOSED_TABLES.slice(0, 4))
      await expect(test.database.definer(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('fixes the search path of every function with its owner’s rights, and offers none to everybody', async () => {
    const functions = await rows<{
      name: string;
      definer: boolean;
      config: string[] | null;
      everybody: boolean;
    }>(`
      select p.proname as name, p.prosecdef as definer, p.proconfig as config,
        exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as everybody
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'`);
    const definers = functions.filter((one) => one.definer);
    expect(definers.length).toBeGreaterThan(15);
    expect(definers.filter((one) => !one.config?.includes('search_path=public, pg_temp'))).toEqual([]);
    expect(functions.filter((one) => one.everybody).map((one) => one.name)).toEqual([]);
  });

  it('shows a connection without a region, and one of another region, not one row of any closed table', async () => {
    const full = await makeFullRegion(test);
    const closed = tables.map((table) => table.name).filter((name) => !withoutRegion(name));
    expect([...full.tables].sort()).toEqual(expect.arrayContaining(closed));
    const other = await makeRegion(test.database);
    const named = `select set_config('app.practice_id', $1, true)`;
    for (const name of closed) {
      const inRegion = (regionId: string) =>
        test.database.transaction({ regionId }, async () => {
          if (INSIDE_PRACTICE.test(name)) await test.database.query(named, [full.ids.get('practice')]);
          return read(name, (sql) => test.database.query(sql));
        });
      const [own, foreign] = [await inRegion(full.id), await inRegion(other.id)];
      const none = await test.database.source.transaction((manager) =>
        read(name, (sql) => manager.query(sql)),
      );
      expect([name, own.length > 0, foreign, none]).toEqual([name, true, [], []]);
    }
    await expect(
      test.database.definer(`insert into practice (region_id, agb, name) values ($1, '01000002', 'X')`, [
        full.id,
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  async function read(name: string, query: (sql: string) => Promise<unknown[]>): Promise<unknown[]> {
    if (READ_AS[name]) await query(`set local role ${READ_AS[name]}`);
    return query(`select 1 from ${name}`);
  }

  it('closes the two partitions of a campaign like the tables that they are part of', async () => {
    const { ids } = await makeFullRegion(test);
    const suffix = (ids.get('campaign') as string).replaceAll('-', '');
    const partitions = await rows(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
        (select array_agg(pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = c.oid) as policies,
        (select count(*)::integer from aclexplode(c.relacl) a where a.grantee <> c.relowner) as granted
      from pg_class c where c.relispartition and c.relname like '%${suffix}' order by 1`);
    const closed = { enabled: true, forced: true, owner: 'leerkring_owner', granted: 0 };
    const policies = ['(region_id = current_region())'];
    expect(partitions).toEqual([
      { name: `opened_ballot_${suffix}`, policies, ...closed },
      { name: `sealed_ballot_${suffix}`, policies, ...closed },
    ]);
  });

  /** Every column of text that no constraint narrows down, and whether it is marked as typed by people. */
  const texts = () =>
    rows<{ table: string; column: string; type: string; typed: boolean }>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
        coalesce(col_description(c.oid, a.attnum) = 'typed', false) as typed
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
        and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
        and exists (select 1 from pg_attribute r where r.attrelid = c.oid and r.attname = 'region_id')
        and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
          and pg_get_constraintdef(k.oid) ~ format('%s (= ANY|~)', a.attname))
      order by 1, 2`);

  it('says of every column of text whether people type in it, so that erasing finds each (AVG art. 17)', async () => {
    const undecided = (await texts()).filter(({ table, column, typed }) => {
      const none = NOT_TYPED[table] ?? [];
      return typed === (none.includes('*') || none.includes(column));
    });
    expect(undecided).toEqual([]);
  });

  it('erases a name from every column that people type in, and leaves a namesake in another region alone (AVG art. 17)', async () => {
    const [here, elsewhere] = [await makeFullRegion(test), await makeFullRegion(test)];
    const typed = (await texts()).filter(({ typed }) => typed);
    expect(typed.length).toBeGreaterThan(60);
    const said = `Gezegd door ${here.canary}, en niet door ${here.canary}isch.`;
    for (const region of [here, elsewhere])
      for (const { table, column, type } of typed) {
        const value = type === 'text' ? said : type === 'jsonb' ? JSON.stringify({ nl: said }) : [said, said];
        await client.query(`update ${table} set ${column} = $2 where region_id = $1`, [region.id, value]);
      }
    const person = here.ids.get('person') as string;
    await client.query(`update role_assignment set until = now() where person_id = $1`, [person]);
    await client.query(
      `update session_specialist set removed_at = now() where person_id = $1 and removed_at is null`,
      [person],
    );
    const [erased] = await test.database.transaction({ regionId: here.id }, () =>
      test.database.query(`select person_erase($1, now(), 'infinity') as done`, [person]),
    );
    expect(erased).toEqual({ done: true });
    const left: unknown[] = [];
    for (const { table, column } of typed) {
      const [row] = await rows<{ here: string | null; elsewhere: string | null }>(
        `select (select ${column}::text from ${table} where region_id = $1 limit 1) as here,
                (select ${column}::text from ${table} where region_id = $2 limit 1) as elsewhere`,
        [here.id, elsewhere.id],
      );
      const forgotten = row?.here === null || row?.here?.includes('Gezegd door Gewist persoon, en niet door');
      const kept = row?.elsewhere?.includes(said);
      if (!forgotten && row?.here !== undefined) left.push({ table, column, here: row?.here });
      if (!kept) left.push({ table, column, elsewhere: row?.elsewhere });
    }
    expect(left).toEqual([]);
  });

  it('agrees with every entity on name, type and nullability of each column', async () => {
    const columns = await rows<{ table: string; column: string; type: string; required: boolean }>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
    const inTable = new Map(columns.map((one) => [`${one.table}.${one.column}`, one]));
    const { entityMetadatas, driver } = test.database.source;
    expect(entityMetadatas.length).toBeGreaterThan(5);
    const wrong: unknown[] = [];
    for (const entity of entityMetadatas) {
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const base = driver.normalizeType({ type: column.type as ColumnType });
        const said = { type: column.isArray ? `${base}[]` : base, required: !column.isNullable };
        const real = inTable.get(name);
        if (!real || real.type !== said.type || real.required !== said.required)
          wrong.push({ name, said, real });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has an entity or nothing for a table, never half a row: required columns without a default are all mapped', async () => {
    const required = await rows<{ table: string; column: string }>(`
      select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`);
    const entities = test.database.source.entityMetadatas;
    const mapped = new Set(
      entities.flatMap((one) => one.columns.map((column) => `${one.tableName}.${column.databaseName}`)),
    );
    const tablesMapped = new Set(entities.map((one) => one.tableName));
    expect(
      required.filter((one) => tablesMapped.has(one.table) && !mapped.has(`${one.table}.${one.column}`)),
    ).toEqual([]);
  });
});
