import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { EvaluationReceiptView, EvaluationView } from '#libs/contracts';
import { EvaluationsService } from '#libs/surveys';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { EvaluationKeepBody, EvaluationSendBody, EvaluationTokenBody } from './evaluations.dto.js';

/** Answering by link. The link is the only thing that says who is there: no session is needed, none is made. */
@Controller('api/evaluations')
@Requires('public')
@Rate('evaluation')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  @Post('open')
  @HttpCode(200)
  @Returns('EvaluationView')
  open(@Body() body: EvaluationTokenBody): Promise<EvaluationView> {
    return this.evaluations.open(body.token);
  }

  @Post('keep')
  @HttpCode(204)
  keep(@Body() body: EvaluationKeepBody): Promise<void> {
    return this.evaluations.keep(body.token, body.item, body.answer);
  }

  @Post('send')
  @HttpCode(200)
  @Returns('EvaluationReceiptView')
  send(@Body() body: EvaluationSendBody): Promise<EvaluationReceiptView> {
    return this.evaluations.send(body.token, body.answers, body.confirmed);
  }
}
