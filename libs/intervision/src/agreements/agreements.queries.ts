import type { AgreementMemberView, RoundKindSlug } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { AgreementPlace } from './agreements.policy.js';

export interface AgreementGroup extends AgreementPlace {
  name: string;
  kind: RoundKindSlug;
  ended: boolean;
}

/** The group with its members and meetings; `lock` holds it until the transaction ends, so that versions come one after the other. */
export async function agreementGroup(
  database: Database,
  groupId: string,
  lock = false,
): Promise<AgreementGroup | null> {
  const [group] = await database.query<AgreementGroup>(
    `select g.id, g.name, r.kind, g.ended_on is not null as ended,
       array(select m.practice_id from group_member m where m.group_id = g.id and m.left_at is null order by m.joined_at, m.id) as "practiceIds",
       array(select e.id from meeting e where e.group_id = g.id) as "meetingIds"
     from intervision_group g join round r on r.id = g.round_id where g.id = $1 ${lock ? 'for update of g' : ''}`,
    [groupId],
  );
  return group ?? null;
}

export interface KeptVersion {
  id: string;
  number: number;
  points: string[];
  because: 'edited' | 'joined';
  writtenAt: Date;
  writtenBy: string | null;
  accepted: number;
}

/** The versions of a group, newest first. */
export function versionsOf(database: Database, groupId: string, limit = 200): Promise<KeptVersion[]> {
  return database.query<KeptVersion>(
    `select a.id, a.number, a.points, a.because, a.written_at as "writtenAt", w.name as "writtenBy",
       (select count(*)::integer from agreement_acceptance c where c.agreement_id = a.id) as accepted
     from group_agreement a left join person w on w.id = a.written_by where a.group_id = $1 order by a.number desc limit $2`,
    [groupId, limit],
  );
}

/** Members now and what they said of a version, in order of their name. */
export async function membersOf(
  database: Database,
  groupId: string,
  agreementId: string | null,
): Promise<AgreementMemberView[]> {
  const rows = await database.query<Omit<AgreementMemberView, 'acceptedAt'> & { acceptedAt: Date | null }>(
    `select p.id as "practiceId", p.name as practice, a.accepted_at as "acceptedAt", w.name as "acceptedBy"
     from group_member m join practice p on p.id = m.practice_id
       left join agreement_acceptance a on a.agreement_id = $2::uuid and a.practice_id = p.id
       left join person w on w.id = a.accepted_by
     where m.group_id = $1 and m.left_at is null order by lower(p.name), p.id`,
    [groupId, agreementId],
  );
  return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt?.toISOString() ?? null }));
}

/** Meetings whose page shows the agreement: those to come, and the last one. */
export async function meetingsShowing(database: Database, groupId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from meeting where group_id = $1 and (state in ('polling', 'planned') or id = (
       select id from meeting where group_id = $1 and state = 'closed' order by ends_at desc limit 1)) order by id`,
    [groupId],
  );
  return rows.map(({ id }) => id);
}
