import { Injectable } from '@nestjs/common';
import { Database, Facts } from '#libs/platform';

/** What actions and consents do when practices change (GRP-16). Runs inside the publisher's transaction. */
@Injectable()
export class ActionsReactions {
  constructor(
    private readonly database: Database,
    facts: Facts,
  ) {
    facts.on('practice.merged', async (_actor, { practiceId, intoId }) => {
      await this.moveActions(practiceId, intoId);
      await this.moveConsents(practiceId, intoId);
    });
  }

  /** What was to be done is to be done by the practice that stays. */
  private async moveActions(practiceId: string, intoId: string): Promise<void> {
    await this.database.query(
      `update action_item set owner_practice_id = $2, version = version + 1 where owner_practice_id = $1 and state = 'open'`,
      [practiceId, intoId],
    );
  }

  /** A no of either stays a no; a yes of the practice that went is not one of the practice that stays. */
  private async moveConsents(practiceId: string, intoId: string): Promise<void> {
    await this.database.query(
      `with gone as (delete from outcome_consent c using outcome o
         where o.id = c.outcome_id and o.state = 'asking' and c.practice_id = $1
         returning c.outcome_id, c.region_id, c.answer, c.answered_by, c.answered_at)
       insert into outcome_consent (outcome_id, practice_id, region_id, answer, answered_by, answered_at)
       select outcome_id, $2, region_id, case when answer = 'no' then 'no' end, case when answer = 'no' then answered_by end,
         case when answer = 'no' then answered_at end from gone
       on conflict (outcome_id, practice_id) do update set answer = 'no', answered_by = excluded.answered_by, answered_at = excluded.answered_at
         where excluded.answer = 'no'`,
      [practiceId, intoId],
    );
  }
}
