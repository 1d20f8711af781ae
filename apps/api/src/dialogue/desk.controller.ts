import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { QuestionDeskView, QuestionSharePreviewView } from '#libs/contracts';
import { DeskQuestions, QuestionCategories, QuestionDesk, QuestionSharing } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import {
  CategoryBody,
  CategoryChangeBody,
  DeskOrderBody,
  DeskQuestionBody,
  DeskQuestionChangeBody,
  QuestionMergeBody,
  SendBackBody,
  QuestionShareBody,
  QuestionUnmergeBody,
} from './desk.dto.js';

const VIEW = 'QuestionDeskView';
type Desk = Promise<QuestionDeskView>;

/** The organiser's desk: everything that was asked for a session, on its way to the specialist. */
@Controller('api/dialogue-sessions/:id/desk')
@Requires('dialogue.manage')
export class DeskController {
  constructor(
    private readonly desk: QuestionDesk,
    private readonly questions: DeskQuestions,
    private readonly categories: QuestionCategories,
    private readonly sharing: QuestionSharing,
  ) {}

  @Get()
  @Returns(VIEW)
  get(@By() actor: Actor, @Param('id') id: string): Desk {
    return this.desk.get(actor, id);
  }

  @Post('categories')
  @Returns(VIEW, { status: 201 })
  createCategory(@By() actor: Actor, @Param('id') id: string, @Body() body: CategoryBody): Desk {
    const { name, minutes = null, questionIds = [], confirmed = false } = body;
    return this.categories.create(actor, id, { name, minutes, questionIds, confirmed });
  }

  @Patch('categories/:categoryId')
  @Returns(VIEW)
  changeCategory(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('categoryId') categoryId: string,
    @IfMatch() version: number | undefined,
    @Body() body: CategoryChangeBody,
  ): Desk {
    return this.categories.edit(actor, id, categoryId, body, version);
  }

  @Delete('categories/:categoryId')
  @Returns(VIEW)
  removeCategory(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('categoryId') categoryId: string,
    @IfMatch() version: number | undefined,
  ): Desk {
    return this.categories.remove(actor, id, categoryId, version);
  }

  @Post('questions')
  @Returns(VIEW, { status: 201 })
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: DeskQuestionBody): Desk {
    const { text, categoryId = null, confirmed = false } = body;
    return this.questions.add(actor, id, { text, categoryId, confirmed });
  }

  @Patch('questions/:questionId')
  @Returns(VIEW)
  edit(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() body: DeskQuestionChangeBody,
  ): Desk {
    return this.questions.edit(actor, id, questionId, body, version);
  }

  @Post('questions/:questionId/merge')
  @HttpCode(200)
  @Returns(VIEW)
  merge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() { into }: QuestionMergeBody,
  ): Desk {
    return this.questions.merge(actor, id, questionId, into, version);
  }

  @Post('questions/:questionId/unmerge')
  @HttpCode(200)
  @Returns(VIEW)
  unmerge(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() { along = [] }: QuestionUnmergeBody,
  ): Desk {
    return this.questions.unmerge(actor, id, questionId, along, version);
  }

  @Post('questions/:questionId/send-back')
  @HttpCode(200)
  @Returns(VIEW)
  sendBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() { reason, confirmed = false }: SendBackBody,
  ): Desk {
    return this.questions.sendBack(actor, id, questionId, { reason, confirmed }, version);
  }

  @Post('questions/:questionId/park')
  @HttpCode(200)
  @Returns(VIEW)
  park(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
  ): Desk {
    return this.questions.park(actor, id, questionId, version);
  }

  /** Back on the desk, after parking or sending back. */
  @Post('questions/:questionId/reopen')
  @HttpCode(200)
  @Returns(VIEW)
  reopen(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
  ): Desk {
    return this.questions.reopen(actor, id, questionId, version);
  }

  /** Categories in their order, or questions put at the start of one. */
  @Post('order')
  @HttpCode(200)
  @Returns(VIEW)
  order(@By() actor: Actor, @Param('id') id: string, @Body() body: DeskOrderBody): Desk {
    const { categoryIds, categoryId = null, questionIds = [] } = body;
    if (categoryIds) return this.categories.order(actor, id, categoryIds);
    return this.questions.arrange(actor, id, { categoryId, questionIds });
  }

  /** Exactly who would get what, and what would stay behind. */
  @Get('share')
  @Returns('QuestionSharePreviewView')
  preview(@By() actor: Actor, @Param('id') id: string): Promise<QuestionSharePreviewView> {
    return this.sharing.preview(actor, id);
  }

  @Post('share')
  @HttpCode(200)
  @Returns(VIEW)
  share(@By() actor: Actor, @Param('id') id: string, @Body() body: QuestionShareBody): Desk {
    const { confirmed = [], withheld = [] } = body;
    return this.sharing.shareNow(actor, id, { confirmed, withheld });
  }
}
