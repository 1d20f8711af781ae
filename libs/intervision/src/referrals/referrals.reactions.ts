import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts } from '#libs/platform';

/**
 * What the review does when its practice merges (GRP-16). Inside the publisher's transaction. Nothing moves: what colleagues said of each
 * other was said inside one practice, and the practice that stays is other people. No door opens what is left; it goes when its time comes
 * (RETENTION.referralMonths), so nothing in it may stay open.
 */
@Injectable()
export class ReferralsReactions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    facts: Facts,
  ) {
    facts.on('practice.merged', (_actor, { practiceId }) => this.end(practiceId));
  }

  private async end(practiceId: string): Promise<void> {
    const named = `select current_setting('app.practice_id', true) as was, set_config('app.practice_id', $1, true)`;
    const [row] = await this.database.query<{ was: string | null }>(named, [practiceId]);
    await this.database.query(
      `update referral_action set state = 'dropped', closed_at = $2, remind_at = null, version = version + 1
       where practice_id = $1 and state = 'open'`,
      [practiceId, this.clock.now()],
    );
    await this.database.query(
      `update referral_time set started_at = null, version = version + 1 where practice_id = $1 and started_at is not null`,
      [practiceId],
    );
    await this.database.query(`update referral_moment set remind_at = null where practice_id = $1`, [
      practiceId,
    ]);
    await this.database.query(named, [row?.was ?? '']);
  }
}
