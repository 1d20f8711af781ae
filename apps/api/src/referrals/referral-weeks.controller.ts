import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ReferralAddedView, ReferralPreviewView, ReferralWeekView } from '#libs/contracts';
import { ReferralLists, ReferralWeeks, type ListMapping } from '#libs/intervision';
import { DomainError, type Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { uploadedFile } from '../practices/upload.js';
import {
  isColumnFields,
  JudgementBody,
  NewReferralsBody,
  ReferralChangeBody,
  ReferralTextBody,
  WeekStateBody,
} from './referrals.dto.js';

const VIEW = 'ReferralWeekView';

/** One week of a practice: its list, what colleagues think, and the meeting. A reminder's link reaches looking and judging. */
@Controller('api/practices/:id/referrals')
@Requires('referrals.review')
export class ReferralWeeksController {
  constructor(
    private readonly weeks: ReferralWeeks,
    private readonly lists: ReferralLists,
  ) {}

  @Get('weeks/:week')
  @Requires('task')
  @Returns(VIEW)
  get(@By() actor: Actor, @Param('id') id: string, @Param('week') week: string): Promise<ReferralWeekView> {
    return this.weeks.get(actor, id, week);
  }

  @Put('weeks/:week/state')
  @Returns(VIEW)
  move(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('week') week: string,
    @IfMatch() version: number | undefined,
    @Body() { state }: WeekStateBody,
  ): Promise<ReferralWeekView> {
    return this.weeks.move(actor, id, week, state, version);
  }

  /** What would be kept of pasted lines; nothing of them is. */
  @Post('preview')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('ReferralPreviewView')
  preview(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { text, mapping }: ReferralTextBody,
  ): Promise<ReferralPreviewView> {
    return this.lists.previewText(actor, id, text, mapping);
  }

  /** The same of a file, multipart; `mapping`: JSON, as for pasted lines, before the file. */
  @Post('preview-file')
  @HttpCode(200)
  @Rate('heavy')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { mapping: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @Returns('ReferralPreviewView')
  async previewFile(
    @By() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ReferralPreviewView> {
    await this.lists.allowed(actor, id);
    const { body, fields } = await uploadedFile(request);
    return this.lists.previewFile(actor, id, body, fields.mapping ? mappingIn(fields.mapping) : undefined);
  }

  /** Keeps what was left of a list, or a note after a consultation. */
  @Post('weeks/:week/referrals')
  @Returns('ReferralAddedView', { status: 201 })
  add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('week') week: string,
    @Body() { referrals, source, confirmed = false, mapping }: NewReferralsBody,
  ): Promise<ReferralAddedView> {
    return this.lists.add(actor, id, week, {
      referrals: referrals.map((one) => ({ ...one, week: one.week ?? null })),
      source,
      confirmed,
      mapping,
    });
  }

  /** Takes back what the actor added together. */
  @Delete('batches/:batchId')
  @HttpCode(204)
  takeBack(@By() actor: Actor, @Param('id') id: string, @Param('batchId') batchId: string): Promise<void> {
    return this.lists.takeBack(actor, id, batchId);
  }

  @Patch('items/:referralId')
  @Returns(VIEW)
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralId') referralId: string,
    @IfMatch() version: number | undefined,
    @Body() body: ReferralChangeBody,
  ): Promise<ReferralWeekView> {
    return this.weeks.change(actor, id, referralId, body, version);
  }

  @Delete('items/:referralId')
  @HttpCode(204)
  remove(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralId') referralId: string,
    @IfMatch() version: number | undefined,
  ): Promise<void> {
    return this.weeks.remove(actor, id, referralId, version);
  }

  @Put('items/:referralId/judgement')
  @Requires('task')
  @Returns(VIEW)
  judge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralId') referralId: string,
    @Body()
    { avoidable, otherApproach = false, ground = null, remark = '', confirmed = false }: JudgementBody,
  ): Promise<ReferralWeekView> {
    return this.weeks.judge(actor, id, referralId, { avoidable, otherApproach, ground, remark, confirmed });
  }

  @Delete('items/:referralId/judgement')
  @Requires('task')
  @Returns(VIEW)
  unjudge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralId') referralId: string,
  ): Promise<ReferralWeekView> {
    return this.weeks.unjudge(actor, id, referralId);
  }
}

/** What somebody chose per heading. @throws validation.failed for anything else */
function mappingIn(json: string): ListMapping {
  try {
    const mapping: unknown = JSON.parse(json);
    if (isColumnFields(mapping)) return mapping;
  } catch {
    // refused below
  }
  throw new DomainError('validation.failed', { fields: [{ field: 'mapping', rule: 'isObject' }] });
}
