import { Module } from '@nestjs/common';
import { AgendaModule } from './agenda/agenda.module.js';
import { HandoutsModule } from './handouts/handouts.module.js';
import { KeptDialogue } from './kept/kept-dialogue.service.js';
import { LiveSessionsModule } from './live/live.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SpecialistModule } from './specialist/specialist.module.js';

const PARTS = [
  AgendaModule,
  SessionsModule,
  RegistrationsModule,
  QuestionsModule,
  SpecialistModule,
  LiveSessionsModule,
  HandoutsModule,
];

/** Specialist dialogue sessions, from the yearly agenda to the handout (DIA-01…21). */
@Module({ imports: PARTS, providers: [KeptDialogue], exports: [...PARTS, KeptDialogue] })
export class DialogueModule {}
