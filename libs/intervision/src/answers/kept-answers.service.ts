import { Injectable } from '@nestjs/common';
import type { KeptAnswerView, OwnDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const ANSWERS = `
  select r.name as round, p.name as practice, a.motivation, a.stay, a.can_lead as "canLead", coalesce(a.leader_name, l.name) as leader,
    to_jsonb(a.submitted_at) as "submittedAt", to_jsonb(a.saved_at) as "savedAt", a.via,
    array(select t.name from unnest(a.ranked) with ordinality as w(id, place) join round_theme t on t.id = w.id order by w.place) as ranked,
    array(select t.name from unnest(a.excluded) with ordinality as w(id, place) join round_theme t on t.id = w.id order by w.place) as excluded,
    coalesce((select jsonb_agg(jsonb_build_object('date', d.date, 'answer', w.value) order by d.date, d.start_time)
      from jsonb_each_text(a.dates) w join round_date d on d.id = w.key::uuid), '[]') as dates
  from round_answer a join round r on r.id = a.round_id join practice p on p.id = a.practice_id left join person l on l.id = a.leader_person_id`;

/**
 * Answers and groups as a file for who they are about (AVG art. 15). Doors compose it with what other contexts keep, after
 * those decided that the actor may have it.
 */
@Injectable()
export class KeptAnswers {
  constructor(private readonly database: Database) {}

  /** The answers of one practice in all rounds, the newest first. */
  ofPractice(actor: Actor, practiceId: string): Promise<KeptAnswerView[]> {
    return this.database.transaction(actor, () =>
      this.database.query<KeptAnswerView>(`${ANSWERS} where a.practice_id = $1 order by r.id desc`, [
        practiceId,
      ]),
    );
  }

  /** What the actor saved and leads, or led. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'answers' | 'groups'>> {
    return this.database.transaction(actor, async () => ({
      answers: await this.database.query<KeptAnswerView>(
        `${ANSWERS} where a.saved_by = $1 or a.leader_person_id = $1 order by r.id desc, p.name, p.id`,
        [actor.personId],
      ),
      groups: await this.database.query<OwnDataView['groups'][number]>(
        `select g.name, r.name as round, t.name as theme, to_jsonb(f.starts_at) as "startsAt" from intervision_group g join meeting f on f.id = g.id
           join round r on r.id = g.round_id join round_theme t on t.id = g.theme_id
         where g.leader_person_id = $1 or exists (select 1 from role_assignment a where a.person_id = $1 and a.scope_id = g.id)
         order by f.starts_at desc, g.id`,
        [actor.personId],
      ),
    }));
  }
}
