import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { StepsService } from '#libs/dialogue';
import { Jobs } from '#libs/platform';

/** Sessions of several regions side by side; two steps of one session wait for each other. */
const CONCURRENCY = 2;

@Injectable()
export class DialogueProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly steps: StepsService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.process('dialogue', ({ regionId, id }) => this.steps.woken(regionId, id), CONCURRENCY);
  }
}
