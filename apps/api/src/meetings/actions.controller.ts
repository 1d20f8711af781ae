import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { ActionItemView, ActionPageView, MeetingActionsView } from '#libs/contracts';
import { ActionItemsService, ActionsExport } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ActionItemBody, ActionItemChangeBody, ActionsQuery } from './actions.dto.js';

/** What groups agreed to do. Only for who belongs to the meeting, or to a later one of the same group. */
@Controller('api')
@Requires('task')
export class ActionsController {
  constructor(
    private readonly actions: ActionItemsService,
    private readonly exports: ActionsExport,
  ) {}

  /** The actions of a meeting, and what was agreed before it. */
  @Get('meetings/:id/actions')
  @Returns('MeetingActionsView')
  ofMeeting(@By() actor: Actor, @Param('id') id: string): Promise<MeetingActionsView> {
    return this.actions.ofMeeting(actor, id);
  }

  @Post('meetings/:id/actions')
  @Returns('ActionItemView', { status: 201 })
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: ActionItemBody): Promise<ActionItemView> {
    return this.actions.add(actor, id, body);
  }

  /** The reader's own groups. */
  @Get('actions')
  @Requires('meetings.read')
  @Returns('ActionPageView')
  list(@By() actor: Actor, @Query() query: ActionsQuery): Promise<ActionPageView> {
    return this.actions.list(actor, query);
  }

  /** The same as a workbook. */
  @Get('actions/export.xlsx')
  @Requires('meetings.read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(@By() actor: Actor, @Query() query: ActionsQuery): Promise<StreamableFile> {
    const { state, groupId, mine } = query;
    return download(await this.exports.file(actor, { state, groupId, mine }));
  }

  @Patch('actions/:actionId')
  @Returns('ActionItemView')
  change(
    @By() actor: Actor,
    @Param('actionId') actionId: string,
    @IfMatch() version: number | undefined,
    @Body() body: ActionItemChangeBody,
  ): Promise<ActionItemView> {
    return this.actions.change(actor, actionId, body, version);
  }
}
