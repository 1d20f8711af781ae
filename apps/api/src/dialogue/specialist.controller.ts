import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { OwnPartView, QuestionAnswerView, SpecialistView } from '#libs/contracts';
import { AnswersService, SpecialistService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { OwnPartBody, SpecialistAnswerBody } from './specialist.dto.js';

/** A session as its specialist prepares it, by personal link or with an account. */
@Controller('api/dialogue-sessions/:id/specialist')
@Requires('task')
export class SpecialistController {
  constructor(
    private readonly specialist: SpecialistService,
    private readonly answers: AnswersService,
  ) {}

  /** What was shared; before that an empty page that says so. */
  @Get()
  @Returns('SpecialistView')
  view(@By() actor: Actor, @Param('id') id: string): Promise<SpecialistView> {
    return this.specialist.view(actor, id);
  }

  @Put('answers/:questionId')
  @Returns('QuestionAnswerView')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Body() body: SpecialistAnswerBody,
  ): Promise<QuestionAnswerView> {
    return this.answers.change(actor, id, questionId, body);
  }

  @Put('own-part')
  @Returns('OwnPartView')
  ownPart(@By() actor: Actor, @Param('id') id: string, @Body() body: OwnPartBody): Promise<OwnPartView> {
    return this.specialist.changeOwnPart(actor, id, body);
  }
}
