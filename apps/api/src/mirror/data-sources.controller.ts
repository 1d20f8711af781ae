import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { DataSetView, DataSourceView, ExtractLookView } from '#libs/contracts';
import { DataSetsService, DataSourcesService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { uploadedFile } from '../practices/upload.js';
import { DataSetBody } from './data-sets.dto.js';
import { DataSourceBody, DataSourceChangeBody } from './data-sources.dto.js';

/** Who supplies figures, and the announcement of a file. */
@Controller('api/data-sources')
@Requires('figures.load')
export class DataSourcesController {
  constructor(
    private readonly sources: DataSourcesService,
    private readonly dataSets: DataSetsService,
  ) {}

  @Get()
  @Returns('DataSourceView', { list: true })
  list(@By() actor: Actor): Promise<DataSourceView[]> {
    return this.sources.list(actor);
  }

  @Post()
  @Returns('DataSourceView', { status: 201 })
  create(@By() actor: Actor, @Body() body: DataSourceBody): Promise<DataSourceView> {
    return this.sources.create(actor, body);
  }

  @Patch(':id')
  @Returns('DataSourceView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DataSourceChangeBody,
  ): Promise<DataSourceView> {
    return this.sources.change(actor, id, version, body);
  }

  /** The first part of a text file, or a whole workbook; nothing of it is kept. */
  @Post(':id/look')
  @HttpCode(200)
  @Rate('heavy')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Returns('ExtractLookView')
  async look(
    @By() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ExtractLookView> {
    return this.sources.look(actor, id, async () => (await uploadedFile(request)).body);
  }

  /** Announces a file; it is sent to /api/data-sets/{id}/file next. */
  @Post(':id/data-sets')
  @Returns('DataSetView', { status: 201 })
  announce(@By() actor: Actor, @Param('id') id: string, @Body() body: DataSetBody): Promise<DataSetView> {
    return this.dataSets.create(actor, id, body);
  }
}
