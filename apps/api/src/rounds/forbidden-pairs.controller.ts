import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { ForbiddenPairView, Page } from '#libs/contracts';
import { ForbiddenPairsService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { PageQuery } from '../http/page-query.dto.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ForbiddenPairBody } from './rounds.dto.js';

@Controller('api/forbidden-pairs')
@Requires('rounds.manage')
export class ForbiddenPairsController {
  constructor(private readonly pairs: ForbiddenPairsService) {}

  @Get()
  @Returns('ForbiddenPairView', { page: true })
  list(@By() actor: Actor, @Query() query: PageQuery): Promise<Page<ForbiddenPairView>> {
    return this.pairs.list(actor, query);
  }

  @Post()
  @Returns('ForbiddenPairView', { status: 201 })
  add(@By() actor: Actor, @Body() body: ForbiddenPairBody): Promise<ForbiddenPairView> {
    return this.pairs.add(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  end(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.pairs.end(actor, id);
  }
}
