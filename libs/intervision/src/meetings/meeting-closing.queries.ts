import type { Attendee, Facts } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** Planned meetings that ended before `moment`, the longest ago first. */
export async function meetingsOver(database: Database, moment: Date): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from meeting where state = 'planned' and ends_at <= $1 order by ends_at, id`,
    [moment],
  );
  return rows.map(({ id }) => id);
}

/**
 * What is told of a meeting that closed, with who was asked to be there: the contact and the holder of every practice, as in its mails, each
 * with one role per practice; and the leader, also one that is of no practice here. Meetings of a round go together by their turn: the
 * first of every group, the second of every group.
 */
export async function closedMeeting(
  database: Database,
  meetingId: string,
): Promise<Omit<Facts['meeting.closed'], 'endedAt' | 'lastEndsAt'> & { lastEndsAt: Date | null }> {
  const [row] = await database.query<{
    meetingId: string;
    groupId: string | null;
    roundId: string | null;
    round: string | null;
    theme: string;
    lastEndsAt: Date | null;
    attendees: Attendee[];
  }>(
    `select e.id as "meetingId", e.group_id as "groupId", g.round_id as "roundId", r.name as round, coalesce(t.name, e.title) as theme,
       (select max(o.ends_at) from (
          select x.group_id, x.id, x.ends_at, row_number() over (partition by x.group_id order by x.starts_at, x.id) as turn
          from meeting x join intervision_group y on y.id = x.group_id and y.round_id = g.round_id
          where x.state in ('planned', 'closed')) o
        where o.turn = (select count(*) from meeting b where b.group_id = e.group_id and b.state in ('planned', 'closed')
          and (b.starts_at, b.id) <= (e.starts_at, e.id))) as "lastEndsAt",
       coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'practiceId', a.practice_id, 'role', a.role)
           order by a.turn, a.practice, a.person_id) from (
         select h.person_id, h.scope_id as practice_id, p.name as practice, max(h.role) as role, 0 as turn
         from meeting_practice m join practice p on p.id = m.practice_id and p.archived_at is null
           join role_assignment h on h.scope_id = p.id and h.until is null and h.role in ('practice-contact', 'practice-holder')
         where m.meeting_id = e.id and m.left_at is null group by h.person_id, h.scope_id, p.name
         union all
         select g.leader_person_id, g.leader_practice_id, '', 'discussion-leader', 1 where g.leader_person_id is not null) a), '[]') as attendees
     from meeting e left join intervision_group g on g.id = e.group_id left join round r on r.id = g.round_id left join round_theme t on t.id = g.theme_id
     where e.id = $1`,
    [meetingId],
  );
  if (!row) throw new Error('A meeting that closed was not found.');
  return row;
}
