import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { AttendanceRegister } from './attendance-register.service.js';
import { HeldMeetings } from './held-meetings.service.js';
import { KeptAttendance } from './kept-attendance.service.js';
import { MandatoryYear } from './mandatory-year.service.js';
import { MeetingAttendanceService } from './meeting-attendance.service.js';
import { MeetingPapers } from './meeting-papers.service.js';

const DOORS = [HeldMeetings, KeptAttendance, MandatoryYear, MeetingAttendanceService, MeetingPapers];

/** Who was there, certificates, and the yearly mandatory meeting (SES-13, GRP-03). */
@Module({ imports: [MeetingsModule], providers: [...DOORS, AttendanceRegister], exports: DOORS })
export class MeetingAttendanceModule {}
