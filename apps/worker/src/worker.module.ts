import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#libs/access';
import { AuditModule } from '#libs/audit';
import { DialogueModule } from '#libs/dialogue';
import { IntervisionModule } from '#libs/intervision';
import { LiveModule } from '#libs/live';
import { MirrorModule } from '#libs/mirror';
import { NotificationsModule } from '#libs/notifications';
import { PlatformModule, type Config } from '#libs/platform';
import { PracticesModule } from '#libs/practices';
import { SurveysModule } from '#libs/surveys';
import { DialogueProcessor } from './dialogue.processor.js';
import { FiguresProcessor } from './figures.processor.js';
import { FormingProcessor } from './forming.processor.js';
import { MailProcessor } from './mail.processor.js';
import { RetentionProcessor } from './retention.processor.js';
import { SurveyProcessor } from './survey.processor.js';
import { SweepProcessor } from './sweep.processor.js';

/** The worker: takes up jobs, calls one service method each. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, source?: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, source),
        AuditModule,
        NotificationsModule,
        AccessModule,
        PracticesModule,
        IntervisionModule,
        MirrorModule,
        SurveysModule,
        LiveModule,
        DialogueModule,
      ],
      providers: [
        MailProcessor,
        FormingProcessor,
        SurveyProcessor,
        FiguresProcessor,
        DialogueProcessor,
        RetentionProcessor,
        SweepProcessor,
      ],
    };
  }
}
