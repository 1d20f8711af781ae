import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { FigureExports } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { FigureExportQuery, GroupFiguresExportQuery } from './figure-exports.dto.js';

/** Figures to take along, with their cards. */
@Controller('api')
@Requires('figures.read')
export class FigureExportsController {
  constructor(private readonly exports: FigureExports) {}

  @Get('figures/own/export')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async own(@By() actor: Actor, @Query() query: FigureExportQuery): Promise<StreamableFile> {
    const { practice, measure, item, from, group, format } = query;
    const wish = { practiceId: practice, measure, item, from, groupId: group };
    return download(await this.exports.own(actor, wish, format));
  }

  @Get('groups/:id/figures/export')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async group(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { format }: GroupFiguresExportQuery,
  ): Promise<StreamableFile> {
    return download(await this.exports.group(actor, id, format));
  }
}
