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
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type {
  DialogueSessionSummaryView,
  DialogueSessionView,
  Page,
  SessionDoorView,
  SessionHearerView,
} from '#libs/contracts';
import { SessionPages, SessionsService, SpecialistsService, TimelineService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  DialogueSessionBody,
  DialogueSessionChangeBody,
  DialogueSessionsQuery,
  SessionStepChangeBody,
  SpecialistBody,
} from './sessions.dto.js';

/** Dialogue sessions with their timeline. Reading the list is for everybody who may know of them. */
@Controller('api/dialogue-sessions')
@Requires('dialogue.manage')
export class DialogueSessionsController implements OnModuleInit {
  constructor(
    private readonly sessions: SessionsService,
    private readonly pages: SessionPages,
    private readonly specialists: SpecialistsService,
    private readonly timeline: TimelineService,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('session', (actor, id) => this.sessions.mayWatch(actor, id));
  }

  @Get()
  @Requires('dialogue.read')
  @Returns('DialogueSessionSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: DialogueSessionsQuery): Promise<Page<DialogueSessionSummaryView>> {
    return this.pages.list(actor, query);
  }

  /** Plans its timeline at once; at short notice only what still makes sense. */
  @Post()
  @Returns('DialogueSessionView', { status: 201 })
  async create(@By() actor: Actor, @Body() body: DialogueSessionBody): Promise<DialogueSessionView> {
    return this.sessions.get(actor, await this.sessions.create(actor, body));
  }

  /** For the organiser; others have `door`. */
  @Get(':id')
  @Requires('dialogue.read')
  @Returns('DialogueSessionView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<DialogueSessionView> {
    return this.sessions.get(actor, id);
  }

  /** Which pages of the session are the reader's own. */
  @Get(':id/door')
  @Requires('task')
  @Returns('SessionDoorView')
  door(@By() actor: Actor, @Param('id') id: string): Promise<SessionDoorView> {
    return this.pages.door(actor, id);
  }

  /** Who gets a mail when it moves or is cancelled. */
  @Get(':id/hearers')
  @Returns('SessionHearerView', { list: true })
  hearers(@By() actor: Actor, @Param('id') id: string): Promise<SessionHearerView[]> {
    return this.pages.hearers(actor, id);
  }

  /** Another date or time moves every step along and tells who comes. */
  @Patch(':id')
  @Returns('DialogueSessionView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DialogueSessionChangeBody,
  ): Promise<DialogueSessionView> {
    return this.sessions.change(actor, id, body, version);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DialogueSessionView')
  cancel(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<DialogueSessionView> {
    return this.sessions.cancel(actor, id, version);
  }

  @Post(':id/specialists')
  @Returns('DialogueSessionView', { status: 201 })
  addSpecialist(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: SpecialistBody,
  ): Promise<DialogueSessionView> {
    return this.specialists.add(actor, id, body);
  }

  /** Ends every link and open page of theirs at once. */
  @Delete(':id/specialists/:personId')
  @Returns('DialogueSessionView')
  removeSpecialist(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<DialogueSessionView> {
    return this.specialists.remove(actor, id, personId);
  }

  /** Moves a step, skips it, or plans it again. If-Match is the version of the step. */
  @Patch(':id/steps/:stepId')
  @Returns('DialogueSessionView')
  changeStep(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @IfMatch() version: number | undefined,
    @Body() body: SessionStepChangeBody,
  ): Promise<DialogueSessionView> {
    return this.timeline.changeStep(actor, id, stepId, body, version);
  }

  @Post(':id/steps/:stepId/do-now')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DialogueSessionView')
  doNow(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @IfMatch() version: number | undefined,
  ): Promise<DialogueSessionView> {
    return this.timeline.doNow(actor, id, stepId, version);
  }

  @Get(':id/calendar.ics')
  @Requires('task')
  @ApiProduces('text/calendar')
  async calendar(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { fileName, content } = await this.pages.calendar(actor, id);
    return download({ name: fileName, type: 'text/calendar; charset=utf-8', body: Buffer.from(content) });
  }
}
