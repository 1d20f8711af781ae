import { Injectable } from '@nestjs/common';
import { Clock, Database, systemActor } from '#libs/platform';
import { StepsService } from './sessions/steps.service.js';

/** What the clock asks of one region's sessions when a wake-up was lost. Twice is once (architecture §1.5). */
@Injectable()
export class DialogueSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: StepsService,
  ) {}

  /** One session's trouble never keeps another waiting. @returns steps carried out. @throws after trying them all. */
  async sweep(regionId: string): Promise<number> {
    const actor = systemActor(regionId);
    const sessions = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(
        `select session_id as id from session_step where state = 'planned' and due_at <= $1 group by session_id order by min(due_at), session_id`,
        [this.clock.now()],
      ),
    );
    const failures: unknown[] = [];
    let done = 0;
    for (const { id } of sessions) {
      try {
        done += await this.steps.keepTime(actor, id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some sessions could not be swept.');
    return done;
  }
}
