import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type OnModuleInit,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type {
  MeetingChoicesView,
  MeetingCirclesView,
  MeetingSummaryView,
  MeetingView,
  Page,
} from '#libs/contracts';
import { MeetingPages, MeetingsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import { MeetingBody, MeetingChangeBody, MeetingCirclesQuery, MeetingsQuery } from './meetings.dto.js';

/** Meetings of groups and of practices that meet besides: when, where and who; what is said in them has doors of its own. */
@Controller('api/meetings')
@Requires('meetings.manage')
export class MeetingsController implements OnModuleInit {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly pages: MeetingPages,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('meeting', (actor, id) => this.pages.mayWatch(actor, id));
  }

  @Get()
  @Requires('meetings.read')
  @Returns('MeetingSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: MeetingsQuery): Promise<Page<MeetingSummaryView>> {
    return this.pages.list(actor, query);
  }

  /** What the reader can plan: groups, and practices that may call others together. */
  @Get('choices')
  @Returns('MeetingChoicesView')
  choices(@By() actor: Actor): Promise<MeetingChoicesView> {
    return this.pages.choices(actor);
  }

  /** Whom a practice can call together. */
  @Get('circles')
  @Returns('MeetingCirclesView')
  circles(@By() actor: Actor, @Query() { practiceId }: MeetingCirclesQuery): Promise<MeetingCirclesView> {
    return this.pages.circles(actor, practiceId);
  }

  /** Of a group, or outside one; everybody who is asked gets a mail when there is a date. */
  @Post()
  @Rate('heavy')
  @Returns('MeetingView', { status: 201 })
  plan(@By() actor: Actor, @Body() { groupId, circle, ...body }: MeetingBody): Promise<MeetingView> {
    return this.meetings.plan(
      actor,
      groupId === undefined ? { ...body, circle: circle ?? 'other' } : { ...body, groupId },
    );
  }

  /** Who is asked, the leader, the coordinator, a consultant of theirs, and the link from the mail. */
  @Get(':id')
  @Requires('task')
  @Returns('MeetingView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<MeetingView> {
    return this.pages.view(actor, id);
  }

  @Patch(':id')
  @Returns('MeetingView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: MeetingChangeBody,
  ): Promise<MeetingView> {
    return this.meetings.change(actor, id, version, body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Returns('MeetingView')
  cancel(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<MeetingView> {
    return this.meetings.cancel(actor, id, version);
  }

  /** Its evaluation follows the next day. Closing what is closed changes nothing. */
  @Post(':id/close')
  @HttpCode(200)
  @Returns('MeetingView')
  close(@By() actor: Actor, @Param('id') id: string): Promise<MeetingView> {
    return this.meetings.close(actor, id);
  }

  @Get(':id/calendar.ics')
  @Requires('task')
  @ApiProduces('text/calendar')
  async calendar(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { fileName, content } = await this.pages.calendar(actor, id);
    return download({ name: fileName, type: 'text/calendar; charset=utf-8', body: Buffer.from(content) });
  }
}
