import { Module } from '@nestjs/common';
import { AttendanceRecords } from './attendance-records.service.js';
import { GroupMeetings } from './group-meetings.service.js';
import { MeetingClosing } from './meeting-closing.service.js';
import { MeetingCompany } from './meeting-company.service.js';
import { MeetingLinks } from './meeting-links.service.js';
import { MeetingMails } from './meeting-mails.service.js';
import { MeetingPages } from './meeting-pages.service.js';
import { MeetingReactions } from './meeting.reactions.js';
import { MeetingTask } from './meeting-task.service.js';
import { MeetingsService } from './meetings.service.js';

const SERVICES = [
  AttendanceRecords,
  GroupMeetings,
  MeetingClosing,
  MeetingCompany,
  MeetingLinks,
  MeetingMails,
  MeetingPages,
  MeetingReactions,
  MeetingsService,
  MeetingTask,
];

/** Meetings of groups and of practices that meet besides: planned, moved, cancelled, closed. */
@Module({ providers: SERVICES, exports: SERVICES })
export class MeetingsModule {}
