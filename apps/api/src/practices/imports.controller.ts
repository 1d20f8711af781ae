import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
  type OnModuleInit,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ImportRowView, ImportView, Page } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { ImportsService, ImportViews, PracticeImports } from '#libs/practices';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import { CorrectionBody, DecisionsBody, ImportRowsQuery, LatestQuery, MappingBody } from './imports.dto.js';
import { uploadedFile } from './upload.js';

@Controller('api/imports')
@Requires('practices.manage')
export class ImportsController implements OnModuleInit {
  constructor(
    private readonly imports: ImportsService,
    private readonly views: ImportViews,
    private readonly files: PracticeImports,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('import', (actor, id) => this.views.visible(actor, id));
  }

  /** One file, multipart. */
  @Post('practices')
  @Rate('heavy')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Returns('ImportView', { status: 201 })
  async upload(@By() actor: Actor, @Req() request: FastifyRequest): Promise<ImportView> {
    const { name, body } = await uploadedFile(request);
    return this.imports.upload(actor, body, name);
  }

  /** The import to go on with, or null. */
  @Get('latest')
  @Returns('ImportView')
  async latest(
    @By() actor: Actor,
    @Query() _query: LatestQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportView | string> {
    const found = await this.views.latest(actor);
    if (found) return found;
    void reply.type('application/json'); // Nest would send nothing at all for null
    return 'null';
  }

  @Get(':id')
  @Returns('ImportView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<ImportView> {
    return this.views.get(actor, id);
  }

  @Get(':id/rows')
  @Returns('ImportRowView', { page: true })
  rows(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<Page<ImportRowView>> {
    return this.views.rows(actor, id, query);
  }

  @Get(':id/refused.xlsx')
  @Rate('heavy')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async refused(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.files.refused(actor, id));
  }

  @Put(':id/mapping')
  @Returns('ImportView')
  map(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: MappingBody,
  ): Promise<ImportView> {
    return this.imports.map(actor, id, version, body.mapping);
  }

  @Patch(':id/rows/:row')
  @Returns('ImportView')
  correct(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('row') row: string,
    @IfMatch() version: number | undefined,
    @Body() body: CorrectionBody,
  ): Promise<ImportView> {
    const { field, value } = body;
    return this.imports.correct(actor, id, version, { row: Number(row), field, value });
  }

  @Put(':id/decisions')
  @Returns('ImportView')
  decide(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DecisionsBody,
  ): Promise<ImportView> {
    return this.imports.decide(actor, id, version, body);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('ImportView')
  apply(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<ImportView> {
    return this.imports.apply(actor, id, version);
  }

  @Delete(':id')
  @HttpCode(204)
  cancel(@By() actor: Actor, @Param('id') id: string, @IfMatch() version: number | undefined): Promise<void> {
    return this.imports.cancel(actor, id, version);
  }
}
