import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { FormingView, ProposalSummaryView } from '#libs/contracts';
import { FormingService, ProposalsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { FormingBody, RepairBody } from './proposals.dto.js';

/** Forming the groups of a round, and repairing them after publication. */
@Controller('api/rounds/:id')
export class FormingController {
  constructor(
    private readonly forming: FormingService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Has proposals computed; progress comes over the round's room, the outcome is in GET. */
  @Post('forming')
  @HttpCode(202)
  @Requires('rounds.manage')
  @Rate('heavy')
  @Returns('FormingView', { status: 202 })
  start(@By() actor: Actor, @Param('id') id: string, @Body() body: FormingBody): Promise<FormingView> {
    return this.forming.start(actor, id, body);
  }

  @Get('forming')
  @Requires('rounds.manage')
  @Returns('FormingView')
  latest(@By() actor: Actor, @Param('id') id: string): Promise<FormingView> {
    return this.forming.latest(actor, id);
  }

  @Delete('forming')
  @Requires('rounds.manage')
  @Returns('FormingView')
  cancel(@By() actor: Actor, @Param('id') id: string): Promise<FormingView> {
    return this.forming.cancel(actor, id);
  }

  /** Takes the last accepted way out back, and forms again. */
  @Post('relaxations/undo')
  @HttpCode(202)
  @Requires('rounds.manage')
  @Returns('FormingView', { status: 202 })
  undoRelaxation(@By() actor: Actor, @Param('id') id: string): Promise<FormingView> {
    return this.forming.undoRelaxation(actor, id);
  }

  /** Accepts a way out of rules that clash, and forms again. */
  @Post('relaxations/:relaxationId')
  @HttpCode(202)
  @Requires('rounds.manage')
  @Returns('FormingView', { status: 202 })
  accept(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('relaxationId') relaxationId: string,
  ): Promise<FormingView> {
    return this.forming.accept(actor, id, relaxationId);
  }

  /** The smallest change to published groups for who joins, leaves or merges. */
  @Post('repairs')
  @HttpCode(202)
  @Requires('rounds.manage')
  @Returns('FormingView', { status: 202 })
  repair(@By() actor: Actor, @Param('id') id: string, @Body() body: RepairBody): Promise<FormingView> {
    const { join = [], leave = [], merge = [] } = body;
    return this.forming.repair(actor, id, { join, leave, merge });
  }

  @Get('proposals')
  @Requires('rounds.manage')
  @Returns('ProposalSummaryView', { list: true })
  list(@By() actor: Actor, @Param('id') id: string): Promise<ProposalSummaryView[]> {
    return this.proposals.list(actor, id);
  }
}
