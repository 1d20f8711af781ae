import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TaskLinksService, type Visitor as VisitorData } from '#libs/access';
import type { SignedInView, TaskLinkView } from '#libs/contracts';
import { CONFIG, type Config } from '#libs/platform';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { letIn } from './session-cookie.adapter.js';
import { Visitor } from './visitor.decorator.js';

/** Links in mails that ask something. */
@Controller('api/task-links')
@Requires('public')
export class TaskLinksController {
  constructor(
    private readonly links: TaskLinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  @Returns('TaskLinkView')
  view(@Param('token') token: string): Promise<TaskLinkView> {
    return this.links.view(token);
  }

  @Post(':token')
  @HttpCode(200)
  @Returns('SignedInView')
  async use(
    @Param('token') token: string,
    @Visitor() visitor: VisitorData,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return letIn(reply, this.config, await this.links.use(token, visitor));
  }
}
