import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

const AT_ONCE = 1000;
/** Sessions that were over, or called off, before the moment. */
const OVER = `(select id from dialogue_session where (state = 'ended' and ended_at < $1) or (state = 'cancelled' and cancelled_at < $1))`;

/** What a dialogue session leaves of people that nobody needs any more (RETENTION.sessionDays, presenceMonths). */
@Injectable()
export class OldSessions {
  constructor(private readonly database: Database) {}

  /**
   * Removes what colleagues proposed and nobody asked, the names under what was asked, and why people did not come. What was asked stays,
   * as a question of the practice.
   * @param before sessions that were over by then
   * @returns rows that changed; a second time none
   */
  async forget(regionId: string, before: Date): Promise<number> {
    return this.inBatches(regionId, before, [
      `delete from session_question where id in (select id from session_question where session_id in ${OVER}
         and (state = 'proposed' or (state = 'withdrawn' and asked_at is null)) limit $2) returning 1`,
      `update session_question set author_name = null, version = version + 1 where id in (select id from session_question
         where session_id in ${OVER} and author_name is not null limit $2) returning 1`,
      `update session_registration set excuse = null, version = version + 1 where id in (select id from session_registration
         where session_id in ${OVER} and excuse is not null limit $2) returning 1`,
    ]);
  }

  /**
   * Removes who was in the room and what was noted about attendance. Who registered and who asked stays, under the practice.
   * @param before sessions and rooms that were over by then
   * @returns rows that went; a second time none
   */
  async forgetPresence(regionId: string, before: Date): Promise<number> {
    const rooms = '(select id from live_room where coalesce(ended_at, opened_at) < $1)';
    return this.inBatches(regionId, before, [
      `delete from live_presence where id in (select id from live_presence where room_id in ${rooms} limit $2) returning 1`,
      `delete from live_removal where (room_id, person_id) in (select room_id, person_id from live_removal where room_id in ${rooms}
         limit $2) returning 1`,
      `delete from session_attendance where id in (select id from session_attendance where session_id in ${OVER} limit $2) returning 1`,
    ]);
  }

  private async inBatches(regionId: string, before: Date, statements: readonly string[]): Promise<number> {
    let all = 0;
    for (const statement of statements)
      for (;;) {
        const rows = await this.database.transaction({ regionId }, () =>
          this.database.query(statement, [before, AT_ONCE]),
        );
        all += rows.length;
        if (rows.length < AT_ONCE) break;
      }
    return all;
  }
}
