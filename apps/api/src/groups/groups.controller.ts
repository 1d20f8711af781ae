import { Body, Controller, Get, Param, Patch, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { GroupSummaryView, GroupView, Page } from '#libs/contracts';
import { GroupsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { GroupChangeBody, GroupsQuery } from './groups.dto.js';

@Controller('api/groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @Requires('groups.read')
  @Returns('GroupSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: GroupsQuery): Promise<Page<GroupSummaryView>> {
    return this.groups.list(actor, query);
  }

  /** Members, discussion leader, coordinator, a member's consultant, and the link from the mail. */
  @Get(':id')
  @Requires('task')
  @Returns('GroupView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<GroupView> {
    return this.groups.get(actor, id);
  }

  @Patch(':id')
  @Requires('groups.read')
  @Returns('GroupView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: GroupChangeBody,
  ): Promise<GroupView> {
    return this.groups.change(actor, id, version, body);
  }

  @Get(':id/calendar.ics')
  @Requires('task')
  @ApiProduces('text/calendar')
  async calendar(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { fileName, content } = await this.groups.calendar(actor, id);
    return download({ name: fileName, type: 'text/calendar; charset=utf-8', body: Buffer.from(content) });
  }
}
