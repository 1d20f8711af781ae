import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { HandoutRecipientsView, HandoutsView, HandoutView } from '#libs/contracts';
import { HandoutFiles, HandoutPublishing, HandoutsService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { HandoutBody, HandoutCheckBody, HandoutCheckRequestBody, HandoutsQuery } from './handouts.dto.js';

/** The handout of a session: made by the organiser, checked by the specialist, read by every practice; also with the link of a mail. */
@Controller('api/dialogue-sessions/:id')
@Requires('task')
export class HandoutController {
  constructor(
    private readonly handouts: HandoutsService,
    private readonly publishing: HandoutPublishing,
    private readonly files: HandoutFiles,
  ) {}

  @Get('handout')
  @Returns('HandoutView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<HandoutView> {
    return this.handouts.get(actor, id);
  }

  /** Makes the draft, or makes it again: what people wrote stays. */
  @Post('handout')
  @Requires('dialogue.manage')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('HandoutView')
  make(@By() actor: Actor, @Param('id') id: string): Promise<HandoutView> {
    return this.handouts.make(actor, id);
  }

  /** Organiser, and specialist while checking. */
  @Patch('handout')
  @Returns('HandoutView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: HandoutBody,
  ): Promise<HandoutView> {
    return this.handouts.change(actor, id, body, version);
  }

  /** Mails the specialists a link to check it. */
  @Post('handout/send-to-check')
  @Requires('dialogue.manage')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('HandoutView')
  sendToCheck(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: HandoutCheckRequestBody,
  ): Promise<HandoutView> {
    return this.publishing.sendToCheck(actor, id, body, version);
  }

  /** The specialist: it is right. */
  @Post('handout/check')
  @HttpCode(200)
  @Returns('HandoutView')
  check(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: HandoutCheckBody,
  ): Promise<HandoutView> {
    return this.publishing.check(actor, id, body, version);
  }

  /** Exactly who will get a mail. */
  @Get('handout/recipients')
  @Requires('dialogue.manage')
  @Returns('HandoutRecipientsView')
  recipients(@By() actor: Actor, @Param('id') id: string): Promise<HandoutRecipientsView> {
    return this.publishing.recipients(actor, id);
  }

  /** Opens it to every practice and mails them. */
  @Post('handout/publish')
  @Requires('dialogue.manage')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('HandoutView')
  publish(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<HandoutView> {
    return this.publishing.publish(actor, id, version);
  }

  /** Takes it back, to be improved and published again. */
  @Post('handout/retract')
  @Requires('dialogue.manage')
  @HttpCode(200)
  @Returns('HandoutView')
  retract(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<HandoutView> {
    return this.publishing.retract(actor, id, version);
  }

  @Get('handout.pdf')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async pdf(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.files.file(actor, id, 'pdf'));
  }

  @Get('handout.docx')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async docx(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.files.file(actor, id, 'docx'));
  }
}

/** Published handouts, to search in. */
@Controller('api/handouts')
export class HandoutsController {
  constructor(private readonly handouts: HandoutsService) {}

  @Get()
  @Requires('dialogue.read')
  @Returns('HandoutsView')
  list(@By() actor: Actor, @Query() query: HandoutsQuery): Promise<HandoutsView> {
    return this.handouts.list(actor, query);
  }
}
