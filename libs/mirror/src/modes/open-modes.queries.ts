import type { OpenModeScope, OpenModeView } from '#libs/contracts';
import { isId, type Database } from '#libs/platform';
import type { ModeFacts } from './scope.rules.js';

/** A group as figures need it: who is in it now. */
export interface FigureGroup {
  id: string;
  name: string;
  ended: boolean;
  leaderPracticeId: string | null;
  /** By name. */
  members: { id: string; name: string }[];
}

/** An open mode with what is held against it. */
export interface ModeRow extends ModeFacts {
  id: string;
  groupId: string;
  scope: OpenModeScope;
  version: number;
  /** Signatures under the present hash that stand. */
  signatures: { practiceId: string; signedAt: string }[];
}

const GROUP = `g.id, g.name, g.ended_on is not null as ended, g.leader_practice_id as "leaderPracticeId",
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
     from group_member m join practice p on p.id = m.practice_id where m.group_id = g.id and m.left_at is null), '[]') as members`;

const MODE = `o.id, o.group_id as "groupId", o.state, o.ended_because as "endedBecause", o.scope, o.scope_hash as "scopeHash",
  to_char(o.ends_on, 'YYYY-MM-DD') as "endsOn", o.version,
  coalesce((select jsonb_agg(jsonb_build_object('practiceId', s.practice_id,
       'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.signed_at, s.id)
     from open_mode_signature s where s.open_mode_id = o.id and s.scope_hash = o.scope_hash and s.withdrawn_at is null), '[]') as signatures`;

/** The group with its present members, or null. One statement. */
export async function figureGroup(database: Database, groupId: string): Promise<FigureGroup | null> {
  if (!isId(groupId)) return null;
  const [row] = await database.query<FigureGroup>(
    `select ${GROUP} from intervision_group g where g.id = $1`,
    [groupId],
  );
  return row ?? null;
}

/** The same of several groups. One statement. */
export function figureGroups(database: Database, groupIds: readonly string[]): Promise<FigureGroup[]> {
  return database.query(`select ${GROUP} from intervision_group g where g.id = any($1::uuid[])`, [groupIds]);
}

/** The newest open mode of each of these groups that has one, whatever its state. One statement. */
export function newestModes(database: Database, groupIds: readonly string[]): Promise<ModeRow[]> {
  return database.query(
    `select distinct on (o.group_id) ${MODE} from open_mode o where o.group_id = any($1::uuid[])
     order by o.group_id, (o.state <> 'ended') desc, o.id desc`,
    [groupIds],
  );
}

/** The newest open mode of a group, whatever its state. One statement. */
export async function newestMode(database: Database, groupId: string): Promise<ModeRow | null> {
  const [row] = await database.query<ModeRow>(
    `select ${MODE} from open_mode o where o.group_id = $1 order by (o.state <> 'ended') desc, o.id desc limit 1`,
    [groupId],
  );
  return row ?? null;
}

export async function modeById(database: Database, id: string): Promise<ModeRow | null> {
  if (!isId(id)) return null;
  const [row] = await database.query<ModeRow>(`select ${MODE} from open_mode o where o.id = $1`, [id]);
  return row ?? null;
}

/** Open modes that were not ended yet, of groups of a round. */
export function modesOfRound(database: Database, roundId: string): Promise<{ groupId: string }[]> {
  return database.query(
    `select o.group_id as "groupId" from open_mode o join intervision_group g on g.id = o.group_id
     where g.round_id = $1 and o.state in ('proposed', 'active') order by o.group_id`,
    [roundId],
  );
}

/** The same of groups that a practice belongs to. */
export function modesOfPractice(database: Database, practiceId: string): Promise<{ groupId: string }[]> {
  return database.query(
    `select o.group_id as "groupId" from open_mode o
     where o.state in ('proposed', 'active') and o.scope -> 'members' ? $1::text order by o.group_id`,
    [practiceId],
  );
}

/** Open modes whose last day has passed. */
export function passedModes(database: Database, today: string): Promise<{ groupId: string }[]> {
  return database.query(
    `select group_id as "groupId" from open_mode where state in ('proposed', 'active') and ends_on < $1::date order by group_id`,
    [today],
  );
}

/** Practices that left a group of a round. */
export async function leaversOf(database: Database, roundId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select distinct m.practice_id as id from group_member m join intervision_group g on g.id = m.group_id
     where g.round_id = $1 and m.left_at is not null order by 1`,
    [roundId],
  );
  return rows.map(({ id }) => id);
}

/** Everybody who holds a role at one of these practices now. */
export async function peopleOf(database: Database, practiceIds: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select distinct person_id as id from role_assignment
     where scope_id = any($1::uuid[]) and scope_kind = 'practice' and until is null order by 1`,
    [practiceIds],
  );
  return rows.map(({ id }) => id);
}

/** One change at a time per group, also before there is a row to hold. */
export async function holdGroup(database: Database, groupId: string): Promise<void> {
  await database.query(`select pg_advisory_xact_lock(hashtextextended('open-mode ' || $1, 0))`, [groupId]);
}

/** What a practice may still do with its signature. */
export interface WaitingMode {
  id: string;
  groupId: string;
  group: string;
  practiceId: string;
  practice: string;
  endsOn: string;
  scope: OpenModeScope;
  state: OpenModeView['state'];
  signed: number;
}

/** Proposals that one of these practices has not signed. One statement. */
export function unsignedModes(
  database: Database,
  practiceIds: readonly string[],
  today: string,
): Promise<WaitingMode[]> {
  return database.query(
    `select o.id, g.id as "groupId", g.name as "group", p.id as "practiceId", p.name as practice, o.scope, o.state,
       to_char(o.ends_on, 'YYYY-MM-DD') as "endsOn",
       (select count(*)::integer from open_mode_signature s where s.open_mode_id = o.id and s.scope_hash = o.scope_hash
          and s.withdrawn_at is null) as signed
     from open_mode o join intervision_group g on g.id = o.group_id and g.ended_on is null
       join group_member m on m.group_id = g.id and m.left_at is null and m.practice_id = any($1::uuid[])
       join practice p on p.id = m.practice_id
     where o.state = 'proposed' and o.ends_on >= $2::date
       and not exists (select 1 from open_mode_signature s where s.open_mode_id = o.id and s.practice_id = p.id
         and s.scope_hash = o.scope_hash and s.withdrawn_at is null)
       and o.scope -> 'members' @> (select jsonb_agg(c.practice_id) from group_member c where c.group_id = g.id and c.left_at is null)
       and jsonb_array_length(o.scope -> 'members') = (select count(*) from group_member c where c.group_id = g.id and c.left_at is null)
     order by g.name, p.name limit 20`,
    [practiceIds, today],
  );
}
