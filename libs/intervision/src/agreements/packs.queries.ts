import type { PackMemberView, PackNoteView } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** Practices that are asked to a meeting, with who to call and since when they are in its group. */
export function packMembers(
  database: Database,
  meetingId: string,
): Promise<Omit<PackMemberView, 'accepted'>[]> {
  return database.query(
    `select p.id as "practiceId", p.name as practice, p.town, to_char(g.joined_at at time zone e.time_zone, 'YYYY-MM-DD') as since,
       (select c.name from role_assignment a join person c on c.id = a.person_id where a.scope_id = p.id and a.until is null
          and a.role in ('practice-contact', 'practice-holder') and c.archived_at is null order by a.role, a.id limit 1) as contact
     from meeting e join meeting_practice m on m.meeting_id = e.id and m.left_at is null join practice p on p.id = m.practice_id
       left join group_member g on g.group_id = e.group_id and g.practice_id = p.id and g.left_at is null
     where e.id = $1 order by lower(p.name), p.id`,
    [meetingId],
  );
}

/** What the theme of a group says of itself. */
export async function themeOf(
  database: Database,
  groupId: string,
): Promise<{ name: string; description: string | null } | null> {
  const [theme] = await database.query<{ name: string; description: string | null }>(
    `select t.name, nullif(t.description, '') as description from intervision_group g join round_theme t on t.id = g.theme_id where g.id = $1`,
    [groupId],
  );
  return theme ?? null;
}

export async function noteOf(
  database: Database,
  meetingId: string,
  personId: string | null,
): Promise<PackNoteView> {
  const [row] = await database.query<Omit<PackNoteView, 'savedAt'> & { savedAt: Date }>(
    `select text, ticked, saved_at as "savedAt", version from preparation_note where meeting_id = $1 and person_id = $2`,
    [meetingId, personId],
  );
  if (!row) return { text: '', ticked: [], savedAt: null, version: 0 };
  return { ...row, savedAt: row.savedAt.toISOString() };
}

export async function caseOf(database: Database, meetingId: string): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    `select d.case_practice_id as id from meeting_preparation d
       join meeting_practice m on m.meeting_id = d.meeting_id and m.practice_id = d.case_practice_id and m.left_at is null where d.meeting_id = $1`,
    [meetingId],
  );
  return row?.id ?? null;
}
