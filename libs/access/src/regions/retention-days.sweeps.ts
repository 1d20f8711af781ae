import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#libs/platform';

/** Which regions are due for their daily emptying of old rows. */
@Injectable()
export class RetentionDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Regions not yet given out today (UTC); the same region once a day, however many workers ask. */
  async claim(): Promise<string[]> {
    const rows = await this.database.definer<{ id: string }>('select retention_claim($1::date) as id', [
      this.clock.now().toISOString().slice(0, 10),
    ]);
    return rows.map((row) => row.id);
  }
}
