import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '#libs/platform';
import { FormingService } from './forming/forming.service.js';
import { MeetingClosing } from './meetings/meeting-closing.service.js';
import { RoundWindowsService } from './rounds/round-windows.service.js';

/** What the clock asks of one region: rounds to remind or to close, runs to take up. Twice is once (architecture §1.5). */
@Injectable()
export class IntervisionSweeps {
  constructor(
    private readonly database: Database,
    private readonly windows: RoundWindowsService,
    private readonly forming: FormingService,
    private readonly meetings: MeetingClosing,
  ) {}

  /** Takes up at once what a killed process was doing; only for whoever knows that no other process is left. */
  async recover(regionId: string): Promise<void> {
    await this.forming.releaseAll(systemActor(regionId));
    await this.sweep(regionId);
  }

  /** One transaction per round or meeting, so that one's trouble never keeps another waiting. @throws after trying them all. */
  async sweep(
    regionId: string,
  ): Promise<{ closed: number; reminded: number; forming: number; ended: number }> {
    const actor = systemActor(regionId);
    const rounds = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(
        `select id from round where state = 'open' order by answer_until, id`,
      ),
    );
    const done = { closed: 0, reminded: 0, forming: 0, ended: 0 };
    const failures: unknown[] = [];
    for (const { id } of rounds) {
      try {
        const outcome = await this.windows.keepTime(actor, id);
        if (outcome !== 'nothing') done[outcome] += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    for (const id of await this.meetings.waiting(actor)) {
      try {
        if (await this.meetings.close(actor, id)) done.ended += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    try {
      done.forming = await this.forming.takeUp(actor);
    } catch (error) {
      failures.push(error);
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'Some rounds or meetings could not be swept.');
    return done;
  }
}
