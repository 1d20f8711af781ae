import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { QuestionInboxView } from '#libs/contracts';
import { QuestionInbox } from '#libs/dialogue';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { InboxQuestionBody, InboxTokenBody } from './question-inbox.dto.js';

/** Proposing a question to one's own practice by its link: no account, no session, no cookie. */
@Controller('api/question-inbox')
@Requires('public')
@Rate('evaluation')
export class QuestionInboxController {
  constructor(private readonly inbox: QuestionInbox) {}

  @Post('open')
  @HttpCode(200)
  @Returns('QuestionInboxView')
  open(@Body() { token }: InboxTokenBody): Promise<QuestionInboxView> {
    return this.inbox.open(token);
  }

  @Post('ask')
  @HttpCode(200)
  @Returns('QuestionInboxView')
  ask(@Body() { token, text, name, confirmed = false }: InboxQuestionBody): Promise<QuestionInboxView> {
    return this.inbox.propose(token, { text, name: name ?? null, confirmed });
  }
}
