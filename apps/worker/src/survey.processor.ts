import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { StepsService } from '#libs/surveys';

/** Campaigns of several regions side by side; two steps of one campaign wait for each other. */
const CONCURRENCY = 2;

@Injectable()
export class SurveyProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly steps: StepsService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.process('survey', ({ regionId, id }) => this.steps.woken(regionId, id), CONCURRENCY);
  }
}
