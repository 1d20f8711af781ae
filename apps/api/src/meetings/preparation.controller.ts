import { Body, Controller, Get, HttpCode, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { MeetingPackView, PackNoteView } from '#libs/contracts';
import { MeetingPacks } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { PackCaseBody, PackNoteBody, PackPdfQuery } from './agreements.dto.js';
import { PackAdapter } from './pack.adapter.js';

/** What the leader of a meeting reads before it (SES-03, SES-04). Nobody else. */
@Controller('api/meetings/:id')
@Requires('meetings.manage')
export class PreparationController {
  constructor(
    private readonly pack: PackAdapter,
    private readonly packs: MeetingPacks,
  ) {}

  @Get('preparation')
  @Returns('MeetingPackView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<MeetingPackView> {
    return this.pack.get(actor, id);
  }

  /** The same on A4, with the script of one method; without the leader's own note. */
  @Get('preparation.pdf')
  @Rate('heavy')
  @ApiProduces('application/pdf')
  async pdf(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { method }: PackPdfQuery,
  ): Promise<StreamableFile> {
    return download({ ...(await this.pack.pdf(actor, id, method)), type: 'application/pdf' });
  }

  /** What the leader writes for herself; 409 `conflict.stale` when another screen saved in between. */
  @Put('preparation/note')
  @Returns('PackNoteView')
  saveNote(@By() actor: Actor, @Param('id') id: string, @Body() body: PackNoteBody): Promise<PackNoteView> {
    return this.packs.saveNote(actor, id, body);
  }

  /** Who brings a case. */
  @Put('preparation/case')
  @HttpCode(204)
  setCase(@By() actor: Actor, @Param('id') id: string, @Body() body: PackCaseBody): Promise<void> {
    return this.packs.setCase(actor, id, body.practiceId);
  }
}
