import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

const AT_ONCE = 500;

/** Takes receiver and contents out of old mails; that a mail of this kind was sent, and when, stays. */
@Injectable()
export class OldMails {
  constructor(private readonly database: Database) {}

  /** Empties mails from before the moment, a batch per transaction. @returns how many; a second time none. */
  async forget(regionId: string, before: Date): Promise<number> {
    for (let emptied = 0; ;) {
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query(
          `update mail set to_name = '', to_email = '', params = '{}', failure = null,
             state = case when state in ('planned', 'queued', 'failed') then 'cancelled' else state end
           where id in (select id from mail where greatest(created_at, due_at) < $1 and (params <> '{}' or to_email <> '')
             order by id limit $2) returning id`,
          [before, AT_ONCE],
        ),
      );
      emptied += rows.length;
      if (rows.length < AT_ONCE) return emptied;
    }
  }
}
