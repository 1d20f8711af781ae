import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const stamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ACCEPTED = `from agreement_acceptance c join group_agreement a on a.id = c.agreement_id join intervision_group g on g.id = a.group_id
  join practice p on p.id = c.practice_id left join person w on w.id = c.accepted_by`;
const ACCEPTANCE = `g.name as "group", a.number as version, ${stamp('c.accepted_at')} as at`;

/** What people and practices agreed to, and what leaders wrote to prepare, as a file for who it is about (AVG art. 15). */
@Injectable()
export class KeptAgreements {
  constructor(private readonly database: Database) {}

  ofActor(
    actor: Actor,
  ): Promise<Pick<OwnDataView, 'agreementsAccepted' | 'agreementsWritten' | 'preparationNotes'>> {
    const me = [actor.personId];
    return this.database.transaction(actor, async () => ({
      agreementsAccepted: await this.database.query<OwnDataView['agreementsAccepted'][number]>(
        `select ${ACCEPTANCE}, p.name as practice ${ACCEPTED} where c.accepted_by = $1 order by c.accepted_at desc, p.name`,
        me,
      ),
      agreementsWritten: await this.database.query<OwnDataView['agreementsWritten'][number]>(
        `select g.name as "group", a.number as version, a.points, ${stamp('a.written_at')} as at
         from group_agreement a join intervision_group g on g.id = a.group_id where a.written_by = $1 order by a.written_at desc`,
        me,
      ),
      preparationNotes: await this.database.query<OwnDataView['preparationNotes'][number]>(
        `select m.title as meeting, n.text, ${stamp('n.saved_at')} as at from preparation_note n join meeting m on m.id = n.meeting_id
         where n.person_id = $1 order by n.saved_at desc`,
        me,
      ),
    }));
  }

  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'agreementsAccepted'>> {
    return this.database.transaction(actor, async () => ({
      agreementsAccepted: await this.database.query<PracticeDataView['agreementsAccepted'][number]>(
        `select ${ACCEPTANCE}, w.name as by ${ACCEPTED} where c.practice_id = $1 order by c.accepted_at desc`,
        [practiceId],
      ),
    }));
  }
}
