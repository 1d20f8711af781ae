import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { DialogueModule } from '#libs/dialogue';
import { MirrorModule } from '#libs/mirror';
import { ActionsController } from './actions.controller.js';
import { AgreementsController } from './agreements.controller.js';
import { MeetingAttendanceController } from './attendance.controller.js';
import { AccreditationAdapter } from './accreditation.adapter.js';
import { PackAdapter } from './pack.adapter.js';
import { PreparationController } from './preparation.controller.js';
import { NotesController } from './notes.controller.js';
import { OutcomesController } from './outcomes.controller.js';
import { MeetingLiveController } from './meeting-live.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { MethodsController } from './methods.controller.js';
import { PollsController } from './polls.controller.js';

/** Doors of meetings, and of the review of referrals. */
@Module({
  imports: [DialogueModule, IntervisionModule, MirrorModule],
  providers: [AccreditationAdapter, PackAdapter],
  controllers: [
    AgreementsController,
    MeetingAttendanceController,
    PreparationController,
    PollsController,
    ActionsController,
    NotesController,
    OutcomesController,
    MeetingsController,
    MeetingLiveController,
    MethodsController,
  ],
})
export class MeetingsApiModule {}
