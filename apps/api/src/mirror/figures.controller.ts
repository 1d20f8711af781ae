import { Controller, Get, Param, Query } from '@nestjs/common';
import type { CardView, FigureChoicesView, OwnFigureView } from '#libs/contracts';
import { FigureCardsService, OwnFiguresService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { FigureChoicesQuery, OwnFigureQuery } from './figures.dto.js';

/** A practice's own figures, and the card of any figure. */
@Controller('api/figures')
@Requires('figures.read')
export class FiguresController {
  constructor(
    private readonly figures: OwnFiguresService,
    private readonly cards: FigureCardsService,
  ) {}

  @Get('choices')
  @Returns('FigureChoicesView')
  choices(@By() actor: Actor, @Query() { practice }: FigureChoicesQuery): Promise<FigureChoicesView> {
    return this.figures.choices(actor, practice);
  }

  @Get('own')
  @Returns('OwnFigureView')
  own(@By() actor: Actor, @Query() query: OwnFigureQuery): Promise<OwnFigureView> {
    const { practice, measure, item, from, group } = query;
    return this.figures.figure(actor, { practiceId: practice, measure, item, from, groupId: group });
  }

  /** Where a figure comes from, checked at this moment against the bytes that would be served. */
  @Get(':figureId/card')
  @Returns('CardView')
  card(@By() actor: Actor, @Param('figureId') figureId: string): Promise<CardView> {
    return this.cards.card(actor, figureId);
  }

  /** The same as PROV-JSON. */
  @Get(':figureId/prov')
  prov(@By() actor: Actor, @Param('figureId') figureId: string): Promise<object> {
    return this.cards.prov(actor, figureId);
  }
}
