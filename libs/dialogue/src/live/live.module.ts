import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SpecialistModule } from '../specialist/specialist.module.js';
import { FollowUpsService } from './follow-ups.service.js';
import { LiveActions } from './live-actions.service.js';
import { LiveAnswers } from './live-answers.service.js';
import { LiveEndings } from './live-endings.service.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { LivePeople } from './live-people.service.js';
import { LiveReactions } from './live.reactions.js';
import { LiveSessions } from './live-sessions.service.js';

const DOORS = [LiveSessions, LiveActions, LiveAnswers, FollowUpsService, LivePeople, LiveEntry];

/** The live hour. */
@Module({
  imports: [SessionsModule, RegistrationsModule, SpecialistModule],
  providers: [...DOORS, LiveHours, LiveEndings, LiveReactions],
  exports: DOORS,
})
export class LiveSessionsModule {}
