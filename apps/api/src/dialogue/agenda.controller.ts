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
  type OnModuleInit,
} from '@nestjs/common';
import type {
  DepartmentDatesView,
  DepartmentVoteView,
  DialogueYearSummaryView,
  DialogueYearView,
  PassOnView,
} from '#libs/contracts';
import { AskingService, PreferencesService, VotesService, YearsService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  AskBody,
  ConfirmBody,
  DateChangeBody,
  DatesAnswerBody,
  OpenVoteBody,
  VoteBody,
  YearBody,
  YearChangeBody,
  YearDateBody,
  YearDepartmentsBody,
} from './agenda.dto.js';

/** The yearly agenda of dialogue sessions, from dates and votes to who comes when. */
@Controller('api/dialogue-years')
@Requires('dialogue.manage')
export class AgendaController implements OnModuleInit {
  constructor(
    private readonly years: YearsService,
    private readonly votes: VotesService,
    private readonly asking: AskingService,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('agenda', (actor, id) => this.years.mayWatch(actor, id));
  }

  @Get()
  @Returns('DialogueYearSummaryView', { list: true })
  list(@By() actor: Actor): Promise<DialogueYearSummaryView[]> {
    return this.years.list(actor);
  }

  /** A draft with four usual dates and every department to choose from. */
  @Post()
  @Returns('DialogueYearView', { status: 201 })
  create(@By() actor: Actor, @Body() body: YearBody): Promise<DialogueYearView> {
    return this.years.create(actor, body.year);
  }

  @Get(':id')
  @Returns('DialogueYearView')
  get(@By() actor: Actor, @Param('id') id: string): Promise<DialogueYearView> {
    return this.years.get(actor, id);
  }

  @Patch(':id')
  @Returns('DialogueYearView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: YearChangeBody,
  ): Promise<DialogueYearView> {
    return this.years.change(actor, id, body, version);
  }

  @Post(':id/dates')
  @Returns('DialogueYearView', { status: 201 })
  addDate(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: YearDateBody,
  ): Promise<DialogueYearView> {
    return this.years.addDate(actor, id, body, version);
  }

  /** What departments said about this date goes: it was about another day. */
  @Patch(':id/dates/:dateId')
  @Returns('DialogueYearView')
  changeDate(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('dateId') dateId: string,
    @IfMatch() version: number | undefined,
    @Body() body: DateChangeBody,
  ): Promise<DialogueYearView> {
    return this.years.changeDate(actor, id, dateId, body, version);
  }

  @Delete(':id/dates/:dateId')
  @Returns('DialogueYearView')
  removeDate(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('dateId') dateId: string,
    @IfMatch() version: number | undefined,
  ): Promise<DialogueYearView> {
    return this.years.removeDate(actor, id, dateId, version);
  }

  @Put(':id/departments')
  @Returns('DialogueYearView')
  setDepartments(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: YearDepartmentsBody,
  ): Promise<DialogueYearView> {
    return this.years.setDepartments(actor, id, body.departmentIds, version);
  }

  /** Every practice gets a mail with its link; while they can choose already, those that have not are reminded. */
  @Post(':id/open-vote')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DialogueYearView')
  openVote(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: OpenVoteBody,
  ): Promise<DialogueYearView> {
    return this.votes.open(actor, id, body.voteUntil, version);
  }

  /** The dates go to the coordinating specialist, or to the departments at once; asked again, to who has not answered. */
  @Post(':id/ask')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DialogueYearView')
  ask(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: AskBody,
  ): Promise<DialogueYearView> {
    return this.asking.ask(actor, id, body, version);
  }

  /** Makes a session of every place. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Rate('heavy')
  @Returns('DialogueYearView')
  confirm(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ConfirmBody,
  ): Promise<DialogueYearView> {
    return this.asking.confirm(actor, id, body.places, version);
  }

  /** The page on which a practice ranks departments. */
  @Get(':id/votes/:practiceId')
  @Requires('task')
  @Returns('DepartmentVoteView')
  vote(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
  ): Promise<DepartmentVoteView> {
    return this.votes.page(actor, id, practiceId);
  }

  @Put(':id/votes/:practiceId')
  @Requires('task')
  @Returns('DepartmentVoteView')
  saveVote(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('practiceId') practiceId: string,
    @IfMatch() version: number | undefined,
    @Body() body: VoteBody,
  ): Promise<DepartmentVoteView> {
    return this.votes.save(actor, id, practiceId, body.ranking, version);
  }

  /** What the coordinating specialist passes on. */
  @Get(':id/pass-on')
  @Requires('task')
  @Returns('PassOnView')
  passOnPage(@By() actor: Actor, @Param('id') id: string): Promise<PassOnView> {
    return this.asking.passOnPage(actor, id);
  }

  /** Sends the dates to the departments, once. */
  @Post(':id/pass-on')
  @HttpCode(200)
  @Requires('task')
  @Returns('PassOnView')
  passOn(@By() actor: Actor, @Param('id') id: string): Promise<PassOnView> {
    return this.asking.passOn(actor, id);
  }
}

/** A department says which dates suit: with the link of its mail. */
@Controller('api/department-dates/:yearDepartmentId')
@Requires('task')
export class DepartmentDatesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Returns('DepartmentDatesView')
  get(@By() actor: Actor, @Param('yearDepartmentId') yearDepartmentId: string): Promise<DepartmentDatesView> {
    return this.preferences.page(actor, yearDepartmentId);
  }

  @Put()
  @Returns('DepartmentDatesView')
  save(
    @By() actor: Actor,
    @Param('yearDepartmentId') yearDepartmentId: string,
    @IfMatch() version: number | undefined,
    @Body() body: DatesAnswerBody,
  ): Promise<DepartmentDatesView> {
    return this.preferences.save(actor, yearDepartmentId, body, version);
  }
}
