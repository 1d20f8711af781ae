import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#libs/access';
import { AuditModule } from '#libs/audit';
import { PlatformModule, type Config } from '#libs/platform';
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
      imports: [PlatformModule.forRoot(config, source), AuditModule, AccessModule, RealtimeModule],
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
