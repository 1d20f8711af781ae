import { Injectable } from '@nestjs/common';
import type { TaskView } from '#libs/contracts';
import { Clock, Database, localDay, practicesOf, type Actor } from '#libs/platform';
import { answersFor } from '../intervision.policy.js';
import { actionTask, consentTask, type OwnAction, type OwnConsent } from './actions-attention.rules.js';

/** An action is a task from this many days before its day. */
const DAYS_BEFORE = 14;

/** What actions and outcomes ask of this reader: its part of the home page. */
@Injectable()
export class ActionsAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<TaskView[]> {
    const answering = answersFor(actor);
    const practices = practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
    if (practices.length === 0) return [];
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const actions = await this.database.query<OwnAction>(
        `select a.id, a.text, a.due_on::text as "dueOn", m.title as meeting, g.name as "group"
         from action_item a join meeting m on m.id = a.meeting_id left join intervision_group g on g.id = a.group_id
         where a.state = 'open' and a.due_on <= $4 and (a.owner_id = $1 and a.owner_practice_id = any($2::uuid[])
           or a.owner_id is null and a.owner_practice_id = any($3::uuid[]))
         order by a.due_on, a.id limit 5`,
        [actor.personId, practices, answering, localDay(now, DAYS_BEFORE)],
      );
      const consents = await this.database.query<OwnConsent>(
        `select o.id, m.id as "meetingId", m.title as meeting, g.name as "group", o.answer_until as "answerUntil"
         from outcome o join meeting m on m.id = o.meeting_id left join intervision_group g on g.id = m.group_id
         where o.state = 'asking' and o.answer_until > $2 and exists (select 1 from outcome_consent c
             join meeting_practice p on p.meeting_id = m.id and p.practice_id = c.practice_id and p.left_at is null
             where c.outcome_id = o.id and c.answer is null and c.practice_id = any($1::uuid[]))
         order by o.answer_until, o.id limit 5`,
        [answering, now],
      );
      return [...consents.map(consentTask), ...actions.map(actionTask)];
    });
  }
}
