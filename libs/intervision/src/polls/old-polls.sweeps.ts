import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Meetings that were over, or called off, by the first parameter. */
const OVER = `(select m.id from meeting m left join date_poll d on d.meeting_id = m.id
  where m.state in ('closed', 'cancelled') and coalesce(m.ends_at, d.answer_until, m.created_at) < $1)`;
/** Whatever else is kept of a poll: which dates were asked, and which one it became. */
const ONLY_SERVED = [
  `delete from date_poll_answer where option_id in (select o.id from date_poll_option o join date_poll d on d.id = o.poll_id
     where d.meeting_id in ${OVER}) returning 1`,
  `delete from date_poll_practice where poll_id in (select id from date_poll where meeting_id in ${OVER}) returning 1`,
  `delete from preparation_note where meeting_id in ${OVER} returning 1`,
];

/** What only served to come to a meeting and to prepare it: who could when, and what its leader noted for herself. */
@Injectable()
export class OldPolls {
  constructor(private readonly database: Database) {}

  /**
   * Removes it of meetings that were over by `before` (RETENTION.meetingDays).
   * @returns rows that went; a second time none
   */
  async forget(regionId: string, before: Date): Promise<number> {
    return this.database.transaction({ regionId }, async () => {
      let gone = 0;
      for (const sql of ONLY_SERVED)
        gone += (await this.database.query(`with gone as (${sql}) select 1 from gone`, [before])).length;
      return gone;
    });
  }
}
