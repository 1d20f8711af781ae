import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { LeftOutcomeView, MeetingOutcomesView } from '#libs/contracts';
import { OutcomeConsents, OutcomesService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { OutcomeAnswerBody, OutcomeBody, OutcomeChangeBody } from './actions.dto.js';

const VIEW = 'MeetingOutcomesView';

/** Insights on their way out of a group, only with the consent of its practices (LOOP-01, SES-02). */
@Controller('api')
@Requires('task')
export class OutcomesController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly consents: OutcomeConsents,
  ) {}

  @Get('meetings/:id/outcomes')
  @Returns(VIEW)
  ofMeeting(@By() actor: Actor, @Param('id') id: string): Promise<MeetingOutcomesView> {
    return this.outcomes.ofMeeting(actor, id);
  }

  /** Asks every practice of the meeting whether this sentence may leave. */
  @Post('meetings/:id/outcomes')
  @Returns(VIEW, { status: 201 })
  ask(@By() actor: Actor, @Param('id') id: string, @Body() body: OutcomeBody): Promise<MeetingOutcomesView> {
    return this.outcomes.ask(actor, id, body);
  }

  /** What left the groups of the region. */
  @Get('outcomes')
  @Requires('rounds.manage')
  @Returns('LeftOutcomeView', { page: true })
  left(
    @By() actor: Actor,
    @Query() query: PageQuery,
  ): Promise<{ items: LeftOutcomeView[]; next: string | null; total: number }> {
    return this.outcomes.left(actor, query);
  }

  /** Another sentence or way: every practice is asked again. */
  @Patch('outcomes/:outcomeId')
  @Returns(VIEW)
  change(
    @By() actor: Actor,
    @Param('outcomeId') outcomeId: string,
    @IfMatch() version: number | undefined,
    @Body() body: OutcomeChangeBody,
  ): Promise<MeetingOutcomesView> {
    return this.outcomes.change(actor, outcomeId, body, version);
  }

  /** Takes it back before it left. */
  @Delete('outcomes/:outcomeId')
  @Returns(VIEW)
  withdraw(@By() actor: Actor, @Param('outcomeId') outcomeId: string): Promise<MeetingOutcomesView> {
    return this.outcomes.withdraw(actor, outcomeId);
  }

  /** One practice's word: yes, yes with its name, rather not, or nothing yet. */
  @Put('outcomes/:outcomeId/answers/:practiceId')
  @HttpCode(204)
  answer(
    @By() actor: Actor,
    @Param('outcomeId') outcomeId: string,
    @Param('practiceId') practiceId: string,
    @Body() body: OutcomeAnswerBody,
  ): Promise<void> {
    return this.consents.answer(actor, outcomeId, practiceId, body);
  }
}
