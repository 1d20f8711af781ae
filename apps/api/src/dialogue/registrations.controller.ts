import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { PracticeSessionView, SessionParticipantView } from '#libs/contracts';
import { PracticePage, RegistrationsService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ExcuseBody, RegistrationBody } from './registrations.dto.js';

/** Who comes to a session: one person per practice, by the link of a mail or signed in. */
@Controller('api/dialogue-sessions/:id')
@Requires('task')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly page: PracticePage,
  ) {}

  /** Every practice with what it did. */
  @Get('registrations')
  @Requires('dialogue.manage')
  @Returns('SessionParticipantView', { list: true })
  list(@By() actor: Actor, @Param('id') id: string): Promise<SessionParticipantView[]> {
    return this.registrations.participants(actor, id);
  }

  @Get('practices/:practiceId')
  @Returns('PracticeSessionView')
  get(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<PracticeSessionView> {
    return this.page.get(actor, id, practiceId);
  }

  /** Registers; with `If-Match` lets somebody else go instead. `"0"`: not registered yet. */
  @Put('practices/:practiceId/registration')
  @Returns('PracticeSessionView')
  register(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @IfMatch() version: number | undefined,
    @Body() body: RegistrationBody,
  ): Promise<PracticeSessionView> {
    return this.registrations.register(actor, id, practiceId, body, version);
  }

  @Post('practices/:practiceId/registration/excuse')
  @HttpCode(200)
  @Returns('PracticeSessionView')
  excuse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @IfMatch() version: number | undefined,
    @Body() body: ExcuseBody,
  ): Promise<PracticeSessionView> {
    return this.registrations.excuse(actor, id, practiceId, body, version);
  }
}
