import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { FormingRuns } from '#libs/intervision';
import { Jobs } from '#libs/platform';

/** One at a time: a run has a thread of its own and takes a whole core. */
const CONCURRENCY = 1;

@Injectable()
export class FormingProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly runs: FormingRuns,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.process(
      'forming',
      ({ regionId, id }, stopping) => this.runs.run(regionId, id, stopping),
      CONCURRENCY,
    );
  }
}
