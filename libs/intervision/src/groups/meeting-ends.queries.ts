import type { Attendee, Facts } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** Groups that go on, whose meeting ended, and of which the others were not told; the longest ago first. */
export async function endedMeetings(database: Database, now: Date): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from intervision_group where ended_on is null and ended_told_at is null and ends_at <= $1 order by ends_at, id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/**
 * What is told of one meeting. Who was asked to be there: the contact and the holder of every member practice, as in its mails, each
 * with one role per practice; and the leader, also one that is of no member practice.
 */
export async function endedMeeting(
  database: Database,
  groupId: string,
): Promise<Omit<Facts['meeting.ended'], 'meetingId' | 'groupId'>> {
  const [row] = await database.query<{
    roundId: string;
    round: string;
    theme: string;
    endedAt: Date;
    lastEndsAt: Date;
    attendees: Attendee[];
  }>(
    `select g.round_id as "roundId", r.name as round, t.name as theme, g.ends_at as "endedAt",
       (select max(o.ends_at) from intervision_group o where o.round_id = g.round_id and o.ended_on is null) as "lastEndsAt",
       coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'practiceId', a.practice_id, 'role', a.role)
           order by a.turn, a.practice, a.person_id) from (
         select h.person_id, h.scope_id as practice_id, p.name as practice, max(h.role) as role, 0 as turn
         from group_member m join practice p on p.id = m.practice_id and p.archived_at is null
           join role_assignment h on h.scope_id = p.id and h.until is null and h.role in ('practice-contact', 'practice-holder')
         where m.group_id = g.id and m.left_at is null group by h.person_id, h.scope_id, p.name
         union all
         select g.leader_person_id, g.leader_practice_id, '', 'discussion-leader', 1 where g.leader_person_id is not null) a), '[]') as attendees
     from intervision_group g join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id where g.id = $1`,
    [groupId],
  );
  if (!row) throw new Error('A meeting that ended was not found.');
  return { ...row, endedAt: row.endedAt.toISOString(), lastEndsAt: row.lastEndsAt.toISOString() };
}
