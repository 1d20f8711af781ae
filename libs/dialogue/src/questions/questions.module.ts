import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SpecialistModule } from '../specialist/specialist.module.js';
import { AlikeQuestions } from './alike-questions.service.js';
import { DeskQuestions } from './desk-questions.service.js';
import { PracticeQuestionsQueries } from './practice-questions.queries.js';
import { PracticeQuestions } from './practice-questions.service.js';
import { QuestionCategories } from './question-categories.service.js';
import { QuestionDesk } from './question-desk.service.js';
import { QuestionInbox } from './question-inbox.service.js';
import { QuestionReturns } from './question-returns.service.js';
import { QuestionSharing } from './question-sharing.service.js';

const OPEN = [
  PracticeQuestions,
  QuestionInbox,
  QuestionDesk,
  DeskQuestions,
  QuestionCategories,
  QuestionSharing,
];

/** What practices ask, the organiser's desk, and what goes to the specialist. */
@Module({
  imports: [SessionsModule, SpecialistModule, RegistrationsModule],
  providers: [...OPEN, AlikeQuestions, PracticeQuestionsQueries, QuestionReturns],
  exports: OPEN,
})
export class QuestionsModule {}
