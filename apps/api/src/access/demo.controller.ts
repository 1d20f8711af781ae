import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DemoService, type Visitor as VisitorData } from '#libs/access';
import type { DemoView, SignedInView } from '#libs/contracts';
import { CONFIG, type Config } from '#libs/platform';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { DemoSignInDto } from './access.dto.js';
import { letIn } from './session-cookie.adapter.js';
import { Visitor } from './visitor.decorator.js';

/** Signing in as somebody of the demo region; a real installation answers 404. */
@Controller('api/demo')
@Requires('public')
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Returns('DemoView')
  view(): Promise<DemoView> {
    return this.demo.view();
  }

  @Post('sign-in')
  @HttpCode(200)
  @Returns('SignedInView')
  async signIn(
    @Body() { id }: DemoSignInDto,
    @Visitor() visitor: VisitorData,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return letIn(reply, this.config, await this.demo.signIn(id, visitor));
  }
}
