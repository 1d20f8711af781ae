import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const stamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ANSWERS = `from date_poll_answer a join date_poll_option o on o.id = a.option_id join date_poll d on d.id = o.poll_id
  join meeting m on m.id = d.meeting_id join practice p on p.id = a.practice_id left join person w on w.id = a.answered_by`;
const ANSWER = `m.title as meeting, o.date::text as date, o.start_time as "startTime", a.answer, ${stamp('a.answered_at')} as at`;
const NOTES = `from date_poll_practice s join date_poll d on d.id = s.poll_id join meeting m on m.id = d.meeting_id
  join practice p on p.id = s.practice_id left join person w on w.id = s.saved_by`;
const NOTE = `m.title as meeting, s.note as text, ${stamp('s.saved_at')} as at`;

/** What people and practices answered in date polls, as a file for who it is about (AVG art. 15). */
@Injectable()
export class KeptPolls {
  constructor(private readonly database: Database) {}

  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'datePolls' | 'pollNotes'>> {
    const me = [actor.personId];
    return this.database.transaction(actor, async () => ({
      datePolls: await this.database.query<OwnDataView['datePolls'][number]>(
        `select ${ANSWER}, p.name as practice ${ANSWERS} where a.answered_by = $1 order by a.answered_at desc, o.date`,
        me,
      ),
      pollNotes: await this.database.query<OwnDataView['pollNotes'][number]>(
        `select ${NOTE}, p.name as practice ${NOTES} where s.saved_by = $1 and s.note is not null order by s.saved_at desc`,
        me,
      ),
    }));
  }

  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'datePolls' | 'pollNotes'>> {
    const it = [practiceId];
    return this.database.transaction(actor, async () => ({
      datePolls: await this.database.query<PracticeDataView['datePolls'][number]>(
        `select ${ANSWER}, w.name as by ${ANSWERS} where a.practice_id = $1 order by a.answered_at desc, o.date`,
        it,
      ),
      pollNotes: await this.database.query<PracticeDataView['pollNotes'][number]>(
        `select ${NOTE}, w.name as by ${NOTES} where s.practice_id = $1 and s.note is not null order by s.saved_at desc`,
        it,
      ),
    }));
  }
}
