import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AttendanceReportView, AttendanceView } from '#libs/contracts';
import {
  AttendancePapers,
  AttendanceReports,
  AttendanceService,
  type AttendanceChange,
} from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { uploadedFile } from '../practices/upload.js';
import { AttendanceBody } from './attendance.dto.js';

/** Who was there, and the papers that follow from it. */
@Controller('api/dialogue-sessions/:id')
@Requires('dialogue.manage')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly reports: AttendanceReports,
    private readonly papers: AttendancePapers,
  ) {}

  @Get('attendance')
  @Returns('AttendanceView', { list: true })
  list(@By() actor: Actor, @Param('id') id: string): Promise<AttendanceView[]> {
    return this.attendance.list(actor, id);
  }

  @Put('attendance/:practiceId')
  @Returns('AttendanceView', { list: true })
  correct(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @IfMatch() version: number | undefined,
    @Body() body: AttendanceBody,
  ): Promise<AttendanceView[]> {
    return this.attendance.correct(actor, id, practiceId, body.personId, changeOf(body), version);
  }

  /** A report of the video meeting, multipart. */
  @Post('attendance/report')
  @HttpCode(200)
  @Rate('heavy')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Returns('AttendanceReportView')
  report(
    @By() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<AttendanceReportView> {
    return this.reports.take(actor, id, async () => (await uploadedFile(request)).body);
  }

  /** In the columns and the format that the region's accreditation wants. */
  @Get('attendance/accreditation')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async accreditation(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.papers.accreditation(actor, id));
  }

  /** One's own, when one was really there. */
  @Get('certificate')
  @Requires('task')
  @Rate('heavy')
  @ApiProduces('application/pdf')
  async certificate(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.papers.certificate(actor, id));
  }
}

/** Times that are missing are no times: the service refuses them. */
const changeOf = ({ says, joinedAt = '', leftAt = '' }: AttendanceBody): AttendanceChange =>
  says === 'measured' ? null : says === 'absent' ? { absent: true } : { joinedAt, leftAt };
