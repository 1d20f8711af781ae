import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { FigureRemarkView, Page } from '#libs/contracts';
import { RemarksService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RemarkAnswerBody, RemarkBody, RemarksQuery } from './remarks.dto.js';

/** What practices say of their own figures, and what is answered (MIR-03). */
@Controller('api/figure-remarks')
@Requires('figures.read')
export class RemarksController {
  constructor(private readonly remarks: RemarksService) {}

  /** Open ones first; who keeps figures reads the region's, a practice its own. */
  @Get()
  @Returns('FigureRemarkView', { page: true })
  list(@By() actor: Actor, @Query() query: RemarksQuery): Promise<Page<FigureRemarkView>> {
    return this.remarks.list(actor, query);
  }

  @Post()
  @Returns('FigureRemarkView', { status: 201 })
  add(@By() actor: Actor, @Body() body: RemarkBody): Promise<FigureRemarkView> {
    return this.remarks.add(actor, body);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Requires('figures.manage')
  @Returns('FigureRemarkView')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: RemarkAnswerBody,
  ): Promise<FigureRemarkView> {
    return this.remarks.answer(actor, id, version, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Returns('FigureRemarkView')
  withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<FigureRemarkView> {
    return this.remarks.withdraw(actor, id, version);
  }
}
