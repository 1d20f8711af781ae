import { Module } from '@nestjs/common';
import { AgendaModule } from './agenda/agenda.module.js';
import { DialogueReactions } from './dialogue.reactions.js';
import { HandoutsModule } from './handouts/handouts.module.js';
import { KeptDialogue } from './kept/kept-dialogue.service.js';
import { LiveSessionsModule } from './live/live.module.js';
import { OldSessions } from './old-sessions.sweeps.js';
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
@Module({
  imports: PARTS,
  providers: [KeptDialogue, OldSessions, DialogueReactions],
  exports: [...PARTS, KeptDialogue, OldSessions],
})
export class DialogueModule {}
