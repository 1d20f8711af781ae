import { Injectable } from '@nestjs/common';
import { Database, Facts } from '#libs/platform';
import { packAt } from './agreements.rules.js';

/** The pack of a leader follows the date of the meeting. Runs inside the publisher's transaction. */
@Injectable()
export class AgreementsReactions {
  constructor(
    private readonly database: Database,
    facts: Facts,
  ) {
    facts.on('meeting.planned', async (_actor, { meetingId, groupId, startsAt }) => {
      if (groupId !== null) await this.plan(meetingId, packAt(new Date(startsAt)));
    });
  }

  /** What went to the leader once does not go again, however often the meeting moves. */
  private async plan(meetingId: string, dueAt: Date): Promise<void> {
    await this.database.query(
      `insert into meeting_preparation (meeting_id, region_id, due_at) values ($1, current_region(), $2)
       on conflict (meeting_id) do update set due_at = case when meeting_preparation.mailed_at is null then excluded.due_at end`,
      [meetingId, dueAt],
    );
  }
}
