import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { MethodView } from '#libs/contracts';
import { MethodsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { MethodArchiveBody, MethodBody, MethodCopyBody, MethodsQuery } from './methods.dto.js';

/** Methods for meetings: built in, and the region's own. */
@Controller('api/methods')
@Requires('meetings.read')
export class MethodsController {
  constructor(private readonly methods: MethodsService) {}

  @Get()
  @Returns('MethodView', { list: true })
  list(@By() actor: Actor, @Query() query: MethodsQuery): Promise<MethodView[]> {
    return this.methods.list(actor, query);
  }

  @Get(':id')
  @Returns('MethodView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<MethodView> {
    return this.methods.get(actor, id);
  }

  /** A method of the region's own starts as a copy of another one. */
  @Post()
  @Requires('meetings.manage')
  @Returns('MethodView', { status: 201 })
  copy(@By() actor: Actor, @Body() body: MethodCopyBody): Promise<MethodView> {
    return this.methods.copy(actor, body.from, body.name);
  }

  /** Meetings that were held, or are on, keep the steps they started with. */
  @Put(':id')
  @Requires('meetings.manage')
  @Returns('MethodView')
  save(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: MethodBody,
  ): Promise<MethodView> {
    const { confirmed, ...content } = body;
    return this.methods.save(actor, id, content, confirmed, version);
  }

  /** Puts a method of the region's own away, or takes it back. */
  @Put(':id/archived')
  @Requires('meetings.manage')
  @Returns('MethodView')
  archive(@By() actor: Actor, @Param('id') id: string, @Body() body: MethodArchiveBody): Promise<MethodView> {
    return this.methods.archive(actor, id, body.archived);
  }
}
