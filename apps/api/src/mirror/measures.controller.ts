import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { MeasureDefinitionView, MeasureView } from '#libs/contracts';
import { MeasuresService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { DefinitionQuery, MeasureBody, MeasureDraftBody, MeasuresQuery } from './measures.dto.js';

@Controller('api/measures')
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  /** Those that come with Leerkring first, then the region's own by code; drafts only for who writes them. */
  @Get()
  @Requires('figures.read')
  @Returns('MeasureView', { list: true })
  list(@By() actor: Actor, @Query() { archived }: MeasuresQuery): Promise<MeasureView[]> {
    return this.measures.list(actor, archived === 'true');
  }

  /** What a figure means, in the version that its card names; in the one that counts now without a number. */
  @Get(':code/definition')
  @Requires('figures.read')
  @Returns('MeasureDefinitionView')
  definition(
    @By() actor: Actor,
    @Param('code') code: string,
    @Query() { number }: DefinitionQuery,
  ): Promise<MeasureDefinitionView> {
    return this.measures.definition(actor, code, number);
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

  /** Throws the draft away; If-Match carries the draft's version. */
  @Delete(':id/draft')
  @HttpCode(204)
  @Requires('figures.manage')
  discardDraft(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<void> {
    return this.measures.discardDraft(actor, id, version);
  }

  /** Takes a measure of the region's own out of what can be chosen; If-Match carries the measure's version. */
  @Post(':id/archive')
  @HttpCode(200)
  @Requires('figures.manage')
  @Returns('MeasureView')
  archive(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<MeasureView> {
    return this.measures.archive(actor, id, version);
  }

  /** Brings it back; If-Match carries the measure's version. */
  @Post(':id/restore')
  @HttpCode(200)
  @Requires('figures.manage')
  @Returns('MeasureView')
  restore(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<MeasureView> {
    return this.measures.restore(actor, id, version);
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
