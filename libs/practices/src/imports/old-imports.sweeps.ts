import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

const AT_ONCE = 20;

/** Empties old practice lists: rows, samples, corrections and answers go; who read which file in, and when, stays. */
@Injectable()
export class OldImports {
  constructor(private readonly database: Database) {}

  /** Empties lists from before the moment, a batch per transaction. @returns how many; a second time none. */
  async forget(regionId: string, before: Date): Promise<number> {
    for (let emptied = 0; ;) {
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query(
          `select import_empty(f) from (select * from practice_import
             where coalesce(applied_at, created_at) < $1 and (cells <> '[]' or compared <> '[]' or samples <> '{}' or corrections <> '{}')
             order by id limit $2) f`,
          [before, AT_ONCE],
        ),
      );
      emptied += rows.length;
      if (rows.length < AT_ONCE) return emptied;
    }
  }
}
