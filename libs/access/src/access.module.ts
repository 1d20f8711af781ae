import { Global, Module } from '@nestjs/common';
import { DeliveryService } from '#libs/notifications';
import { ConfirmationsService } from './confirmations/confirmations.service.js';
import { ErasingService } from './people/erasing.service.js';
import { MeService } from './people/me.service.js';
import { OwnDataService } from './people/own-data.service.js';
import { PeopleQueries } from './people/people.queries.js';
import { PeopleService } from './people/people.service.js';
import { RegionsService } from './regions/regions.service.js';
import { RetentionDays } from './regions/retention-days.sweeps.js';
import { SessionsService } from './sessions/sessions.service.js';
import { MAIL_TESTER, SetupService, type MailTester } from './setup/setup.service.js';
import { DemoService } from './sign-in/demo.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { TaskKinds } from './task-links/task-kinds.service.js';
import { TaskLinksService } from './task-links/task-links.service.js';

const SERVICES = [
  SessionsService,
  SignInService,
  ConfirmationsService,
  DemoService,
  PeopleQueries,
  PeopleService,
  MeService,
  OwnDataService,
  ErasingService,
  RetentionDays,
  RegionsService,
  TaskKinds,
  TaskLinksService,
  SetupService,
];

/** Who is there, what they may do, and how they come in. */
@Global()
@Module({
  providers: [
    ...SERVICES,
    {
      provide: MAIL_TESTER,
      inject: [DeliveryService],
      useFactory: (delivery: DeliveryService): MailTester => ({
        test: (to, language) => delivery.test({ name: to, email: to }, language, 'Leerkring'),
      }),
    },
  ],
  exports: SERVICES,
})
export class AccessModule {}
