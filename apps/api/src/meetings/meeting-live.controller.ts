import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type OnModuleInit } from '@nestjs/common';
import type {
  MeetingInputView,
  MeetingLeaderLiveView,
  MeetingLiveSetupView,
  MeetingParticipantLiveView,
} from '#libs/contracts';
import {
  LiveMeetingActions,
  LiveMeetingEntry,
  LiveMeetingInputs,
  LiveMeetingPeople,
  LiveMeetings,
  LiveMeetingSetup,
} from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  MeetingInputBody,
  MeetingLiveActionBody,
  MeetingLiveQuery,
  MeetingOpenBody,
  MeetingRolesBody,
} from './meeting-live.dto.js';

/** The live meeting. What happens in it comes over the socket; this is where a screen starts and what is pressed on it. */
@Controller('api/meetings/:id/live')
@Requires('task')
export class MeetingLiveController implements OnModuleInit {
  constructor(
    private readonly meetings: LiveMeetings,
    private readonly setups: LiveMeetingSetup,
    private readonly actions: LiveMeetingActions,
    private readonly inputs: LiveMeetingInputs,
    private readonly people: LiveMeetingPeople,
    private readonly entry: LiveMeetingEntry,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('meeting-live', (actor, room) => this.entry.mayEnter(actor, room));
    this.access.attends('meeting-live', (actor, room) => this.entry.attendance(actor, room));
  }

  /** The room as this audience may see it, at a version from which the socket's facts go on. */
  @Get()
  @Returns('MeetingParticipantLiveView')
  view(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() query: MeetingLiveQuery,
  ): Promise<MeetingParticipantLiveView | MeetingLeaderLiveView> {
    return this.meetings.view(actor, id, query.as);
  }

  /** What is chosen before the meeting opens: method, length, roles. */
  @Get('setup')
  @Returns('MeetingLiveSetupView')
  setup(@By() actor: Actor, @Param('id') id: string): Promise<MeetingLiveSetupView> {
    return this.setups.view(actor, id);
  }

  /** Opens the room, from half an hour before the start: the leader, or any member while no leader is there. */
  @Post('open')
  @HttpCode(204)
  open(@By() actor: Actor, @Param('id') id: string, @Body() body: MeetingOpenBody): Promise<void> {
    return this.setups.open(actor, id, body);
  }

  /** One click or key of the leader, with the step that was on when it was pressed. */
  @Post('actions')
  @HttpCode(204)
  act(@By() actor: Actor, @Param('id') id: string, @Body() body: MeetingLiveActionBody): Promise<void> {
    return this.actions.act(actor, id, body);
  }

  /** Gives roles to practices, or takes them away. */
  @Put('roles')
  @HttpCode(204)
  roles(@By() actor: Actor, @Param('id') id: string, @Body() body: MeetingRolesBody): Promise<void> {
    return this.actions.giveRoles(actor, id, body.roles);
  }

  /** Keeps what a practice, or the group, writes in a step. */
  @Put('input/:stepId')
  @Returns('MeetingInputView')
  write(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @Body() body: MeetingInputBody,
  ): Promise<MeetingInputView> {
    return this.inputs.write(actor, id, stepId, body);
  }

  /** Shows the texts of a step that are done. */
  @Post('show/:stepId')
  @HttpCode(204)
  show(@By() actor: Actor, @Param('id') id: string, @Param('stepId') stepId: string): Promise<void> {
    return this.inputs.show(actor, id, stepId);
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
