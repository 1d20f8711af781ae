import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type {
  GroupComparisonView,
  ModerationTextView,
  RegressionView,
  ResultsView,
  TrendView,
} from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { OpenedTextsService, ResultsExport, ResultsService } from '#libs/surveys';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import {
  CompareBody,
  ExportQuery,
  RegressionBody,
  ResultsQuery,
  ShareBody,
  TextDecisionBody,
  TrendQuery,
} from './results.dto.js';

/** What was learned, once a campaign is closed and above the display rules. */
@Controller('api/campaigns')
@Requires('surveys.read')
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly texts: OpenedTextsService,
    private readonly exports: ResultsExport,
  ) {}

  @Get('trend')
  @Returns('TrendView')
  trend(@By() actor: Actor, @Query() query: TrendQuery): Promise<TrendView> {
    return this.results.trend(actor, {
      questionnaireId: query.questionnaire,
      item: query.item,
      by: query.by,
    });
  }

  @Get(':id/results')
  @Returns('ResultsView')
  whole(@By() actor: Actor, @Param('id') id: string, @Query() query: ResultsQuery): Promise<ResultsView> {
    return this.results.results(actor, id, query.cut);
  }

  @Post(':id/compare')
  @HttpCode(200)
  @Returns('GroupComparisonView')
  compare(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: CompareBody,
  ): Promise<GroupComparisonView> {
    return this.results.compare(actor, id, body);
  }

  @Post(':id/regression')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('RegressionView')
  regression(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: RegressionBody,
  ): Promise<RegressionView> {
    return this.results.regression(actor, id, body);
  }

  @Get(':id/texts')
  @Requires('surveys.manage')
  @Returns('ModerationTextView', { list: true })
  list(@By() actor: Actor, @Param('id') id: string): Promise<ModerationTextView[]> {
    return this.texts.list(actor, id);
  }

  @Patch(':id/texts/:textId')
  @Requires('surveys.manage')
  @Returns('ModerationTextView')
  decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('textId') textId: string,
    @Body() body: TextDecisionBody,
    @IfMatch() version?: number,
  ): Promise<ModerationTextView> {
    return this.texts.decide(actor, id, textId, body, version);
  }

  @Post(':id/share')
  @HttpCode(200)
  @Requires('surveys.manage')
  @Returns('ResultsView')
  share(@By() actor: Actor, @Param('id') id: string, @Body() body: ShareBody): Promise<ResultsView> {
    return this.results.share(actor, id, body.shared);
  }

  @Get(':id/export')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async file(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: ExportQuery,
  ): Promise<StreamableFile> {
    return download(await this.exports.file(actor, id, query.format));
  }
}
