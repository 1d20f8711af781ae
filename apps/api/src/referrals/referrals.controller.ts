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
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type {
  ReferralActionView,
  ReferralCourseView,
  ReferralHomeView,
  ReferralSettingsView,
  ReferralTimeView,
} from '#libs/contracts';
import {
  ReferralActions,
  ReferralCourse,
  ReferralExport,
  ReferralPractice,
  ReferralSettings,
  ReferralTime,
} from '#libs/intervision';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { download } from '../http/download.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { RoomAccess } from '../realtime/room-access.js';
import {
  CourseQuery,
  DropGoalQuery,
  GoalBody,
  LogQuery,
  MinutesBody,
  ReferralActionBody,
  ReferralActionChangeBody,
  ReferralSettingsBody,
} from './referrals.dto.js';

/** The review of referrals inside one practice: rhythm, this week, course, actions, minutes, log. Its own people only. */
@Controller('api/practices/:id/referrals')
@Requires('referrals.review')
export class ReferralsController implements OnModuleInit {
  constructor(
    private readonly settings: ReferralSettings,
    private readonly course: ReferralCourse,
    private readonly actions: ReferralActions,
    private readonly time: ReferralTime,
    private readonly log: ReferralExport,
    private readonly practices: ReferralPractice,
    private readonly access: RoomAccess,
  ) {}

  onModuleInit(): void {
    this.access.register('referrals', (actor, id) => this.practices.visible(actor, id));
  }

  /** This week: what there is to do, what it costs, how it goes. */
  @Get()
  @Returns('ReferralHomeView')
  home(@By() actor: Actor, @Param('id') id: string): Promise<ReferralHomeView> {
    return this.course.home(actor, id);
  }

  @Get('settings')
  @Returns('ReferralSettingsView')
  getSettings(@By() actor: Actor, @Param('id') id: string): Promise<ReferralSettingsView> {
    return this.settings.get(actor, id);
  }

  @Put('settings')
  @Returns('ReferralSettingsView')
  setSettings(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ReferralSettingsBody,
  ): Promise<ReferralSettingsView> {
    return this.settings.set(actor, id, body, version);
  }

  /** Per week, for the practice and per GP: never outside the practice. */
  @Get('course')
  @Returns('ReferralCourseView')
  getCourse(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { kind = 'referral' }: CourseQuery,
  ): Promise<ReferralCourseView> {
    return this.course.get(actor, id, kind);
  }

  @Put('goal')
  @Returns('ReferralCourseView')
  setGoal(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: GoalBody,
  ): Promise<ReferralCourseView> {
    return this.course.setGoal(actor, id, body, version);
  }

  @Delete('goal')
  @Returns('ReferralCourseView')
  dropGoal(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { about = 'referrals' }: DropGoalQuery,
  ): Promise<ReferralCourseView> {
    return this.course.dropGoal(actor, id, about);
  }

  @Get('actions')
  @Returns('ReferralActionView', { list: true })
  listActions(@By() actor: Actor, @Param('id') id: string): Promise<ReferralActionView[]> {
    return this.actions.list(actor, id);
  }

  @Post('actions')
  @Returns('ReferralActionView', { list: true, status: 201 })
  addAction(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { confirmed = false, ...body }: ReferralActionBody,
  ): Promise<ReferralActionView[]> {
    return this.actions.create(actor, id, { ...body, confirmed });
  }

  @Patch('actions/:referralActionId')
  @Returns('ReferralActionView', { list: true })
  changeAction(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralActionId') actionId: string,
    @IfMatch() version: number | undefined,
    @Body() body: ReferralActionChangeBody,
  ): Promise<ReferralActionView[]> {
    return this.actions.change(actor, id, actionId, body, version);
  }

  @Post('minutes')
  @Returns('ReferralTimeView', { status: 201 })
  addMinutes(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() { minutes }: MinutesBody,
  ): Promise<ReferralTimeView> {
    return this.time.add(actor, id, minutes);
  }

  @Patch('minutes/:referralTimeId')
  @Returns('ReferralTimeView')
  setMinutes(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('referralTimeId') timeId: string,
    @IfMatch() version: number | undefined,
    @Body() { minutes }: MinutesBody,
  ): Promise<ReferralTimeView> {
    return this.time.set(actor, id, timeId, minutes, version);
  }

  @Post('clock/start')
  @HttpCode(200)
  @Requires('task')
  @Returns('ReferralTimeView')
  start(@By() actor: Actor, @Param('id') id: string): Promise<ReferralTimeView> {
    return this.time.start(actor, id);
  }

  @Post('clock/stop')
  @HttpCode(200)
  @Requires('task')
  @Returns('ReferralTimeView')
  stop(@By() actor: Actor, @Param('id') id: string): Promise<ReferralTimeView> {
    return this.time.stop(actor, id);
  }

  /** The practice's own log. */
  @Get('log')
  @Rate('heavy')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
  async file(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query() { format = 'xlsx' }: LogQuery,
  ): Promise<StreamableFile> {
    return download(await this.log.file(actor, id, format));
  }
}
