import { Body, Controller, Get, HttpCode, Param, Patch, Post, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { AnswerPageView } from '#libs/contracts';
import { AnswersExportService, AnswersService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { AnswerBody } from './answers.dto.js';

@Controller('api/rounds/:id/answers')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly exports: AnswersExportService,
  ) {}

  @Get('export.xlsx')
  @Requires('rounds.manage')
  @Rate('heavy')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async xlsx(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.exports.file(actor, id, 'xlsx'));
  }

  @Get('export.csv')
  @Requires('rounds.manage')
  @Rate('heavy')
  @ApiProduces('text/csv')
  async csv(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.exports.file(actor, id, 'csv'));
  }

  /** Everything the answer page needs. */
  @Get(':practiceId')
  @Requires('task')
  @Returns('AnswerPageView')
  get(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<AnswerPageView> {
    return this.answers.get(actor, id, practiceId);
  }

  /** Saves what is given; the last one to write a field wins. */
  @Patch(':practiceId')
  @Requires('task')
  @Returns('AnswerPageView')
  save(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Body() body: AnswerBody,
  ): Promise<AnswerPageView> {
    return this.answers.save(actor, id, practiceId, body);
  }

  @Post(':practiceId/submit')
  @HttpCode(200)
  @Requires('task')
  @Returns('AnswerPageView')
  submit(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<AnswerPageView> {
    return this.answers.submit(actor, id, practiceId);
  }
}
