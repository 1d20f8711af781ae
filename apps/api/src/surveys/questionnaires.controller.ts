import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Page, QuestionnaireSummaryView, QuestionnaireView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { QuestionnairesService } from '#libs/surveys';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { QuestionnaireBody, QuestionnaireDraftBody } from './questionnaires.dto.js';

@Controller('api/questionnaires')
@Requires('surveys.manage')
export class QuestionnairesController {
  constructor(private readonly questionnaires: QuestionnairesService) {}

  /** Those that come with Leerkring first, then the region's own by title. */
  @Get()
  @Returns('QuestionnaireSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: PageQuery): Promise<Page<QuestionnaireSummaryView>> {
    return this.questionnaires.list(actor, query);
  }

  @Post()
  @Returns('QuestionnaireView', { status: 201 })
  create(@By() actor: Actor, @Body() body: QuestionnaireBody): Promise<QuestionnaireView> {
    return this.questionnaires.create(actor, body);
  }

  @Get(':id')
  @Returns('QuestionnaireView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<QuestionnaireView> {
    return this.questionnaires.get(actor, id);
  }

  /** Saves the draft, complete or not; If-Match carries the draft's version. */
  @Put(':id/draft')
  @Returns('QuestionnaireView')
  saveDraft(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: QuestionnaireDraftBody,
  ): Promise<QuestionnaireView> {
    return this.questionnaires.saveDraft(actor, id, body, version);
  }

  @Delete(':id/draft')
  @HttpCode(204)
  discardDraft(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.questionnaires.discardDraft(actor, id);
  }

  /** Makes the draft the version that new campaigns take; If-Match carries the draft's version. */
  @Post(':id/review')
  @HttpCode(200)
  @Returns('QuestionnaireView')
  review(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<QuestionnaireView> {
    return this.questionnaires.review(actor, id, version);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Returns('QuestionnaireView')
  archive(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<QuestionnaireView> {
    return this.questionnaires.archive(actor, id, version);
  }
}
