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
  type OnModuleInit,
} from '@nestjs/common';
import type { DatePollView, MeetingPollView, PollDaysView } from '#libs/contracts';
import { DatePollAnswers, DatePollOptions, DatePollPages, DatePollsService } from '#libs/intervision';
import { localInstant, type Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  DatePollAnswerBody,
  DatePollBody,
  DatePollChangeBody,
  DatePollChoiceBody,
  DatePollReopenBody,
  PollDaysQuery,
  PollOptionBody,
} from './polls.dto.js';

/** Which date suits: asked by who leads or coordinates, answered per practice, seen inside the group (GRP-15). */
@Controller('api')
@Requires('meetings.manage')
export class PollsController implements OnModuleInit {
  constructor(
    private readonly polls: DatePollsService,
    private readonly options: DatePollOptions,
    private readonly answers: DatePollAnswers,
    private readonly pages: DatePollPages,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('date-poll', (actor, id) => this.pages.mayWatch(actor, id));
  }

  /** The poll of a meeting, null when there is none; for who belongs to it, leads or coordinates. */
  @Get('meetings/:id/date-poll')
  @Requires('task')
  @Returns('MeetingPollView')
  ofMeeting(@By() actor: Actor, @Param('id') id: string): Promise<MeetingPollView> {
    return this.pages.ofMeeting(actor, id);
  }

  /** Public and school holidays of the region. */
  @Get('date-polls/days')
  @Returns('PollDaysView')
  days(@By() actor: Actor, @Query() { from, until }: PollDaysQuery): Promise<PollDaysView> {
    return this.pages.days(actor, from, until);
  }

  /** Everybody who is asked gets a mail. */
  @Post('date-polls')
  @Rate('heavy')
  @Returns('DatePollView', { status: 201 })
  ask(@By() actor: Actor, @Body() { answerUntil, ...body }: DatePollBody): Promise<DatePollView> {
    return this.polls.ask(actor, { ...body, answerUntil: momentOf(answerUntil) });
  }

  @Get('date-polls/:id')
  @Requires('task')
  @Returns('DatePollView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<DatePollView> {
    return this.pages.view(actor, id);
  }

  @Patch('date-polls/:id')
  @Returns('DatePollView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() { answerUntil, reminderDays }: DatePollChangeBody,
  ): Promise<DatePollView> {
    return this.polls.change(actor, id, version, {
      ...(answerUntil !== undefined && { answerUntil: momentOf(answerUntil) }),
      ...(reminderDays !== undefined && { reminderDays }),
    });
  }

  @Post('date-polls/:id/options')
  @Returns('DatePollView', { status: 201 })
  addOption(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: PollOptionBody,
  ): Promise<DatePollView> {
    return this.options.add(actor, id, version, body);
  }

  /** It becomes another option that is asked again; what was said of the old one is kept. */
  @Patch('date-polls/:id/options/:optionId')
  @Returns('DatePollView')
  moveOption(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('optionId') optionId: string,
    @IfMatch() version: number | undefined,
    @Body() body: PollOptionBody,
  ): Promise<DatePollView> {
    return this.options.move(actor, id, version, optionId, body);
  }

  @Delete('date-polls/:id/options/:optionId')
  @Returns('DatePollView')
  removeOption(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('optionId') optionId: string,
    @IfMatch() version: number | undefined,
  ): Promise<DatePollView> {
    return this.options.remove(actor, id, version, optionId);
  }

  /** Takes a removal or a move back, with every answer. */
  @Post('date-polls/:id/options/:optionId/restore')
  @HttpCode(200)
  @Returns('DatePollView')
  restoreOption(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('optionId') optionId: string,
    @IfMatch() version: number | undefined,
  ): Promise<DatePollView> {
    return this.options.restore(actor, id, version, optionId);
  }

  /** A practice answers, per click; by its own people, the link of the mail, or the coordinator on the phone. */
  @Patch('date-polls/:id/answers/:practiceId')
  @Requires('task')
  @Returns('DatePollView')
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @Body() body: DatePollAnswerBody,
  ): Promise<DatePollView> {
    return this.answers.save(actor, id, practiceId, body);
  }

  @Post('date-polls/:id/close')
  @HttpCode(200)
  @Returns('DatePollView')
  close(@By() actor: Actor, @Param('id') id: string): Promise<DatePollView> {
    return this.polls.close(actor, id);
  }

  @Post('date-polls/:id/reopen')
  @HttpCode(200)
  @Returns('DatePollView')
  reopen(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { answerUntil }: DatePollReopenBody,
  ): Promise<DatePollView> {
    return this.polls.reopen(actor, id, momentOf(answerUntil));
  }

  /** The meeting gets this date, and everybody who is asked the invitation for their calendar. */
  @Post('date-polls/:id/choose')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DatePollView')
  choose(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() { optionId }: DatePollChoiceBody,
  ): Promise<DatePollView> {
    return this.polls.choose(actor, id, version, optionId);
  }
}

/** Without an offset it is Dutch local time. */
function momentOf(text: string): Date {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return new Date(text);
  const [date = '', time = ''] = text.split('T');
  return localInstant(date, time);
}
