import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

const AT_ONCE = 1000;

/** Forgets who was asked, some time after a campaign is over; the counts of its turnout stay. */
@Injectable()
export class OldInvitations {
  constructor(private readonly database: Database) {}

  /**
   * Removes invitations of campaigns that closed or stopped before the moment, a batch per transaction, and whom mail did not reach.
   * @returns how many; a second time none.
   */
  async forget(regionId: string, before: Date): Promise<number> {
    await this.database.transaction({ regionId }, () =>
      this.database.query(
        `update campaign set unreachable = '{}' where state in ('closed', 'stopped') and closed_at < $1 and unreachable <> '{}'`,
        [before],
      ),
    );
    for (let removed = 0; ;) {
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query(
          `delete from invitation where id in (select i.id from invitation i join campaign c on c.id = i.campaign_id
             where c.state in ('closed', 'stopped') and c.closed_at < $1 limit $2) returning 1`,
          [before, AT_ONCE],
        ),
      );
      removed += rows.length;
      if (rows.length < AT_ONCE) return removed;
    }
  }
}
