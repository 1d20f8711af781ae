import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SetupService, type Visitor as VisitorData } from '#libs/access';
import type { SetupView, SignedInView } from '#libs/contracts';
import { CONFIG, type Config } from '#libs/platform';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { MailTestDto, SetupDto } from './access.dto.js';
import { letIn } from './session-cookie.adapter.js';
import { Visitor } from './visitor.decorator.js';

/** The one-page set-up of an empty installation. */
@Controller('api/setup')
@Requires('public')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Returns('SetupView')
  view(): Promise<SetupView> {
    return this.setup.view();
  }

  @Post()
  @HttpCode(200)
  @Rate('sign-in')
  @Returns('SignedInView')
  async finish(
    @Body() values: SetupDto,
    @Visitor() visitor: VisitorData,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return letIn(reply, this.config, await this.setup.finish(values, visitor));
  }

  @Post('mail-test')
  @HttpCode(204)
  @Rate('sign-in')
  testMail(@Body() { code, email, language }: MailTestDto): Promise<void> {
    return this.setup.testMail(code, email, language ?? 'nl');
  }
}
