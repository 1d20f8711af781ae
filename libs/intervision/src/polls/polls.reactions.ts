import { Injectable } from '@nestjs/common';
import { datePollRoom } from '#libs/contracts';
import { Database, Facts, Rooms } from '#libs/platform';

/** What polls do when their meeting gets a date in another way, and when practices merge (GRP-16). Inside the publisher's transaction. */
@Injectable()
export class PollsReactions {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    facts: Facts,
  ) {
    facts.on('meeting.planned', (_actor, { meetingId }) => this.end(meetingId));
    facts.on('practice.merged', (_actor, { practiceId, intoId }) => this.move(practiceId, intoId));
  }

  /** Nobody needs to be asked any more. */
  private async end(meetingId: string): Promise<void> {
    const [poll] = await this.database.query<{ id: string }>(
      `select id from date_poll where meeting_id = $1 and state = 'open' for update`,
      [meetingId],
    );
    if (!poll) return;
    await this.database.query(`update date_poll set state = 'closed', version = version + 1 where id = $1`, [
      poll.id,
    ]);
    await this.database.query(
      `update date_poll_step set state = 'skipped' where poll_id = $1 and state = 'planned'`,
      [poll.id],
    );
    await this.rooms.announce(datePollRoom(poll.id), 'date-poll.changed');
  }

  /** What the practice that goes had said, stands for the one that stays, unless that one spoke itself. */
  private async move(practiceId: string, intoId: string): Promise<void> {
    await this.database.query(
      `insert into date_poll_practice (poll_id, practice_id, region_id, note, saved_by, saved_at, via)
       select poll_id, $2, region_id, note, saved_by, saved_at, via from date_poll_practice where practice_id = $1
       on conflict (poll_id, practice_id) do nothing`,
      [practiceId, intoId],
    );
    await this.database.query(
      `insert into date_poll_answer (option_id, practice_id, region_id, answer, answered_by, answered_at)
       select option_id, $2, region_id, answer, answered_by, answered_at from date_poll_answer where practice_id = $1
       on conflict (option_id, practice_id) do nothing`,
      [practiceId, intoId],
    );
  }
}
