import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { MandatoryYearView, MeetingAttendanceView, MeetingView } from '#libs/contracts';
import { HeldMeetings, MandatoryYear, MeetingAttendanceService, MeetingPapers } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import {
  HeldMeetingBody,
  MandatoryYearQuery,
  MeetingAccreditationBody,
  MeetingAccreditationQuery,
  MeetingAttendanceBody,
} from './attendance.dto.js';

/** Who was at a meeting, the papers that follow from it, and the yearly mandatory meeting (GRP-03, SES-13). */
@Controller('api')
@Requires('meetings.manage')
export class MeetingAttendanceController {
  constructor(
    private readonly attendance: MeetingAttendanceService,
    private readonly papers: MeetingPapers,
    private readonly years: MandatoryYear,
    private readonly held: HeldMeetings,
  ) {}

  /** Intervision outside a group that was held already: everybody who was asked counts as there until somebody says otherwise. */
  @Post('meetings/held')
  @Rate('heavy')
  @Returns('MeetingView', { status: 201 })
  registerHeld(@By() actor: Actor, @Body() body: HeldMeetingBody): Promise<MeetingView> {
    return this.held.register(actor, body);
  }

  /** All practices for who notes it; a practice sees its own line, also with the link from the mail. */
  @Get('meetings/:id/attendance')
  @Requires('task')
  @Returns('MeetingAttendanceView')
  view(@By() actor: Actor, @Param('id') id: string): Promise<MeetingAttendanceView> {
    return this.attendance.view(actor, id);
  }

  /** Everybody was there, of whom nothing was said yet. */
  @Post('meetings/:id/attendance/everybody')
  @HttpCode(200)
  @Returns('MeetingAttendanceView')
  everybody(@By() actor: Actor, @Param('id') id: string): Promise<MeetingAttendanceView> {
    return this.attendance.everybody(actor, id);
  }

  @Put('meetings/:id/attendance/:practiceId')
  @Returns('MeetingAttendanceView')
  record(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @IfMatch() version: number | undefined,
    @Body() body: MeetingAttendanceBody,
  ): Promise<MeetingAttendanceView> {
    return this.attendance.record(actor, id, practiceId, body, version);
  }

  /** In the columns that the region's accreditation wants. */
  @Get('meetings/:id/accreditation')
  @Requires('rounds.manage')
  @Rate('heavy')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
  async accreditation(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { format }: MeetingAccreditationQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.accreditation(actor, id, format));
  }

  /** Under which number points are given. */
  @Put('meetings/:id/accreditation')
  @Requires('rounds.manage')
  @Returns('MeetingAttendanceView')
  async setAccreditation(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() { activityId }: MeetingAccreditationBody,
  ): Promise<MeetingAttendanceView> {
    await this.papers.setActivity(actor, id, activityId, version);
    return this.attendance.view(actor, id);
  }

  /** One's own, when one was there. */
  @Get('meetings/:id/certificate')
  @Requires('task')
  @Rate('heavy')
  @ApiProduces('application/pdf')
  async certificate(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.papers.certificate(actor, id));
  }

  /** The yearly mandatory meeting per practice: the region for a coordinator, own practices for others. */
  @Get('mandatory-meetings')
  @Requires('meetings.read')
  @Returns('MandatoryYearView')
  mandatory(@By() actor: Actor, @Query() { year }: MandatoryYearQuery): Promise<MandatoryYearView> {
    return this.years.view(actor, year);
  }
}
