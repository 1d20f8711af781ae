import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type OnModuleInit,
} from '@nestjs/common';
import type { CampaignSummaryView, CampaignView, LaunchPreviewView, Page } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { CampaignControl, CampaignsService } from '#libs/surveys';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  CampaignBody,
  CampaignChangeBody,
  CampaignsQuery,
  LaunchBody,
  LaunchQuery,
  StepChangeBody,
} from './campaigns.dto.js';

/** Who is asked what, and when. Reading is also for who may know of shared results. */
@Controller('api/campaigns')
@Requires('surveys.manage')
export class CampaignsController implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly control: CampaignControl,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('campaign', (actor, id) => this.campaigns.mayWatch(actor, id));
  }

  /** All campaigns for the coordinator; for others the closed ones that were shared. */
  @Get()
  @Requires('surveys.read')
  @Returns('CampaignSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: CampaignsQuery): Promise<Page<CampaignSummaryView>> {
    return this.campaigns.list(actor, query);
  }

  @Post()
  @Returns('CampaignView', { status: 201 })
  create(@By() actor: Actor, @Body() body: CampaignBody): Promise<CampaignView> {
    return this.campaigns.create(actor, body);
  }

  @Get(':id')
  @Requires('surveys.read')
  @Returns('CampaignView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<CampaignView> {
    return this.campaigns.get(actor, id);
  }

  @Patch(':id')
  @Returns('CampaignView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: CampaignChangeBody,
  ): Promise<CampaignView> {
    return this.campaigns.change(actor, id, body, version);
  }

  /** Takes a draft away. */
  @Delete(':id')
  @HttpCode(204)
  discard(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.campaigns.discard(actor, id);
  }

  /** Exactly who will get a mail, and when. */
  @Get(':id/launch-preview')
  @Returns('LaunchPreviewView')
  launchPreview(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: LaunchQuery,
  ): Promise<LaunchPreviewView> {
    return this.campaigns.launchPreview(actor, id, query.opensAt);
  }

  @Post(':id/launch')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('CampaignView')
  launch(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: LaunchBody,
  ): Promise<CampaignView> {
    return this.campaigns.launch(actor, id, body, version);
  }

  /** Moves a step, stops it, or plans it again. */
  @Patch(':id/steps/:stepId')
  @Returns('CampaignView')
  changeStep(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @IfMatch() version: number | undefined,
    @Body() body: StepChangeBody,
  ): Promise<CampaignView> {
    return this.control.changeStep(actor, id, stepId, body, version);
  }

  @Post(':id/steps/:stepId/do-now')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('CampaignView')
  doNow(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return this.control.doNow(actor, id, stepId, version);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('CampaignView')
  close(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return this.control.close(actor, id, version);
  }

  /** Stops for good; what was answered is thrown away unread. */
  @Post(':id/stop')
  @HttpCode(200)
  @Returns('CampaignView')
  stop(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return this.control.stop(actor, id, version);
  }
}
