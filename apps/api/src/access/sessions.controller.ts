import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MeService, SessionsService, type Visitor as VisitorData } from '#libs/access';
import type { MeView, SessionView, SignedInView } from '#libs/contracts';
import { CONFIG, type Actor, type Config } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { clearCookie, sessionCookie } from '../http/cookies.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { ChangeMeDto, SwitchRegionDto } from './access.dto.js';
import { letIn } from './session-cookie.adapter.js';
import { Visitor } from './visitor.decorator.js';

/** One's own session, sessions and self. */
@Controller('api')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly me: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-out')
  @HttpCode(204)
  @Requires('task')
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(actor);
    clearCookie(reply, this.config, sessionCookie(this.config));
    void reply.header('clear-site-data', '"cache", "cookies", "storage"');
  }

  @Get('sessions')
  @Requires('signed-in')
  @Returns('SessionView', { list: true })
  list(@By() actor: Actor): Promise<SessionView[]> {
    return this.sessions.list(actor);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Requires('signed-in')
  revoke(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.revoke(actor, id);
  }

  @Get('me')
  @Requires('task')
  @Returns('MeView')
  view(@By() actor: Actor): Promise<MeView> {
    return this.me.view(actor);
  }

  @Patch('me')
  @Requires('signed-in')
  @Returns('MeView')
  change(@By() actor: Actor, @Body() values: ChangeMeDto): Promise<MeView> {
    return this.me.change(actor, values);
  }

  @Post('me/region')
  @HttpCode(200)
  @Requires('signed-in')
  @Returns('SignedInView')
  async switchRegion(
    @By() actor: Actor,
    @Body() { regionId }: SwitchRegionDto,
    @Visitor() visitor: VisitorData,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return letIn(reply, this.config, await this.sessions.switchRegion(actor, regionId, visitor));
  }
}
