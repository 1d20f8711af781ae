import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { GroupPreparationView } from '#libs/contracts';
import { OpenModesService, PreparationsService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import { GroupFiguresQuery, PreparationBody } from './group-figures.dto.js';

/** The page with which a group prepares its talk about figures (MIR-05). */
@Controller('api/groups/:id/figures')
@Requires('groups.read')
export class GroupFiguresController {
  constructor(
    private readonly preparations: PreparationsService,
    modes: OpenModesService,
    access: RoomAccess,
  ) {
    access.register('figures', (actor, id) => modes.mayWatch(actor, id));
    access.register('data-set', (actor, id) => modes.mayWatchDataSet(actor, id));
  }

  @Get()
  @Returns('GroupPreparationView')
  get(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: GroupFiguresQuery,
  ): Promise<GroupPreparationView> {
    return this.preparations.get(actor, id, query.practice);
  }

  /** Saves story, question and figures together; If-Match carries the version last seen, 0 at first. */
  @Put()
  @Returns('GroupPreparationView')
  save(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: PreparationBody,
  ): Promise<GroupPreparationView> {
    return this.preparations.save(actor, id, version, body);
  }
}
