import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { SessionDecks } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';

/** The questions of a session to take along: slides for the hour, a list on paper. For organiser and specialist. */
@Controller('api/dialogue-sessions/:id')
@Requires('task')
export class SessionDeckController {
  constructor(private readonly decks: SessionDecks) {}

  @Get('deck.pptx')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async deck(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.decks.deck(actor, id));
  }

  @Get('specialist/questions.pdf')
  @Rate('heavy')
  @ApiProduces('application/octet-stream')
  async questions(@By() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return download(await this.decks.questions(actor, id));
  }
}
