import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  type OnModuleInit,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type {
  DataSetRefusalView,
  DataSetSummaryView,
  DataSetView,
  Page,
  PrivacyTestView,
} from '#libs/contracts';
import { DataSetsService, PrivacyTestsService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import { DataSetReasonBody, DataSetsQuery, RefusalsQuery } from './data-sets.dto.js';

/** Deliveries of figures: their file, their checks, and who approves them (D7). */
@Controller('api/data-sets')
@Requires('figures.load')
export class DataSetsController implements OnModuleInit {
  constructor(
    private readonly dataSets: DataSetsService,
    private readonly tests: PrivacyTestsService,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('data-set', (actor, id) => this.dataSets.visible(actor, id));
  }

  @Get()
  @Returns('DataSetSummaryView', { page: true })
  list(@By() actor: Actor, @Query() query: DataSetsQuery): Promise<Page<DataSetSummaryView>> {
    return this.dataSets.list(actor, query, query);
  }

  @Get(':id')
  @Returns('DataSetView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<DataSetView> {
    return this.dataSets.get(actor, id);
  }

  /** The file itself as it is: read while it arrives, and not kept. */
  @Put(':id/file')
  @Rate('heavy')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Returns('DataSetView')
  load(@By() actor: Actor, @Param('id') id: string, @Req() request: FastifyRequest): Promise<DataSetView> {
    const body = request.body instanceof Readable ? request.body : null;
    return this.dataSets.load(actor, id, body);
  }

  /** Rows that were not read, with why; as a page, or all that were kept as a file. */
  @Get(':id/refusals')
  @ApiProduces('application/json', 'text/csv')
  @Returns('DataSetRefusalView', { page: true })
  async refusals(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: RefusalsQuery,
  ): Promise<Page<DataSetRefusalView> | StreamableFile> {
    if (query.format === 'csv') return download(await this.dataSets.refusalsFile(actor, id));
    return this.dataSets.refusals(actor, id, query);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Returns('DataSetView')
  approve(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<DataSetView> {
    return this.dataSets.approve(actor, id, version);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Returns('DataSetView')
  refuse(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DataSetReasonBody,
  ): Promise<DataSetView> {
    return this.dataSets.refuse(actor, id, body.why, version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Returns('DataSetView')
  withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DataSetReasonBody,
  ): Promise<DataSetView> {
    return this.dataSets.withdraw(actor, id, body.why, version);
  }

  /** What could be derived: what the gate would show and hide if this were released now (D7). */
  @Get(':id/privacy-test')
  @Returns('PrivacyTestView')
  privacyTest(@By() actor: Actor, @Param('id') id: string): Promise<PrivacyTestView> {
    return this.tests.view(actor, id);
  }

  /** Has the worker find out, anew if that was done before; its audiences arrive one by one. */
  @Post(':id/privacy-test')
  @HttpCode(202)
  @Rate('heavy')
  @Returns('PrivacyTestView', { status: 202 })
  startPrivacyTest(@By() actor: Actor, @Param('id') id: string): Promise<PrivacyTestView> {
    return this.tests.ask(actor, id);
  }

  /** What was found out until then stays. */
  @Delete(':id/privacy-test')
  @Returns('PrivacyTestView')
  stopPrivacyTest(@By() actor: Actor, @Param('id') id: string): Promise<PrivacyTestView> {
    return this.tests.stop(actor, id);
  }
}
