import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, practicesOf, type Actor } from '#libs/platform';

const stamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * What people and practices did with actions, insights and consents of meetings, as a file for who it is about (AVG art. 15). Doors compose
 * it with what other contexts keep, after those decided that the actor may have it.
 */
@Injectable()
export class KeptActions {
  constructor(private readonly database: Database) {}

  /** What the actor wrote, owns and answered, the newest first; nobody else's name. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'agreed'>> {
    const me = [actor.personId];
    return this.database.transaction(actor, async () => ({
      agreed: {
        actions: await this.database.query<OwnDataView['agreed']['actions'][number]>(
          `select m.title as meeting, p.name as practice, a.text, a.due_on::text as "dueOn", a.state, a.owner_id is not distinct from $1 as mine,
             ${stamp('a.created_at')} as at
           from action_item a join meeting m on m.id = a.meeting_id join practice p on p.id = a.owner_practice_id
           where $1 in (a.owner_id, a.created_by) order by a.created_at desc, a.id`,
          me,
        ),
        insights: await this.database.query<OwnDataView['agreed']['insights'][number]>(
          `select m.title as meeting, i.text, ${stamp('i.written_at')} as at from meeting_insight i join meeting m on m.id = i.meeting_id
           where i.written_by = $1 and i.removed_at is null order by i.written_at desc, i.id`,
          me,
        ),
        notes: await this.database.query<OwnDataView['agreed']['notes'][number]>(
          `select m.title as meeting, n.text, ${stamp('n.saved_at')} as at from meeting_note n join meeting m on m.id = n.meeting_id
           where n.saved_by = $1 order by n.saved_at desc`,
          me,
        ),
        consents: await this.database.query<OwnDataView['agreed']['consents'][number]>(
          `select m.title as meeting, p.name as practice, o.text, c.answer, ${stamp('c.answered_at')} as at
           from outcome_consent c join outcome o on o.id = c.outcome_id join meeting m on m.id = o.meeting_id join practice p on p.id = c.practice_id
           where c.answered_by = $1 and c.answer is not null order by c.answered_at desc`,
          me,
        ),
      },
    }));
  }

  /**
   * What one practice is to do and what it agreed to, the newest first, with who did it. The file of a practice is also for who organises:
   * they get what left the group, and not what was said in it (SES-02).
   */
  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'agreed'>> {
    const own = practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
    const it = [practiceId, own.includes(practiceId)];
    return this.database.transaction(actor, async () => ({
      agreed: {
        actions: await this.database.query<PracticeDataView['agreed']['actions'][number]>(
          `select m.title as meeting, a.text, a.due_on::text as "dueOn", a.state, w.name as owner, ${stamp('a.created_at')} as at
           from action_item a join meeting m on m.id = a.meeting_id left join person w on w.id = a.owner_id
           where a.owner_practice_id = $1 and $2 order by a.created_at desc, a.id`,
          it,
        ),
        consents: await this.database.query<PracticeDataView['agreed']['consents'][number]>(
          `select m.title as meeting, o.text, c.answer, w.name as by, ${stamp('c.answered_at')} as at
           from outcome_consent c join outcome o on o.id = c.outcome_id join meeting m on m.id = o.meeting_id left join person w on w.id = c.answered_by
           where c.practice_id = $1 and c.answer is not null and ($2 or o.state = 'offered') order by c.answered_at desc`,
          it,
        ),
      },
    }));
  }
}
