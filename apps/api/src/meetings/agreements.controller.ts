import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { AgreementHistoryView, GroupAgreementView } from '#libs/contracts';
import { AgreementsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { AcceptanceBody, AgreementBody } from './agreements.dto.js';

/** What a group agrees on (SES-01). Read by who is of the group, also with the link of a mail; others learn only how many accepted. */
@Controller('api/groups/:id/agreement')
@Requires('task')
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Get()
  @Returns('GroupAgreementView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<GroupAgreementView> {
    return this.agreements.get(actor, id);
  }

  /** Every version with what it changed, newest first. */
  @Get('versions')
  @Returns('AgreementHistoryView')
  history(@By() actor: Actor, @Param('id') id: string): Promise<AgreementHistoryView> {
    return this.agreements.history(actor, id);
  }

  /** A new version; If-Match carries the one last seen, 0 at first. The others are asked to accept it. */
  @Put()
  @Returns('GroupAgreementView')
  save(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: AgreementBody,
  ): Promise<GroupAgreementView> {
    return this.agreements.save(actor, id, version, body.points, body.confirmed);
  }

  /** A practice accepts the present version, or takes that back. */
  @Post('acceptances')
  @HttpCode(200)
  @Returns('GroupAgreementView')
  accept(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { practiceId, version, accepted }: AcceptanceBody,
  ): Promise<GroupAgreementView> {
    return this.agreements.accept(actor, id, practiceId, version, accepted);
  }
}
