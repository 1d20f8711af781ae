import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { MethodsModule } from '../methods/methods.module.js';
import { KeptTexts } from './kept-texts.service.js';
import { LiveMeetingActions } from './live-actions.service.js';
import { LiveMeetingEntry } from './live-entry.service.js';
import { LiveMeetingInputs } from './live-inputs.service.js';
import { LiveMeetings } from './live-meetings.service.js';
import { LiveMeetingPeople } from './live-people.service.js';
import { LiveMeetingReactions } from './live.reactions.js';
import { LiveMeetingSetup } from './live-setup.service.js';
import { LiveMeetingTable } from './live-table.service.js';

const DOORS = [
  LiveMeetings,
  LiveMeetingSetup,
  LiveMeetingActions,
  LiveMeetingInputs,
  LiveMeetingPeople,
  LiveMeetingEntry,
  KeptTexts,
];

/** The live meeting on libs/live. */
@Module({
  imports: [MeetingsModule, MethodsModule],
  providers: [...DOORS, LiveMeetingTable, LiveMeetingReactions],
  exports: DOORS,
})
export class MeetingLiveModule {}
