import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import type { InsightView, MeetingNotesView, NoteView } from '#libs/contracts';
import { NotesService } from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { InsightBody, InsightChangeBody, MeetingNoteBody } from './actions.dto.js';

/** What is written down in a meeting, once. Only for who belongs to it (SES-02). */
@Controller('api/meetings/:id')
@Requires('task')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get('notes')
  @Returns('MeetingNotesView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<MeetingNotesView> {
    return this.notes.get(actor, id);
  }

  /** Keeps the free note; 409 `conflict.stale` when a colleague saved in between. */
  @Put('notes')
  @Returns('NoteView')
  save(@By() actor: Actor, @Param('id') id: string, @Body() body: MeetingNoteBody): Promise<NoteView> {
    return this.notes.saveNote(actor, id, body.text, body.confirmed, body.version);
  }

  @Post('insights')
  @Returns('InsightView', { status: 201 })
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: InsightBody): Promise<InsightView> {
    return this.notes.addInsight(actor, id, body.text, body.confirmed);
  }

  /** Other words, away or back. */
  @Patch('insights/:insightId')
  @Returns('MeetingNotesView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('insightId') insightId: string,
    @IfMatch() version: number | undefined,
    @Body() body: InsightChangeBody,
  ): Promise<MeetingNotesView> {
    return this.notes.changeInsight(actor, id, insightId, body, version);
  }
}
