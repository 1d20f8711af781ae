import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GateService } from '#libs/mirror';
import { Jobs } from '#libs/platform';

/** The gate takes a processor for itself: one release at a time. */
@Injectable()
export class FiguresProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly gate: GateService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.process(
      'figures',
      async ({ regionId }, stopping) => void (await this.gate.work(regionId, stopping)),
      1,
    );
  }
}
