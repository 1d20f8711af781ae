import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { newId } from '#libs/platform';
import type { TestDatabase } from './test-database.js';

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  has_default: boolean;
  /** Table that a foreign key of this one column refers to. */
  refers: string | null;
}

/** Values for columns whose type alone does not tell what the table accepts. */
const BY_COLUMN: Record<string, unknown> = {
  language: 'nl',
  agb: '09999999',
  role: 'practice-holder',
  scope_kind: 'practice',
  state: 'preview',
  purpose: 'form',
  action: 'C',
  outcome: 'success',
  actor_kind: 'person',
  short_name: 'Kanarie',
  start_time: '18:00',
  end_time: '20:00',
  kind: 'full',
  seq: 1,
  number: 1,
  origin: 'own',
  anonymity: 'anonymous',
};
/** The same for columns that mean something else in one table. */
const BY_TABLE: Record<string, unknown> = {
  'questionnaire_version.state': 'reviewed',
  'campaign_step.kind': 'invite',
  'data_source.kind': 'referrals',
  'data_set.state': 'loading',
  'measure_version.number': '1.0.0',
  'measure_version.state': 'reviewed',
  'privacy_test.state': 'done',
  'release.audience': 'region',
  'release.mode': 'aggregate',
  'release.state': 'released',
  'ledger_statement.audience': 'region',
  'open_mode.state': 'proposed',
  'open_mode.scope_hash': `sha256:${'0'.repeat(64)}`,
  'figure_remark.kind': 'comment',
  'figure_remark.state': 'open',
  'dialogue_year.year': 2027,
  'dialogue_year.state': 'draft',
  'department_vote.source': 'site',
  'department_preference.answer': 'yes',
  'dialogue_session.state': 'planned',
  'dialogue_session.starts_at': '2027-02-09T18:30:00Z',
  'dialogue_session.ends_at': '2027-02-09T19:30:00Z',
  'session_step.kind': 'invite',
  'session_step.state': 'planned',
  'session_registration.state': 'registered',
  'session_attendance.source': 'organiser',
  'question_category.kind': 'questions',
  'session_question.state': 'asked',
  'session_file.kind': 'slides',
  'live_room.kind': 'session',
  'live_presence.audience': 'participant',
  'follow_up_question.state': 'new',
  'handout.state': 'draft',
  'meeting_role.role': 'case',
  'referral_moment.form': 'weekly',
  'referral_moment.time': '12:30',
  'reviewed_referral.kind': 'referral',
  'reviewed_referral.source': 'list',
  'referral_judgement.avoidable': 'no',
  'referral_goal.about': 'referrals',
  'meeting.circle': 'other',
  'group_agreement.points': ['Wat hier gezegd wordt, blijft hier.'],
  'date_poll.state': 'open',
  'date_poll_practice.via': 'link',
  'date_poll_answer.answer': 'yes',
  'date_poll_step.kind': 'remind',
  'date_poll_step.state': 'planned',
  'action_item.state': 'open',
  'outcome.kind': 'tip',
  'outcome.state': 'asking',
  'outcome_step.stage': 'taken-up',
};
/** Columns that name the owner of a partition, one per campaign or data set: they have no foreign key. */
const PARTITIONED: Record<string, string> = {
  'sealed_ballot.campaign_id': 'campaign',
  'opened_ballot.campaign_id': 'campaign',
  'figure_atom.data_set_id': 'data_set',
};
/** Ends of ids, so that one is always smaller than the other. */
const PAIR: Record<string, string> = { practice_a: '1', practice_b: '2' };

export interface FullRegion {
  id: string;
  /** Text that stands in every free column of the region, and nowhere else. */
  canary: string;
  /** The id of the row in each table that has one. */
  ids: Map<string, string>;
  /** Tables that got a row. */
  tables: string[];
}

/**
 * A region with one row in every table that carries a region, filled from the catalogue, so that whoever tests for leaks has
 * something to leak, in tables that were added yesterday too. Rows keep the constraints and nothing else.
 */
export async function makeFullRegion(
  test: TestDatabase,
  slug = `vol-${newId().slice(-8)}`,
): Promise<FullRegion> {
  const client = new Client({ connectionString: test.superUrl });
  await client.connect();
  try {
    const canary = `Kanarie-${slug}`;
    const region: FullRegion = { id: newId(), canary, ids: new Map(), tables: [] };
    await client.query('insert into region (id, slug, name) values ($1, $2, $3)', [region.id, slug, canary]);
    region.ids.set('region', region.id);
    const personId = newId();
    await client.query('insert into person (id, email, name) values ($1, $2, $3)', [
      personId,
      `${canary.toLowerCase()}@voorbeeld.example`,
      canary,
    ]);
    region.ids.set('person', personId);
    const columns = (await client.query<ColumnRow>(COLUMNS_SQL)).rows;
    for (const one of columns) one.refers ??= PARTITIONED[`${one.table}.${one.column}`] ?? null;
    let waiting = [...new Set(columns.filter((one) => one.column === 'region_id').map((one) => one.table))];
    while (waiting.length > 0) {
      const ready = waiting.filter((table) =>
        referred(columns, table).every((other) => region.ids.has(other)),
      );
      if (ready.length === 0) throw new Error(`These tables refer to each other: ${waiting.join(', ')}.`);
      for (const table of ready) {
        await fill(client, region, table, columns);
        if (table === 'campaign') await prepareBallots(client, region);
        if (table === 'data_set') await prepareAtoms(client, region);
      }
      waiting = waiting.filter((table) => !ready.includes(table));
    }
    return region;
  } finally {
    await client.end();
  }
}

const required = (one: ColumnRow): boolean => !one.has_default || one.column === 'id';
const referred = (columns: ColumnRow[], table: string): string[] =>
  columns
    .filter((one) => one.table === table && required(one) && one.refers !== null && one.refers !== table)
    .map((one) => one.refers as string);

async function fill(client: Client, region: FullRegion, table: string, columns: ColumnRow[]): Promise<void> {
  const own = columns.filter((one) => one.table === table && required(one));
  const values = await Promise.all(own.map((one) => valueOf(client, region, one)));
  const id = own.findIndex((one) => one.column === 'id');
  if (table === 'role_assignment') {
    own.push({ table, column: 'scope_id', type: 'uuid', has_default: false, refers: null });
    values.push(await secondPractice(client, region, '3'));
  }
  const names = own.map((one) => one.column).join(', ');
  const places = own.map((_, k) => `$${k + 1}`).join(', ');
  await client.query(`insert into ${table} (${names}) values (${places})`, values);
  region.ids.set(table, id < 0 ? region.id : (values[id] as string));
  region.tables.push(table);
}

/** The partitions that the ballots of the region's campaign lie in. */
async function prepareBallots(client: Client, region: FullRegion): Promise<void> {
  await client.query(`select set_config('app.region_id', $1, false)`, [region.id]);
  await client.query('select ballots_prepare($1)', [region.ids.get('campaign')]);
  await client.query(`select set_config('app.region_id', '', false)`);
}

/** The partition that the atoms of the region's data set lie in, sealed as after loading. */
async function prepareAtoms(client: Client, region: FullRegion): Promise<void> {
  const id = region.ids.get('data_set');
  await client.query(`select set_config('app.region_id', $1, false)`, [region.id]);
  await client.query('select atoms_prepare($1)', [id]);
  await client.query('select atoms_seal($1)', [id]);
  await client.query(`update data_set set state = 'checked' where id = $1`, [id]);
  await client.query(`select set_config('app.region_id', '', false)`);
}

async function valueOf(client: Client, region: FullRegion, one: ColumnRow): Promise<unknown> {
  if (one.column === 'region_id') return region.id;
  const end = PAIR[one.column];
  if (end) return secondPractice(client, region, end);
  if (one.refers) return region.ids.get(one.refers);
  const known = BY_TABLE[`${one.table}.${one.column}`];
  if (known !== undefined) return known;
  if (one.column in BY_COLUMN) return BY_COLUMN[one.column];
  if (one.type === 'uuid') return newId();
  if (one.type === 'bytea') return randomBytes(32);
  if (one.type.endsWith('[]')) return [];
  if (one.type === 'jsonb') return JSON.stringify({ canary: region.canary });
  if (/int|double|numeric/.test(one.type)) return 1;
  if (one.type === 'boolean') return false;
  if (/date|timestamp/.test(one.type)) return new Date();
  return region.canary;
}

/** A further practice whose id ends as given. */
async function secondPractice(client: Client, region: FullRegion, end: string): Promise<string> {
  const id = `${region.id.slice(0, -1)}${end}`;
  await client.query(
    `insert into practice (id, region_id, agb, name) values ($1, $2, $3, $4) on conflict do nothing`,
    [id, region.id, `0800000${end}`, region.canary],
  );
  return id;
}

const COLUMNS_SQL = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.atthasdef as has_default,
    (select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]) as refers
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and (a.attnotnull or a.attname = 'id')
  order by c.relname, a.attnum`;
