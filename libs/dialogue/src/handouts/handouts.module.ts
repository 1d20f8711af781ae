import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SpecialistModule } from '../specialist/specialist.module.js';
import { HandoutFiles } from './handout-files.service.js';
import { HandoutsService } from './handouts.service.js';
import { HandoutPublishing } from './publishing.service.js';

const SERVICES = [HandoutsService, HandoutPublishing, HandoutFiles];

/** What was asked and answered, for who was not there. */
@Module({ imports: [SessionsModule, SpecialistModule], providers: SERVICES, exports: SERVICES })
export class HandoutsModule {}
