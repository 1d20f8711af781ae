import type { Language } from '#libs/contracts';
import type { Database } from '#libs/platform';

/** A practice as the board and the mails name it. */
export interface NamedPractice {
  id: string;
  name: string;
  district: string | null;
  /** Who leads when the practice does: the person its answer named, else its contact, else its holder. */
  leaderId: string | null;
  /** The name as the answer has it, also of somebody the register does not know. */
  leaderName: string | null;
}

/** Names of practices and of the people who would lead for them, in one statement. */
export function practicesNamed(
  database: Database,
  roundId: string,
  practiceIds: readonly string[],
): Promise<NamedPractice[]> {
  return database.query<NamedPractice>(
    `select p.id, p.name, p.district, l.id as "leaderId",
       coalesce((select a.leader_name from round_answer a where a.round_id = $1 and a.practice_id = p.id and a.leader_person_id is null), l.name) as "leaderName"
     from practice p left join lateral (
       select person.id, person.name from (
         select a.leader_person_id as id, 0 as turn from round_answer a where a.round_id = $1 and a.practice_id = p.id
         union all
         select h.person_id, case h.role when 'practice-contact' then 1 else 2 end from role_assignment h
           where h.scope_id = p.id and h.until is null and h.role in ('practice-contact', 'practice-holder')) choice
         join person on person.id = choice.id and person.archived_at is null
       order by choice.turn, person.id limit 1) l on true
     where p.id = any($2::uuid[]) order by p.id`,
    [roundId, practiceIds],
  );
}

/** Somebody who is written to for a practice. */
export interface PracticeAddressee {
  practiceId: string;
  personId: string;
  name: string;
  email: string;
  language: Language;
}

/** Contact and holder of each practice, each person once per practice. */
export function addresseesOf(
  database: Database,
  practiceIds: readonly string[],
): Promise<PracticeAddressee[]> {
  return database.query<PracticeAddressee>(
    `select distinct r.scope_id as "practiceId", p.id as "personId", p.name, p.email, p.language
     from role_assignment r join person p on p.id = r.person_id
     where r.scope_id = any($1::uuid[]) and r.until is null and r.role in ('practice-contact', 'practice-holder') and p.archived_at is null
     order by r.scope_id, p.id`,
    [practiceIds],
  );
}
