import { Injectable } from '@nestjs/common';
import { Clock, Database, daysBefore } from '#libs/platform';
import { LivePresence } from './presence/live-presence.service.js';

const AT_ONCE = 5_000;

/** What a killed process or a past hour left behind in live rooms (architecture §1.5). */
@Injectable()
export class LiveSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly presence: LivePresence,
  ) {}

  /** Ends silent presences and removes facts older than a day; screens that still need those read a snapshot. @returns how many */
  async sweep(regionId: string): Promise<number> {
    let done = await this.presence.closeSilent(regionId);
    for (;;) {
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query(
          `delete from live_fact where ctid = any(array(select ctid from live_fact where at <= $1 limit $2)) returning 1`,
          [daysBefore(this.clock.now(), 1), AT_ONCE],
        ),
      );
      done += rows.length;
      if (rows.length < AT_ONCE) return done;
    }
  }
}
