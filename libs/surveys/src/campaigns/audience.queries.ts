import type { CampaignAudience, Language, Role } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { AudienceSize } from './levels.rules.js';

/** Somebody who belongs to an audience, once, with the role and the practice that count for them. */
export interface Member {
  personId: string;
  practiceId: string | null;
  practice: string | null;
  name: string;
  email: string;
  language: Language;
  role: Role;
}

/** A mail can reach this person. */
const REACHABLE = `p.archived_at is null and p.email <> ''`;

/**
 * The people who hold one of the roles now, each once: with the role that comes first in the list, at the practice that comes first
 * by name. A consultant works for practices and is of none of them. With practices named, only people of those practices.
 */
const MEMBERS = `
  select distinct on (r.person_id) r.person_id as "personId", practice.id as "practiceId", practice.name as practice,
    p.name, p.email, p.language, r.role, ${REACHABLE} as reachable
  from role_assignment r join person p on p.id = r.person_id
    left join practice on r.scope_kind = 'practice' and r.role <> 'practice-consultant' and practice.id = r.scope_id
  where r.role = any($1::text[]) and r.until is null and p.archived_at is null and (practice.id is null or practice.archived_at is null)
    and ($2::uuid[] is null or practice.id = any($2))
  order by r.person_id, array_position($1::text[], r.role), practice.name, practice.id`;

/** Who would be asked, by practice and name. One statement. */
export async function membersOf(
  database: Database,
  audience: Extract<CampaignAudience, { kind: 'roles' }>,
): Promise<{ reachable: Member[]; unreachable: { id: string; name: string }[] }> {
  const rows = await database.query<Member & { reachable: boolean }>(
    `select * from (${MEMBERS}) m order by practice nulls last, name, "personId"`,
    [audience.roles, audience.practiceIds],
  );
  const plain = ({ reachable: _reachable, ...member }: Member & { reachable: boolean }): Member => member;
  return {
    reachable: rows.filter(({ reachable }) => reachable).map(plain),
    unreachable: rows
      .filter(({ reachable }) => !reachable)
      .map(({ personId, name }) => ({ id: personId, name })),
  };
}

/** How many people of how many practices would be asked. One statement. */
export async function sizeOf(database: Database, audience: CampaignAudience): Promise<AudienceSize> {
  if (audience.kind === 'attendees') return { people: 0, practices: 0 };
  const [size] = await database.query<AudienceSize>(
    `select count(*)::integer as people, count(distinct "practiceId")::integer as practices from (${MEMBERS}) m where reachable`,
    [audience.roles, audience.practiceIds],
  );
  return size ?? { people: 0, practices: 0 };
}

/** Practices of the audience in which nobody holds one of the roles: nobody there can be asked. One statement. */
export function silentPractices(
  database: Database,
  audience: Extract<CampaignAudience, { kind: 'roles' }>,
): Promise<{ id: string; name: string }[]> {
  return database.query(
    `select practice.id, practice.name from practice
     where practice.archived_at is null and ($2::uuid[] is null or practice.id = any($2))
       and exists (select 1 from unnest($1::text[]) as role where role in ('practice-holder', 'practice-contact', 'practice-employee'))
       and not exists (select 1 from role_assignment r join person p on p.id = r.person_id
         where r.scope_kind = 'practice' and r.scope_id = practice.id and r.role = any($1::text[]) and r.role <> 'practice-consultant'
           and r.until is null and p.archived_at is null)
     order by practice.name, practice.id`,
    [audience.roles, audience.practiceIds],
  );
}

/** Practices of this region that are open, of those named. */
export async function knownPractices(database: Database, practiceIds: readonly string[]): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `select count(*)::integer as n from practice where id = any($1::uuid[]) and archived_at is null`,
    [practiceIds],
  );
  return row?.n ?? 0;
}

/** People whom a fact named, and whether mail reaches them. Who was erased is nobody. One statement. */
export function peopleNamed(
  database: Database,
  personIds: readonly string[],
): Promise<{ id: string; reachable: boolean }[]> {
  return database.query(
    `select p.id, ${REACHABLE} as reachable from person p where p.id = any($1::uuid[]) and p.archived_at is null`,
    [personIds],
  );
}

/** One invitation before it is written. */
export interface NewInvitation {
  id: string;
  tokenHash: Buffer;
  personId: string;
  practiceId: string | null;
  role: Role;
  theme: string | null;
}

/** Rows per INSERT. */
const AT_ONCE = 1000;

/**
 * Writes invitations of one wave, a thousand per statement. Who is invited in this campaign already stays as they are.
 * @returns how many were written.
 */
export async function insertInvitations(
  database: Database,
  into: { regionId: string; campaignId: string; wave: number; occasionId: string | null },
  invitations: readonly NewInvitation[],
): Promise<number> {
  let written = 0;
  for (let from = 0; from < invitations.length; from += AT_ONCE) {
    const rows = invitations.slice(from, from + AT_ONCE);
    const made = await database.query(
      `insert into invitation (id, region_id, campaign_id, wave, occasion_id, token_hash, person_id, practice_id, role, theme)
       select id, $1, $2, $3, $4, token_hash, person_id, practice_id, role, theme
       from unnest($5::uuid[], $6::bytea[], $7::uuid[], $8::uuid[], $9::text[], $10::text[])
         as new (id, token_hash, person_id, practice_id, role, theme)
       on conflict (campaign_id, person_id) do nothing returning 1`,
      [
        into.regionId,
        into.campaignId,
        into.wave,
        into.occasionId,
        rows.map(({ id }) => id),
        rows.map(({ tokenHash }) => tokenHash),
        rows.map(({ personId }) => personId),
        rows.map(({ practiceId }) => practiceId),
        rows.map(({ role }) => role),
        rows.map(({ theme }) => theme),
      ],
    );
    written += made.length;
  }
  return written;
}
