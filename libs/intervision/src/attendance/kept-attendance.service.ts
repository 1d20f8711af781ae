import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const stamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who was at meetings, as a file for who it is about (AVG art. 15). Doors compose it with what other contexts keep. */
@Injectable()
export class KeptAttendance {
  constructor(private readonly database: Database) {}

  /** Where somebody named the actor or a live room measured them, and what the actor noted of practices; the newest first. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'attendance'>> {
    const me = [actor.personId];
    return this.database.transaction(actor, async () => ({
      attendance: {
        named: await this.database.query<OwnDataView['attendance']['named'][number]>(
          `select m.title as meeting, p.name as practice, d.minutes, ${stamp('a.set_at')} as at
           from meeting_attendee d join meeting_attendance a on a.id = d.attendance_id join meeting m on m.id = a.meeting_id
             join practice p on p.id = a.practice_id
           where d.person_id = $1 order by a.set_at desc, a.id`,
          me,
        ),
        stays: await this.database.query<OwnDataView['attendance']['stays'][number]>(
          `select m.title as meeting, ${stamp('l.joined_at')} as "joinedAt", ${stamp('l.left_at')} as "leftAt"
           from live_presence l join meeting m on m.id = l.room_id where l.person_id = $1 order by l.joined_at desc`,
          me,
        ),
        noted: await this.database.query<OwnDataView['attendance']['noted'][number]>(
          `select m.title as meeting, p.name as practice, a.state, ${stamp('a.set_at')} as at
           from meeting_attendance a join meeting m on m.id = a.meeting_id join practice p on p.id = a.practice_id
           where a.set_by = $1 order by a.set_at desc, a.id`,
          me,
        ),
      },
    }));
  }

  /** Everything that was said of one practice, the newest first, with who said it. */
  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'attendance'>> {
    return this.database.transaction(actor, async () => ({
      attendance: await this.database.query<PracticeDataView['attendance'][number]>(
        `select m.title as meeting, a.state, a.replaced_by as "replacedBy", w.name as by, ${stamp('a.set_at')} as at
         from meeting_attendance a join meeting m on m.id = a.meeting_id left join person w on w.id = a.set_by
         where a.practice_id = $1 order by a.set_at desc, a.id`,
        [practiceId],
      ),
    }));
  }
}
