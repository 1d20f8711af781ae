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
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { SessionFileView } from '#libs/contracts';
import { FILE_LIMITS, SessionFiles } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { uploadedFile } from '../practices/upload.js';
import { SessionFileBody, SessionFileQuery, SessionFileUpload } from './specialist.dto.js';

/** Slides and attachments of a session. Never shown in the page: a file of somebody else is only ever downloaded. */
@Controller('api/dialogue-sessions/:id/files')
@Requires('task')
export class SessionFilesController {
  constructor(private readonly files: SessionFiles) {}

  @Post()
  @Rate('heavy')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SessionFileUpload })
  @Returns('SessionFileView', { status: 201 })
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: SessionFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<SessionFileView> {
    // who may not add anything does not get to send 25 MB first
    await this.files.assertMayAdd(actor, id);
    const file = await uploadedFile(request, FILE_LIMITS.bytes);
    return this.files.add(actor, id, file, query.confirmed === 'yes');
  }

  @Get(':fileId')
  @ApiProduces('application/octet-stream')
  async file(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<StreamableFile> {
    const { name, type, body } = await this.files.download(actor, id, fileId);
    const plain = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '');
    return new StreamableFile(body, {
      type,
      length: body.length,
      disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  /** Which kind it is, whether it goes along with the handout, and the way back after taking it away. */
  @Patch(':fileId')
  @Returns('SessionFileView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Body() body: SessionFileBody,
  ): Promise<SessionFileView> {
    return this.files.change(actor, id, fileId, body);
  }

  @Delete(':fileId')
  @HttpCode(204)
  remove(@By() actor: Actor, @Param('id') id: string, @Param('fileId') fileId: string): Promise<void> {
    return this.files.remove(actor, id, fileId);
  }
}
