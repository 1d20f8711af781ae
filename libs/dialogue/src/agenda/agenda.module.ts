import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DialogueAgendaAttention } from './agenda-attention.service.js';
import { AgendaMails } from './agenda-mails.service.js';
import { AgendaTasks } from './agenda-tasks.service.js';
import { AgendaQueries } from './agenda.queries.js';
import { AskingService } from './asking.service.js';
import { DepartmentsService } from './departments.service.js';
import { PreferencesService } from './preferences.service.js';
import { VotesService } from './votes.service.js';
import { YearsService } from './years.service.js';

const OPEN = [
  DepartmentsService,
  YearsService,
  VotesService,
  AskingService,
  PreferencesService,
  DialogueAgendaAttention,
];

/** The yearly agenda: departments, votes, dates, and who comes when. */
@Module({
  imports: [SessionsModule],
  providers: [...OPEN, AgendaQueries, AgendaMails, AgendaTasks],
  exports: OPEN,
})
export class AgendaModule {}
