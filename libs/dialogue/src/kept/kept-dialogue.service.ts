import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const stamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SESSION = `s.title as session, ${stamp('s.starts_at')} as "startsAt"`;

/**
 * What people and practices did in dialogue sessions, as a file for who it is about (AVG art. 15). Doors compose it with what other contexts
 * keep, after those decided that the actor may have it.
 */
@Injectable()
export class KeptDialogue {
  constructor(private readonly database: Database) {}

  /** What the actor did, the newest first; nobody else's name. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'dialogue'>> {
    const me = [actor.personId];
    return this.database.transaction(actor, async () => ({
      dialogue: {
        registrations: await this.database.query<OwnDataView['dialogue']['registrations'][number]>(
          `select ${SESSION}, p.name as practice, r.state, r.attendee_kind as "attendeeKind", ${stamp('r.asked_at')} as at
           from session_registration r join dialogue_session s on s.id = r.session_id join practice p on p.id = r.practice_id
           where r.person_id = $1 order by s.starts_at desc, r.id`,
          me,
        ),
        stays: await this.database.query<OwnDataView['dialogue']['stays'][number]>(
          `select ${SESSION}, ${stamp('l.joined_at')} as "joinedAt", ${stamp('l.left_at')} as "leftAt"
           from live_presence l join dialogue_session s on s.id = l.room_id where l.person_id = $1 order by l.joined_at desc, l.id`,
          me,
        ),
        questions: await this.database.query<OwnDataView['dialogue']['questions'][number]>(
          `select ${SESSION}, p.name as practice, q.text, ${stamp('q.created_at')} as at
           from session_question q join dialogue_session s on s.id = q.session_id left join practice p on p.id = q.practice_id
           where q.author_id = $1
           union all
           select ${SESSION}, p.name, f.text, ${stamp('f.asked_at')} from follow_up_question f
             join dialogue_session s on s.id = f.session_id join practice p on p.id = f.practice_id where f.person_id = $1
           order by at desc`,
          me,
        ),
        prepared: await this.database.query<OwnDataView['dialogue']['prepared'][number]>(
          `select ${SESSION} from session_specialist x join dialogue_session s on s.id = x.session_id
           where x.person_id = $1 order by s.starts_at desc, x.id`,
          me,
        ),
      },
    }));
  }

  /** What one practice did, the newest first, with who did it. */
  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'dialogue'>> {
    const it = [practiceId];
    return this.database.transaction(actor, async () => ({
      dialogue: {
        registrations: await this.database.query<PracticeDataView['dialogue']['registrations'][number]>(
          `select ${SESSION}, w.name as person, r.state, r.attendee_kind as "attendeeKind", r.excuse, ${stamp('r.asked_at')} as at
           from session_registration r join dialogue_session s on s.id = r.session_id join person w on w.id = r.person_id
           where r.practice_id = $1 order by s.starts_at desc, r.id`,
          it,
        ),
        questions: await this.database.query<PracticeDataView['dialogue']['questions'][number]>(
          `select ${SESSION}, q.text, coalesce(w.name, q.author_name) as by, ${stamp('q.created_at')} as at
           from session_question q join dialogue_session s on s.id = q.session_id left join person w on w.id = q.author_id
           where q.practice_id = $1
           union all
           select ${SESSION}, f.text, w.name, ${stamp('f.asked_at')} from follow_up_question f
             join dialogue_session s on s.id = f.session_id join person w on w.id = f.person_id where f.practice_id = $1
           order by at desc`,
          it,
        ),
        votes: await this.database.query<PracticeDataView['dialogue']['votes'][number]>(
          `select y.year, coalesce((select array_agg(d.name order by k.place) from unnest(v.ranking) with ordinality k (id, place)
             join department d on d.id = k.id), '{}') as departments, w.name as by, ${stamp('v.given_at')} as at
           from department_vote v join dialogue_year y on y.id = v.year_id left join person w on w.id = v.given_by
           where v.practice_id = $1 order by y.year desc`,
          it,
        ),
      },
    }));
  }
}
