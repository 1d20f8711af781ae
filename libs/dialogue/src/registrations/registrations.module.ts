import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AttendancePapers } from './attendance-papers.service.js';
import { AttendanceReports } from './attendance-reports.service.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { AttendeeChoice } from './attendee-choice.service.js';
import { InvitationsService } from './invitations.service.js';
import { PracticePage } from './practice-page.service.js';
import { RegistrationMails } from './registration-mails.service.js';
import { RegistrationMoves } from './registration-moves.service.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';

const OPEN = [
  RegistrationsQueries,
  RegistrationsService,
  PracticePage,
  AttendanceService,
  AttendanceReports,
  AttendancePapers,
];

/** Who comes, who came, certificate and accreditation list. */
@Module({
  imports: [SessionsModule],
  providers: [
    ...OPEN,
    AttendanceQueries,
    AttendeeChoice,
    InvitationsService,
    RegistrationMails,
    RegistrationMoves,
  ],
  exports: [...OPEN, RegistrationMails],
})
export class RegistrationsModule {}
