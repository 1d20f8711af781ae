import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { PracticeQuestionsView } from '#libs/contracts';
import { PracticeQuestions, QuestionInbox } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { QuestionBody, QuestionSelectBody } from './questions.dto.js';

const VIEW = 'PracticeQuestionsView';

/** What one practice asks and joins before a session; for its people, and with the link of a mail. */
@Controller('api/dialogue-sessions/:id/practices/:practiceId')
@Requires('task')
export class QuestionsController {
  constructor(
    private readonly questions: PracticeQuestions,
    private readonly inbox: QuestionInbox,
  ) {}

  @Get('questions')
  @Returns(VIEW)
  get(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<PracticeQuestionsView> {
    return this.questions.get(actor, id, practiceId);
  }

  @Post('questions')
  @Returns(VIEW, { status: 201 })
  ask(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Body() { text, confirmed = false }: QuestionBody,
  ): Promise<PracticeQuestionsView> {
    return this.questions.ask(actor, id, practiceId, { text, confirmed });
  }

  @Patch('questions/:questionId')
  @Returns(VIEW)
  reword(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() { text, confirmed = false }: QuestionBody,
  ): Promise<PracticeQuestionsView> {
    return this.questions.reword(actor, id, practiceId, questionId, { text, confirmed }, version);
  }

  /** Takes it back, or declines a colleague's proposal. */
  @Delete('questions/:questionId')
  @Returns(VIEW)
  takeBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Param('questionId') questionId: string,
  ): Promise<PracticeQuestionsView> {
    return this.questions.takeBack(actor, id, practiceId, questionId);
  }

  /** Chooses a colleague's proposal, or takes up again what was taken back. */
  @Post('questions/:questionId/select')
  @HttpCode(200)
  @Returns(VIEW)
  select(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Param('questionId') questionId: string,
    @Body() { confirmed = false }: QuestionSelectBody,
  ): Promise<PracticeQuestionsView> {
    return this.questions.select(actor, id, practiceId, questionId, confirmed);
  }

  /** "Wij ook." */
  @Put('endorsements/:questionId')
  @Returns(VIEW)
  endorse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Param('questionId') questionId: string,
  ): Promise<PracticeQuestionsView> {
    return this.questions.endorse(actor, id, practiceId, questionId, true);
  }

  @Delete('endorsements/:questionId')
  @Returns(VIEW)
  unendorse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Param('questionId') questionId: string,
  ): Promise<PracticeQuestionsView> {
    return this.questions.endorse(actor, id, practiceId, questionId, false);
  }

  /** Makes the link for colleagues, or a new one in place of the old. */
  @Post('inbox')
  @Returns(VIEW, { status: 201 })
  makeInbox(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<PracticeQuestionsView> {
    return this.inbox.make(actor, id, practiceId);
  }

  @Delete('inbox')
  @Returns(VIEW)
  closeInbox(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<PracticeQuestionsView> {
    return this.inbox.close(actor, id, practiceId);
  }
}
