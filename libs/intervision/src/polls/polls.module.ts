import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { DatePollAnswers } from './date-poll-answers.service.js';
import { DatePollMails } from './date-poll-mails.service.js';
import { DatePollOptions } from './date-poll-options.service.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollRecords } from './date-poll-records.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import { DatePollsService } from './date-polls.service.js';
import { KeptPolls } from './kept-polls.service.js';
import { OldPolls } from './old-polls.sweeps.js';
import { PollTask } from './poll-task.service.js';
import { PollsAttention } from './polls-attention.service.js';
import { PollsReactions } from './polls.reactions.js';
import { DatePollSweeps } from './polls.sweeps.js';

const DOORS = [
  DatePollAnswers,
  DatePollOptions,
  DatePollPages,
  DatePollsService,
  DatePollSweeps,
  KeptPolls,
  OldPolls,
  PollsAttention,
];

/** Date polls: one answer per practice, the best date with its reason (GRP-15). */
@Module({
  imports: [MeetingsModule],
  providers: [...DOORS, DatePollMails, DatePollRecords, DatePollSteps, PollTask, PollsReactions],
  exports: DOORS,
})
export class PollsModule {}
