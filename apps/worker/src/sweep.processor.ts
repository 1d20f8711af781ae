import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SessionsService } from '#libs/access';
import { CheckpointsService } from '#libs/audit';
import { DialogueSweeps } from '#libs/dialogue';
import {
  ActionsSweeps,
  AgreementsSweeps,
  DatePollSweeps,
  IntervisionSweeps,
  ReferralReminders,
} from '#libs/intervision';
import { LiveSweeps } from '#libs/live';
import { MirrorSweeps } from '#libs/mirror';
import { DeliveryService } from '#libs/notifications';
import { Clock, CONFIG, Database, Jobs, LOG, type Config, type Log } from '#libs/platform';
import { BallotKeys, SurveysSweeps } from '#libs/surveys';
import { RetentionProcessor } from './retention.processor.js';

/** Every minute, or as SWEEP_SECONDS says: whatever a lost wake-up, a killed worker or a passing deadline left behind (architecture §1.5). */
@Injectable()
export class SweepProcessor implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly delivery: DeliveryService,
    private readonly intervision: IntervisionSweeps,
    private readonly actions: ActionsSweeps,
    private readonly agreements: AgreementsSweeps,
    private readonly polls: DatePollSweeps,
    private readonly referrals: ReferralReminders,
    private readonly surveys: SurveysSweeps,
    private readonly mirror: MirrorSweeps,
    private readonly live: LiveSweeps,
    private readonly dialogue: DialogueSweeps,
    private readonly ballotKeys: BallotKeys,
    private readonly checkpoints: CheckpointsService,
    private readonly sessions: SessionsService,
    private readonly retention: RetentionProcessor,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.jobs.process('sweep', () => this.sweep());
    await this.jobs.every('sweep', this.config.sweepSeconds * 1000);
  }

  /** One region's trouble never keeps another waiting. */
  async sweep(): Promise<void> {
    const regions = await this.database.definer<{ regionId: string }>(
      'select due_regions($1) as "regionId"',
      [this.clock.now()],
    );
    for (const { regionId } of regions) {
      // meetings and sessions that ended make steps, steps make mails
      const steps = [
        () => this.intervision.sweep(regionId),
        () => this.actions.sweep(regionId),
        () => this.agreements.sweep(regionId),
        () => this.polls.sweep(regionId),
        () => this.referrals.sweep(regionId, this.clock.now()),
        () => this.dialogue.sweep(regionId),
        () => this.surveys.sweep(regionId),
        () => this.mirror.sweep(regionId),
        () => this.live.sweep(regionId),
        () => this.delivery.sweep(regionId),
      ];
      for (const step of steps) {
        await step().catch((error: unknown) => this.log.error({ err: error, regionId }, 'sweep step failed'));
      }
    }
    const chores = {
      'audit checkpoint': () => this.checkpoints.write(),
      'ended sessions': () => this.sessions.tidy(),
      'ballot keys': () => this.ballotKeys.tidy(),
      retention: () => this.retention.run(),
    };
    for (const [chore, work] of Object.entries(chores)) {
      await work().catch((error: unknown) => this.log.error({ err: error, chore }, 'chore failed'));
    }
  }
}
