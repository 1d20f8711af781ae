import { Injectable } from '@nestjs/common';
import { Clock, Database, systemActor } from '#libs/platform';
import { StepsService } from './campaigns/steps.service.js';

/** What the clock asks of one region's campaigns when a wake-up was lost. Twice is once (architecture §1.5). */
@Injectable()
export class SurveysSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: StepsService,
  ) {}

  /** One campaign's trouble never keeps another waiting. @returns steps carried out. @throws after trying them all. */
  async sweep(regionId: string): Promise<number> {
    const actor = systemActor(regionId);
    const campaigns = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(
        `select campaign_id as id from campaign_step where state = 'planned' and due_at <= $1 group by campaign_id order by min(due_at), campaign_id`,
        [this.clock.now()],
      ),
    );
    const failures: unknown[] = [];
    let done = 0;
    for (const { id } of campaigns) {
      try {
        done += await this.steps.keepTime(actor, id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some campaigns could not be swept.');
    return done;
  }
}
