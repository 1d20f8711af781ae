import { Injectable } from '@nestjs/common';
import { RETENTION } from '#libs/contracts';
import { Clock, Database, daysBefore, systemActor } from '#libs/platform';
import { DataSetsService } from './data-sets.service.js';
import { DEAD_AFTER_MS } from './extract-loading.service.js';

/** A file that was announced and never sent. */
const NEVER_SENT_MS = 3_600_000;

/** Ends loads whose process died and data sets that nobody approved, and takes their figures away. Twice is once. */
@Injectable()
export class OldDataSets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dataSets: DataSetsService,
  ) {}

  /** @returns how many were ended or cleared @throws after trying them all */
  async sweep(regionId: string): Promise<number> {
    const actor = systemActor(regionId);
    const now = this.clock.now();
    const given = await this.find(
      regionId,
      `select id, case when state = 'loading' then 'failed' else 'refused' end as state from data_set
       where (state = 'loading' and coalesce(heard_at < $1, created_at < $2)) or (state = 'checked' and loaded_at <= $3) order by id`,
      [
        new Date(now.getTime() - DEAD_AFTER_MS),
        new Date(now.getTime() - NEVER_SENT_MS),
        daysBefore(now, RETENTION.unapprovedDays),
      ],
    );
    const failures: unknown[] = [];
    let done = 0;
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      await work().then(
        () => (done += 1),
        (error: unknown) => failures.push(error),
      );
    };
    for (const { id, state } of given) await attempt(() => this.dataSets.giveUp(actor, id, state));
    const left = await this.find(
      regionId,
      `select id, state from data_set where state in ('refused', 'failed') and dropped_at is null order by id`,
      [],
    );
    for (const { id } of left) await attempt(() => this.dataSets.drop(actor, id));
    if (failures.length > 0) throw new AggregateError(failures, 'Some data sets could not be swept.');
    return done;
  }

  private find(
    regionId: string,
    sql: string,
    values: unknown[],
  ): Promise<{ id: string; state: 'refused' | 'failed' }[]> {
    return this.database.transaction({ regionId }, () => this.database.query(sql, values));
  }
}
