import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AttendanceService } from './attendance.service.js';
import { InvitationsService } from './invitations.service.js';
import { RegistrationMails } from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';

/** Who comes, who came, certificate and accreditation list. */
@Module({
  imports: [SessionsModule],
  providers: [
    RegistrationsQueries,
    RegistrationMails,
    RegistrationsService,
    InvitationsService,
    AttendanceService,
  ],
  exports: [RegistrationsQueries, RegistrationsService, AttendanceService],
})
export class RegistrationsModule {}
