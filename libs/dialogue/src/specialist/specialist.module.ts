import { Module } from '@nestjs/common';
import { SessionDecks } from '../deck/session-deck.service.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AnswersService } from './answers.service.js';
import { InsightOffers } from './insight-offers.service.js';
import { SessionFiles } from './session-files.service.js';
import { SpecialistMails } from './specialist-mails.service.js';
import { SpecialistService } from './specialist.service.js';

const SERVICES = [
  SpecialistService,
  AnswersService,
  SessionFiles,
  SpecialistMails,
  InsightOffers,
  SessionDecks,
];

/** What the specialist prepares, own slides, and the deck. */
@Module({ imports: [SessionsModule], providers: SERVICES, exports: SERVICES })
export class SpecialistModule {}
