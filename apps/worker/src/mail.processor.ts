import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DeliveryService } from '#libs/notifications';
import { Jobs } from '#libs/platform';

/** Several at once: most of the time is waiting for the mail server. */
const CONCURRENCY = 5;

/** One turn's last mails and the next one's first share the connections. */
const TURNS = 2;

@Injectable()
export class MailProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: DeliveryService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.process('mail', ({ regionId, id }) => this.delivery.send(regionId, id), CONCURRENCY);
    this.jobs.process('dispatch', ({ regionId }) => this.delivery.dispatch(regionId), TURNS);
  }
}
