import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
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
import { AccessApiModule } from './access/access.module.js';
import { AuditApiModule } from './audit/audit.module.js';
import { DialogueApiModule } from './dialogue/dialogue.module.js';
import { GroupsApiModule } from './groups/groups.module.js';
import { HomeApiModule } from './home/home.module.js';
import { MailApiModule } from './mail/mail.module.js';
import { MeetingsApiModule } from './meetings/meetings.module.js';
import { MirrorApiModule } from './mirror/mirror.module.js';
import { PeopleApiModule } from './people/people.module.js';
import { PracticesApiModule } from './practices/practices.module.js';
import { PrivacyApiModule } from './privacy/privacy.module.js';
import { ProposalsApiModule } from './proposals/proposals.module.js';
import { ReferralsApiModule } from './referrals/referrals.module.js';
import { RoundsApiModule } from './rounds/rounds.module.js';
import { SurveysApiModule } from './surveys/surveys.module.js';
import { HealthController } from './health/health.controller.js';
import { OriginGuard } from './http/origin.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimitGuard } from './http/rate-limit.guard.js';
import { SessionGuard } from './http/session.guard.js';
import { RealtimeModule } from './realtime/realtime.module.js';

/** The api: one folder per context, doors only. */
@Module({})
export class AppModule {
  static forRoot(config: Config, source?: DataSource): DynamicModule {
    return {
      module: AppModule,
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
        RealtimeModule,
        AccessApiModule,
        PeopleApiModule,
        PracticesApiModule,
        RoundsApiModule,
        ProposalsApiModule,
        GroupsApiModule,
        MeetingsApiModule,
        ReferralsApiModule,
        SurveysApiModule,
        MirrorApiModule,
        DialogueApiModule,
        HomeApiModule,
        MailApiModule,
        PrivacyApiModule,
        AuditApiModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
      ],
    };
  }
}
