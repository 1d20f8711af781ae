import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type OnModuleInit,
} from '@nestjs/common';
import type {
  Page,
  ParticipantView,
  RoundKindView,
  RoundOpenPreviewView,
  RoundRemindedView,
  RoundSummaryView,
  RoundView,
} from '#libs/contracts';
import {
  ParticipantsService,
  RoundContentsService,
  RoundsService,
  RoundWindowsService,
} from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  DatesBody,
  DeadlineBody,
  ParticipantBody,
  ParticipantsBody,
  ParticipantsQuery,
  RoundBody,
  RoundChangeBody,
  RoundCopyBody,
  RoundsQuery,
  ThemesBody,
} from './rounds.dto.js';

@Controller('api')
export class RoundsController implements OnModuleInit {
  constructor(
    private readonly rounds: RoundsService,
    private readonly contents: RoundContentsService,
    private readonly participants: ParticipantsService,
    private readonly windows: RoundWindowsService,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('round', (actor, id) => this.rounds.mayWatch(actor, id));
  }

  @Get('round-kinds')
  @Requires('rounds.read')
  @Returns('RoundKindView', { list: true })
  kinds(): readonly RoundKindView[] {
    return this.rounds.kinds();
  }

  /** All rounds for the coordinator; for practices the opened rounds they take part in. */
  @Get('rounds')
  @Requires('rounds.answer')
  @Returns('RoundSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: RoundsQuery): Promise<Page<RoundSummaryView>> {
    return this.rounds.list(actor, query);
  }

  @Post('rounds')
  @Requires('rounds.manage')
  @Returns('RoundView', { status: 201 })
  create(@By() actor: Actor, @Body() body: RoundBody): Promise<RoundView> {
    return this.rounds.create(actor, body);
  }

  @Get('rounds/:id')
  @Requires('rounds.answer')
  @Returns('RoundView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<RoundView> {
    return this.rounds.get(actor, id);
  }

  @Patch('rounds/:id')
  @Requires('rounds.manage')
  @Returns('RoundView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: RoundChangeBody,
  ): Promise<RoundView> {
    return this.rounds.change(actor, id, body, version);
  }

  /** Takes a draft away. */
  @Delete('rounds/:id')
  @HttpCode(204)
  @Requires('rounds.manage')
  discard(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.rounds.discard(actor, id);
  }

  @Post('rounds/:id/copy')
  @Requires('rounds.manage')
  @Returns('RoundView', { status: 201 })
  copy(@By() actor: Actor, @Param('id') id: string, @Body() body: RoundCopyBody): Promise<RoundView> {
    return this.rounds.copy(actor, id, body);
  }

  @Put('rounds/:id/themes')
  @Requires('rounds.manage')
  @Returns('RoundView')
  setThemes(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ThemesBody,
  ): Promise<RoundView> {
    return this.contents.setThemes(actor, id, body.themes, version);
  }

  @Put('rounds/:id/dates')
  @Requires('rounds.manage')
  @Returns('RoundView')
  setDates(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DatesBody,
  ): Promise<RoundView> {
    return this.contents.setDates(actor, id, body.dates, version);
  }

  @Get('rounds/:id/participants')
  @Requires('rounds.manage')
  @Returns('ParticipantView', { page: true })
  listParticipants(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: ParticipantsQuery,
  ): Promise<Page<ParticipantView>> {
    return this.participants.list(actor, id, query);
  }

  @Put('rounds/:id/participants')
  @Requires('rounds.manage')
  @Returns('RoundView')
  setParticipants(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ParticipantsBody,
  ): Promise<RoundView> {
    return this.participants.set(actor, id, body.practiceIds, version);
  }

  @Put('rounds/:id/participants/:practiceId')
  @Requires('rounds.manage')
  @Returns('RoundView')
  changeParticipant(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Body() body: ParticipantBody,
  ): Promise<RoundView> {
    return this.participants.change(actor, id, practiceId, body);
  }

  /** Exactly who will get a mail when the round opens. */
  @Get('rounds/:id/open-preview')
  @Requires('rounds.manage')
  @Returns('RoundOpenPreviewView')
  openPreview(@By() actor: Actor, @Param('id') id: string): Promise<RoundOpenPreviewView> {
    return this.windows.openPreview(actor, id);
  }

  @Post('rounds/:id/open')
  @HttpCode(200)
  @Requires('rounds.manage')
  @Returns('RoundView')
  open(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DeadlineBody,
  ): Promise<RoundView> {
    return this.windows.open(actor, id, body, version);
  }

  @Post('rounds/:id/close')
  @HttpCode(200)
  @Requires('rounds.manage')
  @Returns('RoundView')
  close(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<RoundView> {
    return this.windows.close(actor, id, version);
  }

  @Post('rounds/:id/reopen')
  @HttpCode(200)
  @Requires('rounds.manage')
  @Returns('RoundView')
  reopen(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DeadlineBody,
  ): Promise<RoundView> {
    return this.windows.reopen(actor, id, body, version);
  }

  /** Reminds now, only who has not answered. */
  @Post('rounds/:id/remind')
  @HttpCode(200)
  @Rate('heavy')
  @Requires('rounds.manage')
  @Returns('RoundRemindedView')
  remind(@By() actor: Actor, @Param('id') id: string): Promise<RoundRemindedView> {
    return this.windows.remind(actor, id);
  }
}
