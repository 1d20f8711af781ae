import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Page, PracticeDetailView, PracticeView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { PracticeExports, PracticesService, StaffService } from '#libs/practices';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import {
  CreatePracticeBody,
  MergeBody,
  PersonBody,
  PracticeFilterQuery,
  PracticePageQuery,
  StaffBody,
  UpdatePracticeBody,
} from './practices.dto.js';

@Controller('api/practices')
export class PracticesController {
  constructor(
    private readonly practices: PracticesService,
    private readonly staff: StaffService,
    private readonly exports: PracticeExports,
  ) {}

  @Get()
  @Requires('practices.read')
  @Returns('PracticeView', { page: true })
  list(@By() actor: Actor, @Query() query: PracticePageQuery): Promise<Page<PracticeView>> {
    return this.practices.list(actor, query, query);
  }

  @Get('districts')
  @Requires('practices.read')
  @ApiOkResponse({ type: [String] })
  districts(@By() actor: Actor): Promise<string[]> {
    return this.practices.districts(actor);
  }

  @Get('export.xlsx')
  @Requires('practices.read')
  @Rate('heavy')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async xlsx(@By() actor: Actor, @Query() query: PracticeFilterQuery): Promise<StreamableFile> {
    return download(await this.exports.xlsx(actor, query));
  }

  @Get('export.csv')
  @Requires('practices.read')
  @Rate('heavy')
  @ApiProduces('text/csv')
  async csv(@By() actor: Actor, @Query() query: PracticeFilterQuery): Promise<StreamableFile> {
    return download(await this.exports.csv(actor, query));
  }

  /** People of the practice itself see it without seeing any list. */
  @Get(':id')
  @Requires('signed-in')
  @Returns('PracticeDetailView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<PracticeDetailView> {
    return this.practices.get(actor, id);
  }

  @Post()
  @Requires('practices.manage')
  @Returns('PracticeDetailView', { status: 201 })
  create(@By() actor: Actor, @Body() body: CreatePracticeBody): Promise<PracticeDetailView> {
    return this.practices.create(actor, body);
  }

  @Patch(':id')
  @Requires('practices.manage')
  @Returns('PracticeDetailView')
  update(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: UpdatePracticeBody,
  ): Promise<PracticeDetailView> {
    return this.practices.update(actor, id, version, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires('practices.manage')
  @Returns('PracticeDetailView')
  archive(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<PracticeDetailView> {
    return this.practices.archive(actor, id, version);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Requires('practices.manage')
  @Returns('PracticeDetailView')
  restore(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<PracticeDetailView> {
    return this.practices.restore(actor, id, version);
  }

  /** Answers the practice that goes on. */
  @Post(':id/merge')
  @HttpCode(200)
  @Requires('practices.manage')
  @Returns('PracticeDetailView')
  merge(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: MergeBody,
  ): Promise<PracticeDetailView> {
    return this.practices.merge(actor, id, body.intoId, version);
  }

  @Post(':id/staff')
  @Requires('signed-in')
  @Returns('PracticeDetailView', { status: 201 })
  addStaff(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: StaffBody,
  ): Promise<PracticeDetailView> {
    return this.staff.add(actor, id, body);
  }

  @Delete(':id/staff/:roleId')
  @HttpCode(204)
  @Requires('signed-in')
  removeStaff(@By() actor: Actor, @Param('id') id: string, @Param('roleId') roleId: string): Promise<void> {
    return this.staff.remove(actor, id, roleId);
  }

  /** Answers nothing: a holder who hands over may not see the practice any more. */
  @Post(':id/staff/:roleId/hand-over')
  @HttpCode(204)
  @Requires('signed-in')
  handOver(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('roleId') roleId: string,
    @Body() body: PersonBody,
  ): Promise<void> {
    return this.staff.handOver(actor, id, roleId, body);
  }
}
