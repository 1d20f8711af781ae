import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { MeasureView } from '#libs/contracts';
import { MeasuresService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { MeasureBody, MeasureDraftBody } from './measures.dto.js';

@Controller('api/measures')
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  /** Those that come with Leerkring first, then the region's own by code; drafts only for who writes them. */
  @Get()
  @Requires('figures.read')
  @Returns('MeasureView', { list: true })
  list(@By() actor: Actor): Promise<MeasureView[]> {
    return this.measures.list(actor);
  }

  @Get(':code')
  @Requires('figures.read')
  @Returns('MeasureView')
  get(@By() actor: Actor, @Param('code') code: string): Promise<MeasureView> {
    return this.measures.get(actor, code);
  }

  @Post()
  @Requires('figures.manage')
  @Returns('MeasureView', { status: 201 })
  create(@By() actor: Actor, @Body() body: MeasureBody): Promise<MeasureView> {
    return this.measures.create(actor, body);
  }

  /** Saves the draft, complete or not; If-Match carries the draft's version. */
  @Put(':id/draft')
  @Requires('figures.manage')
  @Returns('MeasureView')
  saveDraft(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: MeasureDraftBody,
  ): Promise<MeasureView> {
    return this.measures.saveDraft(actor, id, body, version);
  }

  /** Makes the draft the definition that figures are computed with; If-Match carries the draft's version. */
  @Post(':id/review')
  @HttpCode(200)
  @Requires('figures.manage')
  @Returns('MeasureView')
  review(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<MeasureView> {
    return this.measures.review(actor, id, version);
  }
}
