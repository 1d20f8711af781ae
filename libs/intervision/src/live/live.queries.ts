import type { LivePersonView, MeetingRole } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { AtTable, KeptInput, RoleTurn } from './live-screen.rules.js';

/** The practice that leads this one meeting, and every practice of which somebody may: of the group's leader, of who called it together. */
export async function leadersOf(
  database: Database,
  meetingId: string,
): Promise<{ role: string | null; practices: string[] }> {
  const rows = await database.query<{ id: string; byRole: boolean }>(
    `select practice_id as id, true as "byRole" from meeting_role where meeting_id = $1 and role = 'leader'
     union all
     select own.scope_id, false from meeting m
       join role_assignment lead on lead.role = 'discussion-leader' and lead.scope_id = m.group_id and lead.until is null
       join role_assignment own on own.person_id = lead.person_id and own.until is null and own.scope_kind = 'practice'
         and own.role in ('practice-holder', 'practice-contact', 'practice-employee')
       where m.id = $1
     union all
     select organiser_practice_id, false from meeting where id = $1 and group_id is null and organiser_practice_id is not null`,
    [meetingId],
  );
  return {
    role: rows.find(({ byRole }) => byRole)?.id ?? null,
    practices: [...new Set(rows.map(({ id }) => id))],
  };
}

/** The practice that leads this one meeting; null when the leader's is not at the table. */
export async function leadingPractice(database: Database, meetingId: string): Promise<string | null> {
  return (await leadersOf(database, meetingId)).role;
}

export async function practicesNamed(database: Database, ids: readonly string[]): Promise<AtTable[]> {
  return database.query<AtTable>(
    `select id as "practiceId", name as practice from practice where id = any ($1) order by name, id`,
    [ids],
  );
}

export async function rolesOf(database: Database, meetingId: string): Promise<Map<MeetingRole, AtTable>> {
  const rows = await database.query<AtTable & { role: MeetingRole }>(
    `select r.role, r.practice_id as "practiceId", p.name as practice from meeting_role r join practice p on p.id = r.practice_id
     where r.meeting_id = $1`,
    [meetingId],
  );
  return new Map(rows.map(({ role, practiceId, practice }) => [role, { practiceId, practice }]));
}

/** Gives a role, or takes it away. */
export async function setRole(
  database: Database,
  meetingId: string,
  role: MeetingRole,
  practiceId: string | null,
): Promise<void> {
  if (practiceId === null)
    await database.query(`delete from meeting_role where meeting_id = $1 and role = $2`, [meetingId, role]);
  else
    await database.query(
      `insert into meeting_role (meeting_id, role, region_id, practice_id) values ($1, $2, current_region(), $3)
       on conflict (meeting_id, role) do update set practice_id = excluded.practice_id, given_at = now()`,
      [meetingId, role, practiceId],
    );
}

/** Shown steps; true when the owner of the case sees them too. */
export async function shownOf(database: Database, meetingId: string): Promise<Map<string, boolean>> {
  const rows = await database.query<{ stepId: string; owner: boolean }>(
    `select step_id as "stepId", owner_shown_at is not null as owner from meeting_shown where meeting_id = $1`,
    [meetingId],
  );
  return new Map(rows.map(({ stepId, owner }) => [stepId, owner]));
}

export async function inputsOf(database: Database, meetingId: string): Promise<KeptInput[]> {
  return database.query<KeptInput>(
    `select i.step_id as "stepId", i.practice_id as "practiceId", p.name as practice, i.text, i.done, i.shown_id as "shownId", i.version
     from meeting_input i left join practice p on p.id = i.practice_id where i.meeting_id = $1 order by i.step_id, i.practice_id`,
    [meetingId],
  );
}

/** Which practice had which role how often in earlier meetings of the group that were held live. */
export async function turnsOf(
  database: Database,
  groupId: string | null,
  meetingId: string,
): Promise<RoleTurn[]> {
  if (groupId === null) return [];
  return database.query<RoleTurn>(
    `select r.role, r.practice_id as "practiceId", count(*)::int as times from meeting_role r join meeting m on m.id = r.meeting_id
     where m.group_id = $1 and m.id <> $2 group by r.role, r.practice_id`,
    [groupId, meetingId],
  );
}

/** Who leads the group, when somebody does, and their practice among those at the table. */
export async function groupLead(
  database: Database,
  groupId: string,
  practiceIds: readonly string[],
): Promise<{ led: boolean; practiceId: string | null }> {
  const rows = await database.query<{ practiceId: string | null }>(
    `select own.scope_id as "practiceId" from role_assignment lead
     left join role_assignment own on own.person_id = lead.person_id and own.until is null and own.scope_kind = 'practice'
       and own.role in ('practice-holder', 'practice-contact', 'practice-employee') and own.scope_id = any ($2)
     where lead.role = 'discussion-leader' and lead.scope_id = $1 and lead.until is null order by own.scope_id nulls last`,
    [groupId, practiceIds],
  );
  return { led: rows.length > 0, practiceId: rows[0]?.practiceId ?? null };
}

/** Names of people in, or put out of, a room, with the practice for which they are there. */
export async function peopleNamed(
  database: Database,
  people: readonly { personId: string; practiceId: string | null }[],
): Promise<Pick<LivePersonView, 'personId' | 'name' | 'practice'>[]> {
  return database.query(
    `select n.id as "personId", n.name, p.name as practice from unnest($1::uuid[], $2::uuid[]) as one (person_id, practice_id)
     join person n on n.id = one.person_id left join practice p on p.id = one.practice_id order by p.name nulls last, n.name, n.id`,
    [people.map(({ personId }) => personId), people.map(({ practiceId }) => practiceId)],
  );
}

/** What the group is called; outside a group the meeting itself has a name. */
export async function groupNameOf(database: Database, groupId: string | null): Promise<string | null> {
  if (groupId === null) return null;
  const [row] = await database.query<{ name: string }>(`select name from intervision_group where id = $1`, [
    groupId,
  ]);
  return row?.name ?? null;
}
