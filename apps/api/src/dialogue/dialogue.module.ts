import { Module } from '@nestjs/common';
import { DialogueModule } from '#libs/dialogue';
import { AgendaController, DepartmentDatesController } from './agenda.controller.js';
import { DepartmentsController } from './departments.controller.js';
import { AttendanceController } from './attendance.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { SessionDeckController } from './deck.controller.js';
import { SessionFilesController } from './files.controller.js';
import { SpecialistController } from './specialist.controller.js';
import { LiveController } from './live.controller.js';
import { DeskController } from './desk.controller.js';
import { QuestionInboxController } from './question-inbox.controller.js';
import { QuestionsController } from './questions.controller.js';
import { DialogueSessionsController } from './sessions.controller.js';
import { DialogueSettingsController } from './settings.controller.js';
import { HandoutController, HandoutsController } from './handouts.controller.js';

@Module({
  imports: [DialogueModule],
  controllers: [
    DepartmentsController,
    AgendaController,
    DepartmentDatesController,
    QuestionsController,
    QuestionInboxController,
    DeskController,
    DialogueSessionsController,
    DialogueSettingsController,
    AttendanceController,
    RegistrationsController,
    LiveController,
    SpecialistController,
    SessionFilesController,
    SessionDeckController,
    HandoutController,
    HandoutsController,
  ],
})
export class DialogueApiModule {}
