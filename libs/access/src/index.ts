export { AccessModule } from './access.module.js';
export {
  canChangePerson,
  canChangeRegion,
  canManagePeople,
  canManageRole,
  TABLES_WITHOUT_REGION,
} from './access.policy.js';
export { ConfirmationsService, type Confirmed } from './confirmations/confirmations.service.js';
export { ErasingService } from './people/erasing.service.js';
export { MeService } from './people/me.service.js';
export { OwnDataService } from './people/own-data.service.js';
export { PeopleQueries, type PracticePerson } from './people/people.queries.js';
export { PeopleService, type RoleGrant, type RoleTaker } from './people/people.service.js';
export { RegionsService } from './regions/regions.service.js';
export { RetentionDays } from './regions/retention-days.sweeps.js';
export { deviceOf } from './sessions/device.rules.js';
export { ABSOLUTE_HOURS, SessionsService, type Entrance, type Visitor } from './sessions/sessions.service.js';
export { MAIL_TESTER, SetupService, type MailTester, type SetupValues } from './setup/setup.service.js';
export { DEMO_DOMAIN, DemoService } from './sign-in/demo.service.js';
export { SignInService } from './sign-in/sign-in.service.js';
export {
  TaskKinds,
  type TaskDescriber,
  type TaskDescription,
  type TaskSubject,
} from './task-links/task-kinds.service.js';
export { TaskLinksService } from './task-links/task-links.service.js';
