import { Body, Controller, Get, HttpCode, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type {
  EffectView,
  ExplanationView,
  FormingView,
  ProposalView,
  PublishPreviewView,
} from '#libs/contracts';
import { FormingService, ProposalsService, PublishingService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ChangeBody, ChangeRequest, ImproveBody, PinsBody, PublishBody } from './proposals.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('api/proposals/:id')
@Requires('rounds.manage')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly publishing: PublishingService,
    private readonly forming: FormingService,
  ) {}

  @Get()
  @Returns('ProposalView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<ProposalView> {
    return this.proposals.get(actor, id);
  }

  /** What a change would do to every score, without doing it. */
  @Post('effect')
  @HttpCode(200)
  @Returns('EffectView')
  effect(@By() actor: Actor, @Param('id') id: string, @Body() body: ChangeRequest): Promise<EffectView> {
    return this.proposals.effect(actor, id, ChangeBody.read(body.change));
  }

  @Post('changes')
  @HttpCode(200)
  @Returns('ProposalView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeRequest,
  ): Promise<ProposalView> {
    return this.proposals.change(actor, id, version, ChangeBody.read(body.change));
  }

  @Post('undo')
  @HttpCode(200)
  @Returns('ProposalView')
  undo(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<ProposalView> {
    return this.proposals.undo(actor, id, version);
  }

  /** Says what `improve` may not touch. */
  @Put('pins')
  @Returns('ProposalView')
  pin(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: PinsBody,
  ): Promise<ProposalView> {
    return this.proposals.pin(actor, id, version, body);
  }

  /** Better from here: a new proposal, never worse, with everything that is pinned in its place. */
  @Post('improve')
  @HttpCode(202)
  @Rate('heavy')
  @Returns('FormingView', { status: 202 })
  improve(@By() actor: Actor, @Param('id') id: string, @Body() body: ImproveBody): Promise<FormingView> {
    return this.forming.improve(actor, id, body?.seconds);
  }

  @Get('explanations/:practiceId')
  @Returns('ExplanationView')
  explain(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<ExplanationView> {
    return this.proposals.explain(actor, id, practiceId);
  }

  @Get('export.xlsx')
  @Rate('heavy')
  @ApiProduces(XLSX)
  async export(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download({ ...(await this.proposals.export(actor, id)), type: XLSX });
  }

  /** Who would receive what, before anything leaves the building. */
  @Get('publish-preview')
  @Returns('PublishPreviewView')
  preview(@By() actor: Actor, @Param('id') id: string): Promise<PublishPreviewView> {
    return this.publishing.preview(actor, id);
  }

  /** Makes the proposal the round's groups and tells everybody: all of it or nothing, and once. */
  @Post('publish')
  @HttpCode(200)
  @Returns('ProposalView')
  async publish(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: PublishBody,
  ): Promise<ProposalView> {
    await this.publishing.publish(actor, id, version, body);
    return this.proposals.get(actor, id);
  }
}
