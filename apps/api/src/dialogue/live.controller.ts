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
  type OnModuleInit,
} from '@nestjs/common';
import type {
  ModeratorLiveView,
  OwnLiveView,
  ParticipantLiveView,
  QuestionAnswerView,
  SpecialistLiveView,
} from '#libs/contracts';
import {
  FollowUpsService,
  LiveActions,
  LiveAnswers,
  LiveEntry,
  LivePeople,
  LiveSessions,
} from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import { FollowUpBody, FollowUpChangeBody, LiveActionBody, LiveAnswerBody, LiveQuery } from './live.dto.js';

/** The live hour of a session. What happens in it comes over the socket; this is where a screen starts and what is pressed on it. */
@Controller('api/dialogue-sessions/:id/live')
@Requires('task')
export class LiveController implements OnModuleInit {
  constructor(
    private readonly sessions: LiveSessions,
    private readonly actions: LiveActions,
    private readonly answers: LiveAnswers,
    private readonly followUps: FollowUpsService,
    private readonly people: LivePeople,
    private readonly entry: LiveEntry,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('live', (actor, room) => this.entry.mayEnter(actor, room));
    this.access.attends('live', async (actor, room) => {
      const entrant = await this.entry.entrant(actor, room);
      return (
        entrant && {
          roomId: entrant.session.id,
          audience: entrant.audience,
          practiceId: entrant.practice?.id ?? null,
        }
      );
    });
  }

  /** The room as this audience may see it, at a version from which the socket's facts go on. */
  @Get()
  @Returns(['ParticipantLiveView', 'SpecialistLiveView', 'ModeratorLiveView'])
  view(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: LiveQuery,
  ): Promise<ParticipantLiveView | SpecialistLiveView | ModeratorLiveView> {
    return this.sessions.view(actor, id, query.as);
  }

  /** Opens the room, from half an hour before the start. */
  @Post('open')
  @HttpCode(204)
  open(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.sessions.open(actor, id);
  }

  /** One click or key of the moderator, with what was on when it was pressed. */
  @Post('actions')
  @HttpCode(204)
  act(@By() actor: Actor, @Param('id') id: string, @Body() body: LiveActionBody): Promise<void> {
    return this.actions.act(actor, id, body);
  }

  /** Notes an answer for the handout: moderator or specialist; what is left out stays. */
  @Put('answers/:questionId')
  @Returns('QuestionAnswerView')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @IfMatch() version: number | undefined,
    @Body() body: LiveAnswerBody,
  ): Promise<QuestionAnswerView> {
    const { confirmed, ...change } = body;
    return this.answers.change(actor, id, questionId, change, confirmed, version);
  }

  /** A deepening question, asked for the own practice. */
  @Post('follow-ups')
  @Returns('OwnLiveView', { status: 201 })
  ask(@By() actor: Actor, @Param('id') id: string, @Body() body: FollowUpBody): Promise<OwnLiveView> {
    return this.followUps.ask(actor, id, body);
  }

  @Put('follow-ups/:followUpId/endorsement')
  @Returns('OwnLiveView')
  join(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('followUpId') followUpId: string,
  ): Promise<OwnLiveView> {
    return this.followUps.join(actor, id, followUpId, true);
  }

  @Delete('follow-ups/:followUpId/endorsement')
  @Returns('OwnLiveView')
  leave(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('followUpId') followUpId: string,
  ): Promise<OwnLiveView> {
    return this.followUps.join(actor, id, followUpId, false);
  }

  /** Takes one's own deepening question back. */
  @Delete('follow-ups/:followUpId')
  @Returns('OwnLiveView')
  takeBack(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('followUpId') followUpId: string,
  ): Promise<OwnLiveView> {
    return this.followUps.takeBack(actor, id, followUpId);
  }

  /** The moderator shows, has asked, parks or takes out a deepening question, or notes its answer. */
  @Patch('follow-ups/:followUpId')
  @HttpCode(204)
  handle(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('followUpId') followUpId: string,
    @Body() body: FollowUpChangeBody,
  ): Promise<void> {
    return this.followUps.handle(actor, id, followUpId, body);
  }

  /** Puts somebody out of the room, within a second. */
  @Post('people/:personId/remove')
  @HttpCode(204)
  remove(@By() actor: Actor, @Param('id') id: string, @Param('personId') personId: string): Promise<void> {
    return this.people.remove(actor, id, personId, true);
  }

  @Post('people/:personId/readmit')
  @HttpCode(204)
  readmit(@By() actor: Actor, @Param('id') id: string, @Param('personId') personId: string): Promise<void> {
    return this.people.remove(actor, id, personId, false);
  }
}
