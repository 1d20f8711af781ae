import { Injectable } from '@nestjs/common';
import { Clock, Database, Jobs, systemActor } from '#libs/platform';
import { SILENCE_MS } from './release.rules.js';

/** Releases and privacy tests whose wake-up was lost, or whose worker died, are woken again. */
@Injectable()
export class WaitingReleases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** @returns how many wait. */
  async sweep(regionId: string): Promise<number> {
    return this.database.transaction(systemActor(regionId), async () => {
      const rows = await this.database.query<{ id: string }>(
        `select id from release where state = 'preparing' and (heard_at is null or heard_at <= $1)
         union all select id from privacy_test where state in ('waiting', 'running') and (heard_at is null or heard_at <= $1)`,
        [new Date(this.clock.now().getTime() - SILENCE_MS)],
      );
      const [first] = rows;
      if (first) this.jobs.wake('figures', { regionId, id: first.id });
      return rows.length;
    });
  }
}
